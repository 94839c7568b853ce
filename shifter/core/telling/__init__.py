"""The story written out: the long version of "I made a career change", and the week in short."""
