"""Where an operator sees a customer at Stripe itself, or in the sandbox that stands for it."""

from django.conf import settings

from billing import stripe_client

LIVE, TEST = "https://dashboard.stripe.com", "https://dashboard.stripe.com/test"


def of(customer: str) -> str:
    """The page of a customer; the sandbox has one for all; "" for no customer."""
    if not customer:
        return ""
    if stripe_client.is_sandbox():
        return f"{settings.SANDBOX_ORIGIN}/" if settings.SANDBOX_ORIGIN else ""
    is_live = settings.STRIPE_API_KEY.startswith(("sk_live", "rk_live"))
    return f"{LIVE if is_live else TEST}/customers/{customer}"
