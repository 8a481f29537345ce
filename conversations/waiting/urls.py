"""Addresses of the queue, for customers and for the desk."""

from django.urls import path

from conversations.waiting import views

urlpatterns = [
    path("widget/queue", views.WaitingView.as_view()),
    path("queue", views.BoardView.as_view()),
    path("queue/report", views.ReportView.as_view()),
    path("queue/waits", views.WaitsView.as_view()),
    path("callbacks", views.CallsView.as_view()),
    path("callbacks/<str:call_id>/outcome", views.OutcomeView.as_view()),
    path("conversations/<str:conversation_id>/assignee", views.AssigneeView.as_view()),
]
