"""The way of a key: whose it is, which action it begins, and when that one's turn comes."""
