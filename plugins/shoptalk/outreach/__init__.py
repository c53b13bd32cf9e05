"""Before and after the conversation: who was asked, what came of it, and what is due."""
