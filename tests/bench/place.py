"""A server on a core of its own, with a data folder that goes with it."""
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

# The server has the one core, who asks the other.
SERVER, CLIENT = "0", "1"


def pinned(core, command):
    return ["taskset", "-c", core, *map(str, command)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until_it_answers(address, child, headers=None, patience=60):
    """Seconds until the address answers by 200."""
    began = time.monotonic()
    while time.monotonic() - began < patience:
        if child.poll() is not None:
            raise SystemExit(f"bench: {child.args} ended before it answered")
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers or {}), timeout=5):
                return time.monotonic() - began
        except OSError:
            time.sleep(0.005)
    raise SystemExit(f"bench: {address} does not answer")


def end(child):
    child.send_signal(signal.SIGTERM)
    try:
        child.wait(60)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


class Place:
    """One running server."""

    def __init__(self, saiets, folder, environment):
        self.folder, port = folder, free_port()
        self.address = f"http://127.0.0.1:{port}"
        environment = environment | {"SAIETS_LISTEN": f"127.0.0.1:{port}"}
        # Logs are written, as they are in earnest.
        with open(folder / "log", "wb") as log:
            self.child = subprocess.Popen(pinned(SERVER, [saiets, "serve"]), env=environment, stdout=log, stderr=log)
        self.started_after = until_it_answers(f"{self.address}/readyz", self.child)

    @staticmethod
    @contextmanager
    def seeded(saiets, seed, people, events, sessions):
        folder = Path(tempfile.mkdtemp(prefix="saiets-bench-"))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SAIETS_", "LEPTOS_"))}
        environment = kept | {"SAIETS_DATA_DIR": str(folder), "SAIETS_RATE_LIMITS": "off"}
        try:
            subprocess.run([seed, str(people), str(events), str(sessions)], env=environment, check=True)
            place = Place(saiets, folder, environment)
            try:
                yield place
            finally:
                end(place.child)
        finally:
            shutil.rmtree(folder)

    def line(self, name):
        """The first line the seed left under this name."""
        return (self.folder / name).read_text().split("\n")[0]

    def etag(self, path):
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return answer.headers["ETag"]

    def memory(self):
        """What is resident, in MB."""
        status = Path(f"/proc/{self.child.pid}/status").read_text()
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024
