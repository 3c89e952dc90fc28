"""The script of the first minutes as keys and what must then be read, for any terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from jar_tui.cli.console import now
from jar_tui.domain.records import Role
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.writer import Clock

ESC, ENTER, TAB, DOWN = "\x1b", "\r", "\t", "\x1b[B"
CTRL_T = "\x14"


class Step(NamedTuple):
    """Keys, one after the other or all at once, and what the screen says then."""

    keys: Sequence[str]
    shows: Sequence[str] = ()


def step(*keys: str, shows: str | Iterable[str] = ()) -> Step:
    """Return a step; keys of several letters are typed letter by letter."""
    special = {ESC, ENTER, TAB, DOWN, CTRL_T}
    single = [one for key in keys for one in ((key,) if key in special else key)]
    return Step(single, (shows,) if isinstance(shows, str) else tuple(shows))


ALONE = (
    step("took a breath before answering", shows="Enter drops it in. Ctrl-T marks it"),
    step(ENTER, shows="Dropped in. Esc u takes it back."),
    step("got dressed", CTRL_T, shows='marked "too small"'),
    step(ENTER, shows='Dropped in, marked "too small".'),
    step("yesterday: said no to Saturday", shows="dated "),
    step(ENTER, shows="Dropped in, dated "),
    step(ENTER, shows="The slip is blank. Nothing changed."),
    step(CTRL_T, shows='Marked "too small": said no to Saturday'),
    step(DOWN, shows="Enter puts one in the slip, to change as you like."),
    step(ESC, shows="Write one small step. Any size."),
    step("half a thou", shows="half a thou"),
)
TEN = "Ash", "Bee", "Cass", "Dell", "Eli", "Fern", "Gale", "Haze", "Iris", "Juno"
SHARED = (
    step("opened the curtain", TAB, shows="A slip needs no name. Names are here for when"),
    step(
        "a", shows=("One name to a line. A tag may follow, as in", "Enter adds. Enter on a blank")
    ),
    step("Wren w:", ENTER, shows="1 Wren, tag w:"),
    step("K k:", ENTER, shows="2 K, tag k:"),
    *(step(name, ENTER, shows=name) for name in TEN),
    step(ENTER, shows="Names"),
    step("w", shows="headmate"),
    step("1", shows="Parts"),
    step("1", shows="signing: Wren"),
    step(ENTER, shows="Dropped in, by Wren. Esc u takes it back."),
    step("w: made the bed", shows="signing: Wren. A \\ in front means no name."),
    step(ENTER, shows="Dropped in, by Wren."),
    step("for k: ate lunch with the door open", shows="for K. Tab, n adds who noticed."),
    step(TAB, "n", "1", shows="for K, noticed by Wren"),
    step(ENTER, shows="Dropped in, for K, noticed by Wren."),
    step(TAB, "0", "sat by the window", shows="signing: not sure"),
    step(ENTER, shows="Dropped in, not sure who."),
    step("got as fa", shows="got as fa"),
)
SOMEBODY_ELSE = (
    step(shows=("Write one small step. Any size.", "An unfinished slip is kept. Up shows it.")),
    step(ESC, "?", shows=("Today is", "This is a jar for small steps. Whoever is here may add")),
    step(ESC, shows="Tab write"),
    step(TAB, "sat up", ENTER, shows="Dropped in. Esc u takes it back."),
)


def reading(pages: int) -> tuple[Step, ...]:
    """Return the opening of six; the last page is `pages` screens long."""
    return (
        step(ESC, "o", shows=("Open the jar?", "6 folded slips,")),
        step(ENTER, shows=("1 of 6", "took a breath before answering the door")),
        step(
            ENTER,
            shows=(
                "2 of 6",
                "by Wren",
                'It was marked "too small". Waving steps away is common after hard times.',
                "It can be small. It also happened.",
                '2 "too small" comes off',
            ),
        ),
        step("3", shows="Noted."),
        step(ENTER, shows=("3 of 6", "for K, noticed by Wren")),
        step(ENTER, shows=("4 of 6", "said no to Saturday, felt guilty, kept it a no")),
        step(ENTER, shows='It was marked "too small". What did it take, on that day?'),
        step("w", shows="A line to keep with this slip."),
        step("three tries, cold kitchen", ENTER, shows="Kept with the slip."),
        step(ENTER, shows=("6 of 6", "by K")),
        step(ENTER, shows="Side by side:"),
        step("y", shows="something warm to drink"),
        step(ESC, shows="Side by side:"),
        step("g", shows="Feet on the floor. One thing in view, and its colour."),
        *[step(ENTER)] * (pages - 1),
        step(ENTER, shows="Closed. All 6 slips stay in the jar."),
    )


def week(home: Path, clock: Clock = now) -> JarService:
    """Put the six slips of the script into a jar, two of them marked, and return it."""
    service = JarService.open(home, clock)[0]
    added = service.people.add([Named("Wren", "w:text"), Named("K", "k:text")])
    wren, k = (one.part.id for one in added)
    when = service.almanac.when

    def by(*ties: tuple[Role, str]) -> Signature:
        return Signature(ties=tuple(Tie(role, part) for role, part in ties))

    lunch, no = "ate lunch with the door open", "said no to Saturday, felt guilty, kept it a no"
    service.add_all(
        [
            NewSlip("took a breath before answering the door", when("6 days ago")),
            NewSlip("got dressed", when("5 days ago"), small=True, signature=by(("by", wren))),
            NewSlip(lunch, when("4 days ago"), signature=by(("for", k), ("noticed", wren))),
            NewSlip(no, when("3 days ago"), signature=Signature("unsure")),
            NewSlip("made toast", when("2 days ago"), small=True),
            NewSlip("went to bed before midnight", when("yesterday"), signature=by(("by", k))),
        ]
    )
    return service
