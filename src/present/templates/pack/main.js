// All of it in order: hash, tree, signature, values; then the page. What goes wrong is said where it stands.

const page = {
  checks: new Map(), faults: [], outcomes: new Map(), told: new Map(), claims: new Map(), closed: new Map(), documents: new Map(),
  erased: new Set(), closing: null, files: null, key: "",
};

const byId = id => document.getElementById(id);
const breathe = () => new Promise(resolve => setTimeout(resolve));

const order = ["parts", "form", "root", "signature", "key", "values", "ties", "closed", "files", "documents"];

function found(id, outcome, named, faults) {
  page.checks.set(id, { id, outcome, named, faults });
}

/** What was found of several things: how many of them are right, and of how many. */
function foundOf(id, right, all, named, faults) {
  found(id, faults.length ? "failed" : "sound", { ...named, right: count(right), count: count(all) }, faults);
}

/** What a page holds: the script knows it, so that nothing can be left out of the list. */
const reports = ["coverage", "cutoff", "checks", "samples"].flatMap(id => [`${id}-fr`, `${id}-en`]);
const embedded = ["log", "pack"];

/** Whether what stands in this page is what was written into it. */
function checkParts() {
  const sums = JSON.parse(byId("sums").textContent), faults = [];
  const isHere = id => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length;
  page.parts = new Set(["words", ...reports, ...Object.keys(sums), ...embedded.filter(isHere)]);
  for (const id of page.parts) {
    const isOne = isHere(id) === 1 && hex(noble.sha256(utf8.encode(byId(id).textContent))) === sums[id];
    if (!isOne) faults.push({ what: "part", named: { name: id } });
  }
  page.sums = sums;
  sayParts(faults);
}

function sayParts(faults) {
  foundOf("parts", page.parts.size - faults.length, page.parts.size, {}, faults);
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
  page.told.clear();
  page.faults = [];
  Object.assign(page, { data: null, log: null, keys: null, plan: null, register: null, closing: null });
}

async function check() {
  reset();
  checkParts();
  const [log, pack] = await blobs();
  if (!log || !pack) return lacking(log ? "pack.json" : "log.jsonl");
  try {
    page.data = readPack(await pack.text());
    await checkLog(log);
    await checkSignature();
    await checkValues();
    await checkDocuments();
  } catch (wrong) {
    const fault = faultOf(wrong), at = order.find(id => !page.checks.has(id)) ?? "documents";
    // Of entries those are right that were read; of what follows nothing was found right.
    const right = at === "form" ? page.log?.size ?? 0 : 0, all = page.data?.values?.length ?? 0;
    found(at, "failed", { right: count(right), count: count(all) }, [{ ...fault, place: fault.named.place }]);
  }
}

/** What is claimed; nothing where that is no object, which is told once the entries are read. */
function readPack(text) {
  try {
    const data = JSON.parse(text);
    return Array.isArray(data?.values) ? data : null;
  } catch {
    return null;
  }
}

/** The ledger is neither in this page nor in the folder that was chosen. */
function lacking(name) {
  if (!page.files) return found("form", "unchecked", {}, [{ what: "folder" }]);
  if (!isOfPack()) return found("form", "unchecked", {}, [{ what: "other-folder" }]);
  return found("form", "failed", { right: count(0) }, [{ what: "no-file", named: { name } }]);
}

/** Whether a folder can be that of this pack: this page or the list of its files lies in it. */
const isOfPack = () => page.files.has("audit.html") || page.files.has("SHA256SUMS");

/** The places of the entries that a claim names. */
function wanted({ contributions = [], notcounted = [], part, whole }, places) {
  for (const it of [...contributions, ...notcounted]) places.add(it.sequence).add(it.version);
  for (const { by } of contributions) if (by !== null) places.add(by);
  for (const side of [part, whole]) if (side) wanted(side, places);
}

async function checkLog(blob) {
  const places = new Set();
  for (const claim of page.data?.values ?? []) wanted(claim, places);
  page.log = new Log(blob);
  const bar = byId("bar"), all = page.data?.size ?? 0;
  await page.log.read(at => places.has(at), async size => {
    bar.max = all;
    bar.value = size;
    await breathe();
  });
  found("form", "sound", { count: count(page.log.size) });
}

async function checkSignature() {
  const { data, log } = page;
  need(typeof data?.checkpoint === "string", "format", { name: "pack.json" });
  found("root", "sound", { count: count(log.size), root: checkRoot(data.checkpoint, log) });
  const keys = keysOf(log), signer = checkSigner(data.checkpoint, log, keys);
  page.keys = keys;
  found("signature", "sound", { key: signer.key.text });
  checkKey();
}

/** The key that somebody has from elsewhere signed, or handed over to the one that did. What is no key, or
    not all of one yet, is compared with nothing. */
function checkKey() {
  const typed = page.key.trim(), { keys } = page;
  if (!typed || !keys) return found("key", "unchecked");
  let key;
  try {
    key = readKey(typed);
  } catch {
    return found("key", "unchecked", {}, [{ what: "no-key", named: { key: typed } }]);
  }
  const at = keys.findIndex(it => it.key.name === key.name && isSame(it.key.key, key.key));
  const isHanded = at >= 0 && keys.slice(at + 1).every(it => it.handed);
  found("key", isHanded ? "sound" : "failed", {}, isHanded ? [] : [{ what: at < 0 ? "other-key" : "not-handed" }]);
}

async function checkValues() {
  const { data, log } = page;
  need(data.jalon === "pack/1", "format", { name: data.jalon });
  need(data.size === log.size, "size", { count: data.size, size: log.size });
  need(isInstant(new Date(`${data.asat}T00:00:00Z`)), "no-year");
  page.plan = new Plan(log, data.plan, data.asat);
  need(page.plan.yearStart(nextDay(data.asat)) === nextDay(data.asat), "no-year");
  page.register = new Register(log);
  for (const { entry } of log.of("jalon.person.erased")) page.erased.add(entry.subject);
  const folding = new Folding(log, page.plan, page.register);
  for (const claim of data.values) {
    const faults = faultsOf(claim, folding);
    page.claims.set(claim.id, claim);
    const isOpen = claim.low !== null || claim.high !== null;
    page.outcomes.set(claim.id, faults.length ? "failed" : isOpen ? "unchecked" : "sound");
    faults.forEach(fault => tellOnce(fault, claim.id));
    await breathe();
  }
  page.faults = [...page.told.values()];
  sayValues(folding);
  readClosing();
}

/** What is wrong with what is claimed of one value. */
function faultsOf(claim, folding) {
  const isOne = claim.asat === page.data.asat && claim.size === page.data.size;
  try {
    return isOne ? folding.check(claim) : [{ id: claim.id, what: "date" }];
  } catch (wrong) {
    return [{ id: claim.id, ...faultOf(wrong) }];
  }
}

/** The side of a share is claimed for itself too: what is wrong with it is told once, and shown beside both. */
function tellOnce(fault, claim) {
  const { id, place, what, named } = fault, spelt = JSON.stringify([id, place, what, named]);
  if (!page.told.has(spelt)) page.told.set(spelt, { ...fault, of: new Set() });
  page.told.get(spelt).of.add(claim);
}

/** How many values are right, each of the plan counted once, and how many of their contributions. */
function sayValues(folding) {
  const { indicator } = page.plan.defined, ids = new Set([...indicator.keys(), ...page.claims.keys()]);
  for (const id of ids) if (!page.claims.has(id)) page.faults.push({ id, what: "no-claim", of: new Set([id]) });
  const bad = page.faults.filter(it => it.place === undefined), ties = page.faults.filter(it => it.place !== undefined);
  const wrong = new Set(bad.flatMap(it => [...it.of])), words = [...ids].filter(id => indicator.get(id)?.rule.kind === "narrative");
  foundOf("values", ids.size - wrong.size, ids.size, { words: count(words.length) }, bad);
  const tied = [...folding.ties.values()];
  foundOf("ties", tied.filter(isRight => isRight).length, tied.length, { rests: count(folding.rests.size) }, ties);
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
  page.closing = closing;
  checkRevisions(closing.place);
}

/** The values that are others today, of which some may be new in the plan, some gone: the pack lists the same. */
function checkRevisions(place) {
  const ids = [...new Set([...page.closed.keys(), ...page.claims.keys()])], revised = new Set(ids.filter(whatDiffers));
  const told = page.data.revisions, listed = new Set((told?.revisions ?? []).map(it => it.indicator));
  // A value that is wrong, or not given, is told of already.
  const isWrong = id => page.faults.some(it => it.of.has(id));
  const other = [...new Set([...revised, ...listed])].filter(id => revised.has(id) !== listed.has(id) && !isWrong(id));
  const faults = other.map(id => ({ id, what: revised.has(id) ? "not-listed" : "not-revised" }));
  if (told?.closing !== place) faults.push({ place, what: "other-closing" });
  const named = { count: count(page.closed.size), revised: count(revised.size), place };
  found("closed", faults.length ? "failed" : "sound", named, faults);
}

/** What became of closed values is told where the year was closed, and only there: the entries say whether. */
function checkClosingParts(isClosed) {
  const strange = ["revisions-fr", "revisions-en"].filter(id => Boolean(byId(id)) !== isClosed);
  const { faults } = page.checks.get("parts"), known = new Set(faults.map(it => it.named.name));
  const more = strange.filter(name => !known.has(name)).map(name => ({ what: "part", named: { name } }));
  more.forEach(({ named }) => page.parts.add(named.name));
  sayParts([...faults, ...more]);
}

/** The documents that entries name, each by what is said of its bytes, and the first entry that names it. */
function namedDocuments() {
  for (const it of page.log.documents) {
    const said = `${it.blake3} ${it.sha256} ${it.bytes}`, file = `evidence/${it.blake3.slice(0, 2)}/${it.blake3}`;
    if (!page.documents.has(said)) page.documents.set(said, { ...it, file, outcome: "unchecked" });
  }
}

async function checkDocuments() {
  namedDocuments();
  const named = page.documents;
  if (!page.files || !isOfPack()) {
    found("files", "unchecked", {}, page.files ? [{ what: "other-folder" }] : []);
    return found("documents", named.size ? "unchecked" : "sound", { count: count(named.size) });
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
  foundOf("documents", named.size - faults.length, named.size, {}, faults);
}

/** What systems lay into any folder that somebody looks at. */
const ofSystems = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** The files of the folder, by SHA256SUMS. */
async function checkFiles() {
  const list = page.files.get("SHA256SUMS"), faults = [];
  if (!list) return foundOf("files", 0, page.files.size, {}, [{ what: "no-sums" }]);
  const text = await list.text(), sums = new Map(text.trimEnd().split("\n").map(line => [line.slice(66), line.slice(0, 64)]));
  const spelt = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join("");
  if (spelt !== text) faults.push({ what: "file", named: { name: "SHA256SUMS" } });
  // What stands in the page is what lies beside it.
  for (const [id, name] of [["log", "log.jsonl"], ["pack", "pack.json"]]) {
    if (page.sums[id] && sums.get(name) !== page.sums[id]) faults.push({ what: "other-file", named: { name } });
  }
  const own = page.files.get("checkpoint");
  if (!own || (await own.text()) !== page.data.checkpoint) faults.push({ what: "other-file", named: { name: "checkpoint" } });
  let right = 0;
  for (const [name, sum] of sums) {
    const file = page.files.get(name), isIt = file && (await digestsOf(file)).sha256 === sum;
    if (isIt) right += 1;
    else faults.push({ what: file ? "file" : "no-file", named: { name } });
    await breathe();
  }
  for (const name of page.files.keys()) {
    if (!sums.has(name) && name !== "SHA256SUMS" && !ofSystems.has(name.split("/").at(-1))) faults.push({ what: "more-file", named: { name } });
  }
  foundOf("files", right, sums.size, {}, faults);
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
  const failed = [...page.checks.values()].filter(it => it.outcome === "failed");
  const faults = failed.reduce((sum, it) => sum + (it.faults?.length ?? 0), 0);
  const said = say(`pack-verdict-${outcome}`, { count: count(faults) });
  if (byId("verdict").textContent !== said) byId("verdict").textContent = said;
  byId("about").textContent = say(`pack-about-${outcome}`);
  byId("bar").hidden = page.isDone;
  byId("checklist").replaceChildren(...order.filter(id => page.checks.has(id)).map(id => checkLine(page.checks.get(id))));
  showKey();
}

/** Beside the field: how the key that was given compares, or why it does not. */
function showKey() {
  const said = byId("key-said"), check = page.checks.get("key"), isGiven = Boolean(page.key.trim() && check);
  said.hidden = !isGiven;
  if (isGiven) said.replaceChildren(...checkLine(check).childNodes);
  said.className = isGiven ? `key-said ${check.outcome}` : "key-said";
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
  // Nothing stays of what was shown before another folder was chosen.
  byId("table").replaceChildren(...(page.plan && page.isDone ? tableParts() : []));
  byId("documents").replaceChildren(...(page.log && page.isDone ? [documentRows()] : []));
}

async function run() {
  page.isDone = false;
  show();
  await breathe();
  await check();
  // It may have been typed meanwhile.
  if (page.keys) checkKey();
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

/** Takes the key as it stands in its field. */
function takeKey(event) {
  if (page.key === event.target.value) return;
  page.key = event.target.value;
  if (!page.isDone) return;
  checkKey();
  showVerdict();
}

byId("folder").addEventListener("change", event => takeFolder(event.target.files));
for (const what of ["input", "change"]) byId("key").addEventListener(what, takeKey);
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
