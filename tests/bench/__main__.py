"""Prints every budget of the architecture, what was measured, and whether it is met."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from jar_tui.tui.app import now
from tests.bench import adding, loading, opened, painting, starting, store
from tests.bench.peers import Peers, install, usual_folder
from tests.bench.rows import BESIDE, OPENED, ROWS, Row
from tests.bench.seed import Jars
from tests.bench.table import Line, Missing, render

BENCHES: Final[dict[str, Callable[[Jars], Iterator[Line]]]] = {
    "start": starting.start,
    "add": adding.shell,
    "kept": adding.service,
    "store": store.store,
    "enter": adding.enter,
    "letter": painting.letter,
    "arrow": painting.arrow,
    "paint": painting.paint,
    "idle": painting.idle,
    "memory": starting.memory,
    "find": painting.find,
    "opened": opened.opened,
    "beside": loading.beside,
}


def main() -> None:
    """Run the rows asked for, or all, each whatever becomes of the others."""
    asked = _asked()
    venv = asked.venv.absolute()
    trouble = install(venv) if asked.peers else ""
    with tempfile.TemporaryDirectory(prefix="jar-bench-") as name:
        folder = Path(name)
        # Programs start from compiled modules, as an installed program does.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        os.environ["JAR_TUI_HOME"] = str(folder / "nowhere")
        home = folder / "peers"
        home.mkdir()
        jars = Jars(folder, Peers(venv, home, trouble))
        print(_heading(), flush=True)
        for row in (*ROWS, OPENED, BESIDE):
            if not asked.only or row.name in asked.only:
                for text in render(row, _measured(row, jars)):
                    print(text, flush=True)
                print(f"  load {os.getloadavg()[0]:.1f}\n", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=[*BENCHES], metavar="ROW", help=", ".join(BENCHES)
    )
    parser.add_argument(
        "--peers", action="store_true", help="install dooit and jrnl first, apart from all else"
    )
    parser.add_argument(
        "--venv", type=Path, default=usual_folder(), help="where they are, or shall be, installed"
    )
    return parser.parse_args()


def _measured(row: Row, jars: Jars) -> Iterator[Line]:
    try:
        yield from BENCHES[row.name](jars)
    except Exception as error:
        reason = str(error) if isinstance(error, AssertionError) else type(error).__name__
        yield Missing("stopped", reason)


def _heading() -> str:
    return (
        f"{now():%Y-%m-%d}, {platform.system()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, Textual {version('textual')}\n"
        "Medians; what is compared was measured in turn. Times mean little, ratios something.\n"
    )


if __name__ == "__main__":
    main()
