"""The addresses of records under /api/v1/."""

from django.urls import path

from conversations.business import import_views, views

urlpatterns = [
    path("records", views.SummaryView.as_view()),
    path("orders", views.OrdersView.as_view()),
    path("orders/bulk", views.OrdersBulkView.as_view()),
    path("orders/<str:record_id>", views.OrderView.as_view()),
    path("products", views.ProductsView.as_view()),
    path("products/bulk", views.ProductsBulkView.as_view()),
    path("products/<str:record_id>", views.ProductView.as_view()),
    path("persons", views.PersonsView.as_view()),
    path("persons/bulk", views.PersonsBulkView.as_view()),
    path("persons/<str:record_id>", views.PersonView.as_view()),
    path("tickets", views.TicketsView.as_view()),
    path("tickets/bulk", views.TicketsBulkView.as_view()),
    path("tickets/<str:record_id>", views.TicketView.as_view()),
    path("record_imports", import_views.ImportsView.as_view()),
    path("record_imports/<str:import_id>", import_views.ImportView.as_view()),
    path("record_imports/<str:import_id>/rows", import_views.LinesView.as_view()),
    path("record_imports/<str:import_id>/read", import_views.ReadView.as_view()),
    path("record_imports/<str:import_id>/apply", import_views.ApplyView.as_view()),
    path("record_imports/<str:import_id>/dismiss", import_views.DismissView.as_view()),
    path("record_imports/<str:import_id>/undo", import_views.UndoView.as_view()),
]
