"""A county's joint answer: written and put forward by the county, adopted by each body for itself alone."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.agreements import Agreed, permitting
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail, steps
from vaxel.rounds.commands.drafting import in_words, merge, refuse
from vaxel.rounds.commands.outdating import hold, mark_outdated, parties_held
from vaxel.rounds.domain import answers as rules
from vaxel.rounds.domain.combining import Way, combined
from vaxel.rounds.domain.joint import Original
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.question import Questions, QuestionType
from vaxel.rounds.domain.state import Outcome, Step
from vaxel.rounds.models import Answer, Delivery, JointAnswer, JointCover, JointSignature, JointVersion, Receipt, Round
from vaxel.rounds.policies import CONFLICT, Act, RoundAct, allow_round
from vaxel.rounds.queries.asked import Views
from vaxel.rounds.queries.joint import originals_of, proposed, standing
from vaxel.ui.refusal import Refusal

OWN = "own"


def save_joint(round, node_id, values, *, by, origins=None, revision=None) -> JointAnswer:
    """Merges the questions given, cleaned. `origins`: question id → how it came about; what is written is one's own.
    What cannot be saved is refused after the rest is saved. With a revision, what someone else has saved is refused.
    """
    with transaction.atomic():
        joint = _held(round, node_id, by)
        if revision is not None and joint.revision != revision:
            raise Refusal(_("En kollega har ändrat texten sedan ni öppnade den. Ladda om sidan."), status=CONFLICT)
        problems = merge(joint, questions_of(round, node_id), values)
        for key in values:
            joint.origins[key] = (origins or {}).get(key, OWN)
        joint.revision, joint.updated_by = joint.revision + 1, by.person_id
        joint.save()
        facts = {"node": joint.node_id, "revision": joint.revision}
        journal.record("rounds.joint_write", by=by, obj=joint.round, on_behalf_of=joint.node_id, facts=facts)
    refuse(problems)
    return joint


def take(round, node_id, question_id, source, *, by) -> JointAnswer:
    """Lets one question be what came in makes it: `source` is a Way, or the id of the body whose answer is chosen."""
    question = questions_of(round, node_id).find(question_id)
    if question is None:
        raise Refusal(_("Frågan finns inte i den här förfrågan. Ladda om sidan."), status=404)
    named = [(name, values.get(question_id)) for name, values in _came_in(round, node_id)]
    if source in set(Way):
        value = combined(question, Way(source), named)
    else:
        value = next(
            (one.values.get(question_id) for one in originals_of_parties(round, node_id) if str(one.body) == source),
            None,
        )
    if value is None:
        raise Refusal(_("Det finns inget svar att hämta till den frågan."), status=CONFLICT)
    return save_joint(round, node_id, {question_id: value}, by=by, origins={question_id: source})


def originals_of_parties(round, node_id) -> list[Original]:
    """What the agreement's parties have answered themselves."""
    return list(standing(Delivery.objects.filter(round=round, body__in=_party_ids(round, node_id))).values())


def _came_in(round, node_id):
    originals = originals_of_parties(round, node_id)
    names = at(round.frame.as_of).names([one.body for one in originals])
    named = [(names.get(one.body, ""), one.values) for one in originals]
    return sorted(named, key=lambda one: swedish_key(one[0]))


def propose_joint(round, node_id, *, by) -> JointVersion:
    """Puts what is written forward: a version that does not change. Who adopted an earlier one is asked anew."""
    with transaction.atomic():
        joint = _held(round, node_id, by)
        questions = questions_of(round, node_id)
        refuse({key: in_words(one) for key, one in rules.problems(questions, joint.values).items()})
        values = rules.settled(questions, joint.values)
        if not values:
            raise Refusal(_("Det gemensamma svaret är tomt. Skriv minst ett svar först."), status=CONFLICT)
        version = _version(joint, values, by)
        mark_outdated(joint, by=by, received_at=clock.now())
        facts = {"node": joint.node_id, "version": version.number}
        journal.record("rounds.joint_propose", by=by, obj=joint.round, on_behalf_of=joint.node_id, facts=facts)
        mail.joint_proposed(joint, version, [cover.delivery for cover in _covers(version)])
    return version


def _version(joint, values, by):
    deliveries = _to_cover(joint)
    if not deliveries:
        raise Refusal(
            _("Ingen av överenskommelsens parter är kvar i svaret. Det finns inget att anta."), status=CONFLICT
        )
    last = joint.versions.order_by("-number").first()
    if (
        last
        and last.values == values
        and {cover.delivery_id for cover in last.covers.all()} == {delivery.pk for delivery in deliveries}
    ):
        raise Refusal(_("Inget är ändrat sedan ni lade fram det senast."), status=CONFLICT)
    version = JointVersion.objects.create(
        joint=joint,
        number=last.number + 1 if last else 1,
        values=values,
        origins={key: joint.origins.get(key, OWN) for key in values},
        agreement_id=agreement_of(joint.node_id).id,
        proposed_at=clock.now(),
        proposed_by=by.person_id,
        mandate_id=by.mandate_id,
    )
    own = Answer.objects.filter(delivery__in=deliveries, status=AnswerStatus.SUBMITTED)
    numbers = {answer.delivery_id: answer for answer in own}
    JointCover.objects.bulk_create(
        JointCover(version=version, delivery=delivery, original=numbers.get(delivery.pk)) for delivery in deliveries
    )
    return version


def _to_cover(joint):
    """The agreement's parties that were asked, without those who declined the round or stand by their own answer."""
    aside = {
        delivery: not adopted
        for delivery, adopted in JointSignature.objects.filter(version__joint=joint)
        .order_by("id")
        .values_list("delivery", "adopted")
    }
    rows = Delivery.objects.outcomes().filter(round=joint.round, body__in=_party_ids(joint.round, joint.node_id))
    rows = rows.exclude(said__in=[Outcome.DECLINED, Outcome.NOT_ASKED]).select_related("body").order_by("position")
    return [row for row in rows if not aside.get(row.pk)]


def adopt(delivery, seen, *, by, key, received_at) -> Receipt:
    """The body makes the joint answer its own. `seen` is the hash of what the page showed: nobody adopts the unread."""
    permissions.require(permissions.adopts(by, delivery))
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        if told := steps.told_already(now, Step.ADOPTED, key):
            return told
        steps.allow(Act.ADOPT, now, received_at)
        covers, version, shown = _put_forward(joint, delivery)
        mine = shown.of(delivery.body_id)
        if mine.adopted and not mine.stale:
            return mine.signed.receipt
        if seen != shown.hash:
            raise Refusal(
                _("Det gemensamma svaret har ändrats medan ni läste. Ladda om sidan och läs vad som är nytt."),
                status=CONFLICT,
            )
        receipt = steps.write(now, Step.ADOPTED, by=by, key=key, received_at=received_at)
        _sign(version, now, receipt, covers, bound=shown.hash)
    steps.show(delivery, now)
    return receipt


def stand_aside(delivery, reason, *, by, key, received_at) -> Receipt:
    """The body stands by its own answer, and says why. Having none, it has then received and not answered."""
    permissions.require(permissions.adopts(by, delivery))
    if not reason.strip():
        raise Refusal(_("Skriv varför ni står för ert eget svar. Länet och avsändaren ser skälet."), field="reason")
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        if told := steps.told_already(now, Step.STOOD_ASIDE, key):
            return told
        steps.allow(Act.STAND_ASIDE, now, received_at)
        covers, version, shown = _put_forward(joint, delivery)
        mine = shown.of(delivery.body_id)
        receipt = steps.write(now, Step.STOOD_ASIDE, by=by, key=key, received_at=received_at, note=reason.strip())
        _sign(version, now, receipt, covers, adopted=False)
        if mine.adopted and not mine.original.number:
            steps.write(now, Step.WITHDRAWN, by=by, key=key, received_at=received_at)
    steps.show(delivery, now)
    return receipt


def _put_forward(joint, delivery):
    version = joint and joint.versions.order_by("-number").first()
    covers = _covers(version) if version else []
    if delivery.pk not in {cover.delivery_id for cover in covers}:
        raise Refusal(_("Inget gemensamt svar är framlagt för er. Ert eget svar gäller."), status=CONFLICT)
    return covers, version, proposed(joint)


def _covers(version):
    return list(version.covers.select_related("delivery__round", "delivery__body"))


def _sign(version, delivery, receipt, covers, *, adopted=True, bound=""):
    originals = sorted([one.body, one.number] for one in originals_of(covers).values())
    JointSignature.objects.create(
        version=version,
        delivery=delivery,
        receipt=receipt,
        adopted=adopted,
        bound=bound,
        originals=originals if adopted else [],
    )


def _held(round, node_id, by):
    """The county's joint answer, ours for the moment, and its parties after it (the order everyone holds them in)."""
    permissions.require(permissions.coordinates(by, node_id) and permissions.has_part(round, node_id))
    agreement_of(node_id)
    JointAnswer.objects.get_or_create(round=round, node_id=node_id)
    joint = JointAnswer.objects.select_for_update(of=("self",)).get(round=round, node=node_id)
    parties_held(joint)
    fresh = Round.objects.get(pk=round.pk)
    allow_round(RoundAct.WRITE_JOINT, fresh.state)
    return joint


def agreement_of(node_id) -> Agreed:
    """What permits a joint answer in the county today; a refusal where nothing does."""
    found = permitting(node_id, Permits.JOINT_ANSWER, clock.today())
    if found is None:
        raise Refusal(
            _("Länets överenskommelse medger inte gemensamma svar, eller gäller inte än. Varje part svarar själv."),
            status=CONFLICT,
        )
    return found


def _party_ids(round, node_id):
    return [party.body_id for party in agreement_of(node_id).parties]


def questions_of(round, node_id=None) -> Questions:
    """Those a county can answer for several: a file is somebody's own, and is read where it lies. With a node only what
    any of its parties is asked.
    """
    if round.template_version is None:
        raise Refusal(_("Förfrågan har inga frågor att svara gemensamt på."), status=CONFLICT)
    views = Views(round)
    asked = views.of(_places(round, node_id)) if views.divided and node_id else views.whole
    return Questions(
        tuple(
            replace(section, questions=tuple(one for one in section.questions if one.type is not QuestionType.FILE))
            for section in asked.sections
        )
    )


def _places(round, node_id):
    parties = Delivery.objects.filter(round=round, body__in=_party_ids(round, node_id))
    return parties.values_list("position", flat=True)
