"""A look at a built site in the browser, from this computer only."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from timeline.errors import OutputError

HOST = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line in the terminal for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that hangs up is no fault."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder, bound to the loopback address; port 0 takes a free one. Raises OutputError."""
    try:
        return _Server((HOST, port), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"--serve: port {port} cannot be used: {reason}. Name another: --serve {port + 1}") from None
