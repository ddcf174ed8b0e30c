"""The project package of B40: settings, addresses, commands and seed."""
