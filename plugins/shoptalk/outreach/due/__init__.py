"""What waits to be done, and how it is listed."""
