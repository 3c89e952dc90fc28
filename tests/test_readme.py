"""What the README shows and says can be done is there."""

from __future__ import annotations

import re
from pathlib import Path

from jar_tui.cli.parser import COMMANDS as SUBCOMMANDS
from jar_tui.domain import ritual
from jar_tui.store.settings import is_allowed
from tests.bench.rows import ROWS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    shown = set(re.findall(r"\(screenshots/([\w-]+\.svg)\)", README))
    assert shown == {path.name for path in (ROOT / "screenshots").glob("*.svg")}


def test_a_picture_fetches_nothing() -> None:
    for path in (ROOT / "screenshots").glob("*.svg"):
        assert not re.search(r"url\(['\"]?http|@import|<image", path.read_text(encoding="utf-8"))


def test_every_setting_named_can_be_set_so() -> None:
    named = re.findall(r"jar-tui settings ([\w-]+) ([\w']+)", README)
    named += re.findall(r"(opening-[a-z]+) (\w+)", README)
    assert len(named) >= 9
    for name, value in named:
        if name in ritual.WAYS:
            assert ritual.is_allowed(name, value), name
        else:
            known = is_allowed(name, int(value) if value.isdigit() else value)
            assert name == "word" or known, name


def test_every_command_named_is_one() -> None:
    named = set(re.findall(r"^(?:.*\| )?jar-tui ([a-z]+)", README, re.MULTILINE))
    assert named
    assert named <= set(SUBCOMMANDS)


def test_links_within_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in README.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", README)) <= headings


def test_what_is_promised_is_what_the_benchmarks_measure_against() -> None:
    budgets = {f"{limit:,.4g}" for row in ROWS for limit, _ in row.budgets.values()}
    budgets |= {f"{limit:,.0f}" for row in ROWS for limit, _ in row.budgets.values()}
    table = README[README.index("| what | promise |") :].split("\n\n")[0].splitlines()[2:]
    assert len(table) >= 9
    for line in table:
        promised = re.findall(r"\d[\d,.]*\d|\d", line.split("|")[2])
        assert promised
        assert set(promised) <= budgets, line
