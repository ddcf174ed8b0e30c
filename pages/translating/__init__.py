"""What keeps translations true: what each took over, what changed since, who checked it."""
