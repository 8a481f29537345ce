"""The addresses of what a company answers for, under /api/v1/."""

from django.urls import path

from conversations.trust import audit, closing, customers, exports

urlpatterns = [
    path("audit", audit.Entries.as_view()),
    path("audit/actions", audit.Actions.as_view()),
    path("audit/export", audit.Download.as_view()),
    path("workspace/close", closing.Close.as_view()),
    path("workspace/reopen", closing.Reopen.as_view()),
    path("customers", customers.Customers.as_view()),
    path("customers/<str:customer_id>/erase", customers.Erase.as_view()),
    path("exports", exports.Exports.as_view()),
    path("exports/<str:export_id>", exports.OneExport.as_view()),
]
