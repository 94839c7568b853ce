"""The prompts of the story: each put on the card, and what became of it there."""

from datetime import datetime, time, timedelta

from shifter.catalogue.table import Table
from shifter.companion.context import Context
from shifter.companion.follows import follow_of
from shifter.companion.naming import idea_named, known_or_new_person
from shifter.companion.picks import Picks
from shifter.companion.prompts import Prompts
from shifter.companion.why import sentence
from shifter.core.greeting import part_of_day
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.store import offers, pockets
from shifter.store.offers import NewOffer
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from shifter.core.pick.situation import Follow, Reason

_EVENING = time(18)


class Cards:
    """Picks that the story has chosen beforehand, answered as a person would."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._picks = Picks(context)
        self._prompts = Prompts(context)
        self._own: dict[str, str] = {}
        self._warm: dict[str, Follow] = {}
        self._pockets: dict[str, str] = {}

    def add_own(self, fields: Table) -> None:
        """A prompt of one's own, which the story calls by its text."""
        text = fields.text("own")
        done, asks = fields.text("as"), fields.text("asks")
        prompt = self._prompts.add(text, kind="notice", minutes=2, done=done, asks=asks)
        self._own[text] = prompt.id

    def do(self, fields: Table) -> None:
        """Show a prompt and do it, at its smallest if so told."""
        with self._context.action("done") as writer:
            self._show(writer, fields.text("did"), fields)
            if fields.flag("smallest"):
                while self._picks.current().can_shrink:
                    self._picks.smaller()
            typed, little_yes = fields.optional_text("typed"), fields.flag("yes")
            shift = self._picks.done(note=typed, little_yes=little_yes).shift
        if follow := follow_of(self._context, shift):
            self._warm[follow.prompt.id] = follow

    def skip(self, fields: Table) -> None:
        """Show a prompt and ask for another."""
        with self._context.action("skipped") as writer:
            offers.answer(writer, self._show(writer, fields.text("skipped"), fields), "skipped")

    def ignore(self, fields: Table) -> None:
        """Show a prompt on a day that ended without an answer."""
        with self._context.action("ignored") as writer:
            offers.pass_by(writer, self._show(writer, fields.text("ignored"), fields), "ignored")

    def retire(self, fields: Table) -> None:
        """Show a prompt that shall never come again."""
        prompt = fields.text("retired")
        with self._context.action("retired") as writer:
            offers.answer(writer, self._show(writer, prompt, fields), "retired")
            self._prompts.retire(prompt)

    def pocket(self, fields: Table) -> None:
        """Show a prompt and take it along, to be asked about some evenings later."""
        prompt = fields.text("pocketed")
        today = self._context.today()
        day = today + timedelta(days=fields.whole_number("days"))
        due = datetime.combine(day, _EVENING, self._context.clock.zone())
        with self._context.action("pocketed") as writer:
            offer = self._show(writer, prompt, fields)
            offers.answer(writer, offer, "pocketed")
            self._pockets[prompt] = pockets.take_along(writer, offer, today, due)

    def say_it_happened(self, fields: Table) -> None:
        """What was pocketed got done."""
        self._picks.answer_pocket(self._pockets.pop(fields.text("happened")), "yes")

    def _show(self, writer: Writer, prompt: str, fields: Table) -> str:
        """Put a prompt on the card, after the step before it if there was one."""
        store = self._context.store
        prompt = self._own.get(prompt, prompt)
        idea, person = fields.optional_text("idea"), fields.optional_text("person")
        about = idea_named(store, idea) if idea else None
        known = known_or_new_person(store, writer, person).id if person else None
        follow = self._warm.pop(prompt, None)
        term: Reason = "then" if follow else "idea_turn" if about else "new"
        why = sentence(self._context, term, {}, about.name if about else None)
        return offers.show(
            writer,
            NewOffer(
                day=self._context.today(),
                prompt=prompt,
                rung=0,
                idea=about.id if about else follow.idea if follow else None,
                person=known or (follow.person if follow else None),
                follows=follow.shift if follow else None,
                term=term,
                why=why,
                part=part_of_day(self._context.now().wall),
            ),
        )
