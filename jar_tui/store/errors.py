"""What can go wrong when a jar is kept or read; `words` says each in a sentence."""

from __future__ import annotations

import errno
import os
from typing import Final, Literal

Reason = Literal["full", "readonly", "busy", "newer", "failed"]

_REASONS: Final[dict[int, Reason]] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
    errno.EROFS: "readonly",
}


class StoreError(Exception):
    """Anything the store refuses or fails to do; holds no words of a slip."""


class NotKept(StoreError):  # noqa: N818 - the word people read
    """A change did not reach the disk; the jar is as it was."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason

    @classmethod
    def because(cls, error: OSError) -> NotKept:
        """Return the error that says why the system refused."""
        return cls(_REASONS.get(error.errno or 0, "failed"))


class NotOpened(StoreError):  # noqa: N818
    """The jar's folders cannot be made or read."""

    @property
    def leads_nowhere(self) -> bool:
        """Say whether that is because a folder is a link to what is not there."""
        name = getattr(self.__cause__, "filename", None)
        return name is not None and os.path.islink(name) and not os.path.exists(name)


class BadLine(StoreError):  # noqa: N818
    """A journal line whose sum, shape or stamp is wrong."""


class SlipGone(StoreError):  # noqa: N818
    """The slip is in the jar no longer: another session erased it."""


class NothingRemoved(StoreError):  # noqa: N818
    """Something tried to remove records; a jar only ever gains lines."""
