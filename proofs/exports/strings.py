"""Texts that people or attackers write: known beginnings of formulas, markup, line breaks, and what hypothesis thinks of."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

BEGIN = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", "\u00a0=", "'=", '"=', ";=", ",=")
THEN = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","Läs")', "SUM(A1:A9)", "IMPORTXML(A1)", "WEBSERVICE(A1)",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", "]]>", "<!-- -->", "&amp;amp;", "&#0;", '"><svg onload=x>', "{{7*7}}", "${7*7}", "#{x}",
    '#read("/etc/passwd")', '#eval("1")', "$x$", "@label", "*b* _i_ `c`", "// bort", "\\", '\\"', '"', "'", "''", "a;b,c|d\te",
    "Ärende\r\nBcc: alla@x.example", "rad\nrad", "rad\r\nEND:VEVENT\r\nBEGIN:VALARM", "a\nX-INJICERAD:1", "slut\\n\\,\\;",
    '" #VER "" "" 20260101 "x"', "}\r\n#VER A 1", "a\x01b", "a\x0bb", "a\x1bb", "a\x7fb", "a\x85b", "a\u2028b", "\ufeffa", "\ufffe",
    "\u202etxt.exe", "e\u0301", "é", "😀", "𝒳", "ﬁ", "ß", "Åre – Östersund", "=?utf-8?q?x?=", "1e5", "0114", "2026-12-01", "TRUE", "NaN", "",
    " mellanslag ", "x" * 900, "%s %(x)s %%", "../../x", "http://x.example", "mailto:x@x.example", "\u00ad", "\u200b",
)  # fmt: skip


def strings(number: int) -> list[str]:
    known = [*HOSTILE, *(begin + then for begin in BEGIN for then in THEN)]
    return [*known, *_thought_of(number - len(known))][:number]


def _thought_of(number: int) -> list[str]:
    found: list[str] = []
    some = st.lists(st.text(max_size=25) | st.sampled_from(BEGIN).flatmap(lambda b: st.text(max_size=9).map(b.__add__)), min_size=25, max_size=25)  # fmt: skip

    @settings(
        max_examples=max(1, number // 20), derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(some)
    def gather(texts):
        found.extend(texts)

    while len(found) < number:
        gather()
    return found
