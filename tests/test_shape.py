"""The shape of the house: who may import whom, and how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import jar_tui

ROOT = Path(jar_tui.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))
HEAVY = ("textual", "tinydb", "dateutil")
MAY_IMPORT = {
    "domain": ("domain",),
    "store": ("domain", "store"),
    "bridge": ("domain", "bridge"),
    "words": ("domain.when", "words"),
    "commands": ("words", "commands"),
    "paths": (),
    "service": ("domain", "store", "words", "service"),
    "upkeep": ("store",),
    "plain": ("domain", "service", "words", "store.errors", "plain"),
    "cli": (
        *("domain", "service", "upkeep", "bridge", "words", "paths", "plain", "store.errors"),
        *("cli", "tui.start"),
    ),
    "tui/widgets": ("domain", "words", "tui.clusters", "tui.guard.cursor", "tui.widgets"),
}


def _imports(path: Path) -> set[str]:
    """Return what a file imports of ours when it runs, leaving out what is only for types."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jar_tui"):
            module = (node.module or "").removeprefix("jar_tui").removeprefix(".")
            if module:
                found.add(module)
            else:
                found.update(alias.name for alias in node.names)
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_dependencies_point_one_way(package: str) -> None:
    allowed = MAY_IMPORT[package]
    place = ROOT / package
    files = [place.with_suffix(".py")] if not place.is_dir() else sorted(place.glob("*.py"))
    for path in files:
        for module in _imports(path) - {"__version__", "jar_tui"}:
            fine = any(module == name or module.startswith(f"{name}.") for name in allowed)
            assert fine, f"{path.relative_to(ROOT)} imports {module}"


@pytest.mark.parametrize("package", ["domain", "store", "service", "words", "commands", "cli"])
def test_nothing_below_the_screen_knows_textual(package: str) -> None:
    place = ROOT / package
    files = [place.with_suffix(".py")] if not place.is_dir() else sorted(place.glob("*.py"))
    for path in files:
        assert "textual" not in path.read_text(encoding="utf-8").replace("textual ", "")


def _loaded(code: str, home: Path) -> set[str]:
    script = f"{code}\nimport sys\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        input="a slip",
        env={"JAR_TUI_HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT.parent)},
    )
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import jar_tui.domain.when, jar_tui.domain.jar", set()),
        ("import jar_tui.service, jar_tui.words, jar_tui.commands", set()),
        ("import jar_tui.cli; jar_tui.cli.run(['add'])", set()),
        ("import jar_tui.cli; jar_tui.cli.run(['where'])", set()),
        ("import jar_tui.cli; jar_tui.cli.run(['list'])", {"tinydb"}),
    ],
)
def test_only_what_is_needed_is_loaded(code: str, allowed: set[str], jar_home: Path) -> None:
    assert _loaded(code, jar_home) <= allowed


REACHING = frozenset(
    ("open", "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "rename", "rmdir")
) | frozenset(("mkdir", "touch", "stat", "lstat", "chmod", "symlink_to", "hardlink_to", "iterdir"))
"""Methods of a path that go to the disk."""


@pytest.mark.parametrize("path", sorted((ROOT / "store").glob("*.py")), ids=lambda path: path.name)
def test_the_store_reaches_the_disk_through_one_file(path: Path) -> None:
    """Else a test could not make every call fail, and a call nobody thought of might lose words."""
    if path.name == "disk.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert node.value.id != "os" or node.attr in ("urandom", "path"), f"os.{node.attr}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            # `file` is an entry of a folder that `disk.files` listed
            of_disk = ast.unparse(node.func.value) in ("disk", "file")
            assert of_disk or node.func.attr not in REACHING, ast.unparse(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "open", ast.unparse(node)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_classes_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    for node in ast.walk(ast.parse(source)):
        length = (getattr(node, "end_lineno", 0) or 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.ClassDef):
            assert length <= 200, node.name
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert length <= 40, node.name
