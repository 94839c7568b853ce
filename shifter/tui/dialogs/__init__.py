"""Questions over a screen; each results in an answer, or in None."""
