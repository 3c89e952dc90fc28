"""One jar on several machines: whatever is changed and copied in whatever order, all end alike."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store.machines import Machines

pytestmark = pytest.mark.usefixtures("quick_disk")
Step = tuple[Any, ...]
"""What is done, and to what."""
COPIES = ("all", "others", "half", "conflict")
MACHINE, SLIP = st.integers(0, 2), st.integers(0, 5)
FIELDS = st.sampled_from(
    [{"label": "small"}, {"set_aside": True}, {"set_aside": False}, {"covered": True}]
)
STEPS = st.one_of(
    st.tuples(st.just("drop"), MACHINE),
    st.tuples(st.just("change"), MACHINE, SLIP, FIELDS),
    st.tuples(st.just("line"), MACHINE, SLIP),
    st.tuples(st.just("erase"), MACHINE, SLIP),
    st.tuples(st.just("look"), MACHINE),
    st.tuples(st.just("everywhere"), MACHINE),
    st.tuples(st.just("shift"), MACHINE, st.sampled_from([-1, 1])),
    st.tuples(st.just("copy"), MACHINE, MACHINE, st.sampled_from(COPIES)),
    st.tuples(st.just("copy"), MACHINE, MACHINE, st.just("all")),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=25))
@example(
    [
        ("drop", 0),
        ("copy", 0, 1, "all"),
        ("erase", 0, 0),
        ("change", 1, 0, {"label": "small"}),
        ("copy", 1, 0, "all"),
        ("drop", 0),
    ]
)
def test_every_machine_ends_with_the_same_jar(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as root:
        machines = Machines(Path(root))
        for name, *to_what in steps:
            getattr(machines, name)(*to_what)
        machines.settle()
        first, *others = (machine.seen() for machine in machines.all)
        assert all(other == first for other in others)
        assert set(first["slips"]) == machines.kept - machines.erased
        for machine in machines.all:
            assert machine.repository.shrunken == []
            for path in machine.home.rglob("*"):
                held = path.read_bytes() if path.is_file() else b""
                assert not [key for key in machines.erased if f"of {key}".encode() in held], path
