"""What a run gave, kept beside the code: docs/proof/NAME.json, and docs/proof.md written from them all."""

import datetime as dt
import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from proofs.promise import Figure, all_met

ROOT = Path(__file__).resolve().parents[1]
FOLDER, PAGE = ROOT / "docs" / "proof", ROOT / "docs" / "proof.md"


def result(proof: ModuleType, figures: Sequence[Figure], seconds: float, scale: float) -> dict[str, Any]:
    """What `--json` says of one proof."""
    return {
        "name": proof.NAME,
        "promise": proof.PROMISE,
        "ok": all_met(figures),
        "scale": scale,
        "figures": [asdict(figure) for figure in figures],
        "seconds": round(seconds, 1),
        "command": f"vaxel prove {proof.NAME}" + ("" if scale == 1 else f" --scale {scale:g}"),
        "day": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "commit": _said("git", "-C", str(ROOT), "rev-parse", "--short=10", "HEAD"),
        "machine": machine(),
    }


def machine() -> str:
    """What the figures were taken on: an answer from a laptop and one from a server are not the same answer."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"Python {platform.python_version()}"
    )


def keep(found: Mapping[str, Any]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, indent=1, default=str)
    (FOLDER / f"{found['name']}.json").write_text(text + "\n", encoding="utf-8")
    PAGE.write_text(page(all_kept()), encoding="utf-8")


def all_kept() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]


def names() -> list[str]:
    """Of all proofs, read from their source: some need more than this page does."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "proofs").rglob("*.py"))
    return sorted(name for source in sources for name in re.findall(r'^NAME = "([\w-]+)"', source, re.MULTILINE))


def page(kept: Sequence[Mapping[str, Any]]) -> str:
    """docs/proof.md, whole."""
    met = sum(each["ok"] and each["scale"] == 1 for each in kept)
    waiting = ", ".join(f"`{name}`" for name in names() if name not in {each["name"] for each in kept})
    head = f"""# Proof: what Växel promises, and what a run of each promise gave

Written by `vaxel prove NAME --keep` from `docs/proof/*.json`: nothing here is typed by hand. Run one again with its
command; `--json` gives the same for machines. {met} of {len(kept)} meet their goals in
the promised number. Not taken yet: {waiting or "none"}.

| promise | met | command | taken |
|---|---|---|---|
"""
    rows = "".join(_row(each) for each in kept)
    machines = "".join(f"- {name}\n" for name in sorted({each["machine"] for each in kept}))
    return f"{head}{rows}\nTaken on:\n{machines}{''.join(_section(each) for each in kept)}"


def _row(each: Mapping[str, Any]) -> str:
    link = f"[{each['promise']}](#{each['name']})"
    taken = f"{each['day']} at {each['commit']}, {each['seconds']:.0f} s"
    return f"| {link} | {_met(each)} | `{each['command']}` | {taken} |\n"


def _met(each: Mapping[str, Any]) -> str:
    """A part of the promised number is a trial, whatever it gave."""
    if not each["ok"]:
        return "**no**"
    return "yes" if each["scale"] == 1 else f"in a trial of {each['scale']:g}"


def _section(each: Mapping[str, Any]) -> str:
    rows = "".join(
        f"| {figure['name']} | {number(figure['value'])} | {figure['goal']} | {_mark(figure)} |\n"
        for figure in each["figures"]
    )
    return f"\n## {each['name']}\n\n{each['promise']}\n\n| figure | value | goal | |\n|---|---|---|---|\n{rows}"


def _mark(figure: Mapping[str, Any]) -> str:
    if not figure["goal"]:
        return ""
    return "✓" if figure["ok"] else "✗"


def number(value: object) -> str:
    """Whole numbers in groups of three, others with three figures; a list as a list."""
    if isinstance(value, list):
        return "; ".join(map(number, value)) or "–"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int) or abs(value) >= 1000:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.3g}"


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"
