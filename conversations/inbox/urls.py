"""The desk's addresses under /api/v1/."""

from django.urls import include, path

from conversations.inbox import offering, views
from conversations.inbox.tickets import SocketTickets

urlpatterns = [
    path("me", views.Me.as_view()),
    path("", include("conversations.inbox.listing.urls")),
    path("conversations/<str:conversation_id>", views.ConversationDetail.as_view()),
    path("conversations/<str:conversation_id>/events", views.Events.as_view()),
    path("conversations/<str:conversation_id>/messages", views.Messages.as_view()),
    path("conversations/<str:conversation_id>/notes", views.Notes.as_view()),
    path("conversations/<str:conversation_id>/tags", views.Tags.as_view()),
    path("conversations/<str:conversation_id>/summary", views.Summary.as_view()),
    path("conversations/<str:conversation_id>/takeover", views.Takeover.as_view()),
    path("conversations/<str:conversation_id>/handback", views.Handback.as_view()),
    path("conversations/<str:conversation_id>/resolve", views.Resolve.as_view()),
    path("conversations/<str:conversation_id>/reopen", views.Reopen.as_view()),
    path("conversations/<str:conversation_id>/snooze", views.Snooze.as_view()),
    path("conversations/<str:conversation_id>/assignments", views.Assignments.as_view()),
    path("conversations/<str:conversation_id>/decline", offering.Decline.as_view()),
    path("conversations/<str:conversation_id>/routing", offering.Routing.as_view()),
    path("", include("conversations.drafting.urls")),
    path("socket_tickets", SocketTickets.as_view()),
    path("agents", views.Agents.as_view()),
]
