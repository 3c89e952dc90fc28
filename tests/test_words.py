"""The words on the screen: plain, short, and none of those that press or praise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from jar_tui import words
from jar_tui.commands import COMMANDS
from jar_tui.domain.ritual import WAYS
from jar_tui.words import (
    backups,
    history,
    latch,
    line_mode,
    looking_back,
    names,
    nudges,
    one_name,
    opening,
    opening_shell,
    page,
    people_shell,
    ritual,
    shell,
    simple,
)
from jar_tui.words.help import ABOUT

MODULES = (
    words,
    backups,
    history,
    latch,
    line_mode,
    looking_back,
    names,
    nudges,
    one_name,
    opening,
    opening_shell,
    page,
    people_shell,
    ritual,
    shell,
    simple,
)
THEIRS = frozenset(("WORDS", "KNOWN", "OFFERED"))
"""Words people may choose for those who sign: no sentences of the program."""


def strings(value: object) -> Iterator[str]:
    """Yield every string in a value, those in dictionaries and tuples too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from strings(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)


SENTENCES = {
    **{
        f"{module.__name__.removeprefix('jar_tui.')} {name} {n}": sentence
        for module in MODULES
        for name, value in vars(module).items()
        if name.isupper() and name not in THEIRS
        for n, sentence in enumerate(strings(value))
    },
    **{f"help of {place}": sentence for place, sentence in ABOUT.items()},
    "answers in line mode": line_mode.answers(),
    **{f"way {name}": opening_shell.way(name, "") for name in WAYS},
    **{f"{c.place} {c.name} help": c.help for c in COMMANDS},
    **{f"{c.place} {c.name} footer": c.footer for c in COMMANDS},
}
REFUSED = (
    r"at least|just|only|simply|should|but|actually|remember that|look how far|amazing|proud"
    r"|good job|well done|keep it up|you got this|everyone|have it worse|no excuses|distortion"
    r"|irrational|error|streak|overdue|missed|failed|invalid|illegal|host|alter|you are"
    r"|you (marked|wrote|said|did)|others wrote"
)


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 80


@pytest.mark.parametrize("name", SENTENCES)
def test_no_sentence_presses_or_praises(name: str) -> None:
    sentence = SENTENCES[name]
    assert "!" not in sentence
    assert not re.search(rf"(?<!--)\b({REFUSED})\b", sentence, re.IGNORECASE), sentence
    assert sentence.count("?") <= 2
    assert len(sentence.split()) <= 50
