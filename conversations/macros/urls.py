"""Addresses of macros under /api/v1/."""

from django.urls import path

from conversations.macros import views

urlpatterns = [
    path("macros", views.Macros.as_view()),
    path("macros/<str:macro_id>", views.Macro.as_view()),
    path("macro_runs/<str:run_id>/undo", views.Undo.as_view()),
    path("conversations/<str:conversation_id>/macros/<str:macro_id>", views.InConversation.as_view()),
    path("conversations/<str:conversation_id>/macro_runs", views.Runs.as_view()),
]
