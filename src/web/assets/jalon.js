// Keys, drafts and the search for a type. Every page works without it.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const go = { b: "/", t: "/table", j: "/journal", r: "/register", v: "/checks", a: "/audit", i: "/import", n: "/note" };
  const dialog = document.getElementById("keys");
  const first = (selector) => document.querySelector(selector);
  const follow = (selector) => { const link = first(selector); if (link) link.click(); };
  const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]");
  // Whoever fills in a form may be on a link or a button of it while typing on.
  const isBusy = (target) => isTyping(target) || (target.closest("form") && target.closest("a, button, summary"));
  // Keys of a single letter can be turned off: who dictates or has a tremor presses them unawares.
  const isSingle = () => localStorage.getItem("jalon-keys") !== "off";

  // Keys.
  let leading = 0;
  document.addEventListener("keydown", (event) => {
    // Where no field has the focus the page's own form is meant.
    const form = (event.target.closest && event.target.closest("form")) || first("main form[method=post]");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form && !event.target.closest("a, summary")) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.key === "Escape" && isTyping(event.target)) {
      // What was taken from last time goes by one key; the next one leaves the field.
      if ("same" in event.target.dataset && event.target.value) {
        event.preventDefault();
        event.target.value = "";
        event.target.dispatchEvent(new Event("input", { bubbles: true }));
      } else event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target) || (dialog && dialog.open) || !isSingle()) return;
    const led = Date.now() - leading < 1500;
    leading = 0;
    if (led && go[event.key]) { location.assign(go[event.key]); event.preventDefault(); return; }
    switch (event.key) {
      case "g": leading = Date.now(); break;
      case "n": location.assign("/record"); break;
      case "/": { const field = first("[data-filter], [data-find]"); if (field) { field.focus(); field.select(); } break; }
      case "c": follow("[data-correct]"); break;
      case "d": follow("[data-again]"); break;
      case "l": follow(".other"); break;
      case "?": if (dialog) dialog.showModal(); break;
      default: return;
    }
    event.preventDefault();
  });
  const single = first("[data-single]");
  if (single) {
    single.checked = isSingle();
    single.addEventListener("change", () => localStorage.setItem("jalon-keys", single.checked ? "on" : "off"));
  }
  // Without an answer what was foreseen before is no more than that.
  document.addEventListener("htmx:sendError", (event) => {
    const told = Object.assign(document.createElement("p"), { className: "waiting", textContent: document.body.dataset.gone });
    event.target.replaceChildren(told);
  });
  const button = first("[data-keys]");
  if (button && dialog) { button.hidden = false; button.addEventListener("click", () => dialog.showModal()); }

  // Drafts: kept here until they are saved. Nothing of them is sent anywhere.
  const prefix = "jalon-draft:";
  const texts = (form) => [...form.elements].filter((it) => it.name && it.type !== "file" && it.type !== "hidden" && it.name !== "new");
  const form = first("form[data-draft]");
  if (first("[data-saved]")) {
    const key = sessionStorage.getItem("jalon-sent");
    if (key) { localStorage.removeItem(key); sessionStorage.removeItem("jalon-sent"); }
  }
  if (form) {
    const key = prefix + form.dataset.draft;
    const begins = new URLSearchParams(location.search);
    const kept = localStorage.getItem(key);
    if (kept && !first("[data-wrong], .kept") && !begins.has("copy") && !begins.has("fresh") && !begins.has("note") && !begins.has("partof")) {
      try {
        const draft = JSON.parse(kept);
        for (const it of texts(form)) {
          if (!(it.name in draft)) continue;
          if (it.type === "checkbox") it.checked = draft[it.name]; else it.value = draft[it.name];
          if (draft[it.name]) { const more = it.closest("details"); if (more && it.name !== "documentkind") more.open = true; }
        }
      } catch { localStorage.removeItem(key); }
    }
    form.addEventListener("input", () => {
      const draft = {};
      for (const it of texts(form)) draft[it.name] = it.type === "checkbox" ? it.checked : it.value;
      localStorage.setItem(key, JSON.stringify(draft));
    });
    form.addEventListener("submit", () => sessionStorage.setItem("jalon-sent", key));
    const start = first("[data-wrong]") || form.querySelector("[data-select], [autofocus]");
    if (start && !form.querySelector("[autofocus]")) { start.focus(); if (start.select) start.select(); }
  }

  // Names of the register are offered while one is typed; of several the last.
  for (const field of document.querySelectorAll("[data-names]")) {
    const list = document.createElement("datalist");
    list.id = `names-${field.name}`;
    field.after(list);
    field.setAttribute("list", list.id);
    let asked = 0;
    field.addEventListener("input", async () => {
      const at = "many" in field.dataset ? field.value.lastIndexOf(";") + 1 : 0;
      const before = at ? `${field.value.slice(0, at)} ` : "";
      const query = new URLSearchParams({ text: field.value.slice(at).trim() });
      for (const kind of field.dataset.names.split(" ")) if (kind) query.append("kind", kind);
      const mine = ++asked;
      const names = await fetch(`/names?${query}`).then((answer) => (answer.ok ? answer.json() : []), () => []);
      if (mine !== asked) return;
      list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: before + name })));
    });
  }

  // What was taken from last time is marked until it is changed.
  for (const field of document.querySelectorAll("[data-same]")) {
    const unmark = () => {
      const mark = field.closest(".field").querySelector(".mark");
      if (mark) mark.remove();
      delete field.dataset.same;
      field.closest(".field").classList.remove("same");
    };
    field.addEventListener("input", unmark);
    // A draft may have changed it already.
    const chosen = field.options ? [...field.options].find((it) => it.defaultSelected) : null;
    if (field.value !== (field.options ? (chosen || { value: "" }).value : field.defaultValue)) unmark();
  }

  // A chart as PNG: it is drawn here from its SVG, twice as large, on white.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest && event.target.closest("[data-png]");
    if (!link) return;
    event.preventDefault();
    const picture = new Image();
    picture.src = link.href;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * 2;
    canvas.height = picture.naturalHeight * 2;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const kept = document.createElement("a");
    kept.href = URL.createObjectURL(drawn);
    kept.download = link.dataset.png;
    kept.click();
    setTimeout(() => URL.revokeObjectURL(kept.href), 10000);
  });

  // A document may be dropped anywhere on a form.
  const file = form && form.querySelector("input[type=file]");
  if (file) {
    form.addEventListener("dragover", (event) => event.preventDefault());
    form.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      file.files = event.dataTransfer.files;
    });
  }

  // A file to import may be dropped anywhere on its page, which takes it at once.
  const drop = first("form[data-drop]");
  if (drop) {
    const target = drop.querySelector("input[type=file]");
    const over = (is) => drop.classList.toggle("over", is);
    document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (!event.dataTransfer.files.length) return;
      target.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
  }

  // What columns may mean follows the type that is chosen.
  const map = first("form[data-map]");
  if (map) {
    for (const kind of map.querySelectorAll("[data-again]")) {
      kind.addEventListener("change", () => map.requestSubmit(map.querySelector("[data-go-again]")));
    }
  }

  // Types are found while they are typed.
  const find = first("[data-find]");
  if (find) {
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const items = [...document.querySelectorAll("[data-words]")];
    find.addEventListener("input", () => {
      const words = plain(find.value).split(" ");
      for (const item of items) item.hidden = !words.every((word) => item.dataset.words.includes(word));
    });
    find.form.addEventListener("submit", (event) => {
      // One type that is left is meant; of several the server knows the word's.
      const shown = new Set(items.filter((item) => !item.hidden).map((item) => item.querySelector("a").href));
      if (find.value.trim() && shown.size === 1) { event.preventDefault(); location.assign([...shown][0]); }
    });
  }
})();
