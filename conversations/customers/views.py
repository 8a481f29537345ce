"""Customers and their doubles over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from agents.rest.asking import all_of
from conversations import rows
from conversations.access import access_conversation
from conversations.customers import editing, forms, panel
from conversations.merging import doubles, joining, persons, threads
from conversations.models import CustomerMerge, CustomerNote
from conversations.settings.forms import body, parsed
from tenants.errors import NotFoundError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

WRITE = "customers:write"


class ChangeView(APIView):
    """A view that agents may use to change something."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": "customers:read", "POST": WRITE, "PATCH": WRITE, "DELETE": WRITE}


class CustomerView(ChangeView):
    """`GET`, `PATCH /customers/{id}`: what is known of a person."""

    @operation(panel.Person)
    def get(self, _request: Request, customer_id: str) -> Response:
        """Get all that is known of a customer, the same from each of their records."""
        return Response(panel.shown(persons.access(customer_id)))

    @operation(panel.Person, asks=forms.CustomerChangeForm, partial=True)
    def patch(self, request: Request, customer_id: str) -> Response:
        """Change the named fields of this record of a customer.

        Of attributes, null forgets one.
        """
        fields = parsed(forms.CustomerChangeForm, request.data, partial=True)
        return Response(panel.shown(editing.change(persons.access(customer_id), fields, actor=actors.of(request))))


class NotesView(ChangeView):
    """`POST /customers/{id}/notes`: what colleagues should know about a customer."""

    @operation(panel.CustomerNoteRow, asks=forms.CustomerNoteForm, status=201)
    def post(self, request: Request, customer_id: str) -> Response:
        """Add a note about a customer, which only the desk sees."""
        text = body(request, forms.CustomerNoteForm)["text"]
        made = editing.add_note(persons.access(customer_id), actors.agent(request), text)
        return Response(panel.note(made), 201)


class NoteView(ChangeView):
    """`DELETE /customers/{id}/notes/{note_id}`."""

    @operation()
    def delete(self, _request: Request, customer_id: str, note_id: str) -> Response:
        """Remove a note about a customer for good."""
        _note(customer_id, note_id).delete()
        return Response(status=204)


class DoublesView(ChangeView):
    """`GET /customers/{id}/doubles`: who may be the same person."""

    @operation(Listed[doubles.DoubleRow])
    def get(self, _request: Request, customer_id: str) -> Response:
        """List records that may be the same person, the likeliest first, with what speaks for each."""
        found = doubles.of(persons.access(customer_id))
        return Response(all_of(found))


class MergePreviewView(ChangeView):
    """`GET /customers/{id}/merges/preview?customer_id=`."""

    @operation(joining.MergePreview, query=forms.OtherCustomerForm)
    def get(self, request: Request, customer_id: str) -> Response:
        """Preview what would be seen together if another record were the same person."""
        other = parsed(forms.OtherCustomerForm, request.query_params)["customer_id"]
        return Response(joining.preview(persons.access(customer_id), persons.access(other)))


class MergesView(ChangeView):
    """`POST /customers/{id}/merges`: another record is the same person."""

    @operation(panel.Person, asks=forms.OtherCustomerForm, status=201, errors=(409,))
    def post(self, request: Request, customer_id: str) -> Response:
        """Say that another record is the same person.

        Nothing moves, and it can be taken back; the answer is the person as they are known now.
        """
        other = body(request, forms.OtherCustomerForm)["customer_id"]
        kept = persons.access(customer_id)
        joining.merge(kept, persons.access(other), by=actors.agent(request), actor=actors.of(request))
        return Response(panel.shown(persons.access(customer_id)), 201)


class MergeView(ChangeView):
    """`DELETE /customers/{id}/merges/{merge_id}`: it was not the same person after all."""

    @operation({200: panel.Person}, errors=(409,))
    def delete(self, request: Request, customer_id: str, merge_id: str) -> Response:
        """Take back that another record is the same person.

        The answer is the person as they are known without it.
        """
        kept = persons.access(customer_id)
        joining.undo(_merge(persons.kept_id(kept), merge_id), by=actors.agent(request), actor=actors.of(request))
        return Response(panel.shown(persons.access(customer_id)))


class NotDoublesView(ChangeView):
    """`POST /customers/{id}/not_doubles`: two records are two people."""

    @operation(asks=forms.OtherCustomerForm)
    def post(self, request: Request, customer_id: str) -> Response:
        """Say that two records are two people; neither is suggested for the other any more."""
        other = persons.access(body(request, forms.OtherCustomerForm)["customer_id"])
        joining.refuse(persons.access(customer_id), other, by=actors.agent(request))
        return Response(status=204)


class MergeThreadView(APIView):
    """`POST /conversations/{id}/merge`: close it into another one of the same person."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(rows.ConversationRow, asks=forms.ConversationMergeForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Close a conversation into another one of the same person.

        The answer is the one that was closed.
        """
        asked = body(request, forms.ConversationMergeForm)
        found = access_conversation(_me(request), conversation_id)
        other = access_conversation(_me(request), asked["into"])
        return Response(rows.row(threads.merge(str(found.id), _me(request), into=str(other.id), epoch=asked["epoch"])))


def _merge(kept_id: str, merge_id: str) -> CustomerMerge:
    try:
        return CustomerMerge.objects.get(pk=merge_id, kept=kept_id)
    except (CustomerMerge.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such merge here."), param="merge_id") from error


def _note(customer_id: str, note_id: str) -> CustomerNote:
    keys = [row.id for row in persons.records(persons.access(customer_id))]
    try:
        return CustomerNote.objects.get(pk=note_id, customer__in=keys)
    except (CustomerNote.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such note here."), param="note_id") from error


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
