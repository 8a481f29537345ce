"""What can be wrong about plans and payments."""

from tenants.errors import BatonError


class NotInPlanError(BatonError):
    """The company's plan does not allow it, or what it allows is used up; `code` says which."""

    status = 403
    type = "plan_error"
    code = "not_in_plan"


class SeatsFullError(NotInPlanError):
    """Every seat of the plan is taken."""

    code = "no_seat_left"


class SettingsLockedError(NotInPlanError):
    """Settings can be read and not changed, until an invoice is paid or the seats fit the plan."""

    code = "settings_locked"


class PaymentServiceError(BatonError):
    """Stripe cannot be reached or answers with an error of its own; what was asked may or may not be done."""

    status = 503
    type = "api_error"
    code = "payment_service_unavailable"


class PaymentRefusedError(BatonError):
    """Stripe does not do what was asked, such as a card that is declined; the message is for the person who asked."""

    status = 402
    type = "payment_error"
    code = "payment_refused"

    def __init__(self, message: str, *, param: str | None = None, stripe_code: str = "") -> None:
        super().__init__(message, param=param)
        self.stripe_code = stripe_code


class ProofNeededError(PaymentRefusedError):
    """The bank asks whoever pays to confirm it (3-D Secure), on the invoice's page."""

    code = "proof_needed"


class NotAtStripeError(PaymentRefusedError):
    """Stripe knows no such thing."""

    status = 404
    type = "invalid_request_error"
    code = "not_found"


class ForgedEventError(BatonError):
    """What came to the door was not signed by Stripe, or too long ago, or is no event."""

    code = "signature_invalid"


class NotPossibleNowError(BatonError):
    """The subscription is in no state for this."""

    status = 409
    type = "conflict_error"
    code = "not_possible_now"


class BlockedError(NotPossibleNowError):
    """Something must be mended before the plan can be changed so; the message says what, and names who."""

    code = "blocked"


class LossesError(NotPossibleNowError):
    """The change takes something away, and whoever asked for it did not say that they know."""

    code = "losses_not_accepted"

    def __init__(self, message: str) -> None:
        super().__init__(message, param="accepts")
