"""What can be done with a project: its weeks, and up to three outputs."""

from typing import Literal

from shifter.core.number_words import in_words
from shifter.core.projects import OUTPUTS, Output
from shifter.core.records import Idea
from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.drafts import about_idea
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.ideas.actions import IdeaActions

OutputWay = Literal["check", "uncheck", "rename", "remove"]


class ProjectActions(IdeaActions):
    """The keys that only a project has."""

    @in_turn
    async def action_weeks(self) -> None:
        """Ask how many weeks the project may take, counted from its start."""
        card = self.card
        if card is None:
            return
        weeks = await self.ask_weeks(card.project.weeks if card.project else None)
        if weeks is not None:
            await self.change(self.companion.ideas.projects.begin, card.idea.id, weeks=weeks)
            await self.load()

    @in_turn
    async def action_outputs(self) -> None:
        """Add an output, check one off, or edit one."""
        card = self.card
        if card is None:
            return
        if not card.outputs:
            await self._add_output(card.idea)
            return
        choices = [
            Choice(
                key,
                output.text,
                output.outcome or ("there" if output.checked else ""),
                output.id,
            )
            for key, output in zip(entry_keys(), card.outputs, strict=False)
        ]
        if len(card.outputs) < OUTPUTS:
            choices.append(Choice("a", "One more", "", ""))
        first = next((output.id for output in card.outputs if output.checked is None), None)
        # Two projects that became one may have more.
        most = f", {in_words(OUTPUTS)} at most" if len(card.outputs) <= OUTPUTS else ""
        dialog = ChoiceDialog(f"What there is to show{most}", choices, current=first)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen == "":
            await self._add_output(card.idea)
        for output in card.outputs:
            if output.id == chosen:
                await self._turn_output(card.idea, output)

    async def _add_output(self, idea: Idea) -> None:
        dialog = LineDialog(
            "What will there be to show?",
            lambda text: self.change(self.companion.ideas.projects.add_output, idea.id, text),
            placeholder="a table on Saturdays, a price list, one page",
            place=about_idea(idea.id, "output"),
        )
        if await self.app.push_screen_wait(dialog) is not None:
            await self.load()

    async def _turn_output(self, idea: Idea, output: Output) -> None:
        projects = self.companion.ideas.projects
        came = "What came of it" if output.checked else "It's finished"
        choices: list[Choice[OutputWay]] = [
            Choice("1", came, "with a line or a link", "check"),
            Choice("2", "Reword it", "", "rename"),
            Choice("3", "Remove it", "", "remove"),
        ]
        if output.checked:
            choices.append(Choice("4", "Not finished after all", "", "uncheck"))
        way = await self.app.push_screen_wait(ChoiceDialog(output.text, choices))
        if way == "check":
            dialog = LineDialog(
                "What came of it?",
                lambda text: self.change(projects.check_output, idea.id, output.id, outcome=text),
                hint="A line or a link; it may stay empty.",
                value=output.outcome or "",
                place=about_idea(idea.id, f"outcome of {output.id}"),
            )
            await self.app.push_screen_wait(dialog)
        elif way == "rename":
            dialog = LineDialog(
                "What is it called?",
                lambda text: self.change(projects.rename_output, idea.id, output.id, text),
                value=output.text,
                place=about_idea(idea.id, f"name of {output.id}"),
            )
            await self.app.push_screen_wait(dialog)
        elif way == "uncheck":
            await self.change(projects.uncheck_output, idea.id, output.id)
        elif way == "remove":
            await self.change(projects.remove_output, idea.id, output.id)
        await self.load()
