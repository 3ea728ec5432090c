"""Verifies DKIM signatures with PyPI's dkimpy: signed.py FILE.eml… (exit 1 on any complaint, or where one sort of key is not seen).

The public keys stand beside this file, as the DNS would give them: dkim/SELECTOR.txt.
"""

import re
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path

import dkim

KEYS = Path(__file__).parent / "dkim"


def record(name, timeout=5):
    selector = name.decode().split(".")[0]
    return (KEYS / f"{selector}.txt").read_bytes().strip()


def holds(mail: bytes) -> bool:
    # Read on the day it was sent, which for mails of tests lies ahead: a signature of tomorrow does not hold.
    sent = parsedate_to_datetime(re.search(rb"^Date: (.*?)\r$", mail, re.M)[1].decode()).timestamp()
    dkim.time.time = lambda: sent
    try:
        return dkim.verify(mail, dnsfunc=record)
    except (dkim.DKIMException, OSError):
        return False


def forged(mail: bytes):
    """What somebody on the way might make of it; none of it may hold."""
    yield "another sender", re.sub(rb"\r\nFrom: [^\r]*", b"\r\nFrom: Eve <eve@evil.test>", mail)
    yield "a second sender", mail.replace(b"\r\nFrom:", b"\r\nFrom: Eve <eve@evil.test>\r\nFrom:", 1)
    yield "another boundary", re.sub(rb'boundary="\w', b'boundary="-', mail, count=1)
    yield "one-click unsubscribing elsewhere", re.sub(rb"\r\nMIME-Version:", b"\r\nList-Unsubscribe: <https://evil.test>\r\nMIME-Version:", mail)
    yield "another text", mail.replace(b"saiets.test/", b"saiets.evil/")
    yield "more text", mail + b"more\r\n"


def main(files: list[str]) -> int:
    bad, seen = 0, {}
    for file in files:
        mail = Path(file).read_bytes()
        found = re.search(rb"^DKIM-Signature: v=1; a=(\S+);", mail)
        if not found:
            continue
        kind = found[1].decode()
        complaints = [] if holds(mail) else ["the signature does not hold"]
        if kind not in seen:
            complaints += [f"{what} holds too" for what, other in forged(mail) if other == mail or holds(other)]
        seen[kind] = seen.get(kind, 0) + 1
        for complaint in complaints:
            print(f"{file}: DKIM: {complaint}", file=sys.stderr)
            bad += 1
    for kind in {"rsa-sha256", "ed25519-sha256"} - seen.keys():
        print(f"signed.py: no mail is signed with {kind}", file=sys.stderr)
        bad += 1
    print(f"signed.py: {sum(seen.values())} signed mails, {bad} complaints")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
