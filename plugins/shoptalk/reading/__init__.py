"""Bytes become records, or findings; nothing is read as something it is not."""
