"""The addresses of what is known already under /api/v1/."""

from django.urls import path

from conversations.known_already import views

urlpatterns = [
    path("conversations/<str:conversation_id>/asks_known", views.AsksKnownView.as_view()),
    path("handovers/repeats", views.RepeatsView.as_view()),
]
