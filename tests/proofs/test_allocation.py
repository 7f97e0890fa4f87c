"""The proof of allocations in short, and that it can fail."""

from proofs import allocation
from proofs.promise import all_met
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.tests import test_properties


def test_the_rules_hold():
    assert all_met(list(allocation.run(0.001)))


def test_one_ore_too_much_is_found(monkeypatch):
    def wrong(terms, areas):
        out = allocate(terms, areas)
        object.__setattr__(out, "difference_ore", out.difference_ore + 1)
        return out

    monkeypatch.setattr(test_properties, "allocate", wrong)
    assert not all_met(list(allocation.run(0.001)))
