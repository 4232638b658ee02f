"""What the script asks for: saves in the background, and the time that is left."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.views.decorators.http import require_POST, require_safe

from counteroffer.server.answers import keep
from counteroffer.server.seat import Login, Seat, logged_in, seated
from counteroffer.server.writer import Unavailable

_LARGEST = 16 * 1024


@require_POST
@logged_in
def save(request: HttpRequest, login: Login) -> HttpResponse:
    """Keep one answer: `{item, response, revision, flagged?}`, the revision being that from which the answer was made.

    200 once it is kept; 409 with what stands there, where that is newer; 410 when nothing more is taken; 503 when nothing can be kept.
    """
    try:
        asked = _asked(request.body)
        kept = keep(
            login.candidate, asked["item"], asked["response"], base=asked["revision"], flagged=asked.get("flagged"), code=login.code
        )
    except (ValueError, TypeError, KeyError, RecursionError, RawPostDataException):
        return JsonResponse({"fault": "no such item or answer"}, status=400)
    except Unavailable:
        return JsonResponse({"fault": "not kept"}, status=503, headers={"Retry-After": "5"})
    told = {"item": kept.answer.item, "revision": kept.answer.revision, **_left(kept.seat)}
    if kept.closed:
        return JsonResponse(told, status=410)
    if not kept.stored:
        return JsonResponse({**told, "response": kept.answer.response, "flagged": kept.answer.flagged}, status=409)
    return JsonResponse(told)


@require_safe
@seated
def left(request: HttpRequest, seat: Seat) -> HttpResponse:  # noqa: ARG001 (a view is given it)
    """The time that is left, and whether the clock stands still."""
    return JsonResponse(_left(seat))


def _left(seat: Seat) -> dict[str, Any]:
    found = seat.left
    return {"left": round(found.seconds), "still": found.still, "over": not seat.at_work or not found.seconds}


def _asked(body: bytes) -> dict[str, Any]:
    """What was asked, of the right shape. Raises ValueError or TypeError."""
    if len(body) > _LARGEST:
        raise ValueError("too large")
    asked: dict[str, Any] = json.loads(body)
    right = isinstance(asked, dict) and isinstance(asked["item"], str) and type(asked["revision"]) is int
    if not right or not isinstance(asked.get("flagged"), bool | None) or not isinstance(asked["response"], str | list | dict | None):
        raise TypeError("wrong shape")
    return asked
