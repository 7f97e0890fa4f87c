"""An allocation for the eye in a terminal, and for a spreadsheet."""

from decimal import Decimal

from django.utils.translation import gettext as _

from vaxel.files.domain.export import csv_bytes
from vaxel.funding.domain.apportion import half_up
from vaxel.funding.domain.keys import Source
from vaxel.funding.domain.terms import Level, Receivers, Rounding
from vaxel.rounds.domain.shown import kronor

KINDS = {
    Receivers.MUNICIPALITY: "Kommuner",
    Receivers.REGION: "Regioner",
    Receivers.COUNTY: "Län",
    Receivers.HEALTHCARE_REGION: "Sjukvårdsregioner",
}
SOURCES = {
    Source.COUNTRY: "delas med rikets invånare",
    Source.SUM: "delas med mottagarnas invånare tillsammans",
    Source.NUMBER: "delas med antalet mottagare",
    Source.PARTS: "delas med andelarnas summa",
    Source.ENTERED: "belopp som de står i överenskommelsen",
}
ROUNDINGS = {
    Rounding.NEAREST: "Varje utbetalning avrundas för sig till närmaste {unit}, halva uppåt",
    Rounding.LARGEST_REMAINDER: "Utbetalningarna är {unit} och summerar till potten (största rest)",
}
UNITS = {Rounding.NEAREST: "hela krona", Rounding.LARGEST_REMAINDER: "hela kronor"}
LEVELS = {Level.DIRECT: "en omgång över alla mottagare", Level.NESTED: "först länen, sedan kommunerna inom varje län"}


def csv_text(out):
    """One row a receiver, one column a stream, kronor; where a stream gives nothing the cell is empty."""
    shares = _shares(out)
    header = ["slag", "kod", "mottagare", *(one.key for one in out.streams), "summa", "utbetalning"]
    rows = [
        [
            str(one.kind),
            one.code,
            one.name,
            *(_crowns(shares[stream.key].get((one.kind, one.code))) for stream in out.streams),
            _crowns(one.share_ore),
            _crowns(one.payout_ore),
        ]
        for one in out.payouts
    ]
    return csv_bytes(header, rows).decode("utf-8")


def table_text(terms, out, kept):
    lines = [f"{terms.name} ({terms.year})", _manner(terms), ""]
    for stream in out.streams:
        lines.append(_about(stream))
        lines += [f"    {_said(line)}" for line in stream.lines]
    for kind in Receivers:
        if rows := _table(kind, out):
            lines += ["", f"{KINDS[kind]}, kronor", *rows]
    if out.counties:
        lines += ["", "Länen, innan kommunerna inom dem", *_in_columns(_counties(out))]
    pots = sum(one.pot_ore for one in out.streams)
    lines += ["", f"Utbetalas {kronor(out.sum_payout_ore)} kr av {kronor(pots)} kr. {_difference(out)}"]
    lines += [f"    {_said(line)}" for line in out.lines]
    return "\n".join([*lines, "", f"Kvitto, regler {kept.version}: SHA-256 {kept.sha256}", ""])


def _manner(terms):
    unit = UNITS[terms.rounding] if terms.unit_ore == 100 else f"{kronor(terms.unit_ore)} kr"
    return f"{ROUNDINGS[terms.rounding].format(unit=unit)}; {LEVELS[terms.level]}."


def _about(stream):
    about = f"{stream.title}: {kronor(stream.pot_ore)} kr till {KINDS[stream.receivers].lower()}"
    denominator = "" if stream.denominator is None else f" {stream.denominator:,}".replace(",", "\u00a0")
    return f"{about}; {SOURCES[stream.denominator_source]}{denominator}"


def _difference(out):
    return f"Skillnad: {kronor(out.difference_ore)} kr." if out.difference_ore else "Ingen skillnad."


def _said(line):
    return _(line.sentence.text) % line.sentence.values


def _table(kind, out):
    """Right-aligned figures under the streams that give this kind anything."""
    rows = [one for one in out.payouts if one.kind is kind]
    if not rows:
        return []
    streams = [one for one in out.streams if one.receivers is kind]
    shares = _shares(out)
    cells = [["Kod", "Mottagare", *(one.key for one in streams), "Summa", "Utbetalning"]]
    for one in rows:
        own = [_figures(shares[stream.key].get((kind, one.code))) for stream in streams]
        cells.append([one.code, one.name, *own, _figures(one.share_ore), kronor(one.payout_ore)])
    sums = [_figures(one.sum_share_ore) for one in streams]
    paid = kronor(sum(one.payout_ore for one in rows))
    cells.append(["", "Tillsammans", *sums, _figures(sum(one.share_ore for one in rows)), paid])
    return _in_columns(cells)


def _counties(out):
    sums = [[one.code, "", _figures(half_up(one.part, one.whole)), kronor(one.payout_ore)] for one in out.counties]
    return [["Kod", "", "Summa", "Utbetalning"], *sums]


def _in_columns(cells):
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    return [
        "  ".join(_placed(cell, width, at) for at, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in cells
    ]


def _placed(cell, width, at):
    return cell.ljust(width) if at < 2 else cell.rjust(width)


def _shares(out):
    return {
        stream.key: {(stream.receivers, share.code): share.share_ore for share in stream.shares}
        for stream in out.streams
    }


def _figures(ore):
    """Always with öre, so that the columns stand."""
    if ore is None:
        return ""
    return f"{kronor(ore - ore % 100)},{ore % 100:02}"


def _crowns(ore):
    return None if ore is None else Decimal(ore) / 100 if ore % 100 else ore // 100
