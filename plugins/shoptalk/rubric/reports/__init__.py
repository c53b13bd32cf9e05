"""The grades of a portfolio as people and programs read them: one module for each format."""
