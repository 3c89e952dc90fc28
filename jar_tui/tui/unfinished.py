"""What this session has not finished, in memory and, within a second, on disk."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import replace
from typing import Final

from jar_tui.domain.jar import Jar
from jar_tui.domain.signing import Signature, Tie
from jar_tui.store.drafts import Draft, Drafts, Half

WEEK: Final = "ending question"
FIVES: Final = "ending five"
MONTH: Final = "ending month"
"""What half answers wait under while they are written."""
THANKS: Final = "thank "
"""Stands before the ids of those for whom half a slip is."""
DELAY: Final = 0.4
"""Seconds of typing that may pass before the draft is on disk again."""
AGAIN: Final = 2.0
"""Seconds until a draft the disk refused is tried again."""


class Unfinished:
    """The draft of this session; safe to use from any thread, and from a signal handler."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._on_disk = Draft()
        self._drafts: Drafts | None = None
        self._leaving = False
        self._turn = threading.RLock()
        self.due = 0.0
        """When the draft has to be on disk, by `time.monotonic`; 0 when it is."""

    def begin(self, drafts: Drafts) -> None:
        """Have a place on disk from now on."""
        with self._turn:
            self._drafts = drafts

    def take_over(self, found: Draft) -> bool:
        """Take over what earlier sessions left; say whether it is on disk under our name."""
        slips = {key: half for key in found.edits if (half := _as_slip(key, found.edits[key]))}
        edits = {key: text for key, text in found.edits.items() if key not in slips}
        with self._turn:
            self._set(
                kept=(*slips.values(), *found.kept, *self._draft.kept),
                edits={**edits, **self._draft.edits},
            )
        self.flush()
        return self._on_disk == self._draft

    def write(self, half: Half) -> None:
        """Note the slip in the entry."""
        if not self._leaving:
            self._set(text=half.text, small=half.small, signature=half.signature)

    @property
    def kept(self) -> tuple[Half, ...]:
        """Return the unfinished slips that wait to be taken up."""
        return self._draft.kept

    def take_up(self) -> Half:
        """Return the newest unfinished slip, which then belongs in the entry."""
        with self._turn:
            half, *others = self._draft.kept
            self.write(half)
            self._set(kept=tuple(others))
        return half

    def write_on(self, unread: str) -> None:
        """Add words typed that no key handler has come to; they are the last that is noted."""
        with self._turn:
            if not self._leaving and unread.strip():
                self._set(text=self._draft.text + unread)
            self._leaving = True

    def put_by(self, half: Half) -> None:
        """Keep a slip for later that cannot go back into the entry now."""
        with self._turn:
            self._set(kept=(half, *self._draft.kept))

    @property
    def edited(self) -> tuple[str, ...]:
        """Return the ids of slips whose changed words nobody has kept yet."""
        return tuple(self._draft.edits)

    def edit(self, slip_id: str) -> str | None:
        """Return the changed words of a slip that nobody has kept yet."""
        return self._draft.edits.get(slip_id)

    def keep_edit(self, slip_id: str, text: str | None) -> None:
        """Note changed words of a slip; None when they were kept in the jar or given up."""
        with self._turn:
            edits = {key: words for key, words in self._draft.edits.items() if key != slip_id}
            self._set(edits=edits if text is None else {**edits, slip_id: text})

    def forget_erased(self, before: Jar, now: Jar) -> None:
        """Drop what was begun for slips that were in the jar before, and their very words."""
        with self._turn:
            if not (self._draft.edits or self._draft.kept):
                return
            slips = before.tables["slips"], now.tables["slips"]
            gone = slips[0].keys() - slips[1].keys()
            if not gone:
                return
            texts = {slip.text for slip in map(before.get, gone) if slip is not None}
            edits = self._draft.edits.items()
            self._set(
                edits={key: text for key, text in edits if key.rpartition(" ")[2] not in gone},
                kept=tuple(half for half in self._draft.kept if half.text not in texts),
            )

    def set_off(self, slip_id: str, half: Half) -> None:
        """Note a slip on its way to the disk."""
        with self._turn:
            self._set(pending={**self._draft.pending, slip_id: half})

    def arrived(self, slip_id: str) -> None:
        """Note that a slip is on disk, or that its words went back into the entry."""
        with self._turn:
            pending = {key: half for key, half in self._draft.pending.items() if key != slip_id}
            self._set(pending=pending)
            self.due = time.monotonic()

    def flush(self) -> None:
        """Put the draft on disk now; never raises. Where the disk refuses, it is tried again."""
        with self._turn:
            self.due = 0.0
            draft = self._draft
            if draft == self._on_disk or self._drafts is None:
                return
            try:
                self._drafts.keep(draft)
            except OSError:
                self.due = time.monotonic() + AGAIN
            else:
                self._on_disk = draft

    def end(self) -> bool:
        """Put the draft on disk and let the next session have it; say whether that worked."""
        self.flush()
        if self._drafts is not None:
            with suppress(OSError):
                self._drafts.close()
        return self._on_disk == self._draft or not self._draft

    def _set(self, **changes: object) -> None:
        with self._turn:
            self._draft = replace(self._draft, **changes)  # type: ignore[arg-type]
            if not self.due:
                self.due = time.monotonic() + DELAY


def _as_slip(key: str, text: str) -> Half | None:
    """Return half an answer as the unfinished slip it would have been; None for other words."""
    if key in (WEEK, FIVES, MONTH):
        return Half(text)
    if key.startswith(THANKS):
        parts = key.removeprefix(THANKS).split()
        return Half(text, signature=Signature(ties=tuple(Tie("for", part) for part in parts)))
    return None
