"""The question bank: each question once, with everybody who was asked."""
