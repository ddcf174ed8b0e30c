"""Reads news and events, in the language of the reader and in English where that is missing."""
