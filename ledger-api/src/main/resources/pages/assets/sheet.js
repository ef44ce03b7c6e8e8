// A file may be dropped on its form as well as chosen. Without this script it is chosen.
"use strict";
(() => {
  const form = document.getElementById("sheet-drop");
  const file = document.getElementById("file");
  const over = (on) => form.classList.toggle("over", on);
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", () => over(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length === 1) {
      file.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  // Twice is once: the second press finds the button out of use.
  form.addEventListener("submit", () => setTimeout(() => (form.querySelector("button").disabled = true)));
  addEventListener("pageshow", () => (form.querySelector("button").disabled = false));
})();
