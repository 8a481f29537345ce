"""Addresses of what agents write under /api/v1/."""

from django.urls import path

from conversations.reply_drafts import views

urlpatterns = [
    path("composer", views.Composer.as_view()),
    path("conversations/<str:conversation_id>/reply_draft", views.Draft.as_view()),
    path("conversations/<str:conversation_id>/held_replies", views.HeldReplies.as_view()),
    path("conversations/<str:conversation_id>/mentions_seen", views.MentionsSeen.as_view()),
    path("held_replies/<str:held_id>", views.HeldReply.as_view()),
    path("held_replies/<str:held_id>/send", views.SayNow.as_view()),
    path("markdown", views.Markdown.as_view()),
]
