"""Reads the table's files with tools that are not ours, by hand:

    jalon kpi --as-at 2024-03-31 --format xlsx --out t.xlsx
    jalon kpi --as-at 2024-03-31 --format csv --out t/
    jalon kpi --as-at 2024-03-31 --format json --out t.json
    python3 tests/tables/check.py t.json t.xlsx t/datapackage.json

openpyxl reads the workbook, frictionless the CSV file by its description; both
come with `pip install openpyxl frictionless`. Without one of them its part is
passed over, which is said. Prints what agrees; the first that does not is an
error.
"""

import fractions
import json
import re
import sys

document = json.load(open(sys.argv[1], encoding="utf-8"))


def indicators():
    groups = [group for objective in document["objectives"] for group in objective["groups"]]
    outside = document["supplementary"]
    for group in groups + [it for it in outside if "indicators" in it]:
        yield from group["indicators"]
    yield from (it for it in outside if "indicators" not in it)


def need(holds, what):
    if not holds:
        sys.exit(f"differs: {what}")


def calculated(sheet, formula):
    """What a formula of ours gives, from the cells alone."""
    def number(name):
        value = str(sheet[name].value)
        return calculated(sheet, value) if value.startswith("=") else fractions.Fraction(value)

    elsewhere = re.fullmatch(r"='?([^'!]+)'?!([A-Z]+[0-9]+)", formula)
    if elsewhere:
        name, place = elsewhere.groups()
        return calculated(sheet.parent[name], sheet.parent[name][place].value)
    kind, cells = re.fullmatch(r"=(AVERAGE|SUBTOTAL)?\(?(?:9,)?([A-Z0-9:,/]+)\)?", formula).groups()
    if kind is None:
        above, below = cells.split("/")
        return number(above) / number(below)
    found = []
    for part in cells.split(","):
        area = sheet[part] if ":" in part else ((sheet[part],),)
        found += [cell for row in area for cell in (row if isinstance(row, tuple) else (row,))]
    values = [calculated(sheet, it.value) if str(it.value).startswith("=") else fractions.Fraction(str(it.value))
              for it in found if it.value is not None]
    return sum(values) / (len(values) if kind == "AVERAGE" else 1)


def workbook(path):
    import openpyxl
    formulas, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    seen = 0
    for sheet, gives in zip(formulas, cached):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found, told = float(calculated(sheet, cell.value)), gives[cell.coordinate].value
                    need(abs(found - told) <= 1e-12 * max(1, abs(found)), f"{sheet.title}!{cell.coordinate}")
                    seen += 1
                if cell.hyperlink:
                    name, place = re.fullmatch(r"'(.+)'!(\w+)", cell.hyperlink.location).groups()
                    need(formulas[name][place].value is not None, f"the link of {cell.coordinate}")
        need(sheet.freeze_panes and sheet.print_title_rows, f"{sheet.title} has heads on every page")
    links = formulas.worksheets[1]
    by_id = {row[0].value: row for row in links.iter_rows(min_row=2) if row[1].value is None}
    need(set(by_id) == {it["id"] for it in indicators()}, "the indicators")
    print(f"openpyxl: {len(by_id)} indicators, {seen} formulas give what they say")


def package(path):
    import frictionless
    report = frictionless.validate(path)
    need(report.valid, report.flatten(["type", "note"]))
    rows = frictionless.Package(path).resources[0].read_rows()
    told = {it["id"]: it for it in indicators()}
    need(len(rows) == len(told), "the number of rows")
    for row in rows:
        for name in ("target", "delivered", "percent", "low", "high"):
            value = told[row["indicator"]][name]
            need(row[name] == (None if value is None else fractions.Fraction(value)), f"{row['indicator']} {name}")
    print(f"frictionless: {len(rows)} rows are as described")


for read, argument in zip((workbook, package), sys.argv[2:]):
    try:
        read(argument)
    except ImportError as missing:
        print(f"passed over: {missing}")
