"""Sentences that several of money's pages say alike."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.funding.domain.life import AgreementState
from vaxel.funding.templatetags.kronor import mkr
from vaxel.ui.templatetags.numbers import count, in_words

DECIDED = (AgreementState.DECIDED, AgreementState.REPLACED)


def streams_said(number):
    return ngettext("%(n)s inriktning", "%(n)s inriktningar", number) % {"n": in_words(number)}


def receivers_said(number):
    return _("%(n)s mottagare") % {"n": count(number)}


def opening(agreement, summed) -> str:
    """ "2020 års överenskommelse fördelar 1 012 Mkr i tio inriktningar till 332 mottagare." """
    said = {
        "year": agreement.year,
        "pot": mkr(summed.pot_ore),
        "streams": streams_said(summed.streams),
        "receivers": receivers_said(summed.receivers),
    }
    if not summed.streams:
        return _("%(year)s års överenskommelse har inga inriktningar än.") % said
    if agreement.state in DECIDED:
        return _("%(year)s års överenskommelse fördelar %(pot)s i %(streams)s till %(receivers)s.") % said
    return _("%(year)s års överenskommelse ska fördela %(pot)s i %(streams)s till %(receivers)s.") % said
