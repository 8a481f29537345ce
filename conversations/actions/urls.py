"""The address of actions under /api/v1/."""

from django.urls import path

from conversations.actions import views

urlpatterns = [path("actions", views.Actions.as_view())]
