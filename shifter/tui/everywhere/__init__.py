"""What works on every screen: palette, themes, settings, help, undo, suggestions, backups."""
