"""A PluralKit system export is read whole, and nothing in a file can do more than be left out."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jar_tui.bridge.pluralkit import LONGEST, Member, NotAnExport, read_members
from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Signature, Tie, read_signature
from jar_tui.words.people_shell import KINDS_LEFT

FIELDS = (
    *("id", "uuid", "name", "display_name", "pronouns", "color", "proxy_tags", "prefix"),
    *("suffix", "description", "avatar_url", "birthday", "message_count"),
)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
PAIRS = st.lists(st.fixed_dictionaries({}, optional={"prefix": ANY, "suffix": ANY}) | ANY)
MEMBERS = st.dictionaries(st.sampled_from(FIELDS), ANY | PAIRS)
ENDS = st.text(st.characters(categories=("L", "N", "P", "Sc", "Sm", "So", "Zs")), max_size=5)
EXPORTS = st.fixed_dictionaries(
    {"members": st.lists(MEMBERS | ANY, max_size=4), "switches": ANY},
    optional={"version": st.sampled_from([1, 2, None]), "accounts": ANY, "groups": ANY},
)


def export(*members: Any, **more: Any) -> bytes:
    return json.dumps({"version": 2, "members": members, "switches": [], **more}).encode()


def one(**fields: Any) -> Member:
    (member,) = read_members(export({"name": "Wren", **fields})).members
    return member


def test_a_member_is_read_with_all_that_is_taken() -> None:
    pairs = [{"prefix": "w:", "suffix": None}, {"prefix": "[", "suffix": "]"}]
    member = one(
        **{"id": "wrenaa", "uuid": "0b8e", "display_name": "Wren (she)", "color": "D9A441"},
        **{"pronouns": "she/her", "proxy_tags": pairs, "description": " Keeps the lists.\n\nAll. "},
    )
    tags = ("w:text", "[text]")
    assert member[:6] == ("Wren", "Wren (she)", "she/her", "d9a441", tags, "pluralkit:0b8e")
    assert member.about == "Keeps the lists.\n\nAll."


def test_old_files_have_one_pair_in_the_member() -> None:
    assert one(id="abcde", prefix="w:", suffix=None).tags == ("w:text",)
    assert one(id="abcde", prefix=None, suffix="-W").tags == ("text-W",)
    assert one(id="abcde").source == "pluralkit:abcde"
    assert one() == ("Wren", "", "", "", (), "", "")


def test_the_display_name_stands_in_for_a_blank_name() -> None:
    assert one(name=" \u200b", display_name="Sol").name == "Sol"
    assert one(name=7, display_name="Sol")[:2] == ("Sol", "")


def test_what_is_shown_is_kept_where_it_is_another_than_the_name() -> None:
    assert one(display_name=" Wren\n").display_name == ""
    assert one(display_name="wren").display_name == "wren"
    assert one(display_name="x" * 101).display_name == ""


@pytest.mark.parametrize("name", ["", " \n", None, 7, [], {"a": 1}, "x" * 101])
def test_what_cannot_be_a_name_is_told_by_its_number(name: Any) -> None:
    found = read_members(export({"name": "K"}, {"name": name}, 5, {"name": "x" * 100}))
    assert [member.name for member in found.members] == ["K", "x" * 100]
    assert found.nameless == [2, 3]


def test_what_is_not_taken_is_told() -> None:
    assert read_members(export({"name": "K", "birthday": None, "message_count": 0})).left == set()
    member = {"name": "K", "birthday": "0004-05-09", "message_count": 8, "pronouns": "x" * 101}
    group = {"icon": "https://example.org/a.png"}
    long = {"display_name": "x" * 101, "description": "x" * 1001, "prefix": "x" * 101}
    more = {"accounts": [1], "groups": [group], "switches": [{}], "description": "words"}
    more |= {"webhook_url": "https://example.org/hook"}
    left = read_members(export({**member, **long}, **more)).left
    assert left == {*KINDS_LEFT} - {"descriptions"}


def test_a_description_is_read_and_those_of_others_are_left_out() -> None:
    found = read_members(export({"name": "K", "description": "x" * 1000}, {"name": "Sol"}))
    assert [member.about for member in found.members] == ["x" * 1000, ""]
    assert found.left == set()
    more = {"groups": [{"description": "words"}]}
    assert read_members(export({"name": "K"}, **more)).left == {"groups", "other descriptions"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"[]",
        b"7",
        b'{"members":[]}',
        b'{"switches":[]}',
        b'{"members":{},"switches":[]}',
        b'{"version":3,"members":[],"switches":[]}',
        b'{"version":[],"members":[],"switches":[]}',
        b'{"tuppers":[],"groups":[]}',
        b"[" * 200_000,
        b'{"members":[],"switches":' + b"[" * 200_000,
        b'{"members":[],"switches":' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b"\xff\xfe\x00",
        b"\x00" * 50,
    ],
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnExport):
        read_members(data)


def test_files_of_every_encoding_are_read() -> None:
    text = '{"members":[{"name":"Zoë"}],"switches":[]}'
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("cp1252")):
        assert read_members(data).members[0].name == "Zoë"


def test_very_long_texts_are_left_out() -> None:
    long = "é" * 25_000_000
    member = {"pronouns": long, "color": long, "uuid": long, "id": long, "prefix": long}
    member |= {"display_name": long, "description": long}
    data = json.dumps(
        {"members": [{"name": "K", **member}, {"name": long}], "switches": []}, ensure_ascii=False
    ).encode()
    found = read_members(data)
    assert found.members == [("K", "", "", "", (), "", "")]
    assert found.nameless == [2]


def test_controls_and_markup_are_plain_words() -> None:
    member = one(name="[b]Wr\x1b[2J\u202een[/]\n", pronouns="a\x07\tb", prefix="\x1b]w:")
    assert (member.name, member.pronouns, member.tags) == ("[b]Wr[2Jen[/]", "a b", ("]w:text",))


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(NotAnExport):
        read_members(data)


@given(ANY | EXPORTS)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        found = read_members(json.dumps(value).encode())
    except NotAnExport:
        return
    assert len(found.members) + len(found.nameless) == len(value["members"])
    for member in found.members:
        assert not is_blank(member.name)
        assert len(member.name) <= LONGEST
        for words in (*member[:4], *member.tags, member.source):
            assert one_line(clean(words)) == words
        assert clean(member.about) == member.about


@given(ENDS, ENDS)
@example("", "ext")
@example("tex", "")
@example("text-", "a")
@example("", "\u0307")
@example("", "\ud7b0")
def test_a_tag_that_is_taken_signs(prefix: str, suffix: str) -> None:
    member = one(prefix=prefix, suffix=suffix)
    if member.tags:
        typed = one_line(f"{clean(prefix)}...went out...{clean(suffix)}")
        parts = [Part("w", name="Wren", tags=member.tags)]
        expected = (Signature(ties=(Tie("by", "w"),)), "...went out...")
        assert read_signature(typed, parts) == expected
