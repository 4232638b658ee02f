"""Which address of a room leads where. No address of an examination is among them."""

from __future__ import annotations

from django.urls import path

from counteroffer.server.room import downloads, here, join, lead

handler400 = "counteroffer.server.room.faults.bad_request"
handler404 = "counteroffer.server.room.faults.not_found"
handler500 = "counteroffer.server.room.faults.failed"

urlpatterns = [
    path("", join.door),
    path("join/", join.join),
    path("leave/", join.leave),
    path("here/", here.here),
    path("here/vote/", here.vote),
    path("here/park/", here.park),
    path("screen/", lead.screen),
    path("lead/", lead.lead),
    path("lead/enter/", lead.enter),
    path("lead/act/", lead.act),
    path("lead/debrief/", lead.debrief),
    path("lead/counts.csv", lead.counts),
    path("lead/forget/", lead.forget),
    path("key/<str:key>/", lead.key),
    path("key/<str:key>/screen/", lead.key, {"to": "screen"}),
    path("book/", downloads.book),
    path("book/<path:path>", downloads.book),
    path("book.epub", downloads.epub),
    path("assets/<str:digest>/<str:name>", downloads.own),
]
