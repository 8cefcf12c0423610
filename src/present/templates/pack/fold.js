// Values, folded from what they are said to be made of. Each contribution is tied to an entry that
// was hashed again: that one says the date, the amount and the keys. Which entries count is not
// looked for; that takes the rules, which `jalon verify` and docs/verify.py hold. Why one adds
// nothing is compared with its entry and with what stands beside it, as far as these tell.

/** Rules that add amounts up, with what published totals leave over; under others a total stands alone. */
const isAdding = ({ kind }) => ["count", "sum"].includes(kind);

/** Rules under which what was closed adds nothing. */
const heedsClosing = rule => rule.window === "open" && (isAdding(rule) || rule.kind === "distinct");

/** Rules under which one entry holds the value, or the value of a key. */
const isHeld = ({ kind }) => ["latest", "attained", "max"].includes(kind);

const isTotal = it => it.grade === "reported";

/** Remarks of which another entry is the cause. */
const isByAnother = reason => ["alreadycounted", "superseded", "supersededsameday", "closedby", "maybeclosedby", "besidetotal"].includes(reason);

const isDay = text => typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Whether one comes after another in order of date and place. */
const isAfter = (one, other) => one.date > other.date || (one.date === other.date && one.sequence > other.sequence);

const precisions = ["rounded", "atleast", "about", "atmost"];

/** The word of a number's precision as one of four bits; none where it is exact. */
const wordOf = it => (precisions.includes(it?.precision) ? 1 << precisions.indexOf(it.precision) : 0);

class Folding {
  constructor(log, plan, register) {
    Object.assign(this, { log, plan, register, ties: new Map(), rests: new Set() });
    this.backed = new Set([...log.of("jalon.evidence.added")].map(({ data }) => data.entry));
    this.withdrawn = new Set();
    this.standing = new Map();
    this.corrections = new Map();
    this.readFates();
  }

  /** What was withdrawn, and of what was corrected the place of the version that stands. */
  readFates() {
    const { corrections } = this;
    for (const { place, entry, data } of this.log.of("jalon.entry.corrected", "jalon.entry.withdrawn", "jalon.batch.withdrawn")) {
      const id = entry.correctedid, known = corrections.get(id) ?? [];
      if (entry.type === "jalon.entry.corrected") corrections.set(id, [...known, { id: entry.id, place }]);
      else if (data.correction) corrections.set(id, known.filter(it => it.id !== data.correction));
      else this.withdrawn.add(id);
    }
    for (const [id, standing] of corrections) if (standing.length) this.standing.set(id, standing.at(-1).place);
  }

  /** Checks one claim and those of its parts; all faults, each with its place. */
  check(claim) {
    const faults = [], indicator = this.plan.indicator(claim.id);
    const tell = (fault, place) => faults.push({ id: claim.id, place, ...faultOf(fault) });
    const attempt = (act, place) => { try { act(); } catch (fault) { tell(fault, place); } };
    attempt(() => this.checkSides(claim, indicator));
    attempt(() => this.checkBounds(claim));
    attempt(() => this.checkContradiction(claim, indicator));
    attempt(() => need(this.isAsPrecise(claim, indicator), "precision"));
    this.tieAll(claim, indicator, attempt, faults);
    attempt(() => this.fold(claim, indicator));
    for (const part of [claim.part, claim.whole]) if (part) faults.push(...this.check(part));
    return faults;
  }

  /** Ties each contribution to its entry, and keeps whether it is as it is said to be: of a side of a share, which
      may be claimed for itself too, under one name. */
  tieAll(claim, indicator, attempt, faults) {
    const counted = new Map();
    // Of a share its sides are claims of their own; beside a published one stand those of the upper side.
    const above = indicator.rule.part ? this.plan.indicator(indicator.rule.part) : indicator;
    const total = this.totalOf(claim), around = this.around(claim, above, total);
    for (const one of claim.contributions) {
      const isOwn = one === total, isTied = isOwn || !claim.part, before = faults.length;
      counted.set(one.sequence, (counted.get(one.sequence) ?? 0) + 1);
      attempt(() => need(counted.get(one.sequence) <= this.timesOf(indicator, one), "twice"), one.sequence);
      if (isTied) attempt(() => this.tie(claim, isOwn ? indicator : above, one, around), one.sequence);
      const isRight = faults.length === before, name = `${claim.id} ${one.sequence} ${counted.get(one.sequence)}`;
      if (isTied || !isRight) this.ties.set(name, isRight && (this.ties.get(name) ?? true));
    }
  }

  /** The sides of a share are those of its rule, of the same dates; nothing else has any. */
  checkSides(claim, { rule }) {
    const isShare = rule.kind === "share";
    for (const [side, id] of [[claim.part, rule.part], [claim.whole, rule.whole]]) {
      if (!side) continue;
      const isSame = ["asat", "size"].every(name => side[name] === claim[name]) && JSON.stringify(side.plan) === JSON.stringify(claim.plan);
      need(isShare && side.id === id && isSame, "parts");
    }
    need(Boolean(claim.part) === Boolean(claim.whole), "parts");
    if (isShare) this.checkShare(claim, this.totalOf(claim));
  }

  /** A share is that of its sides where both are certain; beside a published one stands what its upper side is made of. */
  checkShare({ part, whole, contributions, delivered, low }, total) {
    const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    if (!part) return need(total || !contributions.length, "parts");
    if (total) {
      const beside = part.contributions.map(it => ({ ...it, amount: "0", by: total.sequence, reason: "besidetotal" }));
      return need(isSame(contributions.filter(it => it !== total), beside), "parts");
    }
    const isCertain = part.low === null && whole.low === null;
    const isGiven = isCertain && low === null && part.delivered !== null && whole.delivered !== null && !Exact.read(whole.delivered).isZero();
    need(isCertain || low !== null, "parts");
    need(isGiven === (delivered !== null) && isSame(contributions, isGiven ? part.contributions : []), "parts");
  }

  /** Bounds stand beside what is not certain alone; “at least” is what can only be more. */
  checkBounds(claim) {
    const [value, low, high] = [claim.delivered, claim.low, claim.high].map(it => (it === null ? null : Exact.read(it)));
    if (!low) return need(!high && !claim.atleast, "atleast");
    const certain = value ?? ZERO;
    need(!certain.isBelow(low) && !high?.isBelow(certain), "bounds");
    // Without anything that is possible a value has no bounds, and one of 0 is n/d beside them.
    need(!value?.isZero() && !(low.is(certain) && high?.is(certain)), "atleast");
    need(claim.atleast === (low.is(certain) && value !== null), "atleast");
  }

  /** A value contradicts a published total where items were left out for that, and there alone. */
  checkContradiction(claim, { id, currency, rule }) {
    const isTold = claim.notcounted.some(it => it.reason === "contradictstotal");
    if (isTold === claim.contradicts) return;
    // One below 0 is contradicted without any item; and what has several sources is told of once.
    const isBelow = ({ data: { content, ...own } }) => {
      const total = content ?? own;
      return total.indicator === id && numberOf(total.value, currency)?.isBelow(ZERO);
    };
    const types = (rule.from ?? []).map(it => it.type), isTwice = new Set(types).size < types.length;
    const isQuiet = isTwice || [...this.log.of("jalon.total.reported", "jalon.entry.corrected")].some(isBelow);
    need(claim.contradicts && isQuiet, "contradicts");
  }

  /** Whether the entries know what a value is made of as precisely as it says; what differs is known about. */
  isAsPrecise(claim, indicator) {
    const { rule } = indicator, isOwn = it => isTotal(it) && it.reason !== "besidetotal" && this.contentOf(it).indicator === claim.id;
    const own = claim.contributions.filter(isOwn);
    const spans = own.map(it => this.daysOf(indicator, this.contentOf(it)));
    // Under a published total a sum is what the total says.
    const isLoose = it => !isAdding(rule) || !spans.some(([begins, ends]) => this.liesWithin(it, begins, ends));
    const states = isAdding(rule) || ["latest", "max", "mean"].includes(rule.kind);
    const items = states ? claim.contributions.filter(it => !it.reason && !isTotal(it) && isLoose(it)) : [];
    const alike = new Map(), named = it => `${it.sequence} ${it.amount}`;
    for (const it of items) alike.set(named(it), [...(alike.get(named(it)) ?? []), it]);
    const stated = [...own.map(it => [this.contentOf(it).value]), ...[...alike.values()].flatMap(it => this.fieldsOf(indicator, it))];
    const met = stated.reduce((met, fields) => new Set([...met].flatMap(words => fields.map(it => words | wordOf(it)))), new Set([0]));
    return [...met].some(words => claim.precision === (precisions[Math.log2(words)] ?? (words ? "about" : null)));
  }

  /** What the version of a contribution says. */
  contentOf({ version }) {
    const entry = this.log.entry(version);
    need(entry, "no-such-entry");
    return entry.data.content ?? entry.data;
  }

  /** The fields that contributions of one entry and amount can take it from: each its own, where there are no more. */
  fieldsOf({ currency, rule }, alike) {
    const [one] = alike, { fields } = this.contentOf(one), short = this.plan.short(this.log.entry(one.sequence)?.type ?? "");
    const stated = (rule.from ?? []).filter(it => it.type === short).map(it => (it.field ? fields?.[it.field] : "1"));
    const its = stated.filter(it => numberOf(it, currency)?.is(Exact.read(one.amount)));
    return alike.length < its.length ? alike.map(() => its) : its.map(it => [it]);
  }

  /** How often an entry can count: once for each source of its type. */
  timesOf(indicator, one) {
    const rule = indicator.rule.part ? this.plan.indicator(indicator.rule.part).rule : indicator.rule;
    const short = this.plan.short(this.log.entry(one.sequence)?.type ?? "");
    return Math.max(1, (rule.from ?? []).filter(it => it.type === short).length);
  }

  /** What the remarks of a value are measured by: the total that stands alone, what holds each key, which entry carries it. */
  around(claim, indicator, total) {
    const holders = new Map();
    const { kind } = indicator.rule, items = claim.contributions.filter(it => !isTotal(it) && (kind !== "max" || !it.reason));
    const holds = (one, other) => (kind === "max" ? Exact.read(other.amount).isBelow(Exact.read(one.amount)) : isAfter(one, other) || (one.sequence === other.sequence && !one.reason));
    for (const one of isHeld(indicator.rule) ? items : []) {
      const key = this.keyOf(indicator, one);
      if (!holders.has(key) || holds(one, holders.get(key))) holders.set(key, one);
    }
    return { total, holders, carriers: new Map() };
  }

  /** The published total that states a value alone; none under a rule that adds up. */
  totalOf(claim) {
    const isIt = it => it.reason === "wholetotal" && this.contentOf(it).indicator === claim.id;
    return isAdding(this.plan.indicator(claim.id).rule) ? undefined : claim.contributions.find(isIt);
  }

  /** The key of which one entry holds the value; one for all where the rule names none. */
  keyOf({ rule }, one) {
    return rule.per ? JSON.stringify(this.found(rule.per, one, one.date)) : "";
  }

  /** What stands at a path of a contribution's version. */
  found(path, { sequence, version }, day) {
    const subject = this.log.entry(version)?.subject ?? this.log.entry(sequence)?.subject;
    return this.register.found(path, { subject, fields: this.contentOf({ version }).fields ?? {} }, day);
  }

  /** A contribution and the entry that it is said to come from. */
  tie(claim, indicator, one, around) {
    const original = this.log.entry(one.sequence), version = this.log.entry(one.version);
    need(original && version, "no-such-entry");
    need(one.version === one.sequence || (version.type === "jalon.entry.corrected" && version.correctedid === original.id), "no-version");
    need(!this.withdrawn.has(original.id) && !this.withdrawn.has(original.correlationid), "withdrawn");
    // Where approval is asked for, the last version that was approved counts.
    const asksApproval = (this.plan.adoption.approval ?? []).includes(this.plan.short(original.type));
    need(asksApproval || one.version === (this.standing.get(original.id) ?? one.sequence), "superseded");
    const content = one.version === one.sequence ? original.data : version.data.content;
    need(one.date <= claim.asat, "date");
    need(isByAnother(one.reason) === (one.by !== null), "reason");
    if (original.type === "jalon.total.reported") this.tieTotal(claim, indicator, one, content, around);
    else this.tieActivity(claim, indicator, { one, content, version, original, around });
  }

  tieTotal(claim, indicator, one, content, { total }) {
    const { rule } = indicator;
    need(content.indicator === indicator.id && content.to === one.date && one.grade === "reported", "other-total");
    const printed = numberOf(content.value, indicator.currency), amount = Exact.read(one.amount);
    const [begins, ends] = this.daysOf(indicator, content);
    need(rule.window !== "fiscalyear" || begins >= this.plan.yearStart(claim.asat), "window");
    // Beside a published share stand the totals of its upper side as well.
    if (one.reason === "besidetotal") return need(this.isBeside(one, total), "reason");
    if (!isAdding(rule)) {
      need(one.reason === "wholetotal" && one === total, "reason");
      return need(amount.is(printed), "amount");
    }
    need(!this.isReplaced(claim, indicator, one, [begins, ends]), "twice");
    const within = claim.contributions.filter(it => !isTotal(it) && this.liesWithin(it, begins, ends));
    need(one.reason === (within.length ? "remainder" : "wholetotal"), "reason");
    // What was open on another day takes the rules.
    if (within.length && rule.window === "open") return void this.rests.add(`${claim.id} ${one.sequence}`);
    const listed = sumOf(within.map(it => Exact.read(it.amount)));
    need(amount.is(printed.less(listed)), "amount");
  }

  /** Whether one adds nothing beside the total that stands alone. */
  isBeside(one, total) {
    return Boolean(total) && one.reason === "besidetotal" && one.by === total.sequence && Exact.read(one.amount).isZero();
  }

  /** The first and the last day of a published total. */
  daysOf({ rule }, { from, to }) {
    const first = rule.window === "fiscalyear" ? this.plan.yearStart(to) : rule.since ?? this.plan.first;
    return [[from ?? first, to].sort()[0], to];
  }

  /** Whether the days of a total lie within those of another one of its value. */
  isReplaced(claim, indicator, one, [begins, ends]) {
    const others = claim.contributions.filter(it => isTotal(it) && it.sequence !== one.sequence);
    return others.map(it => this.daysOf(indicator, this.contentOf(it))).some(([first, last]) => first <= begins && ends <= last);
  }

  /** Whether all days of a contribution lie within others. */
  liesWithin(one, begins, ends) {
    const days = this.log.entry(one.version);
    return days && begins <= days.occurredfrom && days.occurredto <= ends;
  }

  tieActivity(claim, indicator, { one, content, version, original, around }) {
    const short = this.plan.short(original.type), fields = content.fields;
    const sources = (indicator.rule.from ?? []).filter(it => it.type === short);
    need(sources.length > 0, "other-type");
    const named = this.plan.types.get(short)?.countson;
    need(one.date === (fields[named] ?? version.occurredto), "date");
    need(one.date >= this.plan.begins(indicator, claim.asat), "window");
    const isBacked = (content.evidence ?? []).length > 0 || this.backed.has(original.id);
    need(one.grade === (isBacked ? "documented" : "itemised") || (isBacked && one.grade === "itemised" && !content.evidence), "grade");
    this.tieKeys(indicator, sources, one);
    need(this.isSaid(claim, indicator, { one, fields, short, sources, around }), "reason");
    const amount = Exact.read(one.amount);
    if (one.reason) return need(amount.isZero(), "amount");
    need(this.amounts(indicator, sources, one, fields, around).some(it => it && it.is(amount)), "amount");
  }

  /** Whether what is said of an amount, or that nothing is, agrees with its entry, its rule and what stands beside it. */
  isSaid(claim, indicator, { one, fields, short, sources, around }) {
    const { rule } = indicator, { reason } = one;
    if (around.total || reason === "besidetotal") return this.isBeside(one, around.total);
    if (heedsClosing(rule)) {
      const hasEnded = isDay(fields.ends) && one.date <= fields.ends && fields.ends <= claim.asat;
      if (hasEnded || reason === "ended") return hasEnded && reason === "ended";
      if (["closedby", "maybeclosedby"].includes(reason)) return this.isClosed(claim, one, short);
    }
    if (isHeld(rule)) return this.isHeldBy(indicator, { one, fields, sources }, around.holders.get(this.keyOf(indicator, one)));
    return !reason || (rule.kind === "distinct" && this.isCounted(claim, rule, one, around));
  }

  /** Whether the entry that holds a value is this one, or why it is another. */
  isHeldBy({ currency, rule }, { one, fields, sources }, holder) {
    if (!holder || one === holder) return Boolean(holder) && !one.reason;
    if (rule.kind !== "max") {
      return one.by === holder.sequence && one.reason === (one.date === holder.date ? "supersededsameday" : "superseded");
    }
    const stated = sources.map(it => (it.field ? numberOf(fields[it.field], currency) : ONE));
    return one.reason === "notlargest" && stated.some(it => it && !Exact.read(holder.amount).isBelow(it));
  }

  /** Whether the keys of an entry are counted by others, or meet nothing that is asked of them. */
  isCounted(claim, { having }, one, { carriers }) {
    const by = one.keys.filter(key => carriers.has(key)).map(key => carriers.get(key));
    if (one.reason === "alreadycounted") {
      return by.includes(one.by) && (Boolean(having) || (by.length === one.keys.length && Math.min(...by) === one.by));
    }
    // Which keys meet what is asked takes the rules; those of an entry that counts do, where it has no others.
    const isMet = it => !it.reason && it.keys.every(key => one.keys.includes(key));
    return one.reason === "keynotmet" && (having ? !claim.contributions.some(isMet) : !one.keys.length);
  }

  /** Whether the entry that is named closes another: its type does, it comes later, its keys are the same. */
  isClosed(claim, one, short) {
    const closer = this.log.entry(one.by), kind = closer && this.plan.types.get(this.plan.short(closer.type));
    if (kind?.closes?.type !== short || this.withdrawn.has(closer.id) || this.withdrawn.has(closer.correlationid)) return false;
    return this.versionsOf(one.by, kind.id).some(version => {
      const its = { sequence: one.by, version }, { occurredfrom, occurredto } = this.log.entry(version);
      const named = this.contentOf(its).fields[kind.countson], [from, to] = isDay(named) ? [named, named] : [occurredfrom, occurredto];
      const isIt = one.reason === "closedby" ? to <= claim.asat : from <= claim.asat && claim.asat < to;
      const stands = (it, path) => JSON.stringify(this.found(path, it, to));
      return isIt && isAfter({ date: to, sequence: one.by }, one) && kind.closes.keys.every(path => stands(its, path) === stands(one, path));
    });
  }

  /** The places of those versions of an entry that can count: the standing one, or where approval is asked for any. */
  versionsOf(place, short) {
    const { id } = this.log.entry(place), corrected = (this.corrections.get(id) ?? []).map(it => it.place);
    return (this.plan.adoption.approval ?? []).includes(short) ? [place, ...corrected] : [corrected.at(-1) ?? place];
  }

  /** The amounts that an entry can have by a rule: of several sources of one type, each one's. */
  amounts(indicator, sources, one, fields, { carriers }) {
    const { kind, having } = indicator.rule;
    if (kind === "narrative") return [ZERO];
    if (kind === "attained") return sources.map(it => (fields[it.field] === true ? ONE : ZERO));
    if (kind !== "distinct") {
      return sources.map(it => (it.field ? numberOf(fields[it.field], indicator.currency) : ONE));
    }
    const first = one.keys.filter(key => !carriers.has(key));
    first.forEach(key => carriers.set(key, one.sequence));
    // Which keys meet what is asked of all entries of a key takes the rules.
    const most = having ? first.map((_, at) => at + 1) : [first.length];
    return most.filter(Boolean).map(count => new Exact(BigInt(count)));
  }

  /** The keys of a contribution are what stands at the path of its rule. */
  tieKeys(indicator, sources, one) {
    const { kind, per } = indicator.rule;
    // Beside a total the keys of what it replaces are not told.
    if (kind === "latest" && one.reason === "besidetotal" && !one.keys.length) return;
    const paths = kind === "distinct" ? sources.map(it => it.key ?? "subject") : kind === "latest" && per ? [per] : [];
    const found = paths.length ? paths.map(path => new Set(this.found(path, one, one.date))) : [new Set()];
    need(found.some(keys => keys.size === one.keys.length && one.keys.every(key => keys.has(key))), "keys");
  }

  /** The contributions add up to the value and to its grades. */
  fold(claim, indicator) {
    const { kind } = indicator.rule, amounts = claim.contributions.map(it => Exact.read(it.amount));
    const value = claim.delivered === null ? null : Exact.read(claim.delivered);
    if (kind === "narrative") return need(value === null && amounts.every(it => it.isZero()), "sum", { value: "–" });
    const { sum, weight } = this.sum(claim, kind, amounts);
    // n/d where nothing is certain: then what is certain adds up to nothing.
    need(value === null ? sum === null || sum.isZero() : sum !== null && sum.is(value), "sum", { value: sum?.plain() ?? "–" });
    // Without anything that is possible it is n/d where nothing counts; or keys may not meet what is asked of them.
    const isSilent = !amounts.length || Boolean(indicator.rule.having);
    need(value !== null || claim.low !== null || isSilent, "sum", { value: sum?.plain() ?? "–" });
    for (const grade of ["documented", "itemised", "reported"]) {
      const part = sumOf(claim.contributions.filter(it => it.grade === grade).map(it => Exact.read(it.amount)));
      need(Exact.read(claim.grade[grade]).is(part.times(weight)), "grade-sum");
    }
  }

  /** What the contributions come to, and what one unit of them is worth. */
  sum(claim, kind, amounts) {
    const isWhole = Boolean(this.totalOf(claim));
    const sum = amounts.length ? sumOf(amounts) : null;
    if (kind === "mean" && !isWhole && amounts.length) {
      const weight = ONE.over(new Exact(BigInt(amounts.length)));
      return { sum: sum.times(weight), weight };
    }
    if (kind !== "share" || isWhole || claim.delivered === null) return { sum, weight: ONE };
    const whole = claim.whole?.delivered && Exact.read(claim.whole.delivered);
    const part = claim.part?.delivered && Exact.read(claim.part.delivered);
    need(whole && part && JSON.stringify(claim.contributions) === JSON.stringify(claim.part.contributions), "parts");
    const percent = new Exact(100n).over(whole), { weight } = this.sum(claim.part, this.plan.indicator(claim.part.id).rule.kind, amounts);
    return { sum: part.times(percent), weight: weight.times(percent) };
  }
}
