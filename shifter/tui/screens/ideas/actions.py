"""What can be done with an idea, on the board and once it is opened."""

from collections.abc import Mapping
from typing import Literal

from shifter.core.ideas_view import IdeaCard
from shifter.core.projects import OFFERED_WEEKS, USUAL_WEEKS
from shifter.core.records import Idea, Stage
from shifter.core.stage_words import MOTTOES, STANDS
from shifter.paths import short_path
from shifter.tui.commands import Command
from shifter.tui.dates import day_ahead
from shifter.tui.dialogs.choice import Choice, ChoiceDialog
from shifter.tui.dialogs.confirm import ConfirmDialog
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.drafts import about_idea
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.shift_actions import ShiftActions

_NOT_THIS_WAY = ("Not this way", f"{STANDS['dead_end']}, {MOTTOES['dead_end']}")
_STAGES: tuple[Choice[Stage], ...] = (
    Choice("1", "Hunch", MOTTOES["hunch"], "hunch"),
    Choice("2", "Exploring", MOTTOES["exploring"], "exploring"),
    Choice("3", "Project", MOTTOES["project"], "project"),
    Choice("4", "The Yes", MOTTOES["yes"], "yes"),
    Choice("5", *_NOT_THIS_WAY, "dead_end"),
)
_WEEKS = {6: "the usual", 8: "", 10: "", 12: "the longest that stays small"}

# Why not is told of these.
_TOLD = ("revive", "rule_out", "next_step", "found", "take_step")

Onward = Literal["step", "stage", "dead_end"]
_LEADS_ON: dict[Stage, Stage] = {"hunch": "exploring", "exploring": "project", "project": "yes"}
# One enter too many must not lead to the Yes.
_MOVES_ALONG: dict[Stage, Stage] = {"hunch": "exploring", "exploring": "project"}


class IdeaActions(ShiftActions):
    """The keys that act on one idea: the chosen one, or the one that is opened."""

    @property
    def card(self) -> IdeaCard | None:
        """The idea that keys act on."""
        raise NotImplementedError

    async def show_changed(self, idea: str | None) -> None:
        """Show a change; `idea` is the id of the idea it happened to."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is allowed depends on whether the idea has ended, and on its next step."""
        card = self.card
        stage = card.idea.stage if card else None
        if action in ("edit", "move"):
            return card is not None
        if action == "rule_out":
            return stage is not None and stage != "dead_end"
        if action == "revive":
            return stage in ("dead_end", "yes")
        if action == "next_step":
            return stage is not None and stage not in ("dead_end", "yes")
        if action == "found":
            return card is not None and card.step is not None and card.idea.ended is None
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str | None:
        """Why the idea does not allow an action: it has ended, or there is nothing to act on."""
        card = self.card
        if card is None or action not in _TOLD:
            return None
        revive = self.key_for("revive")
        if action == "revive":
            return "It is on the boil already."
        if action == "rule_out":
            return f"It is ruled out already; {revive} brings it back."
        if card.idea.stage == "yes":
            return "It is the Yes, and has no next step."
        if card.idea.stage == "dead_end":
            return f"It is ruled out, and has no next step; {revive} brings it back."
        sets = self.key_for("next_step")
        return (
            f"It has no next step yet; {sets} sets one."
            if card.step is None
            else f"That step is done; {sets} sets the next one."
        )

    def name_of(self, command: Command) -> str:
        """What a command does next: the Yes is not brought back, since it never went."""
        if command.action == "revive" and self.card and self.card.idea.stage == "yes":
            return "Not the Yes"
        return super().name_of(command)

    @in_turn
    async def action_move(self) -> None:
        """Move it to another stage, a dead end and the Yes among them."""
        card = self.card
        if card is not None:
            stage = card.idea.stage
            choices = [
                choice._replace(detail="where it is now") if choice.value == stage else choice
                for choice in _STAGES
            ]
            current = _MOVES_ALONG.get(stage, stage)
            dialog = ChoiceDialog(card.idea.name, choices, current=current)
            await self._move(card.idea, await self.app.push_screen_wait(dialog))

    @in_turn
    async def action_rule_out(self) -> None:
        card = self.card
        if card is not None:
            await self._rule_out(card.idea)

    @in_turn
    async def action_revive(self) -> None:
        """Bring back what was ruled out; of the Yes it is asked first, as when it became it."""
        card = self.card
        if card is None:
            return
        if card.idea.stage == "yes":
            question = ConfirmDialog("Not the Yes after all?", card.idea.name, no="It stays")
            if not await self.app.push_screen_wait(question):
                return
        await self._revive(card.idea)

    @in_turn
    async def action_edit(self) -> None:
        """Edit its name, the hunch behind it, and what would end it."""
        card = self.card
        if card is None:
            return
        opened = await self.app.ask(self.companion.ideas.opened, card.idea.id, shifts=1)

        async def save(lines: Mapping[str, str]) -> Idea:
            return await self.change(
                self.companion.ideas.edit,
                card.idea.id,
                {"name": lines["name"], "why": lines["why"], "drop_if": lines["drop_if"]},
            )

        dialog = FormDialog(
            "What is it called, and what is behind it?",
            (
                Field("name", "Name", card.idea.name),
                Field("why", "The hunch", card.idea.why or "", "what draws you to it"),
                Field("drop_if", "Drop it if", opened.drop_if or "", "I would let go of this if …"),
            ),
            save,
            place=about_idea(card.idea.id, "edit"),
        )
        if await self.app.push_screen_wait(dialog) is not None:
            await self.show_changed(card.idea.id)

    @in_turn
    async def action_next_step(self) -> None:
        """Set or change the next step; an empty line takes what is offered."""
        card = self.card
        if card is not None:
            await self._ask_next_step(card)

    @in_turn
    async def action_found(self) -> None:
        """Write down what came of the step, and ask where that leads."""
        card = self.card
        if card is None or card.step is None:
            return
        step = card.step
        dialog = LineDialog(
            "What did you find?",
            lambda text: self.change(self.companion.ideas.steps.found, card.idea.id, text),
            hint=step.question or step.text,
            place=about_idea(card.idea.id, f"found by {step.id}"),
        )
        if await self.app.push_screen_wait(dialog) is None:
            return
        await self.show_changed(card.idea.id)
        await self._lead_on(card.idea)

    async def _lead_on(self, idea: Idea) -> None:
        """Ask where what was found leads: another step, the next stage, a dead end."""
        further = _LEADS_ON.get(idea.stage)
        choices = [
            Choice[Onward]("1", "Another step", "there is more to find out", "step"),
            *(
                Choice[Onward]("2", f"On: {stage.name.lower()}", stage.detail, "stage")
                for stage in _STAGES
                if stage.value == further
            ),
            Choice[Onward]("3", *_NOT_THIS_WAY, "dead_end"),
        ]
        way = await self.app.push_screen_wait(ChoiceDialog("Where does that lead?", choices))
        card = await self.app.ask(self.companion.ideas.card, idea.id)
        if way == "step":
            await self._ask_next_step(card)
        elif way == "stage":
            await self._move(card.idea, further)
        elif way == "dead_end":
            await self._rule_out(card.idea)

    async def _ask_next_step(self, card: IdeaCard) -> None:
        steps = self.companion.ideas.steps
        step = card.step if card.step is not None and card.step.is_open else None
        offered = "" if step else card.offered or ""
        ahead = day_ahead(await self.app.ask(self.companion.day))

        async def save(lines: Mapping[str, str]) -> object:
            text = lines["text"].strip()
            if not text and offered:
                text = await self.app.ask(steps.offered_in_full, card.idea.id)
            return await self.change(
                steps.change if step else steps.set,
                card.idea.id,
                text,
                question=lines["question"] or None,
                by=lines["by"] or None,
            )

        dialog = FormDialog(
            f"What comes next for {card.idea.name}?",
            (
                Field("text", "Next step", step.text if step else "", offered),
                Field("question", "To find out", (step and step.question) or "", "may stay empty"),
                Field(
                    "by",
                    "By",
                    step.by.isoformat() if step and step.by else "",
                    f"friday, {ahead} …, or no day",
                ),
            ),
            save,
            hint="Enter alone takes the one that is offered." if offered else "",
            place=about_idea(card.idea.id, "next step"),
        )
        if await self.app.push_screen_wait(dialog) is not None:
            await self.show_changed(card.idea.id)

    async def _move(self, idea: Idea, stage: Stage | None) -> None:
        if stage is None or stage == idea.stage:
            return
        if stage == "dead_end":
            await self._rule_out(idea)
            return
        if stage == "yes":
            question = ConfirmDialog("Is this the Yes?", idea.name, no="Not yet")
            if not await self.app.push_screen_wait(question):
                return
        weeks = await self.ask_weeks(USUAL_WEEKS) if stage == "project" else None
        if stage == "project" and weeks is None:
            return
        await self.change(self.companion.ideas.move, idea.id, stage, weeks=weeks)
        await self.show_changed(idea.id)
        if stage == "yes":
            await self.show_the_way(idea.id)

    async def ask_weeks(self, current: int | None) -> int | None:
        """Ask how many weeks a project may take; None if the question was left."""
        choices = [
            Choice(str(number), f"{weeks} weeks", _WEEKS[weeks], weeks)
            for number, weeks in enumerate(OFFERED_WEEKS, start=1)
        ]
        dialog = ChoiceDialog("How long may it take?", choices, current=current)
        return await self.app.push_screen_wait(dialog)

    async def _rule_out(self, idea: Idea) -> None:
        from shifter.tui.dialogs.dead_end import DeadEndMoment, RuleOutDialog

        async def rule_out(lines: Mapping[str, str]) -> Idea:
            return await self.change(
                self.companion.ideas.rule_out,
                idea.id,
                taught=lines["taught"] or None,
                spared=lines["spared"] or None,
            )

        if await self.app.push_screen_wait(RuleOutDialog(idea, rule_out)) is None:
            return
        dead_end = await self.app.ask(self.companion.ideas.dead_end, idea.id)
        answer = await self.app.push_screen_wait(DeadEndMoment(dead_end))
        await self.show_changed(idea.id)
        if answer == "revive":
            await self._revive(idea)

    async def _revive(self, idea: Idea) -> None:
        await self.change(self.companion.ideas.revive, idea.id)
        await self.show_changed(idea.id)
        self.app.say(f"Back on the boil: {idea.name}")

    async def show_the_way(self, idea: str) -> None:
        """Show the way to the Yes, where the story can be printed and the book closed."""
        from shifter.tui.dialogs.the_yes import TheYesMoment

        book = self.companion.ideas.book
        way = await self.app.ask(book.the_way, idea)

        async def print_story() -> str:
            return short_path(await self.app.ask(book.save_story, idea))

        if await self.app.push_screen_wait(TheYesMoment(way, print_story)) == "book":
            await self.change(book.reopen if way.book_closed else book.close, idea)
            await self.show_changed(idea)
            self.app.say(
                "The book is open again."
                if way.book_closed
                else "The book is closed. Today rests until you open it again."
            )
