"""The body of an interview on its page: as its author wrote it, with an id for each answer."""

from shoptalk.reading.interview import Interview
from shoptalk.site.phrases import anchor


def answers(interview: Interview) -> str:
    """The body; the heading of an answer gets its question's id."""
    body = interview.body
    if body.too_costly:
        return "*The text of this conversation is too intricate to be shown as a page.*"
    text, at = body.source.text, body.span.start
    parts = []
    answered = [(question.answer, question) for question in interview.questions if question.answer]
    for answer, question in sorted(answered, key=lambda one: one[0].heading_span.start):
        start = answer.heading_span.start
        line_end = text.find("\n", start)
        line_end = body.span.end if line_end < 0 else line_end
        heading = text[start:line_end].rstrip()
        if start >= at and not heading.endswith("}"):
            parts.append(f"{text[at:start]}{heading} {{#{anchor(question)}}}")
            at = line_end
    parts.append(text[at : body.span.end])
    closing = f"\n{body.left_open}\n" if body.left_open else ""
    return "".join(parts).strip("\n") + closing
