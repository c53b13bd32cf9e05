"""Questions as text, one format each."""
