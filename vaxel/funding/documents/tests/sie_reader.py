"""A strict reader of SIE 4i, by its specification alone: it shares no line with the writer and forgives nothing."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass
class Read:
    head: dict = field(default_factory=dict)
    order: list = field(default_factory=list)
    projects: dict = field(default_factory=dict)
    vouchers: list = field(default_factory=list)


def read(content: bytes) -> Read:
    assert content.endswith(b"\r\n")
    assert not any((byte < 32 and byte not in (10, 13)) or byte == 127 for byte in content), "control characters"
    lines = content.decode("cp437").split("\r\n")[:-1]
    assert not any("\n" in line or "\r" in line for line in lines)
    found, place = Read(), 0
    assert fields(lines[0]) == ["#FLAGGA", "0"], "the flag comes first"
    while place < len(lines):
        label, *rest = fields(lines[place])
        found.order.append(label)
        if label == "#VER":
            place = _voucher(found, rest, lines, place + 1)
        elif label == "#OBJEKT":
            dimension, code, name = rest
            assert dimension == "6"
            found.projects[code] = name
        else:
            assert label not in found.head, f"{label} twice"
            found.head[label] = rest
        place += 1
    for needed in ("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN"):
        assert needed in found.head, f"{needed} is missing"
    assert found.head["#FORMAT"] == ["PC8"]
    assert found.head["#SIETYP"] == ["4"]
    return found


def _voucher(found, rest, lines, place):
    series, number, day, text = rest
    assert lines[place] == "{"
    rows, place = [], place + 1
    while lines[place] != "}":
        label, account, objects, amount, _day, row_text = fields(lines[place])
        assert label == "#TRANS"
        assert account.isdigit()
        rows.append((account, _ore(amount), row_text, objects))
        place += 1
    assert sum(row[1] for row in rows) == 0, "not in balance"
    assert len(rows) > 1
    day = dt.datetime.strptime(day, "%Y%m%d").replace(tzinfo=dt.UTC).date()
    found.vouchers.append((series, number, day, text, rows))
    return place


def _ore(text):
    whole, cents = text.removeprefix("-").split(".")
    assert len(cents) == 2
    return (-1 if text.startswith("-") else 1) * (int(whole) * 100 + int(cents))


def fields(line):
    """By blanks; "…" keeps them, \\" is a quote, {…} is a list."""
    out, place = [], 0
    while place < len(line):
        if line[place] in " \t":
            place += 1
        elif line[place] == '"':
            text, place = _quoted(line, place + 1)
            out.append(text)
        elif line[place] == "{" and len(line.strip()) > 1:
            end = line.index("}", place)
            out.append(fields(line[place + 1 : end]))
            place = end + 1
        else:
            end = min((line.find(blank, place) for blank in " \t" if line.find(blank, place) > 0), default=len(line))
            out.append(line[place:end])
            place = end
    return out


def _quoted(line, place):
    text = ""
    while line[place] != '"':
        if line[place] == "\\":
            place += 1
            assert line[place] == '"', "only a quote is escaped"
        text += line[place]
        place += 1
    assert place + 1 == len(line) or line[place + 1] in " \t}", "a field ends at a blank"
    return text, place + 1
