"""The addresses of records under /api/v1/."""

from django.urls import path

from assistant.records.kinds import KINDS
from conversations.business import import_views, views

urlpatterns = [
    path("records", views.SummaryView.as_view()),
    path("record_imports", import_views.ImportsView.as_view()),
    path("record_imports/<str:import_id>", import_views.ImportView.as_view()),
    path("record_imports/<str:import_id>/rows", import_views.RowsView.as_view()),
    path("record_imports/<str:import_id>/read", import_views.ReadView.as_view()),
    path("record_imports/<str:import_id>/apply", import_views.ApplyView.as_view()),
    path("record_imports/<str:import_id>/dismiss", import_views.DismissView.as_view()),
    path("record_imports/<str:import_id>/undo", import_views.UndoView.as_view()),
]
for name in KINDS:
    urlpatterns += [
        path(name, views.ListView.as_view(), {"kind": name}),
        path(f"{name}/bulk", views.BulkView.as_view(), {"kind": name}),
        path(f"{name}/<str:record_id>", views.RecordView.as_view(), {"kind": name}),
    ]
