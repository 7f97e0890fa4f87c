"""A county's joint answer: adopted by each party for itself, stale when something below changes, counted once."""

import datetime as dt

import pytest
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.agreements import Wording, draft_agreement, propose_agreement, sign_agreement
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.checks import checks, wrong_bound
from vaxel.rounds.commands import answers, joint, rounds
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.domain.state import Flag, Outcome, Step, outcome
from vaxel.rounds.models import Answer, JointAnswer, JointSignature
from vaxel.rounds.queries.compile import compiled
from vaxel.rounds.queries.exported import table
from vaxel.rounds.queries.joint import jointly, proposed, proposed_in
from vaxel.rounds.queries.joint_waiting import to_adopt
from vaxel.rounds.tests.browsing import browser, text_of
from vaxel.ui.refusal import Refusal

PARTIES = ("region_dalarna", "falun", "mora", "orsa")
OWN = {"region_dalarna": "10", "falun": "3", "mora": "2"}  # Orsa has not answered
ROLE = {"orsa": Role.APPROVER}  # where answers are decided in two steps the approver adopts


@pytest.fixture
def agreement(world):
    made = draft_agreement(
        world.dalarna, Wording("Samverkan", today(), permits=frozenset({Permits.JOINT_ANSWER})), by=SYSTEM
    )
    propose_agreement(made, by=SYSTEM)
    for party in PARTIES:
        by = world.actor(getattr(world, party), ROLE.get(party, Role.CONTACT))
        sign_agreement(made, by=by)
    return made


@pytest.fixture
def sent(world, agreement):
    made = world.sent(kinds=["region", "municipality"])
    for party, number in OWN.items():
        answer(world, made, party, number)
    return made


def answer(world, sent, party, number, **more):
    body = getattr(world, party)
    mine = world.delivery(sent, body)
    answers.save_draft(mine, {"q1": number, **more}, by=world.actor(body))
    answers.submit(mine, by=world.actor(body), key=world.key(), received_at=world.now())


def put_forward(world, sent, **values):
    county = world.actor(world.dalarna, Role.COORDINATOR)
    joint.save_joint(sent, world.dalarna.pk, values or {"q1": "15"}, by=county)
    joint.propose_joint(sent, world.dalarna.pk, by=county)
    return shown(world, sent)


def shown(world, sent):
    return proposed(JointAnswer.objects.get(round=sent, node=world.dalarna))


def adopt(world, sent, *parties, by=None, seen=None):
    for party in parties or PARTIES:
        body = getattr(world, party)
        joint.adopt(
            world.delivery(sent, body),
            seen or shown(world, sent).hash,
            by=by or world.actor(body, ROLE.get(party, Role.CONTACT)),
            key=world.key(),
            received_at=world.now(),
        )


def totals(sent, basis, node=None):
    whole = compiled(sent, node and node.pk, basis=basis)
    figures = whole.question("q1").aggregate.figures
    return (int(figures.total) if figures else None, whole.n_answered)


def state(world, sent, party):
    return world.delivery(sent, getattr(world, party)).state


def test_adopted_by_all_it_counts_once_at_the_county_and_three_levels_up(world, sent):
    answer(world, sent, "varberg", "100")
    put_forward(world, sent)
    adopt(world, sent, "region_dalarna", "falun", "mora")
    assert totals(sent, Basis.ADOPTED) == totals(sent, Basis.ANSWERED) == (115, 4)  # Orsa has not adopted it yet
    adopt(world, sent, "orsa")
    for node, others in ((world.dalarna, 0), (world.north, 100), (None, 100)):
        assert totals(sent, Basis.ADOPTED, node) == (15 + others, 1 + bool(others))
        assert totals(sent, Basis.ANSWERED, node) == (15 + others, 3 + bool(others))
    assert set(jointly(sent).values()) == {world.dalarna.pk}
    assert outcome(state(world, sent, "orsa")) == Outcome.ANSWERED


def test_a_later_change_makes_every_adoption_stale_and_one_step_mends_it(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    answer(world, sent, "mora", "7")
    assert all(state(world, sent, party) & Flag.STALE for party in PARTIES)
    now = shown(world, sent)
    assert now.stale
    assert now.counts
    assert totals(sent, Basis.ADOPTED) == (15, 1)
    assert totals(sent, Basis.ANSWERED) == (20, 3)
    adopt(world, sent)
    assert not any(state(world, sent, party) & Flag.STALE for party in PARTIES)
    assert not shown(world, sent).stale
    assert JointSignature.objects.filter(adopted=True).count() == 8
    assert all(ok for _name, ok, _said in checks())


def test_a_new_version_is_adopted_anew_and_the_old_one_counts_until_then(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    put_forward(world, sent, q1="99")
    assert all(state(world, sent, party) & Flag.STALE for party in PARTIES)
    adopt(world, sent, "falun", "mora", "orsa")
    assert totals(sent, Basis.ADOPTED) == (15, 1)
    adopt(world, sent, "region_dalarna")
    assert totals(sent, Basis.ADOPTED) == (99, 1)


def test_a_party_stands_by_its_own_answer_and_the_rest_go_on_without_it(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    mora = world.delivery(sent, world.mora)
    with pytest.raises(Refusal):
        joint.stand_aside(mora, " ", by=world.actor(world.mora), key=world.key(), received_at=world.now())
    joint.stand_aside(mora, "Vi ser annorlunda", by=world.actor(world.mora), key=world.key(), received_at=world.now())
    assert totals(sent, Basis.ADOPTED) == totals(sent, Basis.ANSWERED) == (15, 3)
    assert shown(world, sent).of(world.mora.pk).aside_reason == "Vi ser annorlunda"
    put_forward(world, sent, q1="13")
    assert shown(world, sent).of(world.mora.pk) is None
    adopt(world, sent, "region_dalarna", "falun", "orsa")
    assert totals(sent, Basis.ADOPTED) == (13 + 2, 2)


def test_standing_aside_without_an_answer_is_not_having_answered(world, sent):
    put_forward(world, sent)
    adopt(world, sent, "orsa")
    by = world.actor(world.orsa, Role.APPROVER)
    orsa = world.delivery(sent, world.orsa)
    joint.stand_aside(orsa, "Vi svarar själva", by=by, key=world.key(), received_at=world.now())
    assert outcome(orsa.state) == Outcome.RECEIVED
    assert [receipt.step for receipt in orsa.receipts.order_by("id")][-3:] == [
        Step.ADOPTED,
        Step.STOOD_ASIDE,
        Step.WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("place", "role"),
    [("dalarna", Role.COORDINATOR), ("falun", Role.CONTACT), ("mora", Role.REGISTRAR), ("secretariat", "secretariat")],
)
def test_nobody_adopts_for_another(world, sent, place, role):
    put_forward(world, sent)
    with pytest.raises(Refusal) as no:
        adopt(world, sent, "mora", by=world.actor(getattr(world, place), Role(role)))
    assert no.value.status == 403


def test_where_answers_are_decided_in_two_steps_the_approver_adopts(world, sent):
    put_forward(world, sent)
    with pytest.raises(Refusal) as no:
        adopt(world, sent, "orsa", by=world.actor(world.orsa, Role.CONTACT))
    assert no.value.status == 403


def test_what_has_not_been_read_is_not_adopted(world, sent):
    seen = put_forward(world, sent).hash
    answer(world, sent, "mora", "7")
    with pytest.raises(Refusal) as no:
        adopt(world, sent, "falun", seen=seen)
    assert no.value.status == 409


def test_the_same_form_twice_is_one_adoption(world, sent):
    put_forward(world, sent)
    falun, by, key = world.delivery(sent, world.falun), world.actor(world.falun), world.key()
    seen = shown(world, sent).hash
    told = [joint.adopt(falun, seen, by=by, key=each, received_at=world.now()).pk for each in (key, key, world.key())]
    assert len(set(told)) == JointSignature.objects.count() == 1


def test_only_where_the_county_has_agreed_to_it(world):
    made = world.sent(kinds=["region", "municipality"])
    for node, by in ((world.dalarna, Role.COORDINATOR), (world.halland, Role.COORDINATOR)):
        with pytest.raises(Refusal) as no:
            joint.save_joint(made, node.pk, {"q1": "1"}, by=world.actor(node, by))
        assert no.value.status == 409


def test_the_county_alone_writes_it_and_not_over_a_colleague(world, sent):
    with pytest.raises(Refusal) as no:
        joint.save_joint(sent, world.dalarna.pk, {"q1": "1"}, by=world.actor(world.north, Role.COORDINATOR))
    assert no.value.status == 403
    sam = world.actor(world.dalarna, Role.COORDINATOR)
    joint.save_joint(sent, world.dalarna.pk, {"q1": "1"}, by=sam, revision=0)
    with pytest.raises(Refusal) as no:
        joint.save_joint(sent, world.dalarna.pk, {"q1": "2"}, by=sam, revision=0)
    assert no.value.status == 409


@pytest.mark.parametrize(("source", "value"), [("sum", "15"), ("mean", "5"), ("falun", "3")])
def test_a_question_is_taken_from_what_came_in(world, sent, source, value):
    sam = world.actor(world.dalarna, Role.COORDINATOR)
    source = str(world.falun.pk) if source == "falun" else source
    made = joint.take(sent, world.dalarna.pk, "q1", source, by=sam)
    assert (made.values["q1"], made.origins["q1"]) == (value, source)
    with pytest.raises(Refusal):
        joint.take(sent, world.dalarna.pk, "q2", source, by=sam)


def test_an_adopted_answer_is_not_withdrawn_below(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    with pytest.raises(Refusal) as no:
        answers.withdraw(
            world.delivery(sent, world.mora), by=world.actor(world.mora), key=world.key(), received_at=world.now()
        )
    assert no.value.status == 409


def test_taking_back_is_not_offered_to_who_has_adopted(world, sent):
    mora = signed_in(world.actor(world.mora))
    page = reverse("delivery", args=[sent.pk, world.mora.pk])
    put_forward(world, sent)
    assert "Dra tillbaka svaret" in text_of(mora.get(page))
    adopt(world, sent)
    assert "Dra tillbaka svaret" not in text_of(mora.get(page))


def test_the_list_and_the_picture_say_who_has_answered_jointly_once_it_counts(world, sent):
    secretary, page = signed_in(world.secretary), reverse("round_receivers", args=[sent.pk])
    put_forward(world, sent)
    adopt(world, sent, "falun", "mora")
    assert "svarat gemensamt" not in text_of(secretary.get(page))
    adopt(world, sent, "region_dalarna", "orsa")
    assert text_of(secretary.get(page)).count("svarat gemensamt") == len(PARTIES)
    part = reverse("round", args=[sent.pk]) + f"?nod={world.dalarna.pk}"
    assert text_of(secretary.get(part)).count("svarat gemensamt") == len(PARTIES)


def signed_in(actor):
    person = Person.objects.get(public_id=actor.person_id)
    person.user = User.objects.create_user(person.email, "ett-langt-losenord")
    person.save()
    return browser(person.user)


def test_nothing_is_put_forward_or_adopted_after_closing(world, sent):
    put_forward(world, sent)
    rounds.close(sent, by=world.secretary)
    with pytest.raises(Refusal):
        put_forward(world, sent, q1="16")
    with pytest.raises(Refusal):
        adopt(world, sent, "falun")


def test_what_divides_a_joint_answer_names_it_and_counts_it_in_no_part(world):
    made = draft_agreement(
        world.halland, Wording("Samverkan", today(), permits=frozenset({Permits.JOINT_ANSWER})), by=SYSTEM
    )
    propose_agreement(made, by=SYSTEM)
    parties = (world.region_halland, world.varberg, world.laholm)
    for party in parties:
        sign_agreement(made, by=world.actor(party))
    sent = world.sent(kinds=["region", "municipality"])
    for party in parties:
        answer(world, sent, {world.varberg: "varberg", world.laholm: "laholm"}.get(party, "region_halland"), "5")
    sam = world.actor(world.halland, Role.COORDINATOR)
    joint.save_joint(sent, world.halland.pk, {"q1": "15"}, by=sam)
    joint.propose_joint(sent, world.halland.pk, by=sam)
    seen = proposed(JointAnswer.objects.get()).hash
    for party in parties:
        joint.adopt(world.delivery(sent, party), seen, by=world.actor(party), key=world.key(), received_at=world.now())
    assert totals(sent, Basis.ADOPTED) == (15, 1)
    assert totals(sent, Basis.ANSWERED) == (15, 3)
    assert totals(sent, Basis.ADOPTED, world.south) == (None, 0)
    assert compiled(sent, world.south.pk, basis=Basis.ADOPTED).undistributed == ("Hallands län",)


def test_as_many_questions_for_three_bodies_as_for_one(world, sent, django_assert_num_queries):
    put_forward(world, sent)
    for parties in (("falun",), ("mora", "orsa", "region_dalarna")):
        adopt(world, sent, *parties)
        with django_assert_num_queries(10):
            assert len(proposed_in(sent)) == 1


def test_the_day_the_agreement_ends_nothing_new_is_put_forward(world, sent, agreement):
    put_forward(world, sent)
    agreement.valid_to = today() + dt.timedelta(days=1)
    agreement.save()
    adopt(world, sent)
    agreement.valid_from, agreement.valid_to = today() - dt.timedelta(days=2), today()
    agreement.save()
    with pytest.raises(Refusal):
        put_forward(world, sent, q1="16")
    assert totals(sent, Basis.ADOPTED) == (15, 1)


def test_verify_finds_an_original_rewritten_below_an_adoption(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    assert not list(wrong_bound())
    Answer.objects.filter(delivery__body=world.mora).update(values={"q1": "200"})
    assert len(list(wrong_bound())) == len(PARTIES)


def test_the_file_names_its_basis_and_holds_each_figure_once(world, sent):
    put_forward(world, sent)
    adopt(world, sent)
    for basis, word, figures in ((Basis.ANSWERED, "som besvarat", [10, 3, 2]), (Basis.ADOPTED, "som antaget", [15])):
        head, rows = table(sent, world.secretary, basis=basis)
        asked, place = head.index("Hur många har fått stöd?"), head.index("Räknas")
        assert sorted(row[asked] for row in rows if row[asked] is not None) == sorted(figures)
        assert {row[place] for row in rows} == {word}


def test_a_body_is_told_what_waits_and_once_it_has_adopted_nothing_does(world, sent):
    mora, orsa = world.actor(world.mora), world.actor(world.orsa)
    assert not to_adopt(mora)
    put_forward(world, sent)
    assert [one.again for one in to_adopt(mora)] == [False]
    assert not to_adopt(orsa)  # its approver adopts
    adopt(world, sent)
    assert not to_adopt(mora)
    answer(world, sent, "falun", "9")
    assert [one.again for one in to_adopt(mora)] == [True]
