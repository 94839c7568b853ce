"""What ships: enough of it, well spread, complete, and fit to be read."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from shifter.catalogue.prompts import FIRST_PROMPTS, KINDS, load_prompts
from shifter.companion.follows import ANSWER
from shifter.core.placeholders import fill, placeholders_in
from shifter.core.records import Prompt

PROMPTS = load_prompts()
BY_ID = {prompt.id: prompt for prompt in PROMPTS}
RUNGS = [(prompt, rung) for prompt in PROMPTS for rung in prompt.ladder]

PROMISED = {
    "find a fun class nearby": "find-a-fun-class",
    "join an online call of other career changers": "join-changers-call",
    "ask an acquaintance to talk about what they do": "ask-what-they-do",
    "open an account to start a blog": "open-a-blog-account",
    "ask a friend to be an accountability buddy": "ask-a-buddy",
    "buy the first materials for a project": "buy-first-materials",
    "name one person whose work inspires": "name-one-person",
    "list why it excites": "why-they-excite",
    "turn the list into a first rough draft to them": "three-rough-lines",
    "send it": "send-the-lines",
    "invite a friend for coffee to talk about the change": "invite-for-coffee",
    "find an event, class or community for a hunch": "find-an-event",
    "join a local group": "join-a-local-group",
    "find the phone number of an interesting company": "find-a-phone-number",
    "take another way home from work": "another-way-home",
    "put a notebook in the bag for the train": "notebook-in-the-bag",
    "check in with an old connection": "old-connection",
    "tell one person the unlikely idea": "tell-the-unlikely-idea",
    "choose who to write to and put a slot in the calendar": "slot-to-write",
    "list three concrete outputs for one skill": "three-outputs",
    "find a 6 to 12 week project or a small paid piece of work": "find-a-short-project",
    "find a mentoring pod of 3 to 5": "find-a-pod",
    "ask for a shadowing day or a secondment": "ask-to-shadow",
    "offer a four-week pro bono sprint": "offer-four-weeks",
    "write up one result as a short case study": "short-case-study",
    "ask for a referral or an endorsement": "ask-for-a-referral",
    "check an idea against one's values": "idea-meets-values",
    "price a small offering": "price-a-small-offer",
    "send a personal thank-you or follow-up": "personal-thank-you",
}


def chain_from(prompt: Prompt) -> list[str]:
    chain = [prompt.id]
    while (step := BY_ID[chain[-1]].then) is not None:
        chain.append(step)
    return chain


def chains() -> list[list[str]]:
    follow = {prompt.then for prompt in PROMPTS}
    return [chain_from(prompt) for prompt in PROMPTS if prompt.then and prompt.id not in follow]


def steps_before(prompt: Prompt) -> list[Prompt]:
    return [before for before in PROMPTS if before.then == prompt.id]


def test_there_are_plenty() -> None:
    assert len(PROMPTS) >= 160


def test_every_kind_is_well_filled() -> None:
    counts = Counter(prompt.kind for prompt in PROMPTS)
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 12


@pytest.mark.parametrize(
    ("minutes", "least", "most"),
    [(2, 0.2, 0.32), (5, 0.42, 0.56), (10, 0.12, 0.22), (60, 0.05, 0.1)],
)
def test_sizes_are_spread_with_most_of_them_small(minutes: int, least: float, most: float) -> None:
    share = sum(prompt.minutes == minutes for prompt in PROMPTS) / len(PROMPTS)
    assert least <= share <= most


@pytest.mark.parametrize(("place", "count"), [("phone", 25), ("out", 20), ("anywhere", 60)])
def test_there_is_something_for_every_place(place: str, count: int) -> None:
    assert sum(place in prompt.places for prompt in PROMPTS) >= count


@pytest.mark.parametrize("place", ["desk", "phone", "out"])
@pytest.mark.parametrize("about_an_idea", [True, False])
def test_two_minutes_are_enough_in_any_place(place: str, *, about_an_idea: bool) -> None:
    fitting = [
        prompt
        for prompt in PROMPTS
        if prompt.minutes == 2
        and {place, "anywhere"} & set(prompt.places)
        and prompt.quotes is None
        and (prompt.goes_with == "idea") == about_an_idea
    ]
    assert len(fitting) >= 8


def test_about_a_third_are_about_an_idea() -> None:
    share = sum(prompt.goes_with == "idea" for prompt in PROMPTS) / len(PROMPTS)
    assert 0.25 <= share <= 0.4


@pytest.mark.parametrize("id", PROMISED.values(), ids=PROMISED.keys())
def test_every_promised_prompt_ships(id: str) -> None:
    assert id in BY_ID


def test_the_letter_to_someone_inspiring_is_one_chain() -> None:
    steps = ["name-one-person", "why-they-excite", "three-rough-lines", "send-the-lines"]
    assert chain_from(BY_ID[steps[0]]) == steps
    name, why, draft, send = (BY_ID[step] for step in steps)
    assert name.names_person
    assert why.ladder[0].asks
    assert draft.quotes
    assert draft.ladder[0].asks
    assert send.quotes
    assert fill(send.ladder[0].text, "Ines Calder", None) == "Send Ines Calder your rough lines."


def test_a_version_that_only_gets_ready_is_told_apart_where_something_would_follow() -> None:
    for prompt in PROMPTS:
        assert not prompt.ladder[0].ends, prompt.id
        assert prompt.then or not any(rung.ends for rung in prompt.ladder), prompt.id


def test_nobody_is_called_them_before_they_have_a_name() -> None:
    for prompt in PROMPTS:
        for rung in prompt.ladder:
            words = {it.fallback for it in placeholders_in(rung.text) if it.name == "person"}
            assert not words & {"them", "they", "that person"}, prompt.id


def test_nothing_is_called_it_where_a_chain_came_without_an_idea() -> None:
    for prompt in PROMPTS:
        if prompt.goes_with != "idea":
            for id in chain_from(prompt)[1:]:
                for rung in BY_ID[id].ladder:
                    words = {it.fallback for it in placeholders_in(rung.text) if it.name == "idea"}
                    assert not words & {"it", "this", "that"}, id


def test_there_are_many_chains_of_two_to_five_steps() -> None:
    assert len(chains()) >= 17
    assert {len(chain) for chain in chains()} <= {2, 3, 4, 5}


def test_what_is_quoted_was_asked_for_by_every_step_before() -> None:
    for prompt in PROMPTS:
        # Whatever was written long ago can be answered.
        if prompt.quotes and prompt.id != ANSWER:
            before = steps_before(prompt)
            assert before, prompt.id
            assert all(step.ladder[0].asks for step in before), prompt.id
            assert not any(step.names_person for step in before), prompt.id


def test_first_prompts_are_short_possible_anywhere_and_stand_alone() -> None:
    first = [BY_ID[id] for id in FIRST_PROMPTS]
    assert len(set(FIRST_PROMPTS)) >= 10
    for prompt in first:
        assert prompt.minutes <= 5
        assert prompt.places == ("anywhere",)
        assert prompt.quotes is None
        assert prompt.ladder[-1].asks or prompt.goes_with
    assert sum(prompt.goes_with == "idea" for prompt in first) >= 5
    assert sum(prompt.goes_with is None for prompt in first) >= 5


def test_every_ladder_shrinks_from_the_whole_prompt_to_half_a_minute() -> None:
    for prompt in PROMPTS:
        seconds = [rung.seconds for rung in prompt.ladder]
        assert seconds[0] == prompt.minutes * 60
        assert seconds[-1] == 30
        assert all(larger > smaller for larger, smaller in pairwise(seconds))


def test_what_is_to_be_typed_has_a_place_to_type_it() -> None:
    for _, rung in RUNGS:
        if re.search(r"\b(Type|type|Finish this)\b", rung.text):
            assert rung.asks, rung.text


def test_where_names_are_typed_the_smallest_rung_asks_for_a_name_or_for_nothing() -> None:
    for prompt in PROMPTS:
        rung = prompt.ladder[-1]
        if prompt.names_person and rung.asks:
            assert "name" in rung.asks, prompt.id


def test_done_reads_on_after_yesterday_you() -> None:
    for _, rung in RUNGS:
        done = fill(rung.done, None, None)
        assert done[0].isupper(), done
        assert done[0].isascii(), done
        assert done[-1].isalnum(), done
        assert not re.search(r"\b(I|I'm|my|mine|me|your|yours|you)\b", done), done


def test_a_text_is_a_sentence_that_fits_the_card() -> None:
    for _, rung in RUNGS:
        text = fill(rung.text, None, None)
        assert len(text) <= 70, text
        assert text[0].isupper(), text
        assert text[-1] in ".?" or text.endswith("..."), text


@pytest.mark.parametrize(
    "idea", ["teaching first aid to teenagers", "Pottery studio", "A bakery for dogs?"]
)
def test_an_idea_is_told_apart_from_the_words_around_it(idea: str) -> None:
    """What it is called may be a thing, a place, a deed or a question."""
    lines = [
        line
        for prompt, rung in RUNGS
        for line in (rung.text, rung.more, rung.done, prompt.quotes)
        if line and "{idea" in line
    ]
    assert lines
    for line in lines:
        assert f"“{idea.removesuffix('?')}" in fill(line, "Ana", idea)
        # One doesn't do a studio, nor does a bakery happen.
        assert not re.search(r"\b(does|do|did) \{idea|(?<!like )\{idea[^}]*\} happen", line)


@pytest.mark.parametrize("part", ["text", "done"])
def test_no_two_are_alike(part: str) -> None:
    lines = [fill(getattr(rung, part), None, None).casefold() for _, rung in RUNGS]
    assert [line for line, count in Counter(lines).items() if count > 1] == []


def test_nothing_shouts_and_nothing_speaks_like_an_office() -> None:
    words = " ".join(
        part
        for _, rung in RUNGS
        for part in (rung.text, rung.more, rung.done, rung.asks)
        if part is not None
    )
    assert "!" not in words
    assert not re.search(
        r"\b(network\w*|leverag\w*|stakeholder\w*|synerg\w*|brand\w*|pro bono|sprint|"
        r"deliverable\w*|elevator|goal\w*|productiv\w*|hustle|must-have|just do it)\b",
        words,
        re.IGNORECASE,
    )
