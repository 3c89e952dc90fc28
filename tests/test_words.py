"""The words on the screen: plain, short, and none of those that press or praise."""

from __future__ import annotations

import re

import pytest

from jar_tui import words
from jar_tui.commands import COMMANDS
from jar_tui.domain.ritual import WAYS
from jar_tui.words import (
    backups,
    history,
    line_mode,
    looking_back,
    names,
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

SENTENCES = {
    **{
        f"{module.__name__.removeprefix('jar_tui.')} {name}": value
        for module in (
            words,
            backups,
            history,
            shell,
            people_shell,
            line_mode,
            looking_back,
            names,
            one_name,
            opening,
            opening_shell,
            page,
            ritual,
            simple,
        )
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    },
    **{f"idea {n}": idea for n, idea in enumerate(words.IDEAS)},
    **{f"line mode help {n}": line for n, line in enumerate(shell.PLAIN_HELP)},
    **{f"line mode more help {n}": line for n, line in enumerate(shell.PLAIN_HELP_MORE)},
    "answers in line mode": line_mode.answers(),
    **{f"answer {name}": answer for name, answer in opening.ANSWERS.items()},
    **{f"no backup: {why}": sentence for why, sentence in backups.WHY_NOT.items()},
    **{f"not taken: {why}": sentence for why, sentence in backups.NOT_TAKEN.items()},
    **{f"kindness {n}": kindness for n, kindness in enumerate(opening.KINDNESSES)},
    **{f"help of {place}": sentence for place, sentence in ABOUT.items()},
    **{f"question about {field}": " ".join(told) for field, told in one_name.QUESTIONS.items()},
    **{f"label of {field}": told for field, told in one_name.LABELS.items()},
    **{f"taking away: {what}": told for what, told in one_name.AWAY_ROWS.items()},
    **{f"wish {wish}": told for wish, told in names.WISHES.items()},
    **{f"way {name}": opening_shell.way(name, "") for name in WAYS},
    **{f"{c.place} {c.name} help": c.help for c in COMMANDS},
    **{f"{c.place} {c.name} footer": c.footer for c in COMMANDS},
}
REFUSED = (
    r"at least|just|only|simply|should|but|actually|remember that|look how far|amazing|proud"
    r"|good job|well done|keep it up|you got this|everyone|have it worse|no excuses|distortion"
    r"|irrational|error|streak|overdue|missed|failed|invalid|illegal|host|alter|you are"
    r"|you (marked|wrote|said|did)"
)


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 80


@pytest.mark.parametrize("name", SENTENCES)
def test_no_sentence_presses_or_praises(name: str) -> None:
    sentence = SENTENCES[name]
    assert "!" not in sentence
    assert not re.search(rf"\b({REFUSED})\b", sentence, re.IGNORECASE), sentence
    assert sentence.count("?") <= 2
    assert len(sentence.split()) <= 50
