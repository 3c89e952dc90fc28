"""Names that look alike: the same shape in other letters, and never the same name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.alike import looks_like

NAMES = st.text(max_size=12) | st.text("aáAIl1i0oOrnmvw а́ое.-\u200d", max_size=6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wren", "Wrén"),
        ("Wren", "W ren"),
        ("Wren", "Wren."),
        ("Wren", "W\u200dren"),
        ("Wren", "Wr\u0435n"),  # a Cyrillic letter
        ("K", "\u039a"),  # a Greek one
        ("Ian", "lan"),
        ("Ián", "1an"),
        ("Zoe", "Z0e"),
        ("Zoe", "Zoë"),
        ("Bernard", "Bemard"),
        ("Owen", "Ovven"),
        ("Ｗren", "Wren"),
        ("🦊", "🦊\ufe0f"),
        ("Sasha-Lee", "sasha lee"),
    ],
)
def test_these_look_alike(one: str, other: str) -> None:
    assert looks_like(one, other)
    assert looks_like(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wren", "wren"),
        ("Wren", "  Wren "),
        ("é", "e\u0301"),
        ("Wren", "Wrenn"),
        ("Kai", "Kal"),
        ("K", "K2"),
        ("...", "?"),
        ("", " "),
        ("🦊", "🦝"),
        ("か", "が"),
        ("की", "का"),
        ("Ａ", "B"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert not looks_like(one, other)
    assert not looks_like(other, one)


@given(NAMES, NAMES)
def test_both_look_like_the_other_or_neither(one: str, other: str) -> None:
    assert looks_like(one, other) is looks_like(other, one)


@given(NAMES)
def test_nobody_looks_like_themselves(name: str) -> None:
    assert not looks_like(name, name)
    assert not looks_like(name, f" {name} ")


@given(NAMES.filter(lambda name: any(sign.isalnum() for sign in name)))
def test_a_dot_more_looks_alike(name: str) -> None:
    assert looks_like(name, f"{name}.")
