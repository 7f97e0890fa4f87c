"""Information to a county's steering group: only where the county has agreed to it, only numbers, once per round."""

import datetime as dt

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.days import working_days_from
from vaxel.calendar.domain.quiet import is_quiet
from vaxel.network.domain.agreements import Permits
from vaxel.network.models import SteeringMailbox
from vaxel.network.queries.agreements import county_permits
from vaxel.notices.models import Message
from vaxel.rounds.commands import mail_others
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import FrameRange, Round
from vaxel.rounds.queries.progress import counts

LOOKS_BACK = dt.timedelta(days=30)


def inform_steering_groups() -> int:
    """For the tick: the working day after the last day, how many of the county's have not answered. How many mails."""
    day = today()
    mailboxes = {} if is_quiet(now()) else _mailboxes(day)
    if not mailboxes:
        return 0
    rounds = Round.objects.filter(state=RoundState.OPEN, reminds=True, due__lt=day, due__gt=day - LOOKS_BACK)
    return sum(_inform(round, mailboxes, day) for round in rounds.exclude(kind=RoundKind.MAILING).order_by("pk"))


def _mailboxes(day):
    """{county: address} where an agreement in force that day permits it."""
    rows = SteeringMailbox.objects.at(day).values_list("county_id", "address")
    return {county: to for county, to in rows if county_permits(county, Permits.STEERING_INFORMATION, day)}


def _inform(round, mailboxes, day):
    if working_days_from(round.due, 1) > day:
        return 0
    asked = set(FrameRange.objects.filter(frame=round.frame_id, node__in=mailboxes).values_list("node_id", flat=True))
    keys = {mail_others.steering_key(round, county): county for county in asked}
    told = set(Message.objects.filter(event_key__in=keys).values_list("event_key", flat=True))
    return sum(_told(round, county, mailboxes[county]) for key, county in sorted(keys.items()) if key not in told)


def _told(round, county, address):
    found = counts(round, county)
    if not found.missing:
        return 0
    mail_others.steering(round, county, address, asked=found.asked, missing=found.missing)
    return 1
