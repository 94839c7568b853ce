"""A pick in words: an offer with its names filled in, what came before, and what could follow."""

from datetime import timedelta

from shifter.companion.context import Context
from shifter.core.greeting import day_in_words, mornings_ago
from shifter.core.placeholders import fill
from shifter.core.records import NextStep, Pick, Prompt, Quote, Rung
from shifter.core.text import LINE_LIMIT
from shifter.store import ideas, next_steps, prompts, shifts
from shifter.store.offers import Offer

_BEYOND_COUNTING = 100
"""Days after which a date says more than a number of mornings."""

LATELY = timedelta(days=7)
LONG_AGO = 30
"""Days after which something is taken up again rather than followed."""


def describe(context: Context, offer: Offer) -> Pick:
    """The offer as it stands on the card."""
    prompt = prompt_of(context, offer)
    rung = rung_of(prompt, offer)
    names = offer.person_name, offer.idea_name
    return Pick(
        offer=offer.id,
        prompt=prompt.id,
        text=text_of(context, offer),
        more=fill(rung.more, *names) if rung.more and not offer.own_text else None,
        seconds=rung.seconds,
        kind=prompt.kind,
        places=prompt.places,
        idea=offer.idea_name,
        person=offer.person_name,
        why=offer.why,
        # What the catalogue would have typed there is not what own words ask for.
        asks=None if offer.own_text else rung.asks,
        quote=_quote(context, offer, prompt),
        can_shrink=offer.rung + 1 < len(prompt.ladder),
        then=next_step(context, offer, offer.person_name),
        own_step=offer.step is not None and offer.rung == 0,
        names_person=prompt.names_person and rung.asks is not None,
    )


def next_step(context: Context, offer: Offer, person: str | None) -> NextStep | None:
    """The natural next step of what was offered, in words."""
    from shifter.core.pick.fitting import largest_rung, suits

    store = context.store
    prompt = prompt_of(context, offer)
    if rung_of(prompt, offer).ends:
        return None
    following = prompts.get(store, prompt.then) if prompt.then else None
    available = context.at_hand()
    if following is None or following.retired or not suits(following.places, available.place):
        return None
    since = context.today() - LATELY
    if not following.repeats and shifts.was_done_since(store, following.id, since):
        return None
    number = largest_rung(following, available.minutes)
    if number is None:
        return None
    rung = following.ladder[number]
    living = {known.name for known in ideas.living(store, offer.idea)}
    text = fill(rung.text, person, offer.idea_name if offer.idea_name in living else None)
    return NextStep(following.id, text, rung.seconds)


def text_of(context: Context, offer: Offer) -> str:
    """What the card asks for."""
    if offer.own_text:
        return offer.own_text
    rung = rung_of(prompt_of(context, offer), offer)
    return fill(rung.text, offer.person_name, offer.idea_name)


def done_text_of(context: Context, offer: Offer) -> str:
    """How it stands in the log once it is done."""
    if offer.own_text:
        return offer.own_text
    rung = rung_of(prompt_of(context, offer), offer)
    return fill(rung.done, offer.person_name, offer.idea_name)[:LINE_LIMIT].strip()


def rung_of(prompt: Prompt, offer: Offer) -> Rung:
    """The size that was offered; the smallest where a newer catalogue has fewer of them."""
    return prompt.ladder[min(offer.rung, len(prompt.ladder) - 1)]


def prompt_of(context: Context, offer: Offer) -> Prompt:
    """The prompt behind an offer."""
    prompt = prompts.get(context.store, offer.prompt)
    assert prompt is not None, "an offer's prompt is kept, even one the catalogue dropped"
    return prompt


def _quote(context: Context, offer: Offer, prompt: Prompt) -> Quote | None:
    """The note of the step before, or the whole of a step that is only begun here."""
    if offer.step is not None:
        return _step_quote(context, offer)
    before = shifts.get(context.store, offer.follows) if offer.follows else None
    if before is None or before.note is None or prompt.quotes is None:
        return None
    days = (context.today() - before.day).days
    is_counted = LONG_AGO <= days < _BEYOND_COUNTING
    day = mornings_ago(days) if is_counted else day_in_words(before.day, context.today())
    return Quote(f"{day} {fill(prompt.quotes, offer.person_name, offer.idea_name)}:", before.note)


def _step_quote(context: Context, offer: Offer) -> Quote | None:
    step = next_steps.get(context.store, offer.step) if offer.step else None
    if step is None:
        return None
    if offer.rung:
        return Quote("The whole step:", step.text)
    return Quote("To find out:", step.question) if step.question else None
