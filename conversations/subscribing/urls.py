"""The addresses of subscribing under /api/v1/."""

from django.urls import path

from conversations.subscribing import money_views, views

urlpatterns = [
    path("billing/plans", views.PlansView.as_view()),
    path("billing/checkout", views.CheckoutsView.as_view()),
    path("billing/checkout/<str:page_id>", views.CheckoutView.as_view()),
    path("billing/preview", views.PreviewView.as_view()),
    path("billing/change", views.ChangeView.as_view()),
    path("billing/cancel", views.CancelView.as_view()),
    path("billing/resume", views.ResumeView.as_view()),
    path("billing/pay", money_views.PayView.as_view()),
    path("billing/portal", money_views.PortalView.as_view()),
    path("billing/invoices", money_views.InvoicesView.as_view()),
    path("billing/details", money_views.DetailsView.as_view()),
    path("billing/tax_ids", money_views.TaxIdsView.as_view()),
    path("billing/tax_ids/<str:tax_id>", money_views.TaxIdView.as_view()),
]
