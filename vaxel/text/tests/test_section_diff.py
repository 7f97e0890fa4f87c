from hypothesis import given
from hypothesis import strategies as st

from vaxel.text.domain.section_diff import Change, Section, SectionChange, section_diff
from vaxel.text.domain.wording_diff import Kept, Piece

OLD = [
    Section("parter", "Parter", "Region A och SKR"),
    Section("summa", "Medel", "6 000 000 kronor"),
    Section("slut", "Slut", "x"),
]


def test_each_section_says_what_became_of_it():
    new = [OLD[0], Section("summa", "Medel", "7 000 000 kronor"), Section("ny", "Nytt", "tillagt")]
    assert [(one.id, one.kind) for one in section_diff(OLD, new)] == [
        ("parter", Change.SAME),
        ("summa", Change.EDITED),
        ("slut", Change.GONE),
        ("ny", Change.NEW),
    ]


def test_what_is_edited_is_shown_word_by_word():
    new = [Section("summa", "Medel", "7 000 000 kronor")]
    (change,) = [one for one in section_diff(OLD, new) if one.id == "summa"]
    assert [(one.kind, one.text) for one in change.text] == [
        (Kept.GONE, "6"),
        (Kept.NEW, "7"),
        (Kept.SAME, " 000 000 kronor"),
    ]


def test_what_is_new_or_gone_is_nothing_but_that():
    gone, new = section_diff([Section("slut", "Slut", "x")], [Section("ny", "Nytt", "tillagt")])
    assert gone == SectionChange("slut", Change.GONE, [Piece(Kept.GONE, "Slut")], [Piece(Kept.GONE, "x")], before=1)
    assert new == SectionChange("ny", Change.NEW, [Piece(Kept.NEW, "Nytt")], [Piece(Kept.NEW, "tillagt")], after=1)


def test_what_is_only_moved_is_the_same_and_said_to_have_moved():
    changes = section_diff(OLD, [OLD[1], OLD[0], OLD[2]])
    assert {one.kind for one in changes} == {Change.SAME}
    assert [one.id for one in changes if one.moved] == ["summa", "parter"]


texts = st.text("ab å\n", max_size=12)
wholes = st.lists(st.sampled_from("pqrstu"), unique=True, max_size=5).flatmap(
    lambda ids: st.tuples(*(st.builds(Section, st.just(one), texts, texts) for one in ids))
)


@given(wholes, wholes)
def test_both_versions_can_be_read_out_of_the_difference(before, after):
    changes = section_diff(before, after)
    old = sorted((one for one in changes if one.before), key=lambda one: one.before)
    new = [one for one in changes if one.after]
    assert [Section(one.id, _said(one.title, Kept.NEW), _said(one.text, Kept.NEW)) for one in old] == list(before)
    assert [Section(one.id, _said(one.title, Kept.GONE), _said(one.text, Kept.GONE)) for one in new] == list(after)


def _said(pieces, without):
    return "".join(piece.text for piece in pieces if piece.kind != without)
