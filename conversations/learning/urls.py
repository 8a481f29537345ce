"""The addresses of what the tenant learns, under /api/v1/."""

from django.urls import path

from conversations.learning.bench import views as bench

urlpatterns = [
    path("bench/cases", bench.CasesView.as_view()),
    path("bench/cases/<str:case_id>", bench.CaseView.as_view()),
    path("bench/runs", bench.RunsView.as_view()),
    path("bench/runs/<str:run_id>", bench.RunView.as_view()),
]
