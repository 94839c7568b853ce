"""Five minutes a day toward work you love."""
