"""The addresses of promises under /api/v1/."""

from django.urls import path

from conversations.sla import views

urlpatterns = [
    path("sla", views.SlaView.as_view()),
    path("sla/preview", views.PreviewView.as_view()),
]
