"""How a tenant helps with forgotten passwords; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from assistant.skills.policies import Setting, setting

STEPS, SYSTEM = "steps", "system"


@dataclass(frozen=True)
class PasswordPolicy:
    """Steps to tell, or a letter that the tenant's own system sends."""

    how: str = setting(
        STEPS,
        Setting(
            "choice",
            gettext_noop("The assistant"),
            options=(
                (STEPS, gettext_noop("tells the steps")),
                (SYSTEM, gettext_noop("asks your system to send the letter")),
            ),
            help=gettext_noop("Your system takes it through the connector, as the act “password_reset”."),
        ),
    )
    page: str = setting(
        "",
        Setting(
            "text",
            gettext_noop("Address of the page"),
            most=300,
            help=gettext_noop("Where a customer asks for a new password."),
        ),
    )
    steps: str = setting(
        "",
        Setting(
            "text",
            gettext_noop("Your own steps"),
            most=1500,
            help=gettext_noop("Told as they stand; leave it empty for the usual ones."),
        ),
    )
    asks: bool = setting(
        default=True, how=Setting("yes_no", gettext_noop("Asks whether it worked, and gets a person when it did not"))
    )


def describe(policy: PasswordPolicy) -> Sequence[str]:
    """The policy in sentences."""
    if policy.how == SYSTEM:
        says = [gettext("Asks your system to send the letter for a new password, whether there is an account or not.")]
    elif policy.steps.strip():
        says = [gettext("Tells your own steps to a new password.")]
    else:
        says = [
            gettext("Tells the usual steps to a new password")
            + (gettext(" at {page}.").format(page=policy.page) if policy.page else ".")
        ]
    if policy.asks:
        says.append(gettext("Asks whether it worked; a person helps when it did not."))
    says.append(gettext("Never takes a password, and never tells whether an account exists."))
    says.append(gettext("A customer who cannot get into their mailbox gets a person."))
    return says
