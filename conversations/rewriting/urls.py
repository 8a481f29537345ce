"""Addresses of rewriting under /api/v1/."""

from django.urls import path

from conversations.rewriting import views

urlpatterns = [path("conversations/<str:conversation_id>/rewrite", views.Rewrite.as_view())]
