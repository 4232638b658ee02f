"""Before people arrive: does a phone reach this laptop, is its clock sane, do the pages show. It says in plain words what to do."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from counteroffer.language import ENGLISH
from counteroffer.server.room.network import own
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).parents[1] / "templates"
_FUTURE = 20


def clock_fault(now: float, newest: float) -> str | None:
    """What is wrong with the clock, or nothing: it must not stand before the course was made, nor long after."""
    shown = f"{datetime.fromtimestamp(now, UTC):%d %B %Y}"
    if now < newest:
        return f"This laptop's clock says {shown}, which is before the course was made. Set it, or votes go on but dates are wrong."
    if now > newest + _FUTURE * 365 * 24 * 3600:
        return f"This laptop's clock says {shown}, which is long after the course was made. Set it, or votes go on but dates are wrong."
    return None


def newest(root: Path) -> float:
    """When the newest of the course's own files was written, in seconds since 1970."""
    return max((path.stat().st_mtime for path in root.glob("exercises/cases/*.yml")), default=0.0)


class Listener:
    """A page that phones open to try the way to this laptop. `came` is set when one did that is not this machine."""

    def __init__(self, host: str, port: int, title: str, said: str) -> None:
        self.came = threading.Event()
        page = environment(ENGLISH, _FOLDER).get_template("room/reached.html").render(title=title, said=said).encode()
        came = self.came

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                """One page for whatever is asked. Nothing of who asks is kept."""
                if not own(self.client_address[0]):
                    came.set()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer((host, port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._server.shutdown()
        self._server.server_close()


def waiting(came: threading.Event, seconds: float, tick: Callable[[int], None]) -> bool:
    """Wait for a phone; `tick` is told each ten seconds how many are left. Whether one came."""
    until = time.monotonic() + seconds
    for left in _tens(int(seconds)):
        tick(left)
        if came.wait(min(10, max(0.0, until - time.monotonic()))):
            return True
    return came.is_set()


def _tens(seconds: int) -> Iterator[int]:
    yield from range(seconds, 0, -10)


NO_ADDRESS = (
    "This laptop is in no network that phones could be in. Turn on its hotspot, or a phone's, let the laptop join it, and run this again. "
    "No internet is needed."
)
NOT_REACHED = """No phone has reached this laptop. Try in this order:
1. Is the phone in the same Wi-Fi as the laptop, and its mobile data off? Many phones leave a Wi-Fi that has no internet.
2. Does the laptop's firewall ask, or block? Allow Python for private networks (Windows: Settings, Firewall; macOS: System Settings, Network, Firewall; Linux: your firewall's program, port {port}).
3. Is it a guest Wi-Fi of a hall or hotel? These often keep devices apart. Use the laptop's or a phone's own hotspot.
4. Does the address begin with http and no s? Type it as it stands: {address}
If nothing helps, run the room on paper: hands and slips can be typed into the facilitator's page."""
HOTSPOT = "Is the hotspot's name neutral? It must not name the course, the subject or an organisation; everybody near can read it."
