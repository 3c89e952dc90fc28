"""`jar-tui parts`: names are added, listed, changed, rested and removed, and no slip is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui import words
from jar_tui.domain.clean import clean
from jar_tui.domain.records import Part
from jar_tui.domain.signing import find_parts, read_name, tag_shown
from jar_tui.words import people_shell, shell
from tests.cli.conftest import Process, Shell


@pytest.fixture
def three(jar: Shell) -> Shell:
    jar("parts", "add", stdin=b"Wren w:\nK {text}\n\nLittle One\n")
    return jar


def names(sentence: str) -> str:
    return sentence.replace("{names}", "names").replace("{name}", "name")


def refused(sentence: str, code: int = 1) -> tuple[int, str, str]:
    return (code, "", f"{names(sentence)}\n")


def unknown(ending: str) -> tuple[int, str, str]:
    """Return what comes of a name that is not listed."""
    return refused(f"{people_shell.NO_SUCH_NAME} {ending}")


def test_names_from_a_pipe_are_listed_in_their_order(jar: Shell) -> None:
    ran = jar("parts", "add", stdin="Wren w:\r\nK {text}\n \nLittle One\nÉ é:\n".encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows == [
        *("Added: Wren, tag w:", "Added: K, tag {text}", "Added: Little One", "Added: É, tag é:"),
    ]
    assert jar("parts").rows == ["Wren, tag w:", "K, tag {text}", "Little One", "É, tag é:"]


@pytest.mark.parametrize(
    ("given", "listed"),
    [
        (["Wren", "K"], ["Wren", "K"]),
        (["Wren w:", "K"], ["Wren, tag w:", "K"]),
        (["Wren", "w:", "K", "k:"], ["Wren, tag w:", "K, tag k:"]),
        (["Little One", "--tag", "l:text"], ["Little One, tag l:"]),
        (["Wren", "--tag", "w:", "--tag", "text-W"], ["Wren, tag w:, tag text-W"]),
        (["Wren\x1b[2J\nforged"], ["Wren[2J forged"]),
        (["Wren", "wren", "WREN w:"], ["Wren, tag w:"]),
    ],
)
def test_names_on_the_command_line(jar: Shell, given: list[str], listed: list[str]) -> None:
    assert jar("parts", "add", *given).code == 0
    assert jar("parts").rows == listed


def test_names_are_asked_for_on_a_terminal_up_to_a_blank_line(jar: Shell) -> None:
    ran = jar.typed("parts", "add", keys=b"Wren w:\nK\n\nleft for the shell\n")
    assert names(people_shell.ASK_NAMES) in ran.err
    assert ran.rows == ["Added: Wren, tag w:", "Added: K"]
    assert jar.typed("parts", "add", keys=b"Q\n\x04").rows == ["Added: Q"]
    assert jar.typed("parts", "add", keys=b"\n").code == 1
    assert jar("parts").rows == ["Wren, tag w:", "K", "Q"]


def test_json_of_names_is_a_contract(jar: Shell) -> None:
    jar("parts", "add", "Wren", "--tag", "w:", "--pronouns", "she / they", "--color", "#7FB3D5")
    jar("parts", "rest", "wren")
    (part,) = json.loads(jar("parts", "--json").out)
    assert len(part.pop("id")) == 26
    assert part == {
        "name": "Wren",
        "display": "",
        "mark": "",
        "pronouns": "she / they",
        "color": "7fb3d5",
        "tags": ["w:text"],
        "resting": True,
        "nudges": True,
        "wish": "",
        "about": "",
    }
    assert tuple(json.loads(jar("parts", "--json").out)[0]) == (
        *("id", "name", "display", "mark", "pronouns", "color", "tags", "resting"),
        *("nudges", "wish", "about"),
    )


def test_no_names_is_an_empty_list(jar: Shell) -> None:
    assert jar("parts") == (0, "", f"{names(people_shell.NO_NAMES)}\n")
    assert jar("parts", "--json").out == "[]\n"


def test_pronouns_and_a_color_can_come_later(three: Shell) -> None:
    three("parts", "add", "wren", "--pronouns", "xe", "--color", "000000")
    part = json.loads(three("parts", "--json").out)[0]
    assert (part["pronouns"], part["color"], part["tags"]) == ("xe", "000000", ["w:text"])


def test_a_name_rests_and_comes_back(three: Shell) -> None:
    assert three("parts", "rest", "W:").out == f"{names(people_shell.RESTS)}\n"
    assert three("parts").rows[0] == "Wren, tag w:, resting"
    assert three("parts", "back", "wren").out == f"{names(people_shell.LISTED_AGAIN)}\n"
    assert three("parts").rows[0] == "Wren, tag w:"


def test_a_new_name_stands_on_every_slip(three: Shell) -> None:
    three("add", "--sign", "K", stdin=b"a")
    assert three("parts", "rename", "k", "Kay\n Lee") == (0, f"{people_shell.RENAMED}\n", "")
    assert three("list", "--plain").rows == ["today, by Kay Lee: a"]


@pytest.mark.parametrize(
    ("new", "sentence"),
    [("WREN", people_shell.NAME_TAKEN), (" \u200b", people_shell.NAME_BLANK)],
)
def test_a_name_that_cannot_be_changes_nothing(three: Shell, new: str, sentence: str) -> None:
    assert three("parts", "rename", "K", new) == refused(sentence)
    assert three("parts").rows[1] == "K, tag {text}"


def test_a_removed_name_leaves_its_slips_and_can_come_back_with_all_it_had(three: Shell) -> None:
    three("add", "--sign", "w", "--for", "K", stdin=b"a")
    assert three("parts", "remove", "Wren").out == f"{names(people_shell.REMOVED)}\n"
    assert three("parts").rows == ["K, tag {text}", "Little One"]
    assert three("list", "--plain").rows == ["today, by someone, for K: a"]
    assert "Wren" not in three("list", "--json").out + three("export", "markdown").out
    assert three("list", "--part", "Wren") == unknown(people_shell.NONE_LISTED)
    assert three("parts", "add", "wren").rows == ["Back, with all it had: Wren, tag w:"]
    assert three("list", "--plain").rows == ["today, by Wren, for K: a"]


def test_nudges_of_a_name_go_off_and_on(three: Shell) -> None:
    three("add", "--sign", "w", "--too-small", stdin=b"a")
    assert three("parts", "nudges", "w", "off").out == f"{names(people_shell.NUDGES_OFF)}\n"
    assert words.SMALL not in three("open", stdin=b"\n").out
    assert three("parts", "nudges", "w", "on").code == 0
    assert 'It was marked "too small".' in three("open", stdin=b"\n").out


@pytest.mark.parametrize(
    ("argv", "ending"),
    [
        (["parts", "rest", "secret"], people_shell.NONE_CHANGED),
        (["parts", "back", ""], people_shell.NONE_CHANGED),
        (["parts", "rename", "secret", "x"], people_shell.NONE_CHANGED),
        (["parts", "remove", ":"], people_shell.NONE_CHANGED),
        (["parts", "nudges", "secret", "on"], people_shell.NONE_CHANGED),
        (["list", "--part", "secret"], people_shell.NONE_LISTED),
        (["add", "--sign", "secret", "words"], people_shell.NONE_DROPPED),
        (["add", "--sign", "Wren", "--for", "secret", "words"], people_shell.NONE_DROPPED),
    ],
)
def test_a_name_that_is_not_listed_is_not_repeated_and_the_way_to_add_it_is_said(
    three: Shell, argv: list[str], ending: str
) -> None:
    assert three(*argv) == unknown(ending)
    assert unknown(ending)[2].startswith(
        "That name is not in the list yet. jar-tui parts add puts it there. No"
    )
    assert three.texts() == []


def test_a_name_that_two_have_is_told_apart_by_its_id(three: Shell) -> None:
    three("parts", "add", "Willow w:")
    assert three("parts", "rest", "w") == refused(people_shell.MANY_NAMES)
    assert three("add", "--sign", "w:", "x") == refused(people_shell.MANY_NAMES)
    key = json.loads(three("parts", "--json").out)[-1]["id"]
    assert three("parts", "rest", key).code == 0
    assert three("parts").rows[-1] == "Willow, tag w:, resting"


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (["add", "a", "b", "--tag", "x:"], 2, people_shell.FOR_ONE_NAME),
        (["add", "a", "b", "--pronouns", "x"], 2, people_shell.FOR_ONE_NAME),
        (["add", "a", "--color", "blue"], 2, people_shell.COLOR_WRONG),
        (["add", "a", "--color", "12345\n"], 2, people_shell.COLOR_WRONG),
        (["add", ""], 1, people_shell.NAME_BLANK),
        (["add"], 1, words.LEFT),
        (["rest"], 2, shell.not_understood("jar-tui parts rest")),
        (["nudges", "w", "secret"], 2, shell.not_understood("jar-tui parts nudges")),
        (["secret"], 2, shell.not_understood("jar-tui parts")),
    ],
)
def test_what_cannot_be_asked_adds_nobody(
    jar: Shell, argv: list[str], code: int, sentence: str
) -> None:
    assert jar("parts", *argv) == refused(sentence, code)
    assert jar("parts").rows == []


@pytest.mark.parametrize("name", ["add", "rest", "back", "rename", "change", "remove", "nudges"])
def test_what_can_be_done_with_names_is_explained(jar: Shell, name: str) -> None:
    from jar_tui.cli.parser import PARTS

    about = names(PARTS[f"parts {name}"][0])
    assert about in " ".join(jar("parts", "--help").out.split())
    ran = jar("parts", name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert about in " ".join(ran.out.split())


def test_sentences_use_the_word_that_was_chosen(three: Shell) -> None:
    three("settings", "word", "headmate")
    assert three("parts", "rest", "nobody").err == (
        "That headmate is not in the list yet. jar-tui parts add puts it there. "
        "Nothing was changed.\n"
    )


def test_listing_names_reads_no_slips(three: Shell, process: Process) -> None:
    three("add", stdin=b"a")
    ran = process(
        code="import sys; from jar_tui.cli import run; run(['parts'])\n"
        "print('tinydb' in sys.modules)"
    )
    assert ran.stdout.decode().splitlines() == [*three("parts").rows, "False"]


@given(st.text(min_size=1, max_size=20))
def test_whatever_somebody_is_called_they_are_found_by_it(line: str) -> None:
    named = read_name(clean(line))
    if named is None:
        return
    part = Part("id", name=named.name, tags=(named.tag,) if named.tag else ())
    assert find_parts(part.name, [part]) == [part]
    for tag in part.tags:
        assert find_parts(tag_shown(tag), [part]) == [part]


def test_a_name_is_never_taken_for_a_placeholder(jar: Shell) -> None:
    jar("parts", "add", "{names}")
    jar("add", stdin=b"a")
    assert jar("parts").rows == ["{names}"]
    assert jar("sign", jar.json()[0]["id"], "--sign", "{names}").out.startswith("Now by {names}.")
