"""What people did not agree to have published, and where it shows all the same."""
