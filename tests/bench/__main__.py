"""Prints every budget of the architecture, what was measured, and whether it is met."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench import adding, loading, painting, starting
from tests.bench.figures import Bench, row
from tests.bench.seed import Jars

BENCHES: dict[str, Bench] = {
    "start": starting.start,
    "shell": adding.shell,
    "service": adding.service,
    "enter": adding.enter,
    "paint": painting.paint,
    "arrows": painting.arrows,
    "memory": starting.memory,
    "find": painting.find,
    "load": loading.load,
    "loaded": starting.loaded,
    "change": loading.change,
}


def main(asked: list[str]) -> int:
    """Run the benches asked for, or all."""
    unknown = [name for name in asked if name not in BENCHES]
    if unknown:
        print(f"python -m tests.bench [{' | '.join(BENCHES)}]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="jar-bench-") as folder:
        # Programs start from compiled modules, as an installed program does.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        os.environ["JAR_TUI_HOME"] = f"{folder}/nowhere"
        jars = Jars(Path(folder))
        print(row(("what", "budget", "measured", "met")), flush=True)
        for name in asked or BENCHES:
            for figure in BENCHES[name](jars):
                print(row(figure.cells()), flush=True)
    return 0


sys.exit(main(sys.argv[1:]))
