"""Columns that many tables have. Their words are kept in every file, so they never change."""

KEPT = """
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    device  TEXT NOT NULL
"""

STAGE = "stage IN ('hunch', 'exploring', 'project', 'dead_end', 'yes')"
