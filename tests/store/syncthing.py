"""A Syncthing of one's own, which talks to no other machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

KEY = "a-key-for-the-length-of-one-test"
PATIENCE = 60.0
"""Seconds to wait for it to start, and to pass everything on."""
FOLDER = "slips"
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks this machine, whatever is set for the way to others."""
NO = ("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled")
ALSO_NO = ("startBrowser", "crashReportingEnabled", "announceLANAddresses", "restartOnWakeup")


class Syncthing:
    """One Syncthing that keeps the journals of one installation in step with another's."""

    def __init__(self, place: Path, home: Path) -> None:
        self._place = place
        self._home = home
        self._address = f"127.0.0.1:{_free_port()}"
        self.listens = f"tcp://127.0.0.1:{_free_port()}"
        self._process: subprocess.Popen[bytes] | None = None
        _run("generate", f"--home={place}", "--no-default-folder", "--skip-port-probing")
        device = ET.parse(place / "config.xml").getroot().find("device")
        assert device is not None
        self.device = device.attrib["id"]

    def know(self, other: Syncthing) -> None:
        """Write down what to share with whom, and that there is nobody else."""
        config = ET.Element("configuration", version="36")
        folder = ET.SubElement(
            config,
            "folder",
            id=FOLDER,
            path=str(self._home / "jar"),
            type="sendreceive",
            fsWatcherEnabled="true",
            fsWatcherDelayS="1",
            rescanIntervalS="5",
        )
        for one in (self, other):
            ET.SubElement(folder, "device", id=one.device)
            device = ET.SubElement(config, "device", id=one.device)
            ET.SubElement(device, "address").text = one.listens
        gui = ET.SubElement(config, "gui", enabled="true", tls="false")
        ET.SubElement(gui, "address").text = self._address
        ET.SubElement(gui, "apikey").text = KEY
        options = ET.SubElement(config, "options")
        settings = {"listenAddress": self.listens, "urAccepted": "-1", "autoUpgradeIntervalH": "0"}
        settings |= {"reconnectionIntervalS": "1", "stunKeepaliveStartS": "0"}
        settings |= dict.fromkeys((*NO, *ALSO_NO), "false")
        for name, value in settings.items():
            ET.SubElement(options, name).text = value
        ET.ElementTree(config).write(self._place / "config.xml")

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = ["syncthing", "serve", f"--home={self._place}", "--no-browser", "--no-restart"]
        with (self._place / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--no-upgrade"], stdout=log, stderr=log, env=_quiet()
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < deadline, "Syncthing did not start"
            time.sleep(0.05)

    def stop(self) -> None:
        """End it, where it runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
            self._process = None

    def look(self) -> None:
        """Have it look for what has changed in the folder, and wait until it did."""
        self._ask("POST", f"db/scan?folder={FOLDER}")

    def next_event(self, since: int, seconds: int = 1) -> int:
        """Wait until something happens, but not for long; return the number of the newest event."""
        events = self._ask("GET", f"events?since={since}&timeout={seconds}")
        return int(events[-1]["id"]) if events else since

    def _answers(self) -> bool:
        try:
            self._ask("GET", "system/ping")
        except OSError:
            return False
        return True

    def _ask(self, method: str, what: str) -> Any:
        request = urllib.request.Request(
            f"http://{self._address}/rest/{what}", headers={"X-API-Key": KEY}, method=method
        )
        with DIRECTLY.open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"null")


def in_step(one: Syncthing, other: Syncthing, homes: tuple[Path, Path]) -> bool:
    """Wait until both folders hold the same files; False when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    since = 0
    while time.monotonic() < deadline:
        one.look()
        other.look()
        if files(homes[0]) == files(homes[1]):
            return True
        since = one.next_event(since)
    return False


def files(home: Path) -> dict[str, bytes]:
    """Return every file of the folder but Syncthing's own."""
    found = (path for path in (home / "jar").iterdir() if path.suffix == ".jsonl")
    return {path.name: path.read_bytes() for path in found}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _quiet() -> dict[str, str]:
    return os.environ | {"STNOUPGRADE": "1", "STNODEFAULTFOLDER": "1"}


def _run(*command: str) -> None:
    subprocess.run(["syncthing", *command], check=True, capture_output=True, env=_quiet())
