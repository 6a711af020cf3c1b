"""The server: files of the site with the editor in them, the state for who waits for it, and edits."""

from __future__ import annotations

import json
import secrets
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from timeline.errors import OutputError, TimelineError
from timeline.model import Timeline
from timeline.serving import dressing, guard
from timeline.serving.workshop import Work, Workshop

HOST = "127.0.0.1"
_PATIENCE = 20.0  # seconds for which a page waits for news before it asks anew
_NEVER_FRAMED = "frame-ancestors 'none'"  # or a page of others could lay itself over the buttons


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that hangs up is no fault."""


class _Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    def __init__(self, workshop: Workshop, token: str, request: Any, address: Any, server: ThreadingHTTPServer) -> None:
        self._workshop, self._token, self._port = workshop, token, server.server_port
        super().__init__(request, address, server, directory=str(workshop.work.site))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """The headers that every answer has."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", _NEVER_FRAMED)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def do_GET(self) -> None:
        """A file, or the state."""
        path = urlsplit(self.path)
        if not guard.is_at_home(self.headers, self._port):
            self._answer(403, {"problem": f"This server answers to http://{HOST}:{self._port}/ only."})
        elif path.path == dressing.PREFIX + "state":
            after = parse_qs(path.query).get("after", [""])[0]
            known = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
            self._answer(200, self._workshop.wait(known, _PATIENCE))
        elif path.path.startswith(dressing.PREFIX):
            self._static(path.path.removeprefix(dressing.PREFIX))
        else:
            self._file()

    def do_HEAD(self) -> None:
        """What a GET would have at its head."""
        if guard.is_at_home(self.headers, self._port):
            super().do_HEAD()
        else:
            self._answer(403, {})

    def do_POST(self) -> None:
        """An edit, and nothing else."""
        refused = guard.refusal(self.headers, self._port, self._token)
        if urlsplit(self.path).path != dressing.PREFIX + "edit":
            refused = 404, "There is nothing that could be changed."
        if refused:
            self.close_connection = True
            self._answer(refused[0], {"problem": refused[1]})
            return
        try:
            self._workshop.edit(guard.read_edit(self.rfile.read(int(self.headers["Content-Length"]))))
        except TimelineError as error:
            self._answer(422, {"problem": str(error)})
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            self._answer(500, {"problem": f"The corrections cannot be written: {reason}."})
        else:
            self._answer(200, {})

    def _file(self) -> None:
        """A file of the site, a page with the editor in it; never one of two builds."""
        with self._workshop.writing:
            opened = self.send_head_of_page()
        if opened is not None:
            self._send(200, "text/html; charset=utf-8", opened)

    def send_head_of_page(self) -> bytes | None:
        """A dressed page; None where what was asked for is no page, and was sent as it is."""
        path = urlsplit(self.path).path
        file = self.translate_path(path)
        name = file + ("index.html" if file.endswith("/") else "")
        if not name.endswith(".html"):
            super().do_GET()
            return None
        try:
            with open(name, "rb") as page:  # noqa: PTH123 - a path as the library made it safe
                return dressing.dressed(page.read(), self._token, self._workshop.generation)
        except OSError:
            super().do_GET()
            return None

    def _static(self, name: str) -> None:
        data = dressing.static(name)
        if data is None:
            self._answer(404, {"problem": "There is no such file."})
        else:
            self._send(200, dressing.STATIC[name], data)

    def _answer(self, status: int, table: dict[str, Any]) -> None:
        self._send(status, "application/json", json.dumps(table).encode())

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def serve(work: Work, timeline: Timeline, port: int) -> None:
    """Show the site at the loopback address until Ctrl-C, and build it again on every change. Raises OutputError."""
    workshop = Workshop(work, timeline)
    with server(workshop, port) as running:
        work.say(f"Look at http://{HOST}:{running.server_port}/ and stop with Ctrl-C.")
        threading.Thread(target=workshop.watch, daemon=True).start()
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            workshop.stop()


def server(workshop: Workshop, port: int) -> ThreadingHTTPServer:
    """The server of a workshop, bound to the loopback address; port 0 takes a free one. Raises OutputError."""
    try:
        return _Server((HOST, port), partial(_Handler, workshop, secrets.token_urlsafe(24)))
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"--serve: port {port} cannot be used: {reason}. Name another: --serve {port + 1}") from None
