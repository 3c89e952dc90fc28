"""Who is on a slip: said with `add`, read from a tag at the prompt, changed with `sign`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui.store.errors import NotOpened
from jar_tui.words import people_shell, shell
from tests.cli.conftest import Process, Shell


@pytest.fixture
def jar(jar: Shell) -> Shell:
    """Return a jar with three names."""
    jar("parts", "add", stdin=b"Wren w:\nK k:\nRue text-r")
    return jar


def on_slips(jar: Shell) -> list[str]:
    """Return what the list says of every slip."""
    return jar("list", "--plain").rows


def test_options_say_who_is_on_a_slip(jar: Shell) -> None:
    ran = jar("add", "--sign", "wren", "--for", "k:", "--noticed-by", "RUE", stdin=b"ate lunch")
    assert re.fullmatch(r"Dropped in, by Wren, for K, noticed by Rue\. .+ [a-z2-7]{8}\n", ran.out)
    assert on_slips(jar) == ["today, by Wren, for K, noticed by Rue: ate lunch"]
    assert [(mark["role"], mark["part"]["name"]) for mark in jar.json()[0]["marks"]] == [
        ("by", "Wren"),
        ("for", "K"),
        ("noticed", "Rue"),
    ]


def test_options_may_be_repeated_and_keep_their_order(jar: Shell) -> None:
    argv = ("--sign", "K", "--sign", "Wren", "--sign", "k:", "--when", "yesterday", "--too-small")
    ran = jar("add", *argv, stdin=b"a")
    assert ran.out.startswith(
        'Dropped in, dated Friday 20 November 2026, by K and Wren, marked "too small". '
    )


def test_an_unknown_name_is_told_before_words_are_asked_for(jar: Shell) -> None:
    ran = jar.typed("add", "--sign", "secret", keys=b"")
    assert ran.code == 1
    assert "secret" not in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("keys", "said", "kept"),
    [
        (b"w: made the bed\n", "today, by Wren", "made the bed"),
        (b"W:made the bed\n", "today, by Wren", "made the bed"),
        (b"for k: ate lunch\n", "today, for K", "ate lunch"),
        (b"for k and Wren: ate lunch\n", "today, for K and Wren", "ate lunch"),
        (b"yesterday: w: a\n", "Friday 20 November, by Wren", "a"),
        (b"w: yesterday: a\n", "Friday 20 November, by Wren", "a"),
        (b"\\w: a\n", "today", "w: a"),
        (b"q: a\n", "today", "q: a"),
        (b"for q: a\n", "today", "for q: a"),
        (b"w:\n", "today", "w:"),
    ],
)
def test_a_tag_is_read_at_the_prompt(jar: Shell, keys: bytes, said: str, kept: str) -> None:
    assert jar.typed("add", keys=keys).code == 0
    assert on_slips(jar) == [f"{said}: {kept}"]


def test_a_tag_and_options_go_together(jar: Shell) -> None:
    jar.typed("add", "--noticed-by", "Rue", keys=b"for k: a\n")
    jar.typed("add", "--when", "yesterday", keys=b"w: monday: b\n")
    jar.typed("add", "--each-line", keys=b"w: c\nd\n")
    assert on_slips(jar) == [
        "Friday 20 November, by Wren: monday: b",
        "today, for K, noticed by Rue: a",
        "today, by Wren: c",
        "today: d",
    ]


def test_a_tag_in_a_pipe_or_on_the_command_line_is_only_words(jar: Shell) -> None:
    jar("add", stdin=b"w: a")
    jar("add", "w: b")
    jar("edit", jar.json()[0]["id"], stdin=b"k: c")
    assert on_slips(jar) == ["today: k: c", "today: w: b"]


def test_a_tag_is_only_words_where_no_names_are_wanted(jar: Shell) -> None:
    jar("settings", "word", "none")
    assert jar.typed("add", keys=b"w: a\n").code == 0
    assert on_slips(jar) == ["today: w: a"]


@pytest.mark.parametrize(
    "argv", [["list"], ["list", "--plain"], ["list", "--part", "w"], ["export", "markdown"]]
)
def test_where_no_names_are_wanted_none_shows_but_in_json(jar: Shell, argv: list[str]) -> None:
    jar("settings", "word", "none")
    signs = ("--sign", "Wren", "--for", "K", "--noticed-by", "Rue")
    assert jar("add", "--plain", *signs, stdin=b"a").out == f"Dropped in. {shell.UNDO_DROP}\n"
    key = jar.json()[0]["id"]
    assert jar("sign", key, "--sign", "K", "--sign", "w").out == (
        f"{people_shell.KEPT_UNSAID} {people_shell.UNDO_HERE}\n"
    )
    assert jar("sign", key, "--unsure", "--for", "w").code == 0
    ran = jar(*argv)
    assert (ran.code, "a" in ran.out) == (0, True)
    assert not re.search(r"Wren|\bK\b|Rue|not sure|someone", ran.out)
    assert jar.json()[0]["marks"][0]["part"]["name"] == "Wren"
    assert jar("parts").rows[0] == "Wren, tag w:"


def test_names_that_cannot_be_read_keep_no_words_out(
    jar: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: Path) -> NoReturn:
        raise NotOpened

    with monkeypatch.context() as patched:
        patched.setattr("jar_tui.cli.who.people_at", unreadable)
        assert jar.typed("add", keys=b"w: a\n").code == 0
        assert jar("add", "--sign", "w", "b").code == 1
    assert on_slips(jar) == ["today: w: a"]


def test_a_slip_from_a_pipe_reads_no_names_and_loads_nothing_for_them(
    jar: Shell, process: Process
) -> None:
    jar("add", stdin=b"the first line of a journal looks for the jar's id")
    watched = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "from jar_tui.cli import run\n"
        "run(['add'])\n"
        "print(*(name for name in opened if 'people-' in name))\n"
        "heavy = ('people', 'who', 'records', 'signing')\n"
        "print(*(name for name in sys.modules if name.endswith(heavy)))\n"
    )
    ran = process(stdin=b"hi", code=watched)
    assert ran.stdout.decode().splitlines()[1:] == ["", ""]


def test_the_list_of_one_name_holds_what_it_is_on_in_any_way(jar: Shell) -> None:
    jar("add", "--sign", "w", stdin=b"by")
    jar("add", "--for", "w", stdin=b"for")
    jar("add", "--noticed-by", "w", "--sign", "K", stdin=b"noticed")
    jar("add", "--near", "w", stdin=b"near")
    jar("add", stdin=b"nobody's")
    assert jar.texts("--part", "Wren") == ["by", "for", "noticed", "near"]
    assert jar.texts("--part", "k") == ["noticed"]
    assert jar("list", "--part", "Rue").err == "No slip is of that name.\n"


# sign


@pytest.fixture
def slip(jar: Shell) -> str:
    jar("add", "--sign", "Wren", stdin=b"a")
    return str(jar.json()[0]["id"])


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--sign", "K"], "by K"),
        (["--sign", "K", "--sign", "w:"], "by K and Wren"),
        (["--for", "K", "--noticed-by", "Rue"], "for K, noticed by Rue"),
        (["--unsure"], "not sure"),
        (["--unsure", "--for", "K"], "not sure, for K"),
        (["--nobody"], "nobody in particular"),
        (["--someone"], "by someone"),
        (["--all", "--near", "K"], "by all of us, with K near"),
        (["--near", "K", "--near", "Rue", "--sign", "w:"], "by Wren, with K and Rue near"),
        (["--also", "K", "--also", "Rue"], "by Wren, K and Rue"),
        (["--how", " blurry "], "by Wren, blurry"),
        (["--unsure", "--how", "asleep"], "not sure, asleep"),
    ],
)
def test_sign_says_who_is_on_a_slip_in_the_place_of_who_was(
    jar: Shell, slip: str, argv: list[str], said: str
) -> None:
    assert jar("sign", slip[:8], *argv) == (0, f"Now {said}. {people_shell.UNDO_HERE}\n", "")
    assert on_slips(jar) == [f"today, {said}: a"]
    jar("undo")
    assert on_slips(jar) == ["today, by Wren: a"]


def test_sign_can_take_every_name_off(jar: Shell, slip: str) -> None:
    assert jar("sign", slip, "--none").out == (f"Now without a name. {people_shell.UNDO_HERE}\n")
    assert on_slips(jar) == ["today: a"]


def test_a_slip_can_be_claimed_and_what_it_said_at_first_stays(jar: Shell, slip: str) -> None:
    jar("sign", slip, "--unsure", "--noticed-by", "Rue")
    said = "by K, at first not sure, noticed by Rue"
    assert jar("sign", slip, "--also", "k:").out == f"Now {said}. {people_shell.UNDO_HERE}\n"
    assert jar("sign", slip, "--also", "K").out == f"{people_shell.NAMES_SAME}\n"
    assert on_slips(jar) == [f"today, {said}: a"]
    jar("undo")
    assert on_slips(jar) == ["today, not sure, noticed by Rue: a"]


def test_how_it_was_stays_until_that_is_changed(jar: Shell, slip: str) -> None:
    jar("sign", slip, "--how", "blurry")
    assert jar.json()[0]["how"] == "blurry"
    jar("sign", slip, "--sign", "K")
    assert on_slips(jar) == ["today, by K, blurry: a"]
    assert jar("sign", slip, "--none").out.startswith("Now blurry. ")
    jar("sign", slip, "--sign", "K", "--how", "")
    assert on_slips(jar) == ["today, by K: a"]


def test_who_was_near_and_how_it_was_go_in_with_a_new_slip(jar: Shell) -> None:
    ran = jar("add", "--plain", "--sign", "w", "--near", "K", "--how", "asleep", stdin=b"a")
    assert ran.out == f"Dropped in, by Wren, with K near, asleep. {shell.UNDO_DROP}\n"
    jar.typed("add", "--how", "blurry", keys=b"w: b\n")
    jar("add", "--how", " ", stdin=b"c")
    assert on_slips(jar) == [
        "today, by Wren, with K near, asleep: a",
        "today, by Wren, blurry: b",
        "today: c",
    ]
    refused = f"{people_shell.HOW_LONG} {people_shell.NONE_DROPPED}\n"
    assert jar("add", "--how", "x" * 41, stdin=b"d") == (2, "", refused)
    assert jar.texts() == ["a", "b", "c"]


def test_signing_as_it_was_changes_nothing(jar: Shell, slip: str) -> None:
    assert jar("sign", slip, "--sign", "w") == (0, f"{people_shell.NAMES_SAME}\n", "")
    assert jar("undo").rows[0] == "The last change made here: a slip dropped in, of today."


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        ([], 2, people_shell.SIGN_NOTHING),
        (["--sign", "K", "--unsure"], 2, people_shell.SIGN_BOTH),
        (["--for", "K", "--none"], 2, people_shell.SIGN_BOTH),
        (["--sign", "K", "--all"], 2, people_shell.SIGN_BOTH),
        (["--near", "K", "--none"], 2, people_shell.SIGN_BOTH),
        (["--also", "K", "--sign", "Rue"], 2, people_shell.SIGN_ALSO),
        (["--also", "K", "--unsure"], 2, people_shell.SIGN_ALSO),
        (["--also", "K", "--how", "blurry"], 2, people_shell.SIGN_ALSO),
        (["--how", "x" * 41], 2, f"{people_shell.HOW_LONG} {people_shell.NONE_CHANGED}"),
        (["--all", "--none"], 2, shell.not_understood("jar-tui sign")),
    ],
)
def test_what_cannot_be_signed_changes_nothing(
    jar: Shell, slip: str, argv: list[str], code: int, sentence: str
) -> None:
    assert jar("sign", slip, *argv) == (code, "", f"{sentence}\n")
    assert jar("sign", slip, "--sign", "secret").code == 1
    assert jar("sign", slip, "--also", "secret").code == 1
    assert jar("sign", "zz", "--sign", "K") == (1, "", f"{shell.NO_SUCH_ID}\n")
    assert on_slips(jar) == ["today, by Wren: a"]
