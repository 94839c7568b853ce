"""Words folded for searching: no capitals, no accents, one way of writing each letter."""

# Scripts without spaces between words: each character is searched for by itself.
_UNSPACED = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"

# The joiner of emoji and their variation selectors: what is typed and what is kept may differ.
_HOW_IT_LOOKS = "\u200d\ufe0e\ufe0f"


def folded(text: str) -> str:
    """`Ärger über Straße` becomes `arger uber strasse`; an emoji stands by itself."""
    if text.isascii():
        return text.lower()
    # What a quick command, whose words are mostly plain, need not wait for.
    import re
    from unicodedata import category, combining, normalize

    letters = normalize("NFKD", normalize("NFKD", text).casefold())
    plain = "".join(
        f" {letter} " if category(letter) == "So" else letter
        for letter in letters
        if not combining(letter) and letter not in _HOW_IT_LOOKS
    )
    return re.sub(_UNSPACED, r" \g<0> ", plain)


def is_sought_as_word(word: str) -> bool:
    """Whether it has a letter, a digit or a symbol such as an emoji, not punctuation alone."""
    if any(letter.isalnum() for letter in word):
        return True
    from unicodedata import category

    return any(category(letter) == "So" for letter in word)


def begins_a_word(sought: str, text: str) -> bool:
    """Whether a word of the text begins like this; both are folded already."""
    import re

    return re.search(rf"(?<!\w){re.escape(sought)}", text) is not None
