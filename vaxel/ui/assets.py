"""Joins the npm files of assets.toml into static/ui/vendor/; standard library alone, so that dev.py can call it."""

import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENDOR = HERE / "static" / "ui" / "vendor"


def copy(node_modules: Path, vendor: Path = VENDOR) -> list[Path]:
    """Write every file of assets.toml; FileNotFoundError names the npm file that is not installed."""
    files = tomllib.loads((HERE / "assets.toml").read_text(encoding="utf-8"))["file"]
    vendor.mkdir(parents=True, exist_ok=True)
    return [_write(vendor / file["to"], _joined(node_modules, file)) for file in files]


def _joined(node_modules: Path, file: dict) -> bytes:
    content = b"\n".join((node_modules / name).read_bytes() for name in file["from"])
    return b"@layer %s{%s}" % (file["layer"].encode(), content) if "layer" in file else content


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    for path in copy(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "node_modules"):
        print(path)
