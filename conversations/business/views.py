"""Records over REST: each view parses, loads with permission, makes one call and renders."""

from typing import ClassVar

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from assistant.records.kinds import ORDERS, PERSONS, PRODUCTS, TICKETS, Kind
from assistant.records.rows import OrderRecord, PersonRecord, ProductRecord, TicketRecord
from assistant.records.shapes import OrderFields, PersonFields, ProductFields, TicketFields
from conversations.business import forms, records
from conversations.business.forms import RecordsForm, RecordsQuery
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class RecordsView(APIView):
    """A view that everybody reads and supervisors write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_RECORDS)]
    scopes = {
        "GET": "records:read",
        "POST": "records:write",
        "PATCH": "records:write",
        "DELETE": "records:write",
    }


class SummaryView(RecordsView):
    """`GET /records`: the kinds of records."""

    @operation(Listed[records.RecordCount])
    def get(self, _request: Request) -> Response:
        """Count the records of each kind, and tell where they come from."""
        return Response(all_of(records.summary()))


class KindView(RecordsView):
    """A view of the records of one kind; those of a kind say what they look like, and ask this one to do it."""

    kind: ClassVar[Kind]

    def page(self, request: Request) -> Response:
        """A page of them."""
        return Response(records.page(self.kind, **parsed(forms.RecordsQuery, request.query_params)))

    def create(self, request: Request) -> Response:
        """201 with the new one."""
        return Response(records.create(self.kind, request.data, actor=actors.of(request)), status=201)

    def put_many(self, request: Request) -> Response:
        """What became of each."""
        told = body(request, forms.RecordsForm)["data"]
        return Response(records.put_many(self.kind, told, actor=actors.of(request)))

    def one(self, record_id: str) -> Response:
        """The record."""
        return Response(self.kind.shown(records.access_record(self.kind, record_id)))

    def change(self, request: Request, record_id: str) -> Response:
        """The record with the fields that were named."""
        row = records.access_record(self.kind, record_id)
        return Response(records.change(self.kind, row, request.data, actor=actors.of(request)))

    def remove(self, request: Request, record_id: str) -> Response:
        """204."""
        records.remove(self.kind, records.access_record(self.kind, record_id), actor=actors.of(request))
        return Response(status=204)


class OrdersView(KindView):
    """`GET`, `POST /orders`: what customers bought."""

    kind = ORDERS

    @operation(Listed[OrderRecord], query=RecordsQuery)
    def get(self, request: Request) -> Response:
        """List the orders, the newest first."""
        return self.page(request)

    @operation(OrderRecord, asks=OrderFields, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add an order.

        409 when another has its number.
        """
        return self.create(request)


class OrdersBulkView(KindView):
    """`POST /orders/bulk`: many at once, as from another system's nightly export."""

    kind = ORDERS

    @operation(records.WrittenRecords, asks=RecordsForm)
    def post(self, request: Request) -> Response:
        """Write up to 500 orders, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told
        by its place, and stops no other.
        """
        return self.put_many(request)


class OrderView(KindView):
    """`GET`, `PATCH`, `DELETE /orders/{id}`: one order."""

    kind = ORDERS

    @operation(OrderRecord)
    def get(self, _request: Request, record_id: str) -> Response:
        """Fetch an order."""
        return self.one(record_id)

    @operation(OrderRecord, asks=OrderFields, partial=True, errors=(409,))
    def patch(self, request: Request, record_id: str) -> Response:
        """Change an order: the fields that are named.

        409 when another has its new number.
        """
        return self.change(request, record_id)

    @operation()
    def delete(self, request: Request, record_id: str) -> Response:
        """Remove an order for good."""
        return self.remove(request, record_id)


class ProductsView(KindView):
    """`GET`, `POST /products`: what is sold."""

    kind = PRODUCTS

    @operation(Listed[ProductRecord], query=RecordsQuery)
    def get(self, request: Request) -> Response:
        """List the products, the newest first."""
        return self.page(request)

    @operation(ProductRecord, asks=ProductFields, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add a product.

        409 when another has its SKU.
        """
        return self.create(request)


class ProductsBulkView(KindView):
    """`POST /products/bulk`: many at once, as from another system's nightly export."""

    kind = PRODUCTS

    @operation(records.WrittenRecords, asks=RecordsForm)
    def post(self, request: Request) -> Response:
        """Write up to 500 products, each by its SKU.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told
        by its place, and stops no other.
        """
        return self.put_many(request)


class ProductView(KindView):
    """`GET`, `PATCH`, `DELETE /products/{id}`: one product."""

    kind = PRODUCTS

    @operation(ProductRecord)
    def get(self, _request: Request, record_id: str) -> Response:
        """Fetch a product."""
        return self.one(record_id)

    @operation(ProductRecord, asks=ProductFields, partial=True, errors=(409,))
    def patch(self, request: Request, record_id: str) -> Response:
        """Change a product: the fields that are named.

        409 when another has its new SKU.
        """
        return self.change(request, record_id)

    @operation()
    def delete(self, request: Request, record_id: str) -> Response:
        """Remove a product for good."""
        return self.remove(request, record_id)


class PersonsView(KindView):
    """`GET`, `POST /persons`: what the company's own systems know of customers."""

    kind = PERSONS

    @operation(Listed[PersonRecord], query=RecordsQuery)
    def get(self, request: Request) -> Response:
        """List the persons, the one changed last first."""
        return self.page(request)

    @operation(PersonRecord, asks=PersonFields, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add a person.

        409 when another has its e-mail address.
        """
        return self.create(request)


class PersonsBulkView(KindView):
    """`POST /persons/bulk`: many at once, as from another system's nightly export."""

    kind = PERSONS

    @operation(records.WrittenRecords, asks=RecordsForm)
    def post(self, request: Request) -> Response:
        """Write up to 500 persons, each by its e-mail address.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told
        by its place, and stops no other.
        """
        return self.put_many(request)


class PersonView(KindView):
    """`GET`, `PATCH`, `DELETE /persons/{id}`: one person."""

    kind = PERSONS

    @operation(PersonRecord)
    def get(self, _request: Request, record_id: str) -> Response:
        """Fetch a person."""
        return self.one(record_id)

    @operation(PersonRecord, asks=PersonFields, partial=True, errors=(409,))
    def patch(self, request: Request, record_id: str) -> Response:
        """Change a person: the fields that are named.

        409 when another has its new e-mail address.
        """
        return self.change(request, record_id)

    @operation()
    def delete(self, request: Request, record_id: str) -> Response:
        """Remove a person for good."""
        return self.remove(request, record_id)


class TicketsView(KindView):
    """`GET`, `POST /tickets`: what is worked on for customers."""

    kind = TICKETS

    @operation(Listed[TicketRecord], query=RecordsQuery)
    def get(self, request: Request) -> Response:
        """List the tickets, the one changed last first."""
        return self.page(request)

    @operation(TicketRecord, asks=TicketFields, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add a ticket.

        409 when another has its number.
        """
        return self.create(request)


class TicketsBulkView(KindView):
    """`POST /tickets/bulk`: many at once, as from another system's nightly export."""

    kind = TICKETS

    @operation(records.WrittenRecords, asks=RecordsForm)
    def post(self, request: Request) -> Response:
        """Write up to 500 tickets, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told
        by its place, and stops no other.
        """
        return self.put_many(request)


class TicketView(KindView):
    """`GET`, `PATCH`, `DELETE /tickets/{id}`: one ticket."""

    kind = TICKETS

    @operation(TicketRecord)
    def get(self, _request: Request, record_id: str) -> Response:
        """Fetch a ticket."""
        return self.one(record_id)

    @operation(TicketRecord, asks=TicketFields, partial=True, errors=(409,))
    def patch(self, request: Request, record_id: str) -> Response:
        """Change a ticket: the fields that are named.

        409 when another has its new number.
        """
        return self.change(request, record_id)

    @operation()
    def delete(self, request: Request, record_id: str) -> Response:
        """Remove a ticket for good."""
        return self.remove(request, record_id)
