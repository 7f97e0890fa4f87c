"""Fifty secrets, each sent through a way of its own at a real server with its worker and tick, then looked for.

Looked for in what the processes wrote, in the outbox's and the webhooks' words of what went wrong, and in the journal.
"""

import http.client
import json
import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from proofs.promise import Figure, at_least, exactly, said
from proofs.servers import ordinary, vaxel
from tests import databases

PROMISED = 50
PATIENCE = 120  # seconds: the tick comes every thirtieth
FORM = "application/x-www-form-urlencoded"
WORDS = {
    "outbox": "SELECT last_error FROM notices_message",
    "webhooks": "SELECT last_error FROM notices_webhookmessage UNION ALL SELECT stopped_why FROM notices_webhook",
    "addresses": "SELECT reason FROM notices_failedaddress",
    "journal": "SELECT action || ' ' || object_type || ' ' || object_id || ' ' || facts FROM journal_entry",
    "tasks": "SELECT traceback || ' ' || args_kwargs FROM django_tasks_database_dbtaskresult",
}


class Canaries:
    """Each secret with the way it was sent."""

    def __init__(self) -> None:
        self.ways: dict[str, str] = {}

    def new(self, way: str) -> str:
        return self.known(f"kanarie{secrets.token_hex(8)}", way)

    def known(self, secret: str, way: str) -> str:
        """A secret that the site made, or that was laid there."""
        self.ways[secret] = way
        return secret

    def hits(self, places: Mapping[str, str]) -> list[str]:
        """(place, way) of each that stands where it should not. A secret's half is enough to know it by."""
        return [
            f"{place}: {way}"
            for secret, way in self.ways.items()
            for place, text in places.items()
            if _core(secret) in text
        ]


def _core(secret: str) -> str:
    """What is left of it however it was quoted on the way."""
    return secret.partition(".")[0].partition(":")[0][:24]


def figures() -> Iterator[Figure]:
    sown = Canaries()
    with ordinary.workplace("canaries") as folder:
        env = vaxel.environment(
            f"sqlite:///{folder / 'vaxel.sqlite3'}", folder / "data",
            VAXEL_EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", VAXEL_SMTP_HOST="127.0.0.1", VAXEL_SMTP_PORT="9",
            VAXEL_SMTP_PASSWORD=sown.new("the mail server's password, in the environment"),
            VAXEL_SECRET_KEY=sown.new("the site's own key, in the environment") * 3, VAXEL_WEBHOOK_NETWORKS="127.0.0.0/8",
        )  # fmt: skip
        _migrate(env, folder)
        laid = _laid(env, sown)
        with vaxel.web(env, folder, workers=1, together=True) as address:
            statuses = list(_sent(Site(address), sown, laid))
            tried = _until_tried(folder)
        log = "".join(path.read_text(errors="replace") for path in folder.glob("*.log"))
        places = {"log": log, **_words(folder)}
    hits = sown.hits(places)
    yield at_least("secrets sent, each by a way of its own", len(sown.ways), PROMISED)
    yield exactly("of them found in logs, words of what went wrong, or the journal", len(hits), 0)
    yield at_least("mails and webhooks that could not be sent meanwhile", tried, 2)
    yield said("lines in the log", places["log"].count("\n"))
    yield said("answers", ", ".join(f"{statuses.count(status)} × {status}" for status in sorted(set(statuses))))
    if hits:
        yield said("where", sorted(hits))


def _migrate(env: Mapping[str, str], folder: Path) -> None:
    """The tests' own migrated file, where there is one: nothing of this proof is about migrations."""
    made = databases.KEPT / f"{databases.fingerprint()}.sqlite3"
    if made.exists():
        shutil.copyfile(made, folder / "vaxel.sqlite3")
    else:
        vaxel.run(env, "migrate")


def _laid(env: Mapping[str, str], sown: Canaries) -> dict[str, str]:
    given = {
        "email": f"{sown.new('the address of a login')}@exempel.example",
        "password": sown.new("the password of a login") + " i Orsa",
        "name": sown.new("a person's name"),
        "phone": sown.new("a person's telephone"),
        "webhook": sown.new("a webhook's secret"),
        "path": sown.new("the path of a webhook's address"),
        "query": sown.new("the query of a webhook's address"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "proofs.sessions.laid", json.dumps(given)], env=dict(env), cwd=vaxel.ROOT,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the world could not be laid: {done.stderr[-2000:]}")
    found = json.loads(done.stdout)
    for name in ("key", "answering", "reading", "invitation", "feed", "said"):
        sown.known(found[name], f"a live {name}")
    return {**given, **found}


class Site:
    """A browser without one: keeps its cookies, sends what it is told."""

    def __init__(self, address: str) -> None:
        self.host, self.cookies = urlsplit(address), dict[str, str]()

    def __call__(self, method: str, path: str, body: str = "", kind: str = FORM, **headers: str) -> int:
        line = http.client.HTTPConnection(self.host.hostname or "", self.host.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        jar = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        line.request(method, path, body.encode() or None, {"Content-Type": kind, **jar, **named})
        answer = line.getresponse()
        answer.read()
        for text in answer.headers.get_all("Set-Cookie") or []:
            for name, one in SimpleCookie(text).items():
                self.cookies[name] = one.value
        line.close()
        return answer.status

    def post(self, path: str, **fields: str) -> int:
        """A form of the site's own, its token read from the cookie's page."""
        return self("POST", path, urlencode({"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}))


def _sent(site: Site, sown: Canaries, laid: Mapping[str, str]) -> Iterator[int]:
    new = sown.new
    yield from _logging_in(site, sown, laid)
    yield from _by_link(site, sown, laid)
    yield from _by_program(site, sown, laid)
    part = f"/forfragningar/{laid['round']}/{laid['body']}/"
    yield site.post(part + "spara/", q3=new("a text in an answer, saved"))
    yield site.post(part + "avsta/", text=new("why a body declines"))
    yield site.post("/signaler/ny/", title=new("a signal's title"), text=new("a signal's text"), kind="need")
    yield site.post(
        "/sag-nagot/", title=new("a title without a login"), text=new("a text without a login"), kind="need"
    )
    yield site("GET", "/sok/?q=" + new("a search"))
    yield site("GET", "/sok/?q=%00" + new("a search with a letter that is none"))
    yield site("GET", "/forfragningar/?sida=" + new("a page's number"))
    yield site.post("/konto/sprak/", language=new("a language"))
    yield site("POST", "/konto/sprak/", "language=" + new("a form without its token"))
    yield site("GET", "/finns-inte/?nyckel=" + new("the query of a missing page"))
    yield site("GET", "/", Referer="http://x/forfragningar/lank/" + new("a link in Referer"))
    yield site("GET", "/", Cookie="sessionid=" + new("a made-up session") + "; csrftoken=" + new("a made-up token"))
    yield site("GET", "/", Authorization="Basic " + new("a password by Basic"))
    yield site("GET", "/", X_Forwarded_For=new("a proxy's header"))
    yield site(
        "POST",
        "/_/csp/",
        json.dumps(
            {"csp-report": {"document-uri": "http://x/sag-nagot/folj/" + new("an address in a browser's report")}}
        ),
        "application/csp-report",
    )
    yield from _uploads(site, sown, part)
    yield site.post("/konto/logga-ut/")


def _logging_in(site: Site, sown: Canaries, laid: Mapping[str, str]) -> Iterator[int]:
    new = sown.new
    yield site("GET", "/konto/logga-in/")
    yield site.post("/konto/logga-in/", login="ingen@exempel.example", password=new("a wrong password"))
    yield site.post("/konto/logga-in/", login=new("an unknown login") + "@exempel.example", password="fel")  # noqa: S106 - wrong on purpose
    yield site.post("/konto/logga-in/?next=/forfragningar/lank/" + new("a link in ?next="), login="x", password="y")  # noqa: S106 - as above
    yield site.post("/konto/logga-in/", login=laid["email"], password=laid["password"])
    yield site.post(
        "/konto/losenord/byt/",
        oldpassword=new("a wrong old password"),
        password1=new("a new password, once"),
        password2=new("and another"),
    )
    yield site.post("/konto/losenord/glomt/", email=laid["email"])
    yield site.post("/konto/bekrafta/", password=new("a wrong password, confirming"))
    yield site("GET", "/konto/losenord/lank/1-" + new("a made-up reset link") + "/")
    sown.known(site.cookies.get("sessionid", "none"), "a live session")
    sown.known(site.cookies.get("csrftoken", "none"), "a live form's token")


def _by_link(site: Site, sown: Canaries, laid: Mapping[str, str]) -> Iterator[int]:
    new, answering = sown.new, f"/forfragningar/lank/{laid['answering']}/"
    yield site("GET", answering)
    yield site("DELETE", answering)
    yield site("GET", answering + "fil/ingen/")
    yield site.post(answering + "bekrafta/", key="k1", name=new("the name of who signs by link"))
    yield site("GET", f"/forfragningar/lank/{new('a made-up answering link')}.abc/")
    yield site("GET", f"/forfragningar/las/{laid['reading']}/")
    yield site("GET", f"/forfragningar/las/{new('a made-up reading link')}/fragor.exe")
    yield site("GET", f"/konto/inbjudan/{laid['invitation']}/")
    yield site("GET", f"/konto/inbjudan/{new('a made-up invitation')}/")
    yield site.post(f"/konto/inbjudan/{laid['invitation']}/", password=new("x")[:11])
    yield site("GET", f"/kalender/{laid['feed']}.ics")
    yield site("PUT", f"/kalender/{laid['feed']}.ics")
    yield site("GET", f"/kalender/{new('a made-up calendar')}.ics")
    yield site("GET", f"/sag-nagot/folj/{laid['said']}/")
    yield site("GET", f"/sag-nagot/folj/{laid['said']}/{new('beneath what was said')}")
    yield site("GET", "/konto/logga-in/?next=" + quote(f"/sag-nagot/folj/{laid['said']}/", safe=""))


def _by_program(site: Site, sown: Canaries, laid: Mapping[str, str]) -> Iterator[int]:
    new, part = sown.new, f"/api/v1/rounds/{laid['round']}/deliveries/{laid['body']}"

    def call(method: str, path: str, data: object = None, key: str = laid["key"]) -> int:
        body = data if isinstance(data, str) else json.dumps(data)
        return site(
            method, path, body, "application/json", Authorization=f"Bearer {key}", Idempotency_Key=secrets.token_hex(8)
        )

    yield call("GET", "/api/v1/me")
    yield call("GET", "/api/v1/me", key="vaxel_" + new("a key nobody made"))
    yield call("GET", "/api/v1/me?key=" + new("a key in the query"), key="")
    yield call("PUT", f"{part}/draft", {"values": {"q3": new("a program's draft")}})
    yield call("PUT", f"{part}/draft", {"values": new("a draft of the wrong form")})
    yield call("PUT", f"{part}/draft", '{"values": ' + new("a body that is no JSON"))
    yield call(
        "POST",
        "/api/v1/signals",
        {
            "kind": "need",
            "title": new("a program's title"),
            "text": new("a program's text"),
            "place": int(laid["body"]),
        },
    )
    yield call("POST", "/api/v1/signals", {"kind": "need", "title": "\x00" + new("a letter that is none")})
    yield call("POST", "/api/v1/webhooks", {"url": f"https://anna:{new('a password in an address')}@exempel.example/"})
    yield call("GET", f"/api/v1/rounds/{new('a made-up number')}")
    yield call("DELETE", "/api/v1/" + new("an endpoint that is none"))


def _uploads(site: Site, sown: Canaries, part: str) -> Iterable[int]:
    new = sown.new
    for name, content in (
        (new("the name of a bad file") + ".exe", "MZ"),
        ("svar.pdf", new("a pdf that is none")),
        ("svar.xlsx", "PK\x03\x04" + new("a broken workbook")),
        ("svar.csv", "a;b\n" + new("a row too long") + ";1;2;3;4"),
    ):
        yield _upload(site, part + "arbetsbok/", name, content)
    yield site(
        "POST", part + "spara/", "--x\r\n" + new("a form that ends in the middle"), "multipart/form-data; boundary=x"
    )
    yield site(
        "POST",
        part + "spara/",
        "&".join(f"f{number}={number}" for number in range(2100)) + "&g=" + new("a form with too many fields"),
    )


def _upload(site: Site, path: str, name: str, content: str) -> int:
    fields = {"csrfmiddlewaretoken": site.cookies.get("csrftoken", "")}
    parts = [f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()]
    parts.append(
        f'--x\r\nContent-Disposition: form-data; name="workbook"; filename="{name}"\r\n\r\n{content}\r\n--x--\r\n'
    )
    return site("POST", path, "".join(parts), "multipart/form-data; boundary=x")


def _until_tried(folder: Path) -> int:
    """How many mails and webhooks the server has tried in vain: what they say of it is a place to look in."""
    began, found = time.monotonic(), 0
    while found < 2 and time.monotonic() - began < PATIENCE:
        time.sleep(1)
        mails = _rows(folder, "SELECT count(*) FROM notices_message WHERE last_error <> ''")
        hooks = _rows(folder, "SELECT count(*) FROM notices_webhookmessage WHERE attempts > 0")
        found = mails[0][0] + hooks[0][0] if mails[0][0] and hooks[0][0] else 0
    return found


def _words(folder: Path) -> dict[str, str]:
    return {place: "\n".join(str(row[0]) for row in _rows(folder, query)) for place, query in WORDS.items()}


def _rows(folder: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(f"file:{folder / 'vaxel.sqlite3'}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
