"""A contract's words: the shipped templates, the places in them, what is refused and with which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.contract_templates import ContractTemplate, parse, template
from vaxel.funding.domain.contract_text import (
    PLACES,
    ContractText,
    TextError,
    checked,
    digest,
    fill,
    places,
    without,
)
from vaxel.text.domain.section_diff import Section

FACTS = {name: f"({name})" for name in PLACES}


def one(text="Vi får {belopp}.", title="Medel", key="medel", heading="Avtal {år}"):
    return ContractText(heading, (Section(key, title, text),))


@pytest.mark.parametrize("key", ContractTemplate)
def test_every_shipped_template_can_be_filled(key):
    filled = fill(template(key), FACTS)
    assert not places(filled)
    assert "{" not in filled.title + "".join(one.title + one.text for one in filled.clauses)


def test_the_resource_centres_template_holds_what_the_source_holds():
    """S0 app. 4: undertakings a)–f), the sum, at least 30 %, municipal agreements, two accounts, the reference code."""
    text = template(ContractTemplate.RESOURCE_CENTRE)
    assert [clause.id[:2] for clause in text.clauses if clause.title.startswith("Åtagande")] == [
        "a-", "b-", "c-", "d-", "e-", "f-",
    ]  # fmt: skip
    assert places(text) >= {
        "parter", "belopp", "andel", "kommunavtal_senast", "delredovisning", "slutredovisning", "referenskod", "år",
    }  # fmt: skip


def test_a_fact_is_never_markup():
    filled = fill(one(), {**FACTS, "belopp": "*6* [x](http://y) <b>"})
    assert filled.clauses[0].text == r"Vi får \*6\* \[x\](http://y) \<b\>."


def test_a_heading_takes_facts_as_they_are():
    assert fill(one(heading="{belopp}"), {**FACTS, "belopp": "*6*"}).title == "*6*"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (one("Vi får {summan}."), "{summan}"),
        (one("Vi får {}."), "{}"),
        (one("Vi får { kronor"), "klammer"),
        (one("Vi får {{belopp}}"), "klammer"),
        (one(" "), "saknar rubrik eller text"),
        (one(key="Å b"), "Å b"),
        (one(heading=" "), "rubrik"),
        (ContractText("Avtal", ()), "inga punkter"),
        (ContractText("Avtal", (*one().clauses, *one().clauses)), "medel"),
    ],
)
def test_what_is_wrong_is_refused_by_name(text, says):
    with pytest.raises(TextError) as refused:
        fill(text, FACTS)
    assert says in str(refused.value)


def test_a_place_that_is_unknown_is_refused_before_anything_is_filled():
    with pytest.raises(TextError, match=r"I ”Medel” står \{summan\}, som inte är någon känd uppgift"):
        checked(one("Vi får {summan}."))


@pytest.mark.parametrize("given", [{}, {"belopp": " ", "år": "2017"}])
def test_a_fact_that_is_not_given_is_named(given):
    with pytest.raises(TextError, match=r"\{belopp\}"):
        fill(one(), given)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('title = "A"\nclauses = [\nid = 1', "line 3"),
        ('title = "A"\nclause = []', "”clause”"),
        ('title = "A"\n[[clauses]]\nid = "a"\ntitle = "A"\ntext = "b"\nextra = 1', "”extra”"),
        ('title = "A"\nclauses = ["a"]', "ingen tabell"),
        ("clauses = []", "title"),
        ('title = "A"\n[[clauses]]\nid = "a"\ntext = "b"', "Punkten ”a” saknar rubrik eller text"),
        ('title = "A"\n[[clauses]]\nid = "a"\ntitle = "A"', "Punkten ”a” saknar rubrik eller text"),
        ('title = "A"\n[[clauses]]\ntitle = "A"\ntext = "b"', "En punkt har id ””"),
    ],
)
def test_a_template_with_a_slip_is_refused_with_its_word(toml, says):
    with pytest.raises(TextError) as refused:
        parse(toml)
    assert says in str(refused.value)


words = st.text("åäö *_{belopp}\n-", min_size=1, max_size=30)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=4), st.dictionaries(st.sampled_from(PLACES), words))
def test_it_fills_or_refuses_and_never_leaves_a_place(clauses, facts):
    text = ContractText("Avtal", tuple(Section(f"p{n}", *both) for n, both in enumerate(clauses)))
    try:
        filled = fill(text, {**FACTS, **facts})
    except TextError:
        return
    assert len(filled.clauses) == len(text.clauses)
    if not any("{" in fact for fact in facts.values()):
        assert not places(filled)


def test_what_a_contract_does_not_have_is_left_out_paragraph_by_paragraph():
    text = ContractText(
        "Avtal", (Section("a", "A", "Minst {andel}.\n\nVi får {belopp}."), Section("b", "B", "{andel}"))
    )
    assert without(text, {"andel"}).clauses == (Section("a", "A", "Vi får {belopp}."),)
    assert without(text, set()) == text


def test_the_hash_is_of_every_word_and_the_same_everywhere():
    text = fill(one(), FACTS)
    assert digest(text) == digest(fill(one(), dict(reversed(FACTS.items()))))
    assert digest(text) != digest(fill(one("Vi får {belopp} ."), FACTS))
    assert digest(ContractText("Avtal", (Section("a", "Å", "ö"),))) == (
        "b14afb0123c46d7324e4df49f11d26f127c1259f42709b236680a1a9b1fe1fbb"
    )
