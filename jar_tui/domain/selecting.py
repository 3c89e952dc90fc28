"""Which slips an opening reads, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from jar_tui.domain.jar import Jar
from jar_tui.domain.people import everyone, signature_of
from jar_tui.domain.records import Opening, Slip
from jar_tui.domain.signing import Signature

AT_ONCE: Final = 12
"""Slips read in one opening; what is more stays folded."""
AGAIN_DAYS: Final = 7
"""Days whose slips are read again where nothing is folded, today included."""
Order = Literal["day", "name", "mixed"]
"""By the day of the step; by the first name on the slip; or mixed, the same all day long."""


class Selection(NamedTuple):
    """What there is to read."""

    why: Literal["unread", "folded", "again", "chosen", "nothing"]
    slips: tuple[Slip, ...] = ()
    """What would be read now."""
    waiting: int = 0
    """How many more stay as they are."""
    opening: Opening | None = None
    """The opening that was stopped, where it goes on."""

    @property
    def read(self) -> int:
        """Return how many of the slips are behind, where an opening goes on."""
        return reached_in(self.opening, self.slips) if self.opening else 0

    def is_new(self, sitting: Collection[str]) -> bool:
        """Say whether every folded slip is of this sitting, so that no older words wait."""
        return (
            self.why == "folded" and not self.waiting and all(s.id in sitting for s in self.slips)
        )


NONE_TO_READ: Final = Selection("nothing")


def selected(jar: Jar, today: date, order: Order = "day") -> Selection:
    """Return what to read: the opening that was stopped, else what is folded, else last days."""
    stopped = _stopped(jar)
    if stopped is not None:
        return Selection("unread", to_read(jar, stopped.slips), opening=stopped)
    folded = of_folded(jar, today, order)
    if folded.slips:
        return folded
    found = of_last_days(jar, today, order)
    return found._replace(why="again") if found.slips else found


def of_folded(jar: Jar, today: date, order: Order = "day") -> Selection:
    """Return the slips no opening has reached."""
    found = of_these(jar.folded(), today, order)
    return found._replace(why="folded") if found.slips else NONE_TO_READ


def of_last_days(jar: Jar, today: date, order: Order = "day") -> Selection:
    """Return the slips of the last seven days, read or not."""
    since = today - timedelta(days=AGAIN_DAYS - 1)
    return of_these(jar.since(since).until(today), today, order)


def of_these(jar: Jar, today: date, order: Order = "day") -> Selection:
    """Return the slips the jar's filters keep, folded or not."""
    slips = _arranged(jar, [slip for slip in jar if is_readable(slip)], today, order)
    return Selection("chosen", slips[:AT_ONCE], len(slips[AT_ONCE:])) if slips else NONE_TO_READ


def between(jar: Jar, first: date | None, last: date | None) -> Jar:
    """Keep slips between two days, both included; either may be left open."""
    kept = jar.since(first) if first else jar
    return kept.until(last) if last else kept


def signed_as(jar: Jar, signature: Signature) -> Jar:
    """Keep slips with everyone of a signature on them, each in that role, or with its state."""
    if not signature.ties:
        return jar.narrowed("state", signature.state, lambda _, slip: slip.state == signature.state)
    wanted = frozenset(signature.ties)
    return jar.narrowed(
        "signed", signature, lambda jar, slip: wanted <= {*signature_of(jar, slip).ties}
    )


def is_readable(slip: Slip) -> bool:
    """Say whether an opening may bring a slip."""
    return not slip.covered and not slip.not_again


def kinds_in(jar: Jar) -> list[str]:
    """Return the kinds of slips that an opening may bring, by name."""
    return sorted({kind for slip in jar if is_readable(slip) for kind in slip.kinds})


def _arranged(jar: Jar, slips: Sequence[Slip], today: date, order: Order) -> tuple[Slip, ...]:
    """Return slips in the order in which they are read."""
    match order:
        case "name":
            places = {part.id: place for place, part in enumerate(everyone(jar))}

            def by_name(slip: Slip) -> int:
                """Return the place of whoever is on the slip first; no names come last."""
                ties = signature_of(jar, slip).ties
                return places.get(ties[0].part, len(places)) if ties else len(places) + 1

            return tuple(sorted(slips, key=by_name))
        case "mixed":
            return tuple(sorted(slips, key=mixing(today)))
        case _:
            return tuple(slips)


def mixing(today: date) -> Callable[[Slip], bytes]:
    """Return a key that mixes slips, and mixes them alike all day long."""
    from hashlib import blake2s

    return lambda slip: blake2s(f"{today.isoformat()} {slip.id}".encode()).digest()


def _stopped(jar: Jar) -> Opening | None:
    """Return the newest opening where it was stopped before its last slip."""
    openings = [one for one in jar.tables["openings"].values() if isinstance(one, Opening)]
    newest = max(openings, key=lambda opening: opening.stamp, default=None)
    if newest is None or newest.ended:
        return None
    left = any(not is_read(slip, newest) for slip in to_read(jar, newest.slips))
    return newest if left else None


def reached_in(opening: Opening, slips: Sequence[Slip]) -> int:
    """Return how many of an opening's slips, from the first on, it has gone past."""
    read = 0
    while read < len(slips) and is_read(slips[read], opening):
        read += 1
    return read


def is_read(slip: Slip, opening: Opening) -> bool:
    """Say whether an opening has gone past a slip."""
    return slip.reached == opening.id


def to_read(jar: Jar, ids: Iterable[str]) -> tuple[Slip, ...]:
    """Return the slips of an opening that may be read in it."""
    return tuple(slip for slip in still_in(jar, ids) if is_readable(slip))


def read_in(jar: Jar, opening: Opening) -> list[Slip]:
    """Return the slips of an opening that were read in one, for reading it again.

    Where it was stopped, the rest may still be folded; those have not been met by anybody.
    """
    return [slip for slip in shown_in(jar, opening.slips) if slip.reached]


def shown_in(jar: Jar, ids: Iterable[str]) -> list[Slip]:
    """Return the slips of an opening that stand side by side, covered ones without their words."""
    return [slip for slip in still_in(jar, ids) if not slip.not_again]


def written_in(jar: Jar, opening: str) -> list[Slip]:
    """Return the slips that were written at the end of an opening, in the order they were."""
    found = [slip for slip in jar if slip.made_in == opening and not slip.not_again]
    return sorted(found, key=lambda slip: slip.stamp)


def still_in(jar: Jar, ids: Iterable[str]) -> list[Slip]:
    """Return the slips of an opening that are still in the jar, covered ones too."""
    found = filter(None, map(jar.get, ids))
    return [slip for slip in found if slip.text and not slip.set_aside]
