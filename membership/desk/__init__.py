"""The office in Wagtail's admin: list of applications, dossier, rounds, decisions, and the records of the network."""
