"""What no reader complains about, because all of them are lenient: line ends, folding, what RFC 5546 asks of each METHOD."""

import re

ONCE_IN_EVENT = ["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "ORGANIZER", "SUMMARY"]
AT_MOST_ONCE = ["STATUS", "LOCATION", "DESCRIPTION", "URL", "CREATED", "LAST-MODIFIED", "TRANSP"]
TEXT = ["SUMMARY", "LOCATION", "DESCRIPTION", "NAME", "X-WR-CALNAME"]


def complaints(data: bytes, attached: bool = False) -> list[str]:
    """`attached`: it came in a mail, so that what is published in it is no feed."""
    found = list(octets(data))
    if not found:
        lines = data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
        found = list(structure(lines, attached))
    return found


def octets(data: bytes):
    if not data.endswith(b"\r\n"):
        yield "does not end with CRLF"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "a bare LF or CR"
    if data.startswith(b"\xef\xbb\xbf"):
        yield "a byte order mark"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        try:
            text = line.decode()
        except UnicodeDecodeError:
            yield f"line {number} is not UTF-8 or splits a character"
            continue
        if re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", text):
            yield f"line {number} has a control character"
    if b"\r\n\r\n" in data:
        yield "an empty line"


def name(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0]


def value(line: str) -> str:
    return re.sub(r'^(?:"[^"]*"|[^":])*:', "", line, count=1)


def split(lines: list[str]):
    """The calendar's own lines, and the lines of each component one level in (deeper ones included)."""
    own, components, depth = [], [], 0
    for line in lines[1:-1]:
        if line.startswith("BEGIN:"):
            if depth == 0:
                components.append((line[6:], []))
            depth += 1
        if depth == 0:
            own.append(line)
        else:
            components[-1][1].append(line)
        if line.startswith("END:"):
            depth -= 1
    return own, components


def structure(lines: list[str], attached: bool):
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR" or lines.count("BEGIN:VCALENDAR") != 1:
        yield "not exactly one VCALENDAR"
        return
    own, components = split(lines)
    names = [name(line) for line in own]
    for required in ["VERSION", "PRODID", "METHOD"]:
        if names.count(required) != 1:
            yield f"{names.count(required)} {required}"
    method = next((value(line) for line in own if name(line) == "METHOD"), "")
    if not components:
        yield "no component"
    events = [body for kind, body in components if kind == "VEVENT"]
    zones = [body for kind, body in components if kind == "VTIMEZONE"]
    if method == "PUBLISH":
        for required in ["NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"]:
            if names.count(required) != (0 if attached else 1):
                yield f"{names.count(required)} {required} in {'a letter' if attached else 'a feed'}"
    elif len(events) != 1:
        yield f"{len(events)} events in one message"
    for event in events:
        yield from of_event(event, method)
    yield from of_zones(zones, events)
    uids = [line for event in events for line in event if name(line) == "UID"]
    if len(set(uids)) != len(uids):
        yield "a UID twice"


def without_alarms(lines: list[str]) -> list[str]:
    return re.sub(r"BEGIN:VALARM\n.*?END:VALARM\n", "", "\n".join(lines) + "\n", flags=re.S).splitlines()


def of_event(event: list[str], method: str):
    lines = without_alarms(event)
    names = [name(line) for line in lines]
    which = next((line for line in lines if name(line) == "UID"), "an event")
    for required in ONCE_IN_EVENT:
        if names.count(required) != 1:
            yield f"{which}: {names.count(required)} {required}"
    for rare in AT_MOST_ONCE:
        if names.count(rare) > 1:
            yield f"{which}: {names.count(rare)} {rare}"
    for never in ["RRULE", "RDATE", "EXDATE", "METHOD"]:
        if never in names:
            yield f"{which}: {never}"
    attendees = names.count("ATTENDEE")
    if method == "PUBLISH" and attendees:
        yield f"{which}: an ATTENDEE in a feed"
    if method in ("REQUEST", "CANCEL") and attendees != 1:
        yield f"{which}: {attendees} ATTENDEE"
    status = [value(line) for line in lines if name(line) == "STATUS"]
    if method == "CANCEL" and status not in ([], ["CANCELLED"]):
        yield f"{which}: CANCEL with STATUS {status}"
    if method == "REQUEST" and status not in (["TENTATIVE"], ["CONFIRMED"]):
        yield f"{which}: REQUEST with STATUS {status}"
    if method == "PUBLISH" and status not in (["TENTATIVE"], ["CONFIRMED"], ["CANCELLED"]):
        yield f"{which}: a feed's entry with STATUS {status}"
    for line in lines:
        if name(line) in TEXT and re.search(r"(?<!\\)(?:\\\\)*(?:[,;]|\\[^\\,;nN]|\\$)", value(line)):
            yield f"{which}: {name(line)} is not escaped"


def of_zones(zones: list[list[str]], events: list[list[str]]):
    defined = [value(line) for zone in zones for line in zone if name(line) == "TZID"]
    used = {found for event in events for line in event for found in re.findall(r";TZID=([^;:]+)", line)}
    if len(set(defined)) != len(defined):
        yield "a VTIMEZONE twice"
    if used - set(defined):
        yield f"TZID without VTIMEZONE: {sorted(used - set(defined))}"
    if events and set(defined) - used:
        yield f"VTIMEZONE nobody uses: {sorted(set(defined) - used)}"
    for zone in zones:
        yield from of_zone(zone)


def of_zone(zone: list[str]):
    names = [name(line) for line in zone]
    which = next((value(line) for line in zone if name(line) == "TZID"), "a VTIMEZONE")
    standard, daylight = zone.count("BEGIN:STANDARD"), zone.count("BEGIN:DAYLIGHT")
    if standard != 1 or daylight > 1:
        yield f"{which}: {standard} STANDARD, {daylight} DAYLIGHT"
    if names.count("RRULE") != (2 if daylight else 0):
        yield f"{which}: {names.count('RRULE')} RRULE"
    for rule in (value(line) for line in zone if name(line) == "RRULE"):
        if not re.fullmatch(r"FREQ=YEARLY;BYMONTH=\d{1,2};BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)(;UNTIL=\d{8}T\d{6}Z)?", rule):
            yield f"{which}: {rule} is no yearly nth weekday"
    for never in ["RDATE", "UID", "DTSTAMP"]:
        if never in names:
            yield f"{which}: {never}"
