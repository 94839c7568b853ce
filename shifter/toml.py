"""TOML, read so that whatever is wrong with it is one kind of error."""


def parse(content: bytes | str) -> dict[str, object]:
    """The tables of a file or a text. Raises ValueError where it is no TOML, or no text at all."""
    import tomllib

    # Some editors put a mark before a text.
    text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
