"""A decided allocation as a receipt: what it was made of, what came out, and a digest that binds both.

Anyone recomputes it: `check` reckons the inputs again. The digest is SHA-256 over `canonical` JSON of version, inputs and
outputs: keys in order, no spaces, UTF-8, whole numbers and text alone (a float would depend on who writes it).
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.funding.domain.allocation import VERSION, Allocated, allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Terms, TermsError
from vaxel.funding.domain.written import Plain, areas_read, areas_written, outputs_of, terms_read, terms_written
from vaxel.rounds.domain.sentence import Sentence, _


@dataclass(frozen=True)
class Receipt:
    version: str
    inputs: Plain
    outputs: Plain
    sha256: str


def receipt(terms: Terms, areas: Iterable[Area], allocated: Allocated) -> Receipt:
    """`areas` may be more than were used: the receipt holds those that the amounts rest on."""
    used = set(allocated.areas)
    inputs = {"terms": terms_written(terms), "areas": areas_written(sorted(used & set(areas), key=_place))}
    outputs = outputs_of(allocated)
    return Receipt(VERSION, inputs, outputs, digest(VERSION, inputs, outputs))


def canonical(data: object) -> str:
    """Raises TypeError where there is a float: nothing that is money is one."""
    _without_floats(data)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(version: str, inputs: Plain, outputs: Plain) -> str:
    whole = canonical({"version": version, "inputs": inputs, "outputs": outputs})
    return hashlib.sha256(whole.encode()).hexdigest()


def check(kept: Receipt) -> list[Sentence]:
    """What does not hold; empty where the receipt does."""
    if kept.version != VERSION:
        return [
            Sentence(
                _("Kvittot är räknat med version %(theirs)s av reglerna; den här räknar med %(ours)s."),
                {"theirs": kept.version, "ours": VERSION},
            )
        ]
    faults = []
    try:
        if digest(kept.version, kept.inputs, kept.outputs) != kept.sha256:
            faults.append(Sentence(_("Kontrollsumman stämmer inte: underlaget eller beloppen är ändrade efteråt.")))
        terms, areas = terms_read(kept.inputs["terms"]), areas_read(kept.inputs["areas"])
        if outputs_of(allocate(terms, areas)) != kept.outputs:
            faults.append(Sentence(_("Beloppen är andra än de som underlaget ger.")))
    except TermsError as no:
        faults.append(no.sentence)
    except (KeyError, TypeError, ValueError, AttributeError):
        faults.append(Sentence(_("Kvittots underlag går inte att läsa.")))
    return faults


def _place(area: Area) -> tuple[str, str, str]:
    return area.kind, area.code, area.reference_date.isoformat()


def _without_floats(data: object) -> None:
    if isinstance(data, float):
        raise TypeError("a float in a receipt")
    if isinstance(data, dict):
        for value in data.values():
            _without_floats(value)
    elif isinstance(data, list | tuple):
        for value in data:
            _without_floats(value)
