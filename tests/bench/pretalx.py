"""pretalx beside us: its own example event, its own way to serve it, on the same core."""
import os
import subprocess
import sys
import venv
from pathlib import Path

from load import Load
from place import SERVER, end, free_port, pinned, until_it_answers

# faker and freezegun are what its `create_test_event` wants.
PACKAGES = ["pretalx==2025.2.2", "gunicorn==23.0.0", "Faker==37.4.0", "freezegun==1.5.2"]
SCHEDULE = "/bench/schedule/"
# Anything but HTML is answered as text.
BROWSER = {"Accept": "text/html", "Accept-Encoding": "gzip"}


def measure(cache, seconds):
    """Answers a second of its schedule page; nothing where it cannot be had."""
    try:
        place = installed(cache / "pretalx")
    except (subprocess.CalledProcessError, OSError) as problem:  # venv, and ours
        print(f"pretalx cannot be installed here, so nothing stands beside us: {problem}", file=sys.stderr)
        return None
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [place / "bin/gunicorn", "pretalx.wsgi", "--workers", "2", "--bind", f"127.0.0.1:{port}"]
    with open(place / "log", "wb") as log:
        child = subprocess.Popen(pinned(SERVER, command), env=environment(place), cwd=place, stdout=log, stderr=log)
    try:
        until_it_answers(address + SCHEDULE, child, BROWSER)
        return Load(address, seconds, BROWSER).get(SCHEDULE)
    finally:
        end(child)


def environment(place):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PRETALX_", "DJANGO_"))}
    return kept | {
        "PRETALX_DATA_DIR": str(place / "data"),
        "PRETALX_DB_TYPE": "sqlite3",
        "PRETALX_DB_NAME": str(place / "data/db.sqlite3"),
        "PRETALX_DEBUG": "False",
        "PRETALX_SITE_URL": "http://127.0.0.1",
        "DJANGO_SUPERUSER_EMAIL": "bench@bench.example",
        "DJANGO_SUPERUSER_PASSWORD": "bench-only-here",
        "PRETALX_INIT_ORGANISER_NAME": "Bench",
        "PRETALX_INIT_ORGANISER_SLUG": "benchers",
    }


def run(place, program, *arguments):
    ended = subprocess.run([place / program, *arguments], env=environment(place), cwd=place, capture_output=True, text=True)
    if ended.returncode != 0:
        raise OSError(f"{program} {' '.join(arguments)}: {ended.stderr[-2000:]}")


def installed(place: Path):
    """A virtual environment with it and its example event, made once for each set of versions."""
    stamp, wanted = place / "stamp", " ".join(PACKAGES)
    if stamp.exists() and stamp.read_text() == wanted:
        return place
    print("Installing pretalx, to stand beside us (2 min, once)", flush=True)
    venv.create(place, with_pip=True, clear=True)
    (place / "data").mkdir()
    run(place, "bin/pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
    example = ["create_test_event", "--stage", "schedule", "--slug", "bench", "--seed", "1"]
    for command in (["migrate"], ["collectstatic", "--noinput"], ["init", "--noinput"], example):
        run(place, "bin/python", "-m", "pretalx", *command)
    stamp.write_text(wanted)
    return place
