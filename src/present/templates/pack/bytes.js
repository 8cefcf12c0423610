// Bytes, and how they are spelt.

const utf8 = new TextEncoder();

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");

const base64 = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));

const fromBase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

const isSame = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The lines of a file, each with the place at which it begins; nothing larger is held. */
async function* linesOf(blob) {
  const reader = blob.stream().getReader();
  let rest = new Uint8Array(), begins = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const bytes = rest.length ? joined(rest, value) : value;
    let from = 0;
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      yield { begins: begins + from, bytes: bytes.subarray(from, end) };
      from = end + 1;
    }
    rest = bytes.slice(from);
    begins += from;
  }
  if (rest.length) throw new Fault("no-line-feed");
}

/** BLAKE3 and SHA-256 of a file, however large. */
async function digestsOf(blob) {
  const blake3 = noble.blake3.create(), sha256 = noble.sha256.create(), reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { blake3: hex(blake3.digest()), sha256: hex(sha256.digest()) };
    blake3.update(value);
    sha256.update(value);
  }
}

/** What is not as it should be: a word, and what the sentence for it names. */
class Fault extends Error {
  constructor(what, named = {}) {
    super(what);
    this.what = what;
    this.named = named;
  }
}

function need(truth, what, named) {
  if (!truth) throw new Fault(what, named);
}

/** What went wrong, as a word and what its sentence names; of what nobody foresaw the cause. */
function faultOf(wrong) {
  return wrong instanceof Fault ? { what: wrong.what, named: wrong.named } : { what: "unread", named: { cause: String(wrong) } };
}
