"""Any way through an opening: nothing is lost or comes twice, and it can be stopped anywhere."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import Jar
from jar_tui.domain.nudge import MOST, met
from jar_tui.domain.records import Slip
from jar_tui.domain.review import (
    Answer,
    Back,
    Effect,
    Hush,
    Labelled,
    Met,
    More,
    Next,
    Read,
    Step,
    Ways,
    begun,
    update,
)
from jar_tui.domain.selecting import selected
from tests.domain.openings import (
    LINES,
    OPENING,
    SUNDAY,
    Walk,
    changed,
    jar_of,
    kept,
    opening,
    slip,
    walk,
)

COUNT = 6
SLIPS = st.tuples(
    *[
        st.builds(
            slip,
            st.just(number),
            label=st.sampled_from(["small", "small", "none", "lifted", "both"]),
            covered=st.sampled_from([False, False, False, True]),
            nudges=st.sampled_from([(), (), ("both-1@before",), ("both-2@x", "size-1@y")]),
            reached=st.sampled_from(["", "", "before"]),
        )
        for number in range(1, COUNT + 1)
    ]
)
LABELS = st.sampled_from(["small", "none", "lifted", "both"])
QUIET: st.SearchStrategy[Step] = st.one_of(
    st.just(Next()), st.just(Next()), st.just(Next()), st.just(Back()), st.just(More())
)
STEPS: st.SearchStrategy[Step] = st.one_of(QUIET, st.builds(Answer, LABELS), st.just(Hush()))
MANNERS = st.builds(Ways, st.just(LINES), st.sampled_from(["show", "show", "ask", "off"]))
ELSEWHERE = st.tuples(
    st.sampled_from(["covered", "set_aside"]), st.integers(1, COUNT), st.booleans()
)
"""What another session does to a slip meanwhile."""
STOP = "stop"


def reached(jar: Jar) -> set[str]:
    return {one.id for one in jar.ordered if one.reached}


@given(SLIPS, MANNERS, st.lists(STEPS, max_size=20))
def test_stopped_anywhere_it_goes_on_at_the_same_slip_with_the_same_line(
    slips: tuple[Slip, ...], ways: Ways, steps: list[Step]
) -> None:
    reading = walk(slips, ways)
    for step in [None, *steps]:
        if step:
            reading.go(step)
        review = reading.review
        again, effects = begun(reading.opening, reading.jar, ways, hushed=review.hushed)
        assert effects == (), "what was met is not met anew"
        assert again.slips == review.slips
        assert again.read == again.at == review.read, "looking back is not taken up again"
        assert dict(again.met) == dict(review.met)
        if review.at == review.read:
            assert again.slip == review.slip
            asked_for = review.hushed and review.slip in review.asked  # which no disk remembers
            assert again.line == ("" if asked_for else review.line)


@given(SLIPS, MANNERS, st.lists(STEPS | ELSEWHERE | st.just(STOP), max_size=25))
def test_no_way_through_loses_a_read_or_reads_twice(
    slips: tuple[Slip, ...], ways: Ways, turns: list[Step | tuple[str, int, bool] | str]
) -> None:
    reading = walk(slips, ways)
    for turn in turns:
        before = reached(reading.jar)
        if isinstance(turn, str):
            reading.begin(hushed=reading.review.hushed)
        elif isinstance(turn, Next | Back | Answer | More | Hush):
            view = reading.jar.get(reading.review.slip)
            reading.go(turn)
            if isinstance(turn, Next) and view and not view.covered and not view.set_aside:
                assert view.id in reached(reading.jar)
        else:
            field, number, value = turn
            reading.jar = changed(reading.jar, f"s{number}", **{field: value})
        assert before <= reached(reading.jar), "nothing is folded again"
    counts = Counter(reading.told(Read))
    assert set(counts.values()) <= {1}
    for one in reading.jar.ordered:
        assert len(set(met(one))) == len(met(one)), "never the same line twice for one slip"


@given(SLIPS, MANNERS, st.lists(STEPS | ELSEWHERE | st.just(STOP), max_size=25))
def test_lines_come_by_themselves_three_times_and_only_where_they_may(
    slips: tuple[Slip, ...], ways: Ways, turns: list[Step | tuple[str, int, bool] | str]
) -> None:
    reading = walk(slips, ways)
    by_itself = len(reading.told(Met))
    for turn in turns:
        hushed = reading.review.hushed
        if isinstance(turn, str):
            reading.begin(hushed=hushed)
        elif isinstance(turn, Next | Back | Answer | More | Hush):
            reading.go(turn)
        else:
            field, number, value = turn
            reading.jar = changed(reading.jar, f"s{number}", **{field: value})
            continue
        new = [effect for effect in reading.last if isinstance(effect, Met)]
        for effect in new:
            found = reading.jar.get(effect.slip)
            assert found is not None
            assert not found.covered
            assert not found.set_aside
            assert effect.slip == reading.review.slip
        if not isinstance(turn, More):
            by_itself += len(new)
            assert not new or (ways.manner == "show" and not hushed)
        assert ways.manner != "off" or not reading.told(Met)
    assert by_itself <= MOST


@given(SLIPS, st.lists(STEPS, max_size=15))
def test_only_an_answer_changes_a_label(slips: tuple[Slip, ...], steps: list[Step]) -> None:
    reading = walk(slips)
    for step in steps:
        before = {one.id: one.label for one in reading.jar.ordered}
        reading.go(step)
        after = {one.id: one.label for one in reading.jar.ordered}
        changed_ones = {key for key in after if after[key] != before[key]}
        if isinstance(step, Answer):
            assert changed_ones <= {reading.review.slip}
        else:
            assert not changed_ones
            assert not any(isinstance(effect, Labelled) for effect in reading.last)


@given(SLIPS, MANNERS, st.lists(QUIET | st.just(Hush()), max_size=15))
def test_a_jar_that_lags_behind_makes_no_difference(
    slips: tuple[Slip, ...], ways: Ways, steps: list[Step]
) -> None:
    """The screen may go on before the disk has told the jar of the last steps."""
    prompt = walk(slips, ways)
    late = jar_of(slips, opening(slips))
    review, effects = begun(opening(slips), late, ways)
    told: list[Effect] = [*effects]
    for step in steps:
        prompt.go(step)
        review, effects = update(review, step, late, ways)
        told += effects
    assert (review, told) == (prompt.review, prompt.effects)
    assert kept(late, OPENING, told).ordered == prompt.jar.ordered


@given(SLIPS, st.lists(st.tuples(st.booleans(), STEPS), max_size=25))
def test_two_openings_at_once_do_no_harm(
    slips: tuple[Slip, ...], turns: list[tuple[bool, Step]]
) -> None:
    """Two sessions read the same slips, each in its own opening, each told what the other kept."""
    one, two = opening(slips), opening(slips, "p" * 26, at=60)
    jar = jar_of(slips, one, two)
    walks = {True: Walk(jar, one).begin()}
    walks[False] = Walk(walks[True].jar, two).begin()
    jar = walks[False].jar
    for whose, step in turns:
        before = reached(jar)
        walks[whose].jar = jar
        jar = walks[whose].go(step).jar
        assert before <= reached(jar)
    for reading in walks.values():
        read = reading.review.slips[: reading.review.read]
        assert set(read) <= reached(jar), "what either went past is read"
    for found in jar.ordered:
        assert len(set(met(found))) == len(met(found))
    after = selected(jar, SUNDAY)
    if after.why == "folded":
        assert not set(reached(jar)) & {found.id for found in after.slips}


@given(SLIPS)
def test_gone_through_to_the_end_nothing_open_is_folded(slips: tuple[Slip, ...]) -> None:
    reading = walk(slips).go(*[Next()] * COUNT)
    assert reading.review.is_over
    assert len(reading.jar.folded()) == 0
    assert [effect.slip for effect in reading.told(Read) if isinstance(effect, Read)] == [
        one.id for one in slips if not one.covered
    ]
