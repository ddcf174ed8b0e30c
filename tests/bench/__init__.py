"""Measurements: printed, never judged by a test."""
