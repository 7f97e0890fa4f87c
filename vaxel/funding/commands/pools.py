"""A joint purpose: drafted with each party's part computed, put to the parties, agreed by each for itself alone."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import permissions, policies
from vaxel.funding.commands.booking import Draft, Origin, book
from vaxel.funding.domain.cost_share import ShareError, ShareKey
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.pool_state import PartAnswer, PoolAct, PoolState, PurposeKind, settled
from vaxel.funding.domain.pooling import parts
from vaxel.funding.domain.post_cost import PostError, post_cost
from vaxel.funding.models import Pool, PoolPart
from vaxel.funding.queries.parties import parties
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.agreements import county_permits
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.refusal import Refusal


@dataclass(frozen=True)
class Plan:
    """A pool as it is written. Either `cost_ore`, or a post: `yearly_ore`, `percent` and `months`.

    `streams`: those that pay, each party from the one of them where it has money; none: with money of its own.
    `entered`: öre by body, for the key ENTERED alone.
    """

    title: str
    host_id: int
    body_ids: tuple[int, ...]
    year: int
    key: ShareKey
    cost_ore: int = 0
    yearly_ore: int | None = None
    percent: int | None = None
    months: int | None = None
    purpose: str = ""
    streams: tuple = ()
    entered: dict | None = None
    resource: object = None

    @property
    def cost(self) -> int:
        return post_cost(self.yearly_ore, self.percent or 0, self.months or 12) if self.yearly_ore else self.cost_ore


def computed(plan: Plan):
    """[(Part, stream id, basis)]: what each would pay, before anything is kept; what cannot be paid is refused."""
    bodies = {body.pk: body for body in at(clock.today()).named(list(plan.body_ids))}
    found = parties([bodies[one] for one in plan.body_ids if one in bodies], [one.pk for one in plan.streams], plan.year, plan.entered)  # fmt: skip
    try:
        told = parts(plan.cost, [party for party, _stream in found], plan.key)
    except (ShareError, PostError) as no:
        raise Refusal(in_words(no.sentence), field=no.field or None) from no
    basis = {ShareKey.POPULATION: "population", ShareKey.ENTERED: "entered"}.get(plan.key, "granted")
    return [(part, stream, getattr(party, basis)) for part, (party, stream) in zip(told, found, strict=True)]


def create_pool(owner, plan: Plan, *, by) -> Pool:
    """By the county's coordinator where its agreement permits shared resources; a fee, by whoever gives the service."""
    permissions.require(permissions.pools_at(by, owner))
    _may_pool(owner)
    with transaction.atomic():
        made = Pool(owner=owner, kind=PurposeKind.JOINT if owner.kind == Kind.COUNTY else PurposeKind.FEE)
        made.made_by = by.person_id
        _write(made, plan)
        journal.record("funding.create_pool", by=by, obj=made, on_behalf_of=owner.pk, facts={"ore": made.cost_ore})
    return made


def edit_pool(pool, plan: Plan, *, by, revision) -> Pool:
    """While it is a draft; the parts are computed anew."""
    with transaction.atomic():
        now = _held(pool, PoolAct.EDIT, by)
        if now.revision != revision:
            raise Refusal(
                _("Någon annan har ändrat satsningen sedan ni öppnade den. Ladda om sidan och gör ändringen igen."),
                status=policies.CONFLICT,
            )
        now.revision += 1
        _write(now, plan)
        journal.record("funding.edit_pool", by=by, obj=now, on_behalf_of=now.owner_id)
    return now


def _may_pool(owner):
    if owner.kind == Kind.COUNTY and not county_permits(owner.pk, Permits.SHARED_RESOURCES, clock.today()):
        raise Refusal(
            _("Länets överenskommelse tillåter inte gemensamma resurser, eller är inte underskriven av alla än. Skriv in det där först."),
            status=policies.CONFLICT,
        )  # fmt: skip


def _write(pool, plan):
    if not plan.title.strip():
        raise Refusal(_("Skriv vad satsningen heter."), field="title")
    told = computed(plan)
    for name in ("host_id", "year", "key", "yearly_ore", "percent", "months", "purpose", "resource"):
        setattr(pool, name, getattr(plan, name))
    pool.title, pool.cost_ore = plan.title.strip(), plan.cost
    pool.agreement = plan.streams[0].agreement if plan.streams else None
    pool.save()
    pool.streams.set(plan.streams)
    pool.parts.all().delete()
    PoolPart.objects.bulk_create(
        PoolPart(pool=pool, body_id=part.node, stream_id=stream, ore=part.ore, rest_ore=part.rest, basis=basis)
        for part, stream, basis in told
    )


def propose_pool(pool, *, by) -> Pool:
    """From now on the parties see it and answer, each for itself; what it says stays as it is."""
    with transaction.atomic():
        now = _held(pool, PoolAct.PROPOSE, by)
        _may_pool(now.owner)
        now.state, now.proposed_at = PoolState.PROPOSED, clock.now()
        now.save()
        journal.record("funding.propose_pool", by=by, obj=now, on_behalf_of=now.owner_id)
    return now


def call_back_pool(pool, *, by) -> Pool:
    """Back to a draft, to be changed; whoever had answered answers anew."""
    return _back(pool, PoolAct.CALL_BACK, PoolState.DRAFT, "funding.call_back_pool", by)


def withdraw_pool(pool, *, by) -> Pool:
    return _back(pool, PoolAct.WITHDRAW, PoolState.WITHDRAWN, "funding.withdraw_pool", by)


def _back(pool, act, state, action, by):
    with transaction.atomic():
        now = _held(pool, act, by)
        now.state = state
        if state == PoolState.DRAFT:
            now.proposed_at = None
            now.parts.update(answer=PartAnswer.WAITING, mandate=None, answered_by=None, answered_at=None, reason="")
        now.save()
        journal.record(action, by=by, obj=now, on_behalf_of=now.owner_id)
    return now


def answer_part(pool, answer, *, by, reason="") -> Pool:
    """For the body of the mandate in use. The last yes moves every part to the host, all in the same moment."""
    answer = PartAnswer(answer)
    with transaction.atomic():
        now = _locked(pool)
        part = now.parts.select_related("body").filter(body=by.body_id).first()
        permissions.require(
            part is not None and permissions.answers_part(by, part),
            _("Var part svarar för sig själv, genom den som beslutar där. Byt uppdrag, eller be den som gör det."),
        )
        if part.answer == answer:
            return now
        policies.allow_pool(PoolAct.ANSWER, now.state)
        _answer(part, answer, reason, by)
        action = "funding.agree_pool" if answer == PartAnswer.AGREED else "funding.decline_pool"
        journal.record(action, by=by, obj=now, on_behalf_of=part.body_id, facts={"ore": part.ore})
        if settled(now.parts.values_list("answer", flat=True)):
            _move(now, by)
    return now


def _answer(part, answer, reason, by):
    if answer == PartAnswer.DECLINED and not reason.strip():
        raise Refusal(_("Skriv varför ni tackar nej. Länet och de andra parterna läser det."), field="reason")
    part.answer, part.reason = answer, reason.strip()
    part.mandate_id, part.answered_by, part.answered_at = by.mandate_id, by.person_id, clock.now()
    part.save()


def _move(pool, by):
    """A party that has used its money since is named in the refusal, and the last yes is then not given either."""
    kind = EntryKind.POOLED if pool.kind == PurposeKind.JOINT else EntryKind.FEE
    drafts = [
        Draft(kind, part.ore, clock.today(), part.stream_id, pool.year, source=part.body_id, target=pool.host_id)
        for part in pool.parts.all()
        if part.stream_id and part.ore and part.body_id != pool.host_id
    ]
    book(drafts, by=by, origin=Origin.of(pool))
    pool.state, pool.agreed_at = PoolState.AGREED, clock.now()
    pool.save()


def _held(pool, act, by) -> Pool:
    """As it is now, ours until the transaction ends: permission, then policy."""
    now = _locked(pool)
    permissions.require(permissions.pools_at(by, now.owner))
    policies.allow_pool(act, now.state)
    return now


def _locked(pool) -> Pool:
    return Pool.objects.select_for_update(of=("self",)).select_related("owner").get(pk=pool.pk)
