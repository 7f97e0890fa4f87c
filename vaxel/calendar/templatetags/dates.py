"""{% load dates %}: dates as one would say them, in the reader's language. Empty in, empty out."""

import datetime as dt

from django import template
from django.utils.translation import get_language

from vaxel.calendar.clock import today
from vaxel.calendar.domain import phrases
from vaxel.calendar.domain.days import why_not_working
from vaxel.calendar.domain.deadlines import swedish_day

register = template.Library()


def _language() -> str:
    return get_language() or "sv"


def _day(value):
    return swedish_day(value) if isinstance(value, dt.datetime) else value


@register.filter
def day_long(value):
    """fredag 31 januari 2020"""
    return phrases.day_long(_day(value), _language()) if value else ""


@register.filter
def day_short(value):
    """fre 31 jan"""
    return phrases.day_short(_day(value), _language()) if value else ""


@register.filter
def day_of_month(value):
    """31 januari 2020"""
    return phrases.day_of_month(_day(value), _language()) if value else ""


@register.filter
def month(value):
    """januari 2020"""
    return phrases.month(_day(value), _language()) if value else ""


@register.filter
def relative_day(value):
    """i går · om 12 dagar"""
    return phrases.relative_day(_day(value), today(), _language()) if value else ""


@register.filter
def clock(value):
    """09.14"""
    return phrases.clock(value, _language()) if value else ""


@register.filter
def moment(value):
    """i dag kl. 09.14 · fredag 31 januari kl. 09.14"""
    return phrases.moment(value, today(), _language()) if value else ""


@register.filter
def week(value):
    """v. 5"""
    return phrases.week(_day(value), _language()) if value else ""


@register.filter
def days(value):
    """11 dagar; takes a number of days or a timedelta."""
    if value is None or value == "":
        return ""
    return phrases.days(value.days if isinstance(value, dt.timedelta) else int(value), _language())


@register.filter
def not_working(value):
    """Why the day is no working day ("midsommarafton"), or nothing."""
    return why_not_working(_day(value), _language().split("-")[0]) if value else ""
