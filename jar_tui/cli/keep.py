"""Commands about the keeping itself: where, check, settings."""

from __future__ import annotations

from argparse import Namespace

from jar_tui import paths
from jar_tui.cli.console import DONE, Refusal, argument, now, say
from jar_tui.domain.clean import is_blank, printable_name
from jar_tui.domain.people import WORD, choice
from jar_tui.service import JarService
from jar_tui.service.people import people_at
from jar_tui.upkeep import change_setting, check_jar, files_of, settings_of
from jar_tui.words import shell
from jar_tui.words.people_shell import chosen_word, word_setting


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
        shown = {name: shell.setting(name, value) for name, value in present.items()}
        shown[WORD] = printable_name(word_setting(choice(people_at(paths.home()), WORD)))
        if asked.name and asked.name not in shown:
            raise Refusal(shell.NO_SUCH_SETTING)
        for line in [shown[asked.name]] if asked.name else shown.values():
            say(line)
        return DONE
    if asked.name == WORD:
        _choose_word(argument(asked.value))
    elif not change_setting(paths.home(), asked.name, asked.value):
        raise Refusal(shell.NO_SUCH_SETTING)
    say(shell.SETTING_KEPT)
    return DONE


def _choose_word(value: str) -> None:
    """Keep what those who sign are called, which belongs to the jar and not to this machine."""
    chosen = chosen_word(value)
    if is_blank(chosen):
        raise Refusal(shell.NO_SUCH_SETTING)
    JarService.open(paths.home(), now)[0].people.choose(WORD, chosen)
