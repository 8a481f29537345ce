"""What can go wrong when people manage people."""

from django.utils.translation import gettext

from tenants.errors import BatonError


class NotYoursError(BatonError):
    """The person stands above whoever asks, or would."""

    status = 403
    type = "permission_error"
    code = "forbidden"


class LastOwnerError(BatonError):
    """Without this person the company would have no owner."""

    status = 409
    type = "conflict_error"
    code = "last_owner"

    def __init__(self) -> None:
        super().__init__(gettext("The company needs an owner. Make somebody else an owner first."))


class NotPossibleError(BatonError):
    """What is asked for makes no sense as things stand."""

    status = 409
    type = "conflict_error"
    code = "not_possible_now"


class WrongPasswordError(BatonError):
    """The password that was typed to confirm is not the right one."""

    status = 422
    code = "wrong_password"

    def __init__(self, param: str) -> None:
        super().__init__(gettext("{param}: this is not your password.").format(param=param), param=param)
