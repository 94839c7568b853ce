"""The rules: immutable records and pure functions, without clock, files or screen."""
