"""Export and import: shifter's own document, and the files of other programs."""

from shifter.companion.exchange.area import Exchange

__all__ = ["Exchange"]
