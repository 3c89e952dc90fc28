"""The TinyDB Table whose changes become journal lines, and whose documents are never removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any, NoReturn

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from jar_tui.store.errors import NothingRemoved
from jar_tui.store.ids import new_id
from jar_tui.store.storage import Documents, JournalStorage, differences


class JournalTable(Table):
    """Appends only what an operation changed, reading only the documents it touches."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB types ids as int

    def __init__(
        self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        # Another session's slips would be missing from cached answers, so there is no cache.
        super().__init__(storage, name, cache_size, persist_empty)

    def _get_next_id(self) -> Any:
        return new_id()

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return dict(self._journals.read().get(self.name, {}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        touched = _Touched(self._journals, self.name)
        updater(touched)
        changes = differences(self.name, touched.before, touched.after)
        if changes:
            self._journals.append(changes)

    def truncate(self) -> NoReturn:
        """Refuse: a jar only ever gains lines."""
        raise NothingRemoved

    @property
    def _journals(self) -> JournalStorage:
        assert isinstance(self._storage, JournalStorage)  # noqa: S101 - the only one it is given
        return self._storage


class JournalDB(TinyDB):
    """A TinyDB whose tables are journals."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB types it as its own

    def drop_tables(self) -> NoReturn:
        """Refuse: a jar only ever gains lines."""
        raise NothingRemoved

    def drop_table(self, name: str) -> NoReturn:
        """Refuse: a jar only ever gains lines."""
        raise NothingRemoved


class _Touched(MutableMapping[str, dict[str, Any]]):
    """A table's documents as an operation sees them, copied only when it looks at one."""

    def __init__(self, storage: JournalStorage, name: str) -> None:
        self._storage = storage
        self._name = name
        self.before: Documents = {}
        self.after: Documents = {}

    def __getitem__(self, key: str) -> dict[str, Any]:
        if key not in self.after:
            found = self._storage.document(self._name, key)
            if found is None:
                raise KeyError(key)
            self.before[key] = found
            self.after[key] = {name: _copied(value) for name, value in found.items()}
        return self.after[key]

    def __setitem__(self, key: str, value: dict[str, Any]) -> None:
        if key in self:
            self[key].update(value)
        else:
            self.after[key] = value

    def __delitem__(self, key: str) -> NoReturn:
        raise NothingRemoved

    def clear(self) -> NoReturn:
        """Refuse: a jar only ever gains lines."""
        raise NothingRemoved

    def __iter__(self) -> Iterator[str]:
        known = self._storage.read().get(self._name, {})
        return iter(list(known | self.after))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        try:
            return isinstance(key, str) and self[key] is not None
        except KeyError:
            return False


def _copied(value: Any) -> Any:
    """Return a value nobody else holds; most are plain and cannot be changed."""
    return deepcopy(value) if isinstance(value, list | dict) else value
