"""`jar-tui parts change`: what is known of one name, and what is worth knowing beside others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jar_tui.words import names as said
from jar_tui.words import people_shell, shell
from tests.cli.conftest import Shell


@pytest.fixture
def three(jar: Shell) -> Shell:
    jar("parts", "add", stdin=b"Wren w:\nK k:\nRue\n")
    return jar


def part(jar: Shell, name: str) -> dict[str, Any]:
    """Return what is known of a name."""
    found: dict[str, Any]
    (found,) = (one for one in json.loads(jar("parts", "--json").out) if one["name"] == name)
    return found


def names(sentence: str) -> str:
    return sentence.replace("{names}", "names").replace("{name}", "name")


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (["--shown", " Wrenny\n"], "display", "Wrenny"),
        (["--shown", "Wren"], "display", ""),
        (["--mark", "🦊"], "mark", "🦊"),
        (["--mark", "\u200b"], "mark", ""),
        (["--pronouns", "any at all"], "pronouns", "any at all"),
        (["--color", "#7FB3D5"], "color", "7fb3d5"),
        (["--color", ""], "color", ""),
        (["--tag", "x:", "--tag", "text-X", "--tag", "x:"], "tags", ["x:text", "text-X"]),
        (["--no-tags"], "tags", []),
        (["--wish", "ask"], "wish", "ask"),
        (["--wish", "not"], "wish", "not"),
        (["--wish", "anything"], "wish", ""),
        (["--about", "likes tea\nand rain"], "about", "likes tea\nand rain"),
    ],
)
def test_what_is_known_of_a_name_is_changed_and_nothing_else(
    three: Shell, options: list[str], field: str, value: object
) -> None:
    three(
        "parts", "change", "w", "--mark", "w", "--color", "000000", "--wish", "ask", "--shown", "W"
    )
    before = part(three, "Wren")
    ran = three("parts", "change", "Wren", *options)
    assert (ran.code, ran.err) == (0, "")
    assert part(three, "Wren") == {**before, field: value}


def test_a_name_is_shown_with_what_is_known_of_it(three: Shell) -> None:
    argv = ("--shown", "Wrenny", "--mark", "🦊", "--pronouns", "they/them")
    ran = three("parts", "change", "wren", *argv)
    assert ran.rows == ["Kept: 🦊 Wren, shown as Wrenny, they/them, tag w:"]
    three("parts", "rest", "Wrenny")
    assert three("parts").rows[0] == "🦊 Wren, shown as Wrenny, they/them, tag w:, resting"
    three("add", "--sign", "w", stdin=b"a")
    assert three("list", "--plain").rows == ["today, by 🦊 Wrenny: a"]


def test_a_name_is_added_with_what_is_known_of_it(jar: Shell) -> None:
    ran = jar("parts", "add", "Wren w:", "--shown", "Wrenny", "--mark", "W", "--color", "7fb3d5")
    assert ran.rows == ["Added: W Wren, shown as Wrenny, tag w:"]
    assert part(jar, "Wren")["display"] == "Wrenny"
    many = jar("parts", "add", "a", "b", "--mark", "x")
    assert many == (2, "", f"{names(people_shell.FOR_ONE_NAME)}\n")


@pytest.mark.parametrize(
    ("place", "order"),
    [("1", ["K", "Wren", "Rue"]), ("2", ["Wren", "K", "Rue"]), ("99", ["Wren", "Rue", "K"])],
)
def test_a_name_goes_to_a_place(three: Shell, place: str, order: list[str]) -> None:
    assert three("parts", "change", "k", "--place", place).code == 0
    assert [row.split(",")[0] for row in three("parts").rows] == order


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], people_shell.CHANGE_NOTHING),
        (["--mark", "abc"], people_shell.MARK_WRONG),
        (["--color", "blue"], people_shell.COLOR_WRONG),
        (["--place", "0"], people_shell.PLACE_WRONG),
        (["--tag", "x:", "--no-tags"], people_shell.TAGS_BOTH),
        (["--wish", "secret"], shell.not_understood("jar-tui parts change")),
        (["--place", "secret"], people_shell.PLACE_WRONG),
        (["--pronouns", "they", "--place", "-1"], people_shell.PLACE_WRONG),
        (["--about", "x", "--mark", "🦊🦊🦊"], people_shell.MARK_WRONG),
    ],
)
def test_what_cannot_be_changes_nothing(three: Shell, options: list[str], sentence: str) -> None:
    before = three("parts", "--json").out
    assert three("parts", "change", "Wren", *options) == (2, "", f"{sentence}\n")
    assert three("parts", "--json").out == before


def test_a_name_that_is_taken_away_may_stay_on_its_slips(three: Shell) -> None:
    three("add", "--sign", "w", stdin=b"a")
    ran = three("parts", "remove", "wren", "--keep-name")
    assert ran.out == f"{names(people_shell.REMOVED_KEPT)}\n"
    assert three("list", "--plain").rows == ["today, by Wren: a"]
    assert [row.split(",")[0] for row in three("parts").rows] == ["K", "Rue"]
    three("parts", "add", "Wren")
    three("parts", "remove", "Wren")
    assert three("list", "--plain").rows == ["today, by someone: a"]


def test_a_name_that_looks_like_another_is_told_and_kept(three: Shell) -> None:
    alike = f"{names(said.LOOKS_ALIKE)}\n"
    added = three("parts", "add", "Wr\u0435n")
    assert (added.code, added.err) == (0, alike)
    assert three("parts", "rename", "Rue", "K.").err == alike
    assert three("parts", "change", "K.", "--shown", "wren").err == alike
    assert three("parts", "change", "K.", "--pronouns", "they").err == ""
    assert "Wren" not in alike
    assert len(three("parts").rows) == 4


def test_a_tag_two_names_have_is_told_and_kept(three: Shell) -> None:
    ran = three("parts", "change", "K", "--tag", "W:")
    assert (ran.code, ran.err) == (0, f"{names(said.SHARES_TAG)}\n")
    assert part(three, "K")["tags"] == ["W:text"]
    three("settings", "tag_case", "exact")
    assert three("parts", "change", "K", "--tag", "W:").err == ""


@pytest.mark.parametrize("wish", ["ask", "not"])
def test_a_wish_is_said_to_whoever_writes_for_a_name_and_holds_nobody(
    three: Shell, wish: str
) -> None:
    three("parts", "change", "K", "--wish", wish, "--mark", "*")
    ran = three("add", "--for", "k", stdin=b"a")
    assert (ran.code, ran.err) == (0, f"{said.WISHES[wish].format('* K')}\n")
    assert ran.out.startswith("Dropped in, for * K.")
    for argv in (["--sign", "k"], ["--sign", "k", "--for", "k"], ["--for", "w"]):
        assert three("add", *argv, stdin=b"a").err == ""
    key = three.json()[-1]["id"]
    assert three("sign", key, "--for", "K").err == f"{said.WISHES[wish].format('* K')}\n"
    assert three("sign", key, "--for", "K").err == ""


def test_a_wish_is_said_after_what_was_typed_with_a_tag_and_once(three: Shell) -> None:
    three("parts", "change", "K", "--wish", "ask")
    told = f"{said.WISHES['ask'].format('K')}\n"
    assert told in three.typed("add", keys=b"for k: tea\n").err
    assert three("add", "--each-line", "--for", "k", stdin=b"a\nb").err == told


def test_the_name_itself_is_nothing_else_to_be_shown(three: Shell) -> None:
    three("parts", "add", "Sol", "--shown", "Sol")
    three("add", "--sign", "Sol", stdin=b"a")
    three("parts", "rename", "Sol", "Sun")
    assert three("list", "--plain").rows == ["today, by Sun: a"]
    three("parts", "change", "Sun", "--shown", "Moon")
    three("parts", "rename", "Sun", "Moon")
    assert part(three, "Moon")["display"] == ""
    three("parts", "change", "Moon", "--shown", "M")
    three("parts", "add", "moon", "--shown", "Moon")
    assert part(three, "Moon")["display"] == ""


def test_without_names_no_wish_is_said(three: Shell) -> None:
    three("parts", "change", "K", "--wish", "ask")
    three("settings", "word", "none")
    assert three("add", "--for", "k", stdin=b"a").err == ""
