"""A disk in a file, which loses power when it is told to."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
from pathlib import Path

CUT = 0x8004587D
"""The request to stop a file system as a power cut does."""
AT_ONCE = 2
"""Nothing that waits in memory is written any more."""
SIZE = 64 << 20


class LoopDisk:
    """An ext4 disk at `place`; needs root."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "disk.img"
        self.place = folder / "disk"
        self.place.mkdir()

    def make(self) -> None:
        """Make the disk empty."""
        self._image.unlink(missing_ok=True)
        with self._image.open("wb") as file:
            file.truncate(SIZE)
        _run("mkfs.ext4", "-q", str(self._image))

    def plug_in(self) -> None:
        """Let the disk be used."""
        _run("mount", "-o", "loop", str(self._image), str(self.place))

    def cut(self) -> None:
        """Take its power away: what is not on the disk by now is lost."""
        handle = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, CUT, struct.pack("I", AT_ONCE))
        finally:
            os.close(handle)

    def pull_out(self) -> None:
        """Take the disk away, where it is there."""
        if self.place.is_mount():
            _run("umount", str(self.place))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
