"""A portfolio as files that other generators make the same site of."""

VARIABLE = "SHOPTALK_EXPORT"
"""Set in the environment of a build, it names an empty folder for the files."""

MARK = ".shoptalk-export"
"""A file that says that a folder was written by an export."""

DOCS = "docs"
OVERRIDES = "overrides"
SETTINGS = "mkdocs.yml"
PARTS = (DOCS, OVERRIDES, SETTINGS, MARK)
"""All that an export writes, and that the next one writes anew."""

MARK_TEXT = """\
Written by `shoptalk export`, and written anew by the next one: docs/, overrides/, mkdocs.yml.
Change the portfolio that it was made from instead.
"""
