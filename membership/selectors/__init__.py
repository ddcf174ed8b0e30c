"""What reads the records: querysets in, values out."""
