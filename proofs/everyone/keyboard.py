"""A page walked by Tab from its beginning to its end."""

from collections.abc import Iterator

from proofs.everyone.script import MARKED, TELLING, TO_THE_TOP, TOLD

MOST = 1000  # so many steps: more than the map of every municipality beside its table
AT_A_TIME = 20
PARTS = 4  # a day is written in as many stops of one field


def walked(page) -> Iterator[str]:
    page.evaluate(TO_THE_TOP)
    page.evaluate(TELLING)
    yield from _wrong(_steps(page))
    page.evaluate(TO_THE_TOP)  # what is asked next is asked of a page where nothing is in hand


def marked(page) -> Iterator[str]:
    """The stops of the walk in other colours: they are the same, and each is to be told from those beside it."""
    page.evaluate(TO_THE_TOP)
    yield from (f"unmarked: {one}" for one in page.evaluate(MARKED))
    page.evaluate(TO_THE_TOP)


def _steps(page) -> Iterator[dict]:
    for _some in range(0, MOST, AT_A_TIME):
        for _step in range(AT_A_TIME):
            page.keyboard.press("Tab")
        yield from page.evaluate(TOLD)


def _wrong(steps: Iterator[dict]) -> Iterator[str]:
    """Ends with the first stop that is no new one."""
    stayed = 0
    for number, found in enumerate(steps):
        if found["unmarked"]:
            yield f"unmarked: {found['unmarked']}"
        if found["what"] is None:
            if not number:
                yield "Tab leads nowhere"
            return
        stayed = stayed + 1 if found["again"] else 0
        if stayed > (PARTS if found["parts"] else 0):
            yield f"Tab does not leave {found['what']}"
            return
        if number == 0 and not found["link"].startswith("#"):
            yield f"the first is no way past the menu: {found['what']}"
        if found["backwards"]:
            if not found["link"].startswith("#"):  # the first again: all is walked
                yield f"back before what came earlier: {found['what']}"
            return
        if found["hidden"]:
            yield f"covered: {found['what']}"
