"""Which address leads where."""

from __future__ import annotations

from django.urls import path

from counteroffer.server import assets, background, consent, door, entry, making, screens, scrutiny, staff, watch

handler400 = "counteroffer.server.guard.bad_request"
handler404 = "counteroffer.server.guard.not_found"
handler500 = "counteroffer.server.guard.failed"

urlpatterns = [
    path("", door.door),
    path("enter/", door.enter),
    path("leave/", door.leave),
    path("sit/", screens.start),
    path("sit/trial/", screens.trial),
    path("sit/all/", screens.every),
    path("sit/review/", screens.review),
    path("sit/break/", screens.rest),
    path("sit/receipt/", screens.receipt),
    path("sit/certificate/", consent.choose),
    path("sit/save/", background.save),
    path("sit/left/", background.left),
    path("sit/<int:place>/", screens.item),
    path("staff/", staff.door),
    path("staff/leave/", staff.leave),
    path("staff/password/", staff.password),
    path("staff/new/", making.new),
    path("staff/sittings/", watch.sittings),
    path("staff/sittings/<slug:name>/", watch.sitting),
    path("staff/sittings/<slug:name>/act/", watch.act),
    path("staff/sittings/<slug:name>/cards/", making.cards),
    path("staff/sittings/<slug:name>/paper/", entry.paper),
    path("staff/sittings/<slug:name>/paper/form/<int:number>/", entry.form),
    path("staff/sittings/<slug:name>/paper/form/<int:number>/pdf/", entry.form, {"kind": "pdf"}),
    path("staff/sittings/<slug:name>/paper/<int:number>/", entry.enter),
    path("staff/sittings/<slug:name>/paper/<int:number>/compare/", entry.compare),
    path("staff/sittings/<slug:name>/forms/<int:number>/", watch.form),
    path("staff/sittings/<slug:name>/log/", watch.log),
    path("staff/sittings/<slug:name>/items/", scrutiny.items),
    path("staff/sittings/<slug:name>/items/<slug:id_>/", scrutiny.item),
    path("assets/<str:digest>/<str:name>", assets.asset),
]
