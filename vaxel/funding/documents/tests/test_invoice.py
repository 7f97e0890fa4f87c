"""A claim as an invoice: exact to the öre, valid by the rules that packages bring, and never called checked untried."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from vaxel.funding.documents import invoice_check
from vaxel.funding.documents.claim import Claim, ClaimError, Line, Party, plain
from vaxel.funding.documents.invoice import NAMES, kronor, ubl_invoice
from vaxel.funding.documents.invoice_check import EN_RULES, PEPPOL_RULES, UBL_SCHEMA, by_schema, check

CLAIM = Claim(
    seller=Party("Region Ås & Öar", "232100-0180", "Vägen 1", "791 29", "Byn"),
    buyer=Party("Utbetalaren", "202100-0829"),
    reference_code="3500",
    number="2020-17",
    issue_date=dt.date(2020, 5, 4),
    due_date=dt.date(2020, 6, 3),
    lines=(Line("Suicidprevention – län", 5_540_000_12), Line("Brukarmedverkan", 1_000_000_00)),
    bankgiro="5050-1055",
    note="Dnr 20/00012",
)


def text(xml, path):
    spaces = {name: uri for name, uri in NAMES.items() if name}
    return [one.text for one in etree.fromstring(xml).findall(path, spaces)]


def test_an_invoice_passes_the_schema_and_cens_rules():
    checked = check(ubl_invoice(CLAIM))
    assert checked.findings == ()
    assert checked.against == (UBL_SCHEMA, EN_RULES)
    assert checked.not_against == (PEPPOL_RULES,)
    assert checked.passed


def test_it_carries_the_reference_code_the_account_and_the_numbers():
    xml = ubl_invoice(CLAIM)
    assert text(xml, "cbc:BuyerReference") == ["3500"]
    assert text(xml, ".//cac:PayeeFinancialAccount/cbc:ID") == ["50501055"]
    assert text(xml, ".//cac:FinancialInstitutionBranch/cbc:ID") == ["SE:BANKGIRO"]
    assert text(xml, ".//cac:PartyLegalEntity/cbc:CompanyID") == ["2321000180", "2021000829"]
    assert text(xml, ".//cac:PartyName/cbc:Name")[0] == "Region Ås & Öar"
    assert text(xml, "cac:LegalMonetaryTotal/cbc:PayableAmount") == ["6540000.12"]


@given(st.lists(st.integers(1, 10**15), min_size=1, max_size=5))
@settings(max_examples=50)
def test_amounts_are_exact_to_the_ore(amounts):
    xml = ubl_invoice(replace(CLAIM, lines=tuple(Line("Rad", one) for one in amounts)))
    lines = [int(one.replace(".", "")) for one in text(xml, "cac:InvoiceLine/cbc:LineExtensionAmount")]
    assert lines == amounts
    assert text(xml, "cac:LegalMonetaryTotal/cbc:PayableAmount") == [kronor(sum(amounts))]


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=50)
def test_whatever_a_title_holds_it_is_read_back_or_refused(title):
    """What XML cannot hold is taken away, spaces gathered; nothing else changes."""
    try:
        xml = ubl_invoice(replace(CLAIM, lines=(Line(title, 1),)))
    except ClaimError:
        return
    read = text(xml, "cac:InvoiceLine/cac:Item/cbc:Name")[0]
    assert read == plain(title)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"seller": Party("Byn", "232100-0181")}, "Byn: ”232100-0181” är inget organisationsnummer"),
        ({"bankgiro": "5050-1056"}, "inget bankgironummer"),
        ({"reference_code": " "}, "saknar referenskod"),
        ({"lines": ()}, "ingen rad"),
        ({"lines": (Line("Inget", 0),)}, "inte större än noll"),
        ({"lines": (Line("Minus", -1),)}, "inte större än noll"),
        ({"lines": (Line("\x00", 1),)}, "saknar text"),
        ({"due_date": dt.date(2020, 5, 3)}, "förfaller 2020-05-03"),
    ],
)
def test_what_an_invoice_cannot_be_sent_with_is_refused_in_a_sentence(change, says):
    with pytest.raises(ClaimError, match=says):
        ubl_invoice(replace(CLAIM, **change))


def test_a_wrong_sum_is_found_by_cens_rules():
    xml = ubl_invoice(CLAIM).replace(
        b'<cbc:PayableAmount currencyID="SEK">6540000.12', b'<cbc:PayableAmount currencyID="SEK">6540000.13'
    )
    checked = check(xml)
    assert {finding.rule for finding in checked.findings} == {"BR-CO-16"}
    assert not checked.passed


def test_what_the_schema_does_not_know_is_found():
    found = by_schema(ubl_invoice(CLAIM).replace(b"cbc:BuyerReference", b"cbc:BuyersReference"))
    assert any(finding.fatal and "BuyersReference" in finding.text for finding in found)


@pytest.mark.parametrize("gone", [{"RULES": EN_RULES}, {"RULES": EN_RULES, "SCHEMA": UBL_SCHEMA}])
def test_rules_that_are_not_installed_are_named_as_not_checked(gone, monkeypatch):
    for package in gone:
        monkeypatch.setattr(invoice_check, package, ("not_a_package", "rules.xslt"))
    checked = check(ubl_invoice(CLAIM))
    assert set(checked.not_against) == {PEPPOL_RULES, *gone.values()}
    assert not checked.passed


def test_rules_that_answer_nothing_are_no_approval(monkeypatch):
    monkeypatch.setattr(invoice_check, "_transformed", lambda xml, stylesheet: b"<out/>")
    checked = check(ubl_invoice(CLAIM))
    assert EN_RULES in checked.not_against
    assert not checked.passed


def test_no_file_is_read_that_a_document_names(tmp_path):
    """Neither by lxml nor by Saxon, which reads it unless told not to before its first document."""
    secret = tmp_path / "secret.txt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    doctype = f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    xml = ubl_invoice(CLAIM).replace(b"<Invoice", doctype + b"<Invoice").replace(b"Dnr 20/00012", b"&x;")
    checked = check(xml)
    assert checked.against == ()
    assert not checked.passed
    stylesheet = invoice_check._file_of(*invoice_check.RULES)
    with pytest.raises(Exception, match="DOCTYPE is disallowed"):
        invoice_check._transformed(xml, stylesheet)
