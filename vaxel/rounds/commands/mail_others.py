"""What goes to others than those asked: whoever takes over after someone, and the county's steering group."""

from django.utils.translation import gettext as _

from vaxel import notices
from vaxel.calendar import clock
from vaxel.network.queries.asof import at
from vaxel.network.wording import ROLES
from vaxel.rounds.commands.addresses import page_of
from vaxel.rounds.commands.wording import in_swedish, letter, when, words_of


@in_swedish
def handed_over(mandate, rounds, to):
    """What was sent to someone whose mandate has ended: one mail to the next in order, a line in each round's log."""
    role = ROLES.get(mandate.role, mandate.role)
    notices.post_many(
        notices.Draft(
            event_key=f"round:{round.pk}:handover-{mandate.pk}:{mandate.body_id}",
            to=to.address,
            subject=_("Att ta över: %(title)s") % words_of(round),
            text=letter(
                _("Den som var %(role)s hos er har slutat, och %(title)s är fortfarande öppen.")
                % {**words_of(round), "role": role},
                when(round, on=clock.today()),
                page_of(round.pk, mandate.body_id),
            ),
            digest_key=f"handover:{mandate.pk}",
            about=f"round:{round.pk}",
            body_id=mandate.body_id,
            to_as=to.how,
            keeps_quiet=True,
        )
        for round in rounds
    )


def steering_key(round, county_id):
    return f"round:{round.pk}:steering:{county_id}"


@in_swedish
def steering(round, county_id, address, *, asked, missing):
    """Numbers and nothing else: neither which bodies nor what they have said."""
    name = at(clock.today()).names([county_id]).get(county_id, "")
    words = {**words_of(round), "name": name, "missing": missing, "asked": asked}
    text = letter(
        _("Sista dagen för %(title)s har varit.") % words,
        _("I %(name)s har %(missing)s av %(asked)s tillfrågade inte svarat.") % words,
        _("Uppgiften går till styrgruppen därför att länets överenskommelse tillåter det."),
    )
    notices.post_many(
        [
            notices.Draft(
                event_key=steering_key(round, county_id),
                to=address,
                subject=_("Läget i länet: %(title)s") % words,
                text=text,
                about=f"round:{round.pk}",
                body_id=county_id,
                to_as="steering",
                keeps_quiet=True,
            )
        ]
    )
