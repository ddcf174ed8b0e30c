"""Who gets in: logging in, the second factor, and what an administrator does for those who lost it."""
