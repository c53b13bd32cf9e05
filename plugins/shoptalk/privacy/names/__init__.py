"""Finding people in texts: by names in every spelling, contacts, and whatever else is theirs."""
