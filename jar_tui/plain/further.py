"""Line mode: further back than one opening: the pile, before and lately, a question about now."""

from __future__ import annotations

from jar_tui.domain import ritual as ways
from jar_tui.domain.pile import before_and_lately, months
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.telling import read_slips
from jar_tui.plain.writing import Writing
from jar_tui.words import line_mode, ritual, shell


def further_menu(sitting: Sitting, opening: str) -> Menu:
    """Return the list of what can be looked at; the question is in it only when it is due."""

    def rows() -> list[Row]:
        acts = {"pile": pile, "lately": lately}
        if ways.asks_monthly(sitting.jar, sitting.today):
            acts["question"] = question
        return [Row(ritual.BACK[name], act) for name, act in acts.items()]

    def pile() -> None:
        sitting.say(ritual.PILE_HINT)
        for month in months(sitting.jar):
            sitting.say(line_mode.by_then(ritual.month(month.year, month.month), month.by_then))
        menu.prompt()

    def lately() -> None:
        before, since = before_and_lately(sitting.jar, sitting.today)
        if not before:
            sitting.say(ritual.NO_BEFORE)
        later = ritual.lately(since, sitting.today)
        for title, slips in ((ritual.BEFORE, before), (later, since)):
            if slips:
                sitting.say(title)
                read_slips(sitting, slips)
        menu.prompt()

    def question() -> None:
        asked = sitting.today.isoformat()
        sitting.keeping(lambda: sitting.service.people.choose(ways.ASKED, asked))
        sitting.pages.close()
        sitting.pages.open(answer_to(sitting, ritual.MONTH_QUESTION, opening))

    menu = Menu(sitting, ritual.BACK_TITLE, rows)
    return menu


def answer_to(sitting: Sitting, question: str, opening: str) -> Writing:
    """Return what asks a question whose answer is a slip."""

    def keep(text: str) -> str:
        sitting.service.openings.drop_in(opening, text)
        return f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"

    return Writing(sitting, (question, line_mode.ANSWER_HINT), keep, commands=True)
