"""The addresses of decisions and promises under /api/v1/."""

from django.urls import path

from conversations.commitments import views

urlpatterns = [
    path("conversations/<str:conversation_id>/commitments", views.CommitmentsView.as_view()),
    path("conversations/<str:conversation_id>/decided_facts", views.FactsView.as_view()),
    path("conversations/<str:conversation_id>/promises", views.PromisesView.as_view()),
    path("decided_facts/<str:fact_id>", views.FactView.as_view()),
    path("handover_settings", views.HandoverSettingsView.as_view()),
    path("promises/<str:promise_id>", views.PromiseView.as_view()),
]
