"""Commands about the keeping itself: where, check, settings."""

from __future__ import annotations

from argparse import Namespace

from jar_tui import paths
from jar_tui.cli.console import DONE, Refusal, say
from jar_tui.domain.clean import printable_name
from jar_tui.upkeep import change_setting, check_jar, files_of, settings_of
from jar_tui.words import shell


def where_(asked: Namespace) -> int:
    """Print every file that is or may be written, one per line."""
    for path in files_of(paths.home()):
        say(printable_name(str(path)))
    return DONE


def check_(asked: Namespace) -> int:
    """Read every line of every journal and say what is whole and what is not."""
    found = check_jar(paths.home())
    for sentence in shell.checked(found):
        say(printable_name(sentence))
    if not found.whole:
        raise Refusal(shell.NOT_WHOLE)
    return DONE


def settings_(asked: Namespace) -> int:
    """Print the settings, or change one."""
    if asked.name is None or asked.value is None:
        present = settings_of(paths.home())
        wanted = {asked.name: present.get(asked.name)} if asked.name else present
        if None in wanted.values():
            raise Refusal(shell.NO_SUCH_SETTING)
        for name, value in wanted.items():
            say(shell.setting(name, value))
        return DONE
    if not change_setting(paths.home(), asked.name, asked.value):
        raise Refusal(shell.NO_SUCH_SETTING)
    say(shell.SETTING_KEPT)
    return DONE
