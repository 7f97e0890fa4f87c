"""Real LibreOffice opens our workbook, works out its formulas and saves it; what it saved is read as what was filled in."""

import io

import pytest
from openpyxl import load_workbook

from vaxel.rounds.domain.book import of_body
from vaxel.rounds.domain.fates import Fate, judge
from vaxel.rounds.tests.all_types import ALL_TYPES
from vaxel.rounds.tests.spreadsheet import resave
from vaxel.rounds.tests.test_book import QUESTIONS, book, read, write

pytestmark = pytest.mark.libreoffice

STORED = {
    "text": "Före",
    "long": "En rad\nen rad till",
    "number": "1234.5",
    "whole": "1000",
    "money": 71_250_050,
    "date": "2020-01-31",
    "one": "b",
    "many": ["a", "c"],
    "scale": 7,
    "table": {"r1": {"k1": "1.5", "k2": 9_950, "k3": "2021-03-31"}, "r2": {"k4": "=inte en formel"}},
    "section": "c",
    "free": "2.1",
}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory):
    home = tmp_path_factory.mktemp("libreoffice")
    return lambda content: resave(content, home)


def test_opened_filled_and_saved_by_libreoffice_every_type_comes_back(resaved):
    untouched = resaved(book(STORED))
    filled = read(untouched)
    assert judge(QUESTIONS, STORED, of_body(filled.entries, 0), filled.seen[0]).changes == {}
    assert judge(QUESTIONS, {}, of_body(filled.entries, 0), {}).changes == STORED
    it_is_still_locked_with_its_ids_hidden_and_its_checks(untouched)

    worked_out = resaved(write(untouched, number="=1000+234.56", text="Efter", **{"many/c": None}))
    found = judge(QUESTIONS, STORED, of_body(read(worked_out).entries, 0), filled.seen[0])
    assert found.changes == {"number": "1234.56", "text": "Efter", "many": ["a"]}
    assert {fate.fate for fate in found.fates} == {Fate.CHANGED, Fate.UNCHANGED}
    assert [fate.entry.question_id for fate in found.fates if fate.entry.formula] == ["number"]


def it_is_still_locked_with_its_ids_hidden_and_its_checks(content):
    opened = load_workbook(io.BytesIO(content))
    sheet = opened["Svar"]
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert {check.type for check in sheet.data_validations.dataValidation} >= {"list", "whole", "decimal", "date"}
    assert len([name for name in opened.sheetnames if name.startswith("Tabell")]) == len(
        [q for section in ALL_TYPES["sections"] for q in section["questions"] if q["type"] == "table"]
    )
