"""The loaded stretch of the Story: pages are joined on, and what is far away is let go."""

from shifter.core.story import StoryPage

_MOST = 600
"""Entries that are held at once."""

NOTHING = StoryPage((), has_newer=False, has_older=False, days={})


def with_older(stretch: StoryPage, page: StoryPage) -> StoryPage:
    """The stretch with a page below it; where it grows too long, its newest entries go."""
    entries = (*stretch.entries, *page.entries)
    return StoryPage(
        entries[-_MOST:],
        has_newer=stretch.has_newer or len(entries) > _MOST,
        has_older=page.has_older,
        days={**page.days, **stretch.days},
    )


def with_newer(stretch: StoryPage, page: StoryPage) -> StoryPage:
    """The stretch with a page above it; where it grows too long, its oldest entries go."""
    entries = (*page.entries, *stretch.entries)
    return StoryPage(
        entries[:_MOST],
        has_newer=page.has_newer,
        has_older=stretch.has_older or len(entries) > _MOST,
        days={**page.days, **stretch.days},
    )
