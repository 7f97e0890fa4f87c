import datetime as dt
from dataclasses import replace

import pytest

from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.journal.models import Entry
from vaxel.network.actor import SYSTEM, ActiveMandate, Actor
from vaxel.network.commands.bodies import create_body, end_body, merge, recode, rename, set_mailbox, split
from vaxel.network.commands.closing import from_ties
from vaxel.network.commands.mandates import appoint, create_person, end_mandate, fill_vacancy
from vaxel.network.commands.ties import end_tie, move, tie
from vaxel.network.domain.kinds import Extent, Kind, Role, Tree
from vaxel.network.models import Closure, FunctionMailbox, Mandate, Succession, Tie
from vaxel.network.queries.asof import at
from vaxel.ui.refusal import Refusal

DAY = dt.date(2010, 1, 1)
BEFORE = dt.date(2009, 12, 31)
pytestmark = pytest.mark.django_db


def acting(body, role=Role.COORDINATOR):
    mandate = ActiveMandate(1, body.pk, "", role)
    return Actor(mandates=(mandate,), current=mandate)


def the_closure_is_true(tree=Tree.GOVERNANCE):
    rows = Closure.objects.filter(tree=tree)
    present = set(rows.values_list("ancestor_id", "descendant_id", "depth", "valid_from", "valid_to"))
    return present == set(map(tuple, from_ties(tree)))


def test_a_rename_leaves_the_old_name_to_its_days(little_sweden):
    region = little_sweden["region"]
    rename(region, "Region Dalarna och Gävleborg", by=SYSTEM, day=DAY)
    recode(region, "21", by=SYSTEM, day=DAY)
    assert at(BEFORE).names([region]) == {region.pk: "Region Dalarna"}
    after = at(DAY).named([region]).get()
    assert (after.name, after.code, after.named_as) == ("Region Dalarna och Gävleborg", "21", "region")
    assert at(DAY).by_code(Kind.REGION, "20") is None
    assert at(BEFORE).by_code(Kind.REGION, "20") == region


def test_a_code_in_use_is_refused_in_words(little_sweden):
    with pytest.raises(Refusal) as refused:
        recode(little_sweden["falun"], "2062", by=SYSTEM, day=DAY)
    assert refused.value.field == "code"
    assert at(DAY).named([little_sweden["falun"]]).get().code == "2080"


def test_a_unit_code_is_its_principals_own(little_sweden, make):
    make(Kind.UNIT, "Stödenheten", code="P1", below=little_sweden["falun"])
    with pytest.raises(Refusal):
        make(Kind.UNIT, "En till", code="P1", below=little_sweden["region"])


def test_moving_takes_along_what_lies_below(little_sweden, make):
    gavleborg = make(Kind.COUNTY, "Gävleborgs län", code="21", below=little_sweden["mellan"])
    ward = make(Kind.UNIT, "Avdelning 1", code="P2", below=little_sweden["clinic"])
    move(little_sweden["region"], gavleborg, by=SYSTEM, day=DAY)
    assert at(BEFORE).county_of(ward) == little_sweden["county"]
    assert at(DAY).county_of(ward) == gavleborg
    assert set(at(DAY).below(gavleborg)) == {little_sweden["region"], little_sweden["clinic"], ward}
    assert the_closure_is_true()


def test_a_ring_is_refused_in_words(little_sweden):
    with pytest.raises(Refusal) as refused:
        tie(little_sweden["nation"], little_sweden["clinic"], by=SYSTEM)
    assert refused.value.field == "parent"
    assert the_closure_is_true()


def test_a_day_that_has_been_wants_a_reason_and_is_journalled_as_a_correction(little_sweden, make):
    organisation = make(Kind.USER_ORGANISATION, "Föreningen", below=little_sweden["nation"])
    secretariat = make(Kind.SECRETARIAT, "Kansliet", below=little_sweden["nation"])
    by = acting(secretariat, Role.SECRETARIAT)
    with pytest.raises(Refusal) as refused:
        tie(organisation, little_sweden["county"], by=by, from_day=DAY)
    assert refused.value.field == "reason"
    made = tie(organisation, little_sweden["county"], by=by, from_day=DAY, reason="Glömdes i registret")
    entry = Entry.objects.filter(action="network.tie").latest("id")
    assert entry.facts["correction"] is True
    assert (entry.object_id, entry.facts["parent"]) == (str(organisation.pk), little_sweden["county"].pk)
    end_tie(made, day=today() + dt.timedelta(days=30), by=by)
    assert Entry.objects.filter(action="network.end_tie").latest("id").facts["correction"] is False


def test_a_tie_taken_back_on_its_first_day_never_held(little_sweden):
    made = tie(little_sweden["clinic"], little_sweden["falun"], by=SYSTEM, from_day=DAY, extent=Extent.PART)
    end_tie(made, day=DAY, by=SYSTEM)
    assert not Tie.objects.filter(pk=made.pk).exists()
    with pytest.raises(Refusal):
        end_tie(Tie.objects.get(child=little_sweden["clinic"]), day=dt.date(1999, 1, 1), by=SYSTEM)
    assert the_closure_is_true()


def test_the_division_of_sweden_is_changed_by_the_secretariat_alone(little_sweden):
    coordinator = acting(little_sweden["county"])
    with pytest.raises(Refusal) as refused:
        rename(little_sweden["falun"], "Falu stad", by=coordinator)
    assert refused.value.status == 403
    unit = create_body(Kind.UNIT, "Ungdomsmottagningen", by=coordinator, below=little_sweden["falun"], code="7")
    rename(unit, "Ungdomscentrum", by=acting(little_sweden["falun"], Role.CONTACT))
    assert at(today()).path(unit)[-2] == [little_sweden["falun"]]


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.APPROVER, Role.MEMBER])
def test_other_roles_manage_nothing(little_sweden, role):
    with pytest.raises(Refusal):
        create_body(Kind.UNIT, "Enhet", by=acting(little_sweden["falun"], role), below=little_sweden["falun"])


def test_nobody_manages_beside_or_above(little_sweden):
    falun = acting(little_sweden["falun"], Role.CONTACT)
    for other in ("mora", "county", "region", "clinic"):
        with pytest.raises(Refusal):
            set_mailbox(little_sweden[other], "registrator@exempel.se", by=falun)


def test_nobody_makes_himself_another_bodys_approver(little_sweden):
    """A county manages its municipalities' people; by a mandate of its own there it would decide their answers."""
    sam = create_person("Sam", "sam@example.org", by=SYSTEM)
    by = replace(acting(little_sweden["county"]), person_id=sam.public_id)
    vacant = appoint(None, little_sweden["falun"], Role.APPROVER, by=by)
    for act in (
        lambda: appoint(sam, little_sweden["falun"], Role.APPROVER, by=by),
        lambda: fill_vacancy(vacant, sam, by=by),
    ):
        with pytest.raises(Refusal, match="Ingen ger sig själv") as no:
            act()
        assert (no.value.status, no.value.field) == (403, "email")
    assert not Mandate.objects.filter(person=sam).exists()
    assert appoint(sam, little_sweden["county"], Role.REGISTRAR, by=by).person == sam


def test_a_principals_approver_is_named_by_itself_and_the_first_by_the_secretariat(little_sweden, make):
    """Self-government: no county says who decides a municipality's answers."""
    kim = create_person("Kim", "kim@example.org", by=SYSTEM)
    secretariat = make(Kind.SECRETARIAT, "Kansliet", below=little_sweden["nation"])
    national, county = acting(secretariat, Role.SECRETARIAT), acting(little_sweden["county"])
    for body in ("falun", "clinic"):
        with pytest.raises(Refusal, match="utser organisationen själv") as no:
            appoint(kim, little_sweden[body], Role.APPROVER, by=county)
        assert (no.value.status, no.value.field) == (403, "email")
    first = appoint(kim, little_sweden["falun"], Role.APPROVER, by=national, from_day=DAY)
    end_mandate(first, by=national, leaves_vacant=True)
    vacant = Mandate.objects.get(body=little_sweden["falun"], person=None)
    for by in (national, county):
        with pytest.raises(Refusal, match="utser organisationen själv"):
            fill_vacancy(vacant, kim, by=by)
    contact = acting(little_sweden["falun"], Role.CONTACT)
    assert fill_vacancy(vacant, kim, by=contact).person == kim
    assert appoint(kim, little_sweden["clinic"], Role.APPROVER, by=acting(little_sweden["region"], Role.CONTACT))
    assert appoint(kim, little_sweden["mora"], Role.CONTACT, by=county).person == kim


def test_two_merge_and_what_belonged_to_them_moves_over(little_sweden, make):
    new = make(Kind.REGION, "Nya regionen", below=little_sweden["county"])
    other = make(Kind.REGION, "Andra regionen", code="99", below=little_sweden["mellan"])
    merge([little_sweden["region"], other], new, day=DAY, by=SYSTEM)
    assert at(DAY).principal_of(little_sweden["clinic"]) == new
    assert at(BEFORE).principal_of(little_sweden["clinic"]) == little_sweden["region"]
    assert little_sweden["region"] not in at(DAY).of_kind(Kind.REGION)
    assert Succession.objects.filter(after=new, kind="merged", day=DAY).count() == 2
    assert the_closure_is_true()


def test_a_split_draws_the_line_and_may_live_on(little_sweden, make):
    part = make(Kind.MUNICIPALITY, "Svärdsjö kommun", code="2099", below=little_sweden["county"], from_day=DAY)
    split(little_sweden["falun"], [part], day=DAY, by=SYSTEM, continues=True)
    assert little_sweden["falun"] in at(DAY).of_kind(Kind.MUNICIPALITY)
    assert Succession.objects.get().after == part


def test_what_others_belong_to_cannot_end(little_sweden):
    with pytest.raises(Refusal):
        end_body(little_sweden["region"], day=DAY, by=SYSTEM)
    end_body(little_sweden["clinic"], day=DAY, by=SYSTEM)
    assert at(DAY).named([little_sweden["clinic"]]).get().name is None
    assert at(BEFORE).names([little_sweden["clinic"]])
    assert the_closure_is_true()


def test_the_mailbox_is_dated(little_sweden):
    falun = little_sweden["falun"]
    set_mailbox(falun, "kommun@falun.exempel", by=SYSTEM, day=dt.date(2001, 1, 1))
    set_mailbox(falun, "registrator@falun.exempel", by=SYSTEM, day=DAY)
    assert FunctionMailbox.objects.at(BEFORE).get(body=falun).address == "kommun@falun.exempel"
    assert FunctionMailbox.objects.at(DAY).get(body=falun).address == "registrator@falun.exempel"
    set_mailbox(falun, "", by=SYSTEM, day=dt.date(2011, 1, 1))
    assert not FunctionMailbox.objects.at(dt.date(2011, 1, 1)).exists()
    with pytest.raises(Refusal):
        set_mailbox(falun, "inte en adress", by=SYSTEM)


def test_a_person_is_known_by_the_address(little_sweden):
    first = create_person("Kim", "Kim@Falun.exempel", by=acting(little_sweden["county"]))
    again = create_person("Någon annan", "kim@falun.exempel", by=SYSTEM)
    assert first == again
    assert again.name == "Kim"
    with pytest.raises(Refusal):
        create_person("", "ny@falun.exempel", by=SYSTEM)
    with pytest.raises(Refusal):
        create_person("Kim", "kim@", by=SYSTEM)


def test_an_ended_mandate_stops_that_day_and_the_seat_can_be_filled(little_sweden):
    county = little_sweden["county"]
    kim = create_person("Kim", "kim@exempel.se", by=SYSTEM)
    lo = create_person("Lo", "lo@exempel.se", by=SYSTEM)
    held = appoint(kim, county, Role.COORDINATOR, by=SYSTEM, from_day=DAY, title="samordnare")
    with pytest.raises(Refusal) as refused:
        appoint(kim, county, Role.COORDINATOR, by=SYSTEM, from_day=dt.date(2012, 1, 1))
    assert refused.value.field == "from_day"
    last = dt.date(2015, 3, 1)
    end_mandate(held, day=last, by=acting(county), leaves_vacant=True)
    assert not Mandate.objects.at(last).filter(person=kim).exists()
    vacant = Mandate.objects.at(last).get(body=county)
    assert (vacant.person, vacant.title, vacant.valid_to) == (None, "samordnare", FOREVER)
    filled = fill_vacancy(vacant, lo, day=dt.date(2015, 4, 1), by=SYSTEM)
    assert [(seat.person, seat.valid_to) for seat in Mandate.objects.filter(body=county).order_by("valid_from")] == [
        (kim, last),
        (None, filled.valid_from),
        (lo, FOREVER),
    ]
    with pytest.raises(Refusal):
        fill_vacancy(filled, kim, by=SYSTEM)


def test_a_secretariat_seat_exists_at_the_secretariat_alone(little_sweden):
    with pytest.raises(Refusal):
        appoint(None, little_sweden["falun"], Role.SECRETARIAT, by=acting(little_sweden["falun"], Role.CONTACT))
