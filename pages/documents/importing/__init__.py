"""Turns a file of one of the network's documents into a draft, article by article."""
