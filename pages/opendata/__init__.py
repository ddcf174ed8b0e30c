"""The public records as files for programs and spreadsheets: JSON, CSV, GeoJSON, with their description."""
