"""The addresses of labels, reviews and quality, under /api/v1/."""

from django.urls import path

from conversations.quality import views

urlpatterns = [
    path("conversations/<str:conversation_id>/handover/label", views.LabelView.as_view()),
    path("reviews", views.ReviewsView.as_view()),
    path("reviews/<str:review_id>", views.ReviewView.as_view()),
    path("rules/quality", views.QualityView.as_view()),
    path("rules/quality/conversations", views.ConversationsView.as_view()),
]
