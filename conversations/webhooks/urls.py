"""The addresses of webhooks, below /api/v1/."""

from django.urls import path

from conversations.webhooks import views

urlpatterns = [
    path("webhook_event_types", views.WebhookEventTypesView.as_view()),
    path("webhooks", views.WebhooksView.as_view()),
    path("webhooks/<str:endpoint_id>", views.OneWebhookView.as_view()),
    path("webhooks/<str:endpoint_id>/secret", views.WebhookSecretView.as_view()),
    path("webhooks/<str:endpoint_id>/test", views.WebhookTestView.as_view()),
    path("webhooks/<str:endpoint_id>/deliveries", views.WebhookDeliveriesView.as_view()),
    path("webhooks/<str:endpoint_id>/replay", views.WebhookReplayView.as_view()),
    path("webhook_deliveries/<str:delivery_id>", views.WebhookDeliveryView.as_view()),
    path("webhook_deliveries/<str:delivery_id>/replay", views.WebhookDeliveryReplayView.as_view()),
]
