"""The grades of a class in each format."""
