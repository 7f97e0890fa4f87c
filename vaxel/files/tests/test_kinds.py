"""What each kind of file is called, begins with and ends with, and how large it may be."""

import pytest

from vaxel.files.domain.sniff import sniff
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import GOOD, PNG


def why(name, content):
    with pytest.raises(Unfit) as no:
        sniff(name, content)
    return no.value


OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.pdf", "application/pdf"),
        ("a.docx", OFFICE + "wordprocessingml.document"),
        ("a.xlsx", OFFICE + "spreadsheetml.sheet"),
        ("a.pptx", OFFICE + "presentationml.presentation"),
        ("a.odt", "application/vnd.oasis.opendocument.text"),
        ("a.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.csv", "text/csv; charset=windows-1252"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.JPEG", "image/jpeg"),
    ],
)
def test_a_file_is_sent_on_as_what_it_is(name, media_type):
    assert sniff(name, GOOD[name]).media_type == media_type


@pytest.mark.parametrize(
    "beginning",
    [
        b"MZ\x90",
        b"\x7fELF",
        b"#!/bin/sh",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"<html>",
        b"<HTML lang=sv>",
        b"<!doctype html>",
        b"<script>",
        b"<?xml version='1.0'?>",
        b"<svg/>",
    ],
)
@pytest.mark.parametrize("before", [b"", b"  \r\n\t"])
def test_another_kind_of_file_is_no_text(beginning, before):
    assert why("a.txt", before + beginning).reason == Reason.NOT_WHAT_IT_SAYS
    assert sniff("a.txt", b"x" + beginning[:2].replace(b"\x7f", b"") + b" mitt i en text")


def test_twenty_megabytes_are_looked_at_and_no_more():
    assert why("a.pdf", bytes(20 * 2**20)).reason == Reason.NOT_WHAT_IT_SAYS
    no = why("a.pdf", bytes(20 * 2**20 + 1))
    assert (no.reason, no.facts["limit"]) == (Reason.TOO_BIG, 20 * 2**20)


@pytest.mark.parametrize(
    ("name", "content", "end"),
    [("a.png", PNG[:-8], b"IEND"), ("a.jpg", b"\xff\xd8\xff\xe0", b"\xff\xd9")],
    ids=["png", "jpg"],
)
def test_a_picture_ends_within_its_last_sixty_four_kilobytes(name, content, end):
    after = bytes(2**16 - len(end))
    assert sniff(name, content + end + after).name == name
    assert why(name, content + end + after + b"\x00").reason == Reason.BROKEN


def test_what_is_logged_of_a_file_says_why_and_which():
    assert "not_allowed" in str(why("a.exe", b"MZ"))
    assert "a.exe" in str(why("a.exe", b"MZ"))
