"""Documents made from values: sheets and letters as PDF, letters as DOCX; no models, no settings, no translation."""
