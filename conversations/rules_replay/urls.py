"""The addresses of counts and replays under /api/v1/."""

from django.urls import path

from conversations.rules_replay import views

urlpatterns = [
    path("rules/count", views.CountView.as_view()),
    path("rules/replays", views.ReplaysView.as_view()),
    path("rules/replays/<str:replay_id>", views.ReplayView.as_view()),
    path("rules/replays/<str:replay_id>/cancel", views.CancelView.as_view()),
    path("rules/replays/<str:replay_id>/conversations", views.ConversationsView.as_view()),
    path("rules/replays/<str:replay_id>/conversations/<str:conversation_id>", views.ConversationView.as_view()),
]
