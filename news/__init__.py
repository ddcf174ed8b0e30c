"""News and events of the network: what happened, and what will."""
