/* Small helps; every page works without them. A form or button opts in by a data attribute (vaxel/ui/README.md). */
(() => {
  "use strict";
  const root = document.documentElement;
  const said = (key) => document.querySelector(`[data-said="${key}"]`)?.textContent || "";

  // One submit at a time: a second click while the first is on its way does nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog") return;
    if (form.dataset.busy) return event.preventDefault();
    if (form.method === "get") return;
    form.dataset.busy = "1";
    event.submitter?.setAttribute("aria-busy", "true");
  });
  const free = (form) => {
    delete form.dataset.busy;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  };
  addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach(free));
  document.addEventListener("htmx:afterRequest", (event) => event.target.closest?.("form") && free(event.target.closest("form")));

  // <button data-copy="#id"> copies that element's text or value.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    const label = button.textContent;
    button.textContent = button.dataset.copied || label;
    setTimeout(() => (button.textContent = label), 2500);
  });
  root.dataset.js = "on";
})();
