"""What changes the records: each function is one transaction that locks, asks the rules, saves and records."""
