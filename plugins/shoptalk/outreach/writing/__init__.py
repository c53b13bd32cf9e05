"""Adding to the list of requests, of which everything else stays as it is written."""
