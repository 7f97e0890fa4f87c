"""The consultation on a retirement: a remiss to those who use the thing, through the kernel."""

import datetime as dt

from django.utils.translation import gettext as _

from vaxel.adoption.queries.users import shown_users
from vaxel.calendar import clock
from vaxel.calendar.domain.days import next_working_day
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.commands.templates import create_template
from vaxel.rounds.commands.wording import in_swedish
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Round

TIME_TO_ANSWER = dt.timedelta(days=30)
MINUTES = 15


@in_swedish
def draft_remiss(retirement, *, by) -> Round:
    """If nobody has registered any use, all it is meant for are asked: someone may use it without having said so."""
    thing = retirement.thing
    users = shown_users(thing)
    title = _("Ska %(name)s fasas ut?") % {"name": thing.name}
    template = create_template(by=by, owner_id=thing.owner_id, title=title[:200], content=_questions())
    return create_round(
        by=by,
        owner_id=thing.owner_id,
        kind=RoundKind.CONSULTATION,
        title=title[:200],
        text=_("Det är föreslaget att %(name)s fasas ut.\n\nSkälet:\n\n%(reason)s")
        % {"name": thing.name, "reason": retirement.reason},
        audience={"bodies": users} if users else {"kinds": list(thing.target_kinds)},
        template_version=template.versions.get(),
        due=next_working_day(clock.today() + TIME_TO_ANSWER),
        minutes=MINUTES,
    )


def _questions():
    return {
        "sections": [
            {
                "id": "utfasning",
                "title": _("Om utfasningen"),
                "questions": [
                    _choice("anvander", _("Använder ni det i dag?"), _("Ja"), _("Nej")),
                    _choice("tillstyrker", _("Tillstyrker ni att det fasas ut?"), _("Ja"), _("Ja, senare"), _("Nej")),
                    {
                        "id": "tid",
                        "type": "long_text",
                        "label": _("Vad behöver ni i stället, och hur lång tid?"),
                        "required": False,
                    },
                    {"id": "skal", "type": "long_text", "label": _("Skäl och synpunkter"), "required": False},
                ],
            }
        ]
    }


def _choice(key, label, *options):
    return {
        "id": key,
        "type": "one",
        "label": label,
        "required": True,
        "options": [{"id": f"o{place}", "label": option} for place, option in enumerate(options, start=1)],
    }
