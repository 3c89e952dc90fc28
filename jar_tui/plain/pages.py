"""Line mode: pages of what is read, one on the other; the topmost answers the next line."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jar_tui.domain.clean import clean
from jar_tui.plain.keeping import Keeping
from jar_tui.service import JarService

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar


class Page(ABC):
    """What answers the next line."""

    takes_all = False
    """The next line is words and no command, whatever it starts with."""
    takes_commands = False
    """Commands work all the same."""
    takes_text = False
    """It is words to keep, which a paste of several lines may be."""
    unkept = ""
    """Words that did not reach the disk."""

    @abstractmethod
    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`, after which it may be said again."""

    @abstractmethod
    def show(self) -> None:
        """Say what there is."""

    def again(self) -> None:
        """Say what there is once the page that lay on this one is gone."""
        self.show()


class Pages:
    """The pages that are open."""

    def __init__(self) -> None:
        self._open: list[Page] = []

    @property
    def top(self) -> Page | None:
        """Return the page that answers."""
        return self._open[-1] if self._open else None

    def open(self, page: Page) -> None:
        """Lay a page on the others and show it."""
        self._open.append(page)
        page.show()

    def close(self) -> None:
        """Take the topmost page away, and say nothing."""
        self._open.pop()

    def back(self) -> None:
        """Take the topmost page away, and show the one below it."""
        self.close()
        if self._open:
            self._open[-1].again()

    def back_to(self, page: Page) -> None:
        """Take away what lies on a page, and show that one."""
        del self._open[self._open.index(page) + 2 :]
        self.back()

    def turn_to(self, page: Page) -> None:
        """Take every page away, and open another one."""
        self._open.clear()
        self.open(page)


class Mode(ABC):
    """Answers lines by its pages, until it is over."""

    is_over = False

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._pages = sitting.pages

    @property
    def takes_all(self) -> bool:
        """Say whether the next line is words and no command, whatever it starts with."""
        return self._pages.top is not None and self._pages.top.takes_all

    @property
    def takes_commands(self) -> bool:
        """Say whether a command works although the next line is words."""
        return self._pages.top is not None and self._pages.top.takes_commands

    @property
    def takes_text(self) -> bool:
        """Say whether the next line is words to keep."""
        return self._pages.top is not None and self._pages.top.takes_text

    @property
    @abstractmethod
    def slip(self) -> str:
        """Return the id of the slip in view; empty where none is."""

    @property
    def unkept(self) -> str:
        """Return a line that did not reach the disk."""
        return self._pages.top.unkept if self._pages.top else ""

    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`, after which it may be said again."""
        if self._pages.top is not None:
            self._pages.top.take(clean(line))

    @abstractmethod
    def stop(self) -> None:
        """Stop where it is."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What every page works with."""

    service: JarService
    say: Callable[[str], object]
    keeping: Keeping
    own: set[str]
    """Slips dropped in since line mode began."""
    pages: Pages = field(default_factory=Pages)

    @property
    def jar(self) -> Jar:
        """Return the jar as it is on disk."""
        return self.service.jar

    @property
    def today(self) -> date:
        """Return the day it is."""
        return self.service.almanac.today()
