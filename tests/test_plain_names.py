"""Line mode: tags in a line, names, and the slip dropped in last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jar_tui import words
from jar_tui.domain.clean import clean, is_blank, slip_text
from jar_tui.domain.people import WORD, everyone, name_of, signature_of
from jar_tui.domain.signing import Named
from jar_tui.plain.mode import OF_NAMES
from jar_tui.service import JarService
from jar_tui.words import line_mode, people_shell, shell
from jar_tui.words import names as names_said
from tests.talking import Talk


@pytest.fixture
def talk(service: JarService) -> Talk:
    """Return a way to type lines where three have names."""
    service.people.add([Named("Wren", "w:text"), Named("K", "k:text"), Named("Rue", "text-r")])
    return Talk(service)


@pytest.mark.parametrize(
    ("line", "said", "read_out"),
    [
        ("w: made the bed", "Dropped in, by Wren.", "today, by Wren: made the bed"),
        ("for k: ate", "Dropped in, for K.", "today, for K: ate"),
        ("sat-R", "Dropped in, by Rue.", "today, by Rue: sat"),
        ("yesterday: w: a", "Dropped in, dated Friday 20 November, by Wren.", ""),
        ("\\w: a", "Dropped in.", "today: w: a"),
        ("q: a", "Dropped in.", "today: q: a"),
    ],
)
def test_tags_are_read_as_in_the_entry(talk: Talk, line: str, said: str, read_out: str) -> None:
    assert talk(line) == [f"{said} /undo takes it back."]
    assert talk("/list") == ([read_out] if read_out else [shell.PLAIN_EMPTY])


def test_where_no_names_are_wanted_a_tag_is_words_and_help_names_none(talk: Talk) -> None:
    talk.service.people.choose(WORD, "none")
    talk("w: made the bed", "/list")
    assert talk.said == ["today: w: made the bed"]
    assert not re.search(r"\bnames?\b|/sign|\btag\b", " ".join(talk("/help") + talk("/help more")))


@pytest.mark.parametrize("command", sorted(OF_NAMES))
def test_where_no_names_are_wanted_no_command_about_them_is_known(
    talk: Talk, jar_home: Path, command: str
) -> None:
    def kept() -> list[bytes]:
        return [path.read_bytes() for path in sorted((jar_home / "jar").iterdir())]

    talk.service.people.choose(WORD, "none")
    talk("made the bed")
    before = kept()
    for behind in ("", " wren", " Ash", " 1", " ?", " blurry"):
        assert talk(f"{command}{behind}") == [shell.PLAIN_UNKNOWN]
        assert talk(f"{command.upper()}{behind}") == [shell.PLAIN_UNKNOWN]
    assert kept() == before
    assert talk("/undo")[0].endswith('"made the bed".')


def test_where_no_names_are_wanted_none_shows(talk: Talk) -> None:
    talk("made the bed", "/sign wren", "/for k", "/noticed rue", "/how blurry")
    talk.service.people.choose(WORD, "none")
    said = talk("/list") + talk("/all") + talk("/open")
    assert not re.search("wren|rue|\\bK\\b|not sure|someone|blurry", " ".join(said), re.IGNORECASE)
    assert "made the bed" in said[-1]
    talk.service.people.choose(WORD, "name")
    assert talk("/all") == ["today, by Wren, for K, noticed by Rue, blurry: made the bed"]


def test_a_name_that_looks_like_another_or_shares_its_tag_is_told_and_kept(talk: Talk) -> None:
    alike, shared = (
        said.replace("{name}", "name") for said in (names_said.LOOKS_ALIKE, names_said.SHARES_TAG)
    )
    assert talk("/name wren.") == ["Added: wren.", alike]
    assert talk("/name Ash W:") == ["Added: Ash, tag W:", shared]
    assert talk("/name Sol") == ["Added: Sol"]


def test_names_are_listed_and_added(talk: Talk) -> None:
    assert talk("/names") == ["1. Wren, tag w:", "2. K, tag k:", "3. Rue, tag text-r"]
    assert talk("/name Little One l:") == ["Added: Little One, tag l:"]
    assert talk("/NAME wren") == ["There already: Wren, tag w:"]
    assert talk("l: slept") == ["Dropped in, by Little One. /undo takes it back."]
    assert talk("/name") == ["A name belongs behind that. /names lists the names."]


def test_without_names_it_says_how_to_add_one(service: JarService) -> None:
    assert Talk(service)("/names") == [
        line_mode.NAMES_NONE.replace("{names}", "names").replace("{name}", "name")
    ]


def test_the_slip_dropped_last_is_signed_and_unsigned(talk: Talk) -> None:
    talk("first", "second")
    after = f'This one: today, "second". {line_mode.UNDO_LINE}'
    assert talk("/sign wren") == [f"Now by Wren. {after}"]
    assert talk("/sign k:") == [f"Now by Wren and K. {after}"]
    assert talk("/for rue") == [f"Now by Wren and K, for Rue. {after}"]
    assert talk("/noticed Rue") == [f"Now by Wren and K, for Rue, noticed by Rue. {after}"]
    assert talk("/sign W") == [f"Now by K, for Rue, noticed by Rue. {after}"]
    assert talk("/sign ?") == [f"Now not sure, for Rue, noticed by Rue. {after}"]
    assert talk("/sign -") == [f"Now nobody in particular, for Rue, noticed by Rue. {after}"]
    assert talk("/undo") == [f'{words.TAKEN_NAMES} This one: today, "second".']
    assert talk("/for rue", "/noticed rue", "/sign k", "/sign k") == [
        f"Now without a name. {after}"
    ]
    assert talk("/list") == ["today: first", "today: second"]


def test_all_of_us_someone_and_who_was_near(talk: Talk) -> None:
    talk("a")
    after = f'This one: today, "a". {line_mode.UNDO_LINE}'
    assert talk("/sign *") == [f"Now by all of us. {after}"]
    assert talk("/sign Someone") == [f"Now by someone. {after}"]
    assert talk("/sign someone") == [f'{people_shell.NAMES_SAME} This one: today, "a".']
    assert talk("/near k", "/near rue") == [f"Now by someone, with K and Rue near. {after}"]
    assert talk("/near k") == [f"Now by someone, with Rue near. {after}"]
    talk("/name Someone")
    assert talk("/sign someone") == [f"Now by Someone, with Rue near. {after}"]


def test_the_digit_of_a_name_stands_for_it_where_no_name_is_called_so(talk: Talk) -> None:
    talk("a")
    after = f'This one: today, "a". {line_mode.UNDO_LINE}'
    assert talk("/sign 2") == [f"Now by K. {after}"]
    assert talk("/for 9") == talk("/for 22") == talk("/for 0")
    assert talk("/list") == ["today, by K: a"]
    talk("/name 2")
    assert talk("/sign 2") == [f"Now by K and 2. {after}"]


def test_a_slip_can_be_claimed_and_what_it_said_at_first_stays(talk: Talk) -> None:
    talk("a", "/sign ?")
    after = f'This one: today, "a". {line_mode.UNDO_LINE}'
    assert talk("/also k") == [f"Now by K, at first not sure. {after}"]
    assert talk("/also 1") == [f"Now by K and Wren, at first not sure. {after}"]
    assert talk("/also k") == [f'{people_shell.NAMES_SAME} This one: today, "a".']
    assert talk("/undo", "/list") == ["today, by K, at first not sure: a"]


def test_what_somebody_wishes_about_slips_for_them_is_said(talk: Talk) -> None:
    k = next(part.id for part in everyone(talk.service.jar) if part.name == "K")
    talk.service.people.describe(k, wish="ask")
    assert talk("for k: ate")[1:] == ["K asks to be asked first."]
    assert talk("a", "/for k")[1:] == ["K asks to be asked first."]
    assert len(talk("/for k")) == 1
    talk.service.people.choose(WORD, "none")
    assert len(talk("/for k")) == 1


def test_how_it_was_goes_on_and_comes_off(talk: Talk) -> None:
    talk("a", "/sign k")
    after = f'This one: today, "a". {line_mode.UNDO_LINE}'
    assert talk("/how blurry") == [f"Now by K, blurry. {after}"]
    assert talk("/how half there") == [f"Now by K, half there. {after}"]
    assert talk("/how") == [line_mode.HOW_WANTED]
    too_long = f"{people_shell.HOW_LONG} {people_shell.NONE_CHANGED}"
    assert talk(f"/how {'x' * 41}") == [too_long]
    assert talk("/how -") == [f"Now by K. {after}"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/sign secret", line_mode.NO_SUCH_NAME),
        ("/for -", line_mode.NO_SUCH_NAME),
        ("/near *", line_mode.NO_SUCH_NAME),
        ("/also ?", line_mode.NO_SUCH_NAME),
        ("/noticed", line_mode.NAME_WANTED),
        ("/sign w", line_mode.MANY_NAMES),
    ],
)
def test_a_name_nobody_or_more_than_one_has_changes_nothing(
    talk: Talk, line: str, sentence: str
) -> None:
    talk("a", "/name Willow w:")
    said = sentence.replace("{names}", "names").replace("{name}", "name")
    assert talk(line) == [said]
    assert talk("/list") == ["today: a"]


@pytest.mark.parametrize(
    "line",
    [
        *("/sign w", "/for w", "/noticed w", "/near w", "/also w", "/how blurry"),
        *("/cover", "/aside", "/back", "/small"),
    ],
)
def test_without_a_slip_dropped_in_nothing_is_changed(talk: Talk, line: str) -> None:
    talk.service.catch_up()
    assert talk(line) == [words.NOTHING_DROPPED_YET]


def test_words_are_covered_and_shown_again(talk: Talk) -> None:
    after = line_mode.UNDO_LINE
    talk("secret")
    assert talk("/cover") == [
        f'Covered: the words show when they are asked for. This one: today, "...". {after}'
    ]
    assert talk("/list") == ["today: ..."]
    assert talk("/sign w") == [f'Now by Wren. This one: today, "...". {after}']
    talk("/undo")
    assert talk("/cover") == [f'The words show again. This one: today, "secret". {after}']
    assert talk("/list") == ["today: secret"]


def test_a_slip_goes_aside_and_comes_back(talk: Talk) -> None:
    after = f'This one: today, "a". {line_mode.UNDO_LINE}'
    talk("a")
    assert talk("/back") == [f'{people_shell.BACK_AS_BEFORE} This one: today, "a".']
    assert talk("/aside") == [f"Set aside and kept. {after}"]
    assert talk("/list") == [shell.PLAIN_EMPTY]
    assert talk("/aside") == talk("/cover") == talk("/sign w") == [words.NOTHING_DROPPED_YET]
    assert talk("/back") == [f"Back in the jar. {after}"]
    assert talk("/undo", "/list") == [shell.PLAIN_EMPTY]


def test_reading_out_does_not_change_which_slip_is_meant_and_the_answer_names_it(
    talk: Talk,
) -> None:
    talk("second thing", "yesterday: older", "/all")
    assert talk.said[-1] == "today: second thing"
    meant = f'This one: Friday 20 November, "older". {line_mode.UNDO_LINE}'
    for line in ("/small", "/sign w", "/for w", "/noticed w", "/aside", "/back"):
        assert talk(line)[0].endswith(meant), line


def test_anything_between_two_undos_leaves_what_was_named(talk: Talk, jar_home: Path) -> None:
    talk("one")
    later = Talk(JarService.open(jar_home, talk.service.almanac.clock)[0])
    later("/undo", "", "/names", "/undo")
    assert later.said[-1] == shell.PLAIN_UNDO_AGAIN
    assert later("/all") == ["today: one"]


TEXTS = st.lists(
    st.one_of(st.sampled_from(("w:", "k:", "-r", "for k:", "and", "\\", ":", " ", "a")), st.text()),
    max_size=6,
).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_a_tag_takes_nothing_but_itself_from_the_words(talk: Talk, text: str) -> None:
    line = clean(text).replace("\n", " ")
    if is_blank(line.strip().removeprefix("\\\\")) or line.startswith("/"):
        return
    talk(line)
    jar = talk.service.jar
    slip = jar.get(talk.mode._slip.slip_id)
    assert slip is not None
    names = {name_of(jar, tie.part) for tie in signature_of(jar, slip).ties}
    assert names <= {"Wren", "K", "Rue"}
    assert slip.text.strip()
    assert slip.text in slip_text(line)
    if not names and slip.precision == "day":
        bare = [slip_text(line).removeprefix(ends).lstrip() for ends in ("\\", "\\\\")]
        assert slip.text in (slip_text(line), *bare)
