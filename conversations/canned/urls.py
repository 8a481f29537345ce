"""Addresses of canned replies under /api/v1/."""

from django.urls import path

from conversations.canned import views

urlpatterns = [
    path("canned_responses", views.Replies.as_view()),
    path("canned_responses/table", views.Table.as_view()),
    path("canned_responses/<str:reply_id>", views.Reply.as_view()),
    path("conversations/<str:conversation_id>/variables", views.Variables.as_view()),
]
