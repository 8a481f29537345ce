"""The addresses of the list, its filters, the search and bulk actions under /api/v1/."""

from django.urls import path

from conversations.bulk import rest as bulk
from conversations.inbox import prioritising
from conversations.inbox.listing import rest
from conversations.searching import rest as searching

urlpatterns = [
    path("conversations/counts", rest.Counts.as_view()),
    path("conversations/bulk", bulk.Begin.as_view()),
    path("conversations/<str:conversation_id>/priority", prioritising.Priority.as_view()),
    path("bulk/<str:run_id>", bulk.Progress.as_view()),
    path("bulk/<str:run_id>/undo", bulk.Undo.as_view()),
    path("filters", rest.Filters.as_view()),
    path("filters/<str:filter_id>", rest.OneFilter.as_view()),
    path("search", searching.Everywhere.as_view()),
]
