"""What the words of a slip were before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.store.erasing import Erased
from jar_tui.store.history import Earlier, earlier_words

if TYPE_CHECKING:
    from jar_tui.store.repository import Repository

__all__ = ["Earlier", "Erased", "History", "still_to_come"]


class History:
    """Finds earlier words of slips, which are put back by an edit, and finishes erasing."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def earlier(self, slip_id: str) -> list[Earlier]:
        """Return a slip's earlier words, newest first, with when that was by the clock here.

        Raises `NotOpened`.
        """
        self._repository.refresh()
        slip = self._repository.jar.get(slip_id)
        if slip is None:
            return []
        found = earlier_words(self._repository.entries_about(slip_id), slip_id, slip.text)
        return [one._replace(when=one.when.astimezone()) for one in found]

    @property
    def has_erased(self) -> bool:
        """Say whether anything was ever erased from this jar."""
        return bool(self._repository.erased)

    def erase_everywhere(self) -> Erased:
        """Take what was erased out of the journals of other installations here, too."""
        return self._repository.clean(everywhere=True)


def still_to_come(done: Erased) -> tuple[list[str], list[str]]:
    """Return the names of the files of others that hold it still, and of those here."""
    return list(map(printable_name, done.others)), [printable_name(p.name) for p in done.left]
