"""The applicant's forms: one class per section, and the check of an uploaded file."""
