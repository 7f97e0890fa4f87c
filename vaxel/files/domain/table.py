"""A table as read from a file: a header and numbered rows, every cell a trimmed string."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vaxel.files.domain.unfit import Reason, Unfit

MOST_ROWS = 20_000
MOST_COLUMNS = 300


@dataclass(frozen=True)
class Row:
    """`number` is the line a person sees in the spreadsheet; the header is usually 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """(row number, {column: cell})"""
        for row in self.rows:
            yield row.number, dict(zip(self.header, row.cells, strict=True))


def tabulate(lines: Sequence[tuple[int, Sequence[str]]]) -> Table:
    """Numbered lines to a table: the first that is not empty is the header; empty lines are passed over.

    Short rows are filled with empty cells, longer ones refused: a stray delimiter would shift every value after it.
    """
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    if not filled:
        raise Unfit(Reason.NO_ROWS)
    header = _header(filled[0][1])
    if len(filled) - 1 > MOST_ROWS:
        raise Unfit(Reason.TOO_MANY_ROWS, most=MOST_ROWS)
    return Table(header, tuple(Row(number, _fit(number, cells, len(header))) for number, cells in filled[1:]))


def _header(cells: list[str]) -> tuple[str, ...]:
    while not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise Unfit(Reason.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    for place, name in enumerate(cells):
        if name and name in cells[:place]:
            raise Unfit(Reason.SAME_COLUMN_TWICE, column=name)
    return tuple(cells)


def _fit(number: int, cells: list[str], width: int) -> tuple[str, ...]:
    if any(cells[width:]):
        raise Unfit(Reason.RAGGED, row=number)
    return tuple(cells[:width]) + ("",) * (width - len(cells))
