"""The tree is as design and docs say: the checks that look at imports only see what is a package."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vaxel"
CAPABILITIES = sorted(path.parent for path in PACKAGE.glob("*/pages"))

pytestmark = pytest.mark.static


def test_every_folder_with_python_is_a_package():
    """import-linter skips a folder without __init__.py in silence, so nothing would hold it to its layer."""
    folders = {path.parent for path in PACKAGE.rglob("*.py") if path.parent.name not in {"tests", "__pycache__"}}
    parents = {parent for folder in folders for parent in folder.parents if PACKAGE in parent.parents}
    lacking = sorted(
        str(folder.relative_to(ROOT)) for folder in folders | parents if not (folder / "__init__.py").exists()
    )
    lacking = [name for name in lacking if "/test" not in name and _holds_code(ROOT / name)]
    assert not lacking, f"An empty __init__.py is missing in: {', '.join(lacking)}"


def _holds_code(folder: Path) -> bool:
    """A page's folder may hold nothing but its test beside a template."""
    return any(not path.name.startswith("test_") for path in folder.rglob("*.py"))


@pytest.mark.parametrize("capability", CAPABILITIES, ids=lambda path: path.name)
def test_every_capability_with_pages_has_a_readme(capability):
    readme = capability / "README.md"
    assert readme.exists(), f"{readme.relative_to(ROOT)}: one screen: what the documents say, words, where to start"
    assert len(readme.read_text(encoding="utf-8").splitlines()) <= 80, "one screen, not a book"
