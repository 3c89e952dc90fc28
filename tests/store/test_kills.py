"""Sessions killed at work on a slow disk, again and again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.every import either
from tests.store.hands import Hand, Promises, heard


def _killed(home: Path, seed: str, turns: int, *habits: str) -> list[str]:
    """Kill two sessions at work in each turn; return the first promises that do not hold."""
    chance = Random(seed)
    promises = Promises()
    for turn in range(turns):
        hands = [Hand(home, f"{seed} {turn} {n}", "slow", *habits) for n in range(2)]
        for hand in hands:
            promises.hear(hand.first(1))
        promises.hear(heard(hands, chance.uniform(0, 0.05)))
        for hand in hands:
            assert hand.is_at_work()
            promises.hear(hand.kill())
        if broken := promises.broken(home):
            return broken
    assert len(promises) > turns
    return []


@pytest.mark.parametrize("seed", either(["one"], ["one", "two", "three"]))
def test_what_killed_sessions_kept_is_there(jar_home: Path, seed: str) -> None:
    assert _killed(jar_home, seed, turns=10) == []


def test_this_would_notice_what_is_said_to_be_kept_too_early(jar_home: Path) -> None:
    assert _killed(jar_home, "one", 10, "early") != []
