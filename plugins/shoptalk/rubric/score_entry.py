"""Adding a score to the text of `scores.yml`, of which everything else stays as it is."""

from shoptalk.mending.yaml_edit import BOM, END, with_value
from shoptalk.rubric.scores import Score

HEAD = """\
# What people said of the write-ups. `shoptalk grade` counts it instead of what the checks propose.
# `shoptalk score` adds to this file; you can also write into it yourself.
scores:
"""


def with_score(text: str, score: Score) -> str:
    """The text of a file of scores with one more at the end of its list.

    Raises NoPlace where the list is not written in a way that can be added to.
    """
    begun = text if text.strip(f"{BOM} \t\r\n") else text + HEAD
    return with_value(begun, ("scores", END), score)
