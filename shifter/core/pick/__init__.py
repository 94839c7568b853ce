"""Choosing the one prompt for the card, and learning from what became of each.

`choosing` is where it begins: the rules that decide by themselves, then the limits, then what was
learned. `exploring` is for finding out what is not known. `resting` tells how long a prompt stays
away once it was on the card, `counting` what an answered pick adds, `beliefs` what follows from the
sums, `turns` whose turn it is among the ideas, `terms` what a prompt is worth, `reasons` why it is
on the card.
"""
