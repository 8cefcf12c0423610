// What entries define: the plan in force, activity types, and what is known of bodies.

class Plan {
  constructor(log, { id, version }, asAt) {
    this.log = log;
    this.opened = log.entry(0).data;
    const own = [...log.of("jalon.plan.adopted")].filter(it => it.data.id === id);
    // Of two from the same day the one recorded later rules.
    const ruling = own.filter(it => it.entry.occurredfrom <= asAt).sort((a, b) =>
      a.entry.occurredfrom < b.entry.occurredfrom || (a.entry.occurredfrom === b.entry.occurredfrom && a.place < b.place) ? 1 : -1);
    const [adopted] = ruling;
    need(adopted && adopted.data.version === version, "no-plan", { name: id });
    this.adoption = adopted.data;
    this.first = own[0].entry.occurredfrom;
    this.yearEnd = adopted.data.fiscalyearend ?? this.opened.fiscalyearend;
    this.defined = { indicator: new Map(), target: new Map(), group: new Map(), objective: new Map() };
    this.defining = new Map();
    for (const place of adopted.data.definitions) {
      const { type, data } = log.entry(place), kind = type.split(".")[1];
      this.defined[kind]?.set(data.id, data);
      if (kind === "indicator") this.defining.set(data.id, place);
    }
    this.types = new Map([...log.of("jalon.activitytype.defined")].map(({ data }) => [data.id, data]));
  }

  indicator(id) {
    const found = this.defined.indicator.get(id);
    need(found, "no-indicator", { name: id });
    return found;
  }

  /** The short name of an activity's type. */
  short(type) {
    const prefix = `${this.opened.typeprefix}.`;
    return type.startsWith(prefix) ? type.slice(prefix.length) : type;
  }

  /** The day after the last end of a fiscal year before a day. */
  yearStart(day) {
    const ends = [Number(day.slice(0, 4)), Number(day.slice(0, 4)) - 1].map(year => `${year}-${this.yearEnd}`);
    const after = new Date(`${ends.find(end => end < day)}T00:00:00Z`);
    after.setUTCDate(after.getUTCDate() + 1);
    return after.toISOString().slice(0, 10);
  }

  /** The first day from which on an indicator counts, in its window at a day. */
  begins(indicator, day) {
    const { kind, window, since } = indicator.rule;
    if (window === "fiscalyear") return this.yearStart(day);
    const isState = ["latest", "attained"].includes(kind);
    return (window ?? (isState ? "state" : "cumulative")) === "cumulative" ? since ?? this.first : "";
  }
}

/** What is known of bodies, and which ids name one (docs/format.md, "Register"). */
class Register {
  constructor(log) {
    const gone = new Set([...log.of("jalon.entry.withdrawn")].map(({ entry }) => entry.correctedid));
    this.facts = new Map();
    this.into = new Map();
    for (const [place, entry] of [...log.kept].filter(([, it]) => isFact(it.type))) {
      const { data } = entry;
      if (entry.type.endsWith(".merged")) {
        if (!gone.has(entry.id)) this.into.set(entry.subject, data.into);
      } else {
        const since = entry.type.endsWith(".changed") ? entry.occurredto : "";
        const known = this.facts.get(entry.subject) ?? [];
        this.facts.set(entry.subject, [...known, { since, place, attributes: data.attributes ?? {}, name: data.name }]);
      }
    }
  }

  /** The id that names a body. */
  body(id) {
    let own = id;
    while (this.into.has(own)) own = this.into.get(own);
    return own;
  }

  /** What is stated of a body on a day. */
  attribute(id, name, day) {
    const own = this.body(id), merged = [...this.into.keys()].filter(gone => this.body(gone) === own);
    for (const one of [own, ...merged]) {
      const facts = (this.facts.get(one) ?? []).filter(it => it.since <= day);
      const latest = facts.filter(it => name in it.attributes).sort((a, b) =>
        a.since < b.since || (a.since === b.since && a.place < b.place) ? 1 : -1)[0];
      if (latest) return [latest.attributes[name]].flat();
    }
    return [];
  }

  /** What stands at a path of an activity on a day, as texts. */
  found(path, { subject, fields }, day) {
    const [root, attribute] = path.split(".");
    const stated = [(root === "subject" ? subject : fields[root]) ?? []].flat();
    const texts = stated.map(it => String(typeof it === "object" ? it.person ?? it.value : it));
    return (attribute ? texts.flatMap(it => this.attribute(it, attribute, day)) : texts).map(it => this.body(String(it)));
  }

  /** The words by which a body is called. */
  name(id, language) {
    const named = (this.facts.get(this.body(id)) ?? []).filter(it => it.name && !it.name.sealed).at(-1);
    return named ? named.name[language] ?? named.name.fr ?? String(named.name) : id;
  }
}

const isFact = type => /^jalon\.(organisation|project|deliverable|person)\.(registered|changed|merged)$/.test(type);
