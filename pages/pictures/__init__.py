"""Pictures: who made them, what they show in each language, and files that tell nothing about persons."""
