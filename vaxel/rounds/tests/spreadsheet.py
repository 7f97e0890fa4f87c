"""A spreadsheet program in the hands of a test: cells are typed into, and real LibreOffice opens and saves the file."""

import io
import os
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from devtools.machine import libreoffice


def type_in(content: bytes, sheet="Svar", **cells) -> bytes:
    opened = load_workbook(io.BytesIO(content))
    for address, value in cells.items():
        opened[sheet][address] = value
    return saved(opened)


def saved(opened) -> bytes:
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def resave(content: bytes, home: Path) -> bytes:
    """What LibreOffice Calc makes of it when it opens it, works out its formulas and saves it as xlsx."""
    program = libreoffice()
    if not program:
        pytest.fail("No LibreOffice on this machine: python3 dev.py setup says how to get it", pytrace=False)
    source, target = home / "svar.xlsx", home / "ut"
    source.write_bytes(content)
    command = [program, f"-env:UserInstallation=file://{home}/profil", "--headless", "--norestore", "--convert-to"]
    done = subprocess.run(
        [*command, "xlsx:Calc MS Excel 2007 XML", "--outdir", target, source],
        capture_output=True,
        text=True,
        timeout=180,
        env={**os.environ, "HOME": str(home)},
        check=False,
    )
    assert (target / "svar.xlsx").exists(), done.stdout + done.stderr
    return (target / "svar.xlsx").read_bytes()
