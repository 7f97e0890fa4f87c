"""What a report says of the mail it is about: each field, each kind of part, and how much is looked at."""

import pytest

from vaxel.notices.domain.bounce import Report, UnreadableError, read_report

ID, OTHER = "0123456789abcdef" * 2, "f" * 32
FIELDS = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 User unknown\n"
STATUS_KIND, HEADERS_KIND = "message/delivery-status", "text/rfc822-headers"
RETURNED = f"Subject: En fraga\nMessage-ID: <{ID}@vaxel.example>\n"


def report(fields=FIELDS, *, kind=STATUS_KIND, returned=RETURNED, returned_kind=HEADERS_KIND, head=""):
    return (
        f'{head}Content-Type: multipart/report; boundary="B"\n\n'
        f"--B\nContent-Type: {kind}\n\n{fields}\n"
        f"--B\nContent-Type: {returned_kind}\n\n{returned}\n--B--\n"
    ).encode()


def within(raw, layers):
    for number in range(layers):
        head = f'Content-Type: multipart/mixed; boundary="L{number}"\n\n--L{number}\n'
        raw = head.encode() + raw + f"\n--L{number}--\n".encode()
    return raw


def test_a_report_as_it_is_read():
    assert read_report(report()) == Report((ID,), True, "5.1.1", "550 User unknown")


@pytest.mark.parametrize(
    ("fields", "is_final"),
    [
        ("Action: failed\nStatus: 5.1.1\n", True),
        ("Action:  FAILED \nStatus: 4.4.7\n", True),
        ("Action: failed\n", True),
        ("Action: delayed\nStatus: 5.0.0\n", False),
        ("Action: delayed\n", False),
        ("Status: 5.1.1\n", True),
        ("Status: 4.4.7\n", False),
    ],
)
def test_it_is_final_if_the_server_says_failed_or_says_nothing_but_a_five(fields, is_final):
    assert read_report(report(fields)).is_final is is_final


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("Status: 5.2.2\nDiagnostic-Code: smtp; 550 5.1.1 Nej\n", "5.2.2"),
        ("Action: failed\nDiagnostic-Code: smtp; 550 5.1.1 Nej\n", "5.1.1"),
        ("Action: failed\nStatus: okand\n", ""),
        ("Action: failed\n", ""),
    ],
)
def test_the_status_is_its_own_field_or_what_the_server_said(fields, status):
    assert read_report(report(fields)).status == status


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("smtp; 550 Full; try later", "550 Full; try later"),
        ("550 User unknown", "550 User unknown"),
        ("smtp; 550\n   User\tunknown", "550 User unknown"),
        ("smtp; " + "x" * 300, "x" * 250),
    ],
)
def test_the_servers_words_in_one_line_for_a_person_to_read(said, words):
    assert read_report(report(f"Action: failed\nDiagnostic-Code: {said}\n")).words == words


def test_a_server_without_words_is_given_none():
    assert read_report(report("Action: failed\n")).words == ""


@pytest.mark.parametrize("kind", ["message/rfc822", HEADERS_KIND, "message/global", "message/global-headers"])
def test_the_mail_it_brings_back_is_known_by_its_identity(kind):
    assert read_report(report(returned_kind=kind)).identities == (ID,)


def test_what_a_person_has_written_of_a_mail_is_no_mail_brought_back():
    assert read_report(report(returned_kind="text/plain")).identities == ()


@pytest.mark.parametrize("name", ["Delivered-To", "X-Original-To", "To", "In-Reply-To", "References"])
def test_each_line_of_the_envelope_tells_which_mail_it_is_about_before_what_it_brings_back(name):
    assert read_report(report(head=f"{name}: <studs+{OTHER}@vaxel.example>\n")).identities == (OTHER, ID)


def test_a_line_that_is_not_the_envelopes_tells_nothing():
    assert read_report(report(head=f"Subject: <{OTHER}@vaxel.example>\n")).identities == (ID,)


@pytest.mark.parametrize("kind", [STATUS_KIND, "message/global-delivery-status"])
@pytest.mark.parametrize("fields", ["Action: failed\n", "Status: 5.1.1\n"])
def test_the_fields_about_the_receiver_are_those_with_an_action_or_a_status(kind, fields):
    assert read_report(report(fields, kind=kind)).is_final


def test_the_block_about_the_receiver_comes_after_that_about_the_server():
    assert read_report(report(f"Reporting-MTA: dns; mx.mora.example\n\n{FIELDS}")).status == "5.1.1"


@pytest.mark.parametrize(
    "raw",
    [
        report(kind="text/plain"),
        report("Reporting-MTA: dns; mx.mora.example\n"),
        f"Subject: Semester\n\n{FIELDS}".encode(),
    ],
)
def test_without_such_fields_it_is_no_report(raw):
    with pytest.raises(UnreadableError, match="no delivery status"):
        read_report(raw)


def test_two_million_bytes_are_read_and_not_one_more():
    raw = report()
    full = raw + b"x" * (2_000_000 - len(raw))
    assert read_report(full).identities == (ID,)
    with pytest.raises(UnreadableError, match="too large"):
        read_report(full + b"x")


def test_twenty_parts_within_parts_are_looked_into():
    """The fields lie two steps down in the report itself."""
    assert read_report(within(report(), 18)).identities == (ID,)
    with pytest.raises(UnreadableError, match="too many parts"):
        read_report(within(report(), 19))


def test_a_report_in_other_letters_has_a_block_of_its_own_for_the_receiver():
    """RFC 6533: the same blocks under another type, which is read as one message and its text."""
    fields = f"Reporting-MTA: dns; mx.exempel.example\n\nFinal-Recipient: utf-8; åsa@exempel.example\n{FIELDS}"
    found = read_report(report(fields, kind="message/global-delivery-status"))
    assert (found.is_final, found.status, found.words) == (True, "5.1.1", "550 User unknown")
