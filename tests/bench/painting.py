"""What keys cost on the glass: bytes, the time to the first of them, and the peace between."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial

from tests.bench.glass import Answer, Glass
from tests.bench.programs import Start, dooit, editors, jar, textual_apps, tried
from tests.bench.seed import TODAY, Jars
from tests.bench.table import Figure, Line, Peer
from tests.bench.timing import milliseconds

DOWN, ENTER, ESC, TAB = "\x1b[B", "\r", "\x1b", "\t"
IDLE = 10.0
TYPED = "a small step "
SCROLLS, MOST = 7, 60
"""How many scrolling arrows are looked for, and among how many others."""
MOVED = 3
"""Lines that an arrow may change without having scrolled."""
WANTED = "tobanda"
"""Letters of which each leaves fewer slips found, so that each changes the list."""
SCREENS: dict[str, list[str]] = {
    "entry": [],
    "jar": [ESC],
    "whole slip": [ESC, DOWN, ENTER],
    "find": [ESC, "/"],
    "names": [TAB],
    "help": [ESC, "?"],
    "opening": [ESC, "o", ENTER],
}
"""Screens that are looked at for a while, and the keys that lead to each."""


def letter(jars: Jars) -> Iterator[Line]:
    """Measure the bytes of a letter typed."""
    ours = _typed(partial(jar, jars.of(10_000)))
    median = _median(ours)
    yield Figure("a letter", median, "bytes", f"most {max(one.size for one in ours)}")
    first = [one.first for one in ours]
    yield Figure("a letter, first byte", statistics.median(first) * 1000, "ms")
    present, absent = tried([*textual_apps(), *editors(jars.folder)])
    for program in present:
        theirs = _median(_typed(program.start))
        yield Peer(program.name, theirs, "bytes", median / theirs)
    yield from absent


def arrow(jars: Jars) -> Iterator[Line]:
    """Measure arrows in the list of the largest jar."""
    with jar(jars.of(100_000)) as glass:
        glass.at_rest()
        _all_slips(glass)
        plain, scrolling = _arrows(glass)
    for what, found in (("an arrow", plain), ("a scrolling arrow", scrolling)):
        yield Figure(what, _median(found), "bytes", f"most {max(one.size for one in found)}")
        first = [one.first for one in found]
        most = f"most {milliseconds([max(first)])}"
        yield Figure(f"{what}, first byte", statistics.median(first) * 1000, "ms", most)


def paint(jars: Jars) -> Iterator[Line]:
    """Measure the bytes of the first paint, reading the jar included."""
    home = jars.of(10_000)
    colours = {"terminal's own colours": {}, "truecolor": {"COLORTERM": "truecolor"}}
    for what, environment in colours.items():
        with jar(home, **environment) as glass:
            glass.at_rest()
            size = len(glass.output)
        if not environment:
            ours = size
        yield Figure(what, size, "bytes")
    present, absent = tried([*textual_apps(), *editors(jars.folder), dooit(jars.peers)])
    for program in present:
        with program.start() as glass:
            glass.first_paint()
            yield Peer(program.name, len(glass.output), "bytes", ours / len(glass.output))
    yield from absent


def idle(jars: Jars) -> Iterator[Line]:
    """Measure what comes, and what is used, while nobody presses anything."""
    bytes_on, share_on = {}, {}
    for screen, keys in SCREENS.items():
        bytes_on[screen], share_on[screen] = _idle(partial(jar, jars.to_change(10_000)), keys)
    for what, found, unit in (
        ("the most bytes", bytes_on, "bytes"),
        ("the most of a core", share_on, "%"),
    ):
        worst = max(found, key=lambda screen: found[screen])
        yield Figure(what, found[worst], unit, worst if found[worst] else "")
    yield Figure("screens looked at", len(SCREENS), "screens")
    present, absent = tried([*textual_apps(), dooit(jars.peers)])
    for program in present:
        came, share = _idle(program.start, [])
        yield Peer(program.name, came, "bytes")
        yield Peer(program.name, share, "%")
    yield from absent


def find(jars: Jars) -> Iterator[Line]:
    """Measure finding as one types, in the largest jar."""
    with jar(jars.of(100_000)) as glass:
        glass.at_rest()
        glass.answer(ESC)
        glass.answer("/")
        answers = [glass.answer(one, quiet=0.6) for one in WANTED]
    last = [one.last for one in answers]
    detail = f"median {milliseconds(last)}"
    yield Figure("the slowest letter", max(last) * 1000, "ms", detail)
    first = statistics.median(one.first for one in answers)
    yield Figure("a letter, first byte", first * 1000, "ms")


def _arrows(glass: Glass) -> tuple[list[Answer], list[Answer]]:
    """Press arrows until some have scrolled the list; return those that did not and those."""
    plain: list[Answer] = []
    scrolling: list[Answer] = []
    before = glass.glass()
    while len(scrolling) < SCROLLS and len(plain) < MOST:
        answer = glass.answer(DOWN)
        after = glass.glass()
        changed = sum(old != new for old, new in zip(before, after, strict=True))
        (scrolling if changed > MOVED else plain).append(answer)
        before = after
    assert scrolling, "no arrow scrolled the list"
    return plain, scrolling


def _typed(start: Start) -> list[Answer]:
    with start() as glass:
        glass.at_rest()
        return [glass.answer(one) for one in TYPED]


def _idle(start: Start, keys: list[str]) -> tuple[float, float]:
    """Return the bytes that came and the share of a core that was used."""
    with start() as glass:
        glass.at_rest()
        for key in keys:
            glass.answer(key)
        glass.at_rest()
        used = glass.cpu()
        came = glass.idle(IDLE)
        return came, (glass.cpu() - used) / IDLE * 100


def _all_slips(glass: Glass) -> None:
    """Go to the list and down past the slips of today, which brings the older ones."""
    glass.answer(ESC)
    for _ in range(TODAY):
        glass.answer(DOWN)


def _median(answers: list[Answer]) -> float:
    return statistics.median(one.size for one in answers)
