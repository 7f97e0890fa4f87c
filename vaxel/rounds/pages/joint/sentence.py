"""The sentence that answers "how is it with the joint answer?"."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.network.wording import listed
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

NAMED = 4  # more names than so are read in the list


def heading_of(county, shown) -> str:
    words = {"county": county.short_name or county.name}
    if shown is None:
        return _("%(county)s: det gemensamma svaret är inte framlagt än.") % words
    if shown.stale:
        return _("%(county)s: något har ändrats sedan svaret antogs.") % words
    words |= {"adopted": in_words_capital(len(shown.adopted), "en"), "n": in_words(len(shown.covered), "en")}
    if not shown.waiting and not shown.aside:
        return (
            ngettext(
                "%(county)s: det gemensamma svaret är antaget av sin enda part.",
                "%(county)s: det gemensamma svaret är antaget av alla %(n)s parter.",
                len(shown.covered),
            )
            % words
        )
    return _("%(adopted)s av %(n)s parter har antagit det gemensamma svaret.") % words


def lead_of(shown) -> str:
    if shown is None:
        return ""
    said = []
    if waiting := [party.name for party in shown.waiting]:
        few = len(waiting) <= NAMED
        names = listed(waiting) if few else _("%(n)s parter") % {"n": in_words(len(waiting), "en")}
        said.append(_("Väntar på %(names)s.") % {"names": names})
    if aside := [party.name for party in shown.aside]:
        said.append(_("%(names)s står för sitt eget svar.") % {"names": listed(aside)})
    said.append(
        _("Räknas som antaget: siffrorna står en gång, hos länet.")
        if shown.counts
        else _("Räknas inte än: vars och ens eget svar gäller tills alla har antagit det.")
    )
    return " ".join(said)
