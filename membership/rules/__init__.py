"""The network's rules as pure functions: no clock, no setting, no database, no language."""
