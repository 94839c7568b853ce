"""The commands that hand the log to other programs and take in what they have."""
