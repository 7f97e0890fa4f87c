"""What a browser refused becomes a line in the log; nothing that is sent there can do harm."""

import json
import logging

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

REPORT = {
    "document-uri": "https://vaxel.example/natverk/?q=hemligt",
    "effective-directive": "script-src-elem",
    "blocked-uri": "https://ond.example/x.js",
    "script-sample": "alert('hemligt')",
}


def post(client, body, **more):
    return client.post(reverse("csp_report"), body, content_type="application/csp-report", **more)


def test_a_report_is_one_line_without_what_was_asked_for(client, caplog):
    caplog.set_level(logging.INFO, "vaxel.security")
    assert post(client, json.dumps({"csp-report": REPORT})).status_code == 204
    (said,) = [record.getMessage() for record in caplog.records]
    assert "directive=script-src-elem blocked=https://ond.example/x.js page=https://vaxel.example/natverk/" in said
    assert "hemligt" not in said


@pytest.mark.parametrize("body", ["", "{", "[]", '{"csp-report": 3}', "x" * 9000, "\xff"])
def test_whatever_else_comes_is_nothing(client, caplog, body):
    caplog.set_level(logging.INFO, "vaxel.security")
    assert post(client, body).status_code == 204
    assert not caplog.records


def test_a_form_is_no_report(client):
    assert client.post(reverse("csp_report"), {"csp-report": "x"}).status_code == 204


def test_a_flood_is_not_written_down(client, caplog):
    from django.core.cache import cache

    cache.clear()
    caplog.set_level(logging.INFO, "vaxel.security")
    for _each in range(40):
        post(client, json.dumps({"csp-report": REPORT}))
    assert len(caplog.records) == 30
    cache.clear()


def test_every_page_says_where(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert f"report-uri {reverse('csp_report')}" in policy
    assert "base-uri 'none'" in policy
