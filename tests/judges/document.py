"""Reads records of written procedures with pypdf: document.py FILE…

A file's name says whose it is and in which language: NAME.(named|public).(lv|en).pdf.
"""

import sys

from pypdf import PdfReader

LETTERS = "āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ"


def wrong(path):
    reader = PdfReader(path)
    text = [page.extract_text() for page in reader.pages]
    whole = " ".join(" ".join(text).split())
    lang = "lv" if ".lv." in path else "en"
    if reader.trailer["/Root"].get("/Lang") != lang:
        yield f"its language is {reader.trailer['/Root'].get('/Lang')}"
    if not reader.trailer["/Root"].get("/MarkInfo", {}).get("/Marked"):
        yield "it is not tagged"
    if not (reader.metadata and reader.metadata.title):
        yield "it has no title"
    for number, page in enumerate(text, 1):
        if f"{number} / {len(text)}" not in page:
            yield f"page {number} of {len(text)} is not numbered"
    for page in reader.pages:
        for name, font in page["/Resources"]["/Font"].items():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            if not any(key.startswith("/FontFile") for key in descendant["/FontDescriptor"]):
                yield f"the font {name} is not embedded"
    named = ".named." in path
    for words in (LETTERS, "Я согласна", "Garš atsevišķs viedoklis"):
        if (words in whole) != named:
            yield f"{words!r} is {'missing' if named else 'there'}"
    wanted = "Rakstveida procedūras protokols" if lang == "lv" else "Record of a written procedure"
    if wanted not in whole:
        yield f"{wanted!r} is missing"
    if named and len(reader.pages) < 2:
        yield "a long opinion makes no second page"


def main():
    failed = False
    for path in sys.argv[1:]:
        for problem in wrong(path):
            failed = True
            print(f"{path}: {problem}", file=sys.stderr)
    sys.exit(failed)


main()
