"""A round's life: drafted, edited by several, sent, recalled, prolonged, closed, fed back."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds import facts, permissions
from vaxel.rounds.commands import mail_running, reminded
from vaxel.rounds.commands.holding import locked, show
from vaxel.rounds.commands.recall import recall
from vaxel.rounds.commands.send import SendOutcome, send
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import CoWorker, Round, RoundSender
from vaxel.rounds.policies import RoundAct
from vaxel.rounds.queries.audience import parsed
from vaxel.rounds.queries.owing import owing_rows
from vaxel.ui.refusal import Refusal

__all__ = [
    "SendOutcome", "close", "create_round", "duplicate", "edit_round", "feed_back", "prolong", "recall", "send",
]  # fmt: skip
FIELDS = frozenset(
    "kind title text replaces legal_basis consulted minutes is_public answers_public answer_by_link forward_text template_version"
    " template_version_id audience route opens due compile_due assessor assessor_id reminds remind_days"
    " two_persons".split()
)


def create_round(*, by, owner_id, kind, title="", senders=(), co_workers=(), **fields) -> Round:
    """A draft. `senders` are body ids besides the owner, `co_workers` ids of persons."""
    permissions.require(permissions.creates_round(by) and (by.is_system or by.body_id == owner_id))
    _only_known(fields)
    with transaction.atomic():
        made = Round(owner_id=owner_id, kind=RoundKind(kind), title=title, created_by=by.person_id, **fields)
        made.save()
        _set_senders(made, {*senders, owner_id})
        _set_co_workers(made, set(co_workers))
        journal.record("rounds.create", by=by, obj=made, on_behalf_of=owner_id)
    return made


def edit_round(round, *, by, revision, senders=None, co_workers=None, **fields) -> Round:
    """`senders` are body ids, `co_workers` ids of persons; the owner is always a sender. A stale revision is refused.

    Who sends, and who may write, is for the senders: a co-worker writes the words.
    """
    permissions.require(permissions.edits_round(by, round))
    _only_known(fields)
    with transaction.atomic():
        now = locked(round, RoundAct.EDIT)
        if now.revision != revision:
            raise Refusal(
                _("Någon annan har sparat utkastet sedan ni öppnade det. Ladda om sidan och gör ändringen igen."),
                status=409,
            )
        _require_senders_say(by, now, senders, co_workers)
        for name, value in fields.items():
            setattr(now, name, value)
        now.revision += 1
        now.asked_to_confirm_by = None  # the second person confirms what the first one saw
        now.save()
        if senders is not None:
            _set_senders(now, {*senders, now.owner_id})
        if co_workers is not None:
            _set_co_workers(now, set(co_workers))
        facts = {"revision": now.revision, "fields": sorted(fields)}
        journal.record("rounds.edit", by=by, obj=now, on_behalf_of=by.body_id, facts=facts)
    show(round, now)
    return round


def _require_senders_say(by, round, senders, co_workers):
    """Written as they were, they may come back from anyone's form."""
    same = (senders is None or {*senders, round.owner_id} == _ids(round.senders, "body_id")) and (
        co_workers is None or set(co_workers) == _ids(round.co_workers, "person_id")
    )
    permissions.require(
        same or permissions.is_sender(by, round),
        _("Bara avsändarna kan ändra vilka som står som avsändare och vilka som får skriva i utkastet."),
    )


def _ids(rows, name):
    return set(rows.values_list(name, flat=True))


def _only_known(fields):
    if unknown := set(fields) - FIELDS:
        raise TypeError(f"a round has no {sorted(unknown)} to write")
    if fields.get("audience"):
        parsed(fields["audience"])


def _set_senders(round, bodies):
    round.senders.exclude(body__in=bodies).delete()
    RoundSender.objects.bulk_create((RoundSender(round=round, body_id=body) for body in bodies), ignore_conflicts=True)


def _set_co_workers(round, people):
    round.co_workers.exclude(person__in=people).delete()
    CoWorker.objects.bulk_create((CoWorker(round=round, person_id=person) for person in people), ignore_conflicts=True)


def duplicate(round, *, by) -> Round:
    """A new draft with the same words, questions and audience, owned by whoever copies; dates are left open."""
    permissions.require(permissions.reads_round(by, round) and permissions.creates_round(by))
    kept = FIELDS - {"template_version", "assessor", "opens", "due", "compile_due", "title", "kind"}
    fields = {name: getattr(round, name) for name in kept}
    return create_round(by=by, owner_id=by.body_id or round.owner_id, kind=round.kind, title=round.title, **fields)


def prolong(round, due, *, by, body_ids=None) -> Round:
    """For all, or for the bodies named. A date is only ever moved forward; those who owe something are told."""
    permissions.require(permissions.is_sender(by, round))
    with transaction.atomic():
        now = locked(round, RoundAct.PROLONG)
        _later(now, due)
        gain = _gained(now, due, body_ids)
        if body_ids is None:
            now.due = due
            now.save(update_fields=["due"])
        else:
            chosen = _chosen(now, body_ids)
            _later_for_each(chosen, due)
            chosen.update(due=due)
        mail_running.prolonged(now, due, gain)
        facts = {"due": due, "bodies": sorted(body_ids) if body_ids is not None else "all"}
        journal.record("rounds.prolong", by=by, obj=now, on_behalf_of=by.body_id, facts=facts)
    show(round, now)
    return round


def _later(round, due):
    if due < clock.today():
        raise Refusal(_("Dagen har redan varit. Välj i dag eller en senare dag."), field="due")
    if round.due and due <= round.due:
        raise Refusal(_("Svarstiden kan bara förlängas. Välj en dag efter den som gäller nu."), field="due")


def _later_for_each(chosen, due):
    if chosen.filter(due__gte=due).exists():
        raise Refusal(_("Någon av dem har redan en senare dag. Välj en dag efter den."), field="due")


def _gained(round, due, body_ids):
    """Those who have it, owe something, and did not have as late a day of their own."""
    rows = owing_rows(round).filter(waits_at=None).exclude(due__gte=due)
    rows = rows if body_ids is None else rows.filter(body__in=body_ids)
    return list(rows.values_list("body_id", flat=True))


def _chosen(round, body_ids):
    chosen = round.deliveries.filter(body__in=body_ids)
    if not body_ids or chosen.count() < len(set(body_ids)):
        raise Refusal(_("Välj mottagare som är tillfrågade i den här förfrågan."), field="bodies")
    return chosen


def close(round, *, by) -> Round:
    """No more answers; what reached us before this instant still counts."""
    permissions.require(permissions.is_sender(by, round))
    with transaction.atomic():
        now = locked(round, RoundAct.CLOSE)
        now.state, now.closed_at = RoundState.CLOSED, clock.now()
        now.save(update_fields=["state", "closed_at"])
        reminded.take_back_all(now.pk)
        journal.record("rounds.close", by=by, obj=now, on_behalf_of=by.body_id)
    show(round, now)
    return round


def feed_back(round, text, *, by) -> Round:
    """What the answers led to: fed back is said only when something is written, and every receiver is told."""
    permissions.require(permissions.is_sender(by, round))
    if not text.strip():
        raise Refusal(_("Skriv vad ni gjorde med svaren. Utan text är inget återkopplat."), field="text")
    with transaction.atomic():
        now = locked(round, RoundAct.FEED_BACK)
        now.feedback, now.fed_back_at, now.state = text.strip(), clock.now(), RoundState.FED_BACK
        now.save(update_fields=["feedback", "fed_back_at", "state"])
        senders = set(now.senders.values_list("body_id", flat=True)) - {by.body_id}
        mail_running.fed_back(now, sorted(_receivers(now) | senders))
        journal.record("rounds.feed_back", by=by, obj=now, on_behalf_of=by.body_id)
        facts.fed_back.send(Round, round=now, by=by, received_at=clock.now())
    show(round, now)
    return round


def _receivers(round):
    """All that were asked (also where it never was passed on), have passed it on or could have, or were reached besides."""
    mine = list(round.deliveries.exclude(state=0).values_list("body_id", "via_id", "waits_at_id"))
    found = {body for row in mine for body in row} - {None}
    return found | set(round.also_reached.values_list("body_id", flat=True))
