"""The start: what is on the screen before Textual is, and the app behind it."""
