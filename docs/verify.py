#!/usr/bin/env python3
"""Checks an audit pack, or the export of a ledger, of format 1 (docs/format.md) without the program that wrote it.

    pip install blake3 cryptography
    python3 verify.py PACK|LOG.jsonl [--checkpoint FILE]... [--key VERIFIER-KEY]

PACK is a folder that `jalon pack` made, LOG.jsonl what `jalon export jsonl` prints. Every line is read in its
one spelling and hashed again, chain and tree are made anew, and of each checkpoint root, size and signature
compared: one kept from before shows that nothing was taken away since. Of a pack all files are hashed too, and
values of the kinds count, sum, distinct and latest computed again. What it does not check is said at the end.
"""

import argparse
import base64
import datetime
import hashlib
import json
import pathlib
import re
import sys
from fractions import Fraction
from zoneinfo import ZoneInfo

from blake3 import blake3
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

class Wrong(argparse.ArgumentTypeError, ValueError): """What is wrong, in words that argparse says too."""

def need(truth, reason):
    if not truth:
        raise Wrong(reason)

def said(wrong):
    """What is wrong, in words, whatever came upon it."""
    known = {KeyError: f"it lacks {wrong}", InvalidSignature: "a signature is not one of this text"}
    words = re.sub(r"^\[Errno \d+\] ", "", str(wrong))
    return words if isinstance(wrong, (Wrong, OSError)) else known.get(type(wrong), f"not of its form: {words}")

def spelt(entry):
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def read_log(path, read):
    """Reads the entries, and the hash of each line."""
    *lines, rest = path.read_bytes().split(b"\n")
    need(rest == b"" and lines, "the file does not end with a line feed")
    entries, hashes, ids = [], [b"\0" * 32], set()
    for number, line in enumerate(lines):
        try:
            # Any other number than a whole one is none of format 1.
            entry = json.loads(line.decode("utf-8"), parse_float=int, parse_constant=int)
            need(isinstance(entry, dict) and spelt(entry) == line, "it is not in its one spelling")
            need(entry["sequence"] == f"{number:020}", "its sequence is not its place")
            need(entry["prevhash"] == hashes[-1].hex(), "it does not name the hash of the line before")
            need(not entries or entry["recordedtime"] >= entries[-1]["recordedtime"], "time runs backwards")
            need(entry["id"] not in ids, "its id stands before")
            need(not entries or entry["source"] == entries[0]["source"], "another ledger's entry")
        except (ValueError, KeyError, TypeError) as wrong:
            raise Wrong(f"line {number + 1}: {said(wrong)}") from wrong
        ids.add(entry["id"])
        entries.append(entry)
        hashes.append(blake3(line).digest())
    read += [entries, hashes[1:]]
    return f"{len(entries)} entries, head {hashes[-1].hex()}, root {base64.b64encode(root_of(hashes[1:])).decode()}"

def root_of(leaves):
    """The root of the tree, from the leaves up: what is left over of a level goes up as it is (RFC 6962, 2.1)."""
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + one + other).digest() for one, other in zip(level[::2], level[1::2])]
        level = pairs + level[len(level) - len(level) % 2:]
    return level[0] if level else hashlib.sha256(b"").digest()

class Key:
    """A verifier key of C2SP signed-note: NAME+ID+BASE64(01 ‖ public key)."""
    def __init__(self, text):
        self.text, (self.name, digits, encoded) = text, [*text.split("+", 2), "", ""][:3]
        typed = base64.b64decode(encoded) if re.fullmatch("[0-9A-Za-z+/]{44}", encoded) else b""
        self.id = hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4]
        need(typed[:1] == b"\1" and len(typed) == 33 and self.id.hex() == digits, f"{text} is no verifier key")
        self.key = Ed25519PublicKey.from_public_bytes(typed[1:])

    def signed(self, text, lines):
        """Whether one of the lines below a text is a signature of it by this key; raises where it is a wrong one."""
        signatures = [(line.split(" ", 2)[:2], base64.b64decode(line.split(" ", 2)[2], validate=True)) for line in lines]
        own = [it[4:] for named, it in signatures if (named, it[:4]) == (["\u2014", self.name], self.id)]
        return any([self.key.verify(it, text.encode()) is None for it in own])

def split_note(note):
    """The text of a note, its last line feed included, and the lines of its signatures."""
    text, parted, lines = note.rpartition("\n\n")
    need(parted and re.fullmatch("(\u2014 \\S+ [0-9A-Za-z+/]+=*\n)+", lines), "no signed note")
    return text + "\n", lines.splitlines()

def keys_of(entries):
    """The keys that sign, from which size of the tree on, and whether the one before handed over."""
    keys = [(0, Key(entries[0]["data"]["verifierkey"]), True)]
    for place, entry in enumerate(entries):
        if entry["type"] in ("jalon.key.rotated", "jalon.ledger.resumed"):
            former, key = keys[-1][1], Key(entry["data"]["verifierkey"])
            text, lines = split_note(entry["data"]["handover"] + "\n")
            said = f"{entries[0]['data']['origin']}\nhand-over after {place} entries\n{former.text}\n{key.text}\n"
            by_former = former.signed(text, lines)
            need(text == said and key.signed(text, lines), f"line {place + 1}: the key is not handed over")
            need(by_former or entry["type"] == "jalon.ledger.resumed", f"line {place + 1}: not by the key so far")
            keys.append((place + 1, key, by_former))
    return keys

def check_checkpoint(note, entries, hashes, known, is_whole=False):
    """That a checkpoint (C2SP tlog-checkpoint) is of this log; raises where it is not."""
    text, lines = split_note(note)
    origin, size, root = text.splitlines()[:3]
    need(origin == entries[0]["data"]["origin"], f"a checkpoint of {origin}")
    need(int(size) == len(hashes) if is_whole else int(size) <= len(hashes), f"it covers {size} of {len(hashes)} entries")
    need(base64.b64decode(root) == root_of(hashes[:int(size)]), f"another root of the first {size} entries")
    signers = [it for it in keys_of(entries) if it[0] <= int(size)]
    need(signers[-1][1].signed(text, lines), "it is not signed by the key of that size")
    texts = [key.text for _, key, _ in signers]
    need(not known or known.text in texts, "the key that was given is none of those up to that size")
    need(not known or all(it[2] for it in signers[texts.index(known.text) + 1:]), "the key that was given did not hand over")
    return f"the first {size} entries"

class Known:
    """A ledger as known at a size: definitions, register, versions (docs/format.md, "From entries to values")."""
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
        self.into = {gone_id: into for id, gone_id, into in self.merges if id not in gone}
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
            elif data.get("version") == version["hash"] and kind != "jalon.sample.tested":
                version.update({"planned": False} if kind.endswith(".confirmed") else {"approved": kind.endswith(".approved")})

    def body(self, id):
        """The id that names a body."""
        return self.body(self.into[id]) if id in self.into else id

    def attribute(self, id, name, day):
        """What is stated of a body on a day, as a list; none where nothing is."""
        own = self.body(id)
        for one in [own] + [gone for gone in self.into if self.body(gone) == own]:
            facts = [it for it in sorted(self.facts.get(one, [])[1:], key=lambda it: it[:2]) if it[0] <= day]
            for _, _, attributes in [*reversed(facts), *self.facts.get(one, [])[:1]]:
                if name in attributes:
                    return attributes[name] if isinstance(attributes[name], list) else [attributes[name]]
        return None

class Values:
    """Values of one plan at a day."""
    def __init__(self, known, plan, day):
        own = [it for it in known.adoptions if it[2]["id"] == plan["id"]]
        ruling = max((it for it in own if it[0] <= day), default=None)
        need(ruling and ruling[2]["version"] == plan["version"], "the plan has another version then, or none")
        self.known, self.day, self.first, self.adoption = known, day, own[0][0], ruling[2]
        named = [known.entries[place] for place in self.adoption["definitions"]]
        self.defined = {(it["type"], it["data"]["id"]): it["data"] for it in named}
        self.year_end = self.adoption.get("fiscalyearend", known.year_end)

    def year_start(self, day):
        """The day after the last end of a fiscal year before a day."""
        ends = [datetime.date.fromisoformat(f"{int(day[:4]) - back}-{self.year_end}") for back in (0, 1)]
        return (max(end for end in ends if end.isoformat() < day) + datetime.timedelta(1)).isoformat()

    def counted(self, short):
        """The version of each original of a type that counts, in order."""
        kind, found = self.known.prefix + short, []
        asks, dated = short in self.adoption.get("approval", []), self.known.types[short].get("countson")
        for item in [it for it in self.known.items.values() if it["kind"] == kind]:
            standing = [it for it in item["versions"] if it["standing"] and (not asks or it["approved"])]
            if standing and not standing[-1]["planned"]:
                version, fields = standing[-1], standing[-1]["content"]["fields"]
                date, days = fields.get(dated, version["to"]), (version["from"], version["to"])
                found.append({"date": date, "from": date if dated in fields else days[0], "place": item["place"],
                              "days": days, "fields": fields, "type": short, "subject": version["subject"]})
        return sorted(found, key=lambda it: (it["date"], it["place"]))

    def find(self, item, path):
        """What stands at a path, and whether everything there is stated."""
        name, _, attribute = path.partition(".")
        value = item["subject"] if name == "subject" else item["fields"].get(name)
        found = [] if value is None else value if isinstance(value, list) else [value]
        if not attribute:
            return [self.known.body(it) if isinstance(it, str) and "/" in it else it for it in found], bool(found)
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
        if "atleast" in condition or "yes" in condition:
            enough = condition["yes"] in found if "yes" in condition else len({str(it) for it in found}) >= condition["atleast"]
            return enough if enough or whole else None
        if not found:
            return None
        number = Fraction(str(plain(found[0])))
        return number >= Fraction(condition["min"]) if "min" in condition else number <= Fraction(condition["max"])

    def items(self, indicator, window):
        """The items of a rule that have begun by the day, each with what it adds; None where it does not state it."""
        rule, found = indicator["rule"], []
        begins = {"fiscalyear": self.year_start(self.day), "cumulative": rule.get("since", self.first)}.get(window, "")
        for source, item in [(it, item) for it in rule.get("from", []) for item in self.counted(it["type"])]:
            amount = number_of(item["fields"].get(source["field"]), indicator) if "field" in source else Fraction(1)
            met = all(self.meets([item], it) for it in source.get("where", []))
            if begins <= item["date"] and item["from"] <= self.day and met:
                found.append({**item, "amount": amount, "key": source.get("key", "subject")})
        return sorted(found, key=lambda it: (it["date"], it["place"]))

    def is_open(self, item, day, window):
        """Whether what was opened is not closed by a day; None where what closes it may have happened by then."""
        if window != "open":
            return True
        ends = [it for it in [item["fields"].get("ends", "")] if item["date"] <= it <= day]
        for short, kind in self.known.types.items():
            closes = kind.get("closes", {})
            for other in self.counted(short) if closes.get("type") == item["type"] else []:
                same = lambda key: self.find({**item, "date": other["date"]}, key)[0] == self.find(other, key)[0]
                later = (item["date"], item["place"]) < (other["date"], other["place"]) and other["from"] <= day
                ends += [other["date"]] if later and all(map(same, closes["keys"])) else []
        return True if not ends else None if min(ends) > day else False

    def totals(self, indicator, window):
        """The published totals in force and the possible ones, each as (first day, last day, place, value)."""
        found, first = [], indicator["rule"].get("since", self.first)
        for item in self.known.items.values():
            standing = [it for it in item["versions"] if it["standing"]]
            data = standing[-1]["content"] if standing else {}
            if data.get("indicator") == indicator["id"]:
                begins = data.get("from", self.year_start(data["to"]) if window == "fiscalyear" else first)
                found.append((min(begins, data["to"]), data["to"], item["place"], number_of(data["value"], indicator)))
        start = self.year_start(self.day) if window == "fiscalyear" else ""
        ended = [it for it in found if it[1] <= self.day and start <= it[0]]
        within = lambda one, other: other[0] <= one[0] and one[1] <= other[1] and (one[:2] != other[:2] or other[2] > one[2])
        held = [it for it in ended if not any(within(it, other) for other in ended)]
        return held, [it for it in found if start <= it[0] <= self.day < it[1] and self.day not in [one[1] for one in held]]

    def value(self, id):
        """The certain value of an indicator; None without any contribution."""
        indicator = self.defined["jalon.indicator.defined", id]
        rule = indicator["rule"]
        kind, window = rule["kind"], rule.get("window", "cumulative")
        items, (held, later) = self.items(indicator, window), self.totals(indicator, window)
        last = max(held, key=lambda it: it[1:3], default=None)
        if kind in ("count", "sum"):
            return self.added([it for it in items if it["amount"] is not None], held, later, window)
        if kind == "distinct":
            opened = lambda linked, day: [it for it in linked if self.is_open(it, day, window)]
            items = self.left(items, later, lambda linked, day: self.different(opened(linked, day), rule, window) or 0)
            return last[3] if last else self.different(items, rule, window)
        items = self.left(items, [], None)
        if last and (rule.get("per") or not items or items[-1]["date"] <= last[1]):
            return last[3]
        keyed = [(self.find(it, rule["per"])[0] if "per" in rule else [""], it["amount"]) for it in items]
        latest = {str(key): amount for key, amount in keyed if key and amount is not None}
        return sum(latest.values()) if latest else None

    def left(self, items, totals, listed):
        """The certain items, without those of each total that is exceeded: they contradict it, and it stands whole."""
        for total in totals:
            if listed(linked(items, total), total[1]) > total[3]:
                items = linked(items, total, False)
        return [it for it in items if it["date"] <= self.day]

    def added(self, items, held, later, window):
        amount = lambda items, day: sum((it["amount"] for it in items if self.is_open(it, day, window)), Fraction(0))
        items = self.left(items, held + later, amount)
        rests = [total[3] - amount(linked(items, total), total[1]) for total in held]
        return amount(items, self.day) + sum(rests) if items or held else None

    def different(self, items, rule, window):
        """How many keys open items have; what may be closed still says what is asked of all items of a key."""
        by_key, is_open = {}, {it["place"]: self.is_open(it, self.day, window) for it in items}
        for item in [it for it in items if is_open[it["place"]] is not False]:
            for key in self.find(item, item["key"])[0]:
                by_key.setdefault(str(key), []).append(item)
        open_keys = [it for it in by_key.values() if any(is_open[one["place"]] for one in it)]
        kept = open_keys if "having" not in rule else [it for it in open_keys if self.meets(it, rule["having"])]
        return Fraction(len(kept)) if items else None

def linked(items, total, is_wanted=True):
    """The items within the period of a total, or the others."""
    return [it for it in items if (total[0] <= it["days"][0] and it["days"][1] <= total[1]) == is_wanted]

def plain(value):
    """The number of a value that may be imprecise, or money."""
    return value.get("value", value.get("amount")) if isinstance(value, dict) else value

def number_of(value, indicator):
    """What a field adds; None where it states nothing in the indicator's currency."""
    currency = indicator.get("currency")
    if isinstance(value, dict) and value.get("currency", currency) != currency:
        value = value["converted"] if value.get("converted", {}).get("currency") == currency else None
    return None if value is None else Fraction(str(plain(value)))

def check_claims(pack, note, entries):
    """How many values were computed again, how many not; raises at a difference."""
    need(isinstance(pack, dict) and pack.get("jalon") == "pack/1", "it does not say that it is a pack/1")
    need((pack["size"], pack["checkpoint"]) == (len(entries), note), "it is of another checkpoint, or number of entries")
    values, claimed = Values(Known(entries), pack["plan"], pack["asat"]), pack["values"]
    rules = {id: it["rule"]["kind"] for (kind, id), it in values.defined.items() if kind == "jalon.indicator.defined"}
    need(sorted(it["id"] for it in claimed) == sorted(rules), "it does not claim each value of its plan once")
    again = [it for it in claimed if rules[it["id"]] in ("count", "sum", "distinct", "latest")]
    for claim in again:
        found, given = values.value(claim["id"]), claim["delivered"] and Fraction(claim["delivered"])
        # n/d where nothing is certain: then what is certain adds up to nothing.
        need(found == given or (given is None and not found), f"{claim['id']}: {found}, and the pack says {given}")
    return f"{len(again)} values computed again, {len(claimed) - len(again)} of other kinds not"

def check_files(folder, entries):
    """The files of a folder are those of its list, and the documents that entries name are there."""
    text = (folder / "SHA256SUMS").read_bytes().decode()
    listed = {line[66:]: line[:64] for line in text.split("\n") if line}
    need("".join(f"{digest}  {name}\n" for name, digest in sorted(listed.items())) == text, "it is not in its one spelling")
    strays = {"SHA256SUMS", ".DS_Store", "Thumbs.db", "desktop.ini"}
    there = {it.relative_to(folder).as_posix() for it in folder.rglob("*") if not it.is_dir() and it.name not in strays}
    need(there == set(listed), f"there or in its list alone: {sorted(there ^ set(listed))}")
    for name, digest in listed.items():
        need(not (folder / name).is_symlink(), f"{name} is a link")
        need(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, f"{name} is not as it was written")
    both = [(place, it) for place, entry in enumerate(entries) for it in (entry["data"], entry["data"].get("content", {}))]
    told = [(place, it) for place, data in reversed(both) for it in reversed(data.get("evidence", []))]
    named = {(it["blake3"], it["sha256"], it["bytes"]): f"{it['name']} (#{place})" for place, it in told}
    lacking = [first for (hash, digest, _), first in named.items() if listed.get(f"evidence/{hash[:2]}/{hash}") != digest]
    need(not lacking, f"documents that are missing, or others than entries name: {', '.join(reversed(lacking))}")
    return f"{len(listed)} files, {len(named)} documents among them"

def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", type=pathlib.Path)
    parser.add_argument("--checkpoint", action="append", default=[], type=pathlib.Path)
    parser.add_argument("--key", type=Key)
    given, read, sound = parser.parse_args(), [], True
    pack, note = given.what, lambda path: path.read_text("utf-8")
    log = pack / "log.jsonl" if pack.is_dir() else pack
    checks = [(it, lambda it=it: check_checkpoint(note(it), *read, given.key)) for it in given.checkpoint]
    if pack.is_dir():
        own, claims = pack / "checkpoint", pack / "pack.json"
        checks += [(own, lambda: check_checkpoint(note(own), *read, given.key, True)),
                   (claims, lambda: check_claims(json.loads(note(claims)), note(own), read[0])),
                   (pack / "SHA256SUMS", lambda: check_files(pack, read[0]))]
    for path, check in [(log, lambda: read_log(log, read)), *checks]:
        try:
            print(f"ok  {path}: {check()}")
        except (InvalidSignature, OSError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as wrong:
            print(f"NO  {path}: {said(wrong)}")
            sound = False
        if not read:
            break
    print("" if given.checkpoint else "--  no checkpoint from elsewhere: a shortened ledger would not be noticed\n", end="")
    print("" if given.key else "--  no key from elsewhere: the ledger's own word is taken for it\n", end="")
    print("--  not checked: whether entries may follow each other; other values, bounds, grades, contributions; pages, tables")
    sys.exit(0 if sound else 1)

if __name__ == "__main__":
    main()
