"""Pages from templates, in the language of whoever reads them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from markupsafe import Markup

from counteroffer.language import ENGLISH, Language, Message
from counteroffer.server import assets
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).with_name("templates")


def page(request: HttpRequest, template: str, *, status: int = 200, language: Language = ENGLISH, **values: Any) -> HttpResponse:
    """A template filled in. A `Message` among the values is said in the page's language; `token` makes a form ours."""
    told = {name: language.say(value) if isinstance(value, Message) else value for name, value in values.items()}
    html = (
        environment(language, _FOLDER)
        .get_template(template)
        .render(token=token(request), asset=assets.address, spoken=assets.words(language), **told)
    )
    return HttpResponse(html, status=status)


def token(request: HttpRequest) -> Markup:
    """The hidden field without which no form is taken."""
    return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(get_token(request))


def clock_time(seconds: float) -> str:
    """A span as `1:05` (hours and minutes), never less than what is left."""
    minutes = -int(-seconds // 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def when(at: float) -> str:
    """A moment on the clock of this place."""
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def whole(typed: str) -> int | None:
    """A whole number from 0 that was typed, of up to nine digits; None for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None
