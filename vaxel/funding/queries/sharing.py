"""An allocation as its page reads it: receivers with their share of each stream, from the receipt or computed from a draft.

A decided allocation is read from what was decided, word for word; nothing of it is computed anew here.
"""

from dataclasses import dataclass
from functools import cached_property

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import COUNTRY
from vaxel.funding.domain.per_head import per_head
from vaxel.funding.domain.receipt import receipt
from vaxel.funding.queries.terms import areas_for, terms_of
from vaxel.network.domain.names import swedish_key

Key = tuple[str, str]  # kind and code


@dataclass(frozen=True)
class Line:
    """One receiver. `shares` has a place per stream of its kind: öre, or None where it gets nothing."""

    kind: str
    code: str
    name: str
    county: str  # code; "" where it is none's
    population: int
    shares: tuple[int | None, ...]
    share_ore: int
    payout_ore: int

    @property
    def key(self) -> Key:
        return (self.kind, self.code)

    @property
    def per_head_ore(self):
        return per_head(self.payout_ore, self.population)


@dataclass(frozen=True)
class Sharing:
    """`inputs` and `outputs` as a receipt holds them."""

    inputs: dict
    outputs: dict

    @cached_property
    def streams(self) -> list[dict]:
        """Terms and outcome of each stream together; `parts` is its share table, `shares` what came out."""
        terms = {one["key"]: one for one in self.inputs["terms"]["streams"]}
        return [{**terms[one["key"]], "parts": terms[one["key"]]["shares"], **one} for one in self.outputs["streams"]]

    @cached_property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(one["kind"] for one in self.outputs["payouts"]))

    @cached_property
    def pot_ore(self) -> int:
        return sum(one["pot_ore"] for one in self.streams)

    @cached_property
    def paid_ore(self) -> int:
        return ore_of(self.outputs["sum_payout_kr"])

    @cached_property
    def areas(self) -> dict[Key, dict]:
        """The latest counted of each."""
        found = {}
        for one in sorted(self.inputs["areas"], key=lambda area: area["reference_date"]):
            if one["kind"] != COUNTRY:
                found[one["kind"], one["code"]] = one
        return found

    def of_kind(self, kind) -> list[dict]:
        return [one for one in self.streams if one["receivers"] == kind]

    def lines(self, kind) -> list[Line]:
        """By name."""
        streams = [{share["code"]: share["share_ore"] for share in one["shares"]} for one in self.of_kind(kind)]
        found = [self._line(one, streams) for one in self.outputs["payouts"] if one["kind"] == kind]
        return sorted(found, key=lambda line: swedish_key(line.name))

    def _line(self, payout, streams) -> Line:
        area = self.areas.get((payout["kind"], payout["code"]), {})
        return Line(
            kind=payout["kind"],
            code=payout["code"],
            name=payout["name"],
            county=area.get("parent", ""),
            population=area.get("population", 0),
            shares=tuple(one.get(payout["code"]) for one in streams),
            share_ore=payout["share_ore"],
            payout_ore=ore_of(payout["payout_kr"]),
        )

    @cached_property
    def payouts(self) -> dict[Key, int]:
        """In öre."""
        return {(one["kind"], one["code"]): ore_of(one["payout_kr"]) for one in self.outputs["payouts"]}

    @cached_property
    def names(self) -> dict[Key, str]:
        return {(one["kind"], one["code"]): one["name"] for one in self.outputs["payouts"]}


def ore_of(kronor) -> int:
    """A receipt writes whole kronor as a number, others as "12.50"."""
    if isinstance(kronor, int):
        return kronor * 100
    whole, _point, rest = kronor.partition(".")
    sign = -1 if whole.startswith("-") else 1
    return sign * (abs(int(whole)) * 100 + int(rest))


def sharing_of(agreement) -> Sharing:
    """Raises TermsError where a draft's terms do not hold."""
    decision = getattr(agreement, "decision", None)
    return Sharing(decision.inputs, decision.outputs) if decision else sharing_by(terms_of(agreement))


def sharing_by(terms, areas=None) -> Sharing:
    areas = areas_for(terms) if areas is None else areas
    sealed = receipt(terms, areas, allocate(terms, areas))
    return Sharing(sealed.inputs, sealed.outputs)
