"""Judges the shape of the invitations among mails and saves their calendars: unpack.py FOLDER FILE.eml… (exit 1 on any complaint).

The shape is that of RFC 6047: multipart/mixed { multipart/alternative { text/plain, text/html, text/calendar }, application/ics }.
What asks nobody for anything (METHOD:PUBLISH) is an attachment only, so that no program takes it for an invitation.
"""

import re
import sys
from email import policy
from email.parser import BytesParser
from pathlib import Path

CALENDARS = ("text/calendar", "application/ics")


def method_in(calendar: bytes) -> str:
    found = re.search(rb"^METHOD:(\w+)\r?$", calendar, re.M)
    return found[1].decode() if found else "none"


def octets(part) -> bytes:
    # Quoted-printable text is sent in lines that end as the mail's do: CRLF is theirs, also where the file has LF.
    data = part.get_payload(decode=True)
    return data if b"\r\n" in data else data.replace(b"\n", b"\r\n")


def judge(mail, calendars: list):
    if mail.get_content_type() != "multipart/mixed":
        yield f"is {mail.get_content_type()}, not multipart/mixed"
        return
    first, *rest = mail.iter_parts()
    if first.get_content_type() != "multipart/alternative":
        yield f"first part is {first.get_content_type()}, not multipart/alternative"
        return
    kinds = [part.get_content_type() for part in first.iter_parts()]
    published = all(method_in(octets(part)) == "PUBLISH" for part in calendars)
    if kinds != ["text/plain", "text/html"] + ([] if published else ["text/calendar"]):
        yield f"alternatives are {kinds}"
    if [part.get_content_type() for part in rest] != ["application/ics"]:
        yield f"attachments are {[part.get_content_type() for part in rest]}"
    for part in calendars:
        method = method_in(octets(part))
        if (part.get_param("method") or method) != method or (part.get_content_type() == "text/calendar" and not part.get_param("method")):
            yield f"{part.get_content_type()} says method={part.get_param('method')}, the calendar {method}"
    for part in (part for part in calendars if part.get_content_type() == "text/calendar"):
        if part.get("Content-Disposition"):
            yield "text/calendar has a Content-Disposition"
        if str(part.get("Content-Transfer-Encoding", "7bit")).lower() not in ("7bit", "quoted-printable"):
            yield f"text/calendar is {part.get('Content-Transfer-Encoding')}"
        if str(part.get_param("charset")).lower() != "utf-8" or str(part.get_param("component")).upper() != "VEVENT":
            yield f"text/calendar has charset={part.get_param('charset')}, component={part.get_param('component')}"
    if len({octets(part) for part in calendars}) > 1:
        yield "the two copies of the calendar differ"


def main(folder: str, files: list[str]) -> int:
    bad = 0
    for number, file in enumerate(files):
        mail = BytesParser(policy=policy.default).parsebytes(Path(file).read_bytes())
        calendars = [part for part in mail.walk() if part.get_content_type() in CALENDARS]
        if not calendars:
            continue
        for complaint in judge(mail, calendars):
            print(f"{file}: mail: {complaint}", file=sys.stderr)
            bad += 1
        for which, part in enumerate(calendars):
            Path(folder, f"{number}-{which}-{Path(file).stem}.ics").write_bytes(octets(part))
    print(f"unpack.py: {len(files)} mails, {bad} complaints")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
