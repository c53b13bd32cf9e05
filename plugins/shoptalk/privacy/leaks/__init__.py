"""Searching a built site for what must not be in it."""
