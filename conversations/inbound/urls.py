"""The addresses for mail that comes in, under /api/v1/."""

from django.urls import path

from conversations.inbound import views

urlpatterns = [path("mail/inbound", views.InboundMail.as_view())]
