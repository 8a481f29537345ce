"""The shop's policies for the assistant's skills, which keep to what its own articles promise."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.models import SkillSettings
from assistant.skills import setting_up
from assistant.skills.registry import SKILLS
from conversations.demo.content import company
from tenants.trail import audit

NEVER = ["gift card", "sealant", "lubricant"]
PENNY = Decimal("0.01")
HOW_TO_RETURN = (
    "You get a label by e-mail. Pack the goods in their original packaging as far as possible and hand the parcel in. "
    "Or bring them to our shop in Hartsbridge; that needs no label."
)


def load() -> None:
    """Give the skills their policies, unless somebody has set any."""
    if SkillSettings.objects.exists():
        return
    for name, policy in _policies().items():
        setting_up.set_policy(SKILLS[name], policy, actor=audit.by_system(company().name))


def _policies() -> Mapping[str, Mapping[str, Any]]:
    told = company().policy
    return {
        "refund": {
            "states": ["returned"],  # "without a return is looked at by a person"
            "window_days": told["return_days"],
            "most_amount": told["refund_most"],
            "approval_from": str(Decimal(told["refund_limit"]) + PENNY),
            "fee": told["return_fee"],
            "delivery_days": told["delivery_back_days"],
            "arrives_in_days": told["refund_working_days"],
            "never": NEVER,
        },
        "returns": {"window_days": told["return_days"], "never": NEVER, "steps": HOW_TO_RETURN},
        "cancel_order": {"approval_from": told["refund_most"], "arrives_in_days": told["refund_working_days"]},
    }
