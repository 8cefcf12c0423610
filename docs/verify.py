#!/usr/bin/env python3
"""Checks a ledger of format 1 without the program that wrote it.

    pip install blake3 cryptography
    python3 verify.py LOG.jsonl [--checkpoint FILE]... [--key VERIFIER-KEY] [--kpi TABLE.json]...

LOG.jsonl is what `jalon export jsonl` prints. Every line is read in its one spelling and
hashed again, the chain and the tree over all lines are made anew, and of each checkpoint
root, size and signature are compared: one kept from before shows that nothing was taken
away since. Of each table that `jalon kpi --format json` printed the values of the kinds
count, sum, distinct and latest are computed again from the lines alone.

Written from docs/format.md alone. What it does not check is said at the end.
"""

import argparse
import base64
import datetime
import hashlib
import json
import sys
from fractions import Fraction
from zoneinfo import ZoneInfo

from blake3 import blake3
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

class Wrong(Exception):
    """What is not as it should be."""

def need(truth, reason):
    if not truth:
        raise Wrong(reason)

# ---- bytes, form, chain

def no_float(text):
    raise Wrong(f"the number {text}")

def spelt(entry):
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def read_line(line):
    entry = json.loads(line.decode("utf-8"), parse_float=no_float, parse_constant=no_float)
    need(spelt(entry) == line, "it is not in its one spelling")
    return entry

def read_log(path):
    """The entries, and the hash of each line."""
    with open(path, "rb") as file:
        *lines, rest = file.read().split(b"\n")
    need(rest == b"" and lines, "the file does not end with a line feed")
    entries, hashes, ids = [], [b"\0" * 32], set()
    for number, line in enumerate(lines):
        try:
            entry = read_line(line)
            need(entry["sequence"] == f"{number:020}", "its sequence is not its place")
            need(entry["prevhash"] == hashes[-1].hex(), "it does not name the hash of the line before")
            need(not entries or entry["recordedtime"] >= entries[-1]["recordedtime"], "time runs backwards")
            need(entry["id"] not in ids, "its id stands before")
            need(not entries or entry["source"] == entries[0]["source"], "another ledger's entry")
        except (Wrong, ValueError, KeyError, TypeError) as wrong:
            raise Wrong(f"line {number + 1}: {wrong}") from wrong
        ids.add(entry["id"])
        entries.append(entry)
        hashes.append(blake3(line).digest())
    return entries, hashes[1:]

# ---- tree and signatures (RFC 6962, section 2.1; C2SP signed-note and tlog-checkpoint)

def root_of(leaves):
    """From the leaves up: what is left over of a level goes up as it is."""
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + one + other).digest() for one, other in zip(level[::2], level[1::2])]
        level = pairs + level[len(level) - len(level) % 2:]
    return level[0] if level else hashlib.sha256(b"").digest()

class Key:
    """A verifier key: NAME+ID+BASE64(01 ‖ public key)."""

    def __init__(self, text):
        self.text = text
        self.name, digits, encoded = text.split("+", 2)
        typed = base64.b64decode(encoded, validate=True)
        self.id = hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4]
        need(typed[:1] == b"\1" and len(typed) == 33 and self.id.hex() == digits, f"{text} is no verifier key")
        self.key = Ed25519PublicKey.from_public_bytes(typed[1:])

    def signed(self, text, lines):
        """Whether one of the lines below a text is a signature of it by this key."""
        for line in lines:
            dash, name, encoded = line.split(" ", 2)
            signature = base64.b64decode(encoded, validate=True)
            if (dash, name, signature[:4]) == ("\u2014", self.name, self.id):
                self.key.verify(signature[4:], text.encode())
                return True
        return False

def split_note(note):
    """The text of a note, its last line feed included, and the lines of its signatures."""
    text, parted, lines = note.rpartition("\n\n")
    need(parted and lines.endswith("\n"), "no signed note")
    return text + "\n", lines.splitlines()

def keys_of(entries):
    """The keys that sign, from which size of the tree on, and whether the one before handed over."""
    keys = [(0, Key(entries[0]["data"]["verifierkey"]), True)]
    for place, entry in enumerate(entries):
        if entry["type"] in ("jalon.key.rotated", "jalon.ledger.resumed"):
            former, key = keys[-1][1], Key(entry["data"]["verifierkey"])
            text, lines = split_note(entry["data"]["handover"] + "\n")
            origin = entries[0]["data"]["origin"]
            said = f"{origin}\nhand-over after {place} entries\n{former.text}\n{key.text}\n"
            by_former = former.signed(text, lines)
            need(text == said and key.signed(text, lines), f"line {place + 1}: the key is not handed over")
            need(by_former or entry["type"] == "jalon.ledger.resumed", f"line {place + 1}: not by the key so far")
            keys.append((place + 1, key, by_former))
    return keys

def check_checkpoint(note, entries, hashes, known):
    """Size of a checkpoint that is of this log; raises where it is not."""
    text, lines = split_note(note)
    origin, size, root = text.splitlines()[:3]
    need(origin == entries[0]["data"]["origin"], f"a checkpoint of {origin}")
    need(int(size) <= len(hashes), f"it covers {size} entries, and the log has {len(hashes)}")
    need(base64.b64decode(root) == root_of(hashes[:int(size)]), f"another root of the first {size} entries")
    signers = [it for it in keys_of(entries) if it[0] <= int(size)]
    need(signers[-1][1].signed(text, lines), "it is not signed by the key of that size")
    if known is not None:
        at = [key.text for _, key, _ in signers].index(known)
        need(all(is_handed_over for _, _, is_handed_over in signers[at + 1:]), "the key that was given did not hand over")
    return int(size)

# ---- what entries say: definitions, register, versions (docs/format.md, "From entries to values")

class Known:
    """A ledger as known at a size."""

    def __init__(self, entries):
        self.entries, opened = entries, entries[0]["data"]
        self.prefix, self.zone = opened["typeprefix"] + ".", ZoneInfo(opened["timezone"])
        self.year_end, self.types, self.adoptions = opened["fiscalyearend"], {}, []
        self.facts, self.merges, self.items, gone = {}, [], {}, set()
        for place, entry in enumerate(entries):
            kind, data = entry["type"], entry["data"]
            if kind == "jalon.activitytype.defined":
                self.types[data["id"]] = data
            elif kind == "jalon.plan.adopted":
                self.adoptions.append((entry["occurredfrom"], place, data))
            elif kind.endswith((".registered", ".changed")) and kind.startswith("jalon.") and "subject" in entry:
                since = entry["occurredto"] if kind.endswith(".changed") else ""
                self.facts.setdefault(entry["subject"], []).append((since, place, data.get("attributes", {})))
            elif kind.endswith(".merged"):
                self.merges.append((entry["id"], entry["subject"], data["into"]))
            elif kind == "jalon.total.reported" or not kind.startswith("jalon."):
                self.items[entry["id"]] = {"place": place, "kind": kind, "batch": entry.get("correlationid"),
                                           "versions": [self.version(place, entry, data)]}
            elif kind == "jalon.batch.withdrawn":
                gone |= {id for id, it in self.items.items() if it["batch"] == entry["correctedid"]}
            elif entry.get("correctedid") in self.items:
                self.about(place, entry, self.items[entry["correctedid"]]["versions"], gone)
            elif kind == "jalon.entry.withdrawn":
                gone.add(entry["correctedid"])
        self.merges = [(gone_id, into) for id, gone_id, into in self.merges if id not in gone]
        self.items = {id: it for id, it in self.items.items() if id not in gone}

    def version(self, place, entry, content):
        day = datetime.datetime.fromisoformat(entry["recordedtime"]).astimezone(self.zone).date().isoformat()
        return {"id": entry["id"], "hash": blake3(spelt(entry)).hexdigest(), "from": entry["occurredfrom"],
                "to": entry["occurredto"], "subject": entry.get("subject"), "content": content,
                "planned": entry["occurredto"] > day, "approved": None, "standing": True}

    def about(self, place, entry, versions, gone):
        kind, data = entry["type"], entry["data"]
        if kind == "jalon.entry.corrected":
            versions.append(self.version(place, entry, data["content"]))
        elif kind == "jalon.entry.withdrawn" and "correction" not in data:
            gone.add(entry["correctedid"])
        for version in versions:
            if kind == "jalon.entry.withdrawn" and version["id"] == data.get("correction"):
                version["standing"] = False
            elif data.get("version") == version["hash"]:
                if kind == "jalon.entry.confirmed":
                    version["planned"] = False
                else:
                    version["approved"] = kind == "jalon.entry.approved"

    def body(self, id):
        """The id that names a body."""
        into = dict(self.merges)
        while id in into:
            id = into[id]
        return id

    def attribute(self, id, name, day):
        """What is stated of a body on a day, as a list; none where nothing is."""
        own = self.body(id)
        for one in [own] + [gone for gone, _ in self.merges if self.body(gone) == own]:
            facts = [it for it in sorted(self.facts.get(one, [])[1:], key=lambda it: it[:2]) if it[0] <= day]
            for _, _, attributes in [*reversed(facts), *self.facts.get(one, [])[:1]]:
                if name in attributes:
                    found = attributes[name]
                    return found if isinstance(found, list) else [found]
        return None

    def ruling(self, plan, version):
        """The adoption, its definitions by type and id, and the plan's first day."""
        own = [it for it in self.adoptions if it[2]["id"] == plan]
        adoption = [it for it in own if it[2]["version"] == version][0][2]
        named = [self.entries[place] for place in adoption["definitions"]]
        defined = {(entry["type"], entry["data"]["id"]): entry["data"] for entry in named}
        return adoption, defined, own[0][0]

# ---- values

class Values:
    """Values of one plan at a day."""

    def __init__(self, known, plan, version, day):
        self.known, self.day = known, day
        self.adoption, self.defined, self.first = known.ruling(plan, version)
        self.year_end = self.adoption.get("fiscalyearend", known.year_end)

    def year_start(self, day):
        """The day after the last end of a fiscal year before a day."""
        ends = [datetime.date.fromisoformat(f"{int(day[:4]) - back}-{self.year_end}") for back in (0, 1)]
        return (max(end for end in ends if end.isoformat() < day) + datetime.timedelta(1)).isoformat()

    def counted(self, short):
        """The version of each original of a type that counts, in order."""
        kind, found = self.known.prefix + short, []
        asks = short in self.adoption.get("approval", [])
        dated = self.known.types[short].get("countson")
        for item in self.known.items.values():
            if item["kind"] != kind:
                continue
            standing = [it for it in item["versions"] if it["standing"] and (not asks or it["approved"])]
            if not standing or standing[-1]["planned"]:
                continue
            version = standing[-1]
            fields = version["content"]["fields"]
            date = fields.get(dated, version["to"]) if dated else version["to"]
            begins = date if dated in fields else version["from"]
            found.append({"date": date, "from": begins, "place": item["place"], "fields": fields, "type": short,
                          "subject": version["subject"]})
        return sorted(found, key=lambda it: (it["date"], it["place"]))

    def find(self, item, path):
        """What stands at a path, and whether everything there is stated."""
        name, _, attribute = path.partition(".")
        value = item["subject"] if name == "subject" else item["fields"].get(name)
        found = [] if value is None else value if isinstance(value, list) else [value]
        if not attribute:
            named = [self.known.body(it) if isinstance(it, str) and "/" in it else it for it in found]
            return named, bool(found)
        stated = [self.known.attribute(it, attribute, item["date"]) for it in found]
        return [it for one in stated if one for it in one], bool(found) and all(stated)

    def meets(self, items, condition):
        """Whether items together meet a condition; None where that is not stated."""
        both = [self.find(item, condition["path"]) for item in items]
        found, whole = [it for one, _ in both for it in one], all(stated for _, stated in both)
        wanted, way = condition.get("is") or condition.get("isnot"), "isnot" in condition or "notlist" in condition
        if "list" in condition or "notlist" in condition:
            wanted = self.defined["jalon.list.defined", condition.get("list") or condition["notlist"]]["members"]
        if wanted is not None:
            is_in = any(it in [self.known.body(word) if "/" in word else word for word in wanted] for it in found)
            return (not way if is_in else way) if is_in or whole else None
        if "atleast" in condition:
            enough = len({str(it) for it in found}) >= condition["atleast"]
            return enough if enough or whole else None
        if not found:
            return None
        if "yes" in condition:
            return found[0] == condition["yes"]
        number = Fraction(str(plain(found[0])))
        return number >= Fraction(condition["min"]) if "min" in condition else number <= Fraction(condition["max"])

    def items(self, indicator, window):
        """The items of a rule that are certain by the day, each with what it adds."""
        rule, found = indicator["rule"], []
        begins = {"fiscalyear": self.year_start(self.day), "cumulative": rule.get("since", self.first)}.get(window, "")
        for source in rule.get("from", []):
            for item in self.counted(source["type"]):
                amount = number_of(item["fields"].get(source["field"]), indicator) if "field" in source else Fraction(1)
                met = all(self.meets([item], it) for it in source.get("where", []))
                if begins <= item["date"] <= self.day and met and amount is not None:
                    found.append({**item, "amount": amount, "key": source.get("key", "subject")})
        return sorted(found, key=lambda it: (it["date"], it["place"]))

    def is_open(self, item, day):
        """Whether what was opened is not closed by a day."""
        ends = item["fields"].get("ends")
        if ends and item["date"] <= ends <= day:
            return False
        for short, kind in self.known.types.items():
            closes = kind.get("closes", {})
            for other in self.counted(short) if closes.get("type") == item["type"] else []:
                later = (item["date"], item["place"]) < (other["date"], other["place"]) and other["date"] <= day
                if later and all(self.find(item, key)[0] == self.find(other, key)[0] for key in closes["keys"]):
                    return False
        return True

    def totals(self, indicator, window):
        """The published totals in force, each as (first day, last day, value)."""
        found, first = [], indicator["rule"].get("since", self.first)
        for item in self.known.items.values():
            standing = [it for it in item["versions"] if it["standing"]]
            data = standing[-1]["content"] if standing else {}
            if data.get("indicator") != indicator["id"] or data["to"] > self.day:
                continue
            begins = data.get("from", self.year_start(data["to"]) if window == "fiscalyear" else first)
            if window != "fiscalyear" or begins >= self.year_start(self.day):
                value = Fraction(str(plain(data["value"])))
                found.append((min(begins, data["to"]), data["to"], item["place"], value))
        within = lambda one, other: one is not other and other[0] <= one[0] and one[1] <= other[1] and (
            other[1] > one[1] or other[0] < one[0] or other[2] > one[2])
        return [it for it in found if not any(within(it, other) for other in found)]

    def value(self, id):
        """The certain value of an indicator; None without any contribution."""
        indicator = self.defined["jalon.indicator.defined", id]
        rule = indicator["rule"]
        kind, window = rule["kind"], rule.get("window", "cumulative")
        items, totals = self.items(indicator, window), self.totals(indicator, window)
        if kind in ("count", "sum"):
            return self.added(items, totals, window)
        last = max(totals, key=lambda it: it[1:3], default=None)
        if kind == "distinct":
            return last[3] if last else self.different(items, rule, window)
        if last and (rule.get("per") or not items or items[-1]["date"] <= last[1]):
            return last[3]
        if not rule.get("per"):
            return items[-1]["amount"] if items else None
        latest = {}
        for item in items:
            for value in self.find(item, rule["per"])[0]:
                latest[value] = item["amount"]
        return sum(latest.values()) if latest else None

    def added(self, items, totals, window):
        amount = lambda it, day: it["amount"] if window != "open" or self.is_open(it, day) else Fraction(0)
        left, value = [id(it) for it in items], Fraction(0)
        for begins, ends, _, printed in totals:
            linked = [it for it in items if begins <= it["from"] and it["date"] <= ends]
            rest = printed - sum(amount(it, ends) for it in linked)
            if rest < 0:
                # They contradict it: none of them counts, and the total stands whole.
                gone = {id(it) for it in linked}
                left, rest = [it for it in left if it not in gone], printed
            value += rest
        value += sum(amount(it, self.day) for it in items if id(it) in left)
        return value if items or totals else None

    def different(self, items, rule, window):
        by_key = {}
        for item in items:
            if window != "open" or self.is_open(item, self.day):
                for key in self.find(item, item["key"])[0]:
                    by_key.setdefault(str(key), []).append(item)
        kept = [it for it in by_key.values() if "having" not in rule or self.meets(it, rule["having"])]
        return Fraction(len(kept)) if items else None

def plain(value):
    """The number of a value that may be imprecise, or money."""
    return value.get("value", value.get("amount")) if isinstance(value, dict) else value

def number_of(value, indicator):
    """What a field adds; None where it states nothing in the indicator's currency."""
    if value is None:
        return None
    if isinstance(value, dict) and "currency" in value and value["currency"] != indicator.get("currency"):
        value = value.get("converted", {})
        if value.get("currency") != indicator.get("currency"):
            return None
    return Fraction(str(plain(value)))

def rounded(number, decimals):
    """With so many decimals, half away from zero."""
    units = abs(number) * 10 ** decimals
    whole = (2 * units.numerator + units.denominator) // (2 * units.denominator)
    digits = f"{whole:0{decimals + 1}}"
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return ("-" if number < 0 and whole else "") + text

def check_table(table, entries):
    """How many values of a table were computed again, how many not; raises at a difference."""
    need(table["jalon"] == "kpi/1" and not table["filter"], "no whole table")
    values = Values(Known(entries[:table["size"]]), table["plan"]["id"], table["plan"]["version"], table["asat"])
    groups = [it for one in table["objectives"] for it in one["groups"]] + [
        it for it in table["supplementary"] if "indicators" in it]
    same, others = 0, 0
    for row in [row for group in groups for row in group["indicators"]]:
        if row["kind"] not in ("count", "sum", "distinct", "latest"):
            others += 1
            continue
        found = values.value(row["id"])
        decimals = values.defined["jalon.indicator.defined", row["id"]].get("decimals", 0)
        text = None if found is None else rounded(found, decimals)
        # n/d where nothing is certain: then what is certain adds up to nothing.
        is_same = text == row["delivered"] or (row["delivered"] is None and not found)
        need(is_same, f"{row['id']}: {text}, and the table says {row['delivered']}")
        same += 1
    return same, others

def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log")
    parser.add_argument("--checkpoint", action="append", default=[])
    parser.add_argument("--key")
    parser.add_argument("--kpi", action="append", default=[])
    given, sound = parser.parse_args(), True
    try:
        entries, hashes = read_log(given.log)
        print(f"ok  {len(entries)} entries, head {hashes[-1].hex()}")
        print(f"ok  root {base64.b64encode(root_of(hashes)).decode()}")
    except (Wrong, OSError) as wrong:
        sys.exit(f"NO  {given.log}: {wrong}")
    for path in given.checkpoint + given.kpi:
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if path in given.checkpoint:
                print(f"ok  {path}: the first {check_checkpoint(text, entries, hashes, given.key)} entries")
            else:
                same, others = check_table(json.loads(text), entries)
                print(f"ok  {path}: {same} values computed again, {others} of other kinds not")
        except (Wrong, InvalidSignature, OSError, ValueError, KeyError, IndexError) as wrong:
            print(f"NO  {path}: {str(wrong) or 'a signature is not one of this text'}")
            sound = False
    if not given.checkpoint:
        print("--  no checkpoint given: a shortened ledger would not be noticed")
    print("--  not checked: whether each entry may follow those before it, documents, values of other kinds")
    sys.exit(0 if sound else 1)

if __name__ == "__main__":
    main()
