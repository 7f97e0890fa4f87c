"""One form with sections by type of receiver: each body sees, answers and is counted in its own sections alone."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import load_workbook

from vaxel.files.tests.specimens import pdf
from vaxel.network.domain.kinds import BIT, Kind, Role, kinds_in, mask
from vaxel.rounds import documents, facts
from vaxel.rounds.commands.answers import answer_on_behalf, save_draft, submit, withdraw
from vaxel.rounds.commands.deliveries import decline, nothing_to_report, request_completion
from vaxel.rounds.domain.asked import for_body
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.domain.state import Step
from vaxel.rounds.domain.template import ContentError, check, parse
from vaxel.rounds.queries.asked import Views, questions_for
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.earlier import earlier_answers
from vaxel.rounds.queries.exported import table
from vaxel.rounds.queries.offered import offered
from vaxel.ui.refusal import Refusal

MONEY = {"type": "money", "min": "0"}
DIVIDED = {
    "sections": [
        {"id": "all", "title": "Alla", "questions": [{"id": "text", "type": "text", "label": "Vem svarar?"}]},
        {
            "id": "own",
            "title": "Kommunens medel",
            "for_kinds": ["municipality"],
            "questions": [{"id": "m", "label": "Använt i kommunen", "required": True, **MONEY}],
        },
        {
            "id": "reg",
            "title": "Regionens medel",
            "for_kinds": ["region"],
            "questions": [{"id": "r", "label": "Använt i regionen", "required": True, **MONEY}],
        },
    ]
}
QUESTIONS = parse(DIVIDED)


@pytest.fixture
def asked(world):
    return world.sent(kinds=("municipality", "region"), template_version=world.version(DIVIDED))


def ids(questions):
    return [question.id for question in questions]


def say(world, round, body, **values):
    delivery, by = world.delivery(round, body), world.actor(body)
    save_draft(delivery, values, by=by)
    submit(delivery, by=by, key=world.key(), received_at=world.now())
    return delivery


@pytest.mark.parametrize("bits", [0, 1, BIT[Kind.REGION] | BIT[Kind.MUNICIPALITY], sum(BIT.values())])
def test_the_bits_are_read_back_as_they_were_written(bits):
    assert mask(kinds_in(bits)) == bits


def test_each_kind_sees_its_own_sections_and_one_of_two_kinds_both():
    assert ids(for_body(QUESTIONS, [Kind.MUNICIPALITY])) == ["text", "m"]
    assert ids(for_body(QUESTIONS, [Kind.REGION])) == ["text", "r"]
    assert ids(for_body(QUESTIONS, [Kind.REGION, Kind.MUNICIPALITY])) == ["text", "m", "r"]
    assert ids(for_body(QUESTIONS, [Kind.COUNTY])) == ["text"]


def test_only_one_of_two_kinds_is_told_whom_a_section_is_for():
    assert not any(section.for_kinds for section in for_body(QUESTIONS, [Kind.REGION]).sections)
    assert any(section.for_kinds for section in for_body(QUESTIONS, [Kind.REGION, Kind.MUNICIPALITY]).sections)


def test_a_kind_that_is_none_is_no_template():
    with pytest.raises(ContentError):
        parse({"sections": [{"id": "s", "for_kinds": ["landsting"], "questions": []}]})


def test_a_condition_on_what_others_are_asked_is_told():
    choice = {
        "id": "c",
        "type": "one",
        "label": "Val",
        "options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}],
    }
    hangs = {"id": "h", "type": "text", "label": "Mer", "show_if": {"question": "c", "is": ["a"]}}
    sections = [
        {"id": "s1", "title": "Kommuner", "for_kinds": ["municipality"], "questions": [choice]},
        {"id": "s2", "title": "Alla", "questions": [hangs]},
    ]
    assert [problem.where for problem in check({"sections": sections})] == ["h"]
    sections[1]["for_kinds"] = ["municipality"]
    assert check({"sections": sections}) == []


def test_a_body_is_asked_by_its_kind_on_the_frames_day(world, asked):
    for body, wanted in ((world.falun, ["text", "m"]), (world.region_dalarna, ["text", "r"])):
        assert ids(questions_for(world.delivery(asked, body))) == wanted
    assert ids(questions_for(world.delivery(asked, world.gotland))) == ["text", "m", "r"]


def test_one_of_two_kinds_is_asked_as_what_the_round_asks(world):
    round = world.sent(template_version=world.version(DIVIDED))
    assert ids(questions_for(world.delivery(round, world.gotland))) == ["text", "m"]


def test_the_others_questions_can_neither_be_answered_nor_missed(world, asked):
    falun, by = world.delivery(asked, world.falun), world.actor(world.falun)
    with pytest.raises(Refusal, match="finns inte i den här"):
        save_draft(falun, {"r": "5"}, by=by)
    with pytest.raises(Refusal, match="behöver ett svar"):
        submit(falun, by=by, key="k", received_at=world.now())
    assert say(world, asked, world.falun, m="5").answers.get().values == {"m": 500}
    assert say(world, asked, world.gotland, m="5", r="7").answers.get().values == {"m": 500, "r": 700}


def test_the_coordinator_registers_only_what_the_body_is_asked(world, asked):
    sam, mora = world.actor(world.dalarna, Role.COORDINATOR), world.delivery(asked, world.mora)
    source = SimpleUploadedFile("brev.pdf", pdf())
    how = {"by": sam, "key": world.key(), "received_at": world.now()}
    with pytest.raises(Refusal):
        answer_on_behalf(mora, {"r": "5"}, source, **how)
    source.seek(0)
    assert answer_on_behalf(mora, {"m": "5"}, source, **how).step == Step.ANSWERED


def test_a_section_has_its_own_denominator_and_those_not_asked_are_not_missing(world, asked):
    say(world, asked, world.falun, m="5")
    say(world, asked, world.gotland, m="7", r="9")
    whole = compiled(asked)
    everyone, own, region = whole.sections
    assert (everyone.n_asked, everyone.n_answered) == (None, None)
    assert (own.n_asked, own.n_answered) == (6, 2)  # five municipalities and Gotland
    assert (region.n_asked, region.n_answered) == (3, 1)
    assert [(q.shown, q.aggregate.answered) for q in (*own.questions, *region.questions)] == [(2, 2), (1, 1)]
    dalarna = compiled(asked, world.dalarna.pk)
    assert [(s.n_asked, s.n_answered) for s in dalarna.sections[1:]] == [(3, 1), (1, 0)]
    assert dalarna.sections[2].tells_who
    assert not own.tells_who


def test_dividing_costs_no_query_per_body(world, asked, django_assert_num_queries):
    say(world, asked, world.falun, m="5")
    compiled(asked)  # the round's own frame and questions are read once
    with django_assert_num_queries(2):
        compiled(asked)
    for body in (world.mora, world.gotland):
        say(world, asked, body, m="5", **({"r": "1"} if body == world.gotland else {}))
    with django_assert_num_queries(2):
        compiled(asked)


def test_whom_no_question_is_put_to_is_not_sent_to(world):
    with pytest.raises(Refusal, match="Ingen fråga ställs till län"):
        world.sent(
            kinds=("municipality", "county"),
            template_version=world.version({"sections": [DIVIDED["sections"][1]]}),
        )


def test_the_export_says_whom_a_column_is_for(world, asked):
    say(world, asked, world.falun, m="5")
    head, rows = table(asked, world.secretary)
    assert head[-2:] == ["Använt i kommunen (kr) (kommuner)", "Använt i regionen (kr) (regioner)"]
    assert [row[-2:] for row in rows if row[1] == "Falu kommun"] == [[5, None]]


def test_paper_says_whom_a_section_is_for_and_ones_own_holds_only_ones_own(world, asked):
    def words(of):
        return [one.text for one in Document(io.BytesIO(documents.questions_docx(of))).paragraphs]

    assert {"Gäller kommuner.", "Gäller regioner.", "3. Använt i regionen"} <= set(words(asked))
    own = words(world.delivery(asked, world.falun))
    assert "2. Använt i kommunen" in own
    assert not [line for line in own if "regionen" in line or "Gäller" in line]
    assert documents.questions_pdf(asked).startswith(b"%PDF")


def test_a_workbook_for_several_has_nothing_to_fill_for_those_not_asked(world, asked):
    views = Views(asked)
    bodies = [world.delivery(asked, body) for body in (world.falun, world.region_dalarna)]
    columns = [documents.BodyColumn(one.body_id, "", {}, frozenset(ids(views.at(one.position)))) for one in bodies]
    asked_of = views.of(one.position for one in bodies)
    sheet = load_workbook(io.BytesIO(documents.round_workbook(asked, asked_of, columns)))["Svar"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=3)}
    assert [cell.protection.locked for cell in rows["m"][4:6]] == [False, True]
    assert [cell.protection.locked for cell in rows["r"][4:6]] == [True, False]


@pytest.fixture
def heard():
    told = []

    def listen(sender, **fact):
        told.append((fact["delivery"].body_id, str(fact["step"]), fact["answer"] and fact["answer"].values))

    facts.answered.connect(listen, sender=RoundKind.ACCOUNT)
    yield told
    facts.answered.disconnect(listen, sender=RoundKind.ACCOUNT)


def test_what_stands_is_told_to_those_above(world, asked, heard):
    falun = say(world, asked, world.falun, m="5")
    how = {"key": world.key(), "received_at": world.now()}
    request_completion(falun, "Vad avser beloppet?", by=world.secretary, **how)
    withdraw(falun, by=world.actor(world.falun), **how)
    nothing_to_report(falun, by=world.actor(world.falun), **how)
    decline(world.delivery(asked, world.mora), "Hinner inte", by=world.actor(world.mora), **how)
    assert heard == [
        (world.falun.pk, "answered", {"m": 500}),
        (world.falun.pk, "completion_requested", {"m": 500}),
        (world.falun.pk, "withdrawn", None),
        (world.falun.pk, "nothing_to_report", None),
        (world.mora.pk, "declined", None),
    ]


def test_other_kinds_of_round_are_not_told(world, heard):
    round = world.sent(kind=RoundKind.SURVEY)
    say(world, round, world.falun, q1="5")
    assert heard == []


def test_what_is_known_already_is_offered_if_it_fits(world, asked):
    def provider(delivery):
        return {"m": (1200, "beslutet den 3 mars"), "r": (1300, "beslutet"), "text": (5, "fel sort")}

    offered.register(provider)
    try:
        found = earlier_answers(world.delivery(asked, world.falun))
    finally:
        offered._providers.remove(provider)
    assert {key: (one.value, one.source.said) for key, one in found.items()} == {"m": (1200, "beslutet den 3 mars")}
