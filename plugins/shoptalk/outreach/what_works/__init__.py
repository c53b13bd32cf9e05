"""What came of asking: numbers with their uncertainty, and who led to whom."""
