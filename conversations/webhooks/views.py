"""Webhooks over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from agents.rest.asking import all_of
from conversations.settings.forms import body, parsed
from conversations.webhooks import again, endpoints, forms, showing
from conversations.webhooks.again import Range
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READ, WRITE = "webhooks:read", "webhooks:write"


class WebhookView(APIView):
    """A view for those who manage webhooks: what is sent there tells of customers."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_WEBHOOKS)]
    scopes = {"GET": READ, "POST": WRITE, "PATCH": WRITE, "DELETE": WRITE}


class WebhooksView(WebhookView):
    """`GET`, `POST /webhooks`."""

    @operation(Listed[showing.Webhook])
    def get(self, _request: Request) -> Response:
        """List the webhooks of the company, with how each fared in the last 24 hours.

        There are at most 20, so that the list has one page.
        """
        return Response(all_of(showing.webhooks(endpoints.listed())))

    @operation(showing.WebhookWithSecret, asks=forms.WebhookForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Create a webhook.

        The answer has the secret by which requests are signed, as Standard Webhooks says; it is shown this once.
        """
        asked = body(request, forms.WebhookForm)
        by = request.user if isinstance(request.user, Agent) else None
        made, secret = endpoints.create(asked, by=by, actor=actors.of(request))
        return Response({**showing.webhook(made), "secret": secret}, status=201)


class OneWebhookView(WebhookView):
    """`GET`, `PATCH`, `DELETE /webhooks/{id}`."""

    @operation(showing.Webhook)
    def get(self, _request: Request, endpoint_id: str) -> Response:
        """Get a webhook, with how it fared in the last 24 hours."""
        return Response(showing.webhook(endpoints.access_endpoint(endpoint_id)))

    @operation(showing.Webhook, asks=forms.WebhookChange, partial=True)
    def patch(self, request: Request, endpoint_id: str) -> Response:
        """Change a webhook, or switch it on or off.

        What waits for a webhook that is switched off is given up; it can be sent again later.
        """
        known = endpoints.access_endpoint(endpoint_id)
        asked = parsed(forms.WebhookChange, request.data, partial=True)
        endpoints.change(str(known.id), asked, actor=actors.of(request))
        return Response(showing.webhook(endpoints.access_endpoint(endpoint_id)))

    @operation()
    def delete(self, request: Request, endpoint_id: str) -> Response:
        """Remove a webhook for good, with the log of what it was sent."""
        endpoints.remove(endpoint_id, actor=actors.of(request))
        return Response(status=204)


class WebhookSecretView(WebhookView):
    """`POST /webhooks/{id}/secret`."""

    open_while_locked = "a secret that leaked is replaced at once"

    @operation(showing.WebhookSecret, status=201)
    def post(self, request: Request, endpoint_id: str) -> Response:
        """Make a new secret for a webhook.

        It is shown this once. For 24 hours requests are signed with the one before too, so that nothing is missed.
        """
        changed, secret = endpoints.make_secret(endpoint_id, actor=actors.of(request))
        until = showing.webhook(changed)["previous_secret_until"]
        return Response({"secret": secret, "previous_secret_until": until}, status=201)


class WebhookTestView(WebhookView):
    """`POST /webhooks/{id}/test`."""

    @operation(showing.WebhookDeliveryWhole)
    def post(self, request: Request, endpoint_id: str) -> Response:
        """Send a test event to a webhook, once, and get what it answered.

        Its type is `webhook.test`. It takes up to ten seconds, and works also while the webhook is switched off.
        """
        tried = again.test(endpoints.access_endpoint(endpoint_id), actor=actors.of(request))
        return Response(showing.whole(tried))


class WebhookDeliveriesView(WebhookView):
    """`GET /webhooks/{id}/deliveries`."""

    @operation(Listed[showing.WebhookDeliveryRow], query=forms.WebhookDeliveriesQuery)
    def get(self, request: Request, endpoint_id: str) -> Response:
        """List what a webhook was sent in the last 30 days, the newest first."""
        known = endpoints.access_endpoint(endpoint_id)
        return Response(showing.deliveries(known, **parsed(forms.WebhookDeliveriesQuery, request.query_params)))


class WebhookReplayView(WebhookView):
    """`GET`, `POST /webhooks/{id}/replay`."""

    @operation(showing.WebhookReplayed, query=forms.WebhookReplayForm)
    def get(self, request: Request, endpoint_id: str) -> Response:
        """Count the events of a time that would be sent once more."""
        known = endpoints.access_endpoint(endpoint_id)
        wanted = Range(**parsed(forms.WebhookReplayForm, request.query_params))
        return Response({"events": min(again.candidates(known, wanted).count(), again.MOST)})

    @operation(showing.WebhookReplayed, asks=forms.WebhookReplayForm, status=202, errors=(409,))
    def post(self, request: Request, endpoint_id: str) -> Response:
        """Send the events of a time once more.

        At most 5,000, the oldest first, each under the id that it had. What is on its way already is left out.
        """
        known = endpoints.access_endpoint(endpoint_id)
        wanted = Range(**body(request, forms.WebhookReplayForm))
        many = again.all_of(str(known.id), wanted, actor=actors.of(request))
        return Response({"events": many}, status=202)


class WebhookDeliveryView(WebhookView):
    """`GET /webhook_deliveries/{id}`."""

    @operation(showing.WebhookDeliveryWhole)
    def get(self, _request: Request, delivery_id: str) -> Response:
        """Get a delivery with its payload, and what came of each try."""
        return Response(showing.whole(showing.access_delivery(delivery_id)))


class WebhookDeliveryReplayView(WebhookView):
    """`POST /webhook_deliveries/{id}/replay`."""

    @operation(showing.WebhookDeliveryRow, status=202, errors=(409,))
    def post(self, request: Request, delivery_id: str) -> Response:
        """Send the event of a delivery once more, under the same id."""
        made = again.one(showing.access_delivery(delivery_id), actor=actors.of(request))
        return Response(showing.delivery(made), status=202)


class WebhookEventTypesView(WebhookView):
    """`GET /webhook_event_types`."""

    @operation(Listed[showing.WebhookEventType])
    def get(self, _request: Request) -> Response:
        """List the types of events that a webhook can hear of."""
        return Response(all_of(showing.types()))
