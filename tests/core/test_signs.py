import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.signs import Signs, has_signs, read_signs
from shifter.errors import Refused


def plain(text: str) -> Signs:
    return Signs(text, None, None, None, little_yes=False)


def test_all_signs_in_one_line() -> None:
    assert read_signs("Emailed Ana about the kiln #pottery @ana 10m !") == Signs(
        "Emailed Ana about the kiln", "pottery", "ana", 10, little_yes=True
    )


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("#pottery Threw a bowl", plain("Threw a bowl")._replace(idea="pottery")),
        ("Threw #pottery a bowl", plain("Threw a bowl")._replace(idea="pottery")),
        ("Threw a bowl #pottery", plain("Threw a bowl")._replace(idea="pottery")),
        ("Asked @ana, then left", plain("Asked, then left")._replace(person="ana")),
        ("Wrote about #pottery.", plain("Wrote about.")._replace(idea="pottery")),
        ("#pottery: threw a bowl", plain("threw a bowl")._replace(idea="pottery")),
        ("Asked @ana!", plain("Asked!")._replace(person="ana")),
        ("Wrote @ana@fosstodon.org", plain("Wrote")._replace(person="ana@fosstodon.org")),
        ("Named #céramique @Zoë", plain("Named")._replace(idea="céramique", person="Zoë")),
        ("Twice #pottery and #Pottery", plain("Twice and")._replace(idea="pottery")),
        ("Called @ana 10m", plain("Called")._replace(person="ana", minutes=10)),
        ("Called 10m @ana", plain("Called")._replace(person="ana", minutes=10)),
        ("Called ! 10MIN", plain("Called")._replace(minutes=10, little_yes=True)),
        ("Called 10m #x !", plain("Called")._replace(idea="x", minutes=10, little_yes=True)),
        ("Slept 1440m", plain("Slept")._replace(minutes=1440)),
        ("Ran 5m 10m", plain("Ran 5m")._replace(minutes=10)),
        ("Wide  open   spaces #x", plain("Wide  open   spaces")._replace(idea="x")),
        ("Prices #x  Kovač", plain("Prices Kovač")._replace(idea="x")),
        ("Wide  #x   #X  @y  open", plain("Wide open")._replace(idea="x", person="y")),
        ("Wide  #x, then  open", plain("Wide, then  open")._replace(idea="x")),
        ("Wide  #x  open", plain("Wide open")._replace(idea="x")),
    ],
)
def test_signs_are_taken_out(line: str, signs: Signs) -> None:
    assert read_signs(line) == signs


@pytest.mark.parametrize(
    "line",
    [
        "Just words",
        "Learned C# today",
        "Wrote to ana@example.org",
        "A lone # stays",
        "A lone @ stays",
        "Marks #! and @?",
        "Headings ## and ##two",
        "Great talk!",
        "Hey ! there",
        "10m of reading",
        "Read for 10 min",
        "Read 10mins",
        "Ran 0m",
        "Ran 1441m",
        "Ran 10000m",
        "Paid 10m.",
        "Counted ٣m",
        "Paid $10",
        "[/b] [red]x",
        "שלום עולם",
        "👩‍👩‍👧",
    ],
)
def test_what_is_no_sign_stays_text(line: str) -> None:
    assert read_signs(line) == plain(line)


@pytest.mark.parametrize(
    ("line", "both"),
    [
        ("Met @ana and @ben", ["ana", "ben"]),
        ("Threw #pottery #glass", ["pottery", "glass"]),
        ("Met @ana @Ana @ben", ["ana", "ben"]),
    ],
)
def test_two_ideas_or_two_people_are_refused_by_name(line: str, both: list[str]) -> None:
    with pytest.raises(Refused) as refusal:
        read_signs(line)
    assert all(name in refusal.value.message for name in both)


@pytest.mark.parametrize("line", ["", "  ", "#pottery", "@ana 10m !", "!", "10m", "#a, @b."])
def test_signs_alone_are_refused(line: str) -> None:
    with pytest.raises(Refused):
        read_signs(line)


@pytest.mark.parametrize(
    ("text", "there_are"),
    [
        ("warm #kiln", True),
        ("@ana laughed\nand so did I", True),
        ("it took\n10m", True),
        ("done !", True),
        ("#pottery", True),
        ("#pottery and #law", True),
        ("10m of rope", False),
        ("done!", False),
        ("ana@kiln.example, C# and 3 # signs", False),
        ("", False),
    ],
)
def test_a_text_has_signs_where_a_line_would_be_read_otherwise(text: str, there_are: bool) -> None:
    assert has_signs(text) is there_are


WORDS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
SIGNS = st.permutations(["#pottery", "@ana", "25m", "!"])


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), SIGNS)
def test_the_order_of_signs_at_the_end_does_not_matter(text: str, signs: list[str]) -> None:
    assert read_signs(f"{text} {' '.join(signs)}") == Signs(
        text, "pottery", "ana", 25, little_yes=True
    )


@given(st.text(st.sampled_from("ab#@!5m. ,"), max_size=30))
def test_no_line_is_too_odd(line: str) -> None:
    try:
        signs = read_signs(line)
    except Refused:
        return
    assert signs.text.strip() == signs.text
    assert signs.text
    assert not {"#", "@"} & {(signs.idea or "x")[0], (signs.person or "x")[0]}
