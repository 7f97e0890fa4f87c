"""A round in a little Sweden, laid straight in the tables: what a page or a query needs, without the commands' help."""

import datetime as dt
import itertools
from dataclasses import dataclass, field

import pytest

from vaxel.calendar.clock import now, today
from vaxel.network.domain.kinds import BIT, Kind, Role, Tree
from vaxel.network.models import Body, Closure, Identity, Mandate, Person
from vaxel.network.queries.actors import actor_of
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import (
    Answer,
    Delivery,
    Frame,
    FramePosition,
    FrameRange,
    QuestionUse,
    Round,
    RoundSender,
    StateVector,
    Template,
    TemplateVersion,
)

QUESTIONS = {
    "sections": [
        {
            "id": "s1",
            "title": "Medlen",
            "help": "",
            "questions": [
                {
                    "id": "money",
                    "type": "money",
                    "label": "Hur mycket användes till barn och unga?",
                    "required": True,
                    "min": "0",
                },
                {
                    "id": "more",
                    "type": "one",
                    "label": "Blev något över?",
                    "options": [{"id": "yes", "label": "Ja"}, {"id": "no", "label": "Nej"}],
                },
                {
                    "id": "why",
                    "type": "long_text",
                    "label": "Varför blev det över?",
                    "required": True,
                    "show_if": {"question": "more", "is": ["yes"]},
                },
            ],
        }
    ]
}
ids = itertools.count(1)


@dataclass
class LittleSweden:
    """`bodies["falun"]`; the county holds three municipalities, one more lies in another county."""

    bodies: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)

    def body(self, key, kind, name, code="", *above):
        body = Body.objects.create(kind=kind)
        Identity.objects.create(body=body, kind=kind, name=name, short_name=name.split()[0], code=code)
        for depth, ancestor in enumerate(above, 1):
            Closure.objects.create(tree=Tree.GOVERNANCE, ancestor=self.bodies[ancestor], descendant=body, depth=depth)
        self.bodies[key] = body
        return body

    def person(self, key, role, name, title="", deputy=False):
        """The user of someone with that role at the body, the first time made."""
        if (key, role, name) not in self.people:
            from vaxel.accounts.models import User

            user = User.objects.create_user(f"person{next(ids)}@example.org", "ett-langt-losenord")
            person = Person.objects.create(user=user, name=name, email=user.email)
            Mandate.objects.create(body=self.bodies[key], person=person, role=role, title=title, deputy=deputy)
            self.people[key, role, name] = user
        return self.people[key, role, name]

    def contact(self, key="falun"):
        return self.person(key, Role.CONTACT, "Kim", "utredare")

    def approver(self, key="falun"):
        return self.person(key, Role.APPROVER, "Robin", "ekonomichef")

    def coordinator(self, key="dalarna"):
        return self.person(key, Role.COORDINATOR, "Sam", "länssamordnare")

    def secretary(self):
        return self.person("secretariat", Role.SECRETARIAT, "Noa", "handläggare")

    def actor(self, user):
        return actor_of(user, day=today())

    def template(self, content=QUESTIONS, *, owner="secretariat", frozen=True):
        template = Template.objects.create(owner=self.bodies[owner], title="Redovisning av medel")
        version = TemplateVersion.objects.create(
            template=template, number=1, content=content, frozen_at=now() if frozen else None
        )
        questions = [question for section in content["sections"] for question in section["questions"]]
        QuestionUse.objects.bulk_create(
            [QuestionUse(version=version, question_id=one["id"], label=one["label"]) for one in questions]
        )
        return version

    def round(self, *keys, content=QUESTIONS, **fields):
        """Sent to these municipalities, in this order, which must keep each county together."""
        keys = keys or ("falun", "mora", "orsa", "solna")
        frame = Frame.objects.create(
            key=f"frame{next(ids)}",
            as_of=today(),
            size=len(keys),
            kinds=b"".join(BIT[self.bodies[key].kind].to_bytes(2, "little") for key in keys),
        )
        for position, key in enumerate(keys):
            FramePosition.objects.create(frame=frame, position=position, body=self.bodies[key])
        for node in Body.objects.filter(kind__in=[Kind.NATION, Kind.HEALTHCARE_REGION, Kind.COUNTY]):
            below = set(Closure.objects.filter(ancestor=node).values_list("descendant", flat=True))
            places = [place for place, key in enumerate(keys) if self.bodies[key].pk in below]
            if places:
                FrameRange.objects.create(frame=frame, node=node, start=places[0], stop=places[-1] + 1)
        facts = {
            "kind": RoundKind.ACCOUNT,
            "state": RoundState.OPEN,
            "number": f"2026-{next(ids):03d}",
            "owner": self.bodies["secretariat"],
            "title": "Redovisning av 2026 års medel",
            "minutes": 25,
            "replaces": "förra årets två enkäter",
            "template_version": self.template(content) if content else None,
            "frame": frame,
            "opens": today(),
            "due": today() + dt.timedelta(days=12),
            "sent_at": now() - dt.timedelta(days=1),
        }
        round = Round.objects.create(**(facts | fields))
        RoundSender.objects.create(round=round, body=self.bodies["secretariat"])
        for position, key in enumerate(keys):
            Delivery.objects.create(round=round, body=self.bodies[key], position=position, state=Outcome.SENT)
        StateVector.objects.create(round=round, states=bytes([Outcome.SENT] * len(keys)), folded_at=now())
        return round

    def delivery(self, round, key="falun"):
        return Delivery.objects.get(round=round, body=self.bodies[key])

    def answer(self, round, key, values, status=AnswerStatus.SUBMITTED):
        delivery = self.delivery(round, key)
        if status == AnswerStatus.SUBMITTED:
            Delivery.objects.filter(pk=delivery.pk).update(state=Outcome.ANSWERED, answered_at=now())
        number = delivery.answers.count() + 1
        return Answer.objects.create(delivery=delivery, number=number, status=status, values=values, submitted_at=now())


@pytest.fixture
def sweden(db):
    little = LittleSweden()
    little.body("nation", Kind.NATION, "Sverige")
    little.body("secretariat", Kind.SECRETARIAT, "Nationella kansliet")
    little.body("mellan", Kind.HEALTHCARE_REGION, "Sjukvårdsregion Mellansverige", "2", "nation")
    little.body("dalarna", Kind.COUNTY, "Dalarnas län", "20", "mellan", "nation")
    little.body("stockholm", Kind.COUNTY, "Stockholms län", "01", "nation")
    for key, name, code in (
        ("falun", "Falu kommun", "2080"),
        ("mora", "Mora kommun", "2062"),
        ("orsa", "Orsa kommun", "2034"),
    ):
        little.body(key, Kind.MUNICIPALITY, name, code, "dalarna", "mellan", "nation")
    little.body("solna", Kind.MUNICIPALITY, "Solna stad", "0184", "stockholm", "nation")
    return little
