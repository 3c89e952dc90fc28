"""What a slip marked "too small" may meet: kind, short, one thing at a time, and enough of them."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from jar_tui.domain.nudge import FAMILIES, family_of
from jar_tui.words import habit, nudges, opening, ritual
from tests.refusals import MOST_WORDS, refused

PHONE = 38
SCREENFUL = 16
"""Lines of a phone between the title and the keys."""
SCRIPT = {
    "both-1": "It can be small. It also happened.",
    "effort-1": "What did it take, on that day?",
    "eyes-1": "If someone you like had dropped this in, what might they like to hear?",
    "day-1": "Some days this does not happen. On that day it did.",
    "guard-1": "Keeping things small may have kept someone safe. Nothing has to change.",
    "size-1": "On paper, every slip in here is the same size.",
}
GONE = frozenset(
    (
        *("both-4", "both-5", "both-6", "both-7"),
        *("effort-2", "effort-3", "effort-4", "effort-5", "eyes-6", "eyes-10"),
        *("eyes-2", "eyes-3", "eyes-4", "eyes-5", "size-6", "size-9"),
        *("day-2", "day-3", "day-4", "day-5", "day-7"),
        *("guard-2", "size-3", "size-4", "size-5", "size-7"),
    )
)
"""Names of lines that were taken out; a slip may have kept one, so none may come back."""
ABOUT_HABIT = (
    "Many people who have been through a lot hear of a good step and wave it away. "
    "Therapists call the habit discounting the positive. It may once have kept someone safe. "
    "It need not stop today. The jar keeps the slip either way, and time does the rest."
)
GRADING = re.compile(
    r"\b(big|bigger|biggest|huge|great|grand|tiny|brave|strong|strength|courage|progress|easier"
    r"|better|worse|hard day|bad day|love|loved|friend|mother|father|family|kind)\b",
    re.IGNORECASE,
)
"""Sizes, praise, guesses about the day, and people who may not exist."""


def _of_the_ritual() -> Iterator[tuple[str, str, str]]:
    """Yield every prompt, answer and row of how an opening goes."""
    for name, value in vars(ritual).items():
        if name.isupper() and isinstance(value, str):
            yield "ritual", name, value
        if name.isupper() and isinstance(value, Mapping):
            for key, row in value.items():
                for each, said in row.items() if isinstance(row, Mapping) else [("", row)]:
                    yield name, f"{key} {each}", said


SENTENCES = {
    **{name: nudges.remark(name) for name in nudges.NUDGES},
    **{
        name: value
        for name, value in vars(opening).items()
        if name.isupper() and isinstance(value, str) and name != "HABIT"
    },
    **{f"answer {name}": value for name, value in opening.ANSWERS.items()},
    **{f"kindness {n}": value for n, value in enumerate(opening.KINDNESSES)},
    **{f"{module} {name}": value for module, name, value in _of_the_ritual()},
}
PAGES = {"short": habit.SHORT, **dict(habit.LONGER)}


def sentences(text: str) -> list[str]:
    """Split a text after each full stop or question mark."""
    return [one for one in re.split(r"(?<=[.?])\s+", text.strip()) if one]


def syllables(word: str) -> int:
    """Count the vowels that are heard in a word, near enough."""
    heard = re.sub(r"[^a-z]", "", word.lower())
    silent = r"(?<=[aeiouy][^aeiouy])e$|(?<=[aeiouy][^aeiouycgsxz])es$|(?<=[^aeiouydt])ed$"
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(silent, "", heard))))


def grade(texts: list[str]) -> float:
    """Return the school grade texts can be read at, by Flesch and Kincaid."""
    all_words = [word for text in texts for word in text.split()]
    count = sum(len(sentences(text)) for text in texts)
    heard = sum(map(syllables, all_words))
    return 0.39 * len(all_words) / count + 11.8 * heard / len(all_words) - 15.59


def lines_on_a_phone(text: str) -> int:
    """Return how many lines of a phone a text takes, blank ones too."""
    return sum(len(textwrap.wrap(line, PHONE)) or 1 for line in text.split("\n"))


@pytest.mark.parametrize("name", SENTENCES)
def test_nothing_presses_praises_or_says_who(name: str) -> None:
    assert not refused(SENTENCES[name])


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It happened!", "an exclamation mark"),
        ("Was it small? Was it heavy?", "two questions"),
        ("a " * MOST_WORDS + "slip", "more than 30 words"),
        ("At least it happened.", "avoided: At least"),
        ("It was small, but it happened.", "avoided: but"),
        ("That is a distorted thought.", "avoided: distorted"),
        ("Others have it worse.", "avoided: have it worse"),
        ("You marked it small.", "a verdict: You marked"),
        ("You are looking after someone.", "a verdict: You are"),
        ("You\N{RIGHT SINGLE QUOTATION MARK}re careful.", "a verdict: You're"),
        ("It is not your fault.", "a verdict: your fault"),
        ("Now you need to rest.", "a verdict: you need"),
        ("What happened to make it small?", "past harm: What happened to"),
        ("Does anyone remember?", "past harm: remember"),
        ("Who hurt the one who says so?", "past harm: Who hurt"),
        ("Whose ruler is that?", "whose measure: Whose"),
        ("Who said it was small?", "whose measure: Who said"),
    ],
)
def test_what_is_refused_is_found(sentence: str, why: str) -> None:
    assert refused(sentence) == why


@pytest.mark.parametrize(
    "sentence",
    ["Buttons are small.", "It also happened.", "Is it adjusted, or unjust?", "a " * MOST_WORDS],
)
def test_what_is_fine_is_not_refused(sentence: str) -> None:
    assert not refused(sentence)


@pytest.mark.parametrize("name", nudges.NUDGES)
def test_a_nudge_is_short_and_fits_a_phone(name: str) -> None:
    said = nudges.remark(name)
    assert said.startswith('It was marked "too small". ')
    assert lines_on_a_phone(said) <= 6
    assert max(map(len, said.split())) <= 12
    assert max(len(sentence.split()) for sentence in sentences(said)) <= 14


@pytest.mark.parametrize("name", [name for name in nudges.NUDGES if name not in SCRIPT])
def test_a_nudge_weighs_nothing_and_presumes_nobody(name: str) -> None:
    line = nudges.NUDGES[name]
    assert not GRADING.search(line)
    assert not re.search(r"\b(I|me|my|we|us|our|you|your|yours)\b", line, re.IGNORECASE)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_child_of_nine_can_read_every_family(family: str) -> None:
    assert grade([line for name, line in nudges.NUDGES.items() if family_of(name) == family]) <= 4


def test_the_grade_tells_plain_words_from_learned_ones() -> None:
    assert grade(["The cat sat on the mat. It was warm."]) < 1
    assert grade(["Cognitive restructuring necessitates deliberate consideration."]) > 12
    assert {syllables(word) for word in ("small", "size", "marked", "whole", "safe.")} == {1}
    assert {syllables(word) for word in ("little", "paper,", "sizes", "waited", "someone")} == {2}


def test_there_are_enough_in_six_families_and_none_twice() -> None:
    families = Counter(map(family_of, nudges.NUDGES))
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 6
    assert len(nudges.NUDGES) >= 42
    lines = list(nudges.NUDGES.values())
    assert not [(one, two) for one in lines for two in lines if one is not two and one in two]


def test_names_are_for_ever() -> None:
    assert SCRIPT.items() <= nudges.NUDGES.items()
    assert not GONE & nudges.NUDGES.keys()
    assert all(re.fullmatch(r"[a-z]+-[1-9]\d*", name) for name in nudges.NUDGES)
    assert nudges.remark("both-4") == nudges.MARKED


def test_the_line_everyone_meets_first_says_that_it_is_common_and_asks_nothing() -> None:
    said = nudges.remark(nudges.FIRST)
    assert next(iter(nudges.NUDGES)) == nudges.FIRST
    assert nudges.COMMON in said
    assert "?" not in said
    assert sum(nudges.COMMON in nudges.remark(name) for name in nudges.NUDGES) == 1


def test_the_page_about_the_habit_is_short_and_fits_a_phone() -> None:
    assert habit.SHORT.startswith(f"{ABOUT_HABIT}\n\n")
    assert len(habit.SHORT.split()) < 120
    assert lines_on_a_phone(habit.SHORT) <= SCREENFUL


def test_the_longer_page_comes_in_screenfuls() -> None:
    assert sum(len(f"{title} {text}".split()) for title, text in habit.LONGER) <= 360
    for title, text in habit.LONGER:
        assert len(title) <= PHONE
        assert lines_on_a_phone(f"{title}\n{text}") <= SCREENFUL


@pytest.mark.parametrize("name", PAGES)
def test_a_page_about_the_habit_says_nothing_of_whoever_reads(name: str) -> None:
    assert not refused(name)
    assert not [why for sentence in sentences(PAGES[name]) if (why := refused(sentence))]
    assert not re.search(r"\b(you|your)\b", PAGES[name], re.IGNORECASE)
    assert not re.search(r"\b(cures?|heals?|fix\w*|proven|treats?|will)\b", PAGES[name])


def test_every_source_is_named_and_every_name_has_its_source() -> None:
    named = set(re.findall(r"([A-Z][a-z]+) (\d{4})", " ".join(PAGES.values())))
    listed = [re.match(r"([A-Z][a-z]+), .*?\((\d{4})\)\. .+", one) for one in habit.SOURCES]
    found = [(one[1], one[2]) for one in listed if one]
    assert set(found) == named
    assert len(found) == len(habit.SOURCES) == len(named)
    assert [year for _, year in found] == sorted(year for _, year in found)
    assert all(one.isascii() and "!" not in one for one in habit.SOURCES)
