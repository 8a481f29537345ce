"""The addresses of what the tenant learns, under /api/v1/."""

from django.urls import path

from conversations.learning.bench import views as bench
from conversations.learning.gaps import views as gaps
from conversations.learning.proposals import views as proposals

urlpatterns = [
    path("bench/cases", bench.CasesView.as_view()),
    path("bench/cases/<str:case_id>", bench.CaseView.as_view()),
    path("bench/runs", bench.RunsView.as_view()),
    path("bench/runs/<str:run_id>", bench.RunView.as_view()),
    path("gaps", gaps.GapsView.as_view()),
    path("gaps/look", gaps.LookView.as_view()),
    path("gaps/<str:gap_id>", gaps.GapView.as_view()),
    path("gaps/<str:gap_id>/today", gaps.TodayView.as_view()),
    path("gaps/<str:gap_id>/draft", gaps.DraftView.as_view()),
    path("gaps/<str:gap_id>/dismiss", gaps.DismissView.as_view()),
    path("gaps/<str:gap_id>/reopen", gaps.ReopenView.as_view()),
    path("proposals", proposals.ProposalsView.as_view()),
    path("proposals/<str:proposal_id>", proposals.ProposalView.as_view()),
    path("proposals/<str:proposal_id>/publish", proposals.PublishView.as_view()),
    path("proposals/<str:proposal_id>/dismiss", proposals.DismissView.as_view()),
    path("proposals/<str:proposal_id>/reopen", proposals.ReopenView.as_view()),
    path("conversations/<str:conversation_id>/corrections", proposals.CorrectionsView.as_view()),
]
