"""The addresses of drafts under /api/v1/."""

from django.urls import path

from conversations.drafting import views

urlpatterns = [
    path("drafts", views.Drafts.as_view()),
    path("drafts/<str:draft_id>/approve", views.Approve.as_view()),
    path("drafts/<str:draft_id>/reject", views.Reject.as_view()),
    path("conversations/<str:conversation_id>/suggestion", views.Suggestion.as_view()),
]
