/* Small helps; every page works without them. A form or button opts in by a data attribute (vaxel/ui/README.md). */
(() => {
  "use strict";

  // One submit at a time: a second click while the first is on its way does nothing.
  const free = (form) => {
    delete form.dataset.busy;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.busy) return event.preventDefault();
    form.dataset.busy = "1";
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => free(form), 8000); // a file that is downloaded leaves the page where it is
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach(free));

  // What was wrong is read first.
  const focusErrors = (root) => root.querySelector?.("[data-focus]")?.focus();
  document.addEventListener("htmx:load", (event) => focusErrors(event.detail.elt));
  addEventListener("DOMContentLoaded", () => {
    focusErrors(document);
    document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));
  });

  document.addEventListener("click", async (event) => {
    // <button data-copy="#id" hidden>: copies that element's text; shown only where it works.
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const source = document.querySelector(copy.dataset.copy);
      const label = copy.textContent;
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      copy.textContent = copy.dataset.copied || label;
      setTimeout(() => (copy.textContent = label), 2500);
    }
    // <button data-fill="#id" data-value="…">: offers an earlier answer; without JavaScript the button submits.
    const fill = event.target.closest("[data-fill]");
    if (fill) {
      event.preventDefault();
      const field = document.querySelector(fill.dataset.fill);
      field.value = fill.dataset.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    }
  });
  // An open menu closes when one clicks or tabs beside it: it would cover what one has come to.
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) =>
      document.querySelectorAll(".shell-me details[open]").forEach((menu) => menu.contains(event.target) || (menu.open = false)));
  }
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector(".shell-me details[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  // <input data-key="/">: that key goes there, unless one is writing or has turned such keys off in this browser.
  const KEYS_OFF = "keys-off";
  const writing = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || localStorage.getItem(KEYS_OFF)) return;
    const field = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (field) { event.preventDefault(); field.focus(); field.select?.(); }
  });
  // <p data-shortcuts hidden>… <button data-on="…" data-off="…">: turns them off, and on again.
  const sayKeys = (button) => (button.textContent = localStorage.getItem(KEYS_OFF) ? button.dataset.on : button.dataset.off);
  addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-shortcuts]").forEach((told) => {
    const button = told.querySelector("button");
    told.hidden = false;
    sayKeys(button);
    button.addEventListener("click", () => {
      localStorage.getItem(KEYS_OFF) ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1");
      sayKeys(button);
    });
  }));

  // form[data-autosave="/address/"]: what is written is sent a moment later. While the line is down it stays in this
  // browser, under the form's address, and is sent when the line is back. Answers: 2xx saved, 4xx refused.
  const autosave = (form) => {
    const address = form.dataset.autosave || form.action;
    const key = "unsent:" + address;
    const status = form.querySelector("[data-saved]") || document.querySelector("[data-saved]");
    let timer, sending, again, held;
    const say = (state) => {
      if (!status) return;
      const time = new Date().toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
      status.dataset.state = state;
      status.textContent = (status.dataset["text" + state[0].toUpperCase() + state.slice(1)] || "").replace("{time}", time);
    };
    const written = () => {
      const data = new FormData(form);
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
      return data;
    };
    // What a person has written: the server's own fields change with every answer.
    const words = () => new URLSearchParams([...written()].filter(([name]) => name !== "seen" && name !== "csrfmiddlewaretoken")).toString();
    const keep = (data) => {
      data.delete("csrfmiddlewaretoken");
      const kept = { version: form.dataset.version, values: new URLSearchParams(data).toString() };
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* no room: it is still in the form */ }
    };
    const send = async () => {
      if (sending) return (again = true);
      clearTimeout(timer);
      timer = null;
      sending = true;
      say("saving");
      const now = words();
      held = null;
      try {
        const answer = await fetch(address, { method: "POST", body: written(), headers: { "X-Autosave": "1" }, redirect: "manual" });
        if (answer.status >= 500) throw new Error("not saved");
        if (answer.type === "opaqueredirect") { keep(written()); say("closed"); }
        else {
          localStorage.removeItem(key);
          if (answer.ok) held = now;
          say(answer.ok ? "saved" : "refused");
          // What the form has now been shown with: an answer in JSON is the new value of its hidden field `seen`.
          if (form.elements.seen && answer.headers.get("Content-Type") === "application/json") form.elements.seen.value = await answer.text();
        }
      } catch {
        keep(written());
        say("offline");
        timer = setTimeout(send, 10000);
      }
      sending = false;
      if (again) { again = false; send(); }
    };
    // Leaving a field that has been sent already asks for nothing: the next page may be somebody else's.
    const soon = () => { clearTimeout(timer); timer = !sending && words() === held ? null : setTimeout(send, 900); };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("submit", () => { clearTimeout(timer); timer = null; localStorage.removeItem(key); });
    addEventListener("online", () => localStorage.getItem(key) && send());
    addEventListener("pagehide", () => timer && keep(written()));
    held = words();
    if (restore(form, key)) send();
  };
  // data-version on the form: what was kept for another version of it is not put over newer words.
  const restore = (form, key) => {
    const kept = JSON.parse(localStorage.getItem(key) || "null");
    if (!kept || kept.version !== form.dataset.version) return false;
    const values = new URLSearchParams(kept.values);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "file") continue;
      const all = values.getAll(field.name);
      if (field.type === "checkbox" || field.type === "radio") field.checked = all.includes(field.value);
      else if (all.length) field.value = all[0];
    }
    return true;
  };
  addEventListener("DOMContentLoaded", () => document.querySelectorAll("form[data-autosave]").forEach(autosave));
})();
