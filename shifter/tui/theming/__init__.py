"""The colours: themes as Textual takes them, which one is worn, and how well it can be read."""
