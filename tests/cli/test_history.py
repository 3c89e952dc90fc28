"""`jar-tui earlier` and `erase`: what a slip said before, and its end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jar_tui.service import JarService
from jar_tui.store.erasing import Erased
from jar_tui.words import history, shell
from tests.cli.conftest import Shell
from tests.store.jars import Ticking


@pytest.fixture
def slip(jar: Shell) -> str:
    jar("add", stdin=b"made toast")
    slip = str(jar.json()[0]["id"])
    for text in (b"three tries\n\nand jam", b"cold kitchen"):
        assert jar("edit", slip, stdin=text).code == 0
    return slip


def everything(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


# Earlier words


def test_earlier_words_are_printed_newest_first_with_their_moment(jar: Shell, slip: str) -> None:
    assert jar("earlier", slip[:8]).rows == [
        "1  today, 15:30:00",
        "    three tries",
        "    ",
        "    and jam",
        "2  today, 15:30:00",
        "    made toast",
    ]


def test_one_of_them_is_put_back_and_that_can_be_taken_back(jar: Shell, slip: str) -> None:
    ran = jar("earlier", slip, "--take", "2")
    assert ran.out == (
        "The words of today, 15:30:00, are on the slip again. jar-tui undo takes that back.\n"
    )
    assert jar.texts() == ["made toast"]
    assert jar("earlier", slip).rows[1] == "    cold kitchen"
    jar("undo", "--yes")
    assert jar.texts() == ["cold kitchen"]


@pytest.mark.parametrize("number", ["0", "3", "-1"])
def test_a_number_that_is_none_of_theirs_changes_nothing(
    jar: Shell, slip: str, number: str
) -> None:
    assert jar("earlier", slip, f"--take={number}") == (1, "", f"{history.NO_SUCH_VERSION}\n")
    assert jar("earlier", slip, "--take", "the first").code == 2
    assert jar.texts() == ["cold kitchen"]


def test_a_slip_without_any_says_so(jar: Shell) -> None:
    jar("add", stdin=b"rested")
    assert jar("earlier", jar.json()[0]["id"]) == (0, f"{history.NONE}\n", "")
    assert jar("earlier", "nobody") == (1, "", f"{shell.NO_SUCH_ID}\n")


def test_covered_ones_are_dots_unless_they_are_asked_for(jar: Shell, slip: str) -> None:
    jar("cover", slip)
    assert "toast" not in jar("earlier", slip).out
    assert jar("earlier", slip).rows[1] == "    ..."
    assert "made toast" in jar("earlier", slip, "--covered").out


# Erasing


@pytest.fixture
def aside(jar: Shell, slip: str) -> str:
    jar("aside", slip)
    return slip


def test_erasing_asks_for_a_word_and_says_what_it_means(
    jar: Shell, aside: str, jar_home: Path
) -> None:
    ran = jar.typed("erase", aside[:8], keys=b"erase\n")
    assert ran.code == 0
    assert ran.rows[0] == 'This one: today, "cold kitchen".'
    assert ran.rows[1:4] == history.what_goes()
    assert ran.rows[-1].endswith(history.ERASED)
    assert jar.json("--set-aside") == []
    for words in (b"toast", b"tries", b"kitchen"):
        assert words not in everything(jar_home)


@pytest.mark.parametrize("keys", [b"\n", b"y\n", b"yes\n", b"erase it\n", b"\x04"])
def test_anything_else_erases_nothing(jar: Shell, aside: str, keys: bytes) -> None:
    ran = jar.typed("erase", aside, keys=keys)
    assert ran.code == 0
    assert ran.rows[-1].endswith(history.NOT_ERASED)
    assert len(jar.json("--set-aside")) == 1


def test_without_a_terminal_it_is_done_on_a_plain_yes_alone(jar: Shell, aside: str) -> None:
    assert jar("erase", aside, stdin=b"erase\n") == (1, "", f"{history.NEEDS_YES}\n")
    assert len(jar.json("--set-aside")) == 1
    assert jar("erase", aside, "--yes") == (0, f"{history.ERASED}\n", "")
    assert jar("erase", aside, "--yes") == (1, "", f"{shell.NO_SUCH_ID}\n")


def test_a_slip_in_the_jar_is_to_be_set_aside_first(jar: Shell, slip: str) -> None:
    assert jar("erase", slip, "--yes") == (1, "", f"{history.ASIDE_FIRST_HERE}\n")
    assert jar.texts() == ["cold kitchen"]


def test_covered_words_are_not_shown_there(jar: Shell, aside: str) -> None:
    jar("cover", aside)
    assert "kitchen" not in jar.typed("erase", aside, keys=b"\n").out


def test_what_is_still_to_come_is_named(
    jar: Shell, aside: str, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Erased(("slips-\x1bab.jsonl",), (jar_home / "jar-2026-11-21.json",))
    monkeypatch.setattr(JarService, "erase", lambda service, slip_id: done)
    ran = jar("erase", aside, "--yes")
    assert ran.code == 1
    assert ran.rows == [
        history.ERASED,
        "The other machine's files follow when jar-tui opens there; until then they hold it here, "
        "too: slips-\\x1bab.jsonl.",
        "Not changed yet, and tried again at the next start: jar-2026-11-21.json.",
        history.WHERE_GONE,
    ]


def test_undo_leaves_an_erased_slip_erased(jar: Shell, aside: str) -> None:
    jar("erase", aside, "--yes")
    jar("undo", "--yes")
    assert jar.json() == jar.json("--set-aside") == []


def test_files_of_a_machine_that_is_gone_can_be_done_here(
    jar: Shell, aside: str, jar_home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(jar_home / "jar", other / "jar")
    there, _ = JarService.open(other, Ticking())
    there.edit(aside, "cold kitchen, said there")
    for path in (other / "jar").iterdir():
        if not (jar_home / "jar" / path.name).exists():
            shutil.copy(path, jar_home / "jar")
    assert jar("erase", "--everywhere").rows == [history.NOTHING_ERASED]
    ran = jar("erase", aside, "--yes")
    assert (ran.code, ran.rows[-1]) == (0, history.WHERE_GONE)
    assert b"cold kitchen" in everything(jar_home)
    assert jar("erase", "--everywhere").rows == [history.ERASED_HERE]
    assert b"cold kitchen" not in everything(jar_home)
    assert jar("erase").code == 2
    assert jar("check").code == 0
