"""Search finds what the pages show to whoever looks, and follows every command in its own transaction."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from vaxel import search
from vaxel.network.actor import NOBODY
from vaxel.network.commands import bodies, ties
from vaxel.network.domain.kinds import Kind, Role
from vaxel.rounds.commands import compilations, documents, rounds, talk, templates
from vaxel.rounds.models import Enquiry, Round, RoundSender
from vaxel.rounds.permissions import reads_round, reads_template
from vaxel.rounds.tests.world import QUESTIONS
from vaxel.search.checks import wrong
from vaxel.search.models import Entry
from vaxel.search.sources import sources


def found(text, actor, source="rounds.round"):
    return {entry.object_id for entry in search.find(text, actor, source)[1]}


def number(text, actor):
    return sum(group.number for group in search.groups(search.find(text, actor)[1], 5))


def everyone(world):
    return {
        "nobody": NOBODY,
        "secretary": world.secretary,
        "falun": world.actor(world.falun),
        "varberg": world.actor(world.varberg),
        "clinic": world.actor(world.clinic),
        "dalarna": world.actor(world.dalarna, Role.COORDINATOR),
        "halland": world.actor(world.halland, Role.COORDINATOR),
        "north": world.actor(world.north, Role.PROCESS_LEADER),
    }


def test_who_finds_a_round_is_who_may_read_it(world):
    text = {"title": "Elevhälsa i skolan"}
    made = [
        world.sent(**text),
        world.draft(**text),
        world.sent(**text, is_public=True, audience={"bodies": [world.laholm.pk]}),
        world.sent(**text, audience={"bodies": [world.varberg.pk]}),
        world.sent(**text, kinds=["unit"], route="stepwise"),
        world.sent(**text, by=world.actor(world.dalarna, Role.COORDINATOR), owner=world.dalarna),
    ]
    seen = {}
    for name, actor in everyone(world).items():
        seen[name] = found("elevhälsan", actor)
        assert seen[name] == {one.pk for one in made if reads_round(actor, one)}, name
        assert number("elevhälsan", actor) == len(seen[name]), name
    assert 0 < len(seen["nobody"]) < len(seen["falun"]) < len(seen["secretary"])
    assert len(set(map(frozenset, seen.values()))) > 4


def test_a_template_is_found_by_its_own_body_alone(world):
    own = templates.create_template(by=world.secretary, owner_id=world.secretariat.pk, title="Elevhälsomall")
    for name, actor in everyone(world).items():
        assert (own.pk in found("elevhälsomall", actor, "rounds.template")) == (name == "secretary")
        assert reads_template(actor, own) or own.pk not in found("elevhälsomall", actor, "rounds.template")
    templates.archive(own, by=world.secretary)
    assert not found("elevhälsomall", world.secretary, "rounds.template")


def test_a_question_is_found_by_its_asker_and_the_sender_until_it_is_published(world):
    sent = world.sent()
    asked = talk.ask(sent, world.falun.pk, "Räknas kuratorer?", by=world.actor(world.falun))
    people = everyone(world)

    def finds():
        return {name for name, actor in people.items() if asked.pk in found("kuratorer", actor, "rounds.enquiry")}

    assert finds() == {"secretary", "falun"}
    talk.reply(asked, "Ja, heltid.", publish=True, by=world.secretary)
    assert finds() == {name for name, actor in people.items() if reads_round(actor, sent)} > {"dalarna"}
    assert found("heltid", people["falun"], "rounds.enquiry") == {asked.pk}
    assert not Enquiry.objects.said_to(NOBODY).filter(pk=asked.pk, is_published=False).exists()


def test_a_countys_words_are_found_by_the_county_and_the_sender_and_by_all_when_fed_back(world):
    sent = world.sent()
    people = everyone(world)
    mine = people["dalarna"]

    def finds():
        return {name for name, actor in people.items() if found("glesbygd", actor, "rounds.nodecompilation")}

    compilations.write(sent, world.dalarna.pk, "Svårast i glesbygden.", by=mine, revision=0)
    assert finds() == set()
    compilations.finish(sent, world.dalarna.pk, by=mine)
    assert finds() == {"dalarna", "secretary"}
    rounds.close(sent, by=world.secretary)
    rounds.feed_back(sent, "Vi ändrar frågorna om jourtid.", by=world.secretary)
    assert finds() == {name for name, actor in people.items() if reads_round(actor, sent)}
    assert found("jourtid", people["falun"]) == {sent.pk}


def test_everything_a_round_says_is_found_from_the_moment_it_is_said(world):
    by = world.secretary
    draft = world.draft(title="Första namnet", text="Om **skolsköterskor** i [länet](https://x.example).")
    assert found("skolsköterska", by) == found("svårt", by) == {draft.pk}  # its text, and a question
    rounds.edit_round(draft, by=by, revision=draft.revision, title="Andra namnet")
    assert (found("första", by), found("andra", by)) == (set(), {draft.pk})
    attached = documents.attach(draft, SimpleUploadedFile("vägledning.csv", b"a;b\n1;2\n"), by=by)
    assert found("vägledning", by, "rounds.document") == {attached.pk}
    documents.detach(draft, str(attached.public_id), by=by)
    assert not found("vägledning", by, "rounds.document")
    version = draft.template_version
    section = {**QUESTIONS["sections"][0], "title": "Bemanning"}
    templates.save_version(version, {"sections": [section]}, by=by, revision=version.revision)
    assert found("bemanningen", by) == {draft.pk}
    rounds.send(draft, by=by, received_at=world.now())
    assert found(Round.objects.get(pk=draft.pk).number, by) == {draft.pk}
    talk.correct(draft, "Sista dagen är fredag.", by=by)
    assert found("fredagen", by) == {draft.pk}


def test_what_is_undone_was_never_found(world):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        world.draft(title="Ångrad")
        assert found("ångrad", world.secretary)
        1 / 0  # noqa: B018
    assert not found("ångrad", world.secretary)


def test_a_body_is_found_by_every_name_code_and_place_it_has_had(world):
    by = world.secretary
    search.rebuild()
    for text in ("Falu", "falu k", "2080", "kommun Dalarna", "FALU KOMMUN"):
        assert world.falun.pk in found(text, NOBODY, "network.body"), text
    assert found("S1 Mora", NOBODY, "network.body") == {world.school.pk}
    assert found("kommun Gotland", NOBODY, "network.body") == {world.gotland.pk}
    bodies.rename(world.dalarna, "Kopparbergs län", by=by)
    assert {world.falun.pk, world.school.pk} <= found("kopparberg", NOBODY, "network.body")
    assert world.dalarna.pk in found("dalarna", NOBODY, "network.body")  # as it was called
    assert drift() == []


def test_the_index_is_what_a_rebuild_makes_of_it(world):
    by = world.secretary
    sent = world.sent(title="Ett")
    search.rebuild()  # the world's bodies and its template were made without commands
    falun = world.actor(world.falun)
    talk.ask(sent, world.falun.pk, "Hur?", by=falun)
    made = bodies.create_body(Kind.UNIT, "Elevhälsan i Falun", by=by, below=world.falun)
    ties.move(made, world.mora, by=by)
    rounds.duplicate(sent, by=by)
    assert drift() == []
    kept = list(Entry.objects.order_by("source", "object_id").values_list("pk", "source", "object_id", "plain"))
    Entry.objects.create(source="network.body", object_id=0, kind="unit", title="Finns inte")
    Entry.objects.create(source="gone.source", object_id=1, kind="unit", title="Finns inte")
    assert search.rebuild() == len(kept)
    assert kept == list(Entry.objects.order_by("source", "object_id").values_list("pk", "source", "object_id", "plain"))
    assert found("elevhälsa Dalarna", NOBODY, "network.body") == {made.pk}


def drift():
    return [fault for source in sources() for fault in wrong(source)]


def test_another_sender_finds_the_questions_too(world):
    sent = world.sent()
    RoundSender.objects.create(round=sent, body=world.dalarna)
    asked = talk.ask(sent, world.mora.pk, "Räknas kuratorer?", by=world.actor(world.mora))
    coordinator = world.actor(world.dalarna, Role.COORDINATOR)
    assert found("kurator", coordinator, "rounds.enquiry") == {asked.pk}
