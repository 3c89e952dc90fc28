"""The keys that change the chosen slip, wherever one is shown."""

from __future__ import annotations

from jar_tui.tui.screens.acting import Acting


class SlipKeys(Acting):
    """A screen whose keys change the chosen slip."""

    async def action_edit(self) -> None:
        """Change the words."""
        await self.on_slip(self.edit)

    async def action_sign(self) -> None:
        """Pick who is on the slip."""
        await self.on_slip(self.sign)

    async def action_small(self) -> None:
        """Mark the slip, or not."""
        if not self.app.bounced:
            await self.on_slip(self.mark)

    async def action_date(self) -> None:
        """Change the day."""
        await self.on_slip(self.redate)

    async def action_kind(self) -> None:
        """Change the kinds."""
        await self.on_slip(self.rekind)

    async def action_cover(self) -> None:
        """Fold the words, or show them again."""
        if not self.app.bounced:
            await self.on_slip(self.cover)

    async def action_set_aside(self) -> None:
        """Take the slip out of the jar, or bring it back."""
        if not self.app.bounced:
            await self.on_slip(self.set_aside)

    async def action_earlier(self) -> None:
        """Show the words it had before."""
        await self.on_slip(self.earlier)

    async def action_erase(self) -> None:
        """Open the page about erasing the slip."""
        await self.on_slip(self.erase)

    async def action_undo(self) -> None:
        """Take the last change back."""
        if not self.app.bounced:
            await self.undo()
