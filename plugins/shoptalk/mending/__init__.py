"""Files → the same files, where a fault can be mended in one way only."""
