// The tick list from the keyboard: j and k (or the arrows) go from item to item, 1 agrees, 2 opens an exception,
// 3 does not apply. Without this script the buttons do the same.
"use strict";
(() => {
  const list = document.getElementById("tick-list");
  if (!list || list.dataset.listens) {
    return;
  }
  list.dataset.listens = "yes";
  const items = [...list.querySelectorAll(".item")];
  const named = location.hash.slice(1);
  const first = document.getElementById(named) || document.getElementById("item-" + list.dataset.first);
  if (named && first) {
    first.focus();
  }

  function current() {
    return document.activeElement.closest(".item");
  }
  function move(by) {
    const here = items.indexOf(current());
    const next = here < 0 ? first || items[0] : items[Math.max(0, Math.min(items.length - 1, here + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
  function press(value) {
    const button = current() && current().querySelector(`button[value='${value}']`);
    if (button) {
      button.click();
    }
  }
  function except() {
    const more = current() && current().querySelector("details");
    if (more) {
      more.open = true;
      more.querySelector("input[name='misstated']").focus();
    }
  }
  const keys = { j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1), 1: () => press("AGREED"), 2: except, 3: () => press("NOT_APPLICABLE") };
  document.addEventListener("keydown", (event) => {
    if (!list.isConnected || event.target.closest("input, select, textarea, pre") || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const what = keys[event.key];
    if (what) {
      event.preventDefault();
      what();
    }
  });
})();
