"""The command as a whole: its help, its exit codes, its terminals, and never a traceback."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import pexpect
import pytest

import jar_tui
from jar_tui import words
from jar_tui.cli import ANSWERS, BARE_ADD
from jar_tui.cli.parser import COMMANDS, CommandParser, parser, understood
from jar_tui.store.folders import Folders
from jar_tui.words import shell
from jar_tui.words.names import NAMES, with_nouns
from tests.cli.conftest import ROOT, Process, Shell


def options(made: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in made._actions if action.dest != "help"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(jar: Shell, name: str) -> None:
    about = with_nouns(COMMANDS[name][0], NAMES)
    top = jar("--help").out
    assert f"    {name} " in top
    assert " ".join(about.split()) in " ".join(top.split())
    ran = jar(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    flat = " ".join(ran.out.split())
    assert about in flat
    for action in options(CommandParser(f"jar-tui {name}")):
        assert action.help
        assert " ".join(with_nouns(action.help, NAMES).split()) in flat
        assert all(option in flat for option in action.option_strings)


def test_the_short_way_to_add_asks_for_what_the_parser_would() -> None:
    asked = vars(understood(["add", "--plain"])) | {"plain": False}
    assert {k: v or BARE_ADD[k] for k, v in asked.items()} == BARE_ADD
    assert asked["text"] == asked["kind"] == []


def test_every_command_has_somebody_who_answers() -> None:
    assert ANSWERS.keys() == COMMANDS.keys()
    assert all(action.help for action in options(parser()) if action.dest != "command")


@pytest.mark.parametrize("columns", ["40", "abc", "0"])
def test_help_fits_a_phone(jar: Shell, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    if columns != "abc":
        assert max(map(len, jar("list", "--help").rows)) <= 40
    assert jar("--help").code == 0


def test_the_version_is_said(jar: Shell) -> None:
    assert jar("--version") == (0, f"jar-tui {jar_tui.__version__}\n", "")


@pytest.mark.parametrize(
    ("argv", "program"),
    [
        (["secret words"], "jar-tui"),
        (["--secret"], "jar-tui"),
        (["add", "--secret"], "jar-tui add"),
        (["add", "--too", "secret"], "jar-tui add"),
        (["add", "--when"], "jar-tui add"),
        (["edit"], "jar-tui edit"),
        (["--plain", "list", "--limit", "secret"], "jar-tui list"),
    ],
)
def test_what_is_not_understood_is_not_repeated(jar: Shell, argv: list[str], program: str) -> None:
    assert jar(*argv) == (2, "", f"{shell.not_understood(program)}\n")


def test_words_that_look_like_options_can_be_a_slip(jar: Shell) -> None:
    assert jar("add", "--", "--too-small", "-x").code == 0
    assert jar("add", "- a dash first").code == 0
    assert jar.texts() == ["--too-small -x", "- a dash first"]


def test_something_unforeseen_is_one_sentence_without_anybodys_words(
    jar: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> NoReturn:
        raise RuntimeError("secret words of a slip")

    monkeypatch.setattr("jar_tui.cli.write.drop_in", broken)
    ran = jar("add", "secret words")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("That could not be done, and this program is to blame: RuntimeError")
    assert "secret" not in ran.err
    assert len(ran.err.splitlines()) == 1


# Streams that are closed, full, or of another encoding


def closed(*handles: int) -> None:
    for handle in handles:
        os.close(handle)


def test_a_reader_that_has_seen_enough_is_no_trouble(jar: Shell, process: Process) -> None:
    jar("add", "--each-line", stdin=b"step\n" * 5000)
    for argv in (["list"], ["list", "--json"], ["export", "json"], ["--help"]):
        ours, theirs = os.pipe()
        os.close(ours)
        with os.fdopen(theirs, "wb") as nobody:
            ran = process(*argv, stdout=nobody)
        assert (ran.returncode, ran.stderr) == (0, b""), argv


def test_an_answer_that_finds_no_room_is_told_apart_from_a_slip_that_does(
    jar: Shell, process: Process
) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = process("add", stdin=b"kept", stdout=full)
    assert (ran.returncode, ran.stderr) == (1, f"{shell.NOT_SHOWN}\n".encode())
    assert jar.texts() == ["kept"]


@pytest.mark.parametrize("handle", [0, 1, 2])
def test_a_closed_stream_is_no_traceback(jar: Shell, process: Process, handle: int) -> None:
    for argv in (["add"], ["add", "x"], ["list", "--find", "zzz"], ["--plain"], ["list", "--json"]):
        stdin = b"" if handle else None
        ran = process(*argv, stdin=stdin, before=lambda: closed(handle))
        assert b"Traceback" not in ran.stderr
        assert b"Error" not in ran.stderr
    assert jar.texts() == ["x"]
    for path in Folders(Path(os.environ["JAR_TUI_HOME"])).jar.iterdir():
        assert b"Dropped" not in path.read_bytes()


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "utf-8:strict"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_words_of_any_script_pass_through_any_locale(
    jar: Shell, process: Process, env: dict[str, str]
) -> None:
    assert process("add", stdin="отдых 🙂".encode(), env=env).returncode == 0
    assert process("add", "ночь".encode() + b"\xff", env=env).returncode == 0
    assert process("--plain", stdin="жест\n".encode() + b"caf\xe9\n", env=env).returncode == 0
    assert process("list", env=env).returncode == 0
    assert jar.texts() == ["отдых 🙂", "ночь\ufffd", "жест", "café"]


# Terminals


def listens_to_ctrl_c() -> None:
    """Undo what a test run in the background would hand on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def spawned(jar_home: Path, *argv: str, **env: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        sys.executable,
        ["-m", "jar_tui", *argv],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "JAR_TUI_HOME": str(jar_home),
            "TERM": "xterm-256color",
            **env,
        },
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 60),
        preexec_fn=listens_to_ctrl_c,
    )


def ended(child: pexpect.spawn[str]) -> tuple[int | None, str]:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, str(child.before).replace("\r\n", "\n")


def test_a_prompt_on_a_terminal(jar: Shell, jar_home: Path) -> None:
    child = spawned(jar_home, "add")
    child.expect_exact(f"{words.WRITE}\r\n> ")
    child.sendline("took a breath")
    code, said = ended(child)
    assert code == 0
    assert "Dropped in. " in said
    assert "\x1b" not in said
    assert jar.texts() == ["took a breath"]


@pytest.mark.parametrize("key", ["c", "d"])
def test_leaving_a_prompt_is_calm(jar: Shell, jar_home: Path, key: str) -> None:
    child = spawned(jar_home, "add")
    child.expect_exact("> ")
    child.sendcontrol(key)
    code, said = ended(child)
    assert code == 1
    assert said.replace("^C", "").replace("^D\b\b", "").strip() == words.LEFT
    assert jar.texts() == []


@pytest.mark.parametrize(("argv", "env"), [(["--plain"], {}), ([], {"ACCESSIBLE": "1"})])
def test_line_mode_on_a_terminal_moves_no_cursor(
    jar: Shell, jar_home: Path, argv: list[str], env: dict[str, str]
) -> None:
    child = spawned(jar_home, *argv, **env)
    child.expect_exact("> ")
    child.sendline("yesterday: said no")
    child.expect_exact("Dropped in, dated ")
    child.expect_exact("> ")
    child.sendcontrol("c")
    code, said = ended(child)
    assert code == 0
    assert shell.PLAIN_LEFT in said
    assert "\x1b" not in said
    assert jar.texts() == ["said no"]


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": "dumb", "ACCESSIBLE": "0"}])
def test_a_terminal_that_prints_only_is_pointed_to_line_mode(
    jar_home: Path, env: dict[str, str]
) -> None:
    assert ended(spawned(jar_home, **env)) == (1, f"{words.NO_TERMINAL}\n")


def test_without_a_terminal_the_full_screen_names_line_mode(process: Process) -> None:
    ran = process()
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr == f"{words.NO_TERMINAL}\n".encode()


def test_ctrl_c_in_the_middle_is_one_sentence(jar: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("jar_tui.cli.write.given_text", interrupted)
    assert jar("add") == (1, "", f"{shell.STOPPED}\n")
