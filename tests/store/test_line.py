"""One line of a journal: what it says comes back as it was, and its bytes never drift."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.store.errors import BadLine
from jar_tui.store.line import Entry, decode, encode, pieces

STAMP = 0x01A1FC324AD30000
SLIP_ID = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
GOLDEN: dict[str, tuple[Entry, bytes]] = {
    "head": (
        Entry(
            "jjjjjjjjjj",
            0,
            STAMP,
            "ssssss",
            "head",
            fields={"jar": "rrrrrrrrrr", "format": 1, "writer": "jar-tui"},
        ),
        b'{"sum":"c853b194","j":"jjjjjjjjjj","n":0,"c":"01a1fc324ad30000","s":"ssssss","k":"head",'
        b'"set":{"jar":"rrrrrrrrrr","format":1,"writer":"jar-tui"}}\n',
    ),
    "put": (
        Entry(
            "jjjjjjjjjj",
            7,
            STAMP + 1,
            "ssssss",
            "put",
            "slips",
            SLIP_ID,
            {"text": "drank some water", "kinds": ["body"], "happened": None},
            was=STAMP,
            undoes=3,
            batch=(6, 2),
        ),
        b'{"sum":"8b2db876","j":"jjjjjjjjjj","n":7,"c":"01a1fc324ad30001","s":"ssssss","b":"6+2",'
        b'"k":"put","t":"slips","id":"aaaaaaaaaaaaaaaaaaaaaaaaaa","was":"01a1fc324ad30000",'
        b'"undoes":3,"set":{"text":"drank some water","kinds":["body"],"happened":null}}\n',
    ),
    "erase": (
        Entry("jjjjjjjjjj", 8, STAMP + 2, "ssssss", "erase", "slips", SLIP_ID),
        b'{"sum":"a9040b96","j":"jjjjjjjjjj","n":8,"c":"01a1fc324ad30002","s":"ssssss","k":"erase",'
        b'"t":"slips","id":"aaaaaaaaaaaaaaaaaaaaaaaaaa","set":{}}\n',
    ),
}
TEXT = st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
STAMPS = st.integers(0, 2**64 - 1)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    n = draw(st.integers(0, 2**40))
    before, after = draw(st.integers(0, 5)), draw(st.integers(1, 5))
    return Entry(
        draw(TEXT),
        n,
        draw(STAMPS),
        draw(TEXT),
        draw(TEXT),
        draw(TEXT.filter(bool)),
        draw(TEXT),
        draw(st.dictionaries(TEXT, JSON, max_size=4)),
        draw(st.none() | STAMPS),
        draw(st.none() | st.integers(0, 2**40)),
        draw(st.none() | st.just((max(0, n - before), min(n, before) + after))),
    )


@pytest.mark.parametrize("verb", GOLDEN)
def test_the_bytes_of_a_released_format_never_change(verb: str) -> None:
    entry, line = GOLDEN[verb]
    assert encode(entry) == line
    assert decode(line[:-1]) == entry


@given(entries())
def test_a_line_says_what_was_put_in_it(entry: Entry) -> None:
    line = encode(entry)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert b"\0" not in line
    assert decode(line[:-1]) == entry


@pytest.mark.parametrize(
    "text",
    [
        "שלום 🌱",
        "ज़िन्दगी",
        "𠮷野家",
        "👩🏽‍🌾",
        "a\tb\nc",
        '{"sum":"deadbeef",',
        "\x00\x7f\u2028",
        "\\" * 9,
    ],
)
def test_words_of_any_script_come_back(text: str) -> None:
    entry = Entry("j", 1, STAMP, "s", "put", "slips", "a", {"text": text})
    (piece,) = pieces(encode(entry))
    assert piece.entry == entry


@given(st.binary(max_size=60))
def test_no_bytes_are_ever_an_accident(raw: bytes) -> None:
    found = list(pieces(raw))
    assert all(piece.entry is None for piece in found)
    assert b"".join(piece.raw for piece in found) == raw.replace(b"\n", b"")


@given(st.lists(entries(), min_size=1, max_size=4), st.data())
def test_a_hurt_newline_costs_no_line(some: list[Entry], data: st.DataObject) -> None:
    lines = [encode(entry) for entry in some]
    hurt = data.draw(st.integers(0, len(lines) - 1))
    lines[hurt] = lines[hurt][:-1] + data.draw(st.sampled_from([b"J", b"\x0b", b"*", b"\0", b""]))
    found = list(pieces(b"".join(lines)))
    assert [piece.entry for piece in found if piece.entry] == some


def test_a_hurt_newline_is_still_reported() -> None:
    first, second = (encode(GOLDEN[verb][0]) for verb in ("head", "erase"))
    found = list(pieces(first[:-1] + b"J" + second))
    assert [piece.raw for piece in found if piece.entry is None] == [b"J"]
    assert [piece.offset for piece in found] == [0, len(first) - 1, len(first)]


def _signed(row: dict[str, Any] | bytes) -> bytes:
    body = row if isinstance(row, bytes) else orjson.dumps(row)[1:]
    return b'{"sum":"%08x",%s' % (crc32(body), body)


GOOD: dict[str, Any] = {
    "j": "jjjjjjjjjj",
    "n": 4,
    "c": "01a1fc324ad30000",
    "s": "ssssss",
    "k": "put",
    "t": "slips",
    "id": SLIP_ID,
    "set": {"text": "words"},
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"n": "4"},
        {"n": -4},
        {"n": True},
        {"n": 4.0},
        {"n": None},
        {"n": 2**70},
        {"j": 5},
        {"s": None},
        {"k": ["put"]},
        {"t": {}},
        {"id": 5},
        {"c": 5},
        {"c": ""},
        {"c": "xyzxyzxyzxyzxyzx"},
        {"c": "-000000000000001"},
        {"c": "1"},
        {"c": "01a1fc324ad3000000"},
        {"was": 5},
        {"was": "ff"},
        {"undoes": "3"},
        {"undoes": [3]},
        {"undoes": -1},
        {"set": None},
        {"set": "text"},
        {"set": []},
        {"b": ""},
        {"b": 5},
        {"b": "x+y"},
        {"b": "4"},
        {"b": "4+1+1"},
        {"b": "-1+9"},
        {"b": "+4+2"},
        {"b": " 4+2"},
        {"b": "4+0"},
        {"b": "5+2"},
        {"b": "1+3"},
        {"b": "4+-2"},
        {"b": "1+" + "9" * 5000},
    ],
    ids=str,
)
def test_hostile_values_are_a_bad_line_and_nothing_worse(wrong: dict[str, Any]) -> None:
    row = GOOD | wrong
    raw = _signed(orjson.dumps(row)[1:] if 2**70 not in row.values() else b'"n":%d}' % 2**70)
    with pytest.raises(BadLine) as caught:
        decode(raw)
    assert "words" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"}",
        b'"j":"j"}',
        b"not json",
        b'"set":' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
        b"\xff\xfe}",
    ],
)
def test_a_right_sum_does_not_make_a_line(body: bytes) -> None:
    with pytest.raises(BadLine):
        decode(_signed(body))


@pytest.mark.parametrize(("depth", "is_line"), [(10, True), (59, True), (61, False), (900, False)])
def test_values_nest_as_deep_as_can_be_compared(depth: int, is_line: bool) -> None:
    nested = orjson.dumps(GOOD)[1:-2] + b',"x":' + b"[" * depth + b"]" * depth + b"}}"
    (piece,) = pieces(_signed(nested) + b"\n")
    assert (piece.entry is not None) is is_line


def test_brackets_in_words_are_only_words() -> None:
    entry = Entry("j", 1, STAMP, "s", "put", "slips", "a", {"text": "[{" * 500})
    assert decode(encode(entry)[:-1]) == entry


def test_the_sum_is_written_one_way() -> None:
    line = encode(GOLDEN["head"][0])[:-1]
    assert line[8:16] != line[8:16].upper()
    with pytest.raises(BadLine):
        decode(line[:8] + line[8:16].upper() + line[16:])


def test_what_a_newer_program_says_is_carried() -> None:
    raw = _signed(GOOD | {"k": "seal", "t": "keys", "box": "b64", "new": {"a": [1]}})
    entry = decode(raw)
    assert (entry.verb, entry.table, entry.fields) == ("seal", "keys", {"text": "words"})


def test_a_line_without_fields_is_a_line() -> None:
    row = {name: value for name, value in GOOD.items() if name not in ("t", "id", "set")}
    assert decode(_signed(row | {"box": "b64"})).fields == {}


def test_no_words_are_in_what_a_line_says_of_itself() -> None:
    entry = decode(_signed(GOOD))
    piece = next(pieces(_signed(GOOD)))
    assert "words" not in repr(entry) + repr(piece)
