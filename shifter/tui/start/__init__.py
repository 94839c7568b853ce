"""What is on the screen before Textual is: a picture, kept or drawn, or the wait for a file."""
