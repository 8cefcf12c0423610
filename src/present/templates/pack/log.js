// The log: each line hashed again, in its one spelling, behind the one before it.

/** Members in order of their names, as the one spelling has them. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map(name => [name, ordered(value[name])]));
}

const isOwn = type => type.startsWith("jalon.");

/** The documents that an entry names. */
const documentsOf = data => [data?.evidence, data?.content?.evidence].filter(Array.isArray).flat();

class Log {
  constructor(blob) {
    Object.assign(this, { blob, begins: [], hashes: [], kept: new Map(), places: new Map(), documents: [], size: 0 });
  }

  /** Reads all of it. Of activities those alone are held that a value names; of all, the documents that they name. */
  async read(isWanted, told) {
    let head = "0".repeat(64), recorded = "";
    for await (const { begins, bytes } of linesOf(this.blob)) {
      const at = this.size, line = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      let entry;
      try {
        entry = JSON.parse(line);
      } catch {
        throw new Fault("no-entry", { place: at });
      }
      need(JSON.stringify(ordered(entry)) === line, "spelling", { place: at });
      need(entry.sequence === String(at).padStart(20, "0"), "sequence", { place: at });
      need(entry.prevhash === head, "chain", { place: at });
      need(entry.recordedtime >= recorded, "time", { place: at });
      need(!this.places.has(entry.id), "id", { place: at });
      const hash = noble.blake3(bytes);
      [head, recorded] = [hex(hash), entry.recordedtime];
      this.begins.push(begins);
      this.hashes.push(hash);
      this.places.set(entry.id, at);
      for (const document of documentsOf(entry.data)) this.documents.push({ place: at, ...document });
      if (isOwn(entry.type) || isWanted(at)) this.kept.set(at, entry);
      this.size += 1;
      if (this.size % 500 === 0) await told(this.size);
    }
    this.end = this.blob.size;
    return head;
  }

  /** An entry as it is stored. */
  async line(at) {
    const end = at + 1 < this.size ? this.begins[at + 1] : this.end;
    return (await this.blob.slice(this.begins[at], end - 1).text());
  }

  entry(at) { return this.kept.get(at); }

  async entryAt(at) { return this.entry(at) ?? JSON.parse(await this.line(at)); }

  *of(...types) {
    for (const [place, entry] of this.kept) if (types.includes(entry.type)) yield { place, entry, data: entry.data };
  }
}
