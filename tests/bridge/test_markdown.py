"""Slips as Markdown: whatever they say, they stay words, and every word stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from jar_tui.bridge.markdown import Phrases, write_markdown
from jar_tui.domain.clean import clean, slip_text
from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.records import Line, Slip

PHRASES = Phrases(lambda slip: str(slip.happened), lambda slip: slip.when_words, "(covered)")
MARKUP = (
    *("# ", "## x", "- ", "* ", "+ ", "1. ", "1) ", "> ", "---", "===", "***", "___", "```", "~~~"),
    *("    ", "\t", "<b>", "<!--", "</div>", "<script>", "&amp;", "&#60;", "\\", "`", "*a*", "_a_"),
    *(
        "[a](b)",
        "![a](b)",
        "[a]: b",
        "<http://a.b>",
        "| a |",
        "|---|",
        "~~a~~",
        "[ ] ",
        "\n",
        "\n\n",
    ),
    *("  \n", "\\\n", "a", " ", "é", "\u00a0", "\u3000", "[^1]: ", ": ", "1", ".", "http://a.b"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8)), max_size=12).map("".join)
OURS = {
    *("heading_open", "heading_close", "bullet_list_open", "bullet_list_close"),
    *("list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("hardbreak", "em_open", "em_close", "blockquote_open", "blockquote_close"),
}


def written(*slips: Slip, lines: tuple[Line, ...] = (), covered: bool = False) -> str:
    tables = {
        **EMPTY,
        "slips": {slip.id: slip for slip in slips},
        "lines": {line.id: line for line in lines},
    }
    return write_markdown(Jar.of(tables), PHRASES, covered=covered).decode()


def parsed(markdown: str) -> list[Token]:
    """Return every token a reader of Markdown finds, those within a line included."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found: list[Token] = []
    for token in reader.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def count(tokens: list[Token], kind: str) -> int:
    return sum(token.type == kind for token in tokens)


def rows(tokens: list[Token]) -> list[str]:
    """Return the lines a reader sees, with single spaces."""
    shown = ""
    for token in tokens:
        if token.type == "text":
            shown += token.content
        elif token.type in ("hardbreak", "paragraph_close", "heading_close"):
            shown += "\n"
    return bare(shown)


def bare(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.split()]


def slip(text: str, key: str = "a", **fields: object) -> Slip:
    made = Slip(key, written="x", text=text, happened=date(2026, 11, 20), precision="day")
    return replace(made, **fields)  # type: ignore[arg-type]


@given(TEXTS, TEXTS, TEXTS)
@example("a\n---\nb", "===", "- x")
@example("1) x\n2. y", "# x", "> y")
@example("a\n    code\n\tcode", "\n\nx", "x\n\ny")
@example("\\", "\\\n\\", "*")
def test_no_words_become_markup_and_every_word_stays(one: str, other: str, line: str) -> None:
    texts = [slip_text(clean(text)) or "words" for text in (one, other, line)]
    tokens = parsed(
        written(
            slip(texts[0], "a", when_words="by *Wren*"),
            slip(texts[1], "b"),
            lines=(Line("l", written="x", slip="b", text=texts[2]),),
        )
    )
    assert {token.type for token in tokens} <= OURS
    assert [count(tokens, kind) for kind in ("heading_open", "bullet_list_open")] == [1, 1]
    assert [count(tokens, kind) for kind in ("list_item_open", "em_open")] == [2, 1]
    assert count(tokens, "blockquote_open") == 1
    first, second, under = map(bare, texts)
    assert rows(tokens) == ["2026-11-20", *first, "by *Wren*", *second, *under]


@given(st.text(alphabet="a*_`[]<>()!&\\ .:-#", min_size=1, max_size=12))
def test_names_and_kinds_are_no_markup_either(name: str) -> None:
    tokens = parsed(written(slip("words", when_words=f"by {name}")))
    assert {token.type for token in tokens} <= OURS
    assert rows(tokens) == ["2026-11-20", "words", *bare(f"by {name}")]


def test_days_are_headings_and_each_comes_once() -> None:
    days = [date(2026, 11, 21), date(2026, 11, 20), date(2026, 11, 21)]
    slips = [slip(f"slip {n}", str(n), happened=day) for n, day in enumerate(days)]
    assert written(*slips) == ("## 2026-11-20\n\n- slip 1\n\n## 2026-11-21\n\n- slip 0\n- slip 2\n")


def test_lines_of_a_slip_stay_inside_its_item() -> None:
    under = Line("l", written="x", slip="a", text="three tries\ncold kitchen")
    assert written(slip("got up\n\n  and dressed", when_words="by K"), lines=(under,)) == (
        "## 2026-11-20\n\n"
        "- got up\n\n  &nbsp;&nbsp;and dressed\\\n  *by K*\n\n"
        "  > three tries\\\n  > cold kitchen\n"
    )


def test_an_address_is_left_as_words() -> None:
    assert written(slip("saw www.a.org, http://b.c and d@e.f at 10:30.")).splitlines()[2] == (
        r"- saw www\.a\.org, http\://b\.c and d\@e\.f at 10:30."
    )


def test_covered_words_and_what_is_under_them_are_written_if_asked() -> None:
    under = Line("l", written="x", slip="a", text="hidden line")
    slips = (slip("hidden", covered=True, when_words="by K"), slip("aside", "b", set_aside=True))
    assert written(*slips, lines=(under,)) == "## 2026-11-20\n\n- (covered)\\\n  *by K*\n"
    shown = written(*slips, lines=(under,), covered=True)
    assert "- hidden\\\n" in shown
    assert "> hidden line" in shown
    assert "aside" not in shown


def test_an_empty_jar_is_an_empty_file() -> None:
    assert written() == ""
