"""A joint purpose: each party's part, who has agreed and who has not, and one's own answer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vaxel import journal
from vaxel.accounts.access import access
from vaxel.funding.commands.pools import answer_part, call_back_pool, propose_pool, withdraw_pool
from vaxel.funding.domain.cost_share import ShareKey
from vaxel.funding.domain.pool_state import PartAnswer, PoolAct, PoolState
from vaxel.funding.ledger_words import ANSWER_LOOKS, ANSWERS, POOL_KINDS, POOL_LOOKS, POOL_STATES
from vaxel.funding.models import Pool
from vaxel.funding.pages.pool.sentence import heading, lead
from vaxel.funding.permissions import ANSWERS_PART, EDITS_POOL, SEES_POOL, answers_part, pools_at
from vaxel.funding.policies import why_not_pool
from vaxel.funding.queries.naming import full_names
from vaxel.funding.queries.pools import parts_of
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/pool/page.html"
ACTS = {
    PoolAct.PROPOSE: (propose_pool, gettext_lazy("Föreslaget. Parterna ser det nu och svarar var och en för sig.")),
    PoolAct.CALL_BACK: (call_back_pool, gettext_lazy("Kallat tillbaka. Ändra och föreslå på nytt.")),
    PoolAct.WITHDRAW: (withdraw_pool, gettext_lazy("Återtaget. Inga pengar har flyttats.")),
}


def pool_of(number) -> Pool:
    return get_object_or_404(Pool.objects.select_related("owner", "agreement", "resource"), pk=number)


@access(SEES_POOL)
def pool_page(request, pool):
    return render(request, PAGE, _context(request, pool_of(pool)))


@require_POST
@access(EDITS_POOL)
def pool_act(request, pool):
    found = pool_of(pool)
    act = request.POST.get("act", "")
    if act not in set(ACTS):
        raise Refusal(_("Välj vad som ska göras."), status=400)
    do, said = ACTS[PoolAct(act)]
    try:
        do(found, by=request.actor)
    except Refusal as no:
        return render(request, PAGE, _context(request, found, no), status=no.status)
    messages.success(request, said)
    return redirect("pool", found.pk)


@require_POST
@access(ANSWERS_PART)
def pool_answer(request, pool):
    found, answer = pool_of(pool), request.POST.get("answer", "")
    if answer not in {PartAnswer.AGREED, PartAnswer.DECLINED}:
        raise Refusal(_("Välj om ni går med eller tackar nej."), status=400)
    try:
        now = answer_part(found, answer, by=request.actor, reason=request.POST.get("reason", "")[:2000])
    except Refusal as no:
        return render(request, PAGE, _context(request, found, no), status=no.status)
    done = now.state == PoolState.AGREED
    messages.success(request, _("Ni är med, och alla andra också. Pengarna är flyttade.") if done else _("Ert svar är registrerat."))  # fmt: skip
    return redirect("pool", found.pk)


def _context(request, pool, refusal=None):
    actor, parts = request.actor, parts_of(pool)
    names = full_names({pool.owner_id, pool.host_id})
    own = next((one for one in parts if one.part.body_id == actor.body_id), None)
    may = pools_at(actor, pool.owner)
    return {
        "pool": pool,
        "owner": names.get(pool.owner_id, ""),
        "host": names.get(pool.host_id, ""),
        "kind": POOL_KINDS[pool.kind],
        "state": POOL_STATES[pool.state],
        "look": POOL_LOOKS[pool.state],
        "heading": heading(pool, parts),
        "lead": lead(pool, names.get(pool.host_id, "")),
        "lines": [_line(one, actor) for one in parts],
        # What is left to a party is its own to see, beside its own part, and its county's.
        "has_rest": may and any(one.part.rest_ore is not None for one in parts),
        "waits_for_signer": own is not None and own.answer == PartAnswer.WAITING and pool.state == PoolState.PROPOSED,
        "has_basis": pool.key == ShareKey.POPULATION or any(one.part.stream_id for one in parts),
        "by_people": pool.key == ShareKey.POPULATION,
        "total": sum(one.part.ore for one in parts),
        "own": own,
        "answers": own is not None and answers_part(actor, own.part) and not why_not_pool(pool.state, PoolAct.ANSWER),
        "acts": {str(act): True for act in PoolAct if may and not why_not_pool(pool.state, act)},
        "refusal": refusal,
        "journal": journal.of(pool) if may else [],
    }


def _line(one, actor):
    return {
        "it": one,
        "own": one.part.body_id in actor.body_ids,
        "answer": ANSWERS[one.answer],
        "look": ANSWER_LOOKS[one.answer],
    }
