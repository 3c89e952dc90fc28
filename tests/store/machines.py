"""Several machines with one jar, whose folders are copied about as syncing tools copy them."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from jar_tui.service import JarService
from jar_tui.store.fields import as_fields
from jar_tui.store.repository import Repository
from tests.store.jars import Ticking, opened, replaced, slip

Tables = dict[str, dict[str, dict[str, Any]]]


class Machine:
    """One installation: its home, its clock and the session that is open there."""

    def __init__(self, home: Path, clock: Ticking | None = None) -> None:
        self.home = home
        self.clock = clock or Ticking()
        self.begin()

    def begin(self) -> Repository:
        """End the session and start another."""
        self.repository = opened(self.home, self.clock)
        return self.repository

    @property
    def folder(self) -> Path:
        return self.home / "jar"

    @property
    def service(self) -> JarService:
        """Return another session, that begins now."""
        return JarService.open(self.home, self.clock)[0]

    def send_to(self, other: Machine) -> None:
        """Copy over what is new in the journals, as a sync tool does."""
        for path in self.folder.glob("*.jsonl"):
            there = other.folder / path.name
            if not there.exists() or there.stat().st_size < path.stat().st_size:
                _put(path, there)

    @property
    def own(self) -> list[str]:
        """Return the names of the journals this machine writes."""
        end = f"-{self.repository.writer.journal}.jsonl"
        return [path.name for path in self.folder.iterdir() if path.name.endswith(end)]

    def seen(self) -> Tables:
        """Return everything in the jar."""
        return {
            table: {key: as_fields(table, record) for key, record in records.items()}
            for table, records in self.repository.jar.tables.items()
        }


class Machines:
    """What happened on them, and which slips have to be there in the end."""

    def __init__(self, root: Path, count: int = 3) -> None:
        self.all = [Machine(root / f"machine-{n}") for n in range(count)]
        self.kept: set[str] = set()
        self.erased: set[str] = set()
        self._made = 0

    def drop(self, at: int) -> None:
        key = f"{self._made:026d}"
        self._made += 1
        self.all[at].repository.insert("slips", {key: slip(f"words of {key}")})
        self.kept.add(key)

    def change(self, at: int, which: int, fields: dict[str, Any]) -> None:
        """Change a slip that is known there."""
        repository = self.all[at].repository
        there = self._known(at)
        if there:
            key = there[which % len(there)]
            repository.update("slips", key, {**fields, "when_words": f"a day of {key}"})

    def line(self, at: int, which: int) -> None:
        """Write a line under a slip that is known there."""
        repository = self.all[at].repository
        there = self._known(at)
        if there:
            key = there[which % len(there)]
            fields = {"slip": key, "text": f"more words of {key}", "written": "2026"}
            self._made += 1
            repository.insert("lines", {f"l{self._made:025d}": fields})

    def erase(self, at: int, which: int) -> None:
        repository = self.all[at].repository
        there = self._known(at)
        if there:
            key = there[which % len(there)]
            repository.erase(key)
            self.erased.add(key)

    def _known(self, at: int) -> list[str]:
        self.all[at].repository.refresh()
        return sorted(self.all[at].repository.jar.tables["slips"])

    def everywhere(self, at: int) -> None:
        """Do the files of others, too, as for machines that are gone; these are not."""
        if self.all[at].repository.erased:
            self.all[at].repository.clean(everywhere=True)

    def look(self, at: int) -> None:
        """Take in what came, as a session does each second."""
        self.all[at].repository.catch_up()
        self.all[at].repository.tidy()

    def shift(self, at: int, hours: int) -> None:
        self.all[at].clock.now += timedelta(hours=hours)

    def copy(self, source: int, target: int, how: str) -> None:
        """Copy a folder: over all that is there, only what is another's, half of it, as copies."""
        here, there = self.all[source], self.all[target]
        for path in sorted(here.folder.iterdir()):
            if how == "others" and path.name in there.own:
                continue
            name = path.name
            if how == "conflict" and "." not in path.stem:
                name = f"{path.stem}.sync-conflict-20261121-153000-ABCDEFG.jsonl"
            if how == "half" and path.name in there.own:
                continue
            _put(path, there.folder / name, half=how == "half")

    def settle(self) -> None:
        """Let every machine open and everything be copied everywhere, until nothing changes."""
        for _ in range(3):
            for machine in self.all:
                machine.begin()
            for path in [path for machine in self.all for path in machine.folder.iterdir()]:
                owners = [machine for machine in self.all if path.name in machine.own]
                newest = owners[0].folder / path.name if owners else self._newest(path.name)
                for machine in self.all:
                    if machine.folder / path.name != newest:
                        _put(newest, machine.folder / path.name)
        for machine in self.all:
            machine.begin()

    def _newest(self, name: str) -> Path:
        there = [machine.folder / name for machine in self.all if (machine.folder / name).exists()]
        return max(there, key=lambda path: path.stat().st_mtime_ns)


def _put(source: Path, target: Path, *, half: bool = False) -> None:
    """Copy a file as syncing tools do, or the beginning of one."""
    data = source.read_bytes()
    if half:
        replaced(target, data[: len(data) * 2 // 3])
    else:
        replaced(target, data)
        shutil.copystat(source, target)
