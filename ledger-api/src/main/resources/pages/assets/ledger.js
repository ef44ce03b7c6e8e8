// What a page does beyond plain links and forms: the slider, playing through time, filters that
// apply themselves. Without this script every page works all the same.
"use strict";
(() => {
  const DAY = 86400000;
  const root = document.documentElement;
  root.classList.add("js");

  // A form that was answered with a page leaves an address in the history that can be opened again.
  if (root.dataset.again) {
    history.replaceState(null, "", root.dataset.again);
  }

  const form = document.getElementById("time-form");
  const field = (slider) => document.getElementById(slider.dataset.field);
  const isNow = (slider) => Number(slider.value) === Number(slider.max);

  /** The value of a field at a place of its slider: the end of the day there; none for now. */
  function written(slider) {
    if (isNow(slider)) {
      return "";
    }
    const day = new Date(Date.parse(slider.dataset.first) + Number(slider.value) * DAY);
    return day.toISOString().slice(0, 10);
  }

  // The first movement is shown at once, those right behind it when they come to rest.
  let timer = 0;
  let shown = -Infinity;
  function show(after) {
    clearTimeout(timer);
    const now = performance.now();
    timer = setTimeout(() => form.requestSubmit(), now - shown > 2 * after ? 0 : after);
    shown = now;
  }

  // What is scrolled to stays below the bar as tall as it is.
  const bar = document.getElementById("time");
  if (bar) {
    new ResizeObserver(() => {
      const sticks = getComputedStyle(bar).position === "sticky";
      root.style.scrollPaddingTop = (sticks ? bar.offsetHeight + 12 : 0) + "px";
    }).observe(bar);
  }

  if (form) {
    form.querySelectorAll(".slider").forEach((slider) => {
      slider.addEventListener("input", () => {
        field(slider).value = written(slider);
        show(90);
      });
      field(slider).addEventListener("change", () => {
        const text = field(slider).value.slice(0, 10);
        const place = text ? Math.round((Date.parse(text) - Date.parse(slider.dataset.first)) / DAY) : Number(slider.max);
        slider.value = String(Math.max(0, Math.min(place, Number(slider.max))));
        show(0);
      });
    });
  }

  // Playing: the business date walks from where it is, or from the beginning, to now.
  let playing = 0;
  function stop() {
    clearInterval(playing);
    playing = 0;
    const button = document.getElementById("play");
    if (button) {
      button.textContent = button.dataset.play;
    }
  }
  function step(slider) {
    const stride = Math.max(1, Math.round(Number(slider.max) / 36));
    slider.value = String(Math.min(Number(slider.max), Number(slider.value) + stride));
    field(slider).value = written(slider);
    show(0);
    if (isNow(slider)) {
      stop();
    }
  }
  document.addEventListener("click", (event) => {
    if ("print" in event.target.dataset) {
      window.print();
    }
    if (event.target.id !== "play") {
      return;
    }
    if (playing) {
      stop();
      return;
    }
    const slider = form.querySelector(".slider");
    if (isNow(slider)) {
      slider.value = "0";
    }
    step(slider);
    playing = setInterval(() => step(slider), 900);
    event.target.textContent = event.target.dataset.pause;
  });

  // Arrow keys go from event to event, unless they are needed where one is.
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, select, textarea, pre, .scroll, ul") || event.altKey || event.ctrlKey || event.metaKey;
    const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const link = rel && !busy && document.querySelector(`#content a[rel='${rel}']`);
    if (link) {
      link.click();
    }
  });

  // What is acceptable can be put into the form with one click.
  document.addEventListener("click", (event) => {
    const fill = event.target.dataset.fill;
    const amount = fill && (document.getElementById("amount") || document.getElementById("portion"));
    if (amount) {
      amount.value = fill;
      amount.dispatchEvent(new Event("change", { bubbles: true }));
      amount.focus();
    }
  });

  // A draft outlives a page that could not be sent; it goes when it is posted. It is kept for the
  // tab only: others who use the same machine do not find it.
  const draftOf = (name) => "draft." + name;
  const draft = document.querySelector("form[data-draft]");
  const drafted = (form) => [...form.elements].filter((e) => e.name && e.id && e.type !== "hidden" && e.type !== "submit");
  const standing = (e) => (e.type === "checkbox" ? e.checked : e.value);
  if (draft) {
    const kept = JSON.parse(sessionStorage.getItem(draftOf(draft.dataset.draft)) || "{}");
    const chosen = [...new URLSearchParams(location.search).keys()].some((name) => !["command", "fund", "lang", "unit", "asOf", "knownAt"].includes(name));
    if (!chosen && Object.keys(kept).length) {
      drafted(draft).forEach((e) => {
        if (e.id in kept) {
          if (e.type === "checkbox") {
            e.checked = kept[e.id];
          } else if (kept[e.id]) {
            e.value = kept[e.id];
          }
        }
      });
      addEventListener("load", () => draft.dispatchEvent(new Event("change", { bubbles: true })));
    }
    const keep = (event) => {
      const form = event.target.closest("form[data-draft]");
      if (form) {
        sessionStorage.setItem(draftOf(form.dataset.draft), JSON.stringify(Object.fromEntries(drafted(form).map((e) => [e.id, standing(e)]))));
      }
    };
    document.addEventListener("input", keep);
    document.addEventListener("submit", keep);
  }
  const posted = document.querySelector("[data-posted]");
  if (posted) {
    sessionStorage.removeItem(draftOf(posted.dataset.posted));
  }

  // A row that was added is where to go on.
  document.addEventListener("htmx:afterSettle", (event) => {
    const next = event.target.id === "post-form" && event.target.querySelector("[autofocus]");
    if (next) {
      next.focus();
    }
  });

  // The fingerprint of a document is made here; the file itself goes nowhere.
  if (window.crypto && crypto.subtle) {
    root.classList.add("digests");
  }
  document.addEventListener("change", async (event) => {
    const field = event.target.dataset.digest && document.getElementById(event.target.dataset.digest);
    const file = field && event.target.files[0];
    if (!file) {
      return;
    }
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    field.value = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // One box for all.
  document.addEventListener("change", (event) => {
    const all = event.target.dataset.all;
    if (all) {
      event.target.closest("form").querySelectorAll(`input[name='${all}']`).forEach((box) => {
        box.checked = event.target.checked;
      });
    }
  });

  // Empty fields stay out of addresses.
  document.addEventListener("htmx:configRequest", (event) => {
    const parameters = event.detail.parameters;
    Object.keys(parameters).forEach((name) => {
      if (parameters[name] === "") {
        delete parameters[name];
      }
    });
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method === "get") {
      event.target.querySelectorAll("input, select").forEach((input) => {
        input.disabled = input.value === "" && !input.closest("#time-form");
      });
    }
  });
  document.addEventListener("change", (event) => {
    const auto = event.target.closest("form[data-auto]");
    if (auto) {
      auto.requestSubmit();
    }
  });

  // Whoever's session has ended is led to the sign-in page as a whole, not into a part of this one.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/login") {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
  document.addEventListener("htmx:sendError", () => {
    stop();
    const words = document.getElementById("time-words");
    words.textContent = root.lang.startsWith("zh") ? "连不上服务器,画面没有更新。" : "The server cannot be reached; the page was not updated.";
  });
  document.addEventListener("htmx:afterSettle", () => {
    const view = document.getElementById("view");
    const time = document.getElementById("time");
    if (view && time) {
      time.classList.toggle("past", view.dataset.past === "true");
      time.classList.toggle("now", view.dataset.past !== "true");
    }
    if (playing) {
      const button = document.getElementById("play");
      button.textContent = button.dataset.pause;
    }
  });
})();
