"""The audit entry of each move of money: what a skill gave back, or would have."""

from assistant.models import Action
from tenants.trail import audit
from tenants.trail.audit import About

ASSISTANT = "The assistant"


def record(action: Action) -> None:
    """Write down where the action stands now; nothing for one that moves no money."""
    if action.amount is None:
        return
    changes = {
        "amount": (None, f"{action.amount} {action.currency}"),
        "because": (None, action.because),
        "conversation": (None, action.conversation),
        "approved_by": (None, action.approved_by),
        "problem": (None, action.problem),
    }
    audit.record(
        f"{action.kind}.{action.state}",
        actor=audit.by_system(ASSISTANT),
        about=About("action", id=str(action.id), name=action.subject),
        changes={field: pair for field, pair in changes.items() if pair[1]},
    )
