"""Finding the slip or the name that words on a command line mean."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import nullcontext, suppress

from jar_tui import paths
from jar_tui.cli.console import USAGE, Refusal, argument
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import everyone
from jar_tui.domain.records import Part, Role, Slip
from jar_tui.domain.signing import Signature, Tie, as_how, find_parts
from jar_tui.domain.slips import NewSlip, Reading
from jar_tui.service.people import people_at
from jar_tui.service.telling import phrased, tagged, told, wishes_told
from jar_tui.store.errors import StoreError
from jar_tui.words import people_shell, shell


def slip_of(start: str, jar: Jar) -> Slip:
    """Return the one slip whose id starts like that; raises `Refusal`."""
    wanted = start.strip().casefold()
    found = jar.starting(wanted) if wanted else ()
    if len(found) != 1:
        raise Refusal(shell.MANY_IDS if found else shell.NO_SUCH_ID)
    return found[0]


def part_of(who: str, jar: Jar, ending: str = people_shell.NONE_CHANGED) -> Part:
    """Return the one part of that name, tag or id.

    Raises `Refusal`; `ending` says then what became of the command.
    """
    words, parts = argument(who), everyone(jar)
    found = [part for part in parts if part.id == words] or find_parts(words, parts)
    if len(found) != 1:
        unknown = f"{people_shell.NO_SUCH_NAME} {ending}"
        sentence = people_shell.MANY_NAMES if found else unknown
        raise Refusal(phrased(sentence, jar))
    return found[0]


def asked_signature(
    asked: Namespace, jar: Jar, ending: str = people_shell.NONE_CHANGED
) -> Signature:
    """Return who the options name, and how they say it was; raises `Refusal`."""
    roles: dict[Role, list[str]] = {
        "by": asked.sign,
        "for": asked.for_whom,
        "noticed": asked.noticed_by,
        "with": asked.near,
    }
    ties = [
        Tie(role, part_of(who, jar, ending).id) for role, names in roles.items() for who in names
    ]
    return Signature(ties=tuple(dict.fromkeys(ties)), how=asked_how(asked, ending))


def names_somebody(asked: Namespace) -> bool:
    """Say whether the options name anyone."""
    return bool(asked.sign or asked.for_whom or asked.noticed_by or asked.near)


def asked_how(asked: Namespace, ending: str = people_shell.NONE_CHANGED) -> str:
    """Return how it was, as the options say it; raises `Refusal`."""
    how = as_how(argument(asked.how or ""))
    if how is None:
        raise Refusal(f"{people_shell.HOW_LONG} {ending}", USAGE)
    return how


class AskedNames:
    """Who is on new slips, as the options or a tag in front say."""

    def __init__(self, asked: Namespace) -> None:
        self._people = Jar()
        # A tag must not keep words out.
        with nullcontext() if names_somebody(asked) else suppress(StoreError):
            self._people = people_at(paths.home())
        self._asked = asked_signature(asked, self._people, people_shell.NONE_DROPPED)
        self.parts = tagged(self._people)

    def on(self, reading: Reading) -> Signature:
        """Return who is on a slip: by the options, then by a tag in front of its words."""
        return self._asked.joined(reading.signature) if reading.signature else self._asked

    def told(self, new: NewSlip) -> str:
        """Say who is on a slip."""
        return told(new.signature, self._people) if new.signature else ""

    def wished(self, slips: Sequence[NewSlip]) -> str:
        """Say what those the slips are for wish about that; the same is said once."""
        found = [wishes_told(new.signature, self._people) for new in slips if new.signature]
        return " ".join(filter(None, dict.fromkeys(found)))
