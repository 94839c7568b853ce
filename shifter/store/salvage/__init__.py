"""Reading what can be read from a damaged data file, page by page, into a new one."""
