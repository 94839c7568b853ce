"""The first screen of all: the tiny thing to do now."""
