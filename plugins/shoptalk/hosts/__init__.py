"""One adapter for each generator of sites."""
