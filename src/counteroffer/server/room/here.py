"""A participant's phone: what is asked, a ballot, a question for later. All of it works as plain forms."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from counteroffer.language import message
from counteroffer.room.acts import NotNow
from counteroffer.server.room import face, people, store
from counteroffer.server.room.house import house
from counteroffer.server.room.replies import NOT_NOW, answer, live, seated
from counteroffer.server.room.tables import SeatRow
from counteroffer.server.room.throttle import often

_OWN = {"round", "csrfmiddlewaretoken"}
_KEPT = message("Your vote is kept. You can change it until the round is closed.")


@require_safe
@seated
def here(request: HttpRequest, seat: SeatRow) -> HttpResponse:
    """What the room is at."""
    row = store.row()
    key = face.open_key(store.room().now) if row else None
    home, mine = house(), store.ballot(seat.pk, key)
    return live(request, "here", mine=mine, said=_KEPT if mine else "", book=home.book is not None, epub=home.epub is not None)


@require_POST
@seated
def vote(request: HttpRequest, seat: SeatRow) -> HttpResponse:
    """Keep a ballot: 200 once it is on the disk, 409 when the round is closed, 400 for no answer of its question."""
    if often(seat.pk):
        return answer(request, "/here/", message("That was too often. Wait a moment, then vote again."), 429)
    key = request.POST.get("round", "")
    cells = {name: str(value) for name, value in request.POST.items() if name not in _OWN and value}
    try:
        store.vote(seat.pk, int(key) if key.isdecimal() else 0, cells)
    except NotNow:
        return answer(request, "/here/", message("This round is closed, so your vote was not taken."), 409)
    except ValueError:
        return answer(request, "/here/", message("This vote is not whole: choose something, and in an order each place once."), 400)
    return answer(request, "/here/", _KEPT)


@require_POST
@seated
def park(request: HttpRequest, seat: SeatRow) -> HttpResponse:
    """Park a question."""
    try:
        people.park(seat.pk, request.POST.get("text", ""))
    except people.Full:
        return answer(request, "/here/", message("You have sent five questions, which is all that one phone may."), 429)
    except ValueError:
        return answer(request, "/here/", message("There is no question in it, or too many are waiting."), 400)
    except NotNow:
        return answer(request, "/here/", NOT_NOW, 409)
    return answer(request, "/here/", message("Your question is sent. The facilitator reads it first."))
