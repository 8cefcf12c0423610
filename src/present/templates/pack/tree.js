// The tree over the entries (RFC 6962) and what was signed of it (C2SP signed-note, tlog-checkpoint).

function rootOf(hashes) {
  let level = hashes.map(hash => noble.sha256(joined(Uint8Array.of(0), hash)));
  if (!level.length) return noble.sha256(new Uint8Array());
  while (level.length > 1) {
    const next = [];
    for (let at = 0; at + 1 < level.length; at += 2) {
      next.push(noble.sha256(joined(Uint8Array.of(1), level[at], level[at + 1])));
    }
    if (level.length % 2) next.push(level.at(-1));
    level = next;
  }
  return level[0];
}

/** The text of a note, its last line feed included, and its signatures. */
function readNote(note) {
  const cut = note.lastIndexOf("\n\n");
  need(cut >= 0 && note.endsWith("\n"), "no-note");
  const lines = note.slice(cut + 2, -1).split("\n");
  const signatures = lines.map(line => {
    const [dash, name, encoded] = line.split(" ");
    need(dash === "\u2014" && encoded, "no-note");
    return { name, bytes: fromBase64(encoded) };
  });
  return { text: note.slice(0, cut + 1), signatures };
}

/** A verifier key: NAME+ID+BASE64(01 and the public key). */
function readKey(text) {
  const [name, id, ...encoded] = text.split("+");
  let typed;
  try {
    typed = fromBase64(encoded.join("+"));
  } catch {
    throw new Fault("no-key", { key: text });
  }
  const own = noble.sha256(joined(utf8.encode(`${name}\n`), typed)).slice(0, 4);
  need(typed[0] === 1 && typed.length === 33 && hex(own) === id, "no-key", { key: text });
  return { text, name, id: own, key: typed.slice(1) };
}

/** Whether a key signed a note. */
function isSigned({ text, signatures }, key) {
  const own = signatures.filter(it => it.name === key.name && isSame(it.bytes.slice(0, 4), key.id));
  return own.length > 0 && own.every(it => noble.verify(it.bytes.slice(4), utf8.encode(text), key.key));
}

/** The keys that signed, from which size of the tree on, and whether the one before handed over. */
function keysOf(log) {
  const opened = log.entry(0).data;
  const keys = [{ from: 0, key: readKey(opened.verifierkey), handed: true }];
  for (const { place, data } of log.of("jalon.key.rotated", "jalon.ledger.resumed")) {
    const former = keys.at(-1).key, key = readKey(data.verifierkey);
    const note = readNote(`${data.handover}\n`);
    const said = `${opened.origin}\nhand-over after ${place} entries\n${former.text}\n${key.text}\n`;
    need(note.text === said && isSigned(note, key), "handover", { place });
    keys.push({ from: place + 1, key, handed: isSigned(note, former) });
  }
  return keys;
}

/** The root of a checkpoint, which is of this log. */
function checkRoot(note, log) {
  const { text } = readNote(note), [origin, size, root] = text.split("\n");
  need(origin === log.entry(0).data.origin, "origin", { name: origin });
  need(Number(size) === log.size, "size", { count: size, size: log.size });
  need(root === base64(rootOf(log.hashes)), "root");
  return root;
}

/** The key of its size, which signed a checkpoint. */
function checkSigner(note, log, keys) {
  const signer = keys.filter(it => it.from <= log.size).at(-1);
  need(isSigned(readNote(note), signer.key), "signature", { key: signer.key.text });
  return signer;
}
