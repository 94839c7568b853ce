"""What can be done with the entry under the cursor; what was done is said."""

from shifter.companion.shifts import ShiftEdit
from shifter.core.records import Shift
from shifter.core.story import StoryEntry
from shifter.tui.commands import Command
from shifter.tui.everywhere import going
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.mending import mend_words
from shifter.tui.screens.shift_actions import ShiftActions
from shifter.tui.screens.story.entry import key_of

_MENDABLE = ("shift", "note", "found", "output")
_REMOVABLE = ("shift", "note", "rest")
_ONLY = {
    "little_yes": "Only a shift can be a Little Yes.",
    "again": "Only a shift can be logged again.",
    "hunch": "Only a Little Yes becomes a hunch.",
    "delete": "Only shifts, notes and rest days can be deleted here.",
}


class StoryActions(ShiftActions):
    """Edit, delete, make a Little Yes, log again; the subclass says what the cursor is on.

    `deleted` are the keys of what was deleted here, which the cursor follows if it comes back.
    """

    def __init__(self) -> None:
        super().__init__()
        self.deleted: list[str] = []

    @property
    def entry(self) -> StoryEntry | None:
        """What the cursor is on."""
        raise NotImplementedError

    def rests_told_with(self, rest: StoryEntry) -> list[StoryEntry]:
        """The rest days that are told in one line with this one, the newest first."""
        raise NotImplementedError

    def can(self, action: str) -> bool | None:
        """Whether the entry under the cursor allows an action; None where it has no say."""
        entry = self.entry
        shift = entry.shift if entry else None
        allowed = {
            "edit": entry is not None and (entry.kind in _MENDABLE or entry.idea is not None),
            "delete": entry is not None and entry.kind in _REMOVABLE,
            "little_yes": shift is not None,
            "again": shift is not None,
            "hunch": shift is not None and shift.little_yes,
        }
        return allowed.get(action)

    def why_not(self, action: str) -> str | None:
        """Why what the cursor is on does not allow an action."""
        entry = self.entry
        if entry is None:
            return None
        if action == "edit":
            return f"A rest day has no words to edit; {self.key_for('delete')} takes it back."
        if action == "hunch" and entry.shift is not None:
            return f"Only a Little Yes becomes a hunch; {self.key_for('little_yes')} makes it one."
        return _ONLY.get(action)

    def name_of(self, command: Command) -> str:
        """What a command does next: a Little Yes is taken back by the key that made it one."""
        shift = self.entry.shift if self.entry else None
        if command.action == "little_yes" and shift is not None and shift.little_yes:
            return "Not lit up"
        return super().name_of(command)

    @in_turn
    async def action_add(self) -> None:
        await self.add_shift()

    @in_turn
    async def action_edit(self) -> None:
        """Edit what is written there; from an idea's change of stage, go to the idea."""
        entry = self.entry
        if entry is None:
            return
        if entry.kind not in _MENDABLE:
            await going.go_to_idea(self.app, entry.idea or "")
            return
        if entry.shift is None:
            await mend_words(self, entry, entry.idea or "")
        else:
            await self.edit_shift(entry.shift)

    @in_turn
    async def action_delete(self) -> None:
        entry = self.entry
        if entry is None:
            return
        if entry.shift is not None:
            await self.change(self.companion.shifts.delete, entry.id, shown=entry.shift)
            await self.load()
            self.say_deleted(entry.shift)
            return
        said, back = "Deleted the note.", "it"
        if entry.kind == "rest":
            rests = self.rests_told_with(entry)
            delete = self.companion.rest.delete_marks
            gone = await self.change(delete, rests[-1].day, rests[0].day)
            said = _said_of_rest(len(rests), len(gone))
            back = "it" if len(rests) == 1 else "them"
        else:
            await self.change(self.companion.ideas.edit_note, entry.id, "")
        await self.load()
        self.deleted.append(key_of(entry))
        self.app.say(f"{said} {self.app.key_named('everywhere.undo')} brings {back} back.")

    def say_deleted(self, shift: Shift) -> None:
        self.deleted.append(f"shift {shift.id}")
        super().say_deleted(shift)

    @in_turn
    async def action_little_yes(self) -> None:
        """Make it a Little Yes, or not: light may come days later."""
        entry = self.entry
        if entry is not None and entry.shift is not None:
            lights_up = not entry.shift.little_yes
            changes = ShiftEdit(little_yes=lights_up)
            edit, shown = self.companion.shifts.edit, entry.shift
            await self.change(edit, entry.id, changes, shown=shown)
            await self.load()
            if lights_up:
                self.app.say_here(f"✦ A Little Yes now. {self.key_for('hunch')} makes it a hunch.")
            else:
                undo = self.app.key_named("everywhere.undo")
                self.app.say(f"No Little Yes any more. {undo} brings it back.")

    @in_turn
    async def action_hunch(self) -> None:
        """Make a hunch of what lit up."""
        entry = self.entry
        if entry is not None:
            await self.make_hunch(entry.id)

    @in_turn
    async def action_again(self) -> None:
        """Log the same again, done just now."""
        entry = self.entry
        if entry is not None:
            logged = await self.change(self.companion.shifts.log_again, entry.id)
            await self.load()
            await self.say_logged(logged)


def _said_of_rest(marks: int, gone: int) -> str:
    """What is said once so many marks were deleted, and so many of their days rest no longer."""
    if not gone:
        if marks == 1:
            return "The mark is gone; it is a rest day every week."
        return "The marks are gone; they are rest days every week."
    if marks == 1:
        return "It is no longer a rest day."
    weekly = "" if gone == marks else ", but for the weekly ones"
    return f"They are no longer rest days{weekly}."
