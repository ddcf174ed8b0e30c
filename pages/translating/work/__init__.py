"""Who translates what: languages of a person, assignments with a day, what there is to do, and reminders."""
