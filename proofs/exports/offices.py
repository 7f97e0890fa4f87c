"""The same tables opened by LibreOffice, as an office would, and saved as its own workbook: what did it make of them?"""

import io
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from proofs.exports.formats import NOT_XML, _breaks

SEMICOLONS_UTF8_AS_TEXT = "csv:59,34,76,1,1/2"  # only the separator, quotes and encoding are said: it guesses the rest


@dataclass(frozen=True)
class Seen:
    texts: int
    otherwise: int
    formulas: int


def by_libreoffice(texts: list[str]) -> Seen:
    from vaxel.files.domain.export import csv_bytes
    from vaxel.files.domain.workbook import Sheet, xlsx_bytes

    rows = [[f"{one}", "."] for one in texts]
    cells, csv_cells = _saved("xlsx", xlsx_bytes([Sheet("Svar", ["a", "b"], rows)])), _saved("csv", csv_bytes(["a", "b"], rows))  # fmt: skip
    sent = [_breaks(NOT_XML.sub("", one)) for one in texts]
    otherwise = sum(want != _breaks(str(got.value or "")) for want, got in zip(sent, cells, strict=True))
    return Seen(2 * len(texts), otherwise, sum(one.data_type == "f" for one in [*cells, *csv_cells]))


def _saved(ending, content):
    from openpyxl import load_workbook

    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, f"in.{ending}")
        given.write_bytes(content)
        filters = ["--infilter=CSV:59,34,76"] if ending == "csv" else []
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                *filters,
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                f"{folder}/out",
                str(given),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        book = load_workbook(io.BytesIO(Path(folder, "out", "in.xlsx").read_bytes()))
    return [row[0] for row in book.active.iter_rows(min_row=2, max_col=1)]
