"""Who may change what in the network. Rights come from the mandate in use and the ties of that day, nothing else."""

from django.db.models import Exists, OuterRef, Q

from vaxel.accounts.access import Rule
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Role, Tree
from vaxel.network.models import AgreementParty, Body, Closure, CountyAgreement, Mandate, Tie, UnitImport

MANAGING = frozenset({Role.SECRETARIAT, Role.COORDINATOR, Role.CONTACT})

# Sweden's own division: public facts with a source, changed by the secretariat (or a new reference file) alone.
PUBLIC_DIVISION = frozenset(
    {Kind.NATION, Kind.SECRETARIAT, Kind.HEALTHCARE_REGION, Kind.COUNTY, Kind.REGION, Kind.MUNICIPALITY, Kind.AGENCY}
)


def may_manage(actor, body_id, day) -> bool:
    """May the actor, that day, change this body: its units, its people, its names and where it belongs?

    The secretariat manages the whole nation, in every tree; a coordinator or a contact its own body and what lies
    below it in the governance tree. Approval is another matter: managing gives no right to decide an answer.
    """
    if actor.is_system:
        return True
    if actor.current is None or actor.role not in MANAGING:
        return False
    return Body.objects.filter(id=body_id).filter(_managed_by(actor, day)).exists()


def may_reshape(actor, body, day) -> bool:
    """May the actor change the body's name, code, existence or where it belongs?"""
    if actor.is_system:
        return True
    return may_manage(actor, body.pk, day) and (actor.role == Role.SECRETARIAT or body.kind not in PUBLIC_DIVISION)


def may_found(actor, kind, below, day) -> bool:
    """May the actor add a body of this kind under that one? Sweden's own division, and a top, the secretariat alone."""
    if actor.is_system or (below is None and actor.role == Role.SECRETARIAT):
        return True
    if below is None or (kind in PUBLIC_DIVISION and actor.role != Role.SECRETARIAT):
        return False
    return may_manage(actor, below.pk, day)


def manageable(actor, day):
    """All bodies for which `may_manage` says yes, as a QuerySet."""
    if actor.is_system:
        return Body.objects.all()
    if actor.current is None or actor.role not in MANAGING:
        return Body.objects.none()
    return Body.objects.filter(_managed_by(actor, day))


def managed_from(tops, day):
    """The part of `manageable` that is the same for every role but the secretariat's."""
    return Body.objects.filter(_within(tops, Closure.objects.at(day).filter(tree=Tree.GOVERNANCE)))


def _managed_by(actor, day):
    """At the top of the actor's part lies its own body, and for the secretariat the nation it works for."""
    if actor.role != Role.SECRETARIAT:
        return _within([actor.body_id], Closure.objects.at(day).filter(tree=Tree.GOVERNANCE))
    nations = Tie.objects.at(day).filter(child=actor.body_id, parent__kind=Kind.NATION)
    return _within([actor.body_id, *nations.values_list("parent_id", flat=True)], Closure.objects.at(day))


def _within(tops, ties):
    return Q(pk__in=tops) | Q(Exists(ties.filter(descendant=OuterRef("pk"), ancestor__in=tops)))


def chooses_for(actor, body) -> bool:
    """How a body decides its answers is its own choice; a unit's, its principal's. No county and no secretariat."""
    if actor.is_system:
        return True
    if actor.role not in MANAGING:
        return False
    principal = Body.objects.filter(pk=actor.body_id, kind__in=PRINCIPALS)
    below = body.kind == Kind.UNIT and principal.exists() and may_manage(actor, body.pk, today())
    return actor.body_id == body.pk or below


def names_approver(actor, body) -> bool:
    """Who decides a principal's answers is named by itself (a unit's by its principal), like how it decides them.

    The very first one, where nobody ever was, also by the secretariat: or two steps could never begin. No county.
    """
    if body.kind not in {*PRINCIPALS, Kind.UNIT} or chooses_for(actor, body):
        return True
    named = Mandate.objects.filter(body=body, role=Role.APPROVER).exclude(person=None)
    return actor.role == Role.SECRETARIAT and not named.exists()


def drafts_agreement(actor, county_id) -> bool:
    """A county's own coordinator, with the mandate in use; nobody above writes what the parties agree."""
    return actor.is_system or actor.holds(Role.COORDINATOR, county_id)


def signs_for(actor, body) -> bool:
    """Contact or approver of the body itself; where answers are decided in two steps, its approver alone."""
    if actor.is_system:
        return True
    signing = {Role.APPROVER} if body.decides_in_two_steps else {Role.CONTACT, Role.APPROVER}
    return actor.body_id == body.pk and actor.role in signing


def sees_agreement(actor, agreement) -> bool:
    return agreements_seen_by(actor).filter(pk=agreement.pk).exists()


def agreements_seen_by(actor):
    """The parties by any mandate held today, once it is proposed; the county and whoever manages it, always."""
    if actor.is_system:
        return CountyAgreement.objects.all()
    joined = AgreementParty.objects.filter(agreement=OuterRef("pk"), body__in=actor.body_ids)
    return CountyAgreement.objects.filter(
        Q(county__in=actor.body_ids)
        | Q(county__in=manageable(actor, today()).values("pk"))
        | Q(Exists(joined), proposed_at__isnull=False)
    )


def may_say_away(actor, person, body) -> bool:
    """One's own absence, from a body one acts for; anyone's for who manages the body's people."""
    if actor.person_id is not None and actor.person_id == person.public_id:
        return body.pk in actor.body_ids
    return may_manage(actor, body.pk, today())


def knows_people(actor) -> bool:
    """Names and titles of who acts for whom are for those who hold a mandate themselves, anywhere in the network."""
    return actor.is_system or actor.current is not None


def knows_addresses(actor, body_id, day) -> bool:
    """May the actor read people's own e-mail and phone at this body? The own county, whoever manages it, the
    secretariat. Everyone else writes to the body's function mailbox, which is public.
    """
    if not knows_people(actor):
        return False
    return may_manage(actor, body_id, day) or bool(_counties(actor.body_id, day) & _counties(body_id, day))


def mandates_visible_to(actor, day):
    """The mandates of that day as the actor may see them: who holds no mandate sees none (public pages show roles)."""
    return Mandate.objects.at(day) if knows_people(actor) else Mandate.objects.none()


def _counties(body_id, day):
    above = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, descendant=body_id, ancestor__kind=Kind.COUNTY)
    itself = Body.objects.filter(pk=body_id, kind=Kind.COUNTY)
    return {*above.values_list("ancestor_id", flat=True), *itself.values_list("pk", flat=True)}


def reaches(actor, body_id) -> bool:
    """May the actor see and tend how the body is reached: whoever acts for it, and whoever manages it."""
    return body_id in actor.body_ids or may_manage(actor, body_id, today())


def _manages_mandate(request, mandate_id, **_):
    body = Mandate.objects.filter(pk=mandate_id).values_list("body_id", flat=True).first()
    return body is not None and may_manage(request.actor, body, today())


def _manages_import(request, import_id, **_):
    body = UnitImport.objects.filter(pk=import_id).values_list("principal_id", flat=True).first()
    return body is not None and may_manage(request.actor, body, today())


def _agreement_rule(name, predicate):
    def allows(request, agreement_id, **_):
        found = CountyAgreement.objects.filter(pk=agreement_id).first()
        return found is not None and predicate(request.actor, found)

    return Rule(name, allows)


# What the pages declare. Each name is a row in the permission matrix (tests/access/expected.py).
MANAGES_BODY = Rule("manages_body", lambda request, body_id, **_: may_manage(request.actor, body_id, today()))
REACHES_BODY = Rule("reaches_body", lambda request, body_id, **_: reaches(request.actor, body_id))
MANAGES_MANDATE = Rule("manages_mandate", _manages_mandate)
MANAGES_IMPORT = Rule("manages_import", _manages_import)
DRAFTS_AGREEMENT = Rule("drafts_agreement", lambda request, body_id, **_: drafts_agreement(request.actor, body_id))
EDITS_AGREEMENT = _agreement_rule("edits_agreement", lambda actor, one: drafts_agreement(actor, one.county_id))
SEES_AGREEMENT = _agreement_rule("sees_agreement", sees_agreement)
