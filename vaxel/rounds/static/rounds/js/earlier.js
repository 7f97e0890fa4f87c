/* Earlier answers at once, without a reload: the button fills the field, F2 does it from the keyboard and goes on to the
   next question. Which were filled so is told to the server (`carried`). Without this each button posts the form. */
(() => {
  "use strict";
  const inputs = (card) => [...card.querySelectorAll("input:not([type=hidden]), select, textarea")];
  const offers = () => [...document.querySelectorAll("[data-again]:not(.taken)")].filter((box) => box.offsetParent);
  const mark = (form, name, taken) => {
    form.querySelectorAll(`input[name=carried][value="${CSS.escape(name)}"]`).forEach((old) => old.remove());
    if (!taken) return;
    const note = Object.assign(document.createElement("input"), { type: "hidden", name: "carried", value: name });
    form.append(note);
  };
  const show = (box, taken) => {
    box.classList.toggle("taken", taken);
    box.querySelector("[data-offer]").hidden = taken;
    box.querySelector("[data-took]").hidden = !taken;
    box.querySelector("[name=again]").hidden = taken;
    box.querySelector("[data-give-back]").hidden = !taken;
    mark(box.closest("form"), box.dataset.again, taken);
  };
  const choose = (card, values) => {
    for (const field of inputs(card)) if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    inputs(card)[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // Before the button's own help (data-fill) writes in the field: what is sent then is already marked.
  document.addEventListener("click", (event) => {
    const use = event.target.closest("[data-again] [name=again]");
    const back = event.target.closest("[data-give-back]");
    const box = (use || back)?.closest("[data-again]");
    if (!box) return;
    const card = box.closest(".question");
    if (use?.dataset.choose) {
      event.preventDefault();
      show(box, true);
      choose(card, JSON.parse(use.dataset.choose));
      card.querySelector("input:checked")?.focus();
    } else if (use?.dataset.fill) show(box, true);
    else if (back) {
      show(box, false);
      choose(card, []);
      for (const field of inputs(card)) if (field.type !== "checkbox" && field.type !== "radio") field.value = "";
      inputs(card)[0].dispatchEvent(new Event("input", { bubbles: true }));
      box.querySelector("[name=again]").focus();
    }
  }, true);

  // Written over: no longer what was said last time.
  document.addEventListener("input", (event) => {
    const card = event.isTrusted ? event.target.closest(".question") : null;
    const box = card?.querySelector("[data-again].taken");
    if (box) show(box, false);
    card?.querySelector("[data-carried]")?.remove();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || !document.querySelector("form.answer")) return;
    event.preventDefault();
    const card = document.activeElement.closest(".question");
    const box = card && offers().find((one) => card.contains(one));
    box?.querySelector("[name=again]").click(); // may show a question that hangs on it
    const next = offers().find((one) => !card || card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    inputs(next?.closest(".question") || document.createElement("p"))[0]?.focus();
  });

  // Come back from a button that posted the form: go on where it pointed.
  addEventListener("DOMContentLoaded", () => {
    const card = document.getElementById(location.hash.slice(1));
    if (card?.classList.contains("question")) inputs(card)[0]?.focus();
  });
})();
