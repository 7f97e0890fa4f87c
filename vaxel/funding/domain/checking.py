"""Terms that no population can make right: refused before anything is reckoned."""

from vaxel.funding.domain.terms import Allocation, Level, Rounding, StreamTerms, Terms, TermsError
from vaxel.rounds.domain.sentence import _
from vaxel.rounds.domain.shown import kronor

LARGEST_ORE = 10**17  # a thousand million million kronor; beyond it no database keeps the sum of some streams
OF_POPULATION = {Allocation.POPULATION, Allocation.BASE_AND_POPULATION}


def check_terms(terms: Terms) -> None:
    """Raises TermsError."""
    if not terms.streams:
        raise TermsError(_("Överenskommelsen har ingen inriktning att fördela: lägg till minst en."))
    if not 1 <= terms.unit_ore <= LARGEST_ORE:
        raise TermsError(_("Utbetalningarnas enhet ska vara ett helt tal större än 0."))
    seen: set[str] = set()
    for stream in terms.streams:
        if stream.key in seen:
            raise TermsError(
                _("Två inriktningar heter ”%(stream)s”: ge den ena ett annat namn (key)."), stream=stream.key
            )  # fmt: skip
        seen.add(stream.key)
        _check(stream)


def _check(stream: StreamTerms) -> None:
    for rule in (_pot, _base, _tables, _date):
        rule(stream)


def _pot(stream: StreamTerms) -> None:
    if stream.pot_ore < 0:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har en negativ pott (%(pot)s kr): skriv 0 eller mer."),
            stream=stream.key, pot=kronor(stream.pot_ore),
        )  # fmt: skip
    if stream.pot_ore > LARGEST_ORE:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har en större pott än som går att bokföra: högst %(most)s kr."),
            stream=stream.key, most=kronor(LARGEST_ORE),
        )  # fmt: skip


def _base(stream: StreamTerms) -> None:
    if stream.base_ore < 0:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ett negativt grundbelopp (%(base)s kr): skriv 0 eller mer."),
            stream=stream.key, base=kronor(stream.base_ore),
        )  # fmt: skip
    if stream.base_ore and stream.allocation is not Allocation.BASE_AND_POPULATION:
        raise TermsError(
            _(
                "Inriktningen ”%(stream)s” har ett grundbelopp men fördelas som %(key)s: "
                "ta bort det (base_kr) eller fördela som base_and_population."
            ),
            stream=stream.key, key=stream.allocation,
        )  # fmt: skip
    if stream.in_all < 0:
        raise TermsError(
            _("Inriktningen ”%(stream)s” har ett antal mottagare under 0: skriv hur många som delar (in_all)."),
            stream=stream.key,
        )


def _tables(stream: StreamTerms) -> None:
    for word, table, allocation in (
        ("amounts", stream.amounts, Allocation.ENTERED),
        ("shares", stream.shares, Allocation.SHARES),
    ):
        if bool(table) != (stream.allocation is allocation):
            text = (
                _("Inriktningen ”%(stream)s” har %(word)s men fördelas som %(key)s: ta bort det ena.")
                if table
                else _(
                    "Inriktningen ”%(stream)s” fördelas som %(key)s och behöver %(word)s: en tabell per mottagares kod."
                )
            )
            raise TermsError(text, stream=stream.key, word=word, key=stream.allocation)
        for code, size in table.items():
            if size < 0:
                raise TermsError(
                    _("Inriktningen ”%(stream)s” har ett negativt belopp för %(code)s i %(word)s: skriv 0 eller mer."),
                    stream=stream.key, code=code, word=word,
                )  # fmt: skip


def _date(stream: StreamTerms) -> None:
    if stream.reference_date is None and stream.allocation in OF_POPULATION:
        raise TermsError(
            _("Inriktningen ”%(stream)s” fördelas efter folkmängd och behöver ett referensdatum: dagen den räknas (reference_date)."),
            stream=stream.key,
        )  # fmt: skip


def check_some_will_do(stream: StreamTerms, terms: Terms) -> None:
    """For a stream whose receivers are not all given: neither a sum nor a county can be made of some of them."""
    if terms.rounding is Rounding.NEAREST and terms.level is Level.DIRECT:
        return
    raise TermsError(
        _(
            "Mottagarna i inriktningen ”%(stream)s” är inte alla upptagna, och %(word)s behöver alla: "
            "ta med dem, eller fördela med nearest och direct."
        ),
        stream=stream.key,
        word=terms.level if terms.rounding is Rounding.NEAREST else terms.rounding,
    )
