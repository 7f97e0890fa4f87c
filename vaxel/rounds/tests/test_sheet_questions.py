"""Questions out of a plain sheet: what a column and a type may be called, what each row becomes, and why not."""

import pytest

from vaxel.rounds.domain.question import QuestionType
from vaxel.rounds.domain.sheet_questions import RowFate, SheetError, content_of, read_rows, unfinished
from vaxel.rounds.domain.template import check, parse

HEADER = ("Avsnitt", "Fråga", "Typ", "Alternativ", "Obligatorisk", "Hjälptext", "Enhet")


def read(*rows, header=HEADER):
    """Each row as far as it is filled in; the first stands on line 2 of the sheet."""
    return read_rows(header, [(line, dict(zip(header, row, strict=False))) for line, row in enumerate(rows, 2)])


def one(label="Hur gick det?", kind="", options="", required="", **more):
    (fate,) = read(
        (more.get("section", ""), label, kind, options, required, more.get("help", ""), more.get("unit", ""))
    )
    return fate


def test_a_row_becomes_a_question():
    fate = one(
        " Hur många platser? ",
        "Tal",
        required="Ja",
        section="Läget",
        help="Räkna den 31 december.",
        unit="platser",
    )
    assert fate == RowFate(
        2, "Hur många platser?", "number", "Läget", (), True, "Räkna den 31 december.", "platser", why=None
    )


def test_a_sheet_of_questions_alone_is_enough():
    assert read(("Vad var svårt?",), header=("Fråga",)) == [RowFate(2, "Vad var svårt?", "text")]


def test_a_row_may_end_before_its_last_columns():
    assert read(("Läget", "Vad var svårt?")) == [RowFate(2, "Vad var svårt?", "text", "Läget")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *((word, "section") for word in ("Avsnitt", "Rubrik", "Section")),
        *((word, "options") for word in ("Alternativ", "Svarsalternativ", "Options", "Alternatives")),
        *((word, "required") for word in ("Obligatorisk", "Måste besvaras", "Required", "Mandatory")),
        *((word, "help") for word in ("Hjälptext", "Anvisning", "Help", "Help text", "Guidance")),
        *((word, "unit") for word in ("Enhet", "Unit")),
    ],
)
def test_what_a_column_may_be_called(heading, field):
    written, read_as = {"options": ("ja; nej", ("ja", "nej")), "required": ("ja", True)}.get(field, ("år", "år"))
    (fate,) = read(("Hur?", written), header=("Fråga", f" {heading.upper()} "))
    assert (fate.why, getattr(fate, field)) == (None, read_as)


@pytest.mark.parametrize("heading", ["Fråga", "frågan", "QUESTION "])
def test_what_the_column_of_questions_may_be_called(heading):
    assert [fate.label for fate in read(("Hur?",), header=(heading,))] == ["Hur?"]


@pytest.mark.parametrize("heading", ["Typ", "Svarstyp", "Type"])
def test_what_the_column_of_types_may_be_called(heading):
    assert [fate.kind for fate in read(("Hur?", "Datum"), header=("Fråga", heading))] == ["date"]


def test_of_two_columns_of_the_same_name_the_first_is_read():
    assert [fate.label for fate in read(("A", "B"), header=("Fråga", "Question"))] == ["A"]


def test_without_a_column_of_questions_nothing_is_read():
    with pytest.raises(SheetError, match="ingen kolumn som heter Fråga") as no:
        read(("Läget",), header=("Avsnitt",))
    assert str(no.value.sentence) == str(no.value)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, "text") for word in ("", "Kort text", "text")),
        *((word, "long_text") for word in ("Fritext", "lång text", "long text")),
        *((word, "yes_no") for word in ("Ja eller nej", "JA/NEJ", "yes/no")),
        *((word, "one") for word in ("ett val", "val", "flerval, ett svar", "one choice")),
        *((word, "many") for word in ("flera val", "flerval", "several choices")),
        *((word, "number") for word in ("tal", "siffra", "antal", "number")),
        *((word, "money") for word in ("belopp", "kronor", "kr", "money")),
        *((word, "date") for word in ("datum", "date")),
        *((word, "scale") for word in ("skala", "skala 1-5", "skala 1–5", "scale")),
        *((word, "file") for word in ("fil", "bilaga", "file")),
    ],
)
def test_what_a_type_may_be_called(word, kind):
    fate = one(kind=word, options="Lite; Mycket" if kind in ("one", "many") else "")
    assert (fate.kind, fate.why) == (kind, None)


def test_alternatives_without_a_type_are_one_choice():
    assert one(options="Lite; Mycket").kind == QuestionType.ONE
    assert one(kind="flera val", options="Lite; Mycket").kind == QuestionType.MANY


def test_alternatives_are_parted_by_semicolons_or_lines_and_each_is_there_once():
    assert one(options=" Lite ;Lagom, tack\nMycket;;Lite; ").options == ("Lite", "Lagom, tack", "Mycket")


@pytest.mark.parametrize(
    ("word", "required"),
    [
        *((word, True) for word in ("ja", "X", "yes", "1", "Sant")),
        *((word, False) for word in ("", "Nej", "no", "0", "falskt", "–", "-")),
    ],
)
def test_whether_it_must_be_answered(word, required):
    fate = one(required=word)
    assert (fate.required, fate.why) == (required, None)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"label": "  "}, "ingen fråga"),
        ({"kind": "Tabell"}, "Lägg till den i mallen efteråt"),
        ({"kind": "table"}, "Lägg till den i mallen efteråt"),
        ({"kind": "Dikt"}, "Typen ”Dikt” finns inte"),
        ({"kind": "ett val"}, "minst två alternativ"),
        ({"kind": "flera val", "options": "Lite; Lite"}, "minst två alternativ"),
        ({"required": "Kanske"}, "inte ”Kanske”"),
    ],
)
def test_why_a_row_is_refused(row, says):
    assert says in str(one(**row).why)


def test_a_refused_row_says_what_stood_there():
    fate = one(kind="Dikt", options="Lite; Mycket", section="Läget", help="Skriv.", unit="år", required="ja")
    assert (fate.number, fate.label, fate.kind) == (2, "Hur gick det?", "Dikt")
    assert (fate.section, fate.options) == ("Läget", ("Lite", "Mycket"))


def test_the_same_question_again_is_refused_whatever_its_capitals():
    fates = read(("A", "Hur gick det?"), ("B", "HUR GICK DET?"), ("B", "Hur går det?"))
    assert [fate.why and "tidigare rad" in str(fate.why) for fate in fates] == [None, True, None]


def test_a_row_without_a_section_goes_on_in_the_last_one():
    fates = read(("", "Ett?"), ("Läget", "Två?"), ("", "Tre?"), ("Sedan", "Fyra?"))
    assert [(fate.number, fate.section) for fate in fates] == [(2, ""), (3, "Läget"), (4, "Läget"), (5, "Sedan")]


def test_two_hundred_questions_are_a_template_and_one_more_is_not():
    rows = [("", f"Fråga {number}?") for number in range(201)]
    assert len(read(*rows[:200])) == 200
    with pytest.raises(SheetError, match="fler än 200"):
        read(*rows)


def without_ids(value):
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "id"}
    return value


def test_the_rows_become_a_templates_content():
    fates = read(
        ("", "Vem svarar?"),
        ("Läget", "Har ni en plan?", "ja/nej", "", "ja"),
        ("", "Hur går det?", "val", "Bra; Dåligt", "", "Välj ett."),
        ("", "Hur är det?", "dikt"),
        ("", "Antal platser", "tal", "", "", "", "platser"),
        ("", "Antal besök", "tal"),
        ("Slutet", "Vad mer?", "fritext", "", "", "", "sidor"),
    )
    content = content_of(fates)
    assert len({question.id for question in parse(content)}) == 6
    bare = {"help": "", "required": False}
    assert without_ids(content) == {
        "sections": [
            {"title": "", "help": "", "questions": [bare | {"type": "text", "label": "Vem svarar?"}]},
            {
                "title": "Läget",
                "help": "",
                "questions": [
                    bare
                    | {"type": "one", "label": "Har ni en plan?", "required": True}
                    | {"options": [{"label": "Ja"}, {"label": "Nej"}]},
                    bare
                    | {"type": "one", "label": "Hur går det?", "help": "Välj ett."}
                    | {"options": [{"label": "Bra"}, {"label": "Dåligt"}]},
                    bare | {"type": "number", "label": "Antal platser", "unit": "platser"},
                    bare | {"type": "number", "label": "Antal besök"},
                ],
            },
            {"title": "Slutet", "help": "", "questions": [bare | {"type": "long_text", "label": "Vad mer?"}]},
        ]
    }


def test_what_the_rows_make_can_be_used_at_once_and_what_is_left_to_mend_is_counted():
    whole = read(("Läget", "Hur?"), ("Slutet", "Vad?"))
    assert (check(content_of(whole)), unfinished(whole)) == ([], 0)
    assert unfinished(read(("", "Hur?"), ("Slutet", "Vad?"))) == 1  # of two sections each has a heading
    assert unfinished(read(("", "", ""))) == 1  # no question at all
