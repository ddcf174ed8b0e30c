"""The thirteen languages: table, negotiation, formats, order and names."""
