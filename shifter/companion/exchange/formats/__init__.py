"""The files of other programs, a module each: read into records, or written from them."""
