"""Opening the jar for a command, and saying what that brought to light."""

from __future__ import annotations

from jar_tui import paths
from jar_tui.cli.console import now, remark
from jar_tui.domain.clean import printable_name
from jar_tui.service import JarService
from jar_tui.words import health


def opened_jar() -> JarService:
    """Return the jar; what is wrong with its files is said on standard error.

    Raises `NotOpened`.
    """
    service, opened = JarService.open(paths.home(), now)
    for sentence in health.opened_with(opened):
        remark(printable_name(sentence))
    return service
