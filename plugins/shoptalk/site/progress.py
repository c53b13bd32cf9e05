"""How far the portfolio has come, in a few numbers."""

from dataclasses import dataclass

from shoptalk.site.portfolio import Portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Counts over the conversations that are no drafts."""

    conversations: int
    complete: int
    """Conversations that leave nothing to mend: neither by the rubric nor in the file itself."""
    questions: int
    """Different questions that were asked."""
    applications: int
    done: int
    """Applications carried out."""


def measure_progress(portfolio: Portfolio) -> Progress:
    """Count what is finished."""
    shown = portfolio.finished
    applications = [plan for one in shown for plan in one.interview.applications]
    return Progress(
        conversations=len(shown),
        complete=sum(one.graded.is_complete for one in shown),
        questions=len(portfolio.bank.asked),
        applications=len(applications),
        done=sum(plan.done for plan in applications),
    )
