"""Which file system a folder is on, and the warning where that is another machine's."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.store import health, mounts
from jar_tui.store.mounts import NETWORK, is_on_network, kind_at
from tests.store.broken import two
from tests.store.jars import opened

MOUNTS = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:21 / /proc rw shared:2 - proc proc rw
40 22 0:40 / /home/w rw,relatime shared:3 master:1 - nfs4 server:/home rw,vers=4.2
41 40 0:41 / /home/w/disk rw - fuse.sshfs w@host:/x rw,user_id=0
42 40 0:42 / /home/w/my\040jar\134x rw - cifs //host/share rw
43 40 8:1 /sub /home/w/stick rw - ext4 /dev/sda1 rw
44 22 0:44 / /over rw - nfs host:/y rw
45 44 8:2 / /over rw - ext4 /dev/sdb rw
46 22 0:46 / /home2 rw - tmpfs tmpfs rw
51 50 0:51 / /srv/a/b rw - nfs host:/z rw
50 22 8:3 / /srv/a rw - ext4 /dev/sdc rw
half a line
47 22 0:47 /
48 22 0:48 / relative rw - nfs x rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", "ext4"),
        ("/var/lib", "ext4"),
        ("/home", "ext4"),
        ("/home/w", "nfs4"),
        ("/home/wren", "ext4"),
        ("/home/w/.local/share/jar-tui/jar", "nfs4"),
        ("/home/w/disk/jar", "fuse.sshfs"),
        ("/home/w/my jar\\x/jar", "cifs"),
        ("/home/w/stick/jar", "ext4"),
        ("/over/jar", "ext4"),
        ("/home2/jar", "tmpfs"),
        ("/srv/a/b/jar", "nfs"),
    ],
)
def test_the_longest_mount_point_above_counts(folder: str, kind: str) -> None:
    assert kind_at(MOUNTS, folder) == kind


def test_the_kinds_that_are_warned_of() -> None:
    asked = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "fuse.sshfs", "ceph")
    assert {*asked, "fuse.rclone", "fuse.glusterfs", "lustre"} <= NETWORK
    assert not {"ext4", "btrfs", "tmpfs", "overlay", "fuse.gocryptfs", ""} & NETWORK


def test_the_unknown_is_no_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kind_at("", "/home") == ""
    monkeypatch.setattr(mounts, "_MOUNTS", tmp_path / "none")
    assert not is_on_network(tmp_path)


def test_a_link_is_followed_to_its_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = tmp_path / "far"
    far.mkdir()
    (tmp_path / "near").symlink_to(far)
    listed = tmp_path / "mountinfo"
    listed.write_text(f"1 0 8:1 / / rw - ext4 x rw\n2 1 0:2 / {far} rw - nfs4 host:/ rw\n")
    monkeypatch.setattr(mounts, "_MOUNTS", listed)
    assert is_on_network(tmp_path / "near")
    assert not is_on_network(tmp_path)


def test_it_is_told_once_an_installation(jar_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two(jar_home)
    monkeypatch.setattr(health, "is_on_network", lambda folder: True)
    found = [trouble.kind for trouble in opened(jar_home).troubles]
    assert set(found) == {"network"}
    assert opened(jar_home).troubles == []
