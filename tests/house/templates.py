"""Where the templates lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vaxel"
TEMPLATES = sorted(
    path
    for suffix in ("*.html", "*.txt", "*.xml")
    for path in PACKAGE.rglob(suffix)
    if "static" not in path.relative_to(PACKAGE).parts
)


def shown(path: Path) -> str:
    return str(path.relative_to(PACKAGE))
