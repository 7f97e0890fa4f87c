"""Sentences and words about contracts, for the pages."""

from fractions import Fraction

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.contract_state import ContractState as S
from vaxel.funding.domain.contract_terms import DAY
from vaxel.network.wording import listed
from vaxel.rounds.domain.shown import number
from vaxel.rounds.forms.saying import language
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

STATES = {
    S.DRAFT: gettext_lazy("utkast"),
    S.PROPOSED: gettext_lazy("väntar på underskrifter"),
    S.PARTLY_SIGNED: gettext_lazy("väntar på underskrifter"),
    S.SIGNED: gettext_lazy("undertecknat"),
    S.IN_FORCE: gettext_lazy("gäller"),
    S.ENDED: gettext_lazy("har upphört"),
    S.REPLACED: gettext_lazy("ersatt"),
}
LOOKS = {S.PROPOSED: "now", S.PARTLY_SIGNED: "now", S.SIGNED: "done", S.IN_FORCE: "done"}


def heading(now, names) -> str:
    """ "Avtalet mellan … är undertecknat av två av tre parter." """
    between = {"who": _who(now, names)}
    parties, signed = len(now.parties), len(now.signatures)
    day = get_language()
    if now.state == S.PARTLY_SIGNED:
        return _("Avtalet %(who)s är undertecknat av %(some)s av %(all)s parter.") % {
            **between, "some": in_words(signed), "all": in_words(parties),
        }  # fmt: skip
    last = day_of_month(min(now.contract.ended_on or now.version.ends, now.version.ends) - DAY, day)
    return {
        S.DRAFT: _("Avtalet %(who)s är ett utkast."),
        S.PROPOSED: _("Avtalet %(who)s väntar på allas underskrifter."),
        S.SIGNED: _("Avtalet %(who)s är undertecknat av alla parter och gäller från %(first)s."),
        S.IN_FORCE: _("Avtalet %(who)s är undertecknat av alla parter och gäller till och med %(last)s."),
        S.ENDED: _("Avtalet %(who)s gällde till och med %(last)s."),
        S.REPLACED: _("Avtalet %(who)s är ersatt av ett nyare."),
    }[now.state] % {**between, "first": day_of_month(now.version.starts, day), "last": last}


def _who(now, names) -> str:
    """Three parties are named; more, and the sentence would end before it is read."""
    if len(now.parties) <= 3:
        return _("mellan %(parties)s") % {"parties": listed([names.get(party.body_id, "") for party in now.parties])}
    return _("med %(body)s") % {"body": names.get(now.contract.body_id, "")}


def list_heading(rows) -> str:
    """ "Fyra av sex avtal är undertecknade av alla parter." """
    if not rows:
        return _("Här finns inga avtal som ni är part i eller följer.")
    done = sum(row.complete for row in rows)
    if done == len(rows):
        return ngettext("Avtalet är undertecknat.", "Alla %(n)s avtal är undertecknade.", done) % {"n": in_words(done)}
    said = {"some": in_words_capital(done) if done else _("Inget"), "all": in_words(len(rows), "ett")}
    if done == 1:
        said["some"] = in_words_capital(1, "ett")
    return (
        ngettext(
            "%(some)s av %(all)s avtal är undertecknat av alla parter.",
            "%(some)s av %(all)s avtal är undertecknade av alla parter.",
            max(done, 1),
        )
        % said
    )


def percent(share: Fraction | None) -> str:
    """29,9 %: rounded down, so that what does not reach 30 % never reads as 30 %. A dash where there is nothing yet."""
    if share is None:
        return "–"
    return f"{number(Fraction((share * 1000).__floor__(), 10), 1, language())}\u00a0%"


def share_sentence(shares) -> str:
    """What is wrong with the least share, and for how long; empty where nothing is."""
    if shares is None or not shares.needs_you:
        return ""
    said = {"least": percent(shares.agreed.least)}
    if shares.planned.holds is False:
        return _("Mindre än %(least)s är planerat till samverkan med kommuner.") % said
    if shares.agreed.holds is False:
        said["share"] = percent(shares.agreed.share)
        if shares.by is None or shares.days_left < 0:
            return _("Bara %(share)s är avtalat med kommuner; minst %(least)s krävs och dagen har passerat.") % said
        said["day"] = day_of_month(shares.by, get_language())
        return _("%(share)s är avtalat med kommuner. Minst %(least)s krävs, senast %(day)s.") % said
    said["share"] = percent(shares.accounted.share)
    return _("Bara %(share)s av det som redovisats har gått till kommuner; minst %(least)s krävs.") % said
