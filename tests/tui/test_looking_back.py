"""Looking back: since a day, since an opening, and at what others wrote for a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD
from jar_tui.domain.review import Read
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.settings import Settings
from jar_tui.words import COVERED_WORDS, opening, ritual
from jar_tui.words import looking_back as said
from jar_tui.words import names as names_said
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import on_disk
from tests.tui.script import week

Clock = Callable[[], datetime]
Size = tuple[int, int]
PHONE = 40, 20


@pytest.fixture
def later(jar_home: Path) -> JarService:
    """Return the jar of the script as it was nine days ago, opened then, with two slips since."""
    then = SATURDAY - timedelta(days=9)
    six = week(jar_home, lambda: then)
    _opened(six, then + timedelta(hours=1))
    k = next(key for key, part in six.jar.tables["parts"].items() if part.name == "K")  # type: ignore[attr-defined]
    six.almanac.clock = lambda: SATURDAY - timedelta(days=1)
    six.add(NewSlip("opened the window", six.almanac.when("10 days ago")))
    six.almanac.clock = lambda: SATURDAY
    six.add(NewSlip("thank you for the tea", signature=Signature(ties=(Tie("for", k),))))
    return six


def _opened(service: JarService, at: datetime) -> None:
    service.almanac.clock = lambda: at
    ids = [slip.id for slip in service.jar.folded()]
    read = service.openings.begin(ids)
    service.openings.keep(read.id, [Read(key) for key in ids])
    service.openings.end(read.id)


async def looking(hand: Hand, *keys: str) -> None:
    """Go to what can be looked back at, and press keys there, each after a moment's rest."""
    await hand.press("escape", "question_mark", "l")
    await after_rest(hand, *keys)


async def after_rest(hand: Hand, *keys: str) -> None:
    for key in keys:
        hand.pause()
        await hand.press(key)


def written(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "jar").iterdir()}


@pytest.mark.usefixtures("later")
async def test_since_the_last_opening_only_the_days_show_before_enter(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        before = written(jar_home)
        await looking(hand)
        assert hand.shows("1 since the last opening 2 since a day 3 for one name")
        await hand.press("1")
        assert hand.shows("Since the opening of Thursday 12 November 2026")
        assert hand.shows(
            "There are slips from Friday 20 November to today. They stay folded until Enter."
        )
        assert "window" not in hand.screen
        await hand.press("enter")
        assert hand.shows("Tuesday 10 November · written Friday 20 November")
        assert hand.shows("opened the window")
        assert "of 2" not in hand.screen
        await after_rest(hand, "enter")
        assert hand.shows("today, for K thank you for the tea")
        await after_rest(hand, "b")
        assert hand.shows("opened the window")
        await after_rest(hand, "enter", "enter")
        assert hand.shows(said.TITLE)
        assert hand.shows(said.LAST)
        assert written(jar_home) == before


@pytest.mark.usefixtures("later")
async def test_a_hand_that_shakes_on_enter_reads_nothing_by_that(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        hand.app.almanac.settings = Settings(key_bounce=60_000)
        await looking(hand)
        hand.pause()
        await hand.press("enter", "enter")
        assert hand.shows("Since the opening of")
        hand.pause()
        await hand.press("enter", "enter", "enter")
        assert hand.shows("opened the window")
        await hand.press("b", "left")
        assert hand.shows("opened the window")


@pytest.mark.usefixtures("later")
async def test_a_day_is_asked_for_in_words_and_what_is_no_day_here_is_said(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "2")
        assert hand.shows(said.DAY_HINT)
        await hand.type("tomorrow")
        told = "That would be Sunday 22 November, which has not come yet. The words stay."
        assert hand.shows(told)
        await after_rest(hand, "enter")
        assert hand.shows(told)
        await hand.press(*["backspace"] * 8)
        await hand.type("blue")
        await after_rest(hand, "enter")
        assert hand.shows("That date was not understood.")
        await hand.press(*["backspace"] * 4)
        await hand.type("today")
        assert hand.shows("Since Saturday 21 November 2026")
        await after_rest(hand, "enter")
        assert hand.shows("There is a slip from today. It stays folded until Enter.")
        await after_rest(hand, "escape")
        assert hand.shows("> 2 since a day")


async def test_a_day_since_which_nothing_is_there_stays_to_be_changed(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    later.cover(on_disk(jar_home, clock, "thank you")[1].id, covered=True)
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "2")
        await hand.type("today")
        await hand.press("enter")
        assert hand.shows("Since which day? today")
        assert hand.shows(said.NOTHING)


async def test_an_earlier_opening_can_be_chosen(
    jar_home: Path, clock: Clock, later: JarService, size: Size
) -> None:
    _opened(later, SATURDAY - timedelta(hours=1))
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "2")
        assert hand.shows(said.EARLIER_TITLE)
        assert hand.shows("1 Saturday 21 November 2026 2 Thursday 12 November 2026")
        await after_rest(hand, "1")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "2")
        assert hand.shows("There are slips from Friday 20 November to today.")


async def test_without_openings_and_names_a_day_alone_is_offered(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert hand.shows("> 1 since a day")
        assert "since the last" not in hand.screen
        assert "for one" not in hand.screen


async def test_the_word_is_followed_and_none_leaves_names_out(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    later.people.choose(WORD, "part")
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert hand.shows("3 for one part")
    later.people.choose(WORD, "none")
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert "for one" not in hand.screen
        await after_rest(hand, "1", "enter", "enter", "s")
        assert hand.shows("today thank you for the tea")
        assert "K" not in hand.screen.replace("Keys", "")


@pytest.mark.usefixtures("later")
async def test_for_a_name_is_what_others_wrote_for_it(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "3")
        assert hand.shows(said.WHO_TITLE)
        await after_rest(hand, "2")
        assert hand.shows("For K")
        await after_rest(hand, "enter")
        assert hand.shows("for K, noticed by Wren")
        assert hand.shows("ate lunch with the door open")
        await after_rest(hand, "enter")
        assert hand.shows("thank you for the tea")
        await after_rest(hand, "enter")
        assert hand.shows(said.LAST)
        await after_rest(hand, "3", "1")
        assert hand.shows(said.NOTHING)


@pytest.mark.usefixtures("later")
async def test_v_on_a_chosen_name_shows_them_and_the_slip_in_the_entry_waits(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("sat by the window")
        await hand.press("tab", "v")
        assert hand.shows(names_said.NONE_CHOSEN.replace("{name}", "name"))
        await hand.press("down", "v")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "down", "v")
        assert hand.shows("For K")
        assert hand.shows("They stay folded until Enter.")
        await after_rest(hand, "enter")
        assert hand.shows("ate lunch with the door open")
        await after_rest(hand, "escape", "escape")
        assert hand.entry == "sat by the window"


@pytest.mark.usefixtures("later")
async def test_the_slip_in_view_can_be_signed_and_gets_a_line_and_u_takes_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1", "enter", "s", "1")
        assert hand.shows("by Wren")
        await after_rest(hand, "u")
        assert "by Wren" not in hand.screen
        await after_rest(hand, "l")
        assert hand.shows(ritual.UNDER_NONE)
        await after_rest(hand, "w")
        await hand.type("it was bright out")
        await hand.press("enter")
        assert hand.shows(opening.LINE_KEPT)
        assert "bright" not in hand.screen
        assert hand.shows(ritual.UNDER_FOLDED)
        await after_rest(hand, "l")
        assert hand.shows("it was bright out")
        await after_rest(hand, "m")
        assert hand.shows("opened the window")
        await after_rest(hand, "escape")
        assert hand.shows("Esc stop")


async def test_what_another_session_takes_away_is_said_and_reading_goes_on(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await looking(hand, "1", "enter")
        service, slip = on_disk(jar_home, clock, "opened the window")
        service.set_aside(slip.id, aside=True)
        service.erase(slip.id)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(opening.NOT_IN_VIEW)
        assert "window" not in hand.screen
        await after_rest(hand, "w", "s", "m", "l")
        assert hand.shows(opening.NOT_IN_VIEW)
        await after_rest(hand, "enter")
        assert hand.shows("thank you for the tea")
        await after_rest(hand, "b")
        assert hand.shows("thank you for the tea")


async def test_what_is_covered_meanwhile_folds_in_view_and_is_passed_over(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "1", "enter")
        service, tea = on_disk(jar_home, clock, "thank you")
        window = on_disk(jar_home, clock, "opened")[1]
        service.write_line(window.id, "bright")
        service.cover(window.id, covered=True)
        service.cover(tea.id, covered=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert COVERED_WORDS in hand.screen
        await after_rest(hand, "l")
        assert "window" not in hand.screen
        assert "bright" not in hand.screen
        await after_rest(hand, "enter")
        assert hand.shows(said.LAST)


async def test_what_comes_or_goes_before_enter_is_told(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "1")
        for start in ("opened", "thank you"):
            service, slip = on_disk(jar_home, clock, start)
            service.set_aside(slip.id, aside=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "enter")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "escape")
        assert hand.shows(said.TITLE)


async def test_a_long_slip_is_read_to_its_end_before_the_next(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.add(NewSlip("\n".join(f"row {n}" for n in range(30))))
    service.add(NewSlip("[red]the next[/red]"))
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await looking(hand, "1")
        await hand.type("today")
        await after_rest(hand, "enter", "enter")
        assert hand.shows("row 0")
        assert hand.shows("Enter more")
        for _ in range(40):
            if "row 29" in hand.screen:
                break
            await after_rest(hand, "enter")
        else:
            pytest.fail("The end of the slip never shows.")
        await after_rest(hand, "enter")
        assert hand.shows("[red]the next[/red]")


@pytest.mark.usefixtures("later")
async def test_help_is_there_while_reading(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1", "question_mark")
        assert hand.shows("Today is")
        await after_rest(hand, "k")
        assert hand.shows("Nothing is read before Enter.")
        await after_rest(hand, "escape", "escape", "enter", "question_mark", "k")
        assert hand.shows("Reading here is no opening")
