"""Who sees a signal: the author's body first, then each desk it has come to; anyone only when both have chosen so."""

import pytest

from vaxel.network.actor import NOBODY
from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.signals.commands import authoring, becoming, erasing, handling, publishing
from vaxel.signals.models import PublicContact, Signal, StepNote
from vaxel.signals.permissions import erases, handles, is_author, reads
from vaxel.signals.queries.examples import examples
from vaxel.ui.refusal import Refusal


def readers(world, signals, one):
    people = {
        "author": world.actor(world.mora),
        "colleague": world.actor(world.mora, Role.MEMBER),
        "neighbour": world.actor(world.falun),
        "county": signals.county,
        "other county": world.actor(world.halland, Role.COORDINATOR),
        "centre": signals.centre,
        "nation": signals.nation,
    }
    return {name for name, by in people.items() if reads(by, one)}


def test_seen_by_the_levels_it_has_reached(world, signals):
    one = signals.of(world.mora, own_first=True)
    assert readers(world, signals, one) == {"author", "colleague"}
    handling.send_up(one, "Gäller fler.", by=world.actor(world.mora), **signals.now())
    assert readers(world, signals, one) == {"author", "colleague", "county"}
    handling.send_up(one, "Gäller fler.", by=signals.county, **signals.now())
    handling.send_up(one, "Gäller fler.", by=signals.centre, **signals.now())
    assert readers(world, signals, one) == {"author", "colleague", "county", "centre", "nation"}


def test_who_may_do_what(world, signals):
    one = signals.of(world.mora)
    member = world.actor(world.mora, Role.MEMBER)
    assert handles(signals.county, one)
    assert not handles(world.actor(world.dalarna, Role.MEMBER), one)
    assert is_author(world.actor(world.mora, Role.CONTACT, another=1), one)
    assert not is_author(member, one)
    assert erases(signals.county, one)
    assert not erases(member, one)


def test_shown_to_anyone_only_when_both_have_chosen_so(world, signals):
    one = signals.of(world.mora, kind="good_example")
    author = world.actor(world.mora)
    with pytest.raises(Refusal, match="sagt ja"):
        publishing.publish(one, by=signals.county, **signals.now())
    authoring.agree(one, by=author)
    assert not examples().exists()
    publishing.publish(one, by=signals.county, **signals.now())
    assert list(examples(county_id=world.dalarna.pk, kind="good_example", group="children")) == [one]
    assert not examples(county_id=world.halland.pk).exists()
    authoring.disagree(one, by=author, received_at=world.now())
    assert not examples().exists()


def test_a_need_is_never_shown_to_anyone(world, signals):
    one = signals.of(world.mora, may_publish=True)
    with pytest.raises(Refusal, match="goda exempel"):
        publishing.publish(one, by=signals.county, **signals.now())


def test_erasing_takes_every_word_and_leaves_the_trail(world, signals):
    one = signals.from_public(world.mora, email="nagon@exempel.example")
    handling.answer(one, "Ring elevhälsan i Mora.", by=signals.county, **signals.now())
    erasing.erase(one, by=signals.county)
    assert (one.title, one.text, one.stems) == ("", "", "")
    assert not StepNote.objects.exists()
    assert not PublicContact.objects.exists()
    assert one.steps.count() == 2


def test_the_public_is_answered_by_mail_with_nothing_but_a_link(world, signals):
    one = signals.from_public(world.mora, email="nagon@exempel.example", title="Ledsen pojke i sexan")
    handling.answer(one, "Vi har talat med skolan.", by=signals.county, **signals.now())
    mail = Message.objects.filter(to="nagon@exempel.example").order_by("id")
    assert [one.subject for one in mail] == [
        f"Vi har tagit emot det ni skrev, nummer {one.pk}",
        f"Svar på er signal {one.pk}",
    ]
    assert all(str(one.public_id) in each.text and "sexan" not in each.text for each in mail)
    authoring.forget_address(one)
    handling.close(one, "Färdig.", by=signals.county, **signals.now())
    assert mail.count() == 2


def test_only_who_wrote_takes_it_back(world, signals):
    one = signals.of(world.mora)
    with pytest.raises(Refusal) as no:
        authoring.withdraw(one, by=signals.county, **signals.now())
    assert no.value.status == 403
    assert Signal.objects.get(pk=one.pk).state == "new"


def test_found_by_search_for_those_who_may_read_it(world, signals):
    from vaxel import search

    one = signals.of(world.mora, kind="good_example", may_publish=True)

    def finds(actor):
        found = search.find("elevhälsa Mora", actor)[1]
        return [hit.source for hit in found if (hit.object_id, hit.source[:8]) == (one.pk, "signals.")]

    assert (finds(signals.county), finds(world.actor(world.falun)), finds(NOBODY)) == (["signals.signal"], [], [])
    publishing.publish(one, by=signals.county, **signals.now())
    assert finds(NOBODY) == ["signals.example"]
    erasing.erase(one, by=signals.county)
    assert finds(signals.county) == []


def test_the_publics_address_goes_when_it_has_served(world, signals):
    one, led = (signals.from_public(world.mora, email=f"{name}@exempel.example") for name in ("en", "annan"))
    for each in (one, led):
        handling.answer(each, "Tack.", by=signals.county, **signals.now())
    link = becoming.become(led, "round", by=signals.county, **signals.now())
    for each in (one, led):
        handling.close(each, "Färdig.", by=signals.county, **signals.now())
    assert list(PublicContact.objects.values_list("signal", flat=True)) == [led.pk]
    becoming.fed_back("round", link.object_id, text="Det blev ett stöd.", received_at=world.now())
    assert not PublicContact.objects.exists()
    told = Message.objects.filter(subject__startswith="Det här blev det av").values_list("to", flat=True)
    assert list(told) == ["annan@exempel.example"]
