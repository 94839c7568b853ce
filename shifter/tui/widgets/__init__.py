"""Widgets that paint themselves from what they are given."""
