"""A pick that was done becomes a shift."""

from shifter.companion.context import Context
from shifter.companion.naming import known_or_new_person
from shifter.companion.shifts import checked_minutes, insert_shift
from shifter.companion.wording import done_text_of, prompt_of, rung_of
from shifter.core.text import clean_note, quoted
from shifter.store import next_steps, offers
from shifter.store.offers import Offer
from shifter.store.writer import Writer


def log_offer(
    context: Context,
    writer: Writer,
    offer: Offer,
    note: str | None,
    *,
    little_yes: bool = False,
    minutes: int | None = None,
) -> str:
    """Log an offer as done now; returns the id of the shift.

    What was typed becomes its note, or names the person. Without minutes it took as long as asked.
    """
    store, moment = context.store, context.now()
    prompt = prompt_of(context, offer)
    rung = rung_of(prompt, offer)
    typed = clean_note(note or "") or None
    person = offer.person
    if typed and prompt.names_person and rung.asks:
        typed = clean_note(typed.removeprefix("@"))
        named = known_or_new_person(store, writer, typed.partition("\n")[0])
        person = named.id
        offer = offer._replace(person_name=named.name)
    text = done_text_of(context, offer)
    writer.label = f"did {quoted(text)}"
    id = insert_shift(
        store,
        writer,
        moment,
        {
            "text": text,
            "minutes": -(-rung.seconds // 60) if minutes is None else checked_minutes(minutes),
            "idea": offer.idea,
            "person": person,
            "little_yes": int(little_yes),
            "note": typed,
            "prompt": offer.prompt,
        },
    )
    offers.answer(writer, offer.id, "done", {"shift": id})
    if offer.step is not None and offer.rung == 0:
        next_steps.took(writer, offer.step, id, moment.day(store.settings().rollover))
    return id
