// Values, folded from what they are said to be made of. Each contribution is tied to an entry that
// was hashed again: that one says the date, the amount and the keys. Which entries count is not
// looked for; that takes the rules, which `jalon verify` and docs/verify.py hold.

/** The number that a field or a total states; in an indicator's currency where it has one. */
function numberOf(value, currency) {
  if (value === null || value === undefined || typeof value === "boolean") return null;
  if (typeof value !== "object") return Exact.read(value);
  if ("amount" in value) {
    const money = value.currency === currency ? value : value.converted;
    return money?.currency === currency ? Exact.read(money.amount) : null;
  }
  return numberOf(value.value);
}

class Folding {
  constructor(log, plan, register) {
    Object.assign(this, { log, plan, register, tied: 0, folded: 0, silent: 0, rests: [] });
    this.backed = new Set([...log.of("jalon.evidence.added")].map(({ data }) => data.entry));
    this.withdrawn = new Set();
    this.standing = new Map();
    this.readFates();
  }

  /** What was withdrawn, and of what was corrected the place of the version that stands. */
  readFates() {
    const corrections = new Map();
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
    const tell = (fault, place) => faults.push({ id: claim.id, place, what: fault.what ?? "unread", named: fault.named ?? {} });
    const attempt = (act, place) => { try { act(); } catch (fault) { tell(fault, place); } };
    const seen = new Set(), counted = new Map();
    attempt(() => this.checkSides(claim, indicator));
    for (const one of claim.contributions) {
      counted.set(one.sequence, (counted.get(one.sequence) ?? 0) + 1);
      attempt(() => need(counted.get(one.sequence) <= this.timesOf(indicator, one), "twice"), one.sequence);
    }
    // Of a share its sides are claims of their own; beside a published one stand those of the upper side.
    const above = indicator.rule.part ? this.plan.indicator(indicator.rule.part) : indicator;
    const isOwn = one => one.reason === "wholetotal";
    for (const one of claim.part ? claim.contributions.filter(isOwn) : claim.contributions) {
      attempt(() => this.tie(claim, isOwn(one) ? indicator : above, one, seen), one.sequence);
    }
    attempt(() => this.fold(claim, indicator));
    for (const part of [claim.part, claim.whole]) if (part) faults.push(...this.check(part));
    return faults;
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
    const bounds = [claim.low, claim.high].map(it => it && Exact.read(it)), value = claim.delivered && Exact.read(claim.delivered);
    need(!value || ((!bounds[0] || !value.isBelow(bounds[0])) && (!bounds[1] || !bounds[1].isBelow(value))), "bounds");
  }

  /** How often an entry can count: once for each source of its type. */
  timesOf(indicator, one) {
    const rule = indicator.rule.part ? this.plan.indicator(indicator.rule.part).rule : indicator.rule;
    const short = this.plan.short(this.log.entry(one.sequence)?.type ?? "");
    return Math.max(1, (rule.from ?? []).filter(it => it.type === short).length);
  }

  /** A contribution and the entry that it is said to come from. */
  tie(claim, indicator, one, seen) {
    const original = this.log.entry(one.sequence), version = this.log.entry(one.version);
    need(original && version, "no-such-entry");
    need(one.version === one.sequence || (version.type === "jalon.entry.corrected" && version.correctedid === original.id), "no-version");
    need(!this.withdrawn.has(original.id) && !this.withdrawn.has(original.correlationid), "withdrawn");
    // Where approval is asked for, the last version that was approved counts.
    const asksApproval = (this.plan.adoption.approval ?? []).includes(this.plan.short(original.type));
    need(asksApproval || one.version === (this.standing.get(original.id) ?? one.sequence), "superseded");
    const content = one.version === one.sequence ? original.data : version.data.content;
    need(one.date <= claim.asat, "date");
    if (original.type === "jalon.total.reported") this.tieTotal(claim, indicator, one, content);
    else this.tieActivity(claim, indicator, { one, content, version, original, seen });
    this.tied += 1;
  }

  tieTotal(claim, indicator, one, content) {
    const { kind, window } = indicator.rule;
    need(content.indicator === indicator.id && content.to === one.date && one.grade === "reported", "other-total");
    const printed = numberOf(content.value, indicator.currency);
    if (one.reason === "wholetotal") return need(Exact.read(one.amount).is(printed), "amount");
    need(one.reason === "remainder" && ["count", "sum"].includes(kind), "reason");
    // What was open on another day takes the rules.
    if (window === "open") return void this.rests.push(one.sequence);
    const first = window === "fiscalyear" ? this.plan.yearStart(content.to) : indicator.rule.since ?? this.plan.first;
    const begins = [content.from ?? first, content.to].sort()[0];
    const within = claim.contributions.filter(it => it.grade !== "reported" && this.liesWithin(it, begins, content.to));
    const listed = sumOf(within.map(it => Exact.read(it.amount)));
    need(Exact.read(one.amount).is(printed.less(listed)), "amount");
  }

  /** Whether all days of a contribution lie within others. */
  liesWithin(one, begins, ends) {
    const days = this.log.entry(one.version);
    return days && begins <= days.occurredfrom && days.occurredto <= ends;
  }

  tieActivity(claim, indicator, { one, content, version, original, seen }) {
    const short = this.plan.short(original.type), fields = content.fields;
    const sources = (indicator.rule.from ?? []).filter(it => it.type === short);
    need(sources.length > 0, "other-type");
    const named = this.plan.types.get(short)?.countson;
    need(one.date === (fields[named] ?? version.occurredto), "date");
    need(one.date >= this.plan.begins(indicator, claim.asat), "window");
    const isBacked = (content.evidence ?? []).length > 0 || this.backed.has(original.id);
    need(one.grade === (isBacked ? "documented" : "itemised") || (isBacked && one.grade === "itemised" && !content.evidence), "grade");
    this.tieKeys(indicator, sources, one, content, version);
    const amount = Exact.read(one.amount);
    if (one.reason) {
      need(amount.isZero(), "amount");
      need(one.by === null || this.log.places.size > one.by, "reason");
    } else {
      need(this.amounts(indicator, sources, one, fields, seen).some(it => it && it.is(amount)), "amount");
    }
  }

  /** The amounts that an entry can have by a rule: of several sources of one type, each one's. */
  amounts(indicator, sources, one, fields, seen) {
    const { kind, having } = indicator.rule;
    if (kind === "narrative") return [ZERO];
    if (kind === "attained") return sources.map(it => (fields[it.field] === true ? ONE : ZERO));
    if (kind !== "distinct") {
      return sources.map(it => (it.field ? numberOf(fields[it.field], indicator.currency) : ONE));
    }
    const first = one.keys.filter(key => !seen.has(key));
    first.forEach(key => seen.add(key));
    // Which keys meet what is asked of all entries of a key takes the rules.
    const most = having ? first.map((_, at) => at + 1) : [first.length];
    return most.map(count => new Exact(BigInt(count)));
  }

  /** The keys of a contribution are what stands at the path of its rule. */
  tieKeys(indicator, sources, one, content, version) {
    if (indicator.rule.kind !== "distinct" || !one.keys.length) return;
    const original = this.log.entry(one.sequence);
    const found = sources.map(source => {
      const [root, attribute] = (source.key ?? "subject").split(".");
      const value = root === "subject" ? version.subject ?? original.subject : content.fields[root];
      const all = [value ?? []].flat().map(it => (typeof it === "object" ? it.person ?? it.value : it));
      const words = attribute ? all.flatMap(it => this.register.attribute(String(it), attribute, one.date)) : all;
      return new Set(words.map(it => this.register.body(String(it))));
    });
    need(found.some(keys => keys.size === one.keys.length && one.keys.every(key => keys.has(key))), "keys");
  }

  /** The contributions add up to the value and to its grades. */
  fold(claim, indicator) {
    const { kind } = indicator.rule, amounts = claim.contributions.map(it => Exact.read(it.amount));
    const value = claim.delivered === null ? null : Exact.read(claim.delivered);
    if (kind === "narrative") {
      this.silent += 1;
      return need(value === null && amounts.every(it => it.isZero()), "sum");
    }
    const { sum, weight } = this.sum(claim, kind, amounts);
    // n/d where nothing is certain: then what is certain adds up to nothing.
    need(value === null ? sum === null || sum.isZero() : sum !== null && sum.is(value), "sum", { value: sum?.round(6) ?? "–" });
    for (const grade of ["documented", "itemised", "reported"]) {
      const part = sumOf(claim.contributions.filter(it => it.grade === grade).map(it => Exact.read(it.amount)));
      need(Exact.read(claim.grade[grade]).is(part.times(weight)), "grade-sum");
    }
    this.folded += 1;
  }

  /** What the contributions come to, and what one unit of them is worth. */
  sum(claim, kind, amounts) {
    const isWhole = claim.contributions.some(it => it.reason === "wholetotal");
    const sum = amounts.length ? sumOf(amounts) : null;
    if (kind === "mean" && !isWhole && amounts.length) {
      const weight = ONE.over(new Exact(BigInt(amounts.length)));
      return { sum: sum.times(weight), weight };
    }
    if (kind !== "share" || isWhole || claim.delivered === null) return { sum, weight: ONE };
    const whole = claim.whole?.delivered && Exact.read(claim.whole.delivered);
    const part = claim.part?.delivered && Exact.read(claim.part.delivered);
    need(whole && part && JSON.stringify(claim.contributions) === JSON.stringify(claim.part.contributions), "parts");
    const weight = new Exact(100n).over(whole);
    return { sum: part.times(weight), weight };
  }
}
