"""A page walked by Tab from its beginning to its end."""

from collections.abc import Iterator

from proofs.everyone.script import FOCUSED, MARKED, TO_THE_TOP

MOST = 700  # so many steps: more than the map of every municipality beside its table
PARTS = 4  # a day is written in as many stops of one field


def walked(page) -> Iterator[str]:
    page.evaluate(TO_THE_TOP)
    yield from _steps(page)
    page.evaluate(TO_THE_TOP)  # what is asked next is asked of a page where nothing is in hand


def marked(page) -> Iterator[str]:
    """The stops of the walk in other colours: they are the same, and each is to be told from those beside it."""
    page.evaluate(TO_THE_TOP)
    yield from (f"unmarked: {one}" for one in page.evaluate(MARKED))
    page.evaluate(TO_THE_TOP)


def _steps(page) -> Iterator[str]:
    stayed = 0
    for step in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found["unmarked"]:
            yield f"unmarked: {found['unmarked']}"
        if found["what"] is None:
            if not step:
                yield "Tab leads nowhere"
            return
        stayed = stayed + 1 if found["again"] else 0
        if stayed > (PARTS if found["parts"] else 0):
            yield f"Tab does not leave {found['what']}"
            return
        if step == 0 and not found["link"].startswith("#"):
            yield f"the first is no way past the menu: {found['what']}"
        if found["backwards"]:
            if not found["link"].startswith("#"):  # the first again: all is walked
                yield f"back before what came earlier: {found['what']}"
            return
        if found["hidden"]:
            yield f"covered: {found['what']}"
