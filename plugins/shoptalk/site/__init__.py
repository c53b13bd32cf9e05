"""Records become pages, in plain Markdown that any generator can build."""
