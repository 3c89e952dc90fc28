"""A file of another installation that has come only in part is read so far, and never damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.store.folders import Folders
from jar_tui.store.health import troubles
from jar_tui.store.reader import Reader
from jar_tui.upkeep import check_jar
from tests.store.broken import MINE, THEIRS, two
from tests.store.jars import drop, on_disk, opened, slip

pytestmark = pytest.mark.usefixtures("quick_disk")
PAGE = 64


@pytest.fixture
def on_its_way(jar_home: Path) -> tuple[Path, bytes]:
    """Return where the file of another installation will be, and what it will hold."""
    theirs = two(jar_home)
    whole = theirs.read_bytes()
    theirs.unlink()
    drop(jar_home, {"o" * 26: "one more"})
    return theirs, whole


def _is_fine(home: Path, path: Path, left: bytes) -> None:
    """Check that nothing is called damage, nothing put aside, and the file stays as it came."""
    (home / "state" / "sizes.json").unlink(missing_ok=True)  # as if this were all there ever was
    path.write_bytes(left)
    reader = Reader(home / "jar")
    list(reader.new_entries())
    assert {trouble.kind for trouble in troubles(Folders(home), reader)} <= {"arriving"}, left
    repository = opened(home)
    found = {one.id: one.text for one in repository.jar.ordered}
    assert found.items() <= (MINE | THEIRS | {"o" * 26: "one more"}).items()
    assert found.keys() >= {*MINE, "o" * 26}
    assert (repository.troubles, [*(home / "state" / "aside").iterdir()]) == ([], [])
    assert check_jar(home).whole, left
    assert path.read_bytes() == left


def test_every_start_of_it(jar_home: Path, on_its_way: tuple[Path, bytes]) -> None:
    path, whole = on_its_way
    for length in range(1, len(whole) + 1, 3):
        _is_fine(jar_home, path, whole[:length])


def test_every_page_that_has_not_come(jar_home: Path, on_its_way: tuple[Path, bytes]) -> None:
    """As a tool leaves a file that writes its blocks in their places, in any order."""
    path, whole = on_its_way
    for start in range(0, len(whole), 7):
        hole = bytes(len(whole[start : start + PAGE]))
        _is_fine(jar_home, path, whole[:start] + hole + whole[start + PAGE :])
    for length in range(0, len(whole), PAGE):
        _is_fine(jar_home, path, whole[:length] + bytes(len(whole) - length))


def test_all_of_it_once_it_has_come(jar_home: Path, on_its_way: tuple[Path, bytes]) -> None:
    path, whole = on_its_way
    path.write_bytes(whole[:300] + bytes(len(whole) - 300))
    repository = opened(jar_home)
    path.write_bytes(whole)
    repository.catch_up()
    expected = MINE | THEIRS | {"o" * 26: "one more"}
    assert {one.id: one.text for one in repository.jar.ordered} == expected
    assert on_disk(jar_home) == expected


@pytest.mark.parametrize(
    "name",
    [
        ".{}.Xy12Zq",
        ".syncthing.{}.tmp",
        "~syncthing~{}.tmp",
        "{}.partial",
        "{}.part",
        "{}.filepart",
        ".{}.~1a2b",
        "{}~",
    ],
)
def test_what_a_tool_has_not_moved_into_place_is_no_file_of_the_jar(
    jar_home: Path, on_its_way: tuple[Path, bytes], name: str
) -> None:
    path, whole = on_its_way
    (jar_home / "state" / "sizes.json").unlink()
    coming = path.with_name(name.format(path.name))
    coming.write_bytes(whole[:500] + bytes(100))
    repository = opened(jar_home)
    repository.insert("slips", {"z" * 26: slip("watered the plant")})
    assert set(on_disk(jar_home)) == {*MINE, "o" * 26, "z" * 26}
    assert repository.troubles == []
    assert check_jar(jar_home).whole
    assert coming.read_bytes() == whole[:500] + bytes(100)
