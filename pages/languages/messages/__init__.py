"""The interface's catalogues: what the sources say, and whether every language says it whole. For development only."""
