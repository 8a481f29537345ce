"""The addresses of the company's own channel under /api/v1/, and of the list that shows its conversations among all."""

from django.urls import path

from conversations.channels import views

urlpatterns = [
    path("conversations", views.Conversations.as_view()),
    path("conversations/<str:conversation_id>/customer_messages", views.CustomerMessages.as_view()),
    path("conversations/<str:conversation_id>/person_requests", views.PersonRequests.as_view()),
    path("conversations/<str:conversation_id>/customer_typing", views.CustomerTyping.as_view()),
    path("conversations/<str:conversation_id>/seen", views.Seen.as_view()),
    path("customers/<str:customer_id>/attachments", views.CustomerUploads.as_view()),
]
