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
# What is half open or on its way to another colour is not what anyone is left with. What a `details` unfolds is in no
# list of animations: it is still once the page has kept its height for as long as ten frames take.
SETTLED = """async () => {
    const ends = a => isFinite(a.effect.getComputedTiming().endTime);
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().filter(ends).map(a => a.finished));
    let height = 0, still = document.querySelector("details[open]") ? 0 : 10;
    while (still < 10) {
        await new Promise(requestAnimationFrame);
        const now = document.documentElement.scrollHeight;
        still = now === height ? still + 1 : 0;
        height = now;
    }
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
# How an element looks, itself and what stands for it: an outline or a shadow is what this house marks with.
LOOKS = """function looks(o) {
    return [o, o.closest("label"), o.nextElementSibling, o.parentElement].filter(Boolean).map(each => {
        const s = getComputedStyle(each);
        return (s.outlineStyle === "none" ? "" : s.outline) + s.boxShadow;
    }).join();
}"""
# Chromium goes on from where one was, also when nothing is in hand any more: from what stood first and is gone.
TO_THE_TOP = """() => {
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    const first = document.createElement("i");
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
}"""
# Tells at the end of each Tab, before anything of the page's, where it came: is it after the last one, can it be seen?
# And did the last one look any different in hand? It is told in the page, since asking at each step takes twice as long.
TELLING = """() => {
    let before = null, look = null;
    const stops = new Set(), steps = [];
    const step = () => {
        const now = document.activeElement, e = now === document.body ? null : now;
        const unmarked = before && before !== e && before.isConnected && looks(before) === look ? before.outerHTML.slice(0, 120) : null;
        if (before !== e) look = e && looks(e); // a day's last stop is its own calendar, which marks itself
        const last = before;
        before = e;
        if (!e) return { what: null, unmarked };
        stops.add(e);
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        return {
            what: e.outerHTML.slice(0, 120), link: e.getAttribute("href") ?? "", unmarked,
            again: last === e,
            parts: e.matches("input[type=date], input[type=time], input[type=datetime-local], input[type=month], input[type=week]"),
            backwards: !!last && last !== e && !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
            hidden: !!top && !e.contains(top) && !top.contains(e) && !e.closest("label")?.contains(top) && style.opacity !== "0",
        };
    };
    window.vaxelSteps = steps;
    window.vaxelStops = stops;
    removeEventListener("keyup", window.vaxelTells, true);
    window.vaxelTells = () => steps.push(step());
    addEventListener("keyup", window.vaxelTells, true);
    LOOKS
}""".replace("LOOKS", LOOKS)
TOLD = "() => window.vaxelSteps.splice(0)"
# Each stop taken in hand by the script; Chromium marks it as it would by Tab, since Tab was the last key pressed.
MARKED = """() => {
    const unmarked = [];
    for (const e of window.vaxelStops) {
        if (!e.isConnected || !e.checkVisibility()) continue;
        document.activeElement.blur();
        const without = looks(e);
        e.focus({ preventScroll: true });
        if (document.activeElement === e && looks(e) === without) unmarked.push(e.outerHTML.slice(0, 120));
    }
    return unmarked;
    LOOKS
}""".replace("LOOKS", LOOKS)
# A form's answer to nothing at all, where something is asked for; a field that may be left says so beside its name.
LEFT_EMPTY = """form => {
    form.noValidate = true;
    const fields = [...form.elements].filter(e => e.matches("select, textarea, input:not([type=hidden]):not([type=file])"));
    for (const e of fields) {
        if (e.matches("[type=checkbox], [type=radio]")) e.checked = false;
        else e.value = "";
    }
    const may = e => !e.closest(".field") || e.closest(".field").querySelector(".optional") || e.type === "checkbox";
    return { said: fields.some(e => e.required), any: fields.some(e => e.required || !may(e)) };
}"""
# What the page says of itself when one touches it, without its other parts.
PART = """() => new Promise(done => {
    const asks = [...document.querySelectorAll("main [hx-get], main [hx-post]")].find(e => e.checkVisibility());
    if (!asks) return done(false);
    document.addEventListener("htmx:afterSettle", () => done(true), { once: true });
    setTimeout(() => done(false), 5000);
    if (asks.matches("a, button")) asks.click();
    else if (asks.matches("form")) asks.requestSubmit();
    else if (asks.matches("textarea, input")) { asks.value += " "; asks.dispatchEvent(new Event("keyup", { bubbles: true })); }
    else (document.querySelector(/from:(#[\\w-]+)/.exec(asks.getAttribute("hx-trigger"))?.[1]) ?? asks).dispatchEvent(new Event("change", { bubbles: true }));
})"""
