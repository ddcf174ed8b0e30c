"""Takes the news of the network's former site over from an export of WordPress."""
