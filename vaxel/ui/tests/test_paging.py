import pytest
from django.test import RequestFactory
from django.utils.translation import override

from vaxel.ui.paging import page_of
from vaxel.ui.refusal import Refusal


def _page(asked=None, rows=120):
    query = {} if asked is None else {"sida": asked}
    return page_of(RequestFactory().get("/", query), list(range(rows)))


@pytest.mark.parametrize(("asked", "first"), [(None, 0), ("1", 0), ("2", 50), ("003", 100)])
def test_a_page_that_exists(asked, first):
    assert _page(asked)[0] == first


@pytest.mark.parametrize("asked", ["4", "0", str(10**18), "9" * 5000])
def test_a_page_past_the_end_says_how_long_the_list_is(asked):
    with override("sv"), pytest.raises(Refusal, match="listan har 3 sidor") as refused:
        _page(asked)
    assert refused.value.status == 404
    assert len(refused.value.message) < 150


@pytest.mark.parametrize("asked", ["abc", "-1", "1.5", "", "٣", "²", " 1"])
def test_what_is_no_page_number_is_refused_as_such(asked):
    with pytest.raises(Refusal) as refused:
        _page(asked)
    assert refused.value.status == 400


def test_an_empty_list_has_one_empty_page():
    assert list(_page(rows=0)) == []
