"""Which act moves a check by a peer where. Pure; who may is asked elsewhere."""

from vaxel.adoption.domain.checking import CheckState as S

# act → (who: the body or the peer, from where, to where)
MOVES = {
    "withdraw": ("body", (S.INVITED,), S.WITHDRAWN),
    "decline": ("peer", (S.INVITED,), S.DECLINED),
    "tell": ("peer", (S.INVITED,), S.TOLD),
    "show": ("body", (S.TOLD, S.KEPT), S.SHOWN),
    "keep": ("body", (S.TOLD, S.SHOWN), S.KEPT),
}


def allowed(act: str, state: S) -> bool:
    return state in MOVES[act][1]
