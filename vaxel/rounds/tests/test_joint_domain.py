"""What an adoption binds, when a joint answer counts, and that the two bases never mix."""

from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.combining import Way, combined, ways
from vaxel.rounds.domain.joint import Joint, Original, Signed, digest, in_effect, replace
from vaxel.rounds.domain.question import Column, Option, Question, QuestionType
from vaxel.text.domain.wording_diff import Kept, word_diff

BODIES = st.integers(1, 12)
ORIGINALS = [Original(1, 1, {"q": "5"}), Original(2, 0, {})]


def test_the_hash_covers_the_text_and_every_original():
    found = digest({"q": "5"}, ORIGINALS)
    assert found == digest({"q": "5"}, reversed(ORIGINALS))
    assert found != digest({"q": "6"}, ORIGINALS)
    assert found != digest({"q": "5"}, [Original(1, 2, {"q": "5"}), ORIGINALS[1]])
    assert found != digest({"q": "5"}, [Original(1, 1, {"q": "6"}), ORIGINALS[1]])
    assert found != digest({"q": "5"}, ORIGINALS[:1])


def test_what_was_adopted_once_is_hashed_alike_ever_after():
    text = '{"joint":{"a":1,"q":"Fler än få"},"originals":[[1,1,{"q":"5"}],[2,0,{}]]}'
    assert digest({"q": "Fler än få", "a": 1}, reversed(ORIGINALS)) == sha256(text.encode()).hexdigest()


A, B = 1, 2
BOTH = {1: {A, B}, 2: {A, B}}


@pytest.mark.parametrize(
    ("covers", "signed", "version"),
    [
        (BOTH, [], None),
        (BOTH, [Signed(A, 1, True)], None),
        (BOTH, [Signed(A, 1, True), Signed(B, 1, True)], 1),
        # a later version counts when all have adopted it, until then the one before does
        (BOTH, [Signed(A, 1, True), Signed(B, 1, True), Signed(A, 2, True)], 1),
        (BOTH, [Signed(A, 1, True), Signed(B, 1, True), Signed(A, 2, True), Signed(B, 2, True)], 2),
        # who stands aside is in none of them any more; the others have their joint answer when it is made without
        (BOTH, [Signed(A, 1, True), Signed(B, 1, True), Signed(B, 1, False)], None),
        ({1: {A, B}, 2: {A}}, [Signed(A, 1, True), Signed(B, 1, False), Signed(A, 2, True)], 2),
        # it stood aside from the first, and has adopted only the second
        (BOTH, [Signed(A, 1, True), Signed(B, 1, False), Signed(B, 2, True)], None),
        ({1: set()}, [], None),
    ],
)
def test_it_counts_when_every_body_it_covers_has_adopted_it(covers, signed, version):
    assert in_effect(covers, signed) == version


OWN = [(1, {"q": "1"}), (2, {"q": "2"}), (3, {"q": "3"}), (4, {"q": "4"})]
COUNTY, OTHER = Joint(100, frozenset({2, 3}), {"q": "5"}), Joint(101, frozenset({4, 5}), {"q": "9"})


@pytest.mark.parametrize(
    ("answered", "joints", "inside", "placed", "elsewhere"),
    [
        # a joint answer stands where the first body it covers stood; each body's own only where nothing covers it
        ((1, 2, 3, 4), [], {1, 2, 3, 4}, [1, 2, 3, 4], ()),
        ((1, 2, 3, 4), [COUNTY], {1, 2, 3, 4}, [1, 100, 4], ()),
        ((1, 3, 4), [COUNTY], {1, 2, 3, 4}, [1, 100, 4], ()),
        ((1, 2, 3, 4), [COUNTY, OTHER], {1, 2, 3, 4, 5}, [1, 100, 101], ()),
        ((2, 3), [COUNTY], {2, 3}, [100], ()),
        # last, where none of them had answered
        ((1, 4), [COUNTY], {1, 2, 3, 4}, [1, 4, 100], ()),
        # only partly inside: named as standing elsewhere, and their own do not count beside it
        ((1, 2), [COUNTY], {1, 2}, [1], (100,)),
        ((1, 2, 4), [COUNTY, OTHER], {1, 2, 4}, [1], (100, 101)),
        ((1, 2, 3, 4), [COUNTY, OTHER], {1, 2, 3, 4}, [1, 100], (101,)),
        ((1,), [COUNTY], {1}, [1], ()),
        # never in two: what the first covers is not counted in the second
        ((1, 2, 3, 4), [COUNTY, Joint(102, frozenset({3, 4}), {"q": "7"})], {1, 2, 3, 4}, [1, 100], (102,)),
    ],
)
def test_where_a_joint_answer_stands(answered, joints, inside, placed, elsewhere):
    values = dict(OWN) | {joint.node: joint.values for joint in joints}
    found = replace([(body, own) for body, own in OWN if body in answered], joints, inside)
    assert (found.answers, found.elsewhere) == ([(one, values[one]) for one in placed], elsewhere)


@st.composite
def rounds(draw):
    """(answers, joints, inside): each body in one county at most, answered or not, inside the part or not."""
    county = draw(st.dictionaries(BODIES, st.integers(100, 102)))
    answers = [(body, {"q": str(draw(st.integers(0, 9)))}) for body in draw(st.lists(BODIES, unique=True))]
    joints = [
        Joint(node, frozenset(body for body in county if county[body] == node), {"q": str(draw(st.integers(0, 9)))})
        for node in sorted(set(county.values()))
    ]
    inside = draw(st.sets(BODIES))
    return [(body, values) for body, values in answers if body in inside], joints, inside


@given(rounds())
def test_as_adopted_each_bodys_figures_stand_exactly_once(drawn):
    answers, joints, inside = drawn
    found = replace(answers, joints, inside)
    whole = [joint for joint in joints if joint.covers <= inside]
    covered = {body for joint in joints for body in joint.covers}
    own = [body for body, _ in found.answers if body < 100]
    assert [node for node, _ in found.answers if node >= 100 and node not in {joint.node for joint in whole}] == []
    assert sorted(node for node, _ in found.answers if node >= 100) == sorted(joint.node for joint in whole)
    assert own == [body for body, _ in answers if body not in covered]
    assert set(found.elsewhere) == {joint.node for joint in joints if joint.covers & inside and joint not in whole}


@given(rounds())
def test_the_whole_is_its_joint_answers_and_the_rest_and_as_answered_is_untouched(drawn):
    answers, joints, _inside = drawn
    before = list(answers)
    everywhere = set(range(1, 13))
    found = replace(answers, joints, everywhere)
    covered = {body for joint in joints for body in joint.covers}
    total = sum(Fraction(values["q"]) for _, values in found.answers)
    rest = sum(Fraction(values["q"]) for body, values in answers if body not in covered)
    assert total == rest + sum(Fraction(joint.values["q"]) for joint in joints)
    assert (answers, replace(answers, [], everywhere).answers) == (before, before)


NUMBER = Question("q", QuestionType.NUMBER, decimals=1)
MANY = Question("q", QuestionType.MANY, options=(Option("a", "A"), Option("b", "B"), Option("c", "C")))
TABLE = Question(
    "q",
    QuestionType.TABLE,
    rows=(Option("r", "R"), Option("s", "S")),
    columns=(Column("k", "Kr", QuestionType.MONEY), Column("t", "Text")),
)


@pytest.mark.parametrize(
    ("question", "way", "values", "expected"),
    [
        (NUMBER, Way.SUM, ["1", "2.5", None], "3.5"),
        (NUMBER, Way.MEAN, ["1", "1", "0"], "0.7"),
        (NUMBER, Way.SUM, ["0.000001", "1"], "1.000001"),  # as many decimals as anyone may write
        (NUMBER, Way.MEAN, ["0.1", "0.1"], "0.1"),
        (NUMBER, Way.MEAN, ["0", "0.1"], "0.1"),  # half up
        (NUMBER, Way.MEAN, ["0", "-0.1"], "0"),
        (NUMBER, Way.MEAN, ["7", "7"], "7"),
        (NUMBER, Way.JOIN, ["1", "2"], None),
        (Question("q", QuestionType.MONEY), Way.MEAN, [1, 2], 2),
        (Question("q", QuestionType.MONEY), Way.MEAN, [2, 3], 3),
        (Question("q", QuestionType.MONEY), Way.MEAN, [1, 1, 2], 1),
        (Question("q", QuestionType.MONEY), Way.SUM, [71_250_000, 50], 71_250_050),
        (MANY, Way.JOIN, [["c"], ["a", "c"]], ["a", "c"]),
        (TABLE, Way.SUM, [{"r": {"k": 100, "t": "x"}}, {"r": {"k": 50}}, {}], {"r": {"k": 150}}),
        (TABLE, Way.SUM, [{"s": {"k": 100}}, {"r": {"t": "x"}}], {"s": {"k": 100}}),
        (Question("q", QuestionType.LONG_TEXT), Way.JOIN, ["Ett", None, "Två"], "0: Ett\n\n2: Två"),
        (Question("q", QuestionType.DATE), Way.SUM, ["2026-01-01"], None),
        (NUMBER, Way.SUM, [None], None),
    ],
)
def test_combined(question, way, values, expected):
    assert combined(question, way, [(str(place), value) for place, value in enumerate(values)]) == expected


def table_of(*types):
    return Question("q", QuestionType.TABLE, columns=tuple(Column(str(kind), "", kind) for kind in types))


@pytest.mark.parametrize(
    ("question", "allowed"),
    [
        (NUMBER, (Way.SUM, Way.MEAN)),
        (Question("q", QuestionType.MONEY), (Way.SUM, Way.MEAN)),
        (Question("q", QuestionType.TEXT), (Way.JOIN,)),
        (Question("q", QuestionType.LONG_TEXT), (Way.JOIN,)),
        (MANY, (Way.JOIN,)),
        (TABLE, (Way.SUM,)),
        (table_of(QuestionType.NUMBER, QuestionType.MONEY), (Way.SUM,)),
        (table_of(QuestionType.TEXT, QuestionType.DATE), ()),
        (Question("q", QuestionType.DATE), ()),
        (Question("q", QuestionType.ONE, options=MANY.options), ()),
    ],
)
def test_what_a_type_allows(question, allowed):
    assert ways(question) == allowed


def test_a_text_written_anew_stands_whole_beside_the_old():
    gone, new = word_diff("Att hinna träffas är svårast.", "Olika system är vad som hindrar.")
    assert (gone.kind, new.kind) == (Kept.GONE, Kept.NEW)
    assert len(word_diff("Att hinna träffas är svårast.", "Att hinna träffas är lättast.")) == 3


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_the_pieces_of_a_difference_make_both_texts(before, after):
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != Kept.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind != Kept.GONE) == after
