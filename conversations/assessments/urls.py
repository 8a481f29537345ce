"""The addresses of quality review, under /api/v1/."""

from django.urls import path

from conversations.assessments import settings_views, views

urlpatterns = [
    path("scorecards", settings_views.ScorecardsView.as_view()),
    path("scorecards/<str:scorecard_id>", settings_views.ScorecardView.as_view()),
    path("scorecards/<str:scorecard_id>/bring_back", settings_views.BringBackView.as_view()),
    path("sampling_plans", settings_views.PlansView.as_view()),
    path("sampling_plans/preview", settings_views.PreviewView.as_view()),
    path("sampling_plans/<str:plan_id>", settings_views.PlanView.as_view()),
    path("assessments", views.AssessmentsView.as_view()),
    path("assessments/mine", views.MineView.as_view()),
    path("assessments/scores", views.ScoresView.as_view()),
    path("assessments/questions", views.QuestionsView.as_view()),
    path("assessments/agreement", views.AgreementView.as_view()),
    path("assessments/differing", views.DifferingView.as_view()),
    path("assessments/<str:assessment_id>", views.AssessmentView.as_view()),
    path("assessments/<str:assessment_id>/take", views.TakeView.as_view()),
    path("assessments/<str:assessment_id>/skip", views.SkipView.as_view()),
    path("assessments/<str:assessment_id>/reply", views.ReplyView.as_view()),
    path("assessments/<str:assessment_id>/decision", views.DecisionView.as_view()),
    path("assessments/<str:assessment_id>/outcomes", views.OutcomesView.as_view()),
    path("assessments/<str:assessment_id>/outcomes/<str:outcome_id>", views.OutcomeView.as_view()),
]
