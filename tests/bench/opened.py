"""Opening a jar without a screen: how long it takes, and the memory it asks for and holds."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.table import Figure, Line, Missing, Peer

if TYPE_CHECKING:
    from tests.bench.seed import Jars

TIMES = 5
_ROOT = Path(__file__).parents[2]
_STATUS = Path("/proc/self/status")


class Opening(NamedTuple):
    """What one opening took."""

    seconds: float
    peak: float
    """Megabytes above what the program had before."""
    held: float


def opened(jars: Jars) -> Iterator[Line]:
    """Measure each opening in a process of its own, beside TinyDB."""
    from tests.bench.rows import SIZES
    from tests.bench.store import tinydb_file

    if not _STATUS.exists():
        yield Missing("not measured", "this system does not tell a program's memory")
        return
    for slips in SIZES:
        places = {"ours": jars.of(slips), "stock": tinydb_file(jars, slips)}
        places["cached"] = places["stock"]
        found: dict[str, list[Opening]] = {kind: [] for kind in places}
        for _ in range(TIMES):
            for kind, place in places.items():
                found[kind].append(_in_a_process(kind, place))
        ours, stock, cached = (_medians(some) for some in found.values())
        for name, at, unit in (("", 0, "ms"), (", at most", 1, "MB"), (", held", 2, "MB")):
            yield Figure(f"{slips:,} slips{name}", ours[at], unit)
            for kind, theirs in (("TinyDB", stock), ("its cache", cached)):
                yield Peer(f"{kind}, {slips:,}{name}", theirs[at], unit, ours[at] / theirs[at])


def _in_a_process(kind: str, place: Path) -> Opening:
    argv = [sys.executable, "-m", "tests.bench.opened", kind, str(place)]
    said = subprocess.run(argv, cwd=_ROOT, capture_output=True, text=True, check=True).stdout
    return Opening(*map(float, said.split()))


def _medians(found: list[Opening]) -> tuple[float, ...]:
    seconds, peak, held = (statistics.median(some) for some in zip(*found, strict=True))
    return seconds * 1000, peak, held


def _ours(home: Path) -> Callable[[], object]:
    from datetime import datetime

    from jar_tui.service import JarService
    from jar_tui.store import repository  # noqa: F401 - loaded before, as TinyDB is for the others

    return partial(JarService.open, home, lambda: datetime.now().astimezone())


def _stock(path: Path) -> Callable[[], object]:
    from tinydb import TinyDB

    return lambda: TinyDB(path).table("slips").all()


def _cached(path: Path) -> Callable[[], object]:
    from tinydb import TinyDB
    from tinydb.middlewares import CachingMiddleware
    from tinydb.storages import JSONStorage

    def read() -> object:
        storage = CachingMiddleware(JSONStorage)  # type: ignore[no-untyped-call]
        table = TinyDB(path, storage=storage).table("slips")
        return table, len(table)

    return read


def _memory(name: str) -> float:
    found = re.search(rf"{name}:\s+(\d+)", _STATUS.read_text())
    assert found
    return int(found[1]) / 1024


def _main(kind: str, place: Path) -> None:
    opening = {"ours": _ours, "stock": _stock, "cached": _cached}[kind](place)
    before = _memory("VmRSS")
    begun = time.perf_counter()
    result = opening()
    seconds = time.perf_counter() - begun
    assert result
    print(seconds, _memory("VmHWM") - before, _memory("VmRSS") - before)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
