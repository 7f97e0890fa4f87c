"""Scenarios: an agreement's terms with some of them changed, kept to compare; one may become the draft's own."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import permissions
from vaxel.funding.commands.holding import changing
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.scenario import applied, changes_between
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.models import Agreement, Scenario
from vaxel.funding.queries.scenarios import all_terms_of
from vaxel.funding.queries.terms import areas_for
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.refusal import Refusal

MOST = 12


def create_scenario(agreement, name, *, by) -> Scenario:
    """As the agreement is, until something is changed in it. A name is used once per agreement."""
    permissions.require(permissions.edits_agreement(by, agreement))
    with transaction.atomic():
        _held(agreement)
        if agreement.scenarios.count() >= MOST:
            raise Refusal(_("Det finns redan tolv scenarier. Ta bort något av dem först."), status=409)
        made = Scenario(agreement=agreement, name=_named(agreement, name), made_by=by.person_id, made_at=clock.now())
        made.save()
        journal.record(
            "funding.create_scenario", by=by, obj=agreement, on_behalf_of=by.body_id, facts={"scenario": made.pk}
        )
    return made


def edit_scenario(scenario, *, by, name, changes) -> Scenario:
    """Refused if the terms would not hold. The agreement itself is not touched."""
    permissions.require(permissions.edits_agreement(by, scenario.agreement))
    with transaction.atomic():
        _held(scenario.agreement)
        scenario.name = _named(scenario.agreement, name, but=scenario)
        scenario.changes = changes
        _must_hold(applied(all_terms_of(scenario.agreement), changes))
        scenario.save()
        facts = {"scenario": scenario.pk}
        journal.record("funding.edit_scenario", by=by, obj=scenario.agreement, on_behalf_of=by.body_id, facts=facts)
    return scenario


def drop_scenario(scenario, *, by) -> None:
    permissions.require(permissions.edits_agreement(by, scenario.agreement))
    with transaction.atomic():
        facts = {"scenario": scenario.pk}
        journal.record("funding.drop_scenario", by=by, obj=scenario.agreement, on_behalf_of=by.body_id, facts=facts)
        scenario.delete()


def use_scenario(scenario, *, by) -> Scenario:
    """The scenario's terms become the draft's. What the draft said before is kept as a scenario: the way back."""
    with changing(scenario.agreement, by=by, action="funding.use_scenario", scenario=scenario.pk) as now:
        if not Scenario.objects.filter(pk=scenario.pk).exists():
            raise Refusal(_("Scenariot finns inte längre. Kanske har någon redan tagit det i bruk."), status=409)
        before = all_terms_of(now)
        after = applied(before, scenario.changes)
        _must_hold(after)
        _write(now, after)
        name = _free(now, _("Före ”%(name)s”") % {"name": scenario.name})
        Scenario.objects.filter(pk=scenario.pk).delete()
        return Scenario.objects.create(
            agreement=now, name=name, changes=changes_between(after, before), made_by=by.person_id, made_at=clock.now()
        )


def _write(agreement, terms):
    agreement.rounding, agreement.level, agreement.unit_ore = terms.rounding, terms.level, terms.unit_ore
    rows = {row.key: row for row in agreement.streams.all()}
    for stream in terms.streams:
        row = rows[stream.key]
        row.pot_ore, row.base_ore = stream.pot_ore, stream.base_ore
        row.allocation, row.reference_date = stream.allocation, stream.reference_date
        row.save()


def _must_hold(terms):
    try:
        allocate(terms, areas_for(terms))
    except TermsError as no:
        raise Refusal(in_words(no.sentence)) from no


def _held(agreement):
    """Two who name at once wait for each other."""
    Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)


def _named(agreement, name, but=None):
    name = name.strip()[:120]
    if not name:
        raise Refusal(_("Skriv vad scenariot heter."), field="name")
    if agreement.scenarios.filter(name=name).exclude(pk=but.pk if but else None).exists():
        raise Refusal(_("Det finns redan ett scenario som heter så. Välj ett annat namn."), field="name")
    return name


def _free(agreement, name):
    taken = set(agreement.scenarios.values_list("name", flat=True))
    tries = (name[:115], *(f"{name[:110]} ({number})" for number in range(2, MOST + 3)))
    return next(one for one in tries if one not in taken)
