"""The files of a new portfolio."""
