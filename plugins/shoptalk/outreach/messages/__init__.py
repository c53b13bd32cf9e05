"""What a message says, and what it lacks: by lists of words, one for each language."""
