"""A template, written by two who do not wait for each other, sent, copied and put away: what was used never changes."""

import copy

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import templates
from vaxel.rounds.domain.template import check, parse
from vaxel.rounds.models import QuestionUse, Template, TemplateVersion
from vaxel.rounds.tests.world import QUESTIONS, make_world
from vaxel.ui.refusal import Refusal

LABELS = ("Hur många?", "Varför?", "")  # without words it is not finished


class Templates(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = make_world()
        self.by = self.world.secretary
        made = templates.create_template(by=self.by, owner_id=self.by.body_id, title="Frågor", content=QUESTIONS)
        self.id, self.used, self.read = made.pk, {}, None

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @property
    def template(self):
        return Template.objects.get(pk=self.id)

    @property
    def latest(self):
        return self.template.versions.order_by("-number").first()

    def tried(self, act):
        """What it gave, or the refusal, which leaves nothing changed."""
        before = self.snapshot()
        try:
            with transaction.atomic():
                return act()
        except Refusal as no:
            assert self.snapshot() == before
            return no

    def snapshot(self):
        versions = TemplateVersion.objects.order_by("pk").values_list("content", "revision", "frozen_at")
        return (
            list(versions),
            list(Template.objects.order_by("pk").values_list("title", "archived_at")),
            self.questions(),
        )

    def questions(self):
        return sorted(QuestionUse.objects.values_list("version", "question_id", "label"))

    @rule()
    def opens_it(self):
        """One of the two reads it, to write later."""
        self.read = self.latest

    @rule(label=st.sampled_from(LABELS), stale=st.booleans())
    def writes(self, label, stale):
        latest = self.latest
        seen = self.read if stale and self.read else latest
        content = copy.deepcopy(seen.content)
        content["sections"][0]["questions"][0]["label"] = label
        may = TemplateVersion.objects.get(pk=seen.pk).frozen_at is None and (seen.pk, seen.revision) == (
            latest.pk,
            latest.revision,
        )  # before it is saved: then `seen` goes on to the next revision
        done = self.tried(lambda: templates.save_version(seen, content, by=self.by, revision=seen.revision))
        assert isinstance(done, Refusal) != may, "what another has written meanwhile is never written over"

    @rule()
    def is_used(self):
        latest = self.latest
        done = self.tried(lambda: templates.freeze(latest))
        unfinished = latest.frozen_at is None and bool(check(latest.content))
        assert isinstance(done, Refusal) == unfinished
        if not unfinished:
            self.used[latest.pk] = TemplateVersion.objects.get(pk=latest.pk).content

    @rule()
    def new_version(self):
        before, frozen = self.latest.number, bool(self.latest.frozen_at)
        assert self.tried(lambda: templates.new_version(self.template, by=self.by)).number == before + frozen

    @rule()
    def is_copied(self):
        twin = self.tried(lambda: templates.duplicate(self.template, by=self.by, owner_id=self.by.body_id))
        assert [one.number for one in twin.versions.all()] == [1]
        assert {one.id for one in parse(twin.versions.get().content)} == {one.id for one in parse(self.latest.content)}

    @rule(away=st.booleans())
    def put_away(self, away):
        self.tried(lambda: (templates.archive if away else templates.bring_back)(self.template, by=self.by))
        assert bool(self.template.archived_at) == away

    @rule(title=st.sampled_from(["Medel", " ", "x" * 201]))
    def renamed(self, title):
        done = self.tried(lambda: templates.rename(self.template, title, by=self.by))
        assert isinstance(done, Refusal) == (title != "Medel")

    @rule(act=st.sampled_from(["rename", "new_version", "archive", "write"]))
    def others_try(self, act):
        """Whoever is asked the questions does not write them."""
        by = self.world.actor(self.world.dalarna, Role.COORDINATOR)
        acts = {
            "rename": lambda: templates.rename(self.template, "Vår", by=by),
            "new_version": lambda: templates.new_version(self.template, by=by),
            "archive": lambda: templates.archive(self.template, by=by),
            "write": lambda: templates.save_version(self.latest, QUESTIONS, by=by, revision=self.latest.revision),
        }
        assert self.tried(acts[act]).status == 403

    @invariant()
    def what_was_used_stands(self):
        if hasattr(self, "used"):
            kept = TemplateVersion.objects.in_bulk(self.used)
            assert {pk: one.content for pk, one in kept.items()} == self.used

    @invariant()
    def one_is_written_at_a_time_and_the_last_of_all(self):
        if hasattr(self, "id"):
            versions = list(self.template.versions.order_by("number"))
            assert [one.number for one in versions] == list(range(1, len(versions) + 1))
            assert all(one.frozen_at for one in versions[:-1])

    @invariant()
    def who_else_asks_is_what_the_version_asks(self):
        if hasattr(self, "id"):
            latest = self.latest
            asked = sorted((question.id, question.label) for question in parse(latest.content))
            assert sorted(latest.uses.values_list("question_id", "label")) == asked
