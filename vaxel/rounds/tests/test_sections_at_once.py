"""Two sections of one answer written at the same moment, before there is a draft: one draft, with both in it."""

import pytest

from vaxel.rounds.commands.sections import write_part
from vaxel.rounds.models import Answer, SectionPart
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.test_sections import TWO, give
from vaxel.rounds.tests.world import make_world


@pytest.mark.django_db(transaction=True)
def test_both_are_kept(transactional_db, tmp_path):
    world, at_once = make_world(), AtOnce(tmp_path)
    mine = world.delivery(world.sent(template_version=world.version(TWO)), world.mora)
    kim, colleague, school = world.actor(world.mora), world.actor(world.mora, another=1), world.actor(world.school)
    money, rest = give(mine, kim, colleague), give(mine, kim, unit=world.school, sections=["s1"])
    write = lambda part, values, by: write_part(SectionPart.objects.get(pk=part.pk), values, by=by, shown={})  # noqa: E731
    at_once.run(lambda: write(money, {"e1": "5"}, colleague), lambda: write(rest, {"q1": "7"}, school))
    assert at_once.see(lambda: Answer.objects.get().values) == {"e1": 500, "q1": "7"}
