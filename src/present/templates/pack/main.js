// All of it in order: hash, tree, signature, values; then the page. What goes wrong is said where it stands.

const page = {
  checks: new Map(), faults: [], outcomes: new Map(), claims: new Map(), closed: new Map(), documents: new Map(),
  erased: new Set(), files: null, key: "",
};

const byId = id => document.getElementById(id);
const breathe = () => new Promise(resolve => setTimeout(resolve));

const order = ["parts", "form", "root", "signature", "key", "values", "ties", "closed", "files", "documents"];

function found(id, outcome, named, faults) {
  page.checks.set(id, { id, outcome, named, faults });
}

/** What a page holds: the script knows it, so that nothing can be left out of the list. */
const reports = ["coverage", "cutoff", "checks", "samples"].flatMap(id => [`${id}-fr`, `${id}-en`]);
const embedded = ["log", "pack"];

/** Whether what stands in this page is what was written into it. */
function checkParts() {
  const sums = JSON.parse(byId("sums").textContent), faults = [];
  const isHere = id => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length;
  const expected = new Set(["words", ...reports, ...Object.keys(sums), ...embedded.filter(isHere)]);
  for (const id of expected) {
    const isOne = isHere(id) === 1 && hex(noble.sha256(utf8.encode(byId(id).textContent))) === sums[id];
    if (!isOne) faults.push({ what: "part", named: { name: id } });
  }
  page.sums = sums;
  found("parts", faults.length ? "failed" : "sound", { count: count(expected.size) }, faults);
}

/** The log and what is claimed: in this page, or where they are too large for it in the folder. */
async function blobs() {
  const inPage = id => byId(id) && new Blob([byId(id).textContent]);
  const inFolder = name => page.files?.get(name);
  return [inPage("log") ?? inFolder("log.jsonl"), inPage("pack") ?? inFolder("pack.json")];
}

function reset() {
  page.checks.clear();
  page.outcomes.clear();
  page.claims.clear();
  page.closed.clear();
  page.documents.clear();
  page.faults = [];
}

async function check() {
  reset();
  checkParts();
  const [log, pack] = await blobs();
  if (!log || !pack) return found("form", "unchecked", {}, [{ what: "folder" }]);
  try {
    page.data = JSON.parse(await pack.text());
    await checkLog(log);
    await checkSignature();
    await checkValues();
    await checkDocuments();
  } catch (fault) {
    const known = fault instanceof Fault ? { what: fault.what, place: fault.named.place, named: fault.named } : { what: "unread", named: { cause: String(fault) } };
    const at = order.find(id => !page.checks.has(id)) ?? "form";
    const read = count(page.log?.size ?? 0);
    found(at, "failed", { count: read, root: "…", key: "…", words: "0", rests: "0" }, [known]);
  }
}

function wanted(claim, places) {
  for (const it of [...claim.contributions, ...claim.notcounted]) places.add(it.sequence).add(it.version);
  for (const { by } of claim.contributions) if (by !== null) places.add(by);
  for (const part of [claim.part, claim.whole]) if (part) wanted(part, places);
}

async function checkLog(blob) {
  const places = new Set();
  page.data.values.forEach(claim => wanted(claim, places));
  page.log = new Log(blob);
  const bar = byId("bar"), all = page.data.size;
  await page.log.read(at => places.has(at), async size => {
    bar.max = all;
    bar.value = size;
    await breathe();
  });
  found("form", "sound", { count: count(page.log.size) });
}

async function checkSignature() {
  const keys = keysOf(page.log), { data, log } = page;
  const { root, signer } = checkCheckpoint(data.checkpoint, log, keys);
  page.keys = keys;
  found("root", "sound", { count: count(log.size), root });
  found("signature", "sound", { key: signer.key.text });
  checkKey();
}

/** The key that somebody has from elsewhere signed, or handed over to the one that did. */
function checkKey() {
  const typed = page.key.trim(), { keys } = page;
  if (!typed || !keys) return found("key", "unchecked");
  const at = keys.findIndex(it => it.key.text === typed);
  const isHanded = at >= 0 && keys.slice(at + 1).every(it => it.handed);
  found("key", isHanded ? "sound" : "failed", {}, isHanded ? [] : [{ what: at < 0 ? "other-key" : "not-handed" }]);
}

async function checkValues() {
  const { data, log } = page;
  need(data.jalon === "pack/1", "format", { name: data.jalon });
  need(data.size === log.size, "size", { count: data.size, size: log.size });
  page.plan = new Plan(log, data.plan, data.asat);
  need(page.plan.yearStart(nextDay(data.asat)) === nextDay(data.asat), "no-year");
  page.register = new Register(log);
  for (const { entry } of log.of("jalon.person.erased")) page.erased.add(entry.subject);
  const folding = new Folding(log, page.plan, page.register);
  for (const claim of data.values) {
    let faults;
    try {
      const isOne = claim.asat === data.asat && claim.size === data.size;
      faults = isOne ? folding.check(claim) : [{ id: claim.id, what: "date" }];
    } catch (fault) {
      faults = [{ id: claim.id, what: fault.what ?? "unread", named: fault.named ?? { cause: String(fault) } }];
    }
    faults.forEach(fault => (fault.of = claim.id));
    page.claims.set(claim.id, claim);
    const isOpen = claim.low !== null || claim.high !== null;
    page.outcomes.set(claim.id, faults.length ? "failed" : isOpen ? "unchecked" : "sound");
    page.faults.push(...faults);
    await breathe();
  }
  const missing = [...page.plan.defined.indicator.keys()].filter(id => !page.claims.has(id));
  page.faults.push(...missing.map(id => ({ id, what: "no-claim" })));
  const bad = page.faults.filter(it => it.place === undefined), ties = page.faults.filter(it => it.place !== undefined);
  found("values", bad.length ? "failed" : "sound", { count: count(folding.folded), words: count(folding.silent) }, bad);
  found("ties", ties.length ? "failed" : "sound", { count: count(folding.tied), rests: count(folding.rests.length) }, ties);
  readClosing();
}

function nextDay(text) {
  const after = new Date(`${text}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  return after.toISOString().slice(0, 10);
}

/** The values that were written down when the year was closed. */
function readClosing() {
  const { log, data } = page, isOne = said => said.asat === data.asat && said.plan === data.plan.id;
  const closing = [...log.of("jalon.fiscalyear.closed")].filter(it => isOne(it.data)).at(-1);
  checkClosingParts(Boolean(closing));
  if (!closing) return found("closed", "unchecked");
  const parts = (closing.data.parts ?? []).map(id => log.entry(log.places.get(id)).data);
  for (const value of [...parts, closing.data].flatMap(it => it.values)) page.closed.set(value.indicator, value);
  const revised = [...page.closed].filter(([id, closed]) => page.claims.has(id) && !isAsClosed(page.claims.get(id), closed));
  found("closed", "sound", { count: count(page.closed.size), revised: count(revised.length), place: closing.place });
}

/** What became of closed values is told where the year was closed, and only there: the entries say whether. */
function checkClosingParts(isClosed) {
  const strange = ["revisions-fr", "revisions-en"].filter(id => Boolean(byId(id)) !== isClosed);
  if (!strange.length) return;
  const { named, faults } = page.checks.get("parts");
  found("parts", "failed", named, [...faults, ...strange.map(name => ({ what: "part", named: { name } }))]);
}

/** The documents that entries name, by the hash of their bytes. */
function namedDocuments() {
  const named = [...page.log.kept].flatMap(([place, { data }]) =>
    [...(data.evidence ?? []), ...(data.content?.evidence ?? [])].map(it => ({ place, ...it })));
  for (const it of named) {
    if (page.documents.has(it.blake3)) continue;
    const file = `evidence/${it.blake3.slice(0, 2)}/${it.blake3}`;
    page.documents.set(it.blake3, { ...it, file, outcome: "unchecked" });
  }
}

async function checkDocuments() {
  namedDocuments();
  const named = page.documents, all = count(named.size);
  if (!page.files) {
    found("files", "unchecked");
    return found("documents", named.size ? "unchecked" : "sound", { count: all });
  }
  await checkFiles();
  const faults = [];
  for (const it of named.values()) {
    const file = page.files.get(it.file), digests = file && (await digestsOf(file));
    const isIt = digests && digests.blake3 === it.blake3 && digests.sha256 === it.sha256 && file.size === it.bytes;
    it.outcome = isIt ? "sound" : "failed";
    if (!isIt) faults.push({ place: it.place, what: file ? "document" : "no-document", named: { name: it.name } });
    await breathe();
  }
  found("documents", faults.length ? "failed" : "sound", { count: all }, faults);
}

/** What systems lay into any folder that somebody looks at. */
const ofSystems = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** The files of the folder, by SHA256SUMS. */
async function checkFiles() {
  const list = page.files.get("SHA256SUMS"), faults = [];
  if (!list) return found("files", "failed", {}, [{ what: "no-sums" }]);
  const text = await list.text(), sums = new Map(text.trimEnd().split("\n").map(line => [line.slice(66), line.slice(0, 64)]));
  const spelt = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join("");
  if (spelt !== text) faults.push({ what: "file", named: { name: "SHA256SUMS" } });
  // What stands in the page is what lies beside it.
  for (const [id, name] of [["log", "log.jsonl"], ["pack", "pack.json"]]) {
    if (page.sums[id] && sums.get(name) !== page.sums[id]) faults.push({ what: "other-file", named: { name } });
  }
  const own = page.files.get("checkpoint");
  if (!own || (await own.text()) !== page.data.checkpoint) faults.push({ what: "other-file", named: { name: "checkpoint" } });
  for (const [name, sum] of sums) {
    const file = page.files.get(name);
    if (!file || (await digestsOf(file)).sha256 !== sum) faults.push({ what: file ? "file" : "no-file", named: { name } });
    await breathe();
  }
  for (const name of page.files.keys()) {
    if (!sums.has(name) && name !== "SHA256SUMS" && !ofSystems.has(name.split("/").at(-1))) faults.push({ what: "more-file", named: { name } });
  }
  found("files", faults.length ? "failed" : "sound", { count: count(sums.size) }, faults);
}

function verdict() {
  const outcomes = [...page.checks.values()].map(it => it.outcome);
  if (outcomes.includes("failed")) return "failed";
  return ["form", "root", "signature", "values", "ties"].every(id => page.checks.get(id)?.outcome === "sound") ? "sound" : "unchecked";
}

/** How it ends, and the checklist. */
function showVerdict() {
  const outcome = page.isDone ? verdict() : "waiting";
  document.body.dataset.verdict = outcome;
  const faults = [...page.checks.values()].reduce((sum, it) => sum + (it.faults?.length ?? 0), 0);
  const said = say(`pack-verdict-${outcome}`, { count: count(faults) });
  if (byId("verdict").textContent !== said) byId("verdict").textContent = said;
  byId("about").textContent = say(`pack-about-${outcome}`);
  byId("bar").hidden = page.isDone;
  byId("checklist").replaceChildren(...order.filter(id => page.checks.has(id)).map(id => checkLine(page.checks.get(id))));
}

/** Whose pack it is and of which year, as its entries say. */
function showTitle() {
  if (!page.plan) return;
  const name = inWords(page.log.entry(0).data.name), plan = inWords(page.plan.adoption.label);
  byId("of").textContent = [name, plan].filter(Boolean).join(" · ");
  byId("title").textContent = document.title = say("pack-title", { day: day(page.data.asat) });
}

function show() {
  document.documentElement.lang = language;
  showVerdict();
  showTitle();
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const button of document.querySelectorAll("[data-speak]")) button.ariaPressed = String(button.dataset.speak === language);
  for (const report of document.querySelectorAll("[data-report]")) {
    // Mark-up of the program's own, of which the hash was compared; no script in it would run.
    report.innerHTML = byId(`${report.dataset.report}-${language}`)?.textContent ?? "";
    for (const element of report.querySelectorAll("[id]")) element.removeAttribute("id");
  }
  if (page.plan && page.isDone) byId("table").replaceChildren(...tableParts());
  if (page.log && page.isDone) byId("documents").replaceChildren(documentRows());
}

async function run() {
  page.isDone = false;
  show();
  await breathe();
  await check();
  page.isDone = true;
  show();
  openEntry();
}

function openEntry() {
  const named = /^#entry-(\d+)$/.exec(location.hash);
  if (named && page.isDone && page.log) showEntry(Number(named[1]));
}

/** The files of a folder by their paths in it. */
function takeFolder(files) {
  const path = file => (file.webkitRelativePath || file.name).split("/").slice(1).join("/") || file.name;
  page.files = new Map([...files].map(file => [path(file), file]));
  return run();
}

byId("folder").addEventListener("change", event => takeFolder(event.target.files));
byId("key").addEventListener("change", event => {
  page.key = event.target.value;
  if (!page.isDone) return;
  checkKey();
  showVerdict();
});
byId("go").addEventListener("submit", event => {
  event.preventDefault();
  location.hash = `#entry-${Number(byId("place").value)}`;
});
byId("entry").addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
addEventListener("hashchange", openEntry);
for (const button of document.querySelectorAll("[data-speak]")) {
  button.addEventListener("click", () => {
    language = button.dataset.speak;
    show();
  });
}
run();
