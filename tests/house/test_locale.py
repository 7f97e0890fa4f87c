"""Växel is complete in both languages: every Swedish string in code and templates has an English one."""

import re

import pytest

from devtools.messages import catalogue, collect, messages, messages_of, owners, read, translated

pytestmark = pytest.mark.static


def test_the_extraction_itself(tmp_path):
    """Wrapped strings are found in both kinds of file, plural and context included."""
    code, page = tmp_path / "a.py", tmp_path / "a.html"
    code.write_text(
        "from django.utils.translation import gettext_lazy as now_, ngettext, pgettext\n"
        'now_("Ett")\nngettext("%d svar", "%d svarande", n)\npgettext("månad", "maj")\nf"{now_(\'i text\')}"\nnow_(name)'
    )
    page.write_text('{% translate "Två" %}{% blocktranslate count n=n %}en{% plural %}{{ n }}{% endblocktranslate %}')
    assert [message.key for message in messages_of(code)] == [
        ("Ett", None),
        ("%d svar", None),
        ("maj", "månad"),
        ("i text", None),
    ]
    assert [message.text for message in messages_of(page)] == ["Två", ("en", "%(n)s")]


def test_a_rules_own_mark_is_found(tmp_path):
    """Rules have no Django; what they mark is said by a page all the same."""
    code = tmp_path / "a.py"
    code.write_text('from vaxel.rounds.domain.sentence import Sentence, _\nSentence(_("Frågan behöver ett svar."))\n')
    assert [message.text for message in messages_of(code)] == ["Frågan behöver ett svar."]


def test_collecting_keeps_what_is_translated(tmp_path, monkeypatch):
    monkeypatch.setattr("devtools.messages.PACKAGE", tmp_path)
    owner = tmp_path / "rounds"
    owner.mkdir()
    (owner / "a.py").write_text('from django.utils.translation import gettext as _\n_("Ett")')
    assert collect(owner) == 1
    catalogue = owner / "locale" / "en" / "LC_MESSAGES" / "django.po"
    catalogue.write_text(catalogue.read_text().replace('msgid "Ett"\nmsgstr ""', 'msgid "Ett"\nmsgstr "One"'))
    (owner / "b.html").write_text('{% translate "Två" %}')
    assert collect(owner) == 1
    assert 'msgstr "One"' in catalogue.read_text()


@pytest.mark.parametrize("owner", owners(), ids=lambda path: path.name)
def test_every_string_has_an_english_translation(owner):
    english = translated()
    lacking = [f"{m.place}:{m.line}: {m.key[0]}" for m in messages(owner) if m.key not in english]
    assert not lacking, f"{len(lacking)} strings without English:\n" + "\n".join(lacking[:40])


PLACE = re.compile(r"%\(\w+\)s|%[sd]|\{\w*\}")


@pytest.mark.parametrize("owner", owners(), ids=lambda path: path.name)
def test_the_english_has_the_places_of_the_swedish(owner):
    """One that is invented ends in an error page, one that is forgotten leaves a fact unsaid; "One" may stand for 1."""
    for message in read(catalogue(owner)):
        counted = isinstance(message.id, tuple)
        swedish, english = (message.id, message.string) if counted else ((message.id,), (message.string,))
        assert set(PLACE.findall(english[-1])) == set(PLACE.findall(swedish[-1])), message.id
        assert set(PLACE.findall(english[0])) <= set(PLACE.findall("".join(swedish))), message.id


def test_nothing_is_said_in_two_ways():
    """Django merges the catalogues: of two wordings of one string, a reader would meet either."""
    said = {}
    for owner in owners():
        for message in read(catalogue(owner)):
            if message.id:
                assert said.setdefault((message.id, message.context), message.string) == message.string, message.id
