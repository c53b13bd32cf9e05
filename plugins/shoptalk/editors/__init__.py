"""What editors are told of a portfolio's files, made from the records those are read into."""
