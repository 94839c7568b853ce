"""The long version as one HTML page that needs nothing beside itself."""

from collections.abc import Iterator
from datetime import date
from html import escape

from shifter.core.days import long_day, whole_day
from shifter.core.telling.long_version import LongVersion, Told, told

COLOURS = {
    name: f"var(--{name})"
    for name in (
        *("background", "foreground", "ink", "quiet", "line", "accent", "lit"),
        *("level-1", "level-2", "level-3", "level-4"),
    )
}
"""What a picture in the page is painted with, so that it is dark where the reader's screen is."""

_STYLE = """
:root { color-scheme: light dark;
  --background: #fbf7ef; --foreground: #3b352c; --ink: #17130c; --quiet: #6d665a;
  --line: #d9d0bf; --accent: #8a4b00; --lit: #b36b00;
  --level-1: #ead9b8; --level-2: #d9b06a; --level-3: #b9781f; --level-4: #8a4b00; }
@media screen and (prefers-color-scheme: dark) { :root {
  --background: #16161d; --foreground: #d9d4c7; --ink: #fffaf0; --quiet: #9a97a3;
  --line: #4a4956; --accent: #f2b53c; --lit: #ffd05e;
  --level-1: #5c4620; --level-2: #90692a; --level-3: #c99232; --level-4: #ffd05e; } }
body { background: var(--background); color: var(--foreground); margin: 0 auto; max-width: 46rem;
  padding: 3rem 1.25rem 6rem; font: 1.06rem/1.6 ui-serif, Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere; }
h1 { color: var(--ink); font-size: 2.3rem; line-height: 1.2; margin: 0 0 1.5rem; }
h2 { color: var(--accent); margin: 3.5rem 0 0; border-bottom: 1px solid var(--line); }
h3 { color: var(--ink); font-size: 1rem; margin: 1.8rem 0 .3rem; }
.sum, time, small { color: var(--quiet); font-size: .88em; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: .15rem 0; padding-left: 6rem; text-indent: -6rem; }
li > time { display: inline-block; width: 4rem; text-indent: 0; }
li > b { color: var(--lit); display: inline-block; font-weight: normal; width: 2rem;
  text-indent: 0; }
.turns li { padding-left: 12.5rem; text-indent: -12.5rem; }
.turns time { width: 10.5rem; }
blockquote { border-left: 2px solid var(--line); margin: .2rem 0 .5rem; padding-left: .9rem;
  text-indent: 0; white-space: pre-wrap; }
figure { margin: 2.5rem 0; overflow-x: auto; }
svg { height: auto; max-width: 100%; }
h2, h3, .sum { break-after: avoid; }
li { break-inside: avoid; orphans: 2; widows: 2; }
@media (max-width: 36rem) {
  body { padding: 2rem 1rem 4rem; }
  h1 { font-size: 1.9rem; }
  figure { margin: 1.5rem -1rem; }
  svg { max-width: none; width: 48rem; }
  li { padding-left: 5rem; text-indent: -5rem; }
  li > time { width: 3.5rem; }
  li > b { width: 1.5rem; }
  .turns li { margin: .5rem 0; padding-left: 1.5rem; text-indent: -1.5rem; }
  .turns time { display: block; width: auto; }
  .turns b { margin-left: -1.5rem; text-indent: 0; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --background: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { margin-top: 2rem; }
}
"""


def page(story: LongVersion) -> Iterator[str]:
    """Line by line."""
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style></head><body>"
    yield f"<h1>{escape(story.title)}.</h1>"
    for line in story.opening:
        yield f"<p>{escape(line)}</p>"
    for tower in story.towers:
        yield f"<figure>{tower}</figure>"
    if story.turning_points:
        yield '<h2>The turning points</h2><ul class="turns">'
        for point in story.turning_points:
            time = f'<time datetime="{point.day}">{whole_day(point.day)}</time>'
            yield f"<li>{time}<b>{point.glyph}</b>{escape(point.text)}</li>"
        yield "</ul>"
    for chapter in story.chapters():
        yield f"<h2>{chapter.month:%B %Y}</h2>"
        if chapter.adds_up_to:
            yield f'<p class="sum">{escape(chapter.adds_up_to)}</p>'
        for day, entries in chapter.days:
            yield f"<h3>{long_day(day)}</h3><ul>"
            for entry in entries:
                yield _entry(day, told(entry))
            yield "</ul>"
    for line in story.closing:
        yield f"<p>{escape(line)}</p>"
    yield "</body></html>"


def _entry(day: date, words: Told) -> str:
    time = f'<time datetime="{day}">{words.time}</time>'
    beside = f" <small>{escape(words.beside)}</small>" if words.beside else ""
    quoted = f"<blockquote>{escape(words.quoted)}</blockquote>" if words.quoted else ""
    return f"<li>{time}<b>{words.glyph}</b>{escape(words.text)}{beside}{quoted}</li>"
