"""Looks at uploaded files: what they are by their content, and whether they can be kept."""
