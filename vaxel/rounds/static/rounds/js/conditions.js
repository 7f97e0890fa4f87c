/* Conditional questions: shown as soon as the choice they hang on is made. Without this they are all shown, each with its condition. */
(() => {
  "use strict";
  const chosen = (name) =>
    [...document.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map((field) => field.value);
  // In the order of the page: a question that hangs on a hidden one is hidden too.
  const show = () => {
    for (const card of document.querySelectorAll("[data-if]")) {
      const source = document.getElementById(card.dataset.if);
      const wanted = card.dataset.is.split(" ");
      const met = source && !source.classList.contains("unmet") && chosen(card.dataset.if).some((value) => wanted.includes(value));
      card.classList.toggle("unmet", !met);
    }
  };
  document.addEventListener("change", show);
  addEventListener("DOMContentLoaded", show);
})();
