"""The network's documents, article by article: versions, languages, citations, papers."""
