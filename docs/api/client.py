#!/usr/bin/env python3
"""A program that sends a round through Växel and reads its compilation, with nothing but Python.

    VAXEL_URL=http://127.0.0.1:8000 VAXEL_KEY=vaxel_… python3 docs/api/client.py

Make the key under "Mitt konto", "Nycklar för program", with the right to read and to send. Run it again with the same
RUN name and nothing is done twice: every step has an idempotency key of its own.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from datetime import date, timedelta

URL = os.environ.get("VAXEL_URL", "http://127.0.0.1:8000") + "/api/v1"
KEY = os.environ.get("VAXEL_KEY", "")
RUN = os.environ.get("VAXEL_RUN", f"exempel-{date.today()}")
QUESTIONS = {
    "sections": [
        {
            "id": "s1",
            "title": "Läget",
            "questions": [{"id": "q1", "type": "number", "label": "Hur många har fått stöd?", "required": True}],
        }
    ]
}


def call(method: str, path: str, data: object = None, step: str = "") -> dict:
    """One request; a refusal ends the program with the sentence that says what, where and what to do."""
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    if step:
        headers["Idempotency-Key"] = f"{RUN}.{step}"
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(URL + path, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        sys.exit(f"{method} {path}: {json.load(refused)['detail']}")


def main() -> None:
    me = call("GET", "/me")
    print(f"Nyckeln är {me['body_name']}s.")
    counties = call("GET", "/bodies/search?q=dalarna")
    county = next(body for body in counties if body["kind"] == "county")
    template = call("POST", "/templates", {"title": "Läget i länet", "content": QUESTIONS}, "template")
    draft = {
        "kind": "survey",
        "title": "Hur går det i Dalarna?",
        "text": "En fråga, två minuter.",
        "template": template["id"],
        "audience": {"kinds": ["municipality"], "counties": [county["id"]]},
        "due": str(date.today() + timedelta(days=21)),
        "minutes": 2,
    }
    round_id = call("POST", "/rounds", draft, "round")["id"]
    call("POST", f"/rounds/{round_id}/send", step="send")
    counts = call("GET", f"/rounds/{round_id}/progress")["counts"]
    print(f"Skickad till {counts['asked']}, {counts['answered']} har svarat.")
    compilation = call("GET", f"/rounds/{round_id}/compilation")
    for section in compilation["sections"]:
        for question in section["questions"]:
            figures = question["aggregate"]["figures"] or {"total": "–"}
            print(f"{question['label']} Sammanlagt: {figures['total']}")


if __name__ == "__main__":
    main()
