"""Findings as text: one module for each format, each with `render_findings`."""
