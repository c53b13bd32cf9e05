"""What is asked of an interview, and how far it is met."""
