"""Who knows the rule, reads every figure that is printed, and subtracts: all that linear algebra gives of what is not."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

Print = Mapping[str, int | None]  # what is printed: None where it is held back
Equation = tuple[int, Sequence[str]]  # a printed total, and the cells it is the sum of


def recovered(printed: Print, equations: Sequence[Equation]) -> dict[str, int]:
    """Cells that were held back and can be told all the same, or guessed: whether a guess is right is for the caller."""
    hidden = sorted({cell for _total, cells in equations for cell in cells if printed[cell] is None})
    rows = [_row(printed, hidden, total, cells) for total, cells in equations]
    return _alone(_reduced([row for row in rows if any(row[:-1])]), hidden) | _alike(printed, equations)


def _row(printed, hidden, total, cells):
    known = sum(printed[cell] or 0 for cell in cells)
    count = dict.fromkeys(hidden, 0)
    for cell in cells:
        if printed[cell] is None:
            count[cell] += 1
    return [*(Fraction(count[cell]) for cell in hidden), Fraction(total - known)]


def _reduced(rows):
    """Gauss and Jordan, exactly."""
    done, width = 0, len(rows[0]) - 1 if rows else 0
    for column in range(width):
        pivot = next((at for at in range(done, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [one / rows[done][column] for one in rows[done]]
        for at in range(len(rows)):
            if at != done and rows[at][column]:
                factor = rows[at][column]
                rows[at] = [one - factor * other for one, other in zip(rows[at], rows[done], strict=True)]
        done += 1
    return rows[:done]


def _alone(rows, hidden):
    found = {}
    for row in rows:
        places = [place for place, factor in enumerate(row[:-1]) if factor]
        if len(places) == 1:
            found[hidden[places[0]]] = int(row[-1])
    return found


def _alike(printed, equations):
    """Where something is printed there was something to hide behind: as many as their sum are one each, or two each."""
    found = {}
    for total, cells in equations:
        unknown = [cell for cell in cells if printed[cell] is None]
        rest = total - sum(printed[cell] or 0 for cell in cells)
        if unknown and len(unknown) < len(cells) and rest in (len(unknown), 2 * len(unknown)):
            found |= dict.fromkeys(unknown, rest // len(unknown))
    return found
