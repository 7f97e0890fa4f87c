"""Which sections of the questions a body is asked: those for everyone, and those for any of its kinds.

One form with sections by type of receiver replaces one survey for each (S4: seven in 2019). Who is not put a section is
*not asked* there: nothing is missing.
"""

from collections.abc import Collection
from dataclasses import replace

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.question import Questions, Section


def is_divided(questions: Questions) -> bool:
    """Some section is for some receivers only."""
    return any(section.for_kinds for section in questions.sections)


def is_for(section: Section, kinds: Collection[Kind]) -> bool:
    return not section.for_kinds or not set(section.for_kinds).isdisjoint(kinds)


def for_body(questions: Questions, kinds: Collection[Kind]) -> Questions:
    """A body's own view. One of several kinds (Gotland) sees the sections of each and is told which they are for; to
    others every section is simply theirs.
    """
    mine = [section for section in questions.sections if is_for(section, kinds)]
    if len(kinds) == 1:
        mine = [replace(section, for_kinds=()) for section in mine]
    return Questions(tuple(mine))
