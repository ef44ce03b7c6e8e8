// Checks in the reader's browser that an event is in the signed log: its content, its leaf, the way up to the root,
// the signature, and that the log only grew since this browser looked last. It believes no answer of the server; what
// it keeps (key and last checkpoint) stays in this browser. RFC 6962 and 9162, C2SP signed-note and tlog-checkpoint.
"use strict";
(() => {
  const area = document.getElementById("check");
  if (!area) {
    return;
  }
  const words = {};
  document.getElementById("check-words").content.querySelectorAll("[data-word]").forEach((e) => {
    words[e.dataset.word] = e.textContent;
  });
  const say = (name, ...values) => (words[name] || name).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
  const part = (id) => document.getElementById(id);
  const KEPT = "aid-ledger.log";
  const NOTE = 1;

  // Bytes.
  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const unbase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const joined = (...parts) => Uint8Array.from(parts.flatMap((p) => [...p]));
  const equal = (one, other) => hex(one) === hex(other);
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const leafHash = (text) => sha256(joined([0], utf8(text)));
  const nodeHash = (left, right) => sha256(joined([1], left, right));

  /** What does not hold, in words for the reader. */
  class Wrong extends Error {}
  /** What cannot be found out here. */
  class Unknown extends Error {}

  async function ask(address) {
    let answer;
    try {
      answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    } catch {
      throw new Unknown(say("unreachable"));
    }
    if (!answer.ok || !(answer.headers.get("content-type") || "").includes("json")) {
      throw new Unknown(say("unanswered", address, answer.status));
    }
    return answer.json();
  }

  // Keys and notes.
  async function parseKey(text) {
    const parts = text.trim().split("+");
    const name = parts[0];
    const id = parts[1];
    let typed;
    try {
      typed = unbase64(parts.slice(2).join("+"));
    } catch {
      throw new Wrong(say("key.malformed"));
    }
    if (parts.length < 3 || typed.length !== 33 || typed[0] !== NOTE) {
      throw new Wrong(say("key.malformed"));
    }
    const digest = await sha256(joined(utf8(name + "\n"), typed));
    if (hex(digest.slice(0, 4)) !== id) {
      throw new Wrong(say("key.id", id));
    }
    return { text: text.trim(), name, id, bytes: typed.slice(1) };
  }

  function parseNote(note) {
    const blank = note.lastIndexOf("\n\n");
    const text = note.slice(0, blank + 1);
    const lines = text.split("\n");
    if (blank < 0 || lines.length < 4 || !/^(0|[1-9][0-9]{0,17})$/.test(lines[1])) {
      throw new Wrong(say("note.malformed"));
    }
    const signatures = note.slice(blank + 2).split("\n").filter((l) => l).map((line) => {
      const [dash, name, value] = line.split(" ");
      if (dash !== "—" || !value) {
        throw new Wrong(say("note.malformed"));
      }
      const bytes = unbase64(value);
      return { name, id: hex(bytes.slice(0, 4)), value: bytes.slice(4) };
    });
    return { text, origin: lines[0], size: BigInt(lines[1]), root: unbase64(lines[2]), signatures };
  }

  async function verifySignature(note, key) {
    if (note.origin !== key.name) {
      throw new Wrong(say("note.origin", note.origin, key.name));
    }
    const its = note.signatures.filter((s) => s.name === key.name && s.id === key.id);
    if (!its.length) {
      throw new Wrong(say("signature.none", key.name + "+" + key.id));
    }
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", key.bytes, "Ed25519", false, ["verify"]);
    } catch {
      throw new Unknown(say("signature.browser"));
    }
    for (const signature of its) {
      if (!(await crypto.subtle.verify("Ed25519", imported, signature.value, utf8(note.text)))) {
        throw new Wrong(say("signature.bad", key.name + "+" + key.id));
      }
    }
  }

  // The tree.
  /** The way from a leaf to the root: at each step the sibling, its side, and the node above both. */
  async function climb(position, size, leaf, path) {
    let node = position;
    let last = size - 1n;
    let hash = leaf;
    const steps = [];
    for (const sibling of path) {
      if (last === 0n) {
        throw new Wrong(say("path.long"));
      }
      const left = (node & 1n) === 1n || node === last;
      hash = left ? await nodeHash(sibling, hash) : await nodeHash(hash, sibling);
      steps.push({ sibling, left, above: hash });
      if (left) {
        while ((node & 1n) === 0n && node !== 0n) {
          node >>= 1n;
          last >>= 1n;
        }
      }
      node >>= 1n;
      last >>= 1n;
    }
    if (last !== 0n) {
      throw new Wrong(say("path.short"));
    }
    return steps;
  }

  /** Whether the tree of a larger size begins with that of a smaller one. */
  async function begins(from, to, smaller, larger, path) {
    if (from === to) {
      return path.length === 0 && equal(smaller, larger);
    }
    const hashes = [...path];
    if ((from & (from - 1n)) === 0n) {
      hashes.unshift(smaller);
    }
    if (!hashes.length) {
      return false;
    }
    let node = from - 1n;
    let last = to - 1n;
    while ((node & 1n) === 1n) {
      node >>= 1n;
      last >>= 1n;
    }
    let first = hashes[0];
    let second = hashes[0];
    for (const hash of hashes.slice(1)) {
      if (last === 0n) {
        return false;
      }
      if ((node & 1n) === 1n || node === last) {
        first = await nodeHash(hash, first);
        second = await nodeHash(hash, second);
        while ((node & 1n) === 0n && node !== 0n) {
          node >>= 1n;
          last >>= 1n;
        }
      } else {
        second = await nodeHash(second, hash);
      }
      node >>= 1n;
      last >>= 1n;
    }
    return last === 0n && equal(first, smaller) && equal(second, larger);
  }

  // What this browser keeps.
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT) || "{}");
    } catch {
      return {};
    }
  }
  const keep = (more) => localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...more }));
  const today = () => new Date().toISOString().slice(0, 16).replace("T", " ");

  async function trusted(pasted) {
    if (pasted) {
      const key = await parseKey(pasted);
      keep({ key: key.text, source: "pasted", since: today() });
      return key;
    }
    if (!kept().key) {
      const served = (await ask("/api/v1/log/key")).keys.find((k) => k.inUse);
      if (!served) {
        throw new Unknown(say("key.none"));
      }
      const key = await parseKey(served.verifier);
      keep({ key: key.text, source: "served", since: today() });
      return key;
    }
    return parseKey(kept().key);
  }

  // The checks, one after the other; each says what it found.
  async function content(run) {
    run.event = await ask("/api/v1/events/" + run.position);
    run.proof = await ask("/api/v1/log/proof/inclusion?position=" + run.position);
    const fields = new Map(run.proof.leaf.split("\n").slice(1, -1).map((l) => [l.slice(0, l.indexOf(" ")), l.slice(l.indexOf(" ") + 1)]));
    if (fields.get("position") !== run.position || fields.get("stream") !== run.event.stream || fields.get("recorded") !== undefined && Date.parse(fields.get("recorded")) !== Date.parse(run.event.recorded)) {
      throw new Wrong(say("content.other"));
    }
    part("check-content").textContent = run.event.payload;
    part("check-leaf").textContent = run.proof.leaf;
    for (const name of ["payload", "metadata"]) {
      const found = hex(await sha256(utf8(run.event[name])));
      if (found !== fields.get(name)) {
        throw new Wrong(say("content.altered", found, fields.get(name)));
      }
    }
    return say("content.holds", fields.get("payload"));
  }

  async function leaf(run) {
    run.leaf = await leafHash(run.proof.leaf);
    return say("leaf.holds", hex(run.leaf));
  }

  async function path(run) {
    run.note = parseNote(run.proof.checkpoint);
    const position = BigInt(run.position);
    if (position >= run.note.size) {
      throw new Wrong(say("path.beyond", run.note.size));
    }
    run.steps = await climb(position, run.note.size, run.leaf, run.proof.proof.map(unbase64));
    const top = run.steps.length ? run.steps.at(-1).above : run.leaf;
    run.reached = equal(top, run.note.root);
    if (!run.reached) {
      throw new Wrong(say("path.elsewhere", hex(top), hex(run.note.root)));
    }
    return say("path.holds", run.steps.length, run.note.size);
  }

  async function signature(run) {
    run.key = await trusted(run.pasted);
    await verifySignature(run.note, run.key);
    run.signed = true;
    return say(kept().source === "pasted" ? "signature.pasted" : "signature.served", run.key.name + "+" + run.key.id, kept().since);
  }

  async function growth(run) {
    const seen = kept().seen;
    if (!seen || seen.origin !== run.note.origin) {
      keep({ seen: noted(run) });
      return say("growth.first", run.note.size);
    }
    const before = { size: BigInt(seen.size), root: unbase64(seen.root) };
    const shorter = run.note.size < before.size;
    const [from, to] = shorter ? [run.note, before] : [before, run.note];
    let hashes = [];
    if (from.size !== to.size) {
      try {
        hashes = (await ask(`/api/v1/log/proof/consistency?from=${from.size}&to=${to.size}`)).proof.map(unbase64);
      } catch (e) {
        throw shorter ? new Wrong(say("growth.shorter", before.size, seen.at, run.note.size)) : e;
      }
    }
    if (!(await begins(from.size, to.size, from.root, to.root, hashes))) {
      throw new Wrong(say("growth.two", before.size, seen.at));
    }
    if (!shorter) {
      keep({ seen: noted(run) });
    }
    return say("growth.holds", before.size, seen.at, run.note.size);
  }
  const noted = (run) => ({ origin: run.note.origin, size: String(run.note.size), root: base64(run.note.root), note: run.proof.checkpoint, at: today() });

  const CHECKS = { content, leaf, path, signature, growth };

  async function check(pasted) {
    const run = { position: area.dataset.position, pasted };
    let verdict = "good";
    let going = true;
    part("check-list").replaceChildren();
    part("check-verdict").textContent = say("running");
    part("check-verdict").className = "notice";
    for (const [name, test] of Object.entries(CHECKS)) {
      if (going) {
        try {
          result(name, "good", await test(run));
        } catch (e) {
          verdict = e instanceof Wrong ? "bad" : "open";
          going = false;
          result(name, verdict, e instanceof Wrong || e instanceof Unknown ? e.message : say("broken", e.message));
        }
      } else {
        result(name, "open", say("skipped"));
      }
    }
    draw(run);
    part("check-verdict").textContent = say("verdict." + verdict);
    part("check-verdict").className = "notice " + verdict;
    showKept();
  }

  function result(name, state, text) {
    const item = document.createElement("li");
    item.className = state;
    item.dataset.check = name;
    const head = document.createElement("strong");
    head.textContent = { good: "✓ ", bad: "✗ ", open: "· " }[state] + say("check." + name);
    const rest = document.createElement("span");
    rest.textContent = text;
    item.append(head, rest);
    part("check-list").append(item);
  }

  // The picture: leaf at the bottom, root on top, siblings at the sides; and the same as a table.
  const SVG = "http://www.w3.org/2000/svg";
  const WIDE = 480;
  const BOX = { width: 128, height: 26 };
  const ROW = 46;

  function element(name, attributes, text) {
    const e = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => e.setAttribute(key, value));
    if (text) {
      e.textContent = text;
    }
    return e;
  }

  function box(svg, x, y, hash, kind, state) {
    const group = element("g", { class: `node ${kind} ${state}` });
    group.append(element("rect", { x: x - BOX.width / 2, y, width: BOX.width, height: BOX.height, rx: 6 }));
    const mark = { good: "✓ ", bad: "✗ ", open: "" }[state];
    group.append(element("text", { x, y: y + 18, "text-anchor": "middle" }, mark + hex(hash).slice(0, 12) + "…"));
    svg.append(group);
  }

  function draw(run) {
    part("check-picture").replaceChildren();
    part("check-rows").replaceChildren();
    part("check-drawn").hidden = !run.steps;
    if (!run.steps) {
      return;
    }
    // Where the way ends elsewhere, nobody can say which of its nodes is wrong.
    const good = run.reached ? "good" : "open";
    const top = run.reached && run.signed ? "good" : run.reached ? "open" : "bad";
    const levels = run.steps.length;
    const svg = element("svg", { viewBox: `0 0 ${WIDE} ${levels * ROW + BOX.height + 4}`, role: "img", "aria-label": say("picture", levels) });
    const y = (level) => 2 + (levels - level) * ROW;
    const middle = WIDE / 2;
    run.steps.forEach((step, i) => {
      const x = step.left ? BOX.width / 2 + 2 : WIDE - BOX.width / 2 - 2;
      svg.append(element("path", { class: "edge " + good, d: `M${middle} ${y(i)}V${y(i + 1) + BOX.height}M${x} ${y(i)}V${y(i) - 8}H${middle}` }));
    });
    const name = (level) => (level === levels ? "root" : level === 0 ? "leaf" : "above");
    const state = (level) => (level === levels ? top : level === 0 ? "good" : good);
    box(svg, middle, y(0), run.leaf, name(0), state(0));
    row(0, name(0), run.leaf, state(0));
    run.steps.forEach((step, i) => {
      const x = step.left ? BOX.width / 2 + 2 : WIDE - BOX.width / 2 - 2;
      box(svg, x, y(i), step.sibling, "sibling", good);
      row(i + 1, step.left ? "left" : "right", step.sibling, good);
      box(svg, middle, y(i + 1), step.above, name(i + 1), state(i + 1));
      row(i + 1, name(i + 1), step.above, state(i + 1));
    });
    part("check-picture").append(svg);
  }

  function row(level, kind, hash, state) {
    const tr = document.createElement("tr");
    tr.className = state;
    const cells = [String(level), say("node." + kind), hex(hash), say("state." + state)];
    cells.forEach((text, i) => {
      const cell = document.createElement(i === 1 ? "th" : "td");
      if (i === 1) {
        cell.scope = "row";
      }
      const holder = i === 2 ? document.createElement("code") : cell;
      holder.textContent = text;
      if (holder !== cell) {
        cell.append(holder);
      }
      tr.append(cell);
    });
    part("check-rows").append(tr);
  }

  // What is kept, and forgetting it.
  function showKept() {
    const { key, source, since, seen } = kept();
    const text = [];
    if (key) {
      text.push(say(source === "pasted" ? "kept.pasted" : "kept.served", key.split("+").slice(0, 2).join("+"), since));
    }
    if (seen) {
      text.push(say("kept.seen", seen.size, seen.at));
    }
    part("check-kept").textContent = text.join(" ") || say("kept.nothing");
    part("check-forget").hidden = text.length === 0;
  }

  part("check-form").hidden = false;
  if (!globalThis.crypto || !crypto.subtle) {
    part("check-verdict").textContent = say("insecure");
    part("check-form").hidden = true;
    return;
  }
  part("check-form").addEventListener("submit", (event) => {
    event.preventDefault();
    check(part("check-key").value.trim());
  });
  part("check-forget").addEventListener("click", () => {
    localStorage.removeItem(KEPT);
    part("check-key").value = "";
    showKept();
  });
  showKept();
})();
