"""Telling where the student's own files name people who did not agree to it."""
