"""Word by word: what is kept, gone and new, and when two texts are no longer shown as one."""

import pytest

from vaxel.text.domain.wording_diff import Kept, Piece, word_diff

SAME, GONE, NEW = Kept.SAME, Kept.GONE, Kept.NEW


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("", "nytt", [(NEW, "nytt")]),
        ("gammalt", "", [(GONE, "gammalt")]),
        ("en två", "en två", [(SAME, "en två")]),
        ("en två", "en två tre", [(SAME, "en två"), (NEW, " tre")]),
        ("en två tre", "en två", [(SAME, "en två"), (GONE, " tre")]),
        ("en två tre", "en 2 tre", [(SAME, "en "), (GONE, "två"), (NEW, "2"), (SAME, " tre")]),
        ("6\xa0000 kronor", "7\xa0000 kronor", [(GONE, "6\xa0000"), (NEW, "7\xa0000"), (SAME, " kronor")]),
    ],
)
def test_word_by_word(before, after, pieces):
    assert word_diff(before, after) == [Piece(*one) for one in pieces]


@pytest.mark.parametrize(
    ("kept", "of", "woven"), [(3, 10, True), (2, 10, False), (2, 7, False), (3, 7, True), (1, 3, True), (0, 2, False)]
)
def test_with_less_than_three_words_in_ten_left_both_are_shown_whole(kept, of, woven):
    before = " ".join(f"ord{place}" for place in range(of))
    after = " ".join(f"ord{place}" if place < kept else f"nytt{place}" for place in range(of))
    for one, other in ((before, after), (after, before)):
        assert (word_diff(one, other) != [Piece(GONE, one), Piece(NEW, other)]) == woven


@pytest.mark.parametrize("longer_is_new", [True, False])
def test_it_is_the_longer_text_that_words_are_counted_of(longer_is_new):
    short, long = "en två tre", "en två tre " + " ".join(f"nytt{place}" for place in range(8))
    pieces = word_diff(short, long) if longer_is_new else word_diff(long, short)
    assert {piece.kind for piece in pieces} == {GONE, NEW}


def test_words_that_come_often_in_a_long_text_are_kept_too():
    same = " och samma" * 150
    assert word_diff(f"en{same}", f"två{same}") == [Piece(GONE, "en"), Piece(NEW, "två"), Piece(SAME, same)]
