"""`jar-tui list --for`: slips for a name, together with every other filter."""

from __future__ import annotations

from jar_tui.words import people_shell
from tests.cli.conftest import Shell


def test_slips_for_a_name_are_listed_and_other_filters_narrow_them(jar: Shell) -> None:
    jar("parts", "add", "K k:", "Wren w:")
    jar("add", "--for", "K", "--noticed-by", "wren", stdin=b"ate lunch")
    jar("add", "--for", "K", "--when", "yesterday", stdin=b"rested")
    jar("add", "--sign", "K", stdin=b"sat up")
    jar("add", "--for", "Wren", stdin=b"said no")
    assert jar.texts("--for", "k") == ["rested", "ate lunch"]
    assert jar.texts("--for", "k:", "--since", "today") == ["ate lunch"]
    assert jar.texts("--for", "K", "--part", "Wren") == ["ate lunch"]
    assert jar.texts("--for", "Wren", "--part", "K") == []


def test_none_and_nobody_are_said(jar: Shell) -> None:
    jar("parts", "add", "K")
    assert jar("list", "--for", "K").err.strip() == "No slip is for that name."
    jar("settings", "word", "part")
    assert jar("list", "--for", "K").err.strip() == "No slip is for that part."
    assert jar("list", "--part", "K").err.strip() == "No slip is of that part."
    assert jar("list", "--find", "{name}").err.strip() == 'No slip is holding "{name}".'
    jar("settings", "word", "names")
    ran = jar("list", "--for", "Ash")
    assert ran.code == 1
    assert people_shell.NONE_LISTED in ran.err
