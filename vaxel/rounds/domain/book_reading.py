"""What a workbook that came back holds: its marks are looked for wherever they stand, and every answer cell is an entry."""

import json
from collections.abc import Iterator, Mapping

from vaxel.files.domain.cells import Cell, Grid, address
from vaxel.rounds.domain.book import FIRST_ANSWER, MARK, SEEN_MARK, TABLE_MARK, Entry, Filled
from vaxel.rounds.domain.sentence import Sentence, _

MOST_ENTRIES = 60_000
NOTHING = Cell(None)


class NotOursError(ValueError):
    def __init__(self, text: str) -> None:
        self.sentence = Sentence(text)
        super().__init__(text)


def read_filled(grids: Mapping[str, Grid]) -> Filled:
    """Raises NotOursError for a workbook that was not fetched from here."""
    marked = [(title, grid, place) for title, grid in grids.items() if (place := _mark(grid, MARK))]
    if not marked:
        raise NotOursError(
            _("Arbetsboken är inte hämtad från Växel, eller så är de dolda raderna borta. Hämta en ny och fyll i den.")
        )
    if len(marked) > 1:
        raise NotOursError(_("Arbetsboken har flera blad med svar. Behåll ett av dem och välj filen igen."))
    title, grid, (top, left) = marked[0]
    round_id, version_id = (_number(grid, top, left + step) for step in (1, 2))
    entries = list(_answers(title, grid, top, left))
    for name, table in grids.items():
        if place := _mark(table, TABLE_MARK):
            entries += _table(name, table, *place)
    if len(entries) > MOST_ENTRIES:
        raise NotOursError(_("Arbetsboken är för stor. Dela den i flera."))
    return Filled(round_id, version_id, tuple(entries), _seen(grids))


def _mark(grid: Grid, wanted: str) -> tuple[int, int] | None:
    return next((place for place, cell in grid.items() if cell.value == wanted), None)


def _number(grid: Grid, row: int, column: int) -> int:
    text = _text(grid, row, column)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.get((row, column), NOTHING).value
    return "" if value is None else format(value, "f") if hasattr(value, "as_tuple") else str(value)


def _answers(title: str, grid: Grid, top: int, left: int) -> Iterator[Entry]:
    columns = {column: _body(grid, top, column) for column in _columns(grid) if column >= left + FIRST_ANSWER - 1}
    for row in sorted({row for row, _column in grid if row > top + 1}):
        key = _text(grid, row, left)
        if key.startswith("-"):
            continue  # a heading of ours
        for column, body_id in columns.items():
            found = grid.get((row, column), NOTHING)
            if (body_id is not None and key) or found.value is not None:
                yield _entry(title, row, column, found, body_id=body_id, key=key)


def _table(title: str, grid: Grid, top: int, left: int) -> Iterator[Entry]:
    question = _text(grid, top, left + 1)
    columns = {column: _text(grid, top, column) for column in _columns(grid) if column >= left + FIRST_ANSWER - 1}
    for row in sorted({row for row, _column in grid if row > top + 2}):
        body_id, key = _body(grid, row, left), _text(grid, row, left + 1)
        for column, column_id in columns.items():
            found = grid.get((row, column), NOTHING)
            if (body_id is not None and column_id) or found.value is not None:
                yield _entry(title, row, column, found, body_id=body_id, key=key, table=question, column_id=column_id)


def _entry(
    title: str,
    row: int,
    column: int,
    found: Cell,
    *,
    body_id: int | None,
    key: str,
    table: str = "",
    column_id: str = "",
) -> Entry:
    return Entry(
        sheet=title,
        address=address(row, column),
        row=row,
        body_id=body_id,
        key=key,
        value=found.value,
        table=table,
        column=column_id,
        formula=found.formula,
        error=found.error,
        merged=found.merged,
    )


def _columns(grid: Grid) -> list[int]:
    return sorted({column for _row, column in grid})


def _body(grid: Grid, row: int, column: int) -> int | None:
    """ "b17": a plain number could be something that a person wrote."""
    text = _text(grid, row, column)
    return int(text[1:]) if text[:1] == "b" and text[1:].isascii() and text[1:].isdigit() and len(text) < 20 else None


def _seen(grids: Mapping[str, Grid]) -> dict[int, dict[str, str]] | None:
    for grid in grids.values():
        if place := _mark(grid, SEEN_MARK):
            top, left = place
            rows = {row for row, _column in grid if row > top}
            found = {_body(grid, row, left): _prints(_text(grid, row, left + 1)) for row in rows}
            return {body: prints for body, prints in found.items() if body is not None}
    return None


def _prints(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
