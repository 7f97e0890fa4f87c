"""A page walked by Tab from its beginning to its end."""

from collections.abc import Iterator

from proofs.everyone.script import FOCUSED

MOST = 150  # so many steps: a page of a thousand links is the same link a thousand times


def walked(page) -> Iterator[str]:
    page.evaluate("() => { window.vaxelBefore = null; document.activeElement?.blur(); scrollTo(0, 0); getSelection().removeAllRanges() }")  # fmt: skip
    for step in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            if not step:
                yield "Tab leads nowhere"
            return
        if step == 0 and not found["link"].startswith("#"):
            yield f"the first is no way past the menu: {found['what']}"
        if found["again"]:
            yield f"Tab does not leave {found['what']}"
            return
        if found["backwards"]:
            if not found["link"].startswith("#"):  # the first again: all is walked
                yield f"back before what came earlier: {found['what']}"
            return
        if not found["marked"]:
            yield f"unmarked: {found['what']}"
        if found["hidden"]:
            yield f"covered: {found['what']}"
