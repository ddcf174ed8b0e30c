"""Sends pages to the translation editor: their texts, a draft in each language, and later what changed."""
