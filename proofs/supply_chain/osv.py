"""Stands in for an advisory service that speaks as OSV does: it knows what it is told, or fails in a chosen way."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Known = Mapping[tuple[str, str, str], str]  # (ecosystem, name, version) → the name of what is known

CANARIES: Known = {("PyPI", "django", "4.2.1"): "PYSEC-2023-100", ("npm", "lodash", "4.17.15"): "GHSA-p6mc-m468-83gw"}


@contextmanager
def service(known: Known, *, fault: str = "") -> Iterator[str]:
    """Its address. `fault`: "405", "500", "garbage" or "short"."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            body = json.dumps({"results": [_result(query, known) for query in queries][fault == "short" :]}).encode()
            self.send_response(int(fault) if fault.isdigit() else 200)
            self.end_headers()
            self.wfile.write(b"<html>Welcome</html>" if fault == "garbage" else body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _result(query: dict, known: Known) -> dict:
    asked = (query["package"]["ecosystem"], query["package"]["name"], query["version"])
    return {"vulns": [{"id": known[asked]}]} if asked in known else {}
