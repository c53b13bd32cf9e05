"""The checks whose findings can be mended for certain, and how each is mended.

A check that is not here is for its author to mend: more than one thing may be meant, or something
would be lost.
"""

from collections.abc import Callable
from typing import Any

from shoptalk.findings.check import Check
from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.mending.fence_edits import (
    closing_hyphens,
    fences_around,
    hyphens,
    hyphens_for_code,
    nothing_before,
)
from shoptalk.mending.field_edits import numeric_date, plain_choice, plain_years, respelt_key
from shoptalk.mending.line_edits import (
    closed_bracket,
    closed_quote,
    corrected,
    dash_for_sign,
    dashed_item,
    literal_text,
    quoted_again,
    quoted_item,
    quoted_name,
    quoted_number_sign,
    quoted_start,
    quoted_text,
    quoted_to_the_end,
    quoted_whole,
    quoted_word,
    spaced_key,
    sure_colon,
    without_comma,
)
from shoptalk.mending.question_edits import listed_question
from shoptalk.mending.text_edits import closed_code, legible_line, spaced_hashes, spaced_line
from shoptalk.reading import (
    body,
    career_path,
    characters,
    fence_faults,
    field_faults,
    interview_faults,
    nodes,
    traps,
    yaml_faults,
)
from shoptalk.reading.source import Source

EditsOf = Callable[[Source, Finding], tuple[Edit, ...]]
"""The edits that mend a finding together; none where this one is for its author to mend."""

Stage = tuple[tuple[Check[Any], EditsOf], ...]

CHARACTERS: Stage = (
    (characters.mojibake, legible_line),
    (characters.hidden_character, legible_line),
    (characters.line_separator, spaced_line),
    (yaml_faults.no_break_space, corrected),
)
FENCES: Stage = (
    (fence_faults.unfenced_front_matter, fences_around),
    (fence_faults.front_matter_not_first, nothing_before),
    (fence_faults.wrong_fence, hyphens),
    (fence_faults.dots_close_front_matter, hyphens),
    (fence_faults.unclosed_front_matter, closing_hyphens),
    (fence_faults.front_matter_in_code_block, hyphens_for_code),
)
LINES: Stage = (
    (yaml_faults.colon_in_value, quoted_text),
    (yaml_faults.text_after_quote, quoted_again),
    (yaml_faults.text_after_bracket, quoted_text),
    (yaml_faults.text_after_block_sign, quoted_to_the_end),
    (yaml_faults.reserved_start, quoted_start),
    (yaml_faults.comment_cuts_value, quoted_number_sign),
    (nodes.yaml_alias, quoted_name),
    (nodes.yaml_tag, quoted_whole),
    (traps.yaml_word, quoted_word),
    (traps.looks_like_number, quoted_word),
    (traps.question_mark_in_braces, corrected),
    (interview_faults.question_is_mapping, quoted_item),
    (interview_faults.item_is_mapping, quoted_item),
    (yaml_faults.unclosed_quote, closed_quote),
    (yaml_faults.unclosed_bracket, closed_bracket),
    (yaml_faults.trailing_comma, without_comma),
    (yaml_faults.invalid_escape, literal_text),
    (yaml_faults.missing_colon, sure_colon),
    (yaml_faults.no_space_after_colon, spaced_key),
    (yaml_faults.no_space_after_dash, dashed_item),
    (yaml_faults.wrong_list_sign, dash_for_sign),
    (yaml_faults.tab_indentation, corrected),
)
FIELDS: Stage = (
    (field_faults.unknown_key, respelt_key),
    (field_faults.not_a_date, numeric_date),
    (career_path.not_years, plain_years),
    (field_faults.not_among_choices, plain_choice),
)
BODY: Stage = (
    (body.no_space_after_hashes, spaced_hashes),
    (body.unclosed_code_block, closed_code),
)
QUESTIONS: Stage = ((interview_faults.unlisted_question, listed_question),)

STAGES = (CHARACTERS, FENCES, LINES, FIELDS, BODY, QUESTIONS)
"""In this order, since what one mends may be all that another finds wrong."""

CERTAIN = {check.id: edits_of for stage in STAGES for check, edits_of in stage}
FAULTS_OF_YAML = {made.id for made in vars(yaml_faults).values() if isinstance(made, Check)}

OPEN_ENDS = {fence_faults.unclosed_front_matter.id, fence_faults.unfenced_front_matter.id}
KEYS = {field_faults.unknown_key.id, yaml_faults.no_space_after_colon.id}


def edits_for(source: Source, finding: Finding) -> tuple[Edit, ...]:
    """The lines to change so that a finding is mended for certain; none where that is not sure."""
    edits_of = CERTAIN.get(finding.check)
    return edits_of(source, finding) if edits_of else ()


def all_edits(source: Source, findings: list[Finding]) -> list[tuple[str, tuple[Edit, ...]]]:
    """For each finding that can be mended, its check and its edits, from the top down.

    Where a line can only be read after a repair that is not certain, nothing in it is. Nor is a key
    where it is not certain which lines are keys.
    """
    found = sorted(findings, key=lambda finding: finding.sort_key)
    mended = [(finding, edits_for(source, finding)) for finding in found]
    doubtful = {
        finding.place.line - 1
        for finding, edits in mended
        if finding.check in FAULTS_OF_YAML and not edits
    }
    if any(finding.check in OPEN_ENDS and not edits for finding, edits in mended):
        mended = [(finding, edits) for finding, edits in mended if finding.check not in KEYS]
    return [
        (finding.check, edits)
        for finding, edits in mended
        if edits and not any(doubtful.intersection(edit.old_lines) for edit in edits)
    ]
