"""Verifies exported Jalon logs of format 1: python3 verify.py LOG.jsonl...

Written from docs/format.md and docs/currencies.txt alone, with nothing but
Python's own library. Of each log it prints size and head, or the first line
that is wrong and why.
"""

import base64
import datetime
import hashlib
import math
import pathlib
import re
import sys
import zoneinfo

# ---- BLAKE3, from its paper: chunks of 1,024 bytes, a binary tree above them

IV = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)
PERMUTATION = (2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8)
COLUMNS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
CHUNK_START, CHUNK_END, PARENT, ROOT = 1, 2, 4, 8
MASK = 0xFFFFFFFF


def compress(chaining, block, counter, length, flags):
    v = list(chaining) + list(IV[:4]) + [counter & MASK, counter >> 32, length, flags]
    for round_number in range(7):
        for g, (a, b, c, d) in enumerate(COLUMNS):
            va, vb, vc, vd = v[a], v[b], v[c], v[d]
            va = (va + vb + block[2 * g]) & MASK
            vd ^= va
            vd = vd >> 16 | (vd << 16 & MASK)
            vc = (vc + vd) & MASK
            vb ^= vc
            vb = vb >> 12 | (vb << 20 & MASK)
            va = (va + vb + block[2 * g + 1]) & MASK
            vd ^= va
            vd = vd >> 8 | (vd << 24 & MASK)
            vc = (vc + vd) & MASK
            vb ^= vc
            v[a], v[b], v[c], v[d] = va, vb >> 7 | (vb << 25 & MASK), vc, vd
        block = [block[i] for i in PERMUTATION]
    return [v[i] ^ v[i + 8] for i in range(8)]


def words(data):
    data = data.ljust(64, b"\0")
    return [int.from_bytes(data[i:i + 4], "little") for i in range(0, 64, 4)]


def subtree(data, counter, root):
    if len(data) <= 1024:
        value, blocks = IV, [data[i:i + 64] for i in range(0, len(data), 64)] or [b""]
        for i, block in enumerate(blocks):
            last = i == len(blocks) - 1
            flags = (CHUNK_START if i == 0 else 0) | (CHUNK_END | root if last else 0)
            value = compress(value, words(block), counter, len(block), flags)
        return value
    left = 1024
    while left * 2 < len(data):
        left *= 2
    halves = subtree(data[:left], counter, 0) + subtree(data[left:], counter + left // 1024, 0)
    return compress(IV, halves, 0, 64, PARENT | root)


def blake3(data):
    return b"".join(word.to_bytes(4, "little") for word in subtree(data, 0, ROOT)).hex()


# ---- canonical form


class Wrong(Exception):
    pass


def need(truth, reason):
    if not truth:
        raise Wrong(reason)


STRING = re.compile(r'"((?:[^"\\\x00-\x1f\x7f-\x9f]|\\["\\n])*)"')
INTEGER = re.compile(r"0(?![0-9])|-?[1-9][0-9]*")
NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
UNESCAPED = {'\\"': '"', "\\\\": "\\", "\\n": "\n"}


def parse(text):
    value, end = parse_value(text, 0, 1)
    need(isinstance(value, dict) and end == len(text), "not one canonical object")
    return value


def parse_value(text, at, depth):
    first = text[at:at + 1]
    if first == '"':
        return parse_string(text, at)
    if first in "{[" and first:
        need(depth <= 8, "nested too deeply")
        return (parse_object if first == "{" else parse_array)(text, at + 1, depth)
    for word, value in (("true", True), ("false", False)):
        if text.startswith(word, at):
            return value, at + len(word)
    match = INTEGER.match(text, at)
    need(match and text[match.end():match.end() + 1] not in (".", "e", "E"), "not a value of the subset")
    number = int(match[0])
    need(abs(number) <= 2**53 - 1, "an integer out of range")
    return number, match.end()


def parse_string(text, at):
    match = STRING.match(text, at)
    need(match, "not a canonical string")
    value = re.sub(r"\\.", lambda escape: UNESCAPED[escape[0]], match[1])
    need(len(value) <= 4000, "a text over 4,000 characters")
    return value, match.end()


def parse_object(text, at, depth):
    members, last = {}, ""
    while text[at:at + 1] != "}":
        if members:
            need(text[at:at + 1] == ",", "a comma is expected")
            at += 1
        name, at = parse_string(text, at)
        need(NAME.match(name) and name > last, "a name out of order or spelling")
        need(text[at:at + 1] == ":", "a colon is expected")
        members[name], at = parse_value(text, at + 1, depth + 1)
        last = name
    return members, at + 1


def parse_array(text, at, depth):
    items = []
    while text[at:at + 1] != "]":
        if items:
            need(text[at:at + 1] == ",", "a comma is expected")
            at += 1
        item, at = parse_value(text, at, depth + 1)
        items.append(item)
        need(len(items) <= 4000, "an array over 4,000 items")
    return items, at + 1


# ---- the grammar of values: each is a function that says yes or no

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def matching(pattern, limit=4000):
    compiled = re.compile(pattern + r"\Z")
    return lambda value: isinstance(value, str) and len(value) <= limit and bool(compiled.match(value))


def array_of(item, least=0, most=4000):
    return lambda value: isinstance(value, list) and least <= len(value) <= most and all(map(item, value))


def record(**members):
    """An object; a member whose name ends in _ may be absent."""
    known = {name.rstrip("_"): test for name, test in members.items()}
    required = {name for name in members if not name.endswith("_")}

    def test(value):
        return (isinstance(value, dict) and required <= value.keys() <= known.keys()
                and all(known[name](item) for name, item in value.items()))
    return test


def one_of(*choices):
    return lambda value: isinstance(value, str) and value in choices


def exactly(expected):
    return lambda value: type(value) is type(expected) and value == expected


def integer(least, most=2**53 - 1):
    return lambda value: type(value) is int and least <= value <= most


def truth(value):
    return type(value) is bool


def string(value):
    return isinstance(value, str)


def text(value):
    return string(value) and value != ""


def reason(value):
    return text(value) and len(value) <= 1000


uuid = matching(UUID)
entry_id = matching(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
rows = integer(0, 1_000_000)
hash_ = matching("[0-9a-f]{64}")
key = matching("[a-z0-9][a-z0-9-]*", 64)
word = matching("[a-z0-9][a-z0-9_-]*", 64)
name = matching("[a-z][a-z0-9_]*", 64)
short_type = matching(r"[a-z]+(\.[a-z]+)+", 64)
user = matching("user/" + UUID)
register_id = matching(rf"(organisation|project|deliverable)/[a-z0-9][a-z0-9-]*|person/{UUID}", 64)
precision = one_of("rounded", "atleast", "about", "atmost")


def decimal(value):
    return matching(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", 64)(value) and not re.match(r"-[0.]*\Z", value)


def path(value):
    return string(value) and 1 <= len(value.split(".")) <= 2 and all(map(name, value.split(".")))


def day(value):
    try:
        return matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")(value) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def month_day(value):
    return string(value) and day("2000-" + value)


def time(value):
    shape = matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\.[0-9]{6}Z")
    return shape(value) and day(value[:10])


# The currencies and their minor digits.
TABLE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "currencies.txt"
DIGITS = {code: int(digits) for code, digits in map(str.split, TABLE.read_text().splitlines())}
currency = one_of(*DIGITS)


def amount(code):
    digits = DIGITS[code]
    tail = rf"\.[0-9]{{{digits}}}" if digits else ""
    spelled = matching(rf"-?(0|[1-9][0-9]{{0,17}}){tail}")
    return lambda value: spelled(value) and decimal(value)


both = record(en=string, fr=string)
citation = record(source=text, line_=text, section_=text, words_=text)
evidence = array_of(record(
    blake3=hash_, bytes=integer(0, 2**32), mediatype=text, name=text, sha256=hash_,
    kind=one_of("agreement", "bankstatement", "confirmation", "webcapture", "internalnote", "other")), 1)
sealed = record(person=lambda value: register_id(value) and value.startswith("person/"), sealed=hash_)


def imprecise(number):
    return record(value=number, precision=precision, to_=number)


def money(value, code=None, ledger=None):
    """Money in a currency, or in any with a conversion to the ledger's."""
    if not (isinstance(value, dict) and currency(value.get("currency"))):
        return False
    own = amount(value["currency"])
    shape = record(amount=own, currency=currency, precision_=precision, to_=own, converted_=lambda _: True)
    if not shape(value) or ("to" in value and "precision" not in value):
        return False
    if code:
        return value["currency"] == code and "converted" not in value
    if value["currency"] == ledger:
        return "converted" not in value
    return record(amount=amount(ledger), currency=exactly(ledger), date=day, rate=decimal, source=text)(
        value.get("converted"))


# ---- definitions

BODIES = ("organisation", "project", "deliverable", "person")
KINDS = ("text", "yesno", "count", "decimal", "money", "date", "choice", "reference", "sealed")
field_shape = record(
    name=name, kind=one_of(*KINDS), label=both, help_=both, required_=exactly(True), many_=exactly(True),
    retired_=exactly(True), choices_=array_of(record(word=word, label=both), 1),
    refers_=array_of(one_of(*BODIES), 1), decimals_=integer(1, 18))


def field(value):
    return (field_shape(value) and value["name"] != "subject"
            and (value["kind"] == "choice") == ("choices" in value)
            and (value["kind"] == "reference" or "refers" not in value)
            and (value["kind"] == "decimal" or "decimals" not in value))


type_shape = record(
    id=short_type, version=integer(1), label=both, help_=both, countson_=name,
    synonyms_=lambda it: it != {} and record(fr_=array_of(string, 1), en_=array_of(string, 1))(it),
    fields_=array_of(field, 1, 64), closes_=record(type=short_type, keys=array_of(name, 1)))


def activity_type(value):
    if not type_shape(value):
        return False
    fields = {it["name"]: it for it in value.get("fields", [])}
    counts = fields.get(value.get("countson"), {})
    return (len(fields) == len(value.get("fields", []))
            and ("countson" not in value or (counts.get("kind") == "date" and "many" not in counts))
            and all(it in fields for it in value.get("closes", {}).get("keys", [])))


TESTS = {"is": array_of(string, 1), "isnot": array_of(string, 1), "list": key, "notlist": key,
         "atleast": integer(0, 2**32 - 1), "min": decimal, "max": decimal, "yes": truth}


def condition(value):
    return (isinstance(value, dict) and len(value) == 2 and path(value.get("path"))
            and all(it == "path" or TESTS.get(it, lambda _: False)(value[it]) for it in value))


rule = record(
    kind=one_of("count", "sum", "distinct", "latest", "share", "max", "mean", "attained", "narrative"),
    window_=one_of("cumulative", "fiscalyear", "open", "state"), since_=day, per_=path, part_=key, whole_=key,
    having_=condition, from_=array_of(record(type=short_type, field_=name, key_=path,
                                             where_=array_of(condition, 1)), 1))
VERSION = {"id": key, "version": integer(1), "label": both}
DEFINITIONS = {
    "jalon.activitytype.defined": activity_type,
    "jalon.list.defined": record(**VERSION, edition=string, members=array_of(string, 1), source_=string),
    "jalon.objective.defined": record(**VERSION, number_=string),
    "jalon.group.defined": record(**VERSION, rows=array_of(key, 1), objective_=key, mean_=array_of(key)),
    "jalon.indicator.defined": record(
        **VERSION, rule=rule, status=one_of("printed", "supposed", "confirmed"), heading_=both, unit_=both,
        words_=both, owner_=both, source_=both, frequency_=both, currency_=currency, decimals_=integer(1, 18),
        percentdecimals_=integer(1, 18), direction_=exactly("down"), baseline_=decimal,
        approved_=record(by=both, on=day), citation_=citation),
    "jalon.target.set": record(id=key, version=integer(1), value=decimal, reason_=both),
}
adoption = record(
    **VERSION, definitions=array_of(integer(0), 1), approver_=both, approval_=array_of(short_type, 1),
    columns_=record(delivered=both, percent=both, target=both), fiscalyearend_=month_day, notice_=both)

# ---- the tree of RFC 6962, section 2.1

def tree_root(leaves):
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree_root(leaves[:middle]) + tree_root(leaves[middle:])).digest()


# ---- signed notes, by Ed25519 (RFC 8032, section 5.1)

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
Q = 2**252 + 27742317777372353535851937790883648493


def point_sum(one, other):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    found = (0, 1, 1, 0)
    while number:
        found = point_sum(found, point) if number & 1 else found
        number, point = number >> 1, point_sum(point, point)
    return found


def point_of(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signature(public, message, signature):
    own, noise, s = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or not own or not noise or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    one, other = times(s, BASE), point_sum(noise, times(h, own))
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def public_key(verifier, name):
    """The key id and the public key of a verifier key of this name."""
    parts = verifier.split("+", 2)
    try:
        typed = base64.b64decode(parts[2], validate=True)
    except (IndexError, ValueError):
        return None
    key_id = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    is_it = parts[0] == name and parts[1] == key_id.hex() and len(typed) == 33 and typed[0] == 1
    return (key_id, typed[1:]) if is_it else None


def note_parts(note):
    text, _, lines = note.rpartition("\n\n")
    found = re.findall("\u2014 ([^ +]+) ([A-Za-z0-9+/]+={0,2})\n", lines)
    return (text + "\n", found) if len(found) == lines.count("\n") > 0 else None


def signers(note, text, name, verifiers):
    """Which of these keys signed a note that says this."""
    parts = note_parts(note)
    need(parts and parts[0] == text, "another note")
    found = set()
    for named, signature in parts[1]:
        signature = base64.b64decode(signature, validate=True)
        for verifier in verifiers:
            key = public_key(verifier, name)
            if named == name and key and signature[:4] == key[0]:
                need(is_signature(key[1], text.encode(), signature[4:]), "another signature")
                found.add(verifier)
    return found


# ---- the program's own entries: attributes beside those of all, and data

activity = record(fields=lambda value: isinstance(value, dict), citation_=citation, evidence_=evidence,
                  basis_=one_of("firsthand", "document", "report"), note_=text, partof_=entry_id)
total = record(indicator=key, from_=day, to=day, value=lambda _: True, citation=citation, evidence_=evidence,
               note_=text)
opened = record(
    format=exactly(1), ledger=uuid, origin=text, typeprefix=short_type, verifierkey=text,
    hash=exactly("blake3-256"), tree=exactly("rfc6962-sha256"), timezone=text, fiscalyearend=month_day,
    currency=currency, languages=array_of(one_of("fr", "en"), 1, 2), name_=both, demonstration_=exactly(True))
def closed_number(value):
    """The shortest decimal, or a ratio in lowest terms that is none."""
    if not isinstance(value, str) or not re.match(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9]|/[1-9][0-9]*)?\Z", value):
        return False
    num, _, den = value.partition("/")
    rest = int(den or 1)
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return value not in ("-0",) and (not den or (rest > 1 and math.gcd(int(num), int(den)) == 1))


def closed_part(value):
    return closed_number(value) and value != "0"


closed_value = record(
    indicator=key, delivered_=closed_number, low_=closed_number, high_=closed_number, precision_=one_of(
        "rounded", "atleast", "about", "atmost"), atleast_=exactly(True), contradicts_=exactly(True),
    documented_=closed_part, itemised_=closed_part, reported_=closed_part)


def closed_values(value):
    ids = [it.get("indicator") for it in value] if array_of(closed_value)(value) else [1, 0]
    return all(one < other for one, other in zip(ids, ids[1:]))


NONE, MAYBE, MUST = 0, 1, 2
# occurred, subject, correctedid, data
OUTLINES = {
    "jalon.ledger.opened": (NONE, NONE, NONE, opened),
    "jalon.user.registered": (NONE, NONE, NONE, record(user=user, name_=sealed)),
    "jalon.clock.accepted": (NONE, NONE, NONE, record(clock=time, last=time)),
    "jalon.program.changed": (NONE, NONE, NONE, record(version=text)),
    "jalon.ledger.repaired": (NONE, NONE, NONE, record(
        **{"from": one_of("twin", "store")}, head=hash_, size=integer(1), asidehead_=hash_, asidesize_=integer(0))),
    "jalon.ledger.restored": (NONE, NONE, NONE, record(head=hash_, size=integer(0))),
    "jalon.key.rotated": (NONE, NONE, NONE, record(handover=text, verifierkey=text, reason_=reason)),
    "jalon.ledger.resumed": (NONE, NONE, NONE, record(
        checkpoint=text, handover=text, verifierkey=text, reason=reason, size=integer(1))),
    "jalon.fiscalyear.valued": (NONE, NONE, NONE, record(values=closed_values)),
    "jalon.fiscalyear.closed": (NONE, NONE, NONE, record(
        again_=entry_id, asat=day, checkpoint=text, open_=integer(1), parts_=lambda it: array_of(entry_id, 1)(it)
        and len(set(it)) == len(it), plan=key, reason_=reason, unapproved_=integer(1), values=closed_values,
        version=integer(1))),
    "jalon.fiscalyear.notified": (NONE, NONE, NONE, record(closing=entry_id, on=day, to=text)),
    "jalon.plan.adopted": (MUST, NONE, NONE, adoption),
    "jalon.total.reported": (MUST, NONE, NONE, total),
    "jalon.table.published": (NONE, NONE, NONE, record(
        asat=day, comparedto_=day, size=integer(1), head=hash_, plan=key, version=integer(1), format=one_of(
            "text", "json", "md", "html", "csv", "xlsx", "other"), language_=one_of("fr", "en"), blake3=hash_,
        to=text, on=day, evidence_=evidence,
        filter_=lambda it: array_of(register_id, 1)(it) and len(set(it)) == len(it))),
    "jalon.sample.drawn": (NONE, NONE, NONE, record(
        asat=day, size=integer(1), head=hash_, plan=key, version=integer(1), indicator=key, items=integer(1),
        method=one_of("random", "interval", "monetary"), above_=decimal,
        seed=lambda it: text(it) and len(it) <= 200 and "\n" not in it,
        filter_=lambda it: array_of(register_id, 1)(it) and len(set(it)) == len(it))),
    "jalon.sample.tested": (NONE, NONE, MUST, record(
        exception=lambda it: isinstance(it, bool), sample=entry_id, version=hash_, audited_=decimal, on_=day,
        remark_=text, evidence_=evidence)),
    "jalon.evidence.added": (NONE, NONE, NONE, record(entry=entry_id, evidence=evidence, note_=text)),
    "jalon.person.erasurerequested": (NONE, MUST, NONE, record(reason=reason)),
    "jalon.person.erased": (NONE, MUST, NONE, record(key=one_of("destroyed", "lost"), request=entry_id)),
    "jalon.note.recorded": (MAYBE, NONE, NONE, record(text=text, evidence_=evidence)),
    "jalon.note.resolved": (NONE, NONE, MUST, record(entry=entry_id)),
    "jalon.batch.started": (NONE, NONE, NONE, record(file=hash_, rows=rows)),
    "jalon.batch.completed": (NONE, NONE, MUST, record(rows=rows)),
    "jalon.batch.withdrawn": (NONE, NONE, MUST, record(reason=reason)),
    "jalon.entry.corrected": (MUST, MAYBE, MUST,
                              record(content=lambda it: isinstance(it, dict), reason=reason, replaces=hash_)),
    "jalon.entry.withdrawn": (NONE, NONE, MUST, record(reason=reason, correction_=entry_id)),
    "jalon.entry.confirmed": (NONE, NONE, MUST, record(version=hash_)),
    "jalon.entry.approved": (NONE, NONE, MUST, record(version=hash_, reason_=reason)),
    "jalon.entry.rejected": (NONE, NONE, MUST, record(version=hash_, reason=reason)),
}
OUTLINES |= {kind: (NONE, NONE, NONE, test) for kind, test in DEFINITIONS.items()}
words_or_many = lambda value: string(value) or array_of(string, 2)(value)
attributes = lambda value: isinstance(value, dict) and value != {} and all(map(words_or_many, value.values()))
for kind in BODIES:
    named = {"name_": sealed} if kind == "person" else {"name_": both, "synonyms_": array_of(string, 1)}
    fact = record(**named, attributes_=attributes, successor_=register_id, citation_=citation, reason_=string)
    OUTLINES[f"jalon.{kind}.registered"] = (MUST, MUST, NONE, fact)
    OUTLINES[f"jalon.{kind}.changed"] = (MUST, MUST, NONE, fact)
    OUTLINES[f"jalon.{kind}.merged"] = (NONE, MUST, NONE, record(into=register_id, reason=reason))

ATTRIBUTES = {
    "specversion": exactly("1.0"), "id": entry_id, "source": text, "type": short_type, "dataschema": text,
    "datacontenttype": exactly("application/json"), "recordedtime": time, "sequence": matching("[0-9]{20}"),
    "prevhash": hash_, "authid": user, "authtype": one_of("app_user", "user", "service_account", "system"),
    "data": lambda value: isinstance(value, dict),
}
OPTIONAL = {"occurredfrom": day, "occurredto": day, "subject": register_id, "correctedid": entry_id,
            "correlationid": entry_id}


def check_entry(entry):
    """An entry by itself."""
    for attribute, test in ATTRIBUTES.items():
        need(attribute in entry and test(entry[attribute]), f"the attribute {attribute}")
    for attribute, value in entry.items():
        known = attribute in ATTRIBUTES or attribute in OPTIONAL
        need(known and ATTRIBUTES.get(attribute, OPTIONAL.get(attribute))(value), f"the attribute {attribute}")
        need(attribute == "data" or "\n" not in value, f"the attribute {attribute}")
    need(("occurredfrom" in entry) == ("occurredto" in entry), "one of occurredfrom and occurredto")
    need(entry.get("occurredfrom", "") <= entry.get("occurredto", ""), "occurredfrom after occurredto")
    prefix = f"{entry['source']}/schema/{entry['type']}/"
    version = entry["dataschema"].removeprefix(prefix)
    need(entry["dataschema"].startswith(prefix) and re.match(r"[1-9][0-9]{0,8}\Z", version), "dataschema")
    own = entry["type"].startswith("jalon.")
    need(not own or entry["type"] in OUTLINES, "a type that format 1 does not have")
    need(not own or version == "1", "the version of the type")
    imported = not own or entry["type"] == "jalon.total.reported"
    need(imported or "correlationid" not in entry, "the attribute correlationid")
    outline = OUTLINES.get(entry["type"], (MUST, MAYBE, NONE, activity))
    for attribute, wanted in zip(("occurredfrom", "subject", "correctedid"), outline):
        need(wanted == MAYBE or (attribute in entry) == (wanted == MUST), f"the attribute {attribute}")
    need(outline[3](entry["data"]), "the data")
    return int(version)


# ---- what entries say of each other


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def is_verifier(name, value):
    """name + key id + base64(01 ‖ 32 bytes), C2SP signed-note."""
    head, encoded = value[:len(name) + 10], value[len(name) + 10:]
    try:
        public = base64.b64decode(encoded, validate=True)
    except ValueError:
        return False
    digest = hashlib.sha256(name.encode() + b"\n" + public).hexdigest()
    return (len(public) == 33 and public[0] == 1 and base64.b64encode(public).decode() == encoded
            and head == f"{name}+{digest[:8]}+")


def seals(value):
    """All sealed values within a value."""
    if isinstance(value, dict) and sealed(value):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [it for one in inner for it in seals(one)]


def standing(original):
    return [it for it in original["versions"] if it.standing][-1]


class Version:
    def __init__(self, entry, content, digest, recorded):
        self.id, self.content, self.hash, self.author = entry["id"], content, digest, entry["authid"]
        self.to, self.recorded, self.confirmed, self.standing = entry["occurredto"], recorded, False, True


class Log:
    def __init__(self):
        self.size, self.head, self.time, self.source = 0, "0" * 64, "", None
        self.ids, self.definitions, self.types, self.versions = set(), {}, {}, {}
        self.register, self.merged, self.merges = set(), {}, {}
        self.originals, self.withdrawn, self.notes, self.batches = {}, set(), {}, {}
        self.adopted, self.in_force, self.valued, self.closed = {}, [], {}, {}
        self.origin, self.keys, self.erasures = None, [], {}
        self.rows, self.samples = {}, {}
        self.users, self.announced, self.program, self.hashes = set(), None, None, []

    def take(self, line):
        need(len(line) <= 61440, "too many bytes")
        entry = parse(line.decode("utf-8"))
        version = check_entry(entry)
        need(int(entry["sequence"]) == self.size, "its sequence is not its place")
        need(entry["prevhash"] == self.head, "it does not name the hash of the line before")
        need(entry["recordedtime"] >= self.time, "recorded before the line before")
        need(entry["id"] not in self.ids, "an id that stands before")
        need(self.source in (None, entry["source"]), "another source")
        digest = blake3(line)
        need((self.size == 0) == (entry["type"] == "jalon.ledger.opened"), "entry 0 and no other opens the ledger")
        if "correlationid" in entry:
            need(self.batches.get(entry["correlationid"], {}).get("open"), "its batch is not open")
            self.batches[entry["correlationid"]]["brought"] += 1
        self.check_recorder(entry)
        self.check_clock(entry)
        self.check_seals(entry)
        self.follow(entry, version, digest)
        self.hashes.append(digest)
        self.ids.add(entry["id"])
        self.size, self.head = self.size + 1, digest
        self.time, self.source = entry["recordedtime"], entry["source"]

    def check_recorder(self, entry):
        kind, author = entry["type"], entry["authid"]
        registers = kind == "jalon.user.registered" and entry["data"]["user"] == author
        need(self.announced in (None, author if registers else None), "its recorder is not registered next")
        self.announced = None
        if author in self.users or registers or kind == "jalon.ledger.opened":
            return
        need(kind == "jalon.clock.accepted", "its recorder is not registered")
        self.announced = author

    def check_clock(self, entry):
        if self.size == 0:
            return
        now, data = entry["recordedtime"], entry["data"]
        if entry["type"] == "jalon.clock.accepted":
            need(data["last"] == self.time and now == max(data["clock"], data["last"]), "other times")
        else:
            need(moment(now) - moment(self.time) <= datetime.timedelta(days=400), "no clock was accepted")

    def check_seals(self, entry):
        """Nothing new is sealed for whom is to be erased; a correction keeps what it replaces."""
        new = [it for it in seals(entry["data"]) if it["person"] in self.erasures]
        known = self.originals.get(entry.get("correctedid")) if entry["type"] == "jalon.entry.corrected" else None
        kept = seals(standing(known).content) if new and known else []
        need(all(it in kept for it in new), "sealed for whom is to be erased")

    def follow(self, entry, version, digest):
        kind, data = entry["type"], entry["data"]
        if kind in ("jalon.person.erasurerequested", "jalon.person.erased"):
            return self.erase(kind, entry, data)
        if kind == "jalon.ledger.opened":
            return self.open(entry)
        if kind in DEFINITIONS or kind == "jalon.plan.adopted":
            return self.define(entry)
        if kind.split(".")[1] in BODIES and kind.startswith("jalon."):
            return self.register_fact(entry)
        if kind == "jalon.total.reported":
            self.check_total(entry, data)
        elif not kind.startswith("jalon."):
            short = kind.removeprefix(self.prefix + ".")
            need(short != kind and (short, version) in self.types, "its type is not in the catalogue")
            self.check_activity(entry, data, self.types[short, version], {"fields": {}})
        elif "correctedid" in entry or kind in (
                "jalon.note.recorded", "jalon.batch.started", "jalon.table.published", "jalon.evidence.added",
                "jalon.sample.drawn"):
            return self.about(entry, data, digest)
        else:
            return self.administer(entry, kind, data)
        first = Version(entry, data, digest, self.local_day(entry))
        self.originals[entry["id"]] = {"kind": kind, "versions": [first], "batch": entry.get("correlationid")}

    def open(self, entry):
        data = entry["data"]
        scheme, _, rest = entry["source"].partition("://")
        need(re.match(r"[a-z][a-z0-9+.-]*\Z", scheme), "the scheme of source")
        need(re.match(r"[A-Za-z0-9\-._~:/?\[\]@!$&'()*,;=%]+\Z", rest) and rest == data["origin"], "origin")
        need(is_verifier(rest, data["verifierkey"]), "verifierkey")
        self.origin, self.keys, self.since = rest, [data["verifierkey"]], [-1]
        self.year_end = data["fiscalyearend"]
        need(data["typeprefix"].split(".")[0] != "jalon" and len(data["typeprefix"]) <= 32, "typeprefix")
        need(len(set(data["languages"])) == len(data["languages"]), "languages")
        self.prefix, self.currency = data["typeprefix"], data["currency"]
        try:
            self.zone = zoneinfo.ZoneInfo(data["timezone"])
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            raise Wrong("timezone") from None

    def local_day(self, entry):
        return moment(entry["recordedtime"]).astimezone(self.zone).date().isoformat()

    def administer(self, entry, kind, data):
        if kind == "jalon.user.registered":
            need(data["user"] not in self.users, "a recorder registered already")
            self.users.add(data["user"])
        elif kind == "jalon.program.changed":
            need(data["version"] != self.program, "the same version of the program")
            self.program = data["version"]
        elif kind == "jalon.ledger.repaired":
            need(self.hashes[:data["size"]][-1:] == [data["head"]] and data["size"] <= self.size, "another end")
            need(("asidehead" in data) == ("asidesize" in data), "half an end")
        elif kind == "jalon.ledger.restored":
            need(data["size"] == self.size and data["head"] == self.head, "another end")

        elif kind in ("jalon.key.rotated", "jalon.ledger.resumed"):
            self.change_key(kind, data)
        elif kind == "jalon.fiscalyear.valued":
            self.valued[entry["id"]] = self.size
        elif kind == "jalon.fiscalyear.closed":
            self.close(entry, data)
        elif kind == "jalon.fiscalyear.notified":
            need(data["closing"] in [it for it, _ in self.closed.values()], "no such closing")
            need(data["on"] <= self.local_day(entry), "sent after it is recorded")

    def close(self, entry, data):
        """A fiscal year of a plan in force is closed."""
        ruling = [it for it in self.in_force if it[0] == data["plan"] and it[1] <= data["asat"]]
        # Of two versions from the same day the one recorded later rules.
        ruling = max(enumerate(ruling), key=lambda it: (it[1][1], it[0]), default=(0, None))[1]
        need(ruling and ruling[2] == data["version"], "no such plan in force")
        need(data["asat"][5:] == (ruling[3] or self.year_end), "no fiscal year of the plan")
        need(data["asat"] < self.local_day(entry), "a year that is not over")
        named = [self.definitions[place] for place in ruling[4]]
        unapproved = [it for kind, it in named if kind == "jalon.indicator.defined" and "approved" not in it]
        need(data.get("unapproved", 0) == len(unapproved), "other rules not approved")
        need("reason" in data or not (unapproved or "open" in data), "closed all the same without a reason")
        before = self.closed.get((data["plan"], data["asat"]))
        need((before[0] if before else None) == data.get("again"), "another closing before it")
        need(not before or "reason" in data, "closed again without a reason")
        parts = data.get("parts", [])
        first = self.size - len(parts)
        need([self.valued.get(it) for it in parts] == list(range(first, self.size)), "other parts")
        lines = data["checkpoint"].split("\n")
        need(lines[:2] == [self.origin, str(first)], "another checkpoint")
        root = base64.b64encode(tree_root([bytes.fromhex(it) for it in self.hashes[:first]])).decode()
        need(lines[2:3] == [root], "the checkpoint of another tree")
        key = [it for since, it in zip(self.since, self.keys) if since < first or since < 0][-1]
        need(signers(data["checkpoint"] + "\n", "\n".join(lines[:3]) + "\n", self.origin, [key]), "another key")
        self.closed[data["plan"], data["asat"]] = (entry["id"], self.size)

    def change_key(self, kind, data):
        """Another key signs from here on."""
        key, former = data["verifierkey"], self.keys[-1]
        need(public_key(key, self.origin) and key not in self.keys, "no new key of the ledger")
        handed_over = f"{self.origin}\nhand-over after {self.size} entries\n{former}\n{key}\n"
        signed = signers(data["handover"] + "\n", handed_over, self.origin, [former, key])
        need(key in signed and (kind == "jalon.ledger.resumed" or former in signed), "not handed over")
        if kind == "jalon.ledger.resumed":
            lines = data["checkpoint"].split("\n")
            need(lines[0] == self.origin and re.fullmatch("[1-9][0-9]*", lines[1]), "no checkpoint")
            need(0 <= self.size - data["size"] <= 3 and int(lines[1]) > data["size"], "nothing lost")
            need(len(base64.b64decode(lines[2], validate=True)) == 32, "no root")
            need(note_parts(data["checkpoint"] + "\n"), "no note")
        self.keys.append(key)
        self.since.append(self.size)
    def erase(self, kind, entry, data):
        person = entry["subject"]
        asked = self.erasures.get(person)
        if kind == "jalon.person.erasurerequested":
            need(person.startswith("person/"), "the subject is no person")
            need(asked is None, "an erasure asked for twice")
            self.erasures[person] = {"id": entry["id"], "done": False}
        else:
            need(asked and data["request"] == asked["id"], "an erasure that was not asked for")
            need(not asked["done"], "an erasure done twice")
            asked["done"] = True

    def define(self, entry):
        kind, data = entry["type"], entry["data"]
        before = self.versions.get((kind, data["id"]), 0)
        need(data["version"] == before + 1, "its version is not the next")
        if kind == "jalon.plan.adopted":
            need(entry["occurredfrom"] == entry["occurredto"], "its days differ")
            self.adopt(data)
            self.in_force.append((data["id"], entry["occurredfrom"], data["version"], data.get("fiscalyearend"),
                                  data["definitions"]))
        else:
            self.definitions[self.size] = (kind, data)
        self.versions[kind, data["id"]] = data["version"]
        if kind == "jalon.indicator.defined":
            self.check_rule(data["rule"])
        if kind == "jalon.activitytype.defined":
            need(len(self.prefix) + 1 + len(data["id"]) <= 64, "the name of the type is too long")
            if data["id"] in self.types:
                self.check_next(self.types[data["id"]], data)
            self.types[data["id"], data["version"]] = self.types[data["id"]] = data
            need(len([it for it in self.types if isinstance(it, str)]) <= 300, "over 300 types")

    def adopt(self, data):
        need(all(place in self.definitions for place in data["definitions"]), "it names what is no definition")
        named = [self.definitions[place] for place in data["definitions"]]
        ids = [(kind, it["id"]) for kind, it in named]
        need(len(set(ids)) == len(ids), "one definition twice")
        need(len([kind for kind, _ in ids if kind == "jalon.indicator.defined"]) <= 500, "over 500 indicators")
        numbers = [it["id"] for kind, it in named if kind == "jalon.indicator.defined"
                   and it["rule"]["kind"] not in ("share", "narrative")]
        rows = [row for kind, it in named if kind == "jalon.group.defined" for row in it["rows"]]
        need(len(set(rows)) == len(rows), "an indicator is a row twice")
        targets = [id for kind, id in ids if kind == "jalon.target.set"]
        need(all(("jalon.indicator.defined", it) in ids for it in rows + targets), "no such indicator in it")
        for kind, it in named:
            if kind == "jalon.group.defined":
                need(set(it.get("mean", [])) <= set(it["rows"]), "the mean of what is no row")
                need("objective" not in it or ("jalon.objective.defined", it["objective"]) in ids, "no objective")
            if kind == "jalon.indicator.defined":
                parts = [it["rule"][of] for of in ("part", "whole") if of in it["rule"]]
                need(all(part in numbers for part in parts), "a share of what is no part")
        need(all(it in self.types for it in data.get("approval", [])), "the approval of no type")
        self.adopted[data["id"], data["version"]] = self.size
        self.rows[data["id"], data["version"]] = [id for kind, id in ids if kind == "jalon.indicator.defined"]

    def check_rule(self, rule):
        for source in rule.get("from", []):
            need(source["type"] in self.types, "a rule draws on no type")
            kinds = {it["name"]: it["kind"] for it in self.types[source["type"]].get("fields", [])}
            paths = [source.get("field"), source.get("key"), rule.get("per")]
            paths += [it["path"] for it in source.get("where", []) + [rule.get("having", {"path": None})]]
            for root in [it.split(".")[0] for it in paths if it is not None]:
                need(root == "subject" or kinds.get(root, "sealed") != "sealed", "a rule reads no field")

    def check_next(self, before, after):
        new = {it["name"]: it for it in after.get("fields", [])}
        old = {it["name"]: it for it in before.get("fields", [])}
        for it in old.values():
            kept = new.get(it["name"])
            need(kept and all(kept.get(of) == it.get(of) for of in ("kind", "many", "decimals")), "a field changes")
            words = [choice["word"] for choice in kept.get("choices", [])]
            need(all(choice["word"] in words for choice in it.get("choices", [])), "a choice is gone")
            need("refers" not in kept or set(it.get("refers", BODIES)) <= set(kept["refers"]) and "refers" in it,
                 "a field refers to fewer")
            need("retired" not in it or "retired" in kept, "a field comes back")
        need(all(after.get(of) == before.get(of) for of in ("countson", "closes")), "another date or opening")
        need(all("required" in old.get(it["name"], {}) for it in new.values() if "required" in it), "now required")

    def canonical(self, body):
        while body in self.merged:
            body = self.merged[body]
        return body

    def register_fact(self, entry):
        _, kind, fact = entry["type"].split(".")
        subject, data = entry["subject"], entry["data"]
        need(subject.startswith(kind + "/"), "the subject is of another kind")
        if fact == "registered":
            need(subject not in self.register, "registered already")
        else:
            need(subject in self.register, "not registered")
        other = data.get("into", data.get("successor"))
        need(other is None or other in self.register, "the other body is not registered")
        if fact == "registered":
            self.register.add(subject)
        if fact == "merged":
            need(subject not in self.merged, "merged already")
            need(other.startswith(kind + "/") and self.canonical(other) != self.canonical(subject), "one body")
            self.merged[subject] = other
            self.merges[entry["id"]] = subject

    def is_activity(self, id):
        found = self.originals.get(id)
        return found and id not in self.withdrawn and found["kind"] != "jalon.total.reported"

    def check_activity(self, entry, data, kind, before):
        need("subject" not in entry or entry["subject"] in self.register, "the subject is not registered")
        part = data.get("partof")
        need(part in (None, before.get("partof")) or
             (self.is_activity(part) and part != entry.get("correctedid")), "a part of no activity")
        fields = {it["name"]: it for it in kind.get("fields", [])}
        for given, value in data["fields"].items():
            need(given in fields and ("retired" not in fields[given] or given in before["fields"]),
                 f"the field {given}")
            single = lambda item: self.value_fits(fields[given], item)
            if "many" in fields[given]:
                need(array_of(single, 1, 200)(value), f"the field {given}")
                need(all(it not in value[:i] for i, it in enumerate(value)), f"the field {given} repeats")
            else:
                need(single(value), f"the field {given}")
        for it in fields.values():
            lapsed = "required" not in it or "retired" in it
            need(lapsed or it["name"] in data["fields"], f"the field {it['name']} lacks")

    def value_fits(self, field, value):
        kind = field["kind"]
        if kind == "text":
            return text(value) and value.strip() == value
        if kind == "count":
            whole = integer(1 - 2**53)
            return whole(value) or imprecise(whole)(value)
        if kind == "decimal":
            wanted = field.get("decimals", 0)
            exact = lambda it: decimal(it) and len(it.partition(".")[2]) == wanted
            return exact(value) or imprecise(exact)(value)
        if kind == "money":
            return money(value, ledger=self.currency)
        if kind == "choice":
            return value in [choice["word"] for choice in field["choices"]]
        if kind == "reference":
            return (register_id(value) and value in self.register
                    and ("refers" not in field or value.split("/")[0] in field["refers"]))
        return {"yesno": truth, "date": day, "sealed": sealed}[kind](value)

    def check_overlap(self, data, own=None):
        """Of two totals of an indicator one contains the other, or they share no day."""
        first, last = data.get("from", ""), data["to"]
        for id, it in self.originals.items():
            if id == own or id in self.withdrawn or it["kind"] != "jalon.total.reported":
                continue
            other = standing(it).content
            if other["indicator"] == data["indicator"]:
                begins, ends = other.get("from", ""), other["to"]
                need(ends < first or last < begins or (first <= begins and ends <= last)
                     or (begins <= first and last <= ends), "its period overlaps another's")

    def check_total(self, entry, data):
        need(data["to"] <= self.local_day(entry), "a total before its last day")
        self.check_overlap(data, entry.get("correctedid"))
        need(entry["occurredfrom"] == entry["occurredto"] == data["to"], "its day is not `to`")
        need(data.get("from", "") <= data["to"], "its period ends before it starts")
        indicators = [it for kind, it in self.definitions.values()
                      if kind == "jalon.indicator.defined" and it["id"] == data["indicator"]]
        need(indicators, "its indicator is not defined")
        code = indicators[-1].get("currency")
        fits = money(data["value"], code=code) if code else (
            decimal(data["value"]) or imprecise(decimal)(data["value"]))
        need(fits, "its value does not fit its indicator")

    def original(self, entry):
        found = self.originals.get(entry["correctedid"])
        need(found, "it is not about an original")
        need(entry["correctedid"] not in self.withdrawn, "it is about what was withdrawn")
        return found

    def about(self, entry, data, digest):
        kind, about = entry["type"], entry.get("correctedid")
        if kind == "jalon.note.recorded":
            self.notes[entry["id"]] = "open"
        elif kind == "jalon.table.published":
            self.publish(entry, data)
        elif kind == "jalon.sample.drawn":
            self.draw(entry, data)
        elif kind == "jalon.sample.tested":
            self.test(entry, data, about)
        elif kind == "jalon.evidence.added":
            backed = data["entry"]
            stands = backed in self.originals and backed not in self.withdrawn
            need(stands or self.notes.get(backed) in ("open", "resolved", "sent"), "added to what takes none")
            self.notes[entry["id"]] = "added"
        elif kind == "jalon.batch.started":
            need(all(it["withdrawn"] or it["file"] != data["file"] for it in self.batches.values()), "again")
            self.batches[entry["id"]] = {"open": True, "withdrawn": False, "brought": 0, **data}
        elif kind == "jalon.note.resolved":
            need(self.notes.get(about) == "open" and self.is_activity(data["entry"]), "no open note")
            self.notes[about] = "resolved"
        elif kind in ("jalon.batch.completed", "jalon.batch.withdrawn"):
            self.end_batch(kind, about, data)
        elif kind == "jalon.entry.withdrawn":
            self.withdraw(entry, data, about)
        elif kind == "jalon.entry.corrected":
            self.correct(entry, data, digest)
        elif kind == "jalon.entry.confirmed":
            version = standing(self.original(entry))
            need(self.is_activity(about), "it confirms no activity")
            need(version.hash == data["version"], "it confirms another version")
            need(version.to > version.recorded and not version.confirmed, "it confirms what is not planned")
            need(self.local_day(entry) >= version.to, "it confirms before the day")
            version.confirmed = True
        elif kind in ("jalon.entry.approved", "jalon.entry.rejected"):
            seen = [it for it in self.original(entry)["versions"] if it.hash == data["version"]]
            need(seen and seen[0].standing, "it names no version that was not withdrawn")
            need(seen[0].author != entry["authid"], "it names no version of another recorder")

    def check_end(self, data):
        need(data["size"] <= self.size and self.hashes[data["size"] - 1] == data["head"], "another end")
        adopted = [it for it in self.adopted if it == (data["plan"], data["version"])]
        need(adopted and self.adopted[adopted[0]] < data["size"], "no such version of a plan")
        need(all(it in self.register for it in data.get("filter", [])), "the filter is not registered")

    def draw(self, entry, data):
        self.check_end(data)
        need(data["indicator"] in self.rows[data["plan"], data["version"]], "no value of that plan")
        self.notes[entry["id"]] = "drawn"
        self.samples[entry["id"]] = data["size"]

    def test(self, entry, data, about):
        need(self.notes.get(data["sample"]) == "drawn", "no sample that stands")
        need(about in self.originals, "it is not about an original")
        known = self.hashes[:self.samples[data["sample"]]]
        named = [it for it in self.originals[about]["versions"] if it.hash == data["version"]]
        need(named and data["version"] in known, "no version that the sample knew")
        need(data.get("on", "") <= self.local_day(entry), "tested after it is recorded")

    def publish(self, entry, data):
        self.check_end(data)
        need(data["on"] <= self.local_day(entry), "sent after it is recorded")
        kept = data.get("evidence")
        need(kept is None or [it["blake3"] for it in kept] == [data["blake3"]], "another document")
        self.notes[entry["id"]] = "sent"

    def end_batch(self, kind, about, data):
        batch = self.batches.get(about)
        need(batch and not batch["withdrawn"], "no such batch")
        need(batch["open"] or kind == "jalon.batch.withdrawn", "the batch is completed")
        need(data.get("rows", batch["brought"]) == batch["brought"], "it has brought more or less")
        need("rows" not in data or data["rows"] == batch["rows"], "it was to bring more or less")
        batch["open"] = False
        if kind == "jalon.batch.withdrawn":
            batch["withdrawn"] = True
            self.withdrawn |= {id for id, it in self.originals.items() if it["batch"] == about}

    def withdraw(self, entry, data, about):
        if "correction" not in data and about in self.merges:
            del self.merged[self.merges.pop(about)]
        elif "correction" not in data and about in self.notes:
            need(self.notes[about] != "withdrawn", "withdrawn already")
            self.notes[about] = "withdrawn"
        elif "correction" in data:
            found = self.original(entry)["versions"][1:]
            named = [it for it in found if it.id == data["correction"] and it.standing]
            need(named, "it names no standing correction")
            named[0].standing = False
            if self.original(entry)["kind"] == "jalon.total.reported":
                self.check_overlap(standing(self.original(entry)).content, about)
        else:
            self.original(entry)
            self.withdrawn.add(about)

    def correct(self, entry, data, digest):
        original = self.original(entry)
        before = standing(original)
        need(data["replaces"] == before.hash, "it replaces another version")
        if original["kind"] == "jalon.total.reported":
            need(total(data["content"]), "the content")
            need(data["content"]["indicator"] == before.content["indicator"] and "subject" not in entry, "another")
            self.check_total(entry, data["content"])
        else:
            need(activity(data["content"]), "the content")
            short = original["kind"].removeprefix(self.prefix + ".")
            self.check_activity(entry, data["content"], self.types[short], before.content)
        original["versions"].append(Version(entry, data["content"], digest, self.local_day(entry)))


def verify(data):
    """Size and head of a log, or the first line that is wrong and why."""
    log, number = Log(), 0
    try:
        *lines, rest = data.split(b"\n")
        for number, line in enumerate(lines, 1):
            log.take(line)
        number += 1
        need(rest == b"", "it does not end in LF")
    except (Wrong, ValueError, IndexError) as wrong:
        return False, f"line {number}: {wrong}"
    return True, f"{log.size} · {log.head}"


if __name__ == "__main__":
    sound = True
    for argument in sys.argv[1:]:
        with open(argument, "rb") as file:
            passed, told = verify(file.read())
        print(told)
        sound &= passed
    sys.exit(0 if sound else 1)
