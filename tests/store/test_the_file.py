"""What README says of the file is so, and its ten lines read a jar as the program does."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jar_tui.domain.records import (
    LABELS,
    OWN_FIELDS,
    PRECISIONS,
    ROLES,
    STATES,
    TABLES,
)
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.line import decode, encode
from jar_tui.store.writer import FILES
from tests.store.jars import Ticking

Clock = Callable[[], datetime]
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README[README.index("\n## The file\n") : README.index("\n## One jar on two machines\n")]


def _block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    return str(found)


def _read_by_readme(jar: Path) -> list[str]:
    command = [sys.executable, "-I", "-X", "utf8", "-c", _block("python"), str(jar)]
    ran = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert ran.stderr == b""
    return ran.stdout.decode().splitlines()


def _read_by_us(home: Path, clock: Clock) -> list[str]:
    jar = JarService.open(home, clock)[0].jar
    told = (f"{slip.happened or 'sometime'} {slip.text}" for slip in jar.ordered)
    return [line for one in told for line in one.split("\n")]


def _other_machine(home: Path, clock: Clock) -> Path:
    """Begin a second installation with a copy of the jar; return its home."""
    other = home.with_name("other")
    (other / "jar").mkdir(parents=True)
    for path in (home / "jar").iterdir():
        shutil.copy(path, other / "jar" / path.name)
    service = JarService.open(other, clock)[0]
    service.edit(service.jar.slips[-1].id, "the words of the other machine\nin two lines")
    service.add_all(
        [NewSlip("from elsewhere, 散歩"), NewSlip("and 💧", service.almanac.when("2025"))]
    )
    return other


def _a_full_jar(home: Path) -> Clock:
    clock = Ticking()
    service = JarService.open(home, clock)[0]
    when = service.almanac.when
    days = ("yesterday", "sometime", "3 days ago", "last month", "yesterday", "yesterday")
    made = [service.add(NewSlip(f"step {n} of {day}", when(day))) for n, day in enumerate(days)]
    service.add_all([NewSlip("one"), NewSlip('{"sum":"00000000","t":"slips"}')])
    service.edit(made[0].id, "changed words")
    service.edit(made[0].id, "changed words again")
    service.undo()
    service.set_aside(made[1].id, aside=True)
    service.date(made[2].id, when("last week"))
    service.people.choose("word", "part")
    other = _other_machine(home, clock)
    service.edit(made[2].id, "changed here meanwhile")
    service.erase(made[3].id)
    for path in (other / "jar").iterdir():  # what the other has of our file is older: a conflict
        name = path.name
        if (home / "jar" / name).exists():
            name = f"{path.stem}.sync-conflict-20261121-153000-ABCDEF.jsonl"
        shutil.copy(path, home / "jar" / name)
    mine = home / "jar" / f"slips-{service._repository.writer.journal}.jsonl"
    hurt = b'{"sum":"00000000"' + mine.read_bytes().splitlines()[1][17:]
    (home / "jar" / "slips-hurt.jsonl").write_bytes(hurt + b"\n\xff\xfe\n\n")
    return clock


def test_ten_lines_read_every_slip_as_the_program_does(jar_home: Path) -> None:
    clock = _a_full_jar(jar_home)
    shown = _read_by_us(jar_home, clock)
    assert len(shown) > 9
    assert "in two lines" in shown
    assert "2026-11-21 from elsewhere, 散歩" in shown
    assert not any("step 3" in line for line in shown), "it was erased"
    assert _read_by_readme(jar_home / "jar") == shown
    assert len([line for line in _block("python").splitlines() if line]) == 10


def test_the_line_shown_is_one() -> None:
    raw = _block("json").encode()
    entry = decode(raw.rstrip(b"\n"))
    assert encode(entry) == raw
    assert entry.fields["text"] == "opened the window"


def test_every_name_in_a_line_is_explained(jar_home: Path) -> None:
    _a_full_jar(jar_home)
    explained = set(re.findall(r"`(\w+)`", SECTION))
    for path in (jar_home / "jar").glob("*.jsonl"):
        for raw in path.read_bytes().splitlines():
            assert set(re.findall(rb'"(\w+)":', raw.split(b'"set"')[0])) <= {
                one.encode() for one in explained
            }


def test_every_table_and_field_is_named_and_no_other() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", SECTION, re.MULTILINE))
    for table, kind in TABLES.items():
        named = set(re.findall(r"`(\w+)`", rows.pop(table)))
        assert named == set(kind.__dataclass_fields__) - OWN_FIELDS | {"written"}
    for values in (PRECISIONS, STATES, LABELS, ROLES):
        assert any(values <= set(re.findall(r"\w+", inside)) for inside in _in_brackets())
    people = SECTION[SECTION.index("in those of people:") :].split("|")[0]
    assert set(re.findall(r"`(\w+)`", people)) == set(FILES)


def _in_brackets() -> list[str]:
    return re.findall(r"\(([^)]*)\)", SECTION)
