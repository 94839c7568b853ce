"""The prompts and phrases that ship with shifter, and their loader.

Reading the files takes a while, so callers keep what they loaded for as long as `catalogue_hash`
stays the same.
"""
