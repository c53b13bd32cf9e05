"""The portfolios of a class, graded side by side: what students handed in is read, never run."""
