"""The addresses about people under /api/v1/."""

from django.urls import path

from agents.rest import account, dispatching, invitations, people, sign_on, skills, teams, tokens

urlpatterns = [
    path("account", account.Account.as_view()),
    path("account/password", account.Password.as_view()),
    path("account/totp", account.Totp.as_view()),
    path("account/recovery_codes", account.RecoveryCodes.as_view()),
    path("account/sessions", account.Sessions.as_view()),
    path("account/sessions/<str:session_id>", account.OneSession.as_view()),
    path("people", people.People.as_view()),
    path("people/<str:agent_id>", people.OnePerson.as_view()),
    path("people/<str:agent_id>/deactivate", people.Deactivate.as_view()),
    path("people/<str:agent_id>/reactivate", people.Reactivate.as_view()),
    path("people/<str:agent_id>/sign_out", people.SignOut.as_view()),
    path("people/<str:agent_id>/reset_second_factor", people.ResetSecondFactor.as_view()),
    path("invitations", invitations.Invitations.as_view()),
    path("invitations/<str:invitation_id>", invitations.OneInvitation.as_view()),
    path("invitations/<str:invitation_id>/resend", invitations.Resend.as_view()),
    path("teams", teams.Teams.as_view()),
    path("teams/<str:team_id>", teams.OneTeam.as_view()),
    path("agent_skills", skills.Skills.as_view()),
    path("agent_skills/<str:skill_id>", skills.OneSkill.as_view()),
    path("routing", dispatching.Dispatching.as_view()),
    path("tokens", tokens.Tokens.as_view()),
    path("tokens/<str:token_id>", tokens.OneToken.as_view()),
    path("sso", sign_on.SingleSignOn.as_view()),
    path("sso/test", sign_on.Test.as_view()),
]
