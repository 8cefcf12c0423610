// The parts of the page: the checklist, the table with what each value is made of, an entry, documents.

const marks = { sound: "✓", failed: "✗", unchecked: "–", waiting: "…" };

/** A line of the checklist has a sentence for each way in which it ends; where it fails it says how many are right. */
const sentences = { sound: "check", failed: "failed", unchecked: "unchecked" };

/** A line of the checklist. */
function checkLine({ id, outcome, named = {}, faults = [] }) {
  const line = make(`li.${outcome}`, [make("span.mark", marks[outcome]), make("span", say(`pack-${sentences[outcome]}-${id}`, named))]);
  for (const fault of faults.slice(0, 50)) line.append(make("p.fault", faultWords(fault)));
  if (faults.length > 50) line.append(make("p.fault", say("pack-more", { count: count(faults.length - 50) })));
  return line;
}

function faultWords(fault) {
  const where = [
    fault.id && labelOf(fault.id),
    fault.place !== undefined && fault.place !== null && entryLink(fault.place),
  ].filter(Boolean);
  const sentence = say(`pack-fault-${fault.what}`, Object.fromEntries(Object.entries(fault.named ?? {}).map(([k, v]) => [k, String(v ?? "–")])));
  return [...where.flatMap(it => [it, " · "]), sentence];
}

const labelOf = id => {
  const indicator = page.plan?.defined.indicator.get(id);
  return indicator ? titleOf(indicator) : id;
};

const titleOf = indicator => [inWords(indicator.heading), inWords(indicator.label)].filter(Boolean).join(" — ");

const entryLink = place => make("a", `#${place}`, { href: `#entry-${place}`, className: "entry-link" });

/** The table of the plan, by objective and group, each row with what it is made of. */
function tableParts() {
  const { plan } = page, groups = [...plan.defined.group.values()];
  const parts = [...plan.defined.objective.values()].map(objective => [objective, groups.filter(it => it.objective === objective.id)]);
  const others = groups.filter(it => !it.objective);
  if (others.length) parts.push([null, others]);
  const shown = new Set(groups.flatMap(it => it.rows));
  const rest = page.data.values.filter(claim => !shown.has(claim.id)).map(claim => claim.id);
  if (rest.length) parts.push([null, [{ label: null, rows: rest }]]);
  return parts.map(([objective, own]) => make("section.objective", [
    make("h3", objective ? [objective.number ? `${objective.number}. ` : "", inWords(objective.label)] : say("pack-supplementary")),
    make("div.scroll", make("table.figures", [tableHead(), ...own.map(groupRows)])),
  ]));
}

function tableHead() {
  const heads = ["indicator", "target", "value", "percent", "closed", "check"].map(id => say(`pack-column-${id}`));
  return make("thead", make("tr", heads.map((words, at) => make(at ? "th.number" : "th", words, { scope: "col" }))));
}

function groupRows(group) {
  const rows = group.rows.flatMap(id => page.claims.has(id) ? valueRow(page.claims.get(id)) : []);
  const head = group.label && make("tr.group", make("th", inWords(group.label), { colSpan: 6, scope: "rowgroup" }));
  return make("tbody", [head, ...rows]);
}

function valueRow(claim) {
  const indicator = page.plan.indicator(claim.id), target = page.plan.defined.target.get(claim.id);
  const outcome = page.outcomes.get(claim.id) ?? "waiting", more = make("tr.more", [], { hidden: true });
  const button = make("button.plain", titleOf(indicator), { type: "button", ariaExpanded: "false" });
  button.addEventListener("click", () => {
    if (!more.firstChild) more.append(make("td", madeOf(claim, indicator), { colSpan: 6 }));
    more.hidden = !more.hidden;
    button.ariaExpanded = String(!more.hidden);
  });
  const closed = page.closing ? closedWords(claim, indicator) : "", other = whatDiffers(claim.id) ? ".revised" : "";
  const row = make(`tr.${outcome}`, [
    make("th", button, { scope: "row" }),
    make("td.number", target ? amount(target.value, indicator) : ""),
    make("td.number", todayWords(claim, indicator)),
    make("td.number", percentOf(claim, indicator, target)),
    make(`td.number${other}`, closed, { title: backingWords(claim) }),
    make("td.check", make("span.mark", marks[outcome], { title: say(`pack-outcome-${outcome}`), role: "img", ariaLabel: say(`pack-outcome-${outcome}`) })),
  ], { id: `value-${claim.id}` });
  return [row, more];
}

const todayWords = (claim, indicator) => `${valueOf(claim, indicator)}${claim.contradicts ? " ≠" : ""}`;

/** What was written down of a value when the year was closed; of one in words that it was, and not of how many. */
function closedWords(claim, indicator) {
  const closed = page.closed.get(claim.id);
  if (!closed) return say("revisions-none");
  if (indicator.rule.kind === "narrative") return say("pack-words");
  const said = todayWords({ low: null, high: null, delivered: null, ...closed }, indicator);
  // What is shown is rounded, and may hide that they differ.
  const isHidden = said === todayWords(claim, indicator) && isOther(claim, closed, "delivered") && closed.delivered;
  return isHidden ? `${said} (${closed.delivered})` : said;
}

/** That a value is the same and what backs it is not. */
const backingWords = claim => (whatDiffers(claim.id) === "backing" ? say("revisions-backing") : "");

const isOther = (claim, closed, name) => (claim[name] ?? null) !== (closed[name] ?? null);

/** What of a value differs from what was written down when the year was closed, as `jalon revisions` tells it:
    the value with its marks, or only what backs it. */
function whatDiffers(id) {
  const claim = page.claims.get(id), closed = page.closed.get(id);
  if (!page.closing || !claim || !closed) return page.closing ? "value" : null;
  const isText = ["delivered", "low", "high", "precision"].some(name => isOther(claim, closed, name));
  const isMark = ["atleast", "contradicts"].some(name => Boolean(claim[name]) !== Boolean(closed[name]));
  if (isText || isMark) return "value";
  const isBacked = ["documented", "itemised", "reported"].every(name => claim.grade?.[name] === (closed[name] ?? "0"));
  return isBacked ? null : "backing";
}

/** What a value is made of. */
function madeOf(claim, indicator) {
  const rule = page.data.rules[claim.id], parts = [];
  // The sentence is the program's word; what it says in words stands in an entry that was hashed.
  const defined = page.plan.defining.get(claim.id);
  if (rule) parts.push(make("p", [make("b", say("pack-rule")), " ", inWords(rule)]));
  parts.push(make("p.soft", [say("pack-rule-itself"), " ", entryLink(defined)]));
  if (claim.low !== null || claim.high !== null) parts.push(make("p.soft", boundsOf(claim, indicator)));
  if (indicator.words) parts.push(make("p.soft", inWords(indicator.words)));
  const backing = backingWords(claim);
  if (backing) parts.push(make("p.soft", [make("b", say("pack-column-closed")), " · ", backing]));
  const faults = page.faults.filter(it => it.of.has(claim.id));
  faults.forEach(fault => parts.push(make("p.fault", faultWords(fault))));
  for (const [side, name] of [[claim.part, "pack-part"], [claim.whole, "pack-whole"]]) {
    if (!side) continue;
    const own = page.plan.indicator(side.id);
    parts.push(make("p", [make("b", say(name)), " ", say("pack-side", { name: titleOf(own), value: valueOf(side, own) })]), contributions(side, own));
  }
  if (!claim.part) parts.push(contributions(claim, indicator));
  if (claim.notcounted.length) parts.push(leftOut(claim));
  return parts;
}

function contributions(claim, indicator) {
  if (!claim.contributions.length) return make("p.soft", say("pack-nothing"));
  const unit = page.plan.defined.indicator.get(indicator.rule.part) ?? indicator;
  const rows = claim.contributions.map(it => make("tr", [
    make("td", entryLink(it.sequence)),
    make("td", day(it.date)),
    make("td", [activityWords(it), it.version === it.sequence ? "" : [" · ", say("pack-corrected"), " ", entryLink(it.version)]].flat()),
    make("td.number", amount(it.amount, { ...(it.reason === "wholetotal" ? indicator : unit), unit: null })),
    make("td", say(`grade-${it.grade}`)),
    make("td", it.reason ? say(`remark-${it.reason}`, { entry: it.by ?? endOf(it) }) : ""),
  ]));
  return innerTable(["entry", "date", "what", "amount", "grade", "reason"], rows);
}

function innerTable(columns, rows) {
  const isNumber = id => ["amount", "bytes"].includes(id);
  const heads = columns.map(id => make(isNumber(id) ? "th.number" : "th", say(`pack-column-${id}`), { scope: "col" }));
  return make("div.scroll", make("table.inner", [make("thead", make("tr", heads)), make("tbody", rows)]));
}

/** The day on which an activity ended, where it states one. */
function endOf({ version }) {
  const data = page.log.entry(version)?.data, ends = (data?.content ?? data)?.fields?.ends;
  return ends ? day(ends) : "";
}

/** What an entry is about: its type, its first words, what it is counted by. */
function activityWords({ sequence, version, keys }) {
  const entry = page.log.entry(sequence), data = page.log.entry(version)?.data;
  if (!entry || !data) return "";
  const kind = page.plan.types.get(page.plan.short(entry.type)), fields = (data.content ?? data).fields ?? {};
  const text = kind?.fields?.find(it => it.kind === "text" && typeof fields[it.name] === "string");
  const named = keys.slice(0, 4).map(key => page.register.name(key, language)).join(", ");
  return [kind ? inWords(kind.label) : say("pack-total"), text && fields[text.name], named].filter(Boolean).join(" · ");
}

function leftOut(claim) {
  const items = claim.notcounted.map(it => make("li", [entryLink(it.sequence), " · ", say(`left-${it.reason}`)]));
  return make("details", [make("summary", say("pack-not-counted", { count: count(items.length) })), make("ul", items)]);
}

/** An entry in a window of its own: what it says, and its bytes as they were hashed. */
async function showEntry(place) {
  const dialog = document.getElementById("entry");
  if (!(place < page.log.size)) return;
  const line = await page.log.line(place), entry = JSON.parse(line);
  const kind = page.plan?.types.get(page.plan.short(entry.type));
  const days = entry.occurredfrom && (entry.occurredfrom === entry.occurredto ? day(entry.occurredto) : `${day(entry.occurredfrom)} – ${day(entry.occurredto)}`);
  const facts = [
    ["pack-entry-type", kind ? inWords(kind.label) : entry.type],
    ["pack-entry-days", days],
    ["pack-entry-recorded", new Date(entry.recordedtime).toLocaleString(locale(), { timeZone: page.log.entry(0).data.timezone, dateStyle: "long", timeStyle: "medium" })],
    ["pack-entry-author", entry.authid],
    ["pack-entry-subject", entry.subject && page.register ? page.register.name(entry.subject, language) : entry.subject],
    ["pack-entry-hash", hex(page.log.hashes[place])],
  ].filter(([, value]) => value);
  dialog.replaceChildren(
    make("form", make("button", say("pack-close"), { type: "submit" }), { method: "dialog" }),
    make("h2", say("pack-entry", { place }), { id: "entry-title" }),
    make("dl", facts.map(([id, value]) => make("div", [make("dt", say(id)), make("dd", value)]))),
    make("dl.fields", fieldsOf(entry, kind)),
    make("p.soft", say("pack-entry-bytes")),
    make("pre", line),
  );
  if (!dialog.open) dialog.showModal();
}

/** The fields of an activity, or the members of what else an entry says. */
function fieldsOf(entry, kind) {
  const content = entry.data.content ?? entry.data, members = content.fields ?? content;
  const label = name => inWords(kind?.fields?.find(it => it.name === name)?.label) || name;
  const choice = (name, value) => kind?.fields?.find(it => it.name === name)?.choices?.find(it => it.word === value)?.label;
  const told = (name, value) => inWords(choice(name, value)) || memberWords(value);
  return Object.entries(members).map(([name, value]) => make("div", [make("dt", label(name)), make("dd", told(name, value))]));
}

function memberWords(value) {
  if (Array.isArray(value)) return value.map(it => memberWords(it)).join(", ");
  if (value === null || typeof value !== "object") {
    return typeof value === "string" && value.includes("/") ? page.register?.name(value, language) ?? value : String(value);
  }
  if ("sealed" in value) return say(page.erased.has(value.person) ? "pack-erased" : "pack-sealed");
  if ("amount" in value) return amount(value.amount, { currency: value.currency, decimals: 2, rule: {} });
  if ("fr" in value || "en" in value) return inWords(value);
  return JSON.stringify(value);
}

/** The documents that entries name, each with what was found of it. */
function documentRows() {
  if (!page.documents.size) return make("p.soft", say("pack-no-documents"));
  const rows = [...page.documents.values()].map(it => make(`tr.${it.outcome}`, [
    make("td", make("span.mark", marks[it.outcome], { title: say(`pack-outcome-${it.outcome}`) })),
    make("td", make("a", it.name, { href: it.file, download: it.name })),
    make("td", say(`evidence-${it.kind}`)),
    make("td.number", count(it.bytes)),
    make("td", entryLink(it.place)),
  ]));
  return innerTable(["check", "document", "kind", "bytes", "entry"], rows);
}
