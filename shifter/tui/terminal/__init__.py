"""The terminal around the app: taken over and given back, what it sends, and what it can show."""
