/* Through the inbox by keyboard: j and k move, t takes; Enter is the link's own. Off where such keys are turned off. */
(() => {
  "use strict";
  const writing = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    const list = document.querySelector("[data-inbox]");
    if (!list || event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || localStorage.getItem("keys-off")) return;
    const lines = [...list.children];
    const here = lines.findIndex((line) => line.contains(document.activeElement));
    const open = (line) => [...line.querySelectorAll(".todo-do a, .todo-do button")].pop();
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      const next = event.key === "j" ? Math.min(here + 1, lines.length - 1) : Math.max(here - 1, 0);
      open(lines[next]).focus();
    }
    if (event.key === "t" && here >= 0) {
      event.preventDefault();
      lines[here].querySelector("form button").click();
    }
  });
})();
