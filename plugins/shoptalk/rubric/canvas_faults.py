"""What can be wrong with a rubric in the CSV format of Canvas: each fault with its page."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown


@check(Severity.ERROR)
def broken_csv(why: str) -> Wording:
    """The file cannot be taken apart into rows and cells.

    ### Why it matters

    In CSV a cell with a comma, a quote or a line break stands in double quotes, and a quote inside
    it is doubled. Where a quote is left open, all that follows belongs to one cell.

    ### Example

    A description begins with a double quote, and nothing closes it.

    ### Write instead

    Export the file from Canvas or your spreadsheet again, as "CSV (UTF-8)".
    """
    return Wording(f"the file is no sound CSV: {why}", "export it again, as CSV in UTF-8")


@check(Severity.ERROR)
def unknown_csv_columns(found: str, corrected: tuple[str, ...]) -> Wording:
    """The first line of the file does not name the columns of a Canvas rubric.

    ### Why it matters

    The columns tell names, descriptions and points apart. With others, points might be read as
    names, and nobody would notice.

    ### Example

    The first line is `Criterion;Points`: other names, and semicolons instead of commas.

    ### Write instead

    Begin with the four columns of the rubric, then three for each rating, as the template has it
    that Canvas offers for download.
    """
    help = "begin the file with these columns, the last three once for each rating"
    if ";" in found:
        help = f"separate cells by commas, and {help}"
    return Wording(f"the columns are {shown(found, 60)}", help, corrected)


@check(Severity.ERROR)
def unsuitable_cell(column: str, found: str, why: str) -> Wording:
    """A cell of a Canvas rubric says something that its column cannot hold.

    ### Why it matters

    A rubric made from a guess would give other grades than the one in Canvas. So nothing is made
    until each cell is clear.

    ### Example

    Under `Rating Points` stands `ten`.

    ### Write instead

    Write a number such as `10` or `7.5`.
    """
    return Wording(f"{column!r} is {shown(found)}" if found else f"{column!r} is empty", why)


@check(Severity.ERROR)
def rising_ratings(before: str, points: str) -> Wording:
    """The ratings of a criterion do not go from the most points to the least.

    ### Why it matters

    Canvas lists ratings from left to right, from the best to the worst. Where they rise, two of
    them were exchanged, or a number has a slip.

    ### Example

    The ratings of a criterion give 5, 3 and 10 points.

    ### Write instead

    Order the ratings by their points: 10, 5 and 3.
    """
    return Wording(
        f"a rating of {points} points follows one of {before}", "put the higher one first"
    )


@check(Severity.ERROR)
def second_rubric(name: str, first: str) -> Wording:
    """The file holds more than one rubric.

    ### Why it matters

    One file of ours is one rubric. Criteria of two courses in it would add up to a third course
    that nobody gives.

    ### Example

    Some rows say `Interview project` under `Rubric Name`, and others `Final essay`.

    ### Write instead

    Save the rows of each rubric in a file of its own.
    """
    return Wording(
        f"here begins the rubric {shown(name)}, and the rows above belong to {shown(first)}",
        "keep the rows of one rubric only",
    )


@check(Severity.ERROR)
def empty_csv_rubric() -> Wording:
    """The file has columns, and no criteria below them.

    ### Why it matters

    A rubric without criteria asks for nothing.

    ### Example

    The file holds its first line only, as the empty template does.

    ### Write instead

    Fill in a row for each criterion.
    """
    return Wording("there is no criterion below the columns", "fill in a row for each")
