"""One page in every state and mode: what is wrong with it, in a sentence each."""

from collections.abc import Iterator

from proofs.everyone import keyboard
from proofs.everyone.script import ANIMATED, CLIPPED, LEFT_EMPTY, MEASURE, NAMELESS, OPEN_ALL, PART, SETTLED, SPACING

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_ALL = {"type": "tag", "values": AXE_TAGS}
AXE_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # all that other colours can change
PLAIN = {"media": "screen", "color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference", "contrast": "no-preference"}  # fmt: skip
WIDE, ZOOMED, NARROW = (1280, 900), (640, 450), (320, 640)
BETWEEN = range(360, 1280, 60)  # a window, a tablet and each step of the zoom has a width of its own
# What the reader's machine says, how large the window is, what is laid on the page; and what is asked of it then.
MODES = {
    "as it is": (WIDE, {}, "", ("axe", "names")),
    "by keyboard": (WIDE, {}, "", ("keyboard",)),
    "200 %": (ZOOMED, {}, "", ("fits",)),
    "any width": (WIDE, {}, "", ("between",)),
    "320 px": (NARROW, {}, "", ("fits", "axe")),
    "text at 200 %": (WIDE, {}, "html { font-size: 200% !important }", ("fits", "whole")),
    "wide spacing": (WIDE, {}, SPACING, ("fits", "whole")),
    "forced colours": (WIDE, {"forced_colors": "active"}, "", ("marked",)),
    "without motion": (WIDE, {"reduced_motion": "reduce"}, "", ("still",)),
    "more contrast": (WIDE, {"contrast": "more"}, "", ("colours",)),
    "in the dark": (WIDE, {"color_scheme": "dark"}, "", ("colours",)),
    "on paper": ((794, 1123), {"media": "print"}, "", ("printed",)),
}


CALM = ("as opened", "all opened", "a part fetched")
WRONG = ("filled in wrong",)  # seen last of all: a form that takes it for an answer has changed the world


def looked_at(page, path, language, status=200, states=CALM + WRONG) -> Iterator[tuple[str, str, list[str]]]:
    """(mode, state, what is wrong). What never comes is a fault like another: one page does not end the look at all."""
    from playwright.sync_api import Error

    try:
        yield from _looked_at(page, path, language, status, states)
    except Error as fault:
        yield "as it is", states[0], [f"never came: {fault.message.splitlines()[0]}"]


def _looked_at(page, path, language, status, states):
    answer = page.goto(path)
    if answer.status != status:
        if states != WRONG:
            yield "as it is", "as opened", [f"status {answer.status}"]
        return
    for state in states:
        reached, wrong = _brought_to(page, state)
        if wrong:
            yield "as it is", state, [wrong]
        if not reached:
            continue
        for mode, (size, media, style, asked) in MODES.items():
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.emulate_media(**PLAIN | media)
            if style:
                page.evaluate(LAY, style)
            page.evaluate(SETTLED)
            yield mode, state, [wrong for one in asked for wrong in ASKED[one](page, size, language)]
            if style:
                page.evaluate(UNLAY)
    page.emulate_media(**PLAIN)


# As a sheet of the script's own: the page's policy lets in no style that is written into it.
LAY = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet) }"
UNLAY = "() => { document.adoptedStyleSheets.pop() }"


def _brought_to(page, state: str) -> tuple[bool, str]:
    """Is the page in that state, and what went wrong on the way there."""
    if state == "as opened":
        return True, ""
    if state == "all opened":
        return bool(page.evaluate(OPEN_ALL)), ""
    if state == "a part fetched":
        return page.evaluate(PART), ""
    return _filled_in_wrong(page)


def _filled_in_wrong(page) -> tuple[bool, str]:
    """The first form that asks for something, with nothing in it."""
    for form in page.locator("main form[method=post]:not([action])").all():
        button = form.locator("button:not([name]):not([type=button])").first
        if not button.count() or not button.is_visible() or not (asked := form.evaluate(LEFT_EMPTY))["any"]:
            continue
        with page.expect_event("load"), page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            button.dispatch_event("click")  # it may be the one that only Enter finds
        refused = sent.value.status == 422 or bool(page.locator("main [aria-invalid=true]").count())
        wrong = asked["said"] and not refused  # the page said itself that it cannot do without
        return refused, f"nothing at all was taken for an answer: status {sent.value.status}" if wrong else ""
    return False, ""


def _axe(page, size, language):
    yield from _violations(page, AXE_ALL)


def _colours(page, size, language):
    yield from _violations(page, AXE_COLOURS)


def _violations(page, only):
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": only, "resultTypes": ["violations"]}
    for one in page.evaluate("options => axe.run(options)", options)["violations"]:
        yield f"{one['id']} at {one['nodes'][0]['target'][0]}"


def _names(page, size, language):
    found = page.evaluate(MEASURE)
    if found["headings"] != 1:
        yield f"{found['headings']} h1"
    if found["lang"] != language:
        yield f"lang is {found['lang']}"
    if not found["title"].removesuffix(" · Växel").strip(" ·"):
        yield "no title"
    yield from (f"nameless: {one}" for one in page.evaluate(NAMELESS))


def _fits(page, size, language):
    wide = page.evaluate(MEASURE)["wide"]
    if wide > size[0]:
        yield f"{wide} px wide at {size[0]}"


def _between(page, size, language):
    for width in BETWEEN:
        page.set_viewport_size({"width": width, "height": size[1]})
        yield from _fits(page, (width, size[1]), language)


def _whole(page, size, language):
    yield from (f"cut off: {one}" for one in page.evaluate(CLIPPED))


def _still(page, size, language):
    yield from (f"moves: {one}" for one in page.evaluate(ANIMATED))


def _printed(page, size, language):
    if not page.locator("h1").first.is_visible():
        yield "no heading on paper"
    if (
        page.evaluate("() => getComputedStyle(document.querySelector('.ds-button') ?? document.body).position")
        == "fixed"
    ):
        yield "something follows along over every sheet"


ASKED = {
    "axe": _axe,
    "colours": _colours,
    "names": _names,
    "fits": _fits,
    "between": _between,
    "whole": _whole,
    "still": _still,
    "printed": _printed,
    "keyboard": lambda page, size, language: keyboard.walked(page),
    "marked": lambda page, size, language: keyboard.marked(page),
}
