"""A capability's table of states as a page for people: docs/rulebook/<name>.md, whose age a test watches."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "rulebook"


def told(lines: Callable[[], Iterable[str]]) -> str:
    """The page, in Swedish: refusals are sentences."""
    from django.utils.translation import override

    with override("sv"):
        return "\n".join(lines()) + "\n"


def opening(title, source):
    yield f"# {title}"
    yield ""
    yield f"Generated from `{source}`; a test fails when this page is older than the rules."
    yield "✓ allowed, a number: refused with that sentence. Who may is another question (`permissions.py`)."


def table(title, columns, rows, notes):
    """`rows` is act → one refusal, or None, for each column; each new refusal is added to `notes`."""
    yield f"\n## {title}\n"
    yield f"| | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    for act, answers in rows.items():
        yield f"| `{act}` | {' | '.join(_cell(why, notes) for why in answers)} |"


def footnotes(notes):
    yield ""
    yield from (f"{number}. {sentence}" for number, sentence in enumerate(notes, 1))


def _cell(why, notes):
    if why is None:
        return "✓"
    sentence = str(why)
    if sentence not in notes:
        notes.append(sentence)
    return str(notes.index(sentence) + 1)


def write(page: Path, written: Callable[[], str]) -> None:
    """From the command line: `python -m vaxel.rounds.rulebook`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    import django

    django.setup()
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(written())
