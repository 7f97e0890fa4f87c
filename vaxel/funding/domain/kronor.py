"""Öre as people write kronor."""

NARROW, THIN = "\u00a0", "\u2212"


def kr(ore: int) -> str:
    """ "1 234,50 kr", and whole kronor without öre; spaces that do not break, a real minus."""
    kronor, rest = divmod(abs(ore), 100)
    text = f"{kronor:,}".replace(",", NARROW) + (f",{rest:02d}" if rest else "")
    return f"{THIN if ore < 0 else ''}{text}{NARROW}kr"
