"""Whether a folder lies on a disk that is reached over a network."""

from __future__ import annotations

import re
from os.path import realpath
from pathlib import Path
from typing import Final

from jar_tui.store import disk

_MOUNTS: Final = Path("/proc/self/mountinfo")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
NETWORK: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "vboxsf", "davfs"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "orangefs", "pvfs2"),
        *("fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.davfs2"),
        *("fuse.gvfsd-fuse", "fuse.curlftpfs", "fuse.smbnetfs"),
    )
)
"""Kinds of file systems on which the lock of one machine may not hold another one off."""


def is_on_network(folder: Path) -> bool:
    """Say whether a folder is on a disk of another machine; False where that cannot be known."""
    try:
        mounts = disk.read(_MOUNTS).decode(errors="surrogateescape")
    except OSError:
        return False
    return kind_at(mounts, realpath(folder)) in NETWORK


def kind_at(mounts: str, folder: str) -> str:
    """Return the kind of file system a folder is on, by a text such as /proc/self/mountinfo.

    That is the longest mount point above it; of several mounts in one place, the last.
    """
    longest, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) < 5 or not fields[4].startswith("/"):
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
        if len(point) >= len(longest) and f"{folder}/".startswith(f"{point.rstrip('/')}/"):
            longest, kind = point, kinds[0]
    return kind
