"""Commands in a file each, which is loaded only when its command is called."""
