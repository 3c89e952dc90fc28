"""Line mode: names, and what can be done with one slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jar_tui import words
from jar_tui.domain.people import signature_of
from jar_tui.domain.records import Role, Slip
from jar_tui.domain.signing import Signature, as_how, read_name
from jar_tui.plain.whom import names_told, one_meant, state_meant
from jar_tui.service import JarService
from jar_tui.service.telling import noticed, now_on, part_told, phrased, wishes_told
from jar_tui.words import history, line_mode, people_shell


class SlipCommands:
    """Answers the commands about names and about one slip."""

    def __init__(self, service: JarService, say: Callable[[str], object]) -> None:
        self.slip_id = ""
        """The slip dropped in last, or the one that was read last."""
        self.with_more: dict[str, Callable[[str], None]] = {
            "/name": self.name,
            "/sign": self.sign,
            "/for": self.for_whom,
            "/noticed": self.noticed,
            "/near": self.near,
            "/also": self.also,
            "/how": self.how,
            "/earlier": self.earlier,
        }
        """The commands that take words behind them."""
        self._service = service
        self._say = say

    def names(self) -> None:
        """List the names."""
        names = names_told(self._service.jar)
        for line in names:
            self._say(line)
        if not names:
            self._phrase(line_mode.NAMES_NONE)

    def name(self, typed: str) -> None:
        """Add a name, with the tag behind it."""
        named = read_name(typed)
        if named is None:
            self._phrase(line_mode.NAME_WANTED)
            return
        for part, how in self._service.people.add([named]):
            self._say(people_shell.added(how, part_told(part)))
            if told := noticed(part, self._service.jar, self._service.almanac.settings):
                self._say(told)

    def sign(self, typed: str) -> None:
        """Say who the slip is by, or take that off."""
        self._tie("by", typed)

    def for_whom(self, typed: str) -> None:
        """Say who the slip is for, or take that off."""
        self._tie("for", typed)

    def noticed(self, typed: str) -> None:
        """Say who noticed it, or take that off."""
        self._tie("noticed", typed)

    def near(self, typed: str) -> None:
        """Say who was near, or take that off."""
        self._tie("with", typed)

    def also(self, typed: str) -> None:
        """Say who signs it as well; what stood there stays."""
        slip = self._slip()
        part = one_meant(typed, self._service.jar, self._say) if slip else None
        if slip and part:
            self._signed(slip, signature_of(self._service.jar, slip).signed_too(part.id))

    def how(self, typed: str) -> None:
        """Say how it was for whoever wrote it, or take that off."""
        slip = self._slip()
        how = as_how("" if typed == "-" else typed)
        if slip is None:
            return
        if not typed:
            self._say(line_mode.HOW_WANTED)
        elif how is None:
            self._say(f"{people_shell.HOW_LONG} {people_shell.NONE_CHANGED}")
        else:
            self._signed(slip, replace(signature_of(self._service.jar, slip), how=how))

    def small(self) -> None:
        """Put the mark "too small" on, or take it off."""
        if slip := self._slip():
            marked = self._service.label(slip.id, small=not slip.too_small)
            self._answer(line_mode.MARKED if marked.too_small else line_mode.UNMARKED, marked)

    def cover(self) -> None:
        """Fold the words, or show them again."""
        if slip := self._slip():
            changed = self._service.cover(slip.id, covered=not slip.covered)
            self._answer(people_shell.covered(changed), changed)

    def aside(self) -> None:
        """Take the slip out of the jar and keep it."""
        if slip := self._slip():
            changed = self._service.set_aside(slip.id, aside=True)
            self._answer(people_shell.set_aside(changed), changed)

    def back(self) -> None:
        """Bring the slip back."""
        slip = self._slip(aside=True)
        if slip and slip.set_aside:
            changed = self._service.set_aside(slip.id, aside=False)
            self._answer(people_shell.set_aside(changed), changed)
        elif slip:
            self._say(f"{people_shell.BACK_AS_BEFORE} {self.named(slip)}")

    def earlier(self, typed: str) -> None:
        """Read out the words it had before, or put those of a number on it again."""
        slip = self._slip(aside=True)
        if slip is None:
            return
        found = self._service.history.earlier(slip.id)
        moments = history.moments([one.when for one in found], self._service.almanac.today())
        if typed:
            if not (typed.isdecimal() and len(typed) < 10 and 1 <= int(typed) <= len(found)):
                self._say(history.NO_SUCH_VERSION)
                return
            at = int(typed) - 1
            changed = self._service.edit(slip.id, found[at].text)
            self._answer(history.back_on(moments[at], ""), changed)
            return
        self._say(self.named(slip) if found else f"{history.NONE} {self.named(slip)}")
        for number, (one, moment) in enumerate(zip(found, moments, strict=True), 1):
            self._say(f"{number}. {moment}:")
            self._say(line_mode.set_in(words.COVERED_WORDS if slip.covered else one.text))
        if found:
            self._say(line_mode.EARLIER_TAKE)

    def named(self, slip: Slip) -> str:
        """Say which slip it is."""
        return line_mode.this_one(slip, self._service.almanac.today())

    def tell_wishes(self, slip: Slip) -> None:
        """Say what those a slip is for wish about that, where they wish something."""
        if told := wishes_told(signature_of(self._service.jar, slip), self._service.jar):
            self._say(told)

    def _tie(self, role: Role, typed: str) -> None:
        slip = self._slip()
        if slip is None:
            return
        signature = signature_of(self._service.jar, slip)
        state = state_meant(typed, self._service.jar) if role == "by" else None
        if state:
            signature = signature.with_state(state)
        elif part := one_meant(typed, self._service.jar, self._say):
            signature = signature.toggled(role, part.id)
        else:
            return
        self._signed(slip, signature)

    def _signed(self, slip: Slip, signature: Signature) -> None:
        """Put those names on a slip and say so."""
        if signature == signature_of(self._service.jar, slip):
            self._say(f"{people_shell.NAMES_SAME} {self.named(slip)}")
            return
        changed = self._service.sign(slip.id, signature)
        way_back = f"{self.named(changed)} {line_mode.UNDO_LINE}"
        self._say(now_on(changed, self._service.jar, way_back))
        self.tell_wishes(changed)

    def _slip(self, *, aside: bool = False) -> Slip | None:
        """Return the slip that is meant; where there is none, say so."""
        slip = self._service.jar.get(self.slip_id)
        if slip is None or (slip.set_aside and not aside):
            self._say(words.NOTHING_DROPPED_YET)
            return None
        return slip

    def _answer(self, sentence: str, slip: Slip) -> None:
        self._say(f"{sentence} {self.named(slip)} {line_mode.UNDO_LINE}")

    def _phrase(self, sentence: str) -> None:
        self._say(phrased(sentence, self._service.jar))
