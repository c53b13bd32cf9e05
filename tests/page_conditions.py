"""What a rubric must ask for so that the example on a check's page shows the check's fault.

For the checks that the default rubric does not use, as one condition in YAML's flow style.
"""

CONDITIONS = {
    "forbidden-match": "not: {missing-heading: {headings: [Transcript]}}",
    "no-alternative-met": "any: [missing-field: {field: link}, missing-field: {field: research}]",
    "mismatched-text": "mismatched-text: {field: link, pattern: '^https://www\\.example\\.org/'}",
    "unexpected-value": "unexpected-value: {field: industry, values: [Healthcare, Education]}",
    "too-many-items": "too-many-items: {field: questions, at_most: 2}",
    "too-many-words": "too-many-words: {field: research, at_most: 8}",
    "too-few-paragraphs": "too-few-paragraphs: {at_least: 2, heading: what I learnt}",
    "too-many-paragraphs": "too-many-paragraphs: {at_most: 1, heading: summary}",
    "missing-heading": "missing-heading: {headings: [reflection]}",
    "missing-question": "missing-question: {questions: [advice * student]}",
    "unanswered-question": "unanswered-question",
    "uncovered-topic": "uncovered-topic: {topic: career-path, phrases: [how did you]}",
    "date-outside-window": "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
    "dates-out-of-order": "dates-out-of-order: {fields: [date, thanked]}",
    "late-thank-you": "late-thank-you",
    "minutes-outside-range": "minutes-outside-range: {at_least: 20, at_most: 60}",
    "missing-attachment": "missing-attachment: {name: transcript}",
    "too-few-links": "too-few-links: {at_least: 1}",
    "ineligible-person": "ineligible-person: {relations: [aunt, uncle]}",
    "too-few-personal-questions": "too-few-personal-questions: {at_least: 1}",
    "too-few-open-questions": "too-few-open-questions",
    "transcript-instead-of-reflection": "transcript-instead-of-reflection",
    "vague-application": "vague-application",
    "untied-learning": "untied-learning",
    "placeholder-in-body": "placeholder-in-body",
    "no-first-person": "no-first-person",
}
