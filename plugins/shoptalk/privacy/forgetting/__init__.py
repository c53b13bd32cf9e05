"""Taking somebody out of a portfolio."""
