"""A county's agreement: in force when all parties have signed, each for itself."""

import datetime as dt

import pytest

from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY, SYSTEM, ActiveMandate, Actor
from vaxel.network.commands.agreements import (
    Shared,
    Wording,
    call_back_agreement,
    draft_agreement,
    edit_agreement,
    end_agreement,
    propose_agreement,
    renew_agreement,
    sign_agreement,
)
from vaxel.network.commands.mandates import appoint, create_person
from vaxel.network.domain.agreements import Permits, Renewal, Standing
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.permissions import sees_agreement
from vaxel.network.queries.agreements import agreed, county_permits, of_county
from vaxel.search.finding import find
from vaxel.ui.refusal import Refusal

pytestmark = pytest.mark.django_db
PARTIES = ("region", "falun", "mora")


@pytest.fixture
def act(little_sweden):
    """act("falun", Role.CONTACT): someone with that mandate in use."""

    known = {}

    def _act(place, role):
        if (place, role) not in known:
            known[place, role] = _appointed(place, role)
        return known[place, role]

    def _appointed(place, role):
        body = little_sweden[place]
        person = create_person(f"{place} {role}", f"{place}.{role}@exempel.se", by=SYSTEM)
        made = appoint(person, body, role, by=SYSTEM, from_day=dt.date(2020, 1, 1))
        mandate = ActiveMandate(made.pk, body.pk, "", role)
        return Actor(person_id=person.public_id, mandates=(mandate,), current=mandate)

    return _act


def wording(little_sweden, **facts):
    shared = (Shared("Samordnare", "function", 75, little_sweden["region"].pk),)
    said = {"title": "Samverkan i Dalarna", "starts": today(), "permits": frozenset({Permits.JOINT_ANSWER})}
    return Wording(**{**said, "resources": shared, **facts})


@pytest.fixture
def proposed(little_sweden, act):
    coordinator = act("county", Role.COORDINATOR)
    made = draft_agreement(little_sweden["county"], wording(little_sweden), by=coordinator)
    return propose_agreement(made, by=coordinator)


def permitted(little_sweden, what=Permits.JOINT_ANSWER, day=None):
    return county_permits(little_sweden["county"].pk, what, day or today())


def test_in_force_when_the_last_has_signed(little_sweden, act, proposed):
    for place in PARTIES:
        assert not permitted(little_sweden)
        sign_agreement(proposed, by=act(place, Role.CONTACT))
    assert permitted(little_sweden)
    assert not permitted(little_sweden, Permits.STEERING_INFORMATION)
    assert not permitted(little_sweden, day=today() - dt.timedelta(days=1))
    seen = agreed(proposed.pk)
    assert (seen.standing, len(seen.signed), seen.resources[0].host) == (Standing.IN_FORCE, 3, "Region Dalarna")


@pytest.mark.parametrize(
    ("place", "role"), [("county", Role.COORDINATOR), ("falun", Role.REGISTRAR), ("clinic", Role.CONTACT)]
)
def test_nobody_signs_for_another(little_sweden, act, proposed, place, role):
    by = act(place, role)
    for body in (None, little_sweden["falun"].pk):
        with pytest.raises(Refusal) as no:
            sign_agreement(proposed, by=by, body_id=body)
        assert no.value.status == 403
    assert not agreed(proposed.pk).signed


def test_where_answers_are_decided_in_two_steps_the_approver_signs(little_sweden, act, proposed):
    falun = little_sweden["falun"]
    falun.decides_in_two_steps = True
    falun.save()
    with pytest.raises(Refusal):
        sign_agreement(proposed, by=act("falun", Role.CONTACT))
    assert sign_agreement(proposed, by=act("falun", Role.APPROVER)).signed_on == today()


def test_signing_twice_is_signing_once(act, proposed):
    by = act("mora", Role.CONTACT)
    assert sign_agreement(proposed, by=by).pk == sign_agreement(proposed, by=by).pk


def test_a_draft_is_changed_by_the_county_alone_and_not_over_another(little_sweden, act):
    coordinator = act("county", Role.COORDINATOR)
    draft = draft_agreement(little_sweden["county"], wording(little_sweden), by=coordinator)
    edit_agreement(draft, wording(little_sweden, title="Ny"), by=coordinator, revision=1)
    with pytest.raises(Refusal) as no:
        edit_agreement(draft, wording(little_sweden, title="Äldre"), by=coordinator, revision=1)
    assert no.value.status == 409
    with pytest.raises(Refusal):
        edit_agreement(draft, wording(little_sweden), by=act("falun", Role.COORDINATOR), revision=2)
    assert agreed(draft.pk).title == "Ny"
    with pytest.raises(Refusal):
        sign_agreement(draft, by=act("mora", Role.CONTACT))


def test_it_is_found_by_those_who_see_it_from_the_moment_it_is_written(little_sweden, act):
    coordinator = act("county", Role.COORDINATOR)
    draft = draft_agreement(little_sweden["county"], wording(little_sweden, text="Elevhälsa ingår."), by=coordinator)
    people = [NOBODY, coordinator, act("falun", Role.CONTACT), act("mora", Role.REGISTRAR), act("clinic", Role.CONTACT)]

    def finds():
        found = [bool(find("elevhälsa Dalarna", actor, "network.countyagreement")[1]) for actor in people]
        assert found == [sees_agreement(actor, draft) for actor in people]
        return found

    assert finds() == [False, True, False, False, False]
    propose_agreement(draft, by=coordinator)
    assert finds() == [False, True, True, True, False]


def test_called_back_it_is_signed_anew(little_sweden, act, proposed):
    sign_agreement(proposed, by=act("mora", Role.CONTACT))
    coordinator = act("county", Role.COORDINATOR)
    with pytest.raises(Refusal):
        edit_agreement(proposed, wording(little_sweden), by=coordinator, revision=1)
    call_back_agreement(proposed, by=coordinator)
    assert (agreed(proposed.pk).standing, agreed(proposed.pk).signed) == (Standing.DRAFT, [])


def test_renewed_it_is_a_draft_that_follows_and_ended_it_permits_nothing(little_sweden, act):
    ends = today() + dt.timedelta(days=100)
    made = draft_agreement(little_sweden["county"], wording(little_sweden, ends=ends), by=SYSTEM)
    propose_agreement(made, by=SYSTEM)
    for place in PARTIES:
        sign_agreement(made, by=act(place, Role.CONTACT))
    assert agreed(made.pk).renewal_due
    following = renew_agreement(made, ends + dt.timedelta(days=365), by=SYSTEM)
    assert (following.valid_from, following.follows_id, following.parties.count()) == (ends, made.pk, 3)
    assert following.resources.count() == 1
    with pytest.raises(Refusal):
        renew_agreement(made, FOREVER, by=SYSTEM)
    with pytest.raises(Refusal):
        end_agreement(made, by=act("clinic", Role.CONTACT), day=today() + dt.timedelta(days=1))
    end_agreement(made, by=act("mora", Role.APPROVER), day=today() + dt.timedelta(days=1))
    assert permitted(little_sweden)
    assert not permitted(little_sweden, day=today() + dt.timedelta(days=1))


@pytest.mark.parametrize("facts", [{"title": " "}, {"ends": dt.date(2000, 1, 1)}, {"renewal": Renewal.YEARLY}], ids=str)
def test_what_makes_no_sense_is_refused(little_sweden, facts):
    with pytest.raises(Refusal):
        draft_agreement(little_sweden["county"], wording(little_sweden, **facts), by=SYSTEM)
    assert not of_county(little_sweden["county"].pk)


def test_a_body_of_two_kinds_is_one_party(make, little_sweden):
    gotland = make(Kind.COUNTY, "Gotlands län", code="09", below=little_sweden["mellan"])
    one = make(Kind.REGION, "Region Gotland", code="09", below=gotland)
    make_kind(one)
    made = draft_agreement(gotland, Wording("Gotlands", today()), by=SYSTEM)
    assert [party.body_id for party in made.parties.all()] == [one.pk]


def make_kind(body):
    body.identities.create(kind=Kind.MUNICIPALITY, code="0980", name="Gotland", valid_from=dt.date(2000, 1, 1))


def test_a_host_must_be_a_party(little_sweden):
    shared = (Shared("Samordnare", "function", 75, little_sweden["nation"].pk),)
    with pytest.raises(Refusal):
        draft_agreement(little_sweden["county"], wording(little_sweden, resources=shared), by=SYSTEM)


def test_as_many_questions_for_three_agreements_as_for_one(little_sweden, django_assert_num_queries):
    for number in (1, 3):
        while len(of_county(little_sweden["county"].pk)) < number:
            draft_agreement(little_sweden["county"], wording(little_sweden), by=SYSTEM)
        with django_assert_num_queries(5):
            assert len(of_county(little_sweden["county"].pk)) == number
