"""A Växel of the proof's own with one web process, held to its memory, and a browser that sends it files."""

import json
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from uuid import uuid4

from proofs.bad_files.judging import Answer
from proofs.bad_files.places import Place
from proofs.servers import ordinary, ports, tables, vaxel

TOKEN = "t" * 32
MOST_TRIES = 5
CLIENT = (
    "X-Proof-Client"  # each file from an address of its own, or those after the thirtieth would only be told to wait
)


class Server:
    def __init__(self, env, port, process):
        self.env, self.port, self.process = env, port, process
        self.most_memory = self._files = 0
        self.places = [Place(**each) for each in _told(env, "make")]
        self.before = _told(env)

    def hold(self, memory: int) -> None:
        for worker in self._workers():
            resource.prlimit(worker, resource.RLIMIT_DATA, (memory, memory))

    def refused_within(self, seconds: float, place: Place, file: tuple[str, bytes]) -> Answer:
        """Sent again where it took longer: the time is the file's, not that of what else the machine does."""
        answer = self.send(place, file)
        for _again in range(MOST_TRIES):
            if answer.seconds <= seconds:
                break
            answer = min(answer, self.send(place, file), key=lambda one: one.seconds)
        return answer

    def send(self, place: Place, file: tuple[str, bytes]) -> Answer:
        """As a browser does, and on to where it is led."""
        self._files += 1
        for worker in self._workers():
            Path(f"/proc/{worker}/clear_refs").write_text("5")  # counts its largest anew
        kind, body = form_of(place, file)
        cookies = SimpleCookie({"csrftoken": TOKEN, **({"sessionid": place.session} if place.session else {})})
        began = time.perf_counter()
        status, page, location = self._ask("POST", place.path, cookies, body, {"Content-Type": kind})
        seconds = time.perf_counter() - began
        self.most_memory = max(self.most_memory, *(_peak(worker) for worker in self._workers()))
        if 300 <= status < 400:
            status, page, _on = self._ask("GET", location, cookies)
            return Answer(status, page, seconds, told_after=True)
        return Answer(status, page, seconds)

    def _ask(self, method, path, cookies, body=None, headers=None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=600)
        own = {"Cookie": cookies.output(header="", sep=";"), "Accept-Language": "sv", CLIENT: f"10.0.{self._files // 250}.{self._files % 250}"}  # fmt: skip
        connection.request(method, path, body, {**own, **(headers or {})})
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookies.load(value)
        connection.close()
        return answer.status, page, answer.getheader("Location", "")

    def kept_since(self) -> dict[str, int]:
        after = _told(self.env)
        return {name: after[name] - self.before[name] for name in after if after[name] != self.before[name]}

    def _workers(self) -> list[int]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in path.read_text().split()]


@contextmanager
def standing(*, memory: int) -> Iterator[Server]:
    with ordinary.workplace("bad-files") as folder:
        port = ports.free()
        more = {"VAXEL_CLIENT_IP_HEADER": CLIENT, "DJANGO_SETTINGS_MODULE": "vaxel.site.settings"}
        env = vaxel.environment(tables.sqlite(folder), folder, VAXEL_URL=f"http://127.0.0.1:{port}", **more)
        log = folder / "web.log"
        process = vaxel.start(env, "serve", "--port", str(port), "--workers", "1", log=log)
        try:
            vaxel.wait_until_it_answers(f"http://127.0.0.1:{port}", process, log)
            server = Server(env, port, process)
            server.hold(memory)
            yield server
        finally:
            vaxel.end(process)


def form_of(place: Place, file: tuple[str, bytes]) -> tuple[str, bytes]:
    mark = uuid4().hex
    parts = [_part(mark, f'name="{name}"', str(value).encode()) for name, value in {"csrfmiddlewaretoken": TOKEN, **place.data}.items()]  # fmt: skip
    name = file[0].replace('"', "%22").replace("\r", " ").replace("\n", " ")
    parts.append(_part(mark, f'name="{place.field}"; filename="{name}"', file[1]))
    return f"multipart/form-data; boundary={mark}", b"".join([*parts, f"--{mark}--\r\n".encode()])


def _part(mark, about, content):
    return f"--{mark}\r\nContent-Disposition: form-data; {about}\r\n\r\n".encode() + content + b"\r\n"


def _told(env, *what):
    return json.loads(vaxel.script(env, "proofs.bad_files.places", *what))


def _peak(pid: int) -> int:
    """Megabytes it held at most since it was last asked to count anew."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return os.sysconf("SC_PAGE_SIZE")
