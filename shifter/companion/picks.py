"""The pick on the card, and what can be done with it."""

from datetime import timedelta, tzinfo

from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.wording import describe, prompt_of, rung_of, text_of
from shifter.core.greeting import part_of_day
from shifter.core.moment import Moment
from shifter.core.quick_typing import Literal
from shifter.core.records import AtHand, Logged, Outcome, Pick, Place
from shifter.core.text import quoted, required_line
from shifter.errors import Refused
from shifter.store import ideas, lessons, next_steps, offers, pockets, shifts, state
from shifter.store.ideas import ClosedBook
from shifter.store.offers import NewOffer, Offer
from shifter.store.writer import Writer

PocketAnswer = Literal["yes", "not yet", "no"]


class Picks:
    """One prompt at a time; it stays for its shift day, whoever asks."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def closed_book(self) -> ClosedBook | None:
        """The book that is closed, while nothing is asked for until it is opened again."""
        return ideas.closed_book(self._context.store)

    def at_hand(self) -> AtHand:
        """What there is today: as set for today, else the usual minutes and any place."""
        return self._context.at_hand()

    def set_at_hand(
        self, *, minutes: int | None = None, place: Place | None = None, idea: str | None = None
    ) -> AtHand:
        """Set what is at hand for today. None leaves as is; `anywhere` and "" clear."""
        store = self._context.store
        with self._context.action("at hand") as writer:
            today = self._context.today()
            now = state.at_hand(store, today)
            if minutes is not None:
                from shifter.companion.shifts import checked_minutes

                now = now._replace(minutes=max(1, checked_minutes(minutes) or 1))
            if place is not None:
                now = now._replace(place=None if place == "anywhere" else place)
            if idea is not None:
                now = now._replace(idea=self._living(idea) if idea else None)
                self._withdraw_unless_about(writer, now.idea)
            state.set_at_hand(writer, today, now)
            from shifter.companion.choosing import refuse_unless_something_fits

            refuse_unless_something_fits(self._context)
            return self.at_hand()

    def current(self) -> Pick:
        """The pick of this shift day; one is chosen if none is open, or if it no longer fits."""
        offer = self.waiting()
        if offer is None:
            with self._context.action("a pick") as writer:
                # Another process may have chosen one while this one waited for its turn.
                offer = self.waiting() or self._choose(writer)
        return describe(self._context, offer)

    def waiting(self) -> Offer | None:
        """The open pick of this shift day, if it still fits what is at hand."""
        store = self._context.store
        offer = offers.open_offer(store)
        if offer is None or self._still_fits(offer):
            return offer
        with self._context.action("a pick passed by") as writer:
            # Looked up again, since another process may have answered it meanwhile.
            offer = offers.open_offer(store)
            while offer is not None and not self._still_fits(offer):
                ignored = offer.day < self._context.today()
                offers.pass_by(writer, offer.id, "ignored" if ignored else "withdrawn")
                offer = offers.open_offer(store)
        return offer

    def another(self) -> Pick:
        """Another one; the open one counts as skipped."""
        with self._context.action("showed another") as writer:
            offer = self.waiting()
            if offer is None:
                return describe(self._context, self._choose(writer))
            return self._move_on(writer, offer, "skipped")

    def retire(self) -> Pick:
        """Never the open one again, and another one now."""
        with self._context.action("retired a pick") as writer:
            offer = self._open()
            writer.label = f"retired {quoted(text_of(self._context, offer))}"
            self._send_away(writer, offer)
            return self._move_on(writer, offer, "retired")

    def never_again(self, offer: str) -> None:
        """Never that one again, which was passed by already."""
        with self._context.action("retired a pick") as writer:
            passed_by = offers.shown(self._context.store, offer)
            writer.label = f"retired {quoted(text_of(self._context, passed_by))}"
            self._send_away(writer, passed_by)

    def smaller(self) -> Pick:
        """The next smaller version of the open one; refused when there is none."""
        with self._context.action("took a smaller one") as writer:
            offer = self._open()
            if not describe(self._context, offer).can_shrink:
                raise Refused(
                    "It is as small as it gets", "You could write a smaller one of your own."
                )
            return self._shrink(writer, offer, offer.rung + 1, None)

    def write_smaller(self, text: str) -> Pick:
        """A smaller one in the user's own words, where the ladder ends."""
        text = required_line(text, "The smaller one")
        with self._context.action("wrote a smaller one") as writer:
            offer = self._open()
            if describe(self._context, offer).can_shrink:
                raise Refused("There is a smaller one", "Take the next one down first.")
            return self._shrink(writer, offer, offer.rung, text)

    def tonight_is_ahead(self) -> bool:
        """Whether there is enough of today left for `tonight`."""
        from shifter.core.when import tonight

        return tonight(*self._clock()) is not None

    def pocket(self, when: str) -> tuple[str, Pick]:
        """Take the open one along until then; its id in the pocket, and what comes on the card."""
        from shifter.core.when import parse_due

        context = self._context
        due = parse_due(when, *self._clock())
        with context.action("pocketed a pick") as writer:
            offer = self._open()
            writer.label = f"pocketed {quoted(text_of(self._context, offer))}"
            pocket = pockets.take_along(writer, offer.id, context.today(), due.utc)
            return pocket, self._move_on(writer, offer, "pocketed")

    def done(
        self, *, note: str | None = None, little_yes: bool = False, minutes: int | None = None
    ) -> Logged:
        """Log the open pick; refused when the last one is done and no other is on the card."""
        from shifter.companion.doing import log_offer

        with self._context.action("done") as writer:
            offer = self.waiting()
            if offer is None:
                latest = offers.latest(self._context.store, self._context.today())
                if latest is not None and latest.outcome == "done":
                    raise Refused(
                        "That one is done", "`shifter pick` shows another, if you feel like it."
                    )
                offer = self._choose(writer)
            id = log_offer(
                self._context, writer, offer, note, little_yes=little_yes, minutes=minutes
            )
            # Read back before the commit, so that nothing can be refused once it is done.
            return self._logged(id)

    def answer_pocket(
        self, pocket: str, answer: PocketAnswer, *, note: str | None = None
    ) -> Logged | None:
        """Did it happen? "not yet" asks again a day later, then ever more rarely."""
        from shifter.companion.doing import log_offer

        context = self._context
        store = context.store
        with context.action("answered for a pocketed pick") as writer:
            pocketed = pockets.get(store, pocket)
            offer = offers.get(store, pocketed.offer) if pocketed else None
            if pocketed is None or offer is None:
                raise Refused("Answered already", "That one was asked about already.")
            writer.label = f"answered for {quoted(text_of(context, offer))}"
            if answer == "not yet":
                from shifter.core.moment import to_text

                later = max(timedelta(days=1), context.today() - pocketed.day)
                writer.update("pocket", pocket, {"due": to_text(context.now().utc + later)})
                return None
            writer.update("pocket", pocket, {"answer": answer})
            if answer == "no":
                return None
            return self._logged(log_offer(context, writer, offer, note))

    def _send_away(self, writer: Writer, offer: Offer) -> None:
        """Retire the prompt; a step that people set themselves is dropped instead."""
        if offer.step is not None:
            next_steps.drop(writer, offer.step)
        else:
            writer.update("prompt", offer.prompt, {"retired": writer.instant})

    def _move_on(self, writer: Writer, offer: Offer, outcome: Outcome) -> Pick:
        """Another pick in place of one that was answered; undo and redo exchange the two."""
        offers.answer(writer, offer.id, outcome)
        return describe(self._context, self._choose(writer, recorded=True))

    def _choose(self, writer: Writer, *, recorded: bool = False) -> Offer:
        from shifter.companion.choosing import choose  # most starts show what is there already

        return choose(self._context, writer, recorded=recorded)

    def _clock(self) -> tuple[Moment, tzinfo, int]:
        """What a day or a time in words is read by."""
        clock = self._context.clock
        return clock.now(), clock.zone(), self._context.store.settings().rollover

    def _open(self) -> Offer:
        self.current()
        offer = offers.open_offer(self._context.store)
        assert offer is not None
        return offer

    def _shrink(self, writer: Writer, offer: Offer, rung: int, own_text: str | None) -> Pick:
        offers.answer(writer, offer.id, "smaller")
        id = offers.show(
            writer,
            NewOffer(
                offer.day,
                offer.prompt,
                rung,
                offer.idea,
                offer.person,
                offer.follows,
                "smaller",
                offer.why,
                own_text,
                offer.step,
                part_of_day(self._context.now().wall),
            ),
            recorded=True,
        )
        return describe(self._context, offers.shown(self._context.store, id))

    def _is_open(self, step: str) -> bool:
        known = next_steps.get(self._context.store, step)
        return known is not None and known.is_open

    def _is_worked_on(self, idea: str) -> bool:
        """Whether an idea is on the boil, or the Yes and chosen for today."""
        chosen = state.at_hand(self._context.store, self._context.today()).idea
        return idea in [known.id for known in ideas.living(self._context.store, chosen)]

    def _still_fits(self, offer: Offer) -> bool:
        at_hand = self.at_hand()
        prompt = prompt_of(self._context, offer)
        if offer.day != self._context.today():
            return False
        if lessons.wishes(self._context.store).get(prompt.kind) == "off":
            return False
        if prompt.retired or rung_of(prompt, offer).seconds > at_hand.minutes * 60:
            return False
        place = at_hand.place
        if place is not None and not {place, "anywhere"}.intersection(prompt.places):
            return False
        if offer.step is not None and not self._is_open(offer.step):
            return False
        return offer.idea is None or self._is_worked_on(offer.idea)

    def _withdraw_unless_about(self, writer: Writer, idea: str | None) -> None:
        offer = offers.open_offer(self._context.store)
        if idea is not None and offer is not None and offer.idea != idea:
            offers.pass_by(writer, offer.id, "withdrawn")

    def _living(self, name: str) -> str:
        from shifter.companion.naming import idea_named

        named = idea_named(self._context.store, name)
        if named.id not in [idea.id for idea in ideas.living(self._context.store, named.id)]:
            raise Refused("That idea has ended", f"Bring {quoted(named.name)} back to work on it.")
        return named.id

    def _logged(self, id: str) -> Logged:
        shift = shifts.get(self._context.store, id)
        assert shift is not None
        return Logged(shift, Figures(self._context).streak())
