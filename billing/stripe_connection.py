"""The line to Stripe, or to the sandbox: one client, and what its errors mean here."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import stripe
from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from billing.errors import NotAtStripeError, PaymentRefusedError, PaymentServiceError, ProofNeededError

WAITS = 20.0  # seconds for an answer
TRIES_AGAIN = 1  # by the SDK itself, with the same idempotency key
NEEDS_PROOF = frozenset(
    {
        "authentication_required",
        "invoice_payment_intent_requires_action",
        "subscription_payment_intent_requires_action",
    }
)
MISSING = "resource_missing"
ALREADY_TOLD = "duplicate_meter_event"
SILENT = gettext_noop("The payment service does not answer at the moment. Nothing is lost; try again in a minute.")

# Stripe's library would keep a number for this machine in the home folder and send it, with how long calls took.
stripe.enable_telemetry = False

logger = logging.getLogger(__name__)


def client() -> stripe.StripeClient:
    """The client of this installation. Raises PaymentServiceError where nobody is billed."""
    if not settings.STRIPE_API_KEY:
        raise PaymentServiceError(gettext("Nobody is billed here: no key of Stripe is set."))
    return _client(settings.STRIPE_API_KEY, settings.STRIPE_API_BASE)


@lru_cache(maxsize=8)
def _client(key: str, base: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": base} if base else {},
        http_client=stripe.RequestsClient(timeout=WAITS),
        max_network_retries=TRIES_AGAIN,
    )


@contextmanager
def asking() -> Iterator[None]:
    """Raises what Stripe refuses as PaymentRefusedError; silence and Stripe's own faults, where nobody knows whether
    it was done, as PaymentServiceError.
    """
    try:
        yield
    except stripe.CardError as error:
        kind = ProofNeededError if error.code in NEEDS_PROOF else PaymentRefusedError
        raise kind(error.user_message or "The card was declined.", stripe_code=error.code or "") from error
    except (stripe.InvalidRequestError, stripe.IdempotencyError) as error:
        level = logging.INFO if error.code in {MISSING, ALREADY_TOLD} else logging.WARNING  # both are plain answers
        logger.log(level, "Stripe refused: %s, request %s", error.code, error.request_id)
        kind = NotAtStripeError if error.code == MISSING else PaymentRefusedError
        raise kind(error.user_message or "Stripe refused it.", stripe_code=error.code or "") from error
    except stripe.StripeError as error:
        logger.warning("Stripe did not answer as it should: %s", type(error).__name__)
        raise PaymentServiceError(gettext(SILENT)) from error
