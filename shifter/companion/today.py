"""The Today screen: its moments, each one action, each giving the view that then holds."""

from datetime import datetime, timedelta

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.picks import Picks, PocketAnswer
from shifter.companion.timers import Timers, whole_minutes
from shifter.companion.today_view import away_since, read_today
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Logged
from shifter.core.text import clean_line, clean_note, quoted, required_line
from shifter.core.views import TodayView
from shifter.errors import Refused
from shifter.store import ideas, offers, prompts, shifts, state

_REPLY_STANDS = timedelta(minutes=10)
"""For how long no question of an earlier day takes the place of a reply."""

_LOOKED_AT = "looked_at"


class _Replied(NamedTuple):
    """An offer that was done here, and the newest offer at that time; a newer one replaces it."""

    offer: str
    newest: str | None
    until: datetime


class Today:
    """What the Today screen shows, and all that can be done there."""

    def __init__(self, context: Context, picks: Picks) -> None:
        self._context = context
        self._picks = picks
        self._timers = Timers(context)
        self._replied: _Replied | None = None

    def view(self) -> TodayView:
        """All of the screen as things stand."""
        ensure_catalogue(self._context)
        with self._context.one_moment():
            return read_today(self._context, self._picks, self._timers, self._replied_to())

    def was_looked_at(self) -> bool:
        """Whether `first_look` has given this shift day's view already."""
        return state.read(self._context.store, _LOOKED_AT) == self._context.today().isoformat()

    def first_look(self) -> TodayView | None:
        """The view, to the first that asks on a shift day; None to all others."""
        with self._context.action("looked") as writer:
            if self.was_looked_at():
                return None
            view = self.view()
            state.remember(writer, _LOOKED_AT, view.day.isoformat())
        return view

    def begin(self, curious: str | None) -> TodayView:
        """The first start: the answer becomes a hunch, and a pick of thirty seconds comes.

        It is asked again where that is undone.
        """
        from shifter.catalogue.prompts import FIRST_PROMPTS
        from shifter.companion.choosing import choose
        from shifter.companion.naming import idea_called

        ensure_catalogue(self._context)
        store = self._context.store
        with self._context.action("began") as writer:
            name = clean_line(curious or "") and required_line(curious or "", "The hunch")
            if name and idea_called(store, name) is None:
                writer.label = f"added the idea {quoted(name)}"
                ideas.add(writer, name, None, self._context.today())
            if offer := offers.open_offer(store):
                offers.pass_by(writer, offer.id, "withdrawn")
            choose(self._context, writer, first=frozenset(FIRST_PROMPTS))
            state.remember(writer, "begun", writer.action)
        return self.view()

    def done(
        self,
        *,
        offer: str | None = None,
        note: str | None = None,
        little_yes: bool = False,
        minutes: int | None = None,
    ) -> TodayView:
        """Log the pick; the card becomes the reply.

        `offer`, here and below, is the one that was on the screen: Refused if another has come up.
        """
        if minutes is None:
            minutes = self._timers.minutes()
        with self._context.action("done"):
            self._expect(offer)
            logged = self._picks.done(note=note, little_yes=little_yes, minutes=minutes)
            self._reply(logged)
        return self.view()

    def another(self) -> TodayView:
        """Another pick; from the reply card, one more, or the one that waits below it."""
        was_reply, self._replied = self._replied_to() is not None, None
        if not was_reply or self._picks.waiting() is None:
            self._picks.another()
        return self.view()

    def landing_told(self, number: int) -> str | None:
        """A line on the landing that so many shifts have reached; None where they reach none."""
        from shifter.companion.replies import landing_line

        return landing_line(self._context.store, number)

    def follow(self) -> TodayView:
        """The next step that the reply card offers becomes the pick."""
        from shifter.companion.choosing import choose
        from shifter.companion.follows import follow_of

        store = self._context.store
        replied, self._replied = self._replied_to(), None
        done = (
            offers.get(store, replied) if replied else offers.latest(store, self._context.today())
        )
        shift = shifts.get(store, done.shift) if done and done.shift else None
        follow = follow_of(self._context, shift) if shift else None
        if follow is None:
            return self.another()
        with self._context.action("the next step") as writer:
            if offer := self._picks.waiting():
                offers.answer(writer, offer.id, "skipped")
            choose(self._context, writer, follow=follow._replace(asked=True))
        return self.view()

    def smaller(self) -> TodayView:
        """One step down the ladder."""
        self._picks.smaller()
        return self.view()

    def write_smaller(self, text: str, *, offer: str | None = None) -> TodayView:
        """A smaller one in the user's own words."""
        with self._context.action("wrote a smaller one"):
            self._expect(offer)
            self._picks.write_smaller(text)
        return self.view()

    def pocket(self, when: str, *, offer: str | None = None) -> TodayView:
        """Take the pick along."""
        with self._context.action("pocketed a pick"):
            self._expect(offer)
            self._picks.pocket(when)
        return self.view()

    def retire(self, *, offer: str | None = None) -> TodayView:
        """Never the open pick again."""
        with self._context.action("retired a pick"):
            self._expect(offer)
            self._picks.retire()
        return self.view()

    def lit(self, shift: str, what: str | None) -> TodayView:
        """A shift lit something up; `what` joins its note."""
        what = clean_line(what or "")
        with self._context.action("a Little Yes") as writer:
            found = shifts.there(self._context.store, shift)
            writer.label = f"a Little Yes for {quoted(found.text)}"
            note = clean_note(f"{found.note or ''}\n{what}") or None
            writer.update("shift", shift, {"little_yes": 1, "note": note})
        return self.view()

    def add_note(self, shift: str, note: str) -> TodayView:
        """The note of a shift, as it should now be."""
        with self._context.action("a note") as writer:
            found = shifts.there(self._context.store, shift)
            writer.label = f"a note on {quoted(found.text)}"
            writer.update("shift", shift, {"note": clean_note(note) or None})
        return self.view()

    def toggle_timer(self) -> TodayView:
        """Start the timer of the pick, pause it, or go on."""
        self._timers.toggle(self._picks)
        return self.view()

    def stop_timer(self) -> TodayView:
        """Put the timer away; nothing is logged."""
        self._timers.stop()
        return self.view()

    def answer_timer(self, *, done: bool, note: str | None = None) -> TodayView:
        """Whether the pick got done, whose timer was left running; the shift gets its minutes."""
        from shifter.companion.doing import log_offer

        store = self._context.store
        with self._context.action("answered for the timer") as writer:
            timer = self._timers.left_running()
            offer = offers.get(store, timer.offer) if timer else None
            state.drop_timers(writer)
            if done and timer is not None and offer is not None:
                minutes = whole_minutes(self._timers.counted(timer))
                id = log_offer(self._context, writer, offer, note, minutes=minutes)
                shift = shifts.get(store, id)
                if shift is not None:
                    self._reply(Logged(shift, Figures(self._context).streak()))
        return self.view()

    def answer_pocket(
        self, pocket: str, answer: PocketAnswer, *, note: str | None = None
    ) -> TodayView:
        """Whether a pocketed pick happened, and what was written on it before."""
        with self._context.action("answered for a pocketed pick"):
            logged = self._picks.answer_pocket(pocket, answer, note=note)
            if logged is not None:
                self._reply(logged)
        return self.view()

    def rest_since_away(self) -> TodayView:
        """The days since the last shift become rest days, and the run goes on."""
        from shifter.companion.rest import Rest

        away = away_since(self._context, Figures(self._context).streak())
        if away is None:
            raise Refused("Nothing to repair", "No run has ended since the last shift.")
        Rest(self._context).mark_away(away.since + timedelta(days=1), away.until)
        return self.view()

    def open_book(self) -> TodayView:
        """The closed book is opened again, and picks come as before."""
        book = ideas.closed_book(self._context.store)
        if book is not None:
            with self._context.action(f"opened the book on {quoted(book.name)} again") as writer:
                ideas.close_book(writer, book.id, None)
        return self.view()

    def anchor_asked(self) -> TodayView:
        """The if-then line was written, or waved away; it is not asked for again."""
        with self._context.action("the if-then line") as writer:
            state.remember(writer, "anchor_asked", writer.instant)
        return self.view()

    def _expect(self, offer: str | None) -> None:
        """Refuse where this offer is no longer the open one on the card."""
        there = self._picks.waiting() or offers.latest(self._context.store, self._context.today())
        outcome = there.outcome if there is not None and there.id == offer else None
        if offer is not None and outcome == "done":
            raise Refused("That one is done", "It was logged elsewhere meanwhile.")
        if offer is not None and outcome != "open":
            raise Refused(
                "The card has changed", "Another pick came up meanwhile. Have a look at it first."
            )

    def _reply(self, logged: Logged) -> None:
        """Choose the line of answer, once, and keep it with the offer."""
        from shifter.companion.replies import answer_for  # the first paint has no use for it

        store = self._context.store
        offer = offers.of_shift(store, logged.shift.id)
        if offer is None:
            return
        prompt = prompts.get(store, offer.prompt)
        with self._context.action("a reply") as writer:
            line = answer_for(
                self._context,
                writer,
                logged.shift,
                prompt.kind if prompt else None,
                logged.streak.total,
            )
            writer.update("offer", offer.id, {"answer": line}, recorded=False)
        until = self._context.now().utc + _REPLY_STANDS
        self._replied = _Replied(offer.id, offers.newest_id(store), until)

    def _replied_to(self) -> str | None:
        """The offer that was done here a moment ago, whose reply still stands on the card."""
        replied = self._replied
        if replied is None or self._context.now().utc >= replied.until:
            return None
        store = self._context.store
        offer = offers.get(store, replied.offer)
        is_done = offer is not None and offer.outcome == "done"  # It may have been undone.
        is_newest = offers.newest_id(store) == replied.newest
        return replied.offer if is_done and is_newest else None
