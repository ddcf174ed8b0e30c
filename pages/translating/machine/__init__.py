"""Lets a service of the network's choice propose texts; off unless its address is given."""
