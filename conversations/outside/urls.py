"""The addresses at which the company's own AI acts as the assistant, below /api/v1/."""

from django.urls import path

from conversations.outside import views
from conversations.outside.mcp.views import Mcp

urlpatterns = [
    path("assistant/turns", views.Turns.as_view()),
    path("assistant/turns/<str:turn_id>", views.Turn.as_view()),
    path("assistant/turns/<str:turn_id>/reply", views.Reply.as_view()),
    path("assistant/turns/<str:turn_id>/tools", views.Tools.as_view()),
    path("mcp", Mcp.as_view()),
]
