"""The one worker that touches the disk: changes in order, drafts soon after, a look each second."""

from __future__ import annotations

import gc
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService, Opened
from jar_tui.store.drafts import Drafts, Half, taken_over
from jar_tui.store.errors import StoreError
from jar_tui.store.folders import Folders
from jar_tui.store.ids import SESSION, new_id
from jar_tui.store.writer import Clock
from jar_tui.tui.unfinished import Unfinished

Result = TypeVar("Result")
Job = Callable[[JarService], Result]
LOOK: Final = 1.0
"""Seconds between two looks for what other sessions wrote."""
BACKUPS: Final = 3600.0
"""Seconds between two looks whether a backup is due, where a jar stays open for days."""


class Saver(threading.Thread):
    """Runs what changes the jar off the screen's thread, one after another."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        on_jar: Callable[[], None],
        on_failure: Callable[[BaseException], None],
    ) -> None:
        super().__init__(name="saver", daemon=True)
        self.jar = Jar()
        """The newest jar; equal to the disk."""
        self.opened: Future[Opened] = Future()
        """Done when the jar was read; holds `NotOpened` where it could not be."""
        self.unfinished = Unfinished()
        self._home = home
        self._clock = clock
        self._on_jar = on_jar
        self._on_failure = on_failure
        self._jobs: deque[Callable[[], None]] = deque()
        self._wake = threading.Condition()
        self._ended = False
        self._service: JarService | None = None
        self._drafts: Drafts | None = None
        self._backup_at = 0.0

    def submit(self, job: Job[Result]) -> Future[Result]:
        """Run `job` with the service after all jobs before it; the future has its result."""
        future: Future[Result] = Future()

        def run() -> None:
            try:
                result = job(self._ready())
            except BaseException as error:
                self._tell()
                with suppress(InvalidStateError):  # nobody waits for it any more
                    future.set_exception(error)
            else:
                self._tell()
                with suppress(InvalidStateError):
                    future.set_result(result)

        with self._wake:
            self._jobs.append(run)
            self._wake.notify()
        return future

    def drop(self, slip_id: str, new: NewSlip, typed: Half) -> Future[Slip]:
        """Drop a slip in; until it is on disk the slip as `typed` is part of the draft."""
        self.unfinished.set_off(slip_id, typed)

        def job(service: JarService) -> Slip:
            slip = service.add(new, slip_id)
            self.unfinished.arrived(slip_id)
            return slip

        return self.submit(job)

    def nudge(self) -> None:
        """Have the draft looked at: it has changed."""
        with self._wake:
            self._wake.notify()

    def end(self) -> bool:
        """Finish every job, put the draft on disk and stop; say whether every word is kept."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        if self.is_alive():
            self.join()
        return self.unfinished.end()

    def run(self) -> None:
        """Work until told to end; what stops the work stops the app, which must not go on alone."""
        try:
            self._work()
        except BaseException as error:
            self._on_failure(error)

    def _work(self) -> None:
        """Read the jar, then do one thing after another."""
        with suppress(StoreError):
            self._ready()
        while True:
            with self._wake:
                if not self._jobs and not self._ended:
                    self._wake.wait(self._patience())
                job = self._jobs.popleft() if self._jobs else None
            if job is not None:
                job()
            if self.unfinished.due and time.monotonic() >= self.unfinished.due:
                self.unfinished.flush()
            if job is None:
                if self._ended:
                    return
                self._look()

    def _patience(self) -> float:
        due = self.unfinished.due
        return max(0.0, min(LOOK, due - time.monotonic())) if due else LOOK

    def _ready(self) -> JarService:
        """Return the service, opening the jar where that has not worked yet."""
        if self._service is not None:
            return self._service
        try:
            drafts = self.begin_drafts()
            service, opened = JarService.open(self._home, self._clock)
        except StoreError as error:
            if not self.opened.done():
                self.opened.set_exception(error)
            raise
        self._service = service
        left = drafts.left_behind()
        if self.unfinished.take_over(taken_over(left.values(), service.jar.tables["slips"])):
            for session in left:
                drafts.take_away(session)
        gc.freeze()  # a jar is no garbage: a look through 100,000 slips would hold a key for 40 ms
        self._tell()
        if not self.opened.done():
            self.opened.set_result(opened)
        return service

    def begin_drafts(self) -> Drafts:
        """Give the draft its place on disk, ahead of reading the jar; raises `NotOpened`."""
        if self._drafts is None:
            folders = Folders(self._home)
            folders.make()
            self._drafts = Drafts(folders, new_id(SESSION))
            self.unfinished.begin(self._drafts)
        return self._drafts

    def _look(self) -> None:
        """Take in what other sessions wrote."""
        if self._service is None:
            return
        if self._service.changed_elsewhere():
            with suppress(StoreError):
                self._service.catch_up()
            self._tell()
        if time.monotonic() >= self._backup_at:
            self._backup_at = time.monotonic() + BACKUPS
            self._service.backups.take_if_due()

    def _tell(self) -> None:
        """Say that there is a newer jar, if there is one."""
        if self._service is not None and self._service.jar is not self.jar:
            self.jar = self._service.jar
            self._on_jar()
