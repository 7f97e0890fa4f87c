"""Kinds as bits: as they are kept in every frame, so that none may move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.network.domain.kinds import PRINCIPALS, Kind, kinds_in, mask

BITS = {
    Kind.NATION: 1,
    Kind.SECRETARIAT: 2,
    Kind.AGENCY: 4,
    Kind.HEALTHCARE_REGION: 8,
    Kind.RESOURCE_CENTRE: 16,
    Kind.COUNTY: 32,
    Kind.REGION: 64,
    Kind.MUNICIPALITY: 128,
    Kind.UNIT: 256,
    Kind.USER_ORGANISATION: 512,
    Kind.SUPPORT_STRUCTURE: 1024,
    Kind.GROUP: 2048,
}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_own_bit(kind):
    assert mask({kind}) == BITS[kind]


def test_gotland_is_both():
    assert mask({Kind.REGION, Kind.MUNICIPALITY}) == 192
    assert kinds_in(192) == {Kind.REGION, Kind.MUNICIPALITY}
    assert kinds_in(0) == frozenset()


@given(st.frozensets(st.sampled_from(Kind)))
def test_what_was_put_in_is_taken_out(kinds):
    assert kinds_in(mask(kinds)) == kinds


def test_regions_and_municipalities_are_principals():
    assert {kind.value for kind in PRINCIPALS} == {"region", "municipality"}
