"""Changes workbooks and reads them, for the tests: jobs in, contents out, as JSON."""
import json
import sys

import openpyxl

jobs = json.load(sys.stdin)
for edit in jobs["edits"] or []:
    book = openpyxl.load_workbook(edit["from"])
    for cell in edit["cells"]:
        value = cell["value"]
        if value == "":
            value = None
        elif cell["number"]:
            value = float(value)
        book[cell["sheet"]][cell["ref"]].value = value
    book.save(edit["to"])

out = {}
for path in jobs["read"] or []:
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    names = {}
    for name in book.defined_names.definedName:
        if name.localSheetId is None:
            names[name.name] = name.attr_text
    sheets = {}
    for sheet in book.worksheets:
        sheets[sheet.title] = [
            ["" if v is None else repr(v) if isinstance(v, float) else str(v) for v in row]
            for row in sheet.iter_rows(values_only=True)
        ]
    out[path] = {"sheets": sheets, "names": names}
json.dump(out, sys.stdout)
