"""Addresses of translations under /api/v1/."""

from django.urls import path

from conversations.translating import views

urlpatterns = [
    path("conversations/<str:conversation_id>/translations", views.Translations.as_view()),
    path("conversations/<str:conversation_id>/reply_translation", views.ReplyTranslation.as_view()),
]
