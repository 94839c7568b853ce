"""Questions over a screen; the result of each is an answer, or None if it was left."""
