"""A judge that lets everything pass is none: each of these faults must be named (exit 1 where one is not)."""

import sys

import bytes_check

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Riga
BEGIN:STANDARD
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
END:DAYLIGHT
END:VTIMEZONE
"""
MESSAGE = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Saiets//Saiets//EN
METHOD:REQUEST
{ZONE}BEGIN:VEVENT
UID:1@saiets.example
DTSTAMP:20260801T080000Z
SEQUENCE:0
DTSTART;TZID=Europe/Riga:20270818T100000
DTEND;TZID=Europe/Riga:20270818T170000
ORGANIZER:mailto:saiets@saiets.example
ATTENDEE:mailto:ilze@example.org
STATUS:CONFIRMED
SUMMARY:Forums\\, Rīga
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

FAULTS = [
    ("\r\n", "\n"),
    ("Forums", "ā" * 40),
    ("Forums", "F\0"),
    ("Forums\\,", "Forums,"),
    ("METHOD:REQUEST\r\n", ""),
    ("METHOD:REQUEST", "METHOD:CANCEL"),
    ("METHOD:REQUEST", "METHOD:PUBLISH"),
    ("UID:1@saiets.example\r\n", ""),
    ("DTSTAMP:20260801T080000Z\r\n", ""),
    ("SEQUENCE:0\r\n", ""),
    ("ATTENDEE:mailto:ilze@example.org\r\n", ""),
    ("STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nATTENDEE:mailto:x@example.org\r\n"),
    ("STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nRRULE:FREQ=YEARLY\r\n"),
    ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
    ("TZID:Europe/Riga", "TZID:Europe/Rome"),
    ("BYDAY=-1SU", "BYDAY=SU;BYMONTHDAY=8,9,10"),
    ("TZNAME:EET\r\n", "TZNAME:EET\r\nRDATE:19800101T000000\r\n"),
    ("SUMMARY", "X-Ā:ļoti\r\n garš\r\nSUMMARY" + "\r\nSUMMARY:x"),
]


def main() -> int:
    bad = 0
    if found := bytes_check.complaints(MESSAGE.encode()):
        print(f"selftest.py: a good message is refused: {found}", file=sys.stderr)
        bad += 1
    for old, new in FAULTS:
        assert old in MESSAGE, old
        if not bytes_check.complaints(MESSAGE.replace(old, new).encode()):
            print(f"selftest.py: {new!r} for {old!r} passes", file=sys.stderr)
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
