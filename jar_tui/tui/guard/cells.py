"""Only the cells that changed are sent to the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from rich.color import ColorSystem
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate

from jar_tui.tui.guard.frame import Frame, Run
from jar_tui.tui.guard.leave import Leaving

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

R = TypeVar("R")
_SYNC_WORTH = 512
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class CellDiff(Leaving[R]):
    """Compares frames cell by cell; Textual sends whole widgets, far too much for a slow link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with an unknown glass."""
        self._frame = Frame()
        super().__init__(*args, **kwargs)

    def on_mount(self) -> None:
        """Draw everything anew after the process was stopped and continued."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())

    def repaint(self) -> None:
        """Send the whole screen again, whatever the terminal may show now."""
        self._frame.forget()
        if self.screen_stack and not self.is_headless and not self.is_inline:
            self._display(self.screen, self._full_update(self.screen))

    async def _on_resize(self, event: events.Resize) -> None:
        self._frame.forget()
        await super()._on_resize(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.is_headless or self.is_inline or self._driver is None:
            super()._display(screen, renderable)
        elif not isinstance(renderable, LayoutUpdate | ChopsUpdate):
            if renderable is not None:
                self._frame.forget()
            super()._display(screen, renderable)
        elif self._batch_count or not self._running or self._closed or self.is_leaving:
            self.post_display_hook()
        else:
            if not self._frame.is_known and isinstance(renderable, ChopsUpdate):
                renderable = self._full_update(screen)
            try:
                self._show(renderable)
            except Exception as error:
                self._handle_exception(error)
            self.post_display_hook()

    def _show(self, update: LayoutUpdate | ChopsUpdate) -> None:
        """Write what differs, and the cursor where the focus is."""
        assert self._driver is not None  # noqa: S101 - seen by the only caller
        text = ""
        if isinstance(update, LayoutUpdate):
            text = self._frame.begin(update.region.width, update.region.height)
        colors = self.console._color_system or ColorSystem.TRUECOLOR
        text += self._frame.update(_runs(update), colors)
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        if not text and cursor == self._previous_cursor_position:
            return
        self._previous_cursor_position = cursor
        text += f"\x1b[{cursor.y + 1};{cursor.x + 1}H"
        # Small writes arrive whole anyway; marking them would double a letter's bytes.
        if self._sync_available and len(text) > _SYNC_WORTH:
            text = f"{_SYNC_START}{text}{_SYNC_END}"
        self._driver.write(text)
        self._driver.flush()

    def _full_update(self, screen: Screen[Any]) -> LayoutUpdate:
        update = screen._compositor.render_update(full=True, screen_stack=self._background_screens)
        assert isinstance(update, LayoutUpdate)  # noqa: S101 - what full=True means
        return update


def _runs(update: LayoutUpdate | ChopsUpdate) -> Iterator[Run]:
    """Yield the pieces of an update the way Textual's own renderer walks over them."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    for y, x1, x2 in update.spans:
        for end, (x, piece) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if piece is None or x > x2 or end <= x1:
                continue
            whole = x2 > x >= x1 and end <= x2
            yield y, x, piece if whole else piece.crop(0, min(end, x2) - x)
