"""The addresses of records under /api/v1/."""

from django.urls import path

from assistant.records.kinds import KINDS
from conversations.business import views

urlpatterns = [path("records", views.SummaryView.as_view())]
for name in KINDS:
    urlpatterns += [
        path(name, views.ListView.as_view(), {"kind": name}),
        path(f"{name}/bulk", views.BulkView.as_view(), {"kind": name}),
        path(f"{name}/<str:record_id>", views.RecordView.as_view(), {"kind": name}),
    ]
