"""One thing that ripens: each step names who the one before named, and quotes what it left."""

from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.records import Pick, Quote
from shifter.core.views import OpenCard, PocketCard, ReplyCard, TodayView
from shifter.errors import Refused
from tests.companion.cards import leave_only
from tests.companion.rows import lines
from tests.standing_clock import StandingClock

CHAIN = ("name-one-person", "why-they-excite", "three-rough-lines", "send-the-lines")


@pytest.fixture
def chain(companion: Companion, file: Path) -> Companion:
    """The four steps from a name to a message, the first of them on the card."""
    leave_only(file, *CHAIN)
    companion.picks.set_at_hand(minutes=2)
    while companion.picks.current().prompt != CHAIN[0]:
        companion.picks.another()
    companion.picks.set_at_hand(minutes=10)
    return companion


def reply(view: TodayView) -> ReplyCard:
    assert isinstance(view.card, ReplyCard)
    return view.card


def open_pick(view: TodayView) -> Pick:
    assert isinstance(view.card, OpenCard)
    return view.card.pick


def quoted(view: TodayView) -> Quote | None:
    return view.card.quote if isinstance(view.card, PocketCard) else open_pick(view).quote


def test_from_a_name_to_a_message_in_one_sitting(chain: Companion) -> None:
    today = chain.today
    assert open_pick(today.view()).asks
    card = reply(today.done(note="Mara Jansone"))
    assert card.shift.person == "Mara Jansone"
    assert "Mara Jansone" in card.shift.text
    assert card.then is not None
    assert (card.then.prompt, "Mara Jansone" in card.then.text) == (CHAIN[1], True)

    pick = open_pick(today.follow())
    assert (pick.prompt, pick.person, pick.quote) == (CHAIN[1], "Mara Jansone", None)
    assert "Mara Jansone" in pick.text
    card = reply(today.done(note="the chair, the school, her laugh"))
    assert (card.shift.person, card.shift.note) == (
        "Mara Jansone",
        "the chair, the school, her laugh",
    )

    pick = open_pick(today.follow())
    assert (pick.prompt, pick.person) == (CHAIN[2], "Mara Jansone")
    assert pick.quote is not None
    assert pick.quote.text == "the chair, the school, her laugh"
    card = reply(today.done(note="Dear Mara,\nI saw the chair."))

    pick = open_pick(today.follow())
    assert (pick.prompt, pick.person) == (CHAIN[3], "Mara Jansone")
    assert "Mara Jansone" in pick.text
    assert pick.quote is not None
    assert pick.quote.text == "Dear Mara,\nI saw the chair."
    card = reply(today.done())
    assert card.then is None
    assert card.number == 4
    assert chain.figures.streak().people == 1


def test_it_ripens_over_days_without_anybody_asking(chain: Companion, clock: StandingClock) -> None:
    notes = ["Mara", "the chair", "Dear Mara", ""]
    leads = ["", "", "On Friday you wrote about their work:", "On Tuesday you drafted:"]
    for prompt, note, lead, day in zip(CHAIN, notes, leads, (19, 20, 24, 26), strict=True):
        clock.set(f"2026-11-{day}T07:58")
        pick = chain.picks.current()
        assert pick.prompt == prompt
        assert (pick.quote.lead if pick.quote else "") == lead
        chain.picks.done(note=note)
    texts = [shift.text for shift in chain.shifts.find().shifts]
    assert all("Mara" in text for text in texts)


def test_a_question_about_the_pocket_quotes_as_the_card_did(
    chain: Companion, clock: StandingClock
) -> None:
    for note in ("Mara", "the chair"):
        chain.picks.done(note=note)
        chain.today.follow()
    chain.picks.pocket("tomorrow")
    clock.set("2026-11-20T12:00")
    chain.shifts.log("Rang Ana", on="yesterday 22:00")
    card = chain.today.view().card
    assert isinstance(card, PocketCard)
    assert card.quote == Quote("Yesterday you wrote about their work:", "the chair")


@pytest.mark.parametrize("takes_along", [False, True])
def test_what_the_greeting_has_just_told_is_quoted_without_its_day(
    chain: Companion, clock: StandingClock, *, takes_along: bool
) -> None:
    for note in ("Mara", "the chair"):
        chain.picks.done(note=note)
        chain.today.follow()
    if takes_along:
        chain.picks.pocket("tomorrow")
    clock.set("2026-11-20T12:00")
    view = chain.today.view()
    assert view.greeting.sentence.startswith("Yesterday you listed what is exciting")
    assert quoted(view) == Quote("In your words:", "the chair")

    chain.shifts.log("Rang Ana", on="yesterday 22:00")
    assert quoted(chain.today.view()) == Quote("Yesterday you wrote about their work:", "the chair")


def test_nothing_follows_from_what_only_got_ready(chain: Companion, clock: StandingClock) -> None:
    for note in ("Mara", "the chair"):
        chain.picks.done(note=note)
        chain.today.follow()
    while chain.picks.current().can_shrink:
        chain.picks.smaller()
    assert reply(chain.today.done(note="Dear Mara, I saw")).then is None
    clock.set("2026-11-20T07:58")
    assert chain.picks.current().quote is None


def test_yesterday_is_called_so(chain: Companion, clock: StandingClock, file: Path) -> None:
    for day, note in ((19, "Mara"), (20, "the chair")):
        clock.set(f"2026-11-{day}T07:58")
        chain.picks.current()
        chain.picks.done(note=note)
    clock.set("2026-11-21T07:58")
    assert chain.picks.current().quote == Quote(
        "Yesterday you wrote about their work:", "the chair"
    )
    assert chain.picks.current().why in lines(file, "reasons.then")


def test_a_known_person_is_named_in_full(chain: Companion) -> None:
    chain.shifts.log("Met at the fair", person="Mara Jansone", on="yesterday")
    shift = chain.picks.done(note=" mara \nI liked her cups").shift
    assert shift.person == "Mara Jansone"
    assert "Mara Jansone" in shift.text
    assert shift.note == "mara \nI liked her cups"
    assert chain.figures.streak().people == 1


def test_somebody_new_has_the_name_of_the_first_line(chain: Companion) -> None:
    shift = chain.picks.done(note="Mara\tJansone\n" + "She makes chairs.\n" * 100).shift
    assert shift.person == "Mara Jansone"
    assert "Mara Jansone" in shift.text
    assert "chairs" not in shift.text


def test_without_a_name_the_steps_speak_of_somebody(chain: Companion) -> None:
    shift = chain.picks.done().shift
    assert shift.person is None
    assert "{" not in shift.text
    pick = chain.picks.another()
    assert (pick.prompt, pick.person) == (CHAIN[1], None)
    assert "{" not in pick.text


@pytest.mark.parametrize("name", ["[b]Ana[/b]", "{idea|x} {person}", "\\1 \\g<0>", "%s"])
def test_a_name_is_put_in_as_it_is(chain: Companion, name: str) -> None:
    assert name in chain.picks.done(note=name).shift.text
    assert name in chain.picks.another().text


@pytest.mark.parametrize("nothing", ["", " \n", "\u200b"])
def test_where_nothing_is_seen_nobody_is_named(chain: Companion, nothing: str) -> None:
    shift = chain.picks.done(note=nothing).shift
    assert (shift.person, shift.note) == (None, None)


@pytest.mark.parametrize("sign", ["@", "@ \u200b"])
def test_a_sign_without_a_name_is_refused(chain: Companion, sign: str) -> None:
    with pytest.raises(Refused):
        chain.picks.done(note=sign)
    assert chain.shifts.find().total == 0


@pytest.mark.parametrize("name", ["@Ana", "@ Ana", "Ana"])
def test_a_name_may_stand_behind_its_sign(chain: Companion, name: str) -> None:
    shift = chain.picks.done(note=name).shift
    assert (shift.person, shift.note) == ("Ana", "Ana")


def test_a_first_name_that_two_people_have_is_refused_whole(chain: Companion) -> None:
    for name in ("Mara Jansone", "Mara Lee"):
        chain.shifts.log("Met", person=name)
    pick = chain.picks.current()
    with pytest.raises(Refused, match="Mara"):
        chain.picks.done(note="mara")
    assert chain.picks.current() == pick


def test_a_later_edit_of_the_note_is_what_is_quoted(chain: Companion) -> None:
    chain.picks.done(note="Mara")
    chain.picks.another()
    shift = chain.picks.done(note="the chiar").shift
    chain.shifts.edit(shift.id, {"note": "the chair"})
    quote = chain.picks.another().quote
    assert quote is not None
    assert quote.text == "the chair"


def test_the_next_step_that_was_skipped_is_not_pressed_on_anybody(
    chain: Companion, clock: StandingClock, file: Path
) -> None:
    chain.prompts.add("Read a page")
    chain.prompts.add("Sweep the studio")
    chain.picks.done(note="Mara")
    assert chain.picks.another().prompt == CHAIN[1]
    assert chain.picks.another().prompt != CHAIN[1]
    clock.set("2026-11-20T07:58")
    pick = chain.picks.current()
    assert pick.why not in lines(file, "reasons.then")


def test_the_next_step_that_was_skipped_waits_when_it_would_follow_again(
    chain: Companion, clock: StandingClock, file: Path
) -> None:
    chain.prompts.add("Read a page")
    chain.picks.done(note="Mara")
    assert chain.picks.another().prompt == CHAIN[1]
    chain.picks.another()
    clock.set("2026-12-09T07:58")
    pick = chain.picks.current()
    while pick.prompt != CHAIN[0]:
        pick = chain.picks.another()
    chain.picks.done(note="Ana")
    assert chain.picks.another().why not in lines(file, "reasons.then")


def test_a_next_step_that_would_say_the_same_again_rests(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file, "three-fewer", "one-to-follow", "five-curious-things")
    for day, follows in (("2026-11-19", True), ("2026-12-09", False)):
        clock.set(f"{day}T07:58")
        while companion.picks.current().prompt != "three-fewer":
            companion.picks.another()
        companion.picks.done()
        why = companion.picks.another().why
        assert (why in lines(file, "reasons.then")) == follows
        companion.picks.done()


def test_one_that_was_only_ignored_is_still_warm_and_comes_smaller(
    chain: Companion, clock: StandingClock
) -> None:
    chain.prompts.add("Read a page")
    chain.picks.done(note="Mara")
    clock.set("2026-11-20T07:58")
    whole = chain.picks.current()
    clock.set("2026-11-22T07:58")
    smaller = chain.picks.current()
    assert whole.prompt == smaller.prompt == CHAIN[1]
    assert smaller.seconds < whole.seconds


def test_a_week_later_it_has_cooled(chain: Companion, clock: StandingClock, file: Path) -> None:
    chain.picks.done(note="Mara")
    clock.set("2026-11-27T07:58")
    assert chain.picks.current().why not in lines(file, "reasons.then")


def test_following_takes_the_offered_step_even_if_it_was_skipped_today(
    companion: Companion, file: Path
) -> None:
    leave_only(file)
    then = companion.prompts.add("Ask what the kiln costs")
    companion.prompts.add("Read a page of the kiln book", then=then.id, repeats=True)
    while companion.picks.current().then is None:
        companion.picks.another()
    card = reply(companion.today.done())
    assert card.then is not None
    assert card.then.text == "Ask what the kiln costs"
    assert open_pick(companion.today.follow()).text == "Ask what the kiln costs"


def test_what_does_not_fit_is_not_offered_as_the_next_step(chain: Companion) -> None:
    chain.picks.set_at_hand(place="out")
    for note in ("Mara", "the chair", "Dear Mara"):
        card = reply(chain.today.done(note=note))
        if card.then is not None:
            chain.today.follow()
    assert card.shift.prompt == CHAIN[2]
    assert card.then is None


def test_a_retired_next_step_is_not_offered(chain: Companion) -> None:
    chain.prompts.retire(CHAIN[1])
    assert reply(chain.today.done(note="Mara")).then is None


def test_a_dead_end_is_not_named_by_the_next_step(companion: Companion, file: Path) -> None:
    companion.ideas.add("Taxidermy")
    leave_only(file, "a-tenth-of-it", "an-hour-of-it")
    companion.picks.set_at_hand(minutes=60, idea="Taxidermy")
    while companion.picks.current().prompt != "a-tenth-of-it":
        companion.picks.another()
    then = reply(companion.today.done()).then
    assert then is not None
    assert "Taxidermy" in then.text
    companion.ideas.rule_out("Taxidermy")
    then = reply(companion.today.view()).then
    assert then is not None
    assert "Taxidermy" not in then.text
    assert "Taxidermy" not in str(open_pick(companion.today.follow()))
