"""Shoptalk: from a folder of interview write-ups to a checked, searchable portfolio."""

__version__ = "0.1.0"
