"""Opening the jar for a command, and saying what that brought to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui import paths
from jar_tui.cli.console import remark
from jar_tui.domain.clean import printable_name
from jar_tui.service import JarService
from jar_tui.words import health

if TYPE_CHECKING:
    from jar_tui.store.writer import Clock


def opened_jar(clock: Clock) -> JarService:
    """Return the jar; what is wrong with its files is said on standard error.

    Raises `NotOpened`.
    """
    service, opened = JarService.open(paths.home(), clock)
    for sentence in health.opened_with(opened):
        remark(printable_name(sentence))
    return service
