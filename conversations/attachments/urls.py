"""The addresses of uploads under /api/v1/."""

from django.urls import path

from conversations.attachments import rest

urlpatterns = [
    path("attachments", rest.DeskUploads.as_view()),
    path("attachments/<str:attachment_id>", rest.DeskUpload.as_view()),
    path("widget/attachments", rest.VisitorUploads.as_view()),
    path("widget/attachments/<str:attachment_id>", rest.VisitorUpload.as_view()),
]
