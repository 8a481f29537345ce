"""A visitor over REST: the signed token of the widget as a bearer token."""

from typing import Any

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from conversations.identity import proofs
from conversations.models import Customer
from conversations.widget import visitors


class VisitorToken(BaseAuthentication):
    """`Authorization: Bearer <token>`; its customer is `request.user`, not stored yet when they never wrote."""

    def authenticate(self, request: Request) -> tuple[Customer, None] | None:
        """The customer of the token; None without one, AuthenticationFailed with one that is not good here."""
        token = visitors.bearer(get_authorization_header(request).decode("latin-1"))
        if token is None:
            return None
        customer = visitors.known(token)
        if customer is None:
            raise AuthenticationFailed
        return customer, None

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing token a 401 instead of a 403."""
        return 'Bearer realm="widget"'


class IsVisitor(BasePermission):
    """A customer with a token of this tenant."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the request came with a visitor's token."""
        return isinstance(request.user, Customer)


class IsVerified(BasePermission):
    """A customer with a token of this tenant who proved who they are, not long ago."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether a proof of their own address still counts."""
        customer: Any = request.user
        return isinstance(customer, Customer) and proofs.is_themselves(customer)
