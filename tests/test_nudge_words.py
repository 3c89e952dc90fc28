"""What a slip marked "too small" may meet: kind, short, one thing at a time, and enough of them."""

from __future__ import annotations

import re
import textwrap
from collections import Counter

import pytest

from jar_tui.domain.nudge import FAMILIES, family_of
from jar_tui.words import nudges, opening

AVOIDED = (
    r"at least|just|only|simply|should|but|actually|remember that|look how far|amazing|proud of you"
    r"|good job|keep it up|you got this|everyone|others have it worse|no excuses|distortion"
    r"|irrational|error|you (marked|wrote|said|did)|you are|your fault|must"
)
PHONE = 38
SENTENCES = {
    **{name: nudges.remark(name) for name in nudges.NUDGES},
    **{
        name: value
        for name, value in vars(opening).items()
        if name.isupper() and isinstance(value, str)
    },
    **{f"answer {name}": value for name, value in opening.ANSWERS.items()},
    **{f"kindness {n}": value for n, value in enumerate(opening.KINDNESSES)},
}


@pytest.mark.parametrize("name", SENTENCES)
def test_nothing_presses_praises_or_says_who(name: str) -> None:
    sentence = SENTENCES[name]
    assert "!" not in sentence
    assert not re.search(rf"\b({AVOIDED})\b", sentence, re.IGNORECASE)
    assert sentence.count("?") <= 1


@pytest.mark.parametrize("name", nudges.NUDGES)
def test_a_nudge_is_short_and_fits_a_phone(name: str) -> None:
    said = nudges.remark(name)
    assert said.startswith('It was marked "too small".')
    assert len(said.split()) <= 30
    assert len(textwrap.wrap(said, PHONE)) <= 6
    assert max(map(len, said.split())) <= 12


def test_there_are_enough_in_six_families_and_none_twice() -> None:
    families = Counter(map(family_of, nudges.NUDGES))
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 4
    assert len(nudges.NUDGES) >= 24
    assert len(set(nudges.NUDGES.values())) == len(nudges.NUDGES)


def test_the_line_everyone_meets_first_says_that_it_is_common_and_asks_nothing() -> None:
    said = nudges.remark(nudges.FIRST)
    assert nudges.COMMON in said
    assert "?" not in said
    assert sum(nudges.COMMON in nudges.remark(name) for name in nudges.NUDGES) == 1


def test_the_page_about_the_habit_names_it_and_is_short() -> None:
    assert "discounting the positive" in opening.HABIT
    assert len(opening.HABIT.split()) <= 120
