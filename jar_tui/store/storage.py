"""The TinyDB Storage over the journals; it keeps no documents itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tinydb.storages import Storage

from jar_tui.store.errors import NothingRemoved
from jar_tui.store.line import Entry
from jar_tui.store.writer import Change

Documents = dict[str, dict[str, Any]]
"""One table's documents by id."""


class JournalStorage(Storage):
    """Hands TinyDB the documents folded from the journals, and appends what it changes."""

    def __init__(
        self,
        documents: Callable[[], dict[str, Documents]],
        document: Callable[[str, str], dict[str, Any] | None],
        append: Callable[[Sequence[Change]], Sequence[Entry]],
    ) -> None:
        self._documents = documents
        self.document = document
        self.append = append

    def read(self) -> dict[str, Documents]:
        """Return every table's documents, made anew for this call."""
        return self._documents()

    def write(self, data: dict[str, Documents]) -> None:
        """Append what `data` holds beyond the journals; raise `NothingRemoved` if it holds less."""
        present = self.read()
        if any(documents.keys() - data.get(name, {}).keys() for name, documents in present.items()):
            raise NothingRemoved
        wanted = [differences(name, present.get(name, {}), data[name]) for name in data]
        for changes in filter(None, wanted):
            self.append(changes)


def differences(table: str, before: Documents, after: Documents) -> list[Change]:
    """Return the changes that lead from one set of documents to another.

    Raises `NothingRemoved` where a document lost a field.
    """
    changes = []
    for document_id, document in after.items():
        old = before.get(document_id, {})
        if old.keys() - document.keys():
            raise NothingRemoved
        fields = {
            name: value for name, value in document.items() if name not in old or old[name] != value
        }
        if fields:
            changes.append(Change(table, document_id, fields))
    return changes
