"""One who asks over HTTP and notes what it was told: status, words, how long it took."""

import http.client
import json
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from proofs.answering.world import PASSWORD, Someone

PATIENCE = 60  # seconds; whoever waits longer is told of as one who hung


@dataclass(frozen=True)
class Reply:
    """`status` 0: no answer at all."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0

    @property
    def retry_after(self) -> int:
        """0 where nothing was said of it."""
        said = self.headers.get("retry-after", "")
        return int(said) if said.isdigit() else 0


def ask(address: str, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
    """On a line of its own: what one request meets says nothing of the next."""
    began = time.monotonic()
    host = urlsplit(address)
    line = http.client.HTTPConnection(host.hostname or "", host.port, timeout=PATIENCE)
    try:
        line.request(method, path, body or None, {**(headers or {}), "Connection": "close"})
        answer = line.getresponse()
        words = answer.read()
        told = {name.lower(): value for name, value in answer.getheaders() if name.lower() != "set-cookie"}
        told["set-cookie"] = "\n".join(answer.headers.get_all("Set-Cookie") or [])
        return Reply(answer.status, words, told, time.monotonic() - began)
    except (OSError, http.client.HTTPException):
        return Reply(0, seconds=time.monotonic() - began)
    finally:
        line.close()


class Program:
    """Calls /api/v1 with a body's key."""

    def __init__(self, address: str, who: Someone, name: str = ""):
        """`name`: what the site is called, where the address is only one of its hosts."""
        self.address, self.who, self.named = address, who, {"Host": name} if name else {}

    def post(self, path: str, data: object, key: str) -> Reply:
        return self._call("POST", path, data, {"Idempotency-Key": key})

    def put(self, path: str, data: object) -> Reply:
        return self._call("PUT", path, data, {})

    def get(self, path: str) -> Reply:
        return ask(
            self.address, "GET", f"/api/v1{path}", headers={"Authorization": f"Bearer {self.who.key}", **self.named}
        )

    def _call(self, method, path, data, more):
        headers = {"Authorization": f"Bearer {self.who.key}", "Content-Type": "application/json", **self.named, **more}
        return ask(self.address, method, f"/api/v1{path}", json.dumps(data).encode(), headers)

    def part(self, round_id: int) -> str:
        return f"/rounds/{round_id}/deliveries/{self.who.body}"


class Browser:
    """Keeps its cookies and sends the token of the form, as a person's browser does."""

    def __init__(self, address: str, name: str = ""):
        self.address, self.named = address, {"Host": name} if name else {}
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Reply:
        return self._send("GET", path)

    def post(self, path: str, **fields: str) -> Reply:
        """With the CSRF token that its cookie holds; the form it stood in gave the same."""
        fields["csrfmiddlewaretoken"] = self.cookies.get("csrftoken", "")
        return self._send("POST", path, urlencode(fields).encode())

    def upload(self, path: str, field_name: str, name: str, content: bytes) -> Reply:
        """One file in a form."""
        mark = "prov-av-vaxel"
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
            f"{self.cookies.get('csrftoken', '')}\r\n".encode(),
            f'--{mark}\r\nContent-Disposition: form-data; name="{field_name}"; filename="{name}"\r\n'
            f"Content-Type: application/octet-stream\r\n\r\n".encode()
            + content
            + b"\r\n",
            f"--{mark}--\r\n".encode(),
        ]
        return self._send("POST", path, b"".join(parts), f"multipart/form-data; boundary={mark}")

    def log_in(self, who: Someone, password: str = PASSWORD) -> Reply:
        self.get("/konto/logga-in/")
        return self.post("/konto/logga-in/", login=who.email, password=password)

    def _send(self, method, path, body=b"", content_type="application/x-www-form-urlencoded"):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **self.named}
        if body:
            headers |= {"Content-Type": content_type, "Referer": self.address + path}
        reply = ask(self.address, method, path, body, headers)
        for line in reply.headers.get("set-cookie", "").splitlines():
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return reply
