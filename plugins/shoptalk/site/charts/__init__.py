"""Pictures of a portfolio, drawn while the site is built, each with its numbers as a table."""
