"""The data file: SQLite, its schema, and the queries, one module a subject."""
