import itertools

import pytest

from vaxel.network.domain.order import DEFAULT_ORDER, OrderError, Turn, ordered, read, written


def test_the_common_order():
    assert [*DEFAULT_ORDER] == ["contact", "deputy", "mailbox", "coordinator"]


@pytest.mark.parametrize("wrong", [[], ["coordinator"], ["contact", "contact"]])
def test_what_is_no_order(wrong):
    with pytest.raises(OrderError):
        ordered(wrong)


def test_a_turn_nobody_knows_is_no_order():
    with pytest.raises(ValueError, match="boss"):
        ordered(["contact", "boss"])


def test_every_order_is_read_as_it_was_written():
    for number in range(1, 5):
        for turns in itertools.permutations(Turn, number):
            if set(turns) != {Turn.COORDINATOR}:
                assert read(written(ordered(turns))) == turns
    assert read("") == DEFAULT_ORDER
