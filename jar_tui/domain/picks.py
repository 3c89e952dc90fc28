"""What is picked on one visit to the names."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from jar_tui.domain.records import Part, Role, State
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie

Asked = Role | Literal["also"]
"""What the next one picked has to do with the slip; `also` is one more who signs."""


class Picks:
    """Who is on a slip while that is changed."""

    def __init__(self, signature: Signature = NO_SIGNATURE, usual: Asked = "by") -> None:
        """Take who is on the slip, and what whoever is picked has to do with it unless asked."""
        self.signature = signature
        self.usual = usual
        self.asked = usual
        """What the next one picked has to do with the slip."""
        self.picked = False
        """Whether anybody was picked on this visit."""

    @property
    def is_asked(self) -> bool:
        """Say whether the next pick was asked for something other than the usual."""
        return self.asked != self.usual

    def toggle(self, part: Part) -> None:
        """Put a name on the slip in the role that was asked for, or take it off."""
        self.signature = self._with(part)
        self.asked, self.picked = self.usual, True

    def _with(self, part: Part) -> Signature:
        if self.asked == "also":
            return self.signature.signed_too(part.id)
        signing = self.signature.parts("by") if self.asked == "by" else ()
        if signing and part.id not in signing:  # beside them, what was said at first stays
            return self.signature.signed_too(part.id)
        return self.signature.toggled(self.asked, part.id)

    def sign(self, part: Part) -> None:
        """Have one name sign; with several picked before, that one too."""
        alone = Tie("by", part.id)
        by = [tie for tie in self.signature.ties if tie.role == "by"]
        if self.asked == "by" and not self.picked and by != [alone]:
            others = [tie for tie in self.signature.ties if tie.role != "by"]
            self.signature = replace(self.signature, state="unsigned", ties=(alone, *others))
            self.picked = True
        else:
            self.toggle(part)

    def take(self, part: Part) -> None:
        """Have a name that was found sign; where it was picked before, it stays."""
        role = "by" if self.asked == "also" else self.asked
        if not self.picked or Tie(role, part.id) not in self.signature.ties:
            self.sign(part)

    def take_chosen(self, part: Part) -> None:
        """Have the chosen name sign, where nobody was picked yet or something was asked for."""
        if not self.picked or self.is_asked:
            self.sign(part)

    def put_state(self, state: State) -> None:
        """Put a state in the place of those who sign, or take it off."""
        same = self.signature.state == state and not self.signature.parts("by")
        self.signature = self.signature.with_state("unsigned" if same else state)
        self.picked = True

    def put_how(self, how: str) -> None:
        """Say how it was, in the place of what was said of that."""
        self.signature = replace(self.signature, how=how)

    def ask_for(self, asked: Asked) -> None:
        """Ask who has a role; asked again, nobody."""
        self.asked = self.usual if self.asked == asked else asked

    def forget(self, part: Part) -> None:
        """Take a name off the slip that was taken away."""
        ties = tuple(tie for tie in self.signature.ties if tie.part != part.id)
        self.signature = replace(self.signature, ties=ties)
