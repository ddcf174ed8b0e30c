"""Membership: cities, applications, the Committee's decisions, and the life of a member."""
