"""What is asked of a page in its own language."""

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-bottom: 2em !important }"
)  # WCAG 1.4.12
MEASURE = """() => ({
    wide: document.documentElement.scrollWidth,
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    lang: document.documentElement.lang,
})"""
NAMELESS = """() => [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea")]
    .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.ariaLabel || e.title || e.labels?.length
        || e.getAttribute("aria-labelledby") || e.querySelector("img[alt], svg[aria-label], svg title") || e.matches("input[type=submit]")))
    .map(e => e.outerHTML.slice(0, 120))"""
OPEN_ALL = """() => {
    const shut = [...document.querySelectorAll("details:not([open])")];
    shut.forEach(e => e.open = true);
    return shut.length;
}"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (box.width < 3 || box.height < 3 || !e.checkVisibility() || !e.textContent.trim()) return false;
    const hides = v => v === "hidden" || v === "clip";
    return (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 2 && style.textOverflow !== "ellipsis")
        || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 2);
}).map(e => e.outerHTML.slice(0, 120))"""
ANIMATED = """() => document.getAnimations().filter(a => a.playState === "running" && a.effect.getComputedTiming().duration > 1)
    .map(a => a.effect.target?.outerHTML.slice(0, 120) ?? "?")"""
# Where Tab has come to: is it after the last one, can it be seen, is it marked?
FOCUSED = """() => {
    const e = document.activeElement, before = window.vaxelBefore;
    if (!e || e === document.body) return null;
    window.vaxelBefore = e;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const marks = [e, e.closest("label"), e.nextElementSibling, e.parentElement].filter(Boolean).map(o => getComputedStyle(o));
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return {
        what: e.outerHTML.slice(0, 120), first: !before, link: e.getAttribute("href") ?? "",
        again: before === e,
        backwards: !!before && before !== e && !(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
        marked: marks.some(s => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"),
        tiny: box.width < 2 || box.height < 2,
        hidden: !!top && !e.contains(top) && !top.contains(e) && !e.closest("label")?.contains(top) && style.opacity !== "0",
    };
}"""
