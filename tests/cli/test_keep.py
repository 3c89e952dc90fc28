"""`jar-tui where`, `check` and `settings`: what is kept, where, and whether it is whole."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.store.folders import Folders
from jar_tui.words import backups, health, shell
from tests.cli.conftest import Process, Shell

WATCHED = """
import os, sys
seen = set()
def note(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_CREAT | os.O_WRONLY):
        seen.add(str(args[0]))
    if event == "os.rename":
        seen.add(str(args[1]))
sys.addaudithook(note)
from jar_tui.cli import run
for words in ("add x", "list", "settings day_begins 3", "undo", "backup", "check"):
    run(words.split())
from pathlib import Path
from jar_tui.paths import home
from jar_tui.store.drafts import Draft, Drafts
from jar_tui.store.folders import Folders
Drafts(Folders(home()), "session").keep(Draft("unfinished"))
print(*(f"WROTE {path}" for path in seen), sep="\\n")
"""


def test_where_names_every_file_that_is_written(jar: Shell, process: Process) -> None:
    ran = process(env={"PYTHONDONTWRITEBYTECODE": "1"}, code=WATCHED)
    written = [
        line.removeprefix("WROTE ")
        for line in ran.stdout.decode().splitlines()
        if line.startswith("WROTE ") and "/dev/null" not in line
    ]
    assert len(written) > 5
    named = jar("where").rows
    for path in written:
        assert any(fnmatch(path, pattern) for pattern in named), path


def test_where_makes_nothing_and_names_one_file_a_line(jar: Shell, jar_home: Path) -> None:
    ran = jar("where")
    assert ran.code == 0
    assert not jar_home.exists()
    assert all(row.startswith(f"{jar_home}/") for row in ran.rows)
    assert len(set(ran.rows)) == len(ran.rows)


def test_a_file_name_cannot_make_a_line_of_its_own(jar: Shell, jar_home: Path) -> None:
    jar("add", stdin=b"a")
    name = os.fsdecode(b"slips-\x1b]0;t\x07\n/etc\xff".replace(b"/", b"|")) + ".jsonl"
    (Folders(jar_home).jar / name).touch()
    rows = jar("where").rows
    assert f"{jar_home}/jar/slips-\\x1b]0;t\\x07\\n|etc\\udcff.jsonl" in rows
    assert all(row.startswith(str(jar_home)) for row in rows)
    (Folders(jar_home).jar / name).write_bytes(b"no line")
    ran = jar("check")
    assert "\x1b" not in ran.out + ran.err


# Check


def test_a_whole_jar_is_said_to_be_whole(jar: Shell) -> None:
    jar("add", "--each-line", stdin=b"one\ntwo")
    ran = jar("check")
    said = f"2 lines were read in 1 file.\n{shell.ALL_WHOLE}\n{backups.NO_BACKUP_YET}\n"
    assert ran == (0, said, "")


def test_check_of_no_jar_makes_none(jar: Shell, jar_home: Path) -> None:
    assert jar("check") == (0, f"{shell.NO_JAR_YET}\n", "")
    assert not jar_home.exists()


def journal_of(home: Path) -> Path:
    (found,) = Folders(home).jar.glob("slips-*")
    return found


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b"two words", b"tXo words", "not readable from byte "),
        (b"", b"", "it ends in the middle of a line."),
    ],
)
def test_check_names_what_is_hurt_and_changes_nothing(
    jar: Shell, jar_home: Path, before: bytes, after: bytes, said: str
) -> None:
    jar("add", "--each-line", stdin=b"one\ntwo words")
    journal = journal_of(jar_home)
    data = journal.read_bytes()
    hurt = data.replace(before, after) if before else data + b'{"sum":"0123'
    journal.write_bytes(hurt)
    ran = jar("check")
    assert (ran.code, ran.err) == (1, f"{shell.NOT_WHOLE}\n")
    assert said in ran.out
    assert "words" not in ran.out
    assert journal.read_bytes() == hurt


def test_check_names_a_file_that_is_gone(jar: Shell, jar_home: Path) -> None:
    jar("add", stdin=b"one")
    journal_of(jar_home).unlink()
    for held in (jar_home / "state" / "own").iterdir():
        held.unlink()
    (Folders(jar_home).jar / "slips-another.jsonl").touch()
    ran = jar("check")
    assert ran.code == 1
    assert ": gone." in ran.out


def test_check_says_that_a_file_of_ours_is_held_and_put_back(jar: Shell, jar_home: Path) -> None:
    jar("add", stdin=b"one")
    path = journal_of(jar_home)
    path.rename(path.with_suffix(".old"))
    ran = jar("check")
    assert (ran.code, f"{path.name}: {health.IN_CHECK['replaced']}" in ran.rows) == (0, True)
    assert jar.texts() == ["one"]
    assert health.IN_CHECK["replaced"] not in jar("check").out


# Settings


def test_a_setting_is_shown_changed_and_used(jar: Shell) -> None:
    assert any(row.startswith("day_first = true ") for row in jar("settings").rows)
    assert jar("settings", "day_first", "false") == (0, f"{shell.SETTING_KEPT}\n", "")
    assert jar("settings", "day_first").out.startswith("day_first = false ")
    jar("add", "--when", "3/5/2026", stdin=b"a")
    assert jar.json()[0]["happened"] == "2026-03-05"


@pytest.mark.parametrize(
    "argv", [["nothing"], ["nothing", "1"], ["day_begins", "24"], ["day_begins", "x"]]
)
def test_a_setting_that_cannot_be_is_refused(jar: Shell, argv: list[str]) -> None:
    assert jar("settings", *argv) == (1, "", f"{shell.NO_SUCH_SETTING}\n")


# Where the disk or the folder does not play along


def full_disk() -> None:
    """Let no file of this process grow beyond a size, as a full disk does."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def test_a_full_disk_keeps_nothing_by_halves(jar: Shell, process: Process) -> None:
    jar("add", stdin=b"kept")
    no_halves = {"PYTHONDONTWRITEBYTECODE": "1"}  # Python itself would leave some
    ran = process("add", stdin=b"secret " * 1000, before=full_disk, env=no_halves)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr == b"Not kept yet: the disk is full.\n"
    assert jar.texts() == ["kept"]
    assert jar("check").code == 0


def test_a_home_that_cannot_be_is_one_sentence(
    jar: Shell, tmp_path: Path, process: Process
) -> None:
    (tmp_path / "file").write_text("x")
    home = {"JAR_TUI_HOME": str(tmp_path / "file")}
    ran = process("add", stdin=b"secret", env=home)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr == b"Not kept yet: the disk did not take it.\n"
    ran = process("list", env=home)
    assert (ran.returncode, ran.stderr) == (1, f"{words.NOT_OPENED}\n".encode())


def test_a_relative_home_with_spaces_is_a_home(tmp_path: Path, process: Process) -> None:
    home = {"JAR_TUI_HOME": "my jar/är"}
    assert process("add", stdin=b"a", env=home).returncode == 0
    assert (tmp_path / "my jar" / "är" / "jar").is_dir()
    assert b"  today: a\n" in process("list", env=home).stdout
