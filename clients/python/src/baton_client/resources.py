"""The operations of the API as methods; written by generate.py from the OpenAPI document, not by hand."""

from __future__ import annotations

from builtins import list as List
from typing import TYPE_CHECKING, Any, Literal, cast

from baton_client.calling import NOT_GIVEN, NotGiven, Resource, Upload, given
from baton_client.pages import Page

if TYPE_CHECKING:
    from baton_client import types as shapes  # a parameter may be called types


class AccountRecoveryCodesResource(Resource):
    """Operations on account/recovery_codes."""

    def create(self, *, password: str, idempotency_key: str | None = None) -> shapes.RecoveryCodeList:
        """Make ten new recovery codes.

        The old ones open nothing any more; 409 without a second factor.
        """
        return cast(
            "shapes.RecoveryCodeList",
            self._call(
                "POST", "/account/recovery_codes", body=given(password=password), idempotency_key=idempotency_key
            ),
        )


class AccountSessionsResource(Resource):
    """Operations on account/sessions."""

    def list(self) -> shapes.OwnSessionPage:
        """List your own sessions, the one seen last first."""
        return cast("shapes.OwnSessionPage", self._call("GET", "/account/sessions"))

    def delete_all(self) -> None:
        """End all of your own sessions but this one."""
        self._call("DELETE", "/account/sessions")

    def delete(self, session_id: str) -> None:
        """End one of your own sessions."""
        self._call("DELETE", "/account/sessions/{session_id}", ids={"session_id": session_id})


class AccountTotpResource(Resource):
    """Operations on account/totp."""

    def create(self, *, idempotency_key: str | None = None) -> shapes.TotpEnrolment:
        """Begin to set up a second factor.

        The secret counts once a code of the app confirms it; 409 while a second factor is on.
        """
        return cast("shapes.TotpEnrolment", self._call("POST", "/account/totp", idempotency_key=idempotency_key))

    def replace(self, *, code: str) -> shapes.RecoveryCodeList:
        """Confirm the second factor by a code of the app, and get the recovery codes.

        409 where nothing was begun.
        """
        return cast("shapes.RecoveryCodeList", self._call("PUT", "/account/totp", body=given(code=code)))

    def delete(self, *, password: str) -> None:
        """Switch the second factor off.

        409 where the company asks for one.
        """
        self._call("DELETE", "/account/totp", body=given(password=password))


class AccountResource(Resource):
    """Operations on account."""

    @property
    def recovery_codes(self) -> AccountRecoveryCodesResource:
        """Operations on account/recovery_codes."""
        return AccountRecoveryCodesResource(self._calls)

    @property
    def sessions(self) -> AccountSessionsResource:
        """Operations on account/sessions."""
        return AccountSessionsResource(self._calls)

    @property
    def totp(self) -> AccountTotpResource:
        """Operations on account/totp."""
        return AccountTotpResource(self._calls)

    def get(self) -> shapes.OwnAccount:
        """Get your own account."""
        return cast("shapes.OwnAccount", self._call("GET", "/account"))

    def change(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        languages: List[str] | NotGiven = NOT_GIVEN,
        language: Literal["", "en", "de"] | NotGiven = NOT_GIVEN,
        tour_due: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.OwnAccount:
        """Change your own name, your languages for customers, the language of the console, or end its tour."""
        return cast(
            "shapes.OwnAccount",
            self._call(
                "PATCH", "/account", body=given(name=name, languages=languages, language=language, tour_due=tour_due)
            ),
        )

    def password(self, *, current: str, new: str, idempotency_key: str | None = None) -> None:
        """Change your own password.

        All other sessions end.
        """
        self._call("POST", "/account/password", body=given(current=current, new=new), idempotency_key=idempotency_key)


class ActionsResource(Resource):
    """Operations on actions."""

    def list(
        self,
        *,
        conversation: str | NotGiven = NOT_GIVEN,
        state: Literal["pending", "done", "declined", "failed", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.DeedRow]:
        """List what the assistant did to the business, or was not let do, newest first."""
        return cast(
            "Page[shapes.DeedRow]",
            self._page(
                "GET", "/actions", query=given(conversation=conversation, state=state, limit=limit, cursor=cursor)
            ),
        )


class AgentSkillsResource(Resource):
    """Operations on agent_skills."""

    def list(self) -> shapes.AgentSkillRowPage:
        """List the skills of people, by name."""
        return cast("shapes.AgentSkillRowPage", self._call("GET", "/agent_skills"))

    def create(self, *, name: str, idempotency_key: str | None = None) -> shapes.AgentSkillRow:
        """Make a skill, which nobody has yet."""
        return cast(
            "shapes.AgentSkillRow",
            self._call("POST", "/agent_skills", body=given(name=name), idempotency_key=idempotency_key),
        )

    def change(self, skill_id: str, *, name: str) -> shapes.AgentSkillRow:
        """Rename a skill of people.

        Rules that ask for the old name ask for nothing any more.
        """
        return cast(
            "shapes.AgentSkillRow",
            self._call("PATCH", "/agent_skills/{skill_id}", ids={"skill_id": skill_id}, body=given(name=name)),
        )

    def delete(self, skill_id: str) -> None:
        """Remove a skill, from those who have it too."""
        self._call("DELETE", "/agent_skills/{skill_id}", ids={"skill_id": skill_id})


class AgentsResource(Resource):
    """Operations on agents."""

    def list(self) -> shapes.DeskColleaguePage:
        """List the people who take conversations, with how many each holds of how many they can."""
        return cast("shapes.DeskColleaguePage", self._call("GET", "/agents"))


class AlertsResource(Resource):
    """Operations on alerts."""

    def list(self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN) -> Page[shapes.AlertRow]:
        """List one's own alerts, the newest first."""
        return cast("Page[shapes.AlertRow]", self._page("GET", "/alerts", query=given(limit=limit, cursor=cursor)))

    def replace(self, alert_id: str, *, seen: bool) -> shapes.AlertRow:
        """Say that one has seen an alert."""
        return cast(
            "shapes.AlertRow",
            self._call("PUT", "/alerts/{alert_id}", ids={"alert_id": alert_id}, body=given(seen=seen)),
        )

    def seen(self, *, idempotency_key: str | None = None) -> shapes.AlertsSeen:
        """Say that one has seen all alerts."""
        return cast("shapes.AlertsSeen", self._call("POST", "/alerts/seen", idempotency_key=idempotency_key))


class AppointmentsResource(Resource):
    """Operations on appointments."""

    def list(
        self,
        *,
        calendar_id: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        state: Literal["booked", "done", "missed", "cancelled", ""] | NotGiven = NOT_GIVEN,
        since: str | NotGiven = NOT_GIVEN,
        until: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.AppointmentRow]:
        """List appointments, the earliest first."""
        return cast(
            "Page[shapes.AppointmentRow]",
            self._page(
                "GET",
                "/appointments",
                query=given(
                    calendar_id=calendar_id,
                    email=email,
                    state=state,
                    since=since,
                    until=until,
                    limit=limit,
                    cursor=cursor,
                ),
            ),
        )

    def create(
        self,
        *,
        service_id: str,
        starts_at: str,
        name: str,
        email: str,
        note: str | NotGiven = NOT_GIVEN,
        language: Literal["en", "de", "fr", "es", "it", "pt", "nl"] | NotGiven = NOT_GIVEN,
        remind: bool | NotGiven = NOT_GIVEN,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.AppointmentRow:
        """Book an appointment for a customer.

        409 when the time is not free; 404 when there is no such service.
        """
        return cast(
            "shapes.AppointmentRow",
            self._call(
                "POST",
                "/appointments",
                body=given(
                    service_id=service_id,
                    starts_at=starts_at,
                    name=name,
                    email=email,
                    note=note,
                    language=language,
                    remind=remind,
                    tell=tell,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, appointment_id: str) -> shapes.AppointmentRow:
        """Get an appointment."""
        return cast(
            "shapes.AppointmentRow",
            self._call("GET", "/appointments/{appointment_id}", ids={"appointment_id": appointment_id}),
        )

    def change(
        self, appointment_id: str, *, version: int, starts_at: str, tell: bool | NotGiven = NOT_GIVEN
    ) -> shapes.AppointmentRow:
        """Move an appointment to another time.

        409 when that is not free, or when the appointment was changed meanwhile.
        """
        return cast(
            "shapes.AppointmentRow",
            self._call(
                "PATCH",
                "/appointments/{appointment_id}",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell, starts_at=starts_at),
            ),
        )

    def cancel(
        self,
        appointment_id: str,
        *,
        version: int,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.AppointmentRow:
        """Cancel an appointment, so that its time is free again."""
        return cast(
            "shapes.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/cancel",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell),
                idempotency_key=idempotency_key,
            ),
        )

    def close(
        self, appointment_id: str, *, version: int, state: Literal["done", "missed"], idempotency_key: str | None = None
    ) -> shapes.AppointmentRow:
        """Say whether the customer of an appointment came."""
        return cast(
            "shapes.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/close",
                ids={"appointment_id": appointment_id},
                body=given(version=version, state=state),
                idempotency_key=idempotency_key,
            ),
        )

    def restore(
        self,
        appointment_id: str,
        *,
        version: int,
        tell: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.AppointmentRow:
        """Let a cancelled appointment stand again.

        409 when its time was given away.
        """
        return cast(
            "shapes.AppointmentRow",
            self._call(
                "POST",
                "/appointments/{appointment_id}/restore",
                ids={"appointment_id": appointment_id},
                body=given(version=version, tell=tell),
                idempotency_key=idempotency_key,
            ),
        )


class ArticlesVersionsResource(Resource):
    """Operations on articles/versions."""

    def list(
        self, article_id: str, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.ArticleVersionRow]:
        """List the versions of an article, the newest first."""
        return cast(
            "Page[shapes.ArticleVersionRow]",
            self._page(
                "GET",
                "/articles/{article_id}/versions",
                ids={"article_id": article_id},
                query=given(limit=limit, cursor=cursor),
            ),
        )

    def get(self, article_id: str, number: str) -> shapes.WholeArticleVersion:
        """Fetch a version of an article with all of its fields."""
        return cast(
            "shapes.WholeArticleVersion",
            self._call(
                "GET", "/articles/{article_id}/versions/{number}", ids={"article_id": article_id, "number": number}
            ),
        )


class ArticlesFacetsResource(Resource):
    """Operations on articles/facets."""

    def get(self) -> shapes.ArticleFacets:
        """Count the articles by what their list can be narrowed to."""
        return cast("shapes.ArticleFacets", self._call("GET", "/articles/facets"))


class ArticlesResource(Resource):
    """Operations on articles."""

    @property
    def versions(self) -> ArticlesVersionsResource:
        """Operations on articles/versions."""
        return ArticlesVersionsResource(self._calls)

    @property
    def facets(self) -> ArticlesFacetsResource:
        """Operations on articles/facets."""
        return ArticlesFacetsResource(self._calls)

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        audience: Literal["everyone", "desk", ""] | NotGiven = NOT_GIVEN,
        state: Literal["valid", "scheduled", "expired", "removed", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ArticleRow]:
        """List the articles, the one changed last first."""
        return cast(
            "Page[shapes.ArticleRow]",
            self._page(
                "GET",
                "/articles",
                query=given(
                    search=search,
                    tag=tag,
                    language=language,
                    audience=audience,
                    state=state,
                    limit=limit,
                    cursor=cursor,
                ),
            ),
        )

    def create(
        self,
        *,
        title: str,
        body: str,
        questions: List[str] | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        tags: List[str] | NotGiven = NOT_GIVEN,
        audience: Literal["everyone", "desk"] | NotGiven = NOT_GIVEN,
        valid_from: str | None | NotGiven = NOT_GIVEN,
        valid_until: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.WholeArticle:
        """Add an article.

        409 when another has its title.
        """
        return cast(
            "shapes.WholeArticle",
            self._call(
                "POST",
                "/articles",
                body=given(
                    title=title,
                    body=body,
                    questions=questions,
                    language=language,
                    tags=tags,
                    audience=audience,
                    valid_from=valid_from,
                    valid_until=valid_until,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, article_id: str) -> shapes.WholeArticle:
        """Fetch an article with its text."""
        return cast("shapes.WholeArticle", self._call("GET", "/articles/{article_id}", ids={"article_id": article_id}))

    def change(
        self,
        article_id: str,
        *,
        title: str | NotGiven = NOT_GIVEN,
        body: str | NotGiven = NOT_GIVEN,
        questions: List[str] | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        tags: List[str] | NotGiven = NOT_GIVEN,
        audience: Literal["everyone", "desk"] | NotGiven = NOT_GIVEN,
        valid_from: str | None | NotGiven = NOT_GIVEN,
        valid_until: str | None | NotGiven = NOT_GIVEN,
        version: int | None | NotGiven = NOT_GIVEN,
    ) -> shapes.WholeArticle:
        """Change an article: the fields that are named.

        409 when another has its new title, or `version` is told and is not the newest.
        """
        return cast(
            "shapes.WholeArticle",
            self._call(
                "PATCH",
                "/articles/{article_id}",
                ids={"article_id": article_id},
                body=given(
                    title=title,
                    body=body,
                    questions=questions,
                    language=language,
                    tags=tags,
                    audience=audience,
                    valid_from=valid_from,
                    valid_until=valid_until,
                    version=version,
                ),
            ),
        )

    def delete(self, article_id: str) -> None:
        """Remove an article; for thirty days it can be brought back."""
        self._call("DELETE", "/articles/{article_id}", ids={"article_id": article_id})

    def restore(
        self, article_id: str, *, version: int | None | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.WholeArticle:
        """Bring a removed article back, or let one stand as it stood at an older version.

        409 when another has its title.
        """
        return cast(
            "shapes.WholeArticle",
            self._call(
                "POST",
                "/articles/{article_id}/restore",
                ids={"article_id": article_id},
                body=given(version=version),
                idempotency_key=idempotency_key,
            ),
        )

    def preview(self, *, body: str, idempotency_key: str | None = None) -> shapes.ArticlePreview:
        """Render Markdown as customers would see it; nothing is stored."""
        return cast(
            "shapes.ArticlePreview",
            self._call("POST", "/articles/preview", body=given(body=body), idempotency_key=idempotency_key),
        )


class AssessmentsOutcomesResource(Resource):
    """Operations on assessments/outcomes."""

    def create(
        self,
        assessment_id: str,
        *,
        kind: Literal["correction", "label", "missed", "coaching"],
        at_seq: int | None | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        verdict: Literal["right", "too_late", "needless", ""] | NotGiven = NOT_GIVEN,
        trigger: Literal[
            "asks_human",
            "anger",
            "distress",
            "billing_legal",
            "policy_exception",
            "intent_missed",
            "churn_risk",
            "public_escalation",
            "upsell",
            "cross_department",
            "loop",
            "low_confidence",
            "own",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.AssessmentSheet:
        """Let something follow from an assessment: a correction, a label, a miss, or a note to the agent.

        What comes back is the assessment.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "POST",
                "/assessments/{assessment_id}/outcomes",
                ids={"assessment_id": assessment_id},
                body=given(kind=kind, at_seq=at_seq, text=text, verdict=verdict, trigger=trigger),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, assessment_id: str, outcome_id: str, *, agent: str | None = None) -> shapes.AssessmentSheet:
        """Take back what followed from an assessment, as far as nobody has gone on with it."""
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "DELETE",
                "/assessments/{assessment_id}/outcomes/{outcome_id}",
                ids={"assessment_id": assessment_id, "outcome_id": outcome_id},
                agent=agent,
            ),
        )


class AssessmentsReplyResource(Resource):
    """Operations on assessments/reply."""

    def replace(
        self, assessment_id: str, *, text: str, disputes: bool | NotGiven = NOT_GIVEN, agent: str | None = None
    ) -> shapes.AssessmentSheet:
        """Reply to an assessment of one's own work, agreeing or not."""
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "PUT",
                "/assessments/{assessment_id}/reply",
                ids={"assessment_id": assessment_id},
                body=given(text=text, disputes=disputes),
                agent=agent,
            ),
        )


class AssessmentsSkipResource(Resource):
    """Operations on assessments/skip."""

    def create(
        self, assessment_id: str, *, because: str, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AssessmentRow:
        """Pass an assessment over that cannot be judged."""
        return cast(
            "shapes.AssessmentRow",
            self._call(
                "POST",
                "/assessments/{assessment_id}/skip",
                ids={"assessment_id": assessment_id},
                body=given(because=because),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, assessment_id: str, *, agent: str | None = None) -> shapes.AssessmentRow:
        """Put an assessment that was passed over back into the queue."""
        return cast(
            "shapes.AssessmentRow",
            self._call(
                "DELETE", "/assessments/{assessment_id}/skip", ids={"assessment_id": assessment_id}, agent=agent
            ),
        )


class AssessmentsAgreementResource(Resource):
    """Operations on assessments/agreement."""

    def list(self, *, scorecard_id: str, days: int | NotGiven = NOT_GIVEN) -> shapes.ReviewerAgreement:
        """Get how far two reviewers agree on each question of a scorecard."""
        return cast(
            "shapes.ReviewerAgreement",
            self._call("GET", "/assessments/agreement", query=given(scorecard_id=scorecard_id, days=days)),
        )


class AssessmentsDifferingResource(Resource):
    """Operations on assessments/differing."""

    def list(
        self,
        *,
        scorecard_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        days: int | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.DifferingPair]:
        """List the pairs of assessments in which two reviewers differ, the newest first."""
        return cast(
            "Page[shapes.DifferingPair]",
            self._page(
                "GET",
                "/assessments/differing",
                query=given(limit=limit, cursor=cursor, scorecard_id=scorecard_id, days=days),
            ),
        )


class AssessmentsMineResource(Resource):
    """Operations on assessments/mine."""

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN, agent: str | None = None
    ) -> Page[shapes.AssessmentRow]:
        """List the assessments of one's own work, with the notes to oneself."""
        return cast(
            "Page[shapes.AssessmentRow]",
            self._page("GET", "/assessments/mine", query=given(limit=limit, cursor=cursor), agent=agent),
        )


class AssessmentsQuestionsResource(Resource):
    """Operations on assessments/questions."""

    def list(
        self,
        *,
        scorecard_id: str,
        days: int | NotGiven = NOT_GIVEN,
        source: Literal["chance", "lists", "all"] | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        channel: Literal["widget", "email", "api", "import", ""] | NotGiven = NOT_GIVEN,
        part: Literal["assistant", "agent", ""] | NotGiven = NOT_GIVEN,
        rules_version: int | None | NotGiven = NOT_GIVEN,
        knowledge_number: int | None | NotGiven = NOT_GIVEN,
        engine: str | NotGiven = NOT_GIVEN,
        because: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
            "chosen",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        week: str | None | NotGiven = NOT_GIVEN,
        failed: bool | None | NotGiven = NOT_GIVEN,
    ) -> shapes.QuestionScorePage:
        """List what each question of a scorecard was worth on average, the poorest first."""
        return cast(
            "shapes.QuestionScorePage",
            self._call(
                "GET",
                "/assessments/questions",
                query=given(
                    days=days,
                    source=source,
                    scorecard_id=scorecard_id,
                    agent_id=agent_id,
                    team_id=team_id,
                    topic=topic,
                    channel=channel,
                    part=part,
                    rules_version=rules_version,
                    knowledge_number=knowledge_number,
                    engine=engine,
                    because=because,
                    week=week,
                    failed=failed,
                ),
            ),
        )


class AssessmentsScoresResource(Resource):
    """Operations on assessments/scores."""

    def list(
        self,
        *,
        days: int | NotGiven = NOT_GIVEN,
        source: Literal["chance", "lists", "all"] | NotGiven = NOT_GIVEN,
        scorecard_id: str | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        channel: Literal["widget", "email", "api", "import", ""] | NotGiven = NOT_GIVEN,
        part: Literal["assistant", "agent", ""] | NotGiven = NOT_GIVEN,
        rules_version: int | None | NotGiven = NOT_GIVEN,
        knowledge_number: int | None | NotGiven = NOT_GIVEN,
        engine: str | NotGiven = NOT_GIVEN,
        because: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
            "chosen",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        week: str | None | NotGiven = NOT_GIVEN,
        failed: bool | None | NotGiven = NOT_GIVEN,
        by: Literal[
            "agent", "team", "topic", "channel", "scorecard", "rules_version", "knowledge_number", "engine", "because"
        ]
        | NotGiven = NOT_GIVEN,
    ) -> shapes.AssessmentScores:
        """Get the mean scores with their intervals, by agent, team, topic or version, and week by week."""
        return cast(
            "shapes.AssessmentScores",
            self._call(
                "GET",
                "/assessments/scores",
                query=given(
                    days=days,
                    source=source,
                    scorecard_id=scorecard_id,
                    agent_id=agent_id,
                    team_id=team_id,
                    topic=topic,
                    channel=channel,
                    part=part,
                    rules_version=rules_version,
                    knowledge_number=knowledge_number,
                    engine=engine,
                    because=because,
                    week=week,
                    failed=failed,
                    by=by,
                ),
            ),
        )


class AssessmentsResource(Resource):
    """Operations on assessments."""

    @property
    def outcomes(self) -> AssessmentsOutcomesResource:
        """Operations on assessments/outcomes."""
        return AssessmentsOutcomesResource(self._calls)

    @property
    def reply(self) -> AssessmentsReplyResource:
        """Operations on assessments/reply."""
        return AssessmentsReplyResource(self._calls)

    @property
    def skip(self) -> AssessmentsSkipResource:
        """Operations on assessments/skip."""
        return AssessmentsSkipResource(self._calls)

    @property
    def agreement(self) -> AssessmentsAgreementResource:
        """Operations on assessments/agreement."""
        return AssessmentsAgreementResource(self._calls)

    @property
    def differing(self) -> AssessmentsDifferingResource:
        """Operations on assessments/differing."""
        return AssessmentsDifferingResource(self._calls)

    @property
    def mine(self) -> AssessmentsMineResource:
        """Operations on assessments/mine."""
        return AssessmentsMineResource(self._calls)

    @property
    def questions(self) -> AssessmentsQuestionsResource:
        """Operations on assessments/questions."""
        return AssessmentsQuestionsResource(self._calls)

    @property
    def scores(self) -> AssessmentsScoresResource:
        """Operations on assessments/scores."""
        return AssessmentsScoresResource(self._calls)

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        days: int | NotGiven = NOT_GIVEN,
        source: Literal["chance", "lists", "all"] | NotGiven = NOT_GIVEN,
        scorecard_id: str | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        channel: Literal["widget", "email", "api", "import", ""] | NotGiven = NOT_GIVEN,
        part: Literal["assistant", "agent", ""] | NotGiven = NOT_GIVEN,
        rules_version: int | None | NotGiven = NOT_GIVEN,
        knowledge_number: int | None | NotGiven = NOT_GIVEN,
        engine: str | NotGiven = NOT_GIVEN,
        because: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
            "chosen",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        week: str | None | NotGiven = NOT_GIVEN,
        failed: bool | None | NotGiven = NOT_GIVEN,
        state: Literal["open", "disputed", "done"] | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> Page[shapes.AssessmentRow]:
        """List the assessments that wait, are disputed, or are done.

        Those of one's own work are none of them.
        """
        return cast(
            "Page[shapes.AssessmentRow]",
            self._page(
                "GET",
                "/assessments",
                query=given(
                    limit=limit,
                    cursor=cursor,
                    days=days,
                    source=source,
                    scorecard_id=scorecard_id,
                    agent_id=agent_id,
                    team_id=team_id,
                    topic=topic,
                    channel=channel,
                    part=part,
                    rules_version=rules_version,
                    knowledge_number=knowledge_number,
                    engine=engine,
                    because=because,
                    week=week,
                    failed=failed,
                    state=state,
                ),
                agent=agent,
            ),
        )

    def create(
        self, *, conversation_id: str, scorecard_id: str, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AssessmentSheet:
        """Begin the assessment of a conversation with a scorecard.

        Where there is one already, it is that one.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "POST",
                "/assessments",
                body=given(conversation_id=conversation_id, scorecard_id=scorecard_id),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, assessment_id: str, *, agent: str | None = None) -> shapes.AssessmentSheet:
        """Get an assessment with its scorecard, its answers, and what came of it.

        Whom it is about has seen it then.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call("GET", "/assessments/{assessment_id}", ids={"assessment_id": assessment_id}, agent=agent),
        )

    def replace(
        self,
        assessment_id: str,
        *,
        answers: List[shapes.AssessmentAnswerForm],
        comment: str | NotGiven = NOT_GIVEN,
        done: bool | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.AssessmentSheet:
        """Keep the answers of an assessment, and finish it when it is done.

        409 while somebody else is at it.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "PUT",
                "/assessments/{assessment_id}",
                ids={"assessment_id": assessment_id},
                body=given(answers=answers, comment=comment, done=done),
                agent=agent,
            ),
        )

    def decision(
        self,
        assessment_id: str,
        *,
        text: str,
        answers: List[shapes.AssessmentAnswerForm] | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.AssessmentSheet:
        """Decide about an assessment that the agent disputes.

        With other answers it is put right, without any it stays as it was.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "POST",
                "/assessments/{assessment_id}/decision",
                ids={"assessment_id": assessment_id},
                body=given(text=text, answers=answers),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def take(
        self, assessment_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AssessmentSheet:
        """Take an assessment, so that nobody else gets it for the next half hour.

        409 while somebody else is at it.
        """
        return cast(
            "shapes.AssessmentSheet",
            self._call(
                "POST",
                "/assessments/{assessment_id}/take",
                ids={"assessment_id": assessment_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class AssistantEngineResource(Resource):
    """Operations on assistant/engine."""

    def get(self) -> shapes.EngineSettings:
        """Get what makes the answers, what it may cost, and how it fares."""
        return cast("shapes.EngineSettings", self._call("GET", "/assistant/engine"))

    def change(
        self,
        *,
        engine: Literal["embedded", "language_model", "outside"] | NotGiven = NOT_GIVEN,
        model_address: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        model_key: str | NotGiven = NOT_GIVEN,
        tokens_per_day: int | NotGiven = NOT_GIVEN,
        tokens_per_conversation: int | NotGiven = NOT_GIVEN,
        tokens_per_visitor: int | NotGiven = NOT_GIVEN,
        outside_seconds: int | NotGiven = NOT_GIVEN,
        translates: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.EngineSettings:
        """Change what makes the answers, and what it may cost.

        What is left out stays; a key belongs to its address, and is needed anew for another one.
        """
        return cast(
            "shapes.EngineSettings",
            self._call(
                "PATCH",
                "/assistant/engine",
                body=given(
                    engine=engine,
                    model_address=model_address,
                    model_name=model_name,
                    model_key=model_key,
                    tokens_per_day=tokens_per_day,
                    tokens_per_conversation=tokens_per_conversation,
                    tokens_per_visitor=tokens_per_visitor,
                    outside_seconds=outside_seconds,
                    translates=translates,
                ),
            ),
        )

    def test(
        self,
        *,
        engine: Literal["embedded", "language_model", "outside"] | NotGiven = NOT_GIVEN,
        model_address: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        model_key: str | NotGiven = NOT_GIVEN,
        tokens_per_day: int | NotGiven = NOT_GIVEN,
        tokens_per_conversation: int | NotGiven = NOT_GIVEN,
        tokens_per_visitor: int | NotGiven = NOT_GIVEN,
        outside_seconds: int | NotGiven = NOT_GIVEN,
        translates: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ModelTest:
        """Test whether the language model answers: the stored one, or the one that the body names."""
        return cast(
            "shapes.ModelTest",
            self._call(
                "POST",
                "/assistant/engine/test",
                body=given(
                    engine=engine,
                    model_address=model_address,
                    model_name=model_name,
                    model_key=model_key,
                    tokens_per_day=tokens_per_day,
                    tokens_per_conversation=tokens_per_conversation,
                    tokens_per_visitor=tokens_per_visitor,
                    outside_seconds=outside_seconds,
                    translates=translates,
                ),
                idempotency_key=idempotency_key,
            ),
        )


class AssistantModesResource(Resource):
    """Operations on assistant/modes."""

    def get(self) -> shapes.AssistantModes:
        """Get how far the assistant acts by itself, with the topics that have a mode of their own."""
        return cast("shapes.AssistantModes", self._call("GET", "/assistant/modes"))

    def change(
        self,
        *,
        mode: Literal["autopilot", "supervised", "copilot", "off"] | NotGiven = NOT_GIVEN,
        draft_minutes: int | NotGiven = NOT_GIVEN,
        threshold: float | None | NotGiven = NOT_GIVEN,
        order_numbers: str | NotGiven = NOT_GIVEN,
    ) -> shapes.AssistantModes:
        """Change how far the assistant acts by itself.

        What is left out stays.
        """
        return cast(
            "shapes.AssistantModes",
            self._call(
                "PATCH",
                "/assistant/modes",
                body=given(mode=mode, draft_minutes=draft_minutes, threshold=threshold, order_numbers=order_numbers),
            ),
        )


class AssistantThresholdResource(Resource):
    """Operations on assistant/threshold."""

    def get(self, *, at: float | None | NotGiven = NOT_GIVEN) -> shapes.ThresholdTrial:
        """Get what another threshold would have done to the last 30 days.

        The curve, and the conversations behind each number; nothing is changed.
        """
        return cast("shapes.ThresholdTrial", self._call("GET", "/assistant/threshold", query=given(at=at)))


class AssistantTurnsToolsResource(Resource):
    """Operations on assistant/turns/tools."""

    def create(
        self,
        turn_id: str,
        *,
        name: str,
        arguments: dict[str, Any] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.OutsideToolResult:
        """Call a tool of a turn.

        What it finds can be cited from then on. A skill, which writes to the customer itself, and `hand_over` end the turn: `outcome` tells what became of it. With the third misuse Baton answers in your AI's place.
        """
        return cast(
            "shapes.OutsideToolResult",
            self._call(
                "POST",
                "/assistant/turns/{turn_id}/tools",
                ids={"turn_id": turn_id},
                body=given(name=name, arguments=arguments),
                idempotency_key=idempotency_key,
            ),
        )


class AssistantTurnsResource(Resource):
    """Operations on assistant/turns."""

    @property
    def tools(self) -> AssistantTurnsToolsResource:
        """Operations on assistant/turns/tools."""
        return AssistantTurnsToolsResource(self._calls)

    def list(
        self,
        *,
        state: Literal["waiting", "answered", "over"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.AssistantTurnRow]:
        """List the turns in which your own AI is asked for the answer, the newest first.

        Without `state`, those that wait for a reply now. The webhook event `assistant.turn_requested` tells of each.
        """
        return cast(
            "Page[shapes.AssistantTurnRow]",
            self._page("GET", "/assistant/turns", query=given(state=state, limit=limit, cursor=cursor)),
        )

    def get(self, turn_id: str) -> shapes.AssistantTurn:
        """Get a turn with all that your AI may know and do: the conversation, passages to cite, tools, the deadline."""
        return cast("shapes.AssistantTurn", self._call("GET", "/assistant/turns/{turn_id}", ids={"turn_id": turn_id}))

    def reply(
        self,
        turn_id: str,
        *,
        action: Literal["answer", "unsure", "hand_over"],
        confidence: float,
        signals: List[shapes.OutsideSignalForm] | NotGiven = NOT_GIVEN,
        citations: List[shapes.OutsideCitationForm] | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        client_id: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.OutsideOutcome:
        """Reply to a turn, as the assistant.

        The reply is checked as a language model's is: it may state only what the passages that it cites say, the rules look at it before the customer does, and modes and supervisors count. The answer tells what became of it. With 409 nothing was written: `turn_taken_over`, `turn_customer_wrote_again`, `turn_expired`, `turn_answered`, `turn_guided_anew`, `turn_tools_misused` or `turn_over` says why.
        """
        return cast(
            "shapes.OutsideOutcome",
            self._call(
                "POST",
                "/assistant/turns/{turn_id}/reply",
                ids={"turn_id": turn_id},
                body=given(
                    action=action,
                    confidence=confidence,
                    signals=signals,
                    citations=citations,
                    text=text,
                    client_id=client_id,
                ),
                idempotency_key=idempotency_key,
            ),
        )


class AssistantResource(Resource):
    """Operations on assistant."""

    @property
    def engine(self) -> AssistantEngineResource:
        """Operations on assistant/engine."""
        return AssistantEngineResource(self._calls)

    @property
    def modes(self) -> AssistantModesResource:
        """Operations on assistant/modes."""
        return AssistantModesResource(self._calls)

    @property
    def threshold(self) -> AssistantThresholdResource:
        """Operations on assistant/threshold."""
        return AssistantThresholdResource(self._calls)

    @property
    def turns(self) -> AssistantTurnsResource:
        """Operations on assistant/turns."""
        return AssistantTurnsResource(self._calls)

    def preview(
        self,
        *,
        question: str | NotGiven = NOT_GIVEN,
        turns: List[shapes.PreviewTurnForm] | NotGiven = NOT_GIVEN,
        customer: dict[str, Any] | NotGiven = NOT_GIVEN,
        draft: shapes.ArticleForm | NotGiven = NOT_GIVEN,
        article_id: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.AssistantPreview:
        """Try what the assistant would do with a question, or at the end of a conversation.

        The answer comes with its confidence and sources, every signal with value, threshold and evidence, and the decision. Nothing of it is stored.
        """
        return cast(
            "shapes.AssistantPreview",
            self._call(
                "POST",
                "/assistant/preview",
                body=given(question=question, turns=turns, customer=customer, draft=draft, article_id=article_id),
                idempotency_key=idempotency_key,
            ),
        )


class AttachmentsResource(Resource):
    """Operations on attachments."""

    def create(
        self, *, file: Upload | NotGiven = NOT_GIVEN, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.FileRow:
        """Upload a file, which a message of the agent may name within a day."""
        return cast(
            "shapes.FileRow",
            self._call(
                "POST",
                "/attachments",
                body=given(file=file),
                multipart=True,
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, attachment_id: str) -> shapes.FileRow:
        """Retrieve a file that was sent, or that the agent uploaded, with a fresh link."""
        return cast(
            "shapes.FileRow", self._call("GET", "/attachments/{attachment_id}", ids={"attachment_id": attachment_id})
        )


class AuditActionsResource(Resource):
    """Operations on audit/actions."""

    def list(self) -> shapes.TextPage:
        """List every action that was ever written down here, by name."""
        return cast("shapes.TextPage", self._call("GET", "/audit/actions"))


class AuditExportResource(Resource):
    """Operations on audit/export."""

    def get(
        self,
        *,
        actor: str | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
        object: str | NotGiven = NOT_GIVEN,
        since: str | None | NotGiven = NOT_GIVEN,
        until: str | None | NotGiven = NOT_GIVEN,
        format: Literal["csv", "jsonl"] | NotGiven = NOT_GIVEN,
    ) -> bytes:
        """Export the entries of the audit log that match, as CSV or as lines of JSON.

        The file is made while it leaves; that it was taken is an entry of its own.
        """
        return cast(
            "bytes",
            self._call(
                "GET",
                "/audit/export",
                query=given(actor=actor, action=action, object=object, since=since, until=until, format=format),
            ),
        )


class AuditResource(Resource):
    """Operations on audit."""

    @property
    def actions(self) -> AuditActionsResource:
        """Operations on audit/actions."""
        return AuditActionsResource(self._calls)

    @property
    def export(self) -> AuditExportResource:
        """Operations on audit/export."""
        return AuditExportResource(self._calls)

    def list(
        self,
        *,
        actor: str | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
        object: str | NotGiven = NOT_GIVEN,
        since: str | None | NotGiven = NOT_GIVEN,
        until: str | None | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.AuditEntryRow]:
        """List the entries of the audit log that match, the newest first."""
        return cast(
            "Page[shapes.AuditEntryRow]",
            self._page(
                "GET",
                "/audit",
                query=given(
                    actor=actor, action=action, object=object, since=since, until=until, limit=limit, cursor=cursor
                ),
            ),
        )


class BenchCasesResource(Resource):
    """Operations on bench/cases."""

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.ListedBenchCase]:
        """List the cases of the test bench, the newest first, each with what came of it last."""
        return cast(
            "Page[shapes.ListedBenchCase]", self._page("GET", "/bench/cases", query=given(limit=limit, cursor=cursor))
        )

    def create(
        self,
        *,
        lines: List[shapes.BenchLineForm] | NotGiven = NOT_GIVEN,
        question: str | NotGiven = NOT_GIVEN,
        conversation_id: str | NotGiven = NOT_GIVEN,
        asked_seq: int | NotGiven = NOT_GIVEN,
        expected: Literal["article", "unsure", "handover"] | NotGiven = NOT_GIVEN,
        article_id: str | None | NotGiven = NOT_GIVEN,
        trigger: str | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.BenchCaseRow:
        """Add a case to the test bench.

        A message of a conversation needs the scope `conversations:read` too.
        """
        return cast(
            "shapes.BenchCaseRow",
            self._call(
                "POST",
                "/bench/cases",
                body=given(
                    lines=lines,
                    question=question,
                    conversation_id=conversation_id,
                    asked_seq=asked_seq,
                    expected=expected,
                    article_id=article_id,
                    trigger=trigger,
                    note=note,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, case_id: str) -> shapes.BenchCaseRow:
        """Fetch a case of the test bench."""
        return cast("shapes.BenchCaseRow", self._call("GET", "/bench/cases/{case_id}", ids={"case_id": case_id}))

    def change(
        self,
        case_id: str,
        *,
        lines: List[shapes.BenchLineForm] | NotGiven = NOT_GIVEN,
        question: str | NotGiven = NOT_GIVEN,
        conversation_id: str | NotGiven = NOT_GIVEN,
        asked_seq: int | NotGiven = NOT_GIVEN,
        expected: Literal["article", "unsure", "handover"] | NotGiven = NOT_GIVEN,
        article_id: str | None | NotGiven = NOT_GIVEN,
        trigger: str | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> shapes.BenchCaseRow:
        """Change a case of the test bench: the fields that are named."""
        return cast(
            "shapes.BenchCaseRow",
            self._call(
                "PATCH",
                "/bench/cases/{case_id}",
                ids={"case_id": case_id},
                body=given(
                    lines=lines,
                    question=question,
                    conversation_id=conversation_id,
                    asked_seq=asked_seq,
                    expected=expected,
                    article_id=article_id,
                    trigger=trigger,
                    note=note,
                ),
            ),
        )

    def delete(self, case_id: str) -> None:
        """Remove a case from the test bench."""
        self._call("DELETE", "/bench/cases/{case_id}", ids={"case_id": case_id})


class BenchRunsResource(Resource):
    """Operations on bench/runs."""

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.BenchRunRow]:
        """List the runs of the test bench, the newest first, and tell whether one begins by itself soon."""
        return cast(
            "Page[shapes.BenchRunRow]", self._page("GET", "/bench/runs", query=given(limit=limit, cursor=cursor))
        )

    def create(
        self, *, change: shapes.BenchChangeForm | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.BenchRunRow:
        """Run the test bench on the knowledge as it is, or with a change that is not published.

        A job does it.
        """
        return cast(
            "shapes.BenchRunRow",
            self._call("POST", "/bench/runs", body=given(change=change), idempotency_key=idempotency_key),
        )

    def get(self, run_id: str) -> shapes.WholeBenchRun:
        """Fetch a run of the test bench with its results against the run before."""
        return cast("shapes.WholeBenchRun", self._call("GET", "/bench/runs/{run_id}", ids={"run_id": run_id}))


class BenchResource(Resource):
    """Operations on bench."""

    @property
    def cases(self) -> BenchCasesResource:
        """Operations on bench/cases."""
        return BenchCasesResource(self._calls)

    @property
    def runs(self) -> BenchRunsResource:
        """Operations on bench/runs."""
        return BenchRunsResource(self._calls)


class BillingCheckoutResource(Resource):
    """Operations on billing/checkout."""

    def create(
        self,
        *,
        plan: Literal["team", "business"],
        interval: Literal["month", "year"],
        seats: int,
        accepts: List[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.StripePage:
        """Open a page of Stripe's on which a plan is paid.

        Pages that were open before are closed; the answer has the address of the new one.
        """
        return cast(
            "shapes.StripePage",
            self._call(
                "POST",
                "/billing/checkout",
                body=given(plan=plan, interval=interval, seats=seats, accepts=accepts),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, page_id: str) -> shapes.CheckoutOutcome:
        """Get what came of a page on which a plan is paid."""
        return cast(
            "shapes.CheckoutOutcome", self._call("GET", "/billing/checkout/{page_id}", ids={"page_id": page_id})
        )


class BillingDetailsResource(Resource):
    """Operations on billing/details."""

    def get(self) -> shapes.BillingAddress:
        """Get to whom invoices go."""
        return cast("shapes.BillingAddress", self._call("GET", "/billing/details"))

    def change(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        line1: str | NotGiven = NOT_GIVEN,
        line2: str | NotGiven = NOT_GIVEN,
        postal_code: str | NotGiven = NOT_GIVEN,
        city: str | NotGiven = NOT_GIVEN,
        country: str | NotGiven = NOT_GIVEN,
    ) -> shapes.BillingAddress:
        """Change the named fields of to whom invoices go."""
        return cast(
            "shapes.BillingAddress",
            self._call(
                "PATCH",
                "/billing/details",
                body=given(
                    name=name,
                    email=email,
                    line1=line1,
                    line2=line2,
                    postal_code=postal_code,
                    city=city,
                    country=country,
                ),
            ),
        )


class BillingInvoicesResource(Resource):
    """Operations on billing/invoices."""

    def list(self, *, cursor: str | NotGiven = NOT_GIVEN, limit: int | NotGiven = NOT_GIVEN) -> Page[shapes.InvoiceRow]:
        """List invoices, the newest first."""
        return cast(
            "Page[shapes.InvoiceRow]", self._page("GET", "/billing/invoices", query=given(cursor=cursor, limit=limit))
        )


class BillingLimitsResource(Resource):
    """Operations on billing/limits."""

    def change(self, *, overage: bool, overage_limit_cents: int | None) -> shapes.BillingOverview:
        """Set whether resolutions beyond the bundle are bought, and for how much at most."""
        return cast(
            "shapes.BillingOverview",
            self._call(
                "PATCH", "/billing/limits", body=given(overage=overage, overage_limit_cents=overage_limit_cents)
            ),
        )


class BillingPlansResource(Resource):
    """Operations on billing/plans."""

    def list(self) -> shapes.PlanOffers:
        """List all plans, the smallest first, and how every company begins."""
        return cast("shapes.PlanOffers", self._call("GET", "/billing/plans"))


class BillingTaxIdsResource(Resource):
    """Operations on billing/tax_ids."""

    def create(
        self,
        *,
        kind: Literal[
            "eu_vat",
            "gb_vat",
            "ch_vat",
            "no_vat",
            "us_ein",
            "ca_bn",
            "au_abn",
            "nz_gst",
            "in_gst",
            "jp_trn",
            "sg_gst",
            "za_vat",
        ],
        value: str,
        idempotency_key: str | None = None,
    ) -> shapes.TaxIdRow:
        """Add a tax number to invoices; Stripe checks it in its own time."""
        return cast(
            "shapes.TaxIdRow",
            self._call("POST", "/billing/tax_ids", body=given(kind=kind, value=value), idempotency_key=idempotency_key),
        )

    def delete(self, tax_id: str) -> None:
        """Remove a tax number from invoices."""
        self._call("DELETE", "/billing/tax_ids/{tax_id}", ids={"tax_id": tax_id})


class BillingUsageDaysResource(Resource):
    """Operations on billing/usage/days."""

    def list(self, *, from_: str | NotGiven = NOT_GIVEN, to: str | NotGiven = NOT_GIVEN) -> shapes.UsageDays:
        """Get what was counted and credited, day by day.

        Of the period under way, where no days are named.
        """
        return cast(
            "shapes.UsageDays", self._call("GET", "/billing/usage/days", query=given(**{"from": from_, "to": to}))
        )


class BillingUsageExportCsvResource(Resource):
    """Operations on billing/usage/export_csv."""

    def get(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        period: Literal["current", "previous"] | NotGiven = NOT_GIVEN,
    ) -> bytes:
        """Download all lines as a CSV file; that it was taken is in the audit log."""
        return cast(
            "bytes",
            self._call("GET", "/billing/usage/export.csv", query=given(**{"from": from_, "to": to, "period": period})),
        )


class BillingUsageLinesResource(Resource):
    """Operations on billing/usage/lines."""

    def list(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        period: Literal["current", "previous"] | NotGiven = NOT_GIVEN,
        state: Literal["counted", "credited", "disputed", "not_charged"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.LedgerLine]:
        """List the resolutions that were counted, the newest first."""
        return cast(
            "Page[shapes.LedgerLine]",
            self._page(
                "GET",
                "/billing/usage/lines",
                query=given(
                    **{"from": from_, "to": to, "period": period, "state": state, "limit": limit, "cursor": cursor}
                ),
            ),
        )

    def get(self, resolution_id: str) -> shapes.LedgerLine:
        """Get a resolution, however long ago it was counted."""
        return cast(
            "shapes.LedgerLine",
            self._call("GET", "/billing/usage/lines/{resolution_id}", ids={"resolution_id": resolution_id}),
        )

    def dispute(self, resolution_id: str, *, reason: str, idempotency_key: str | None = None) -> shapes.LedgerLine:
        """Dispute a resolution: say why it was none.

        Gives the line as it is then.
        """
        return cast(
            "shapes.LedgerLine",
            self._call(
                "POST",
                "/billing/usage/lines/{resolution_id}/dispute",
                ids={"resolution_id": resolution_id},
                body=given(reason=reason),
                idempotency_key=idempotency_key,
            ),
        )


class BillingUsageNotCountedResource(Resource):
    """Operations on billing/usage/not_counted."""

    def list(self, *, limit: int | NotGiven = NOT_GIVEN) -> shapes.Uncounted:
        """List examples of what the assistant had alone and is not counted, and why."""
        return cast("shapes.Uncounted", self._call("GET", "/billing/usage/not_counted", query=given(limit=limit)))


class BillingUsageResource(Resource):
    """Operations on billing/usage."""

    @property
    def days(self) -> BillingUsageDaysResource:
        """Operations on billing/usage/days."""
        return BillingUsageDaysResource(self._calls)

    @property
    def export_csv(self) -> BillingUsageExportCsvResource:
        """Operations on billing/usage/export_csv."""
        return BillingUsageExportCsvResource(self._calls)

    @property
    def lines(self) -> BillingUsageLinesResource:
        """Operations on billing/usage/lines."""
        return BillingUsageLinesResource(self._calls)

    @property
    def not_counted(self) -> BillingUsageNotCountedResource:
        """Operations on billing/usage/not_counted."""
        return BillingUsageNotCountedResource(self._calls)


class BillingResource(Resource):
    """Operations on billing."""

    @property
    def checkout(self) -> BillingCheckoutResource:
        """Operations on billing/checkout."""
        return BillingCheckoutResource(self._calls)

    @property
    def details(self) -> BillingDetailsResource:
        """Operations on billing/details."""
        return BillingDetailsResource(self._calls)

    @property
    def invoices(self) -> BillingInvoicesResource:
        """Operations on billing/invoices."""
        return BillingInvoicesResource(self._calls)

    @property
    def limits(self) -> BillingLimitsResource:
        """Operations on billing/limits."""
        return BillingLimitsResource(self._calls)

    @property
    def plans(self) -> BillingPlansResource:
        """Operations on billing/plans."""
        return BillingPlansResource(self._calls)

    @property
    def tax_ids(self) -> BillingTaxIdsResource:
        """Operations on billing/tax_ids."""
        return BillingTaxIdsResource(self._calls)

    @property
    def usage(self) -> BillingUsageResource:
        """Operations on billing/usage."""
        return BillingUsageResource(self._calls)

    def get(self) -> shapes.BillingOverview:
        """Get the company's plan, its seats, what is used, and the bill so far."""
        return cast("shapes.BillingOverview", self._call("GET", "/billing"))

    def cancel(
        self,
        *,
        reason: Literal[
            "customer_service",
            "low_quality",
            "missing_features",
            "other",
            "switched_service",
            "too_complex",
            "too_expensive",
            "unused",
        ]
        | NotGiven = NOT_GIVEN,
        words: str | NotGiven = NOT_GIVEN,
        accepts: List[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.SubscriptionRow:
        """Cancel the subscription with the end of what is paid for."""
        return cast(
            "shapes.SubscriptionRow",
            self._call(
                "POST",
                "/billing/cancel",
                body=given(reason=reason, words=words, accepts=accepts),
                idempotency_key=idempotency_key,
            ),
        )

    def change(
        self,
        *,
        plan: Literal["team", "business"],
        interval: Literal["month", "year"],
        seats: int,
        at: str,
        accepts: List[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ChangedSubscription:
        """Change the plan, the interval or the seats.

        Prorated as of `at`, the moment of a preview. 402 where what is more could not be paid; then nothing changed.
        """
        return cast(
            "shapes.ChangedSubscription",
            self._call(
                "POST",
                "/billing/change",
                body=given(plan=plan, interval=interval, seats=seats, accepts=accepts, at=at),
                idempotency_key=idempotency_key,
            ),
        )

    def pay(self, *, idempotency_key: str | None = None) -> shapes.PaidInvoice:
        """Try to pay the open invoice now.

        Where the bank wants it to be confirmed, the answer has the page of the invoice.
        """
        return cast("shapes.PaidInvoice", self._call("POST", "/billing/pay", idempotency_key=idempotency_key))

    def portal(self, *, idempotency_key: str | None = None) -> shapes.StripePage:
        """Open Stripe's page of the company: its cards and old invoices."""
        return cast("shapes.StripePage", self._call("POST", "/billing/portal", idempotency_key=idempotency_key))

    def preview(
        self,
        *,
        plan: Literal["free", "team", "business"],
        interval: Literal["month", "year"] | None | NotGiven = NOT_GIVEN,
        seats: int | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.PlanPreview:
        """Preview what another plan would cost and take away; nothing changes."""
        return cast(
            "shapes.PlanPreview",
            self._call(
                "POST",
                "/billing/preview",
                body=given(plan=plan, interval=interval, seats=seats),
                idempotency_key=idempotency_key,
            ),
        )

    def resume(self, *, idempotency_key: str | None = None) -> shapes.SubscriptionRow:
        """Let a cancelled subscription go on after all."""
        return cast("shapes.SubscriptionRow", self._call("POST", "/billing/resume", idempotency_key=idempotency_key))


class BulkResource(Resource):
    """Operations on bulk."""

    def get(self, run_id: str, *, agent: str | None = None) -> shapes.BulkRunRow:
        """Retrieve how far acts on many conversations are, and those that could not be done."""
        return cast("shapes.BulkRunRow", self._call("GET", "/bulk/{run_id}", ids={"run_id": run_id}, agent=agent))

    def undo(self, run_id: str, *, agent: str | None = None, idempotency_key: str | None = None) -> shapes.BulkRunRow:
        """Take back what was done to many conversations, for an hour.

        What others changed since stays.
        """
        return cast(
            "shapes.BulkRunRow",
            self._call(
                "POST", "/bulk/{run_id}/undo", ids={"run_id": run_id}, agent=agent, idempotency_key=idempotency_key
            ),
        )


class CalendarExceptionsResource(Resource):
    """Operations on calendar_exceptions."""

    def delete(self, exception_id: str) -> None:
        """Delete an exception, so that the usual hours hold again."""
        self._call("DELETE", "/calendar_exceptions/{exception_id}", ids={"exception_id": exception_id})


class CalendarsExceptionsResource(Resource):
    """Operations on calendars/exceptions."""

    def create(
        self,
        calendar_id: str,
        *,
        first: str,
        last: str,
        hours: List[shapes.CalendarHoursForm] | NotGiven = NOT_GIVEN,
        reason: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.CalendarExceptionRow:
        """Add days on which a calendar has other hours, or none."""
        return cast(
            "shapes.CalendarExceptionRow",
            self._call(
                "POST",
                "/calendars/{calendar_id}/exceptions",
                ids={"calendar_id": calendar_id},
                body=given(first=first, last=last, hours=hours, reason=reason),
                idempotency_key=idempotency_key,
            ),
        )


class CalendarsServicesResource(Resource):
    """Operations on calendars/services."""

    def create(
        self,
        calendar_id: str,
        *,
        name: str,
        minutes: int,
        also: List[str] | NotGiven = NOT_GIVEN,
        pause_minutes: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ServiceRow:
        """Add a service to a calendar."""
        return cast(
            "shapes.ServiceRow",
            self._call(
                "POST",
                "/calendars/{calendar_id}/services",
                ids={"calendar_id": calendar_id},
                body=given(name=name, also=also, minutes=minutes, pause_minutes=pause_minutes, on=on),
                idempotency_key=idempotency_key,
            ),
        )


class CalendarsResource(Resource):
    """Operations on calendars."""

    @property
    def exceptions(self) -> CalendarsExceptionsResource:
        """Operations on calendars/exceptions."""
        return CalendarsExceptionsResource(self._calls)

    @property
    def services(self) -> CalendarsServicesResource:
        """Operations on calendars/services."""
        return CalendarsServicesResource(self._calls)

    def list(self) -> shapes.CalendarRowPage:
        """List all calendars with their services and exceptions, by name."""
        return cast("shapes.CalendarRowPage", self._call("GET", "/calendars"))

    def create(
        self,
        *,
        name: str,
        zone: str,
        place: str | NotGiven = NOT_GIVEN,
        hours: List[shapes.CalendarWeekdayForm] | NotGiven = NOT_GIVEN,
        seats: int | NotGiven = NOT_GIVEN,
        step_minutes: int | NotGiven = NOT_GIVEN,
        lead_hours: int | NotGiven = NOT_GIVEN,
        horizon_days: int | NotGiven = NOT_GIVEN,
        change_hours: int | NotGiven = NOT_GIVEN,
        remind_hours: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.CalendarRow:
        """Create a calendar."""
        return cast(
            "shapes.CalendarRow",
            self._call(
                "POST",
                "/calendars",
                body=given(
                    name=name,
                    place=place,
                    zone=zone,
                    hours=hours,
                    seats=seats,
                    step_minutes=step_minutes,
                    lead_hours=lead_hours,
                    horizon_days=horizon_days,
                    change_hours=change_hours,
                    remind_hours=remind_hours,
                    on=on,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, calendar_id: str) -> shapes.CalendarRow:
        """Get a calendar."""
        return cast(
            "shapes.CalendarRow", self._call("GET", "/calendars/{calendar_id}", ids={"calendar_id": calendar_id})
        )

    def change(
        self,
        calendar_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        place: str | NotGiven = NOT_GIVEN,
        zone: str | NotGiven = NOT_GIVEN,
        hours: List[shapes.CalendarWeekdayForm] | NotGiven = NOT_GIVEN,
        seats: int | NotGiven = NOT_GIVEN,
        step_minutes: int | NotGiven = NOT_GIVEN,
        lead_hours: int | NotGiven = NOT_GIVEN,
        horizon_days: int | NotGiven = NOT_GIVEN,
        change_hours: int | NotGiven = NOT_GIVEN,
        remind_hours: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.CalendarRow:
        """Change the named fields of a calendar.

        Appointments that stand are kept, whatever the hours and seats are from now on.
        """
        return cast(
            "shapes.CalendarRow",
            self._call(
                "PATCH",
                "/calendars/{calendar_id}",
                ids={"calendar_id": calendar_id},
                body=given(
                    name=name,
                    place=place,
                    zone=zone,
                    hours=hours,
                    seats=seats,
                    step_minutes=step_minutes,
                    lead_hours=lead_hours,
                    horizon_days=horizon_days,
                    change_hours=change_hours,
                    remind_hours=remind_hours,
                    on=on,
                ),
            ),
        )

    def delete(self, calendar_id: str) -> None:
        """Delete a calendar in which there was never an appointment.

        409 where there was one: switch it off instead.
        """
        self._call("DELETE", "/calendars/{calendar_id}", ids={"calendar_id": calendar_id})


class CallbacksOutcomeResource(Resource):
    """Operations on callbacks/outcome."""

    def get(self, call_id: str) -> shapes.CallWindows:
        """List when a call can be tried again."""
        return cast("shapes.CallWindows", self._call("GET", "/callbacks/{call_id}/outcome", ids={"call_id": call_id}))

    def create(
        self,
        call_id: str,
        *,
        outcome: Literal["done", "failed", "again"],
        again_at: str | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.CallbackRow:
        """Say what came of a call: made, nobody reached, or to be tried again.

        409 when somebody said it already.
        """
        return cast(
            "shapes.CallbackRow",
            self._call(
                "POST",
                "/callbacks/{call_id}/outcome",
                ids={"call_id": call_id},
                body=given(outcome=outcome, again_at=again_at),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class CallbacksResource(Resource):
    """Operations on callbacks."""

    @property
    def outcome(self) -> CallbacksOutcomeResource:
        """Operations on callbacks/outcome."""
        return CallbacksOutcomeResource(self._calls)

    def list(
        self,
        *,
        state: Literal["promised", "over"] | NotGiven = NOT_GIVEN,
        conversation_id: str | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.CallbackRow]:
        """List the calls that are promised, the next one first, or those that are over, newest first."""
        return cast(
            "Page[shapes.CallbackRow]",
            self._page(
                "GET",
                "/callbacks",
                query=given(state=state, conversation_id=conversation_id, cursor=cursor, limit=limit),
            ),
        )


class CannedResponsesTableResource(Resource):
    """Operations on canned_responses/table."""

    def get(self) -> bytes:
        """Download all canned replies as a CSV file, to keep or to change and bring back."""
        return cast("bytes", self._call("GET", "/canned_responses/table"))

    def create(
        self, *, file: Upload | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.CannedRepliesRead:
        """Create and change canned replies by a CSV file.

        422 names the line that is wrong, and nothing is stored then.
        """
        return cast(
            "shapes.CannedRepliesRead",
            self._call(
                "POST",
                "/canned_responses/table",
                body=given(file=file),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )


class CannedResponsesResource(Resource):
    """Operations on canned_responses."""

    @property
    def table(self) -> CannedResponsesTableResource:
        """Operations on canned_responses/table."""
        return CannedResponsesTableResource(self._calls)

    def list(self) -> shapes.CannedReplies:
        """List all canned replies, with the variables that their texts may have."""
        return cast("shapes.CannedReplies", self._call("GET", "/canned_responses"))

    def create(
        self,
        *,
        name: str,
        text: str,
        shortcut: str | NotGiven = NOT_GIVEN,
        folder: str | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.CannedReplyRow:
        """Create a canned reply.

        409 when another one has its shortcut or name.
        """
        return cast(
            "shapes.CannedReplyRow",
            self._call(
                "POST",
                "/canned_responses",
                body=given(name=name, shortcut=shortcut, folder=folder, language=language, text=text),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, reply_id: str) -> shapes.CannedReplyRow:
        """Get a canned reply."""
        return cast(
            "shapes.CannedReplyRow", self._call("GET", "/canned_responses/{reply_id}", ids={"reply_id": reply_id})
        )

    def change(
        self,
        reply_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        shortcut: str | NotGiven = NOT_GIVEN,
        folder: str | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
    ) -> shapes.CannedReplyRow:
        """Change the named fields of a canned reply.

        409 when another one has its shortcut or name.
        """
        return cast(
            "shapes.CannedReplyRow",
            self._call(
                "PATCH",
                "/canned_responses/{reply_id}",
                ids={"reply_id": reply_id},
                body=given(name=name, shortcut=shortcut, folder=folder, language=language, text=text),
            ),
        )

    def delete(self, reply_id: str) -> None:
        """Delete a canned reply."""
        self._call("DELETE", "/canned_responses/{reply_id}", ids={"reply_id": reply_id})


class ComposerResource(Resource):
    """Operations on composer."""

    def get(self) -> shapes.ComposerRow:
        """Retrieve for how long a reply can be taken back, what is held now, and how the assistant can rewrite."""
        return cast("shapes.ComposerRow", self._call("GET", "/composer"))

    def change(self, *, undo_seconds: int) -> shapes.ComposerRow:
        """Choose for how many seconds a reply can be taken back."""
        return cast("shapes.ComposerRow", self._call("PATCH", "/composer", body=given(undo_seconds=undo_seconds)))


class ConnectorActionsResource(Resource):
    """Operations on connector/actions."""

    def list(self) -> shapes.ConnectorActionPage:
        """List what waits for the connector and what failed there, the newest 50 first."""
        return cast("shapes.ConnectorActionPage", self._call("GET", "/connector/actions"))

    def retry(self, action_id: str, *, idempotency_key: str | None = None) -> shapes.ConnectorAction:
        """Let the connector try an action anew.

        409 when it did not fail.
        """
        return cast(
            "shapes.ConnectorAction",
            self._call(
                "POST",
                "/connector/actions/{action_id}/retry",
                ids={"action_id": action_id},
                idempotency_key=idempotency_key,
            ),
        )


class ConnectorCallsResource(Resource):
    """Operations on connector/calls."""

    def list(
        self,
        *,
        failed: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ConnectorCallRow]:
        """List the connector's calls, the newest first."""
        return cast(
            "Page[shapes.ConnectorCallRow]",
            self._page("GET", "/connector/calls", query=given(failed=failed, limit=limit, cursor=cursor)),
        )

    def get(self, call_id: str) -> shapes.ConnectorCallWhole:
        """Get a call of the connector with its bodies, where they were kept.

        They hold customers' data, so this needs what changing the connector needs.
        """
        return cast(
            "shapes.ConnectorCallWhole", self._call("GET", "/connector/calls/{call_id}", ids={"call_id": call_id})
        )


class ConnectorResource(Resource):
    """Operations on connector."""

    @property
    def actions(self) -> ConnectorActionsResource:
        """Operations on connector/actions."""
        return ConnectorActionsResource(self._calls)

    @property
    def calls(self) -> ConnectorCallsResource:
        """Operations on connector/calls."""
        return ConnectorCallsResource(self._calls)

    def get(self) -> shapes.ConnectorSettings:
        """Get the connector's settings, and how it fares."""
        return cast("shapes.ConnectorSettings", self._call("GET", "/connector"))

    def change(
        self,
        *,
        on: bool | NotGiven = NOT_GIVEN,
        address: str | NotGiven = NOT_GIVEN,
        reads: List[Literal["orders", "products", "tickets", "persons"]] | NotGiven = NOT_GIVEN,
        acts: List[str] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
        keep_minutes: int | NotGiven = NOT_GIVEN,
    ) -> shapes.ConnectorSettings:
        """Change the connector's settings.

        What is left out stays.
        """
        return cast(
            "shapes.ConnectorSettings",
            self._call(
                "PATCH",
                "/connector",
                body=given(on=on, address=address, reads=reads, acts=acts, seconds=seconds, keep_minutes=keep_minutes),
            ),
        )

    def secret(self, *, idempotency_key: str | None = None) -> shapes.ConnectorSecret:
        """Make a new secret for the connector, told this once.

        The one before signs too for another day.
        """
        return cast("shapes.ConnectorSecret", self._call("POST", "/connector/secret", idempotency_key=idempotency_key))

    def test(
        self,
        *,
        kind: Literal["orders.find", "products.list", "tickets.find", "persons.find"],
        number: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ConnectorTest:
        """Make one call to the company's service, and see what went out and what came back."""
        return cast(
            "shapes.ConnectorTest",
            self._call(
                "POST",
                "/connector/test",
                body=given(kind=kind, number=number, email=email),
                idempotency_key=idempotency_key,
            ),
        )


class ControlRoomSettingsResource(Resource):
    """Operations on control_room/settings."""

    def get(self) -> shapes.ControlRoomSettingsRow:
        """Get from which risk on a conversation is raised or high, and what forces approval."""
        return cast("shapes.ControlRoomSettingsRow", self._call("GET", "/control_room/settings"))

    def replace(
        self,
        *,
        raised_from: int,
        high_from: int,
        approve_from: Literal["raised", "high"] | None,
        topics: List[shapes.TopicApprovalForm],
        alerts: bool,
    ) -> shapes.ControlRoomSettingsRow:
        """Set from which risk on a conversation is raised or high, and what forces approval.

        What is live is judged by it at once, what is measured already is not measured anew.
        """
        return cast(
            "shapes.ControlRoomSettingsRow",
            self._call(
                "PUT",
                "/control_room/settings",
                body=given(
                    raised_from=raised_from,
                    high_from=high_from,
                    approve_from=approve_from,
                    topics=topics,
                    alerts=alerts,
                ),
            ),
        )


class ControlRoomResource(Resource):
    """Operations on control_room."""

    @property
    def settings(self) -> ControlRoomSettingsResource:
        """Operations on control_room/settings."""
        return ControlRoomSettingsResource(self._calls)

    def list(
        self,
        *,
        team: str | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        tier: Literal["low", "raised", "high", ""] | NotGiven = NOT_GIVEN,
        held: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.ControlRoom:
        """List the live conversations of the assistant, the gravest first.

        The counts are of all of them, whatever the query narrows.
        """
        return cast(
            "shapes.ControlRoom",
            self._call("GET", "/control_room", query=given(team=team, topic=topic, tier=tier, held=held)),
        )


class ConversationsAssigneeResource(Resource):
    """Operations on conversations/assignee."""

    def replace(
        self, conversation_id: str, *, agent_id: str, epoch: int, agent: str | None = None
    ) -> shapes.ConversationRow:
        """Give a conversation straight to a person, who then holds it.

        409 when it moved meanwhile.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/assignee",
                ids={"conversation_id": conversation_id},
                body=given(agent_id=agent_id, epoch=epoch),
                agent=agent,
            ),
        )


class ConversationsAssignmentsResource(Resource):
    """Operations on conversations/assignments."""

    def create(
        self,
        conversation_id: str,
        *,
        epoch: int,
        agent_id: str | None | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.ConversationRow:
        """Transfer a conversation to another person or team.

        It waits in the team's queue, offered to that person, until somebody accepts it.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/assignments",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, agent_id=agent_id, team_id=team_id, note=note),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsCommitmentsResource(Resource):
    """Operations on conversations/commitments."""

    def get(self, conversation_id: str) -> shapes.Commitments:
        """Retrieve what is decided and promised in a conversation, and what was perhaps."""
        return cast(
            "shapes.Commitments",
            self._call("GET", "/conversations/{conversation_id}/commitments", ids={"conversation_id": conversation_id}),
        )


class ConversationsCorrectionsResource(Resource):
    """Operations on conversations/corrections."""

    def create(
        self, conversation_id: str, *, seq: int, text: str, idempotency_key: str | None = None
    ) -> shapes.ProposalRow:
        """Correct an answer of the assistant; a proposal for the knowledge comes of it.

        A second correction of an answer takes the place of the first while nobody has decided about it.
        """
        return cast(
            "shapes.ProposalRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/corrections",
                ids={"conversation_id": conversation_id},
                body=given(seq=seq, text=text),
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsCustomerMessagesResource(Resource):
    """Operations on conversations/customer_messages."""

    def create(
        self,
        conversation_id: str,
        *,
        client_id: str,
        text: str | NotGiven = NOT_GIVEN,
        attachments: List[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.CustomerMessage:
        """Write on as the customer of a conversation of your own channel.

        A resolved conversation is opened again. At most 20 messages a minute are taken of one customer.
        """
        return cast(
            "shapes.CustomerMessage",
            self._call(
                "POST",
                "/conversations/{conversation_id}/customer_messages",
                ids={"conversation_id": conversation_id},
                body=given(client_id=client_id, text=text, attachments=attachments),
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsDecidedFactsResource(Resource):
    """Operations on conversations/decided_facts."""

    def create(
        self,
        conversation_id: str,
        *,
        text: str,
        seq: int | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DecidedFactRow:
        """Keep what was decided for the customer; the assistant may say it from now on, with its source."""
        return cast(
            "shapes.DecidedFactRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/decided_facts",
                ids={"conversation_id": conversation_id},
                body=given(text=text, seq=seq),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsEventsResource(Resource):
    """Operations on conversations/events."""

    def list(
        self,
        conversation_id: str,
        *,
        after_seq: int | NotGiven = NOT_GIVEN,
        before_seq: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> shapes.LogPage:
        """List the log of a conversation: what was written, who held it when, and how its status changed.

        Entries are numbered by `seq` without a gap, and come in that order. Ask again with the last one as `after_seq` while `has_more`, or with the first one as `before_seq` to read backwards from the end.
        """
        return cast(
            "shapes.LogPage",
            self._call(
                "GET",
                "/conversations/{conversation_id}/events",
                ids={"conversation_id": conversation_id},
                query=given(after_seq=after_seq, before_seq=before_seq, limit=limit),
            ),
        )


class ConversationsGuidanceResource(Resource):
    """Operations on conversations/guidance."""

    def create(
        self,
        conversation_id: str,
        *,
        epoch: int,
        kind: Literal["say", "article", "ask_for", "pass_on", "words"],
        text: str | NotGiven = NOT_GIVEN,
        article_id: str | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.OversightGuidance:
        """Tell the assistant privately what to do in its next turn.

        It takes the place of an instruction that was there. 409 when the baton moved meanwhile, or the assistant does not hold it.
        """
        return cast(
            "shapes.OversightGuidance",
            self._call(
                "POST",
                "/conversations/{conversation_id}/guidance",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, kind=kind, text=text, article_id=article_id, team_id=team_id),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, conversation_id: str, *, agent: str | None = None) -> None:
        """Take an instruction to the assistant back.

        409 when it was followed or taken back already.
        """
        self._call(
            "DELETE", "/conversations/{conversation_id}/guidance", ids={"conversation_id": conversation_id}, agent=agent
        )


class ConversationsHandoverLabelResource(Resource):
    """Operations on conversations/handover/label."""

    def replace(
        self,
        conversation_id: str,
        *,
        verdict: Literal["right", "too_late", "needless"],
        trigger: Literal[
            "asks_human",
            "anger",
            "distress",
            "billing_legal",
            "policy_exception",
            "intent_missed",
            "churn_risk",
            "public_escalation",
            "upsell",
            "cross_department",
            "loop",
            "low_confidence",
            "own",
        ]
        | None
        | NotGiven = NOT_GIVEN,
        handover_id: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.LabelledConversation:
        """Say whether a handover was right, in place of what was said before.

        Without `handover_id` it is the newest of the conversation.
        """
        return cast(
            "shapes.LabelledConversation",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/handover/label",
                ids={"conversation_id": conversation_id},
                body=given(verdict=verdict, trigger=trigger, handover_id=handover_id),
                agent=agent,
            ),
        )

    def delete(
        self, conversation_id: str, *, handover_id: str | NotGiven = NOT_GIVEN, agent: str | None = None
    ) -> shapes.LabelledConversation:
        """Take back what was said of a handover."""
        return cast(
            "shapes.LabelledConversation",
            self._call(
                "DELETE",
                "/conversations/{conversation_id}/handover/label",
                ids={"conversation_id": conversation_id},
                query=given(handover_id=handover_id),
                agent=agent,
            ),
        )


class ConversationsHandoverResource(Resource):
    """Operations on conversations/handover."""

    @property
    def label(self) -> ConversationsHandoverLabelResource:
        """Operations on conversations/handover/label."""
        return ConversationsHandoverLabelResource(self._calls)


class ConversationsHeldRepliesResource(Resource):
    """Operations on conversations/held_replies."""

    def create(
        self,
        conversation_id: str,
        *,
        client_id: str,
        seconds: int,
        text: str | NotGiven = NOT_GIVEN,
        attachments: List[str] | NotGiven = NOT_GIVEN,
        written: shapes.WrittenForm | None | NotGiven = NOT_GIVEN,
        acts: List[
            shapes.TagAct
            | shapes.PriorityAct
            | shapes.AssignAct
            | shapes.SnoozeAct
            | shapes.ResolveAct
            | shapes.ReopenAct
            | shapes.NoteAct
            | shapes.ReplyAct
        ]
        | None
        | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.HeldReplyRow:
        """Reply to the customer in some seconds; until then it can be taken back.

        The agent holds the conversation from now on.
        """
        return cast(
            "shapes.HeldReplyRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/held_replies",
                ids={"conversation_id": conversation_id},
                body=given(
                    client_id=client_id, text=text, attachments=attachments, written=written, seconds=seconds, acts=acts
                ),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsHoldResource(Resource):
    """Operations on conversations/hold."""

    def replace(self, conversation_id: str, *, epoch: int, agent: str | None = None) -> shapes.RiskRow | None:
        """Let the assistant's next reply wait for somebody's yes.

        What comes back is the row as it stands then, null once it is live no more. 409 when the baton moved meanwhile, or the assistant does not hold it.
        """
        return cast(
            "shapes.RiskRow | None",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/hold",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch),
                agent=agent,
            ),
        )

    def delete(self, conversation_id: str, *, agent: str | None = None) -> shapes.RiskRow | None:
        """Let the assistant's next reply go without a yes again.

        A draft that is there still waits. 409 when nothing is held.
        """
        return cast(
            "shapes.RiskRow | None",
            self._call(
                "DELETE", "/conversations/{conversation_id}/hold", ids={"conversation_id": conversation_id}, agent=agent
            ),
        )


class ConversationsMacroRunsResource(Resource):
    """Operations on conversations/macro_runs."""

    def create(
        self,
        conversation_id: str,
        *,
        macro_id: str,
        key: str,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.MacroRan:
        """Run a macro in a conversation.

        All of it is done, or nothing. The same `key` does nothing again and gives the run of then.
        """
        return cast(
            "shapes.MacroRan",
            self._call(
                "POST",
                "/conversations/{conversation_id}/macro_runs",
                ids={"conversation_id": conversation_id},
                body=given(macro_id=macro_id, key=key),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsMacrosResource(Resource):
    """Operations on conversations/macros."""

    def get(self, conversation_id: str, macro_id: str, *, agent: str | None = None) -> shapes.MacroPreview:
        """Preview what a macro would do in a conversation.

        Each act in a sentence, the reply as it would go, and which variables have no value here.
        """
        return cast(
            "shapes.MacroPreview",
            self._call(
                "GET",
                "/conversations/{conversation_id}/macros/{macro_id}",
                ids={"conversation_id": conversation_id, "macro_id": macro_id},
                agent=agent,
            ),
        )


class ConversationsMentionsSeenResource(Resource):
    """Operations on conversations/mentions_seen."""

    def replace(self, conversation_id: str) -> shapes.MentionsSeenCount:
        """Say that one has seen what mentions them in a conversation."""
        return cast(
            "shapes.MentionsSeenCount",
            self._call(
                "PUT", "/conversations/{conversation_id}/mentions_seen", ids={"conversation_id": conversation_id}
            ),
        )


class ConversationsMessagesResource(Resource):
    """Operations on conversations/messages."""

    def create(
        self,
        conversation_id: str,
        *,
        client_id: str,
        text: str | NotGiven = NOT_GIVEN,
        attachments: List[str] | NotGiven = NOT_GIVEN,
        written: shapes.WrittenForm | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.MessageRow:
        """Reply to the customer.

        Takes the conversation over if somebody else holds it. A repeated `client_id` stores nothing twice.
        """
        return cast(
            "shapes.MessageRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/messages",
                ids={"conversation_id": conversation_id},
                body=given(client_id=client_id, text=text, attachments=attachments, written=written),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsNotesResource(Resource):
    """Operations on conversations/notes."""

    def create(
        self,
        conversation_id: str,
        *,
        client_id: str,
        text: str,
        mentions: List[str] | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.NoteRow:
        """Write a private note in a conversation, which no customer ever sees.

        Colleagues whom it mentions are told. A repeated `client_id` stores nothing twice.
        """
        return cast(
            "shapes.NoteRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/notes",
                ids={"conversation_id": conversation_id},
                body=given(client_id=client_id, text=text, mentions=mentions),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsPersonRequestsResource(Resource):
    """Operations on conversations/person_requests."""

    def create(
        self, conversation_id: str, *, client_id: str, idempotency_key: str | None = None
    ) -> shapes.CustomerMessage:
        """Ask for a person as the customer of a conversation, as with a button of your channel."""
        return cast(
            "shapes.CustomerMessage",
            self._call(
                "POST",
                "/conversations/{conversation_id}/person_requests",
                ids={"conversation_id": conversation_id},
                body=given(client_id=client_id),
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsPriorityResource(Resource):
    """Operations on conversations/priority."""

    def replace(
        self,
        conversation_id: str,
        *,
        priority: Literal["normal", "high", "urgent"],
        epoch: int | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.ConversationRow:
        """Set the priority of a conversation.

        409 when it is resolved, or when it moved to somebody else since `epoch`.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/priority",
                ids={"conversation_id": conversation_id},
                body=given(priority=priority, epoch=epoch),
                agent=agent,
            ),
        )


class ConversationsPromisesResource(Resource):
    """Operations on conversations/promises."""

    def create(
        self,
        conversation_id: str,
        *,
        text: str,
        seq: int | None | NotGiven = NOT_GIVEN,
        due_at: str | None | NotGiven = NOT_GIVEN,
        is_promise: bool | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.PromiseRow:
        """Keep what was promised to the customer, or say that these words are no promise."""
        return cast(
            "shapes.PromiseRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/promises",
                ids={"conversation_id": conversation_id},
                body=given(text=text, seq=seq, due_at=due_at, is_promise=is_promise),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsReplyDraftResource(Resource):
    """Operations on conversations/reply_draft."""

    def get(self, conversation_id: str) -> shapes.ReplyDrafts:
        """Retrieve what one has written in a conversation and not sent, and which colleagues have a draft there."""
        return cast(
            "shapes.ReplyDrafts",
            self._call("GET", "/conversations/{conversation_id}/reply_draft", ids={"conversation_id": conversation_id}),
        )

    def replace(
        self,
        conversation_id: str,
        *,
        reply: str,
        note: str,
        revision: int,
        mode: Literal["reply", "note"] | NotGiven = NOT_GIVEN,
    ) -> shapes.ReplyDraftRow:
        """Keep what one has written in a conversation, as it is now.

        409 when it was changed elsewhere since `revision`.
        """
        return cast(
            "shapes.ReplyDraftRow",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/reply_draft",
                ids={"conversation_id": conversation_id},
                body=given(mode=mode, reply=reply, note=note, revision=revision),
            ),
        )


class ConversationsRiskDismissResource(Resource):
    """Operations on conversations/risk/dismiss."""

    def create(
        self,
        conversation_id: str,
        *,
        reason: Literal["handled", "harmless", "known", "other"],
        because: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.RiskRow | None:
        """Put the risk of a conversation aside until it rises further.

        409 where the assistant does not hold it.
        """
        return cast(
            "shapes.RiskRow | None",
            self._call(
                "POST",
                "/conversations/{conversation_id}/risk/dismiss",
                ids={"conversation_id": conversation_id},
                body=given(reason=reason, because=because),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, conversation_id: str, *, agent: str | None = None) -> shapes.RiskRow | None:
        """Let the risk of a conversation count again that was put aside.

        409 when it is not.
        """
        return cast(
            "shapes.RiskRow | None",
            self._call(
                "DELETE",
                "/conversations/{conversation_id}/risk/dismiss",
                ids={"conversation_id": conversation_id},
                agent=agent,
            ),
        )


class ConversationsRiskResource(Resource):
    """Operations on conversations/risk."""

    @property
    def dismiss(self) -> ConversationsRiskDismissResource:
        """Operations on conversations/risk/dismiss."""
        return ConversationsRiskDismissResource(self._calls)


class ConversationsRoutingResource(Resource):
    """Operations on conversations/routing."""

    def list(self, conversation_id: str) -> shapes.RoutingChoiceRowPage:
        """List how a conversation found its people, the newest choice first."""
        return cast(
            "shapes.RoutingChoiceRowPage",
            self._call("GET", "/conversations/{conversation_id}/routing", ids={"conversation_id": conversation_id}),
        )


class ConversationsSummaryResource(Resource):
    """Operations on conversations/summary."""

    def get(self, conversation_id: str) -> shapes.ConversationSummary:
        """Summarise a conversation, point by point, each with the message that it stands in."""
        return cast(
            "shapes.ConversationSummary",
            self._call("GET", "/conversations/{conversation_id}/summary", ids={"conversation_id": conversation_id}),
        )


class ConversationsTagsResource(Resource):
    """Operations on conversations/tags."""

    def replace(self, conversation_id: str, *, tags: List[str], agent: str | None = None) -> shapes.ConversationRow:
        """Replace the tags of a conversation."""
        return cast(
            "shapes.ConversationRow",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/tags",
                ids={"conversation_id": conversation_id},
                body=given(tags=tags),
                agent=agent,
            ),
        )


class ConversationsTasksResource(Resource):
    """Operations on conversations/tasks."""

    def list(self, conversation_id: str) -> shapes.DeskTasks:
        """List the tasks of a conversation, and how the customer hears of their end."""
        return cast(
            "shapes.DeskTasks",
            self._call("GET", "/conversations/{conversation_id}/tasks", ids={"conversation_id": conversation_id}),
        )

    def create(
        self,
        conversation_id: str,
        *,
        client_id: str,
        title: str,
        due_at: str,
        details: str | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        owner_id: str | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DeskTaskRow:
        """Create a task for a team, a person, or a person in a team.

        A repeated `client_id` makes no second one.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/tasks",
                ids={"conversation_id": conversation_id},
                body=given(
                    client_id=client_id, title=title, details=details, team_id=team_id, owner_id=owner_id, due_at=due_at
                ),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsTeamworkResource(Resource):
    """Operations on conversations/teamwork."""

    def replace(
        self,
        conversation_id: str,
        *,
        telling: Literal["holder", "text"],
        text: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.TeamworkRow:
        """Choose whether whoever holds the conversation tells the customer that all is done, or a text does."""
        return cast(
            "shapes.TeamworkRow",
            self._call(
                "PUT",
                "/conversations/{conversation_id}/teamwork",
                ids={"conversation_id": conversation_id},
                body=given(telling=telling, text=text),
                agent=agent,
            ),
        )


class ConversationsTranslationsResource(Resource):
    """Operations on conversations/translations."""

    def list(self, conversation_id: str, *, language: str | NotGiven = NOT_GIVEN) -> shapes.Translations:
        """List the translations of a conversation's messages into one language, by their place in the log.

        Nothing is made by this. Without a language it is your own.
        """
        return cast(
            "shapes.Translations",
            self._call(
                "GET",
                "/conversations/{conversation_id}/translations",
                ids={"conversation_id": conversation_id},
                query=given(language=language),
            ),
        )

    def create(
        self,
        conversation_id: str,
        *,
        language: str | NotGiven = NOT_GIVEN,
        seqs: List[int] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.Translations:
        """Let messages of a conversation be translated by the company's language model: those named, or the newest 20.

        Each is made once for everybody who reads that language, in the background; `translations.changed` on the socket says when to ask for them. Those named that failed are tried again. 409 while translation is off.
        """
        return cast(
            "shapes.Translations",
            self._call(
                "POST",
                "/conversations/{conversation_id}/translations",
                ids={"conversation_id": conversation_id},
                body=given(language=language, seqs=seqs),
                idempotency_key=idempotency_key,
            ),
        )


class ConversationsVariablesResource(Resource):
    """Operations on conversations/variables."""

    def get(self, conversation_id: str, *, agent: str | None = None) -> shapes.CannedVariables:
        """Get what the variables of canned replies stand for in a conversation."""
        return cast(
            "shapes.CannedVariables",
            self._call(
                "GET",
                "/conversations/{conversation_id}/variables",
                ids={"conversation_id": conversation_id},
                agent=agent,
            ),
        )


class ConversationsCountsResource(Resource):
    """Operations on conversations/counts."""

    def get(self, *, agent: str | None = None) -> shapes.ConversationCounts:
        """Count the conversations of each view, up to a thousand.

        Of mentions it counts those that the agent has not seen yet.
        """
        return cast("shapes.ConversationCounts", self._call("GET", "/conversations/counts", agent=agent))


class ConversationsResource(Resource):
    """Operations on conversations."""

    @property
    def assignee(self) -> ConversationsAssigneeResource:
        """Operations on conversations/assignee."""
        return ConversationsAssigneeResource(self._calls)

    @property
    def assignments(self) -> ConversationsAssignmentsResource:
        """Operations on conversations/assignments."""
        return ConversationsAssignmentsResource(self._calls)

    @property
    def commitments(self) -> ConversationsCommitmentsResource:
        """Operations on conversations/commitments."""
        return ConversationsCommitmentsResource(self._calls)

    @property
    def corrections(self) -> ConversationsCorrectionsResource:
        """Operations on conversations/corrections."""
        return ConversationsCorrectionsResource(self._calls)

    @property
    def customer_messages(self) -> ConversationsCustomerMessagesResource:
        """Operations on conversations/customer_messages."""
        return ConversationsCustomerMessagesResource(self._calls)

    @property
    def decided_facts(self) -> ConversationsDecidedFactsResource:
        """Operations on conversations/decided_facts."""
        return ConversationsDecidedFactsResource(self._calls)

    @property
    def events(self) -> ConversationsEventsResource:
        """Operations on conversations/events."""
        return ConversationsEventsResource(self._calls)

    @property
    def guidance(self) -> ConversationsGuidanceResource:
        """Operations on conversations/guidance."""
        return ConversationsGuidanceResource(self._calls)

    @property
    def handover(self) -> ConversationsHandoverResource:
        """Operations on conversations/handover."""
        return ConversationsHandoverResource(self._calls)

    @property
    def held_replies(self) -> ConversationsHeldRepliesResource:
        """Operations on conversations/held_replies."""
        return ConversationsHeldRepliesResource(self._calls)

    @property
    def hold(self) -> ConversationsHoldResource:
        """Operations on conversations/hold."""
        return ConversationsHoldResource(self._calls)

    @property
    def macro_runs(self) -> ConversationsMacroRunsResource:
        """Operations on conversations/macro_runs."""
        return ConversationsMacroRunsResource(self._calls)

    @property
    def macros(self) -> ConversationsMacrosResource:
        """Operations on conversations/macros."""
        return ConversationsMacrosResource(self._calls)

    @property
    def mentions_seen(self) -> ConversationsMentionsSeenResource:
        """Operations on conversations/mentions_seen."""
        return ConversationsMentionsSeenResource(self._calls)

    @property
    def messages(self) -> ConversationsMessagesResource:
        """Operations on conversations/messages."""
        return ConversationsMessagesResource(self._calls)

    @property
    def notes(self) -> ConversationsNotesResource:
        """Operations on conversations/notes."""
        return ConversationsNotesResource(self._calls)

    @property
    def person_requests(self) -> ConversationsPersonRequestsResource:
        """Operations on conversations/person_requests."""
        return ConversationsPersonRequestsResource(self._calls)

    @property
    def priority(self) -> ConversationsPriorityResource:
        """Operations on conversations/priority."""
        return ConversationsPriorityResource(self._calls)

    @property
    def promises(self) -> ConversationsPromisesResource:
        """Operations on conversations/promises."""
        return ConversationsPromisesResource(self._calls)

    @property
    def reply_draft(self) -> ConversationsReplyDraftResource:
        """Operations on conversations/reply_draft."""
        return ConversationsReplyDraftResource(self._calls)

    @property
    def risk(self) -> ConversationsRiskResource:
        """Operations on conversations/risk."""
        return ConversationsRiskResource(self._calls)

    @property
    def routing(self) -> ConversationsRoutingResource:
        """Operations on conversations/routing."""
        return ConversationsRoutingResource(self._calls)

    @property
    def summary(self) -> ConversationsSummaryResource:
        """Operations on conversations/summary."""
        return ConversationsSummaryResource(self._calls)

    @property
    def tags(self) -> ConversationsTagsResource:
        """Operations on conversations/tags."""
        return ConversationsTagsResource(self._calls)

    @property
    def tasks(self) -> ConversationsTasksResource:
        """Operations on conversations/tasks."""
        return ConversationsTasksResource(self._calls)

    @property
    def teamwork(self) -> ConversationsTeamworkResource:
        """Operations on conversations/teamwork."""
        return ConversationsTeamworkResource(self._calls)

    @property
    def translations(self) -> ConversationsTranslationsResource:
        """Operations on conversations/translations."""
        return ConversationsTranslationsResource(self._calls)

    @property
    def variables(self) -> ConversationsVariablesResource:
        """Operations on conversations/variables."""
        return ConversationsVariablesResource(self._calls)

    @property
    def counts(self) -> ConversationsCountsResource:
        """Operations on conversations/counts."""
        return ConversationsCountsResource(self._calls)

    def list(
        self,
        *,
        status: List[Literal["open", "snoozed", "resolved"]] | NotGiven = NOT_GIVEN,
        holder: List[Literal["assistant", "queue", "agent"]] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        tag: List[str] | NotGiven = NOT_GIVEN,
        priority: List[Literal["normal", "high", "urgent"]] | NotGiven = NOT_GIVEN,
        channel: List[Literal["widget", "email", "api", "import"]] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
        sla: List[Literal["running", "breached", "paused"]] | NotGiven = NOT_GIVEN,
        since: str | NotGiven = NOT_GIVEN,
        until: str | NotGiven = NOT_GIVEN,
        q: str | NotGiven = NOT_GIVEN,
        view: Literal[
            "waiting",
            "mine",
            "unassigned",
            "team",
            "all",
            "mentions",
            "snoozed",
            "sla",
            "held",
            "assistant",
            "tasks",
            "resolved",
        ]
        | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ListedConversation]:
        """List conversations of one view, narrowed by a filter or found by words.

        Of several values of one field any will do. Who waits comes in the order in which they should be taken, what a search found the best first, all else the newest first.
        """
        return cast(
            "Page[shapes.ListedConversation]",
            self._page(
                "GET",
                "/conversations",
                query=given(
                    status=status,
                    holder=holder,
                    agent=agent_,
                    team=team,
                    tag=tag,
                    priority=priority,
                    channel=channel,
                    language=language,
                    trigger=trigger,
                    sla=sla,
                    since=since,
                    until=until,
                    q=q,
                    view=view,
                    limit=limit,
                    cursor=cursor,
                ),
            ),
        )

    def create(
        self,
        *,
        client_id: str,
        customer: shapes.SpeakerForm,
        text: str | NotGiven = NOT_GIVEN,
        attachments: List[str] | NotGiven = NOT_GIVEN,
        channel_ref: str | NotGiven = NOT_GIVEN,
        subject: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.BegunConversation:
        """Begin a conversation as one of your customers, in a channel of your own.

        The assistant, the rules and the desk treat it as one of the widget. With `customer.external_id` the customer is the same one each time, and with an `email` beside it that address counts as proven: you know your customer. By `email` or `name` alone each new conversation has a customer of its own, of whom nothing is proven.

        Where `channel_ref` names a conversation of this customer that goes on, the words go there. Read what the customer is told from `GET /conversations/{conversation_id}/events`, or hear of it by webhooks.
        """
        return cast(
            "shapes.BegunConversation",
            self._call(
                "POST",
                "/conversations",
                body=given(
                    client_id=client_id,
                    text=text,
                    attachments=attachments,
                    customer=customer,
                    channel_ref=channel_ref,
                    subject=subject,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, conversation_id: str) -> shapes.ConversationDetail:
        """Retrieve a conversation, with its handover card, decisions, notes, orders and past."""
        return cast(
            "shapes.ConversationDetail",
            self._call("GET", "/conversations/{conversation_id}", ids={"conversation_id": conversation_id}),
        )

    def asks_known(
        self, conversation_id: str, *, text: str, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.KnownAlreadyPage:
        """List what a reply would ask the customer for although it is known, with the value and its message."""
        return cast(
            "shapes.KnownAlreadyPage",
            self._call(
                "POST",
                "/conversations/{conversation_id}/asks_known",
                ids={"conversation_id": conversation_id},
                body=given(text=text),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def customer_typing(self, conversation_id: str, *, active: bool, idempotency_key: str | None = None) -> None:
        """Tell that the customer types, or stopped; the assistant waits for what comes."""
        self._call(
            "POST",
            "/conversations/{conversation_id}/customer_typing",
            ids={"conversation_id": conversation_id},
            body=given(active=active),
            idempotency_key=idempotency_key,
        )

    def decline(
        self, conversation_id: str, *, epoch: int, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.ConversationRow:
        """Decline a conversation that is offered to the agent.

        409 when it is not offered to them any more.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/decline",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def handback(
        self,
        conversation_id: str,
        *,
        epoch: int,
        brief: str | NotGiven = NOT_GIVEN,
        facts: List[shapes.DecidedFactForm] | NotGiven = NOT_GIVEN,
        promises: List[shapes.PromiseClosingForm] | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.ConversationRow:
        """Hand a conversation back to the assistant.

        With a brief, kept as a note, and with what was decided and what became of promises. 409 unless the agent holds it, and when it moved meanwhile.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/handback",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, brief=brief, facts=facts, promises=promises),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def merge(
        self,
        conversation_id: str,
        *,
        epoch: int,
        into: str,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.ConversationRow:
        """Close a conversation into another one of the same person.

        The answer is the one that was closed.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/merge",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, into=into),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reopen(
        self, conversation_id: str, *, epoch: int, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.ConversationRow:
        """Open a resolved conversation again, or wake a snoozed one.

        409 when it is open already or moved meanwhile.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/reopen",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reply_translation(
        self,
        conversation_id: str,
        *,
        text: str,
        language: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.TranslatedReply:
        """Translate a reply before it is sent, and get which facts are gone or new in it; nothing is stored or sent.

        Look at it, and send it as a message with the agent's own words as `written`. 409 while translation is off, 503 while the language model is away.
        """
        return cast(
            "shapes.TranslatedReply",
            self._call(
                "POST",
                "/conversations/{conversation_id}/reply_translation",
                ids={"conversation_id": conversation_id},
                body=given(language=language, text=text),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def resolve(
        self,
        conversation_id: str,
        *,
        epoch: int,
        drop_tasks: bool | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.ConversationRow:
        """Resolve a conversation.

        409 when it moved meanwhile, and while tasks are open unless they are to be dropped.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/resolve",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, drop_tasks=drop_tasks),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def rewrite(
        self,
        conversation_id: str,
        *,
        text: str,
        way: str,
        language: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.Rewritten:
        """Rewrite words for a conversation, and get which facts are gone or new in them.

        503 while the language model is away.
        """
        return cast(
            "shapes.Rewritten",
            self._call(
                "POST",
                "/conversations/{conversation_id}/rewrite",
                ids={"conversation_id": conversation_id},
                body=given(text=text, way=way, language=language),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def seen(self, conversation_id: str, *, seq: int, idempotency_key: str | None = None) -> None:
        """Tell how far the customer has seen the log; the mark only moves forward."""
        self._call(
            "POST",
            "/conversations/{conversation_id}/seen",
            ids={"conversation_id": conversation_id},
            body=given(seq=seq),
            idempotency_key=idempotency_key,
        )

    def snooze(
        self,
        conversation_id: str,
        *,
        epoch: int,
        until: str,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.ConversationRow:
        """Snooze a conversation until a time, or until the customer writes.

        409 unless the agent holds it.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/snooze",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch, until=until),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def suggestion(
        self, conversation_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.SuggestedReply:
        """Suggest a reply to the customer's newest words, for the agent who holds the conversation.

        202 while it is made; ask again for it, or hear of it as `draft.added`. 409 unless an agent owes an answer.
        """
        return cast(
            "shapes.SuggestedReply",
            self._call(
                "POST",
                "/conversations/{conversation_id}/suggestion",
                ids={"conversation_id": conversation_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def takeover(
        self, conversation_id: str, *, epoch: int, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.ConversationRow:
        """Take a conversation over, from the queue, the assistant or a colleague.

        409 with the winner's name when somebody was quicker.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/conversations/{conversation_id}/takeover",
                ids={"conversation_id": conversation_id},
                body=given(epoch=epoch),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def bulk(
        self,
        *,
        acts: List[
            shapes.TagAct
            | shapes.PriorityAct
            | shapes.AssignAct
            | shapes.SnoozeAct
            | shapes.ResolveAct
            | shapes.ReopenAct
            | shapes.NoteAct
            | shapes.ReplyAct
        ],
        ids: List[str] | NotGiven = NOT_GIVEN,
        filter: shapes.ConversationFilterForm | NotGiven = NOT_GIVEN,
        view: Literal[
            "waiting",
            "mine",
            "unassigned",
            "team",
            "all",
            "mentions",
            "snoozed",
            "sla",
            "held",
            "assistant",
            "tasks",
            "resolved",
        ]
        | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.BulkRunRow:
        """Do the same to many conversations: those named, or all that a filtered view shows.

        A few are done when it answers; many go on, and `GET /bulk/{run_id}` tells how far it is.
        """
        return cast(
            "shapes.BulkRunRow",
            self._call(
                "POST",
                "/conversations/bulk",
                body=given(acts=acts, ids=ids, filter=filter, view=view),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class CustomersAttachmentsResource(Resource):
    """Operations on customers/attachments."""

    def create(
        self, customer_id: str, *, file: Upload | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.FileRow:
        """Upload a file of a customer's, which a message of theirs may name within a day.

        At most 20 files an hour are taken of one customer, each of at most 10 MB.
        """
        return cast(
            "shapes.FileRow",
            self._call(
                "POST",
                "/customers/{customer_id}/attachments",
                ids={"customer_id": customer_id},
                body=given(file=file),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )


class CustomersDoublesResource(Resource):
    """Operations on customers/doubles."""

    def list(self, customer_id: str) -> shapes.DoubleRowPage:
        """List records that may be the same person, the likeliest first, with what speaks for each."""
        return cast(
            "shapes.DoubleRowPage",
            self._call("GET", "/customers/{customer_id}/doubles", ids={"customer_id": customer_id}),
        )


class CustomersMergesPreviewResource(Resource):
    """Operations on customers/merges/preview."""

    def get(self, customer_id: str, *, customer_id_: str) -> shapes.MergePreview:
        """Preview what would be seen together if another record were the same person."""
        return cast(
            "shapes.MergePreview",
            self._call(
                "GET",
                "/customers/{customer_id}/merges/preview",
                ids={"customer_id": customer_id},
                query=given(customer_id=customer_id_),
            ),
        )


class CustomersMergesResource(Resource):
    """Operations on customers/merges."""

    @property
    def preview(self) -> CustomersMergesPreviewResource:
        """Operations on customers/merges/preview."""
        return CustomersMergesPreviewResource(self._calls)

    def create(self, customer_id: str, *, customer_id_: str, idempotency_key: str | None = None) -> shapes.Person:
        """Say that another record is the same person.

        Nothing moves, and it can be taken back; the answer is the person as they are known now.
        """
        return cast(
            "shapes.Person",
            self._call(
                "POST",
                "/customers/{customer_id}/merges",
                ids={"customer_id": customer_id},
                body=given(customer_id=customer_id_),
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, customer_id: str, merge_id: str) -> shapes.Person:
        """Take back that another record is the same person.

        The answer is the person as they are known without it.
        """
        return cast(
            "shapes.Person",
            self._call(
                "DELETE",
                "/customers/{customer_id}/merges/{merge_id}",
                ids={"customer_id": customer_id, "merge_id": merge_id},
            ),
        )


class CustomersNotDoublesResource(Resource):
    """Operations on customers/not_doubles."""

    def create(self, customer_id: str, *, customer_id_: str, idempotency_key: str | None = None) -> None:
        """Say that two records are two people; neither is suggested for the other any more."""
        self._call(
            "POST",
            "/customers/{customer_id}/not_doubles",
            ids={"customer_id": customer_id},
            body=given(customer_id=customer_id_),
            idempotency_key=idempotency_key,
        )


class CustomersNotesResource(Resource):
    """Operations on customers/notes."""

    def create(self, customer_id: str, *, text: str, idempotency_key: str | None = None) -> shapes.CustomerNoteRow:
        """Add a note about a customer, which only the desk sees."""
        return cast(
            "shapes.CustomerNoteRow",
            self._call(
                "POST",
                "/customers/{customer_id}/notes",
                ids={"customer_id": customer_id},
                body=given(text=text),
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, customer_id: str, note_id: str) -> None:
        """Remove a note about a customer for good."""
        self._call(
            "DELETE", "/customers/{customer_id}/notes/{note_id}", ids={"customer_id": customer_id, "note_id": note_id}
        )


class CustomersResource(Resource):
    """Operations on customers."""

    @property
    def attachments(self) -> CustomersAttachmentsResource:
        """Operations on customers/attachments."""
        return CustomersAttachmentsResource(self._calls)

    @property
    def doubles(self) -> CustomersDoublesResource:
        """Operations on customers/doubles."""
        return CustomersDoublesResource(self._calls)

    @property
    def merges(self) -> CustomersMergesResource:
        """Operations on customers/merges."""
        return CustomersMergesResource(self._calls)

    @property
    def not_doubles(self) -> CustomersNotDoublesResource:
        """Operations on customers/not_doubles."""
        return CustomersNotDoublesResource(self._calls)

    @property
    def notes(self) -> CustomersNotesResource:
        """Operations on customers/notes."""
        return CustomersNotesResource(self._calls)

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.CustomerRow]:
        """List the customers, the newest first.

        `search` narrows them to those whose name or e-mail address has the words in it, or whose id it is; `email` and `external_id` to those who have just that one.
        """
        return cast(
            "Page[shapes.CustomerRow]",
            self._page(
                "GET",
                "/customers",
                query=given(search=search, email=email, external_id=external_id, limit=limit, cursor=cursor),
            ),
        )

    def create(
        self,
        *,
        external_id: str | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        email: str | None | NotGiven = NOT_GIVEN,
        language: str | None | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.CustomerRow:
        """Create a customer, or change the one with this `external_id`.

        What is left out stays as it is. Only a token may say an `external_id`: it is how your system knows its customer. Without one a new record is made each time; the desk can merge those of one person.
        """
        return cast(
            "shapes.CustomerRow",
            self._call(
                "POST",
                "/customers",
                body=given(external_id=external_id, name=name, email=email, language=language, attributes=attributes),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, customer_id: str) -> shapes.Person:
        """Get all that is known of a customer, the same from each of their records."""
        return cast("shapes.Person", self._call("GET", "/customers/{customer_id}", ids={"customer_id": customer_id}))

    def change(
        self,
        customer_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        attributes: dict[str, str | int | float | bool | None] | NotGiven = NOT_GIVEN,
    ) -> shapes.Person:
        """Change the named fields of this record of a customer.

        Of attributes, null forgets one.
        """
        return cast(
            "shapes.Person",
            self._call(
                "PATCH",
                "/customers/{customer_id}",
                ids={"customer_id": customer_id},
                body=given(name=name, email=email, language=language, attributes=attributes),
            ),
        )

    def erase(self, customer_id: str, *, confirm: str, idempotency_key: str | None = None) -> shapes.ErasureBegun:
        """Erase a customer and all that is kept of them, for good.

        It begins now and is done soon. `confirm` is their name, e-mail address or id.
        """
        return cast(
            "shapes.ErasureBegun",
            self._call(
                "POST",
                "/customers/{customer_id}/erase",
                ids={"customer_id": customer_id},
                body=given(confirm=confirm),
                idempotency_key=idempotency_key,
            ),
        )


class DecidedFactsResource(Resource):
    """Operations on decided_facts."""

    def delete(self, fact_id: str, *, agent: str | None = None) -> None:
        """Withdraw what was decided for a customer."""
        self._call("DELETE", "/decided_facts/{fact_id}", ids={"fact_id": fact_id}, agent=agent)


class DomainsResource(Resource):
    """Operations on domains."""

    def list(self) -> shapes.CompanyDomainPage:
        """List the company's own host names, each with the DNS record that proves it."""
        return cast("shapes.CompanyDomainPage", self._call("GET", "/domains"))

    def create(self, *, domain: str, idempotency_key: str | None = None) -> shapes.CompanyDomain:
        """Add a host name, which waits for its proof.

        409 when it leads to another company.
        """
        return cast(
            "shapes.CompanyDomain",
            self._call("POST", "/domains", body=given(domain=domain), idempotency_key=idempotency_key),
        )

    def delete(self, domain_id: str) -> None:
        """Remove a host name, which leads here no more."""
        self._call("DELETE", "/domains/{domain_id}", ids={"domain_id": domain_id})

    def check(self, domain_id: str, *, idempotency_key: str | None = None) -> shapes.CompanyDomain:
        """Look for the DNS record of a host name now."""
        return cast(
            "shapes.CompanyDomain",
            self._call(
                "POST", "/domains/{domain_id}/check", ids={"domain_id": domain_id}, idempotency_key=idempotency_key
            ),
        )


class DraftsResource(Resource):
    """Operations on drafts."""

    def list(
        self,
        *,
        state: Literal["waiting"] | NotGiven = NOT_GIVEN,
        kind: Literal["held", "suggested"] | None | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.DraftRow]:
        """List the drafts of the assistant that wait for somebody to decide, those due first before all."""
        return cast(
            "Page[shapes.DraftRow]",
            self._page("GET", "/drafts", query=given(state=state, kind=kind, limit=limit, cursor=cursor)),
        )

    def approve(
        self,
        draft_id: str,
        *,
        text: str | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DraftRow:
        """Approve a draft, in other words where `text` has some: it is said, and done where it does something.

        409 when somebody was quicker or the conversation went on.
        """
        return cast(
            "shapes.DraftRow",
            self._call(
                "POST",
                "/drafts/{draft_id}/approve",
                ids={"draft_id": draft_id},
                body=given(text=text),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reject(
        self,
        draft_id: str,
        *,
        reason: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DraftRow:
        """Reject a draft; whoever rejects a held answer has the conversation.

        409 when somebody was quicker or the conversation went on.
        """
        return cast(
            "shapes.DraftRow",
            self._call(
                "POST",
                "/drafts/{draft_id}/reject",
                ids={"draft_id": draft_id},
                body=given(reason=reason),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class ExportsResource(Resource):
    """Operations on exports."""

    def list(self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN) -> Page[shapes.ExportRow]:
        """List the exports, the newest first, each with a link while it can be fetched."""
        return cast("Page[shapes.ExportRow]", self._page("GET", "/exports", query=given(limit=limit, cursor=cursor)))

    def create(
        self,
        *,
        kind: Literal["workspace", "customer"],
        customer_id: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ExportRow:
        """Begin an export of the workspace, or of one customer.

        One of the same that is being made already is given back instead.
        """
        return cast(
            "shapes.ExportRow",
            self._call(
                "POST", "/exports", body=given(kind=kind, customer_id=customer_id), idempotency_key=idempotency_key
            ),
        )

    def get(self, export_id: str) -> shapes.ExportRow:
        """Get an export: how far it is, and a fresh link while it can be fetched."""
        return cast("shapes.ExportRow", self._call("GET", "/exports/{export_id}", ids={"export_id": export_id}))


class FiltersResource(Resource):
    """Operations on filters."""

    def list(self) -> shapes.SavedFilterRowPage:
        """List the filters that one keeps, and those that are shared, by name."""
        return cast("shapes.SavedFilterRowPage", self._call("GET", "/filters"))

    def create(
        self,
        *,
        name: str,
        view: Literal[
            "waiting",
            "mine",
            "unassigned",
            "team",
            "all",
            "mentions",
            "snoozed",
            "sla",
            "held",
            "assistant",
            "tasks",
            "resolved",
        ]
        | NotGiven = NOT_GIVEN,
        filter: shapes.ConversationFilterForm | NotGiven = NOT_GIVEN,
        shared: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.SavedFilterRow:
        """Keep a filter under a name.

        409 for a name that one has already.
        """
        return cast(
            "shapes.SavedFilterRow",
            self._call(
                "POST",
                "/filters",
                body=given(name=name, view=view, filter=filter, shared=shared),
                idempotency_key=idempotency_key,
            ),
        )

    def change(
        self,
        filter_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        view: Literal[
            "waiting",
            "mine",
            "unassigned",
            "team",
            "all",
            "mentions",
            "snoozed",
            "sla",
            "held",
            "assistant",
            "tasks",
            "resolved",
        ]
        | NotGiven = NOT_GIVEN,
        filter: shapes.ConversationFilterForm | NotGiven = NOT_GIVEN,
        shared: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.SavedFilterRow:
        """Change the name, the view, the filter or the sharing of a saved filter."""
        return cast(
            "shapes.SavedFilterRow",
            self._call(
                "PATCH",
                "/filters/{filter_id}",
                ids={"filter_id": filter_id},
                body=given(name=name, view=view, filter=filter, shared=shared),
            ),
        )

    def delete(self, filter_id: str) -> None:
        """Remove a saved filter."""
        self._call("DELETE", "/filters/{filter_id}", ids={"filter_id": filter_id})


class GapsTodayResource(Resource):
    """Operations on gaps/today."""

    def get(self, gap_id: str) -> shapes.AssistantPreview:
        """Tell what the assistant would say to the gap's question now."""
        return cast("shapes.AssistantPreview", self._call("GET", "/gaps/{gap_id}/today", ids={"gap_id": gap_id}))


class GapsResource(Resource):
    """Operations on gaps."""

    @property
    def today(self) -> GapsTodayResource:
        """Operations on gaps/today."""
        return GapsTodayResource(self._calls)

    def list(
        self,
        *,
        state: Literal["open", "published", "dismissed"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.GapRow]:
        """List the gaps in the knowledge of one state, what hurts most first."""
        return cast(
            "Page[shapes.GapRow]", self._page("GET", "/gaps", query=given(state=state, limit=limit, cursor=cursor))
        )

    def get(self, gap_id: str) -> shapes.WholeGap:
        """Fetch a gap in the knowledge with its questions and what agents replied."""
        return cast("shapes.WholeGap", self._call("GET", "/gaps/{gap_id}", ids={"gap_id": gap_id}))

    def dismiss(
        self, gap_id: str, *, because: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.WholeGap:
        """Put a gap in the knowledge aside."""
        return cast(
            "shapes.WholeGap",
            self._call(
                "POST",
                "/gaps/{gap_id}/dismiss",
                ids={"gap_id": gap_id},
                body=given(because=because),
                idempotency_key=idempotency_key,
            ),
        )

    def draft(self, gap_id: str, *, idempotency_key: str | None = None) -> shapes.ProposalRow:
        """Draft an article for a gap from what agents replied."""
        return cast(
            "shapes.ProposalRow",
            self._call("POST", "/gaps/{gap_id}/draft", ids={"gap_id": gap_id}, idempotency_key=idempotency_key),
        )

    def reopen(self, gap_id: str, *, idempotency_key: str | None = None) -> shapes.WholeGap:
        """Open a gap in the knowledge again."""
        return cast(
            "shapes.WholeGap",
            self._call("POST", "/gaps/{gap_id}/reopen", ids={"gap_id": gap_id}, idempotency_key=idempotency_key),
        )

    def look(self, *, idempotency_key: str | None = None) -> None:
        """Look for gaps in the knowledge now; a job does it."""
        self._call("POST", "/gaps/look", idempotency_key=idempotency_key)


class GreetingsResource(Resource):
    """Operations on greetings."""

    def get(self) -> shapes.Greetings:
        """Get what the company says by itself on its pages."""
        return cast("shapes.Greetings", self._call("GET", "/greetings"))

    def replace(self, *, greetings: List[shapes.GreetingForm]) -> shapes.Greetings:
        """Set what the company says by itself on its pages, in place of what it said."""
        return cast("shapes.Greetings", self._call("PUT", "/greetings", body=given(greetings=greetings)))


class GuideResource(Resource):
    """Operations on guide."""

    def get(self) -> shapes.WelcomeGuide:
        """Get how far the company is with setting Baton up."""
        return cast("shapes.WelcomeGuide", self._call("GET", "/guide"))

    def change(self, *, place: str | NotGiven = NOT_GIVEN, left: bool | NotGiven = NOT_GIVEN) -> shapes.WelcomeGuide:
        """Keep the step that is open, or put the guide away."""
        return cast("shapes.WelcomeGuide", self._call("PATCH", "/guide", body=given(place=place, left=left)))


class GuidesResource(Resource):
    """Operations on guides."""

    def list(self) -> shapes.GuideRowPage:
        """List the guides, by title."""
        return cast("shapes.GuideRowPage", self._call("GET", "/guides"))

    def create(
        self,
        *,
        title: str,
        examples: List[str] | NotGiven = NOT_GIVEN,
        steps: List[shapes.GuideStepForm] | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.GuideWhole:
        """Make a guide, which is off.

        409 when the title is taken.
        """
        return cast(
            "shapes.GuideWhole",
            self._call(
                "POST",
                "/guides",
                body=given(title=title, examples=examples, steps=steps, on=on),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, guide_id: str) -> shapes.GuideWhole:
        """Get a guide with its steps, and what is wrong with it."""
        return cast("shapes.GuideWhole", self._call("GET", "/guides/{guide_id}", ids={"guide_id": guide_id}))

    def change(
        self,
        guide_id: str,
        *,
        title: str | NotGiven = NOT_GIVEN,
        examples: List[str] | NotGiven = NOT_GIVEN,
        steps: List[shapes.GuideStepForm] | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
        version: int | None | NotGiven = NOT_GIVEN,
    ) -> shapes.GuideWhole:
        """Change a guide, or switch it on or off.

        What is left out stays; 409 when it was changed meanwhile, 422 when it shall be on and has a fault.
        """
        return cast(
            "shapes.GuideWhole",
            self._call(
                "PATCH",
                "/guides/{guide_id}",
                ids={"guide_id": guide_id},
                body=given(title=title, examples=examples, steps=steps, on=on, version=version),
            ),
        )

    def delete(self, guide_id: str) -> None:
        """Remove a guide."""
        self._call("DELETE", "/guides/{guide_id}", ids={"guide_id": guide_id})

    def check(
        self, *, title: str, examples: List[str], steps: List[shapes.GuideStepForm], idempotency_key: str | None = None
    ) -> shapes.GuideFaults:
        """Say what is wrong with a guide.

        Nothing is stored.
        """
        return cast(
            "shapes.GuideFaults",
            self._call(
                "POST",
                "/guides/check",
                body=given(title=title, examples=examples, steps=steps),
                idempotency_key=idempotency_key,
            ),
        )


class HandoverSettingsResource(Resource):
    """Operations on handover_settings."""

    def get(self) -> shapes.HandoverSettingsRow:
        """Retrieve what is asked of whoever passes a conversation on."""
        return cast("shapes.HandoverSettingsRow", self._call("GET", "/handover_settings"))

    def replace(self, *, transfer_needs_note: bool) -> shapes.HandoverSettingsRow:
        """Change what is asked of whoever passes a conversation on, on record."""
        return cast(
            "shapes.HandoverSettingsRow",
            self._call("PUT", "/handover_settings", body=given(transfer_needs_note=transfer_needs_note)),
        )


class HandoversRepeatsResource(Resource):
    """Operations on handovers/repeats."""

    def get(self, *, days: int | NotGiven = NOT_GIVEN) -> shapes.RepeatsReport:
        """Report how often customers had to say again what was known, and in which conversations."""
        return cast("shapes.RepeatsReport", self._call("GET", "/handovers/repeats", query=given(days=days)))


class HandoversResource(Resource):
    """Operations on handovers."""

    @property
    def repeats(self) -> HandoversRepeatsResource:
        """Operations on handovers/repeats."""
        return HandoversRepeatsResource(self._calls)


class HeldRepliesResource(Resource):
    """Operations on held_replies."""

    def delete(self, held_id: str, *, agent: str | None = None) -> None:
        """Take a held reply back.

        409 when it was said in this moment.
        """
        self._call("DELETE", "/held_replies/{held_id}", ids={"held_id": held_id}, agent=agent)

    def send(self, held_id: str, *, agent: str | None = None, idempotency_key: str | None = None) -> shapes.SaidReply:
        """Send a held reply now.

        409 when it may not be said any more; then it is a draft again.
        """
        return cast(
            "shapes.SaidReply",
            self._call(
                "POST",
                "/held_replies/{held_id}/send",
                ids={"held_id": held_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class HolidaysResource(Resource):
    """Operations on holidays."""

    def get(self) -> shapes.Holidays:
        """Get the days off of the whole company, by date."""
        return cast("shapes.Holidays", self._call("GET", "/holidays"))

    def replace(self, *, holidays: List[shapes.DayOffForm]) -> shapes.Holidays:
        """Set the days off of the whole company, in place of those that it had."""
        return cast("shapes.Holidays", self._call("PUT", "/holidays", body=given(holidays=holidays)))


class IdentityOldSecretResource(Resource):
    """Operations on identity/old_secret."""

    def delete(self) -> None:
        """Let the secret before count no more."""
        self._call("DELETE", "/identity/old_secret")


class IdentityResource(Resource):
    """Operations on identity."""

    @property
    def old_secret(self) -> IdentityOldSecretResource:
        """Operations on identity/old_secret."""
        return IdentityOldSecretResource(self._calls)

    def get(self) -> shapes.Identity:
        """Get how signed identity stands."""
        return cast("shapes.Identity", self._call("GET", "/identity"))

    def change(self, *, enforce: bool) -> shapes.Identity:
        """Enforce signed identity, or do not.

        409 without a secret.
        """
        return cast("shapes.Identity", self._call("PATCH", "/identity", body=given(enforce=enforce)))

    def secret(
        self, *, keep_old: bool | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.IdentitySecret:
        """Make a new secret for signed identity, told this once.

        The one before counts for another week, unless it is not to be kept.
        """
        return cast(
            "shapes.IdentitySecret",
            self._call("POST", "/identity/secret", body=given(keep_old=keep_old), idempotency_key=idempotency_key),
        )

    def test(self, *, token: str, idempotency_key: str | None = None) -> shapes.IdentityTest:
        """Try a signed token: what it says, or why it would not count.

        Nothing is stored.
        """
        return cast(
            "shapes.IdentityTest",
            self._call("POST", "/identity/test", body=given(token=token), idempotency_key=idempotency_key),
        )


class InvitationsResource(Resource):
    """Operations on invitations."""

    def list(
        self,
        *,
        pending: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.InvitationRow]:
        """List the invitations, the newest first."""
        return cast(
            "Page[shapes.InvitationRow]",
            self._page("GET", "/invitations", query=given(pending=pending, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        email: str,
        name: str | NotGiven = NOT_GIVEN,
        role: Literal["owner", "admin", "supervisor", "agent", "viewer"] | NotGiven = NOT_GIVEN,
        team_ids: List[str] | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.InvitationRow:
        """Invite somebody by mail.

        The letter leaves soon. 403 for a role above one's own, and where no seat is left.
        """
        return cast(
            "shapes.InvitationRow",
            self._call(
                "POST",
                "/invitations",
                body=given(email=email, name=name, role=role, team_ids=team_ids),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, invitation_id: str, *, agent: str | None = None) -> None:
        """Revoke an invitation.

        Its link opens nothing any more; 409 when it was accepted or revoked before.
        """
        self._call("DELETE", "/invitations/{invitation_id}", ids={"invitation_id": invitation_id}, agent=agent)

    def resend(
        self, invitation_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.InvitationRow:
        """Send an invitation again.

        The link of the letter before opens nothing any more; 409 when it was accepted or revoked.
        """
        return cast(
            "shapes.InvitationRow",
            self._call(
                "POST",
                "/invitations/{invitation_id}/resend",
                ids={"invitation_id": invitation_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class KnowledgeImportsEntriesResource(Resource):
    """Operations on knowledge_imports/entries."""

    def list(
        self,
        import_id: str,
        *,
        action: Literal["create", "update", "same", "remove", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ImportEntryRow]:
        """List the entries of an import, in the order of its source."""
        return cast(
            "Page[shapes.ImportEntryRow]",
            self._page(
                "GET",
                "/knowledge_imports/{import_id}/entries",
                ids={"import_id": import_id},
                query=given(action=action, limit=limit, cursor=cursor),
            ),
        )

    def get(self, import_id: str, entry_id: str) -> shapes.WholeImportEntry:
        """Fetch an entry of an import, with the article as it is and as it would be."""
        return cast(
            "shapes.WholeImportEntry",
            self._call(
                "GET",
                "/knowledge_imports/{import_id}/entries/{entry_id}",
                ids={"import_id": import_id, "entry_id": entry_id},
            ),
        )

    def change(
        self,
        import_id: str,
        entry_id: str,
        *,
        chosen: bool | NotGiven = NOT_GIVEN,
        into: str | None | NotGiven = NOT_GIVEN,
    ) -> shapes.WholeImportEntry:
        """Choose an entry of an import or leave it out, or let it change the article that it resembles.

        409 when the import does not wait for a review.
        """
        return cast(
            "shapes.WholeImportEntry",
            self._call(
                "PATCH",
                "/knowledge_imports/{import_id}/entries/{entry_id}",
                ids={"import_id": import_id, "entry_id": entry_id},
                body=given(chosen=chosen, into=into),
            ),
        )


class KnowledgeImportsFilesResource(Resource):
    """Operations on knowledge_imports/files."""

    def create(
        self,
        *,
        files: List[str] | NotGiven = NOT_GIVEN,
        apply: bool | NotGiven = NOT_GIVEN,
        drafts: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.KnowledgeImportRow:
        """Import articles from files: CSV, Markdown or text, PDF, Word, HTML, or JSON.

        JSON is what a Zendesk help centre answers for its articles, of which `drafts` come only if they are wanted.
        """
        return cast(
            "shapes.KnowledgeImportRow",
            self._call(
                "POST",
                "/knowledge_imports/files",
                body=given(files=files, apply=apply, drafts=drafts),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )


class KnowledgeImportsResource(Resource):
    """Operations on knowledge_imports."""

    @property
    def entries(self) -> KnowledgeImportsEntriesResource:
        """Operations on knowledge_imports/entries."""
        return KnowledgeImportsEntriesResource(self._calls)

    @property
    def files(self) -> KnowledgeImportsFilesResource:
        """Operations on knowledge_imports/files."""
        return KnowledgeImportsFilesResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.KnowledgeImportRow]:
        """List the imports of articles, the newest first."""
        return cast(
            "Page[shapes.KnowledgeImportRow]",
            self._page("GET", "/knowledge_imports", query=given(limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        source: Literal["paste", "web"],
        apply: bool | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        pages: int | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.KnowledgeImportRow:
        """Import articles from pasted text, or from the pages of a site."""
        return cast(
            "shapes.KnowledgeImportRow",
            self._call(
                "POST",
                "/knowledge_imports",
                body=given(apply=apply, source=source, text=text, title=title, url=url, pages=pages),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, import_id: str) -> shapes.KnowledgeImportRow:
        """Fetch an import of articles, with how far it is."""
        return cast(
            "shapes.KnowledgeImportRow",
            self._call("GET", "/knowledge_imports/{import_id}", ids={"import_id": import_id}),
        )

    def apply(self, import_id: str, *, idempotency_key: str | None = None) -> shapes.KnowledgeImportRow:
        """Store what was chosen of an import.

        A job does it; 409 when the import does not wait for a review.
        """
        return cast(
            "shapes.KnowledgeImportRow",
            self._call(
                "POST",
                "/knowledge_imports/{import_id}/apply",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )

    def choose(
        self,
        import_id: str,
        *,
        actions: List[Literal["create", "update", "same", "remove"]],
        chosen: bool,
        idempotency_key: str | None = None,
    ) -> shapes.KnowledgeImportRow:
        """Choose entries of an import, or leave them out, by what they would do.

        409 when the import does not wait for a review.
        """
        return cast(
            "shapes.KnowledgeImportRow",
            self._call(
                "POST",
                "/knowledge_imports/{import_id}/choose",
                ids={"import_id": import_id},
                body=given(actions=actions, chosen=chosen),
                idempotency_key=idempotency_key,
            ),
        )

    def dismiss(self, import_id: str, *, idempotency_key: str | None = None) -> shapes.KnowledgeImportRow:
        """End an import of articles without storing anything.

        409 when it is stored already.
        """
        return cast(
            "shapes.KnowledgeImportRow",
            self._call(
                "POST",
                "/knowledge_imports/{import_id}/dismiss",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )


class LeadsResource(Resource):
    """Operations on leads."""

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        state: Literal["new", "contacted", "won", "lost"] | NotGiven = NOT_GIVEN,
        good: bool | None | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.LeadRow]:
        """List the leads, the newest first."""
        return cast(
            "Page[shapes.LeadRow]",
            self._page("GET", "/leads", query=given(limit=limit, cursor=cursor, state=state, good=good)),
        )

    def get(self, lead_id: str) -> shapes.LeadRow:
        """Get a lead."""
        return cast("shapes.LeadRow", self._call("GET", "/leads/{lead_id}", ids={"lead_id": lead_id}))

    def change(self, lead_id: str, *, state: Literal["new", "contacted", "won", "lost"]) -> shapes.LeadRow:
        """Say what became of a lead."""
        return cast(
            "shapes.LeadRow", self._call("PATCH", "/leads/{lead_id}", ids={"lead_id": lead_id}, body=given(state=state))
        )


class MacroRunsResource(Resource):
    """Operations on macro_runs."""

    def undo(
        self, run_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.ConversationRow:
        """Undo a run of a macro.

        409 when the conversation went on since.
        """
        return cast(
            "shapes.ConversationRow",
            self._call(
                "POST",
                "/macro_runs/{run_id}/undo",
                ids={"run_id": run_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class MacrosResource(Resource):
    """Operations on macros."""

    def list(self) -> shapes.MacroRowPage:
        """List all macros, by name."""
        return cast("shapes.MacroRowPage", self._call("GET", "/macros"))

    def create(
        self,
        *,
        name: str,
        acts: List[
            shapes.TagAct
            | shapes.PriorityAct
            | shapes.AssignAct
            | shapes.SnoozeAct
            | shapes.ResolveAct
            | shapes.ReopenAct
            | shapes.NoteAct
            | shapes.ReplyAct
        ],
        idempotency_key: str | None = None,
    ) -> shapes.MacroRow:
        """Create a macro.

        422 names the act that is wrong; 409 where another macro has the name.
        """
        return cast(
            "shapes.MacroRow",
            self._call("POST", "/macros", body=given(name=name, acts=acts), idempotency_key=idempotency_key),
        )

    def get(self, macro_id: str) -> shapes.MacroRow:
        """Get a macro."""
        return cast("shapes.MacroRow", self._call("GET", "/macros/{macro_id}", ids={"macro_id": macro_id}))

    def change(
        self,
        macro_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        acts: List[
            shapes.TagAct
            | shapes.PriorityAct
            | shapes.AssignAct
            | shapes.SnoozeAct
            | shapes.ResolveAct
            | shapes.ReopenAct
            | shapes.NoteAct
            | shapes.ReplyAct
        ]
        | NotGiven = NOT_GIVEN,
    ) -> shapes.MacroRow:
        """Change the name of a macro, its acts, or both."""
        return cast(
            "shapes.MacroRow",
            self._call("PATCH", "/macros/{macro_id}", ids={"macro_id": macro_id}, body=given(name=name, acts=acts)),
        )

    def delete(self, macro_id: str) -> None:
        """Delete a macro; what it did stays done."""
        self._call("DELETE", "/macros/{macro_id}", ids={"macro_id": macro_id})


class MailResource(Resource):
    """Operations on mail."""

    def inbound(self, *, idempotency_key: str | None = None) -> shapes.MailTaken:
        """Hand over a mail as it came.

        A mail that is handed over again changes nothing. It may have 25 MB; 404 where no company has the host name.
        """
        return cast("shapes.MailTaken", self._call("POST", "/mail/inbound", idempotency_key=idempotency_key))


class MeResource(Resource):
    """Operations on me."""

    def get(self) -> shapes.Me:
        """Retrieve who is signed in, with their rights, their company and its plan."""
        return cast("shapes.Me", self._call("GET", "/me"))


class MigrationsItemsResource(Resource):
    """Operations on migrations/items."""

    def list(
        self,
        migration_id: str,
        *,
        kind: Literal["customer", "conversation", ""] | NotGiven = NOT_GIVEN,
        action: Literal["new", "known", "merged", "problem", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.MigrationItemRow]:
        """List the customers and conversations that a migration holds, in the order of its file."""
        return cast(
            "Page[shapes.MigrationItemRow]",
            self._page(
                "GET",
                "/migrations/{migration_id}/items",
                ids={"migration_id": migration_id},
                query=given(kind=kind, action=action, limit=limit, cursor=cursor),
            ),
        )


class MigrationsResource(Resource):
    """Operations on migrations."""

    @property
    def items(self) -> MigrationsItemsResource:
        """Operations on migrations/items."""
        return MigrationsItemsResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.MigrationRow]:
        """List the migrations, the newest first."""
        return cast(
            "Page[shapes.MigrationRow]", self._page("GET", "/migrations", query=given(limit=limit, cursor=cursor))
        )

    def create(
        self,
        *,
        source: Literal["chatwoot", "intercom", "customers"] | NotGiven = NOT_GIVEN,
        file: Upload | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.MigrationRow:
        """Send a file of conversations or customers from elsewhere.

        A job reads it; nothing is stored before you looked through it and applied it. Send JSON or JSON lines of Chatwoot or Intercom, or a list of customers as JSON, JSON lines or CSV, of at most 10 MB. Conversations and customers that were brought before are known again, so a second file may hold them too.
        """
        return cast(
            "shapes.MigrationRow",
            self._call(
                "POST",
                "/migrations",
                body=given(source=source, file=file),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, migration_id: str) -> shapes.MigrationRow:
        """Fetch a migration, with how far it is and what it found."""
        return cast(
            "shapes.MigrationRow", self._call("GET", "/migrations/{migration_id}", ids={"migration_id": migration_id})
        )

    def apply(self, migration_id: str, *, idempotency_key: str | None = None) -> shapes.MigrationRow:
        """Store every customer and every conversation of a migration that has no problem.

        A job does it; 409 unless the migration waits for that.
        """
        return cast(
            "shapes.MigrationRow",
            self._call(
                "POST",
                "/migrations/{migration_id}/apply",
                ids={"migration_id": migration_id},
                idempotency_key=idempotency_key,
            ),
        )

    def cancel(self, migration_id: str, *, idempotency_key: str | None = None) -> shapes.MigrationRow:
        """End a migration before its time.

        Before it is applied nothing of it stays; while it is applied, what was stored stays until you undo it.
        """
        return cast(
            "shapes.MigrationRow",
            self._call(
                "POST",
                "/migrations/{migration_id}/cancel",
                ids={"migration_id": migration_id},
                idempotency_key=idempotency_key,
            ),
        )

    def undo(self, migration_id: str, *, idempotency_key: str | None = None) -> shapes.MigrationRow:
        """Take back what a migration stored and nobody worked with since.

        A job does it; 409 after thirty days, or when nothing was stored.
        """
        return cast(
            "shapes.MigrationRow",
            self._call(
                "POST",
                "/migrations/{migration_id}/undo",
                ids={"migration_id": migration_id},
                idempotency_key=idempotency_key,
            ),
        )


class OrdersResource(Resource):
    """Operations on orders."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.OrderRecord]:
        """List the orders, the newest first."""
        return cast(
            "Page[shapes.OrderRecord]",
            self._page("GET", "/orders", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        number: str,
        email: str,
        state: Literal[
            "placed",
            "payment_failed",
            "paid",
            "packed",
            "partly_shipped",
            "shipped",
            "delivered",
            "returned",
            "refunded",
            "cancelled",
        ],
        placed_at: str,
        total: str,
        name: str | NotGiven = NOT_GIVEN,
        shipped_at: str | None | NotGiven = NOT_GIVEN,
        delivered_at: str | None | NotGiven = NOT_GIVEN,
        refunded: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        address: shapes.Address | NotGiven = NOT_GIVEN,
        tracking: str | NotGiven = NOT_GIVEN,
        tracking_url: str | NotGiven = NOT_GIVEN,
        items: List[shapes.OrderItemFields] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.OrderRecord:
        """Add an order.

        409 when another has its number.
        """
        return cast(
            "shapes.OrderRecord",
            self._call(
                "POST",
                "/orders",
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    state=state,
                    placed_at=placed_at,
                    shipped_at=shipped_at,
                    delivered_at=delivered_at,
                    total=total,
                    refunded=refunded,
                    currency=currency,
                    address=address,
                    tracking=tracking,
                    tracking_url=tracking_url,
                    items=items,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> shapes.OrderRecord:
        """Fetch an order."""
        return cast("shapes.OrderRecord", self._call("GET", "/orders/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        number: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        state: Literal[
            "placed",
            "payment_failed",
            "paid",
            "packed",
            "partly_shipped",
            "shipped",
            "delivered",
            "returned",
            "refunded",
            "cancelled",
        ]
        | NotGiven = NOT_GIVEN,
        placed_at: str | NotGiven = NOT_GIVEN,
        shipped_at: str | None | NotGiven = NOT_GIVEN,
        delivered_at: str | None | NotGiven = NOT_GIVEN,
        total: str | NotGiven = NOT_GIVEN,
        refunded: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        address: shapes.Address | NotGiven = NOT_GIVEN,
        tracking: str | NotGiven = NOT_GIVEN,
        tracking_url: str | NotGiven = NOT_GIVEN,
        items: List[shapes.OrderItemFields] | NotGiven = NOT_GIVEN,
    ) -> shapes.OrderRecord:
        """Change an order: the fields that are named.

        409 when another has its new number.
        """
        return cast(
            "shapes.OrderRecord",
            self._call(
                "PATCH",
                "/orders/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    state=state,
                    placed_at=placed_at,
                    shipped_at=shipped_at,
                    delivered_at=delivered_at,
                    total=total,
                    refunded=refunded,
                    currency=currency,
                    address=address,
                    tracking=tracking,
                    tracking_url=tracking_url,
                    items=items,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove an order for good."""
        self._call("DELETE", "/orders/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> shapes.WrittenRecords:
        """Write up to 500 orders, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "shapes.WrittenRecords",
            self._call("POST", "/orders/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class OverlapsResource(Resource):
    """Operations on overlaps."""

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.ArticleOverlap]:
        """List the overlaps of articles that nobody has dismissed, the surest first."""
        return cast(
            "Page[shapes.ArticleOverlap]", self._page("GET", "/overlaps", query=given(limit=limit, cursor=cursor))
        )

    def dismiss(self, overlap_id: str, *, idempotency_key: str | None = None) -> shapes.ArticleOverlap:
        """Say that two articles do not overlap; it comes back when one of the sentences changes."""
        return cast(
            "shapes.ArticleOverlap",
            self._call(
                "POST",
                "/overlaps/{overlap_id}/dismiss",
                ids={"overlap_id": overlap_id},
                idempotency_key=idempotency_key,
            ),
        )

    def reopen(self, overlap_id: str, *, idempotency_key: str | None = None) -> shapes.ArticleOverlap:
        """Take back that an overlap was dismissed."""
        return cast(
            "shapes.ArticleOverlap",
            self._call(
                "POST", "/overlaps/{overlap_id}/reopen", ids={"overlap_id": overlap_id}, idempotency_key=idempotency_key
            ),
        )


class PeopleResource(Resource):
    """Operations on people."""

    def list(self) -> shapes.AgentList:
        """List the people who work here, by name."""
        return cast("shapes.AgentList", self._call("GET", "/people"))

    def change(
        self,
        agent_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        role: Literal["owner", "admin", "supervisor", "agent", "viewer"] | NotGiven = NOT_GIVEN,
        team_ids: List[str] | NotGiven = NOT_GIVEN,
        capacity: int | NotGiven = NOT_GIVEN,
        languages: List[str] | NotGiven = NOT_GIVEN,
        skills: List[shapes.SkillLevelForm] | NotGiven = NOT_GIVEN,
        shifts: List[shapes.StretchForm] | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.AgentRow:
        """Change a person.

        409 `last_owner` when the company would have no owner; 403 above one's own role, and where no seat is left.
        """
        return cast(
            "shapes.AgentRow",
            self._call(
                "PATCH",
                "/people/{agent_id}",
                ids={"agent_id": agent_id},
                body=given(
                    name=name,
                    role=role,
                    team_ids=team_ids,
                    capacity=capacity,
                    languages=languages,
                    skills=skills,
                    shifts=shifts,
                    time_zone=time_zone,
                ),
                agent=agent,
            ),
        )

    def deactivate(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AgentRow:
        """Switch a person off.

        Their sessions end, and what they did stays. 409 for oneself and for the last owner.
        """
        return cast(
            "shapes.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/deactivate",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reactivate(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AgentRow:
        """Let a person in again, with the role that they had.

        403 where no seat is left.
        """
        return cast(
            "shapes.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/reactivate",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reset_second_factor(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AgentRow:
        """Switch off the second factor of a person.

        Their sessions end, and they are told by mail; 409 without a second factor, and for oneself.
        """
        return cast(
            "shapes.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/reset_second_factor",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def sign_out(
        self, agent_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.AgentRow:
        """Sign a person out of every browser.

        They may sign in again.
        """
        return cast(
            "shapes.AgentRow",
            self._call(
                "POST",
                "/people/{agent_id}/sign_out",
                ids={"agent_id": agent_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class PersonsResource(Resource):
    """Operations on persons."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.PersonRecord]:
        """List the persons, the one changed last first."""
        return cast(
            "Page[shapes.PersonRecord]",
            self._page("GET", "/persons", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        email: str,
        name: str | NotGiven = NOT_GIVEN,
        phone: str | NotGiven = NOT_GIVEN,
        address: shapes.Address | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.PersonRecord:
        """Add a person.

        409 when another has its e-mail address.
        """
        return cast(
            "shapes.PersonRecord",
            self._call(
                "POST",
                "/persons",
                body=given(email=email, name=name, phone=phone, address=address, attributes=attributes),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> shapes.PersonRecord:
        """Fetch a person."""
        return cast("shapes.PersonRecord", self._call("GET", "/persons/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        phone: str | NotGiven = NOT_GIVEN,
        address: shapes.Address | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
    ) -> shapes.PersonRecord:
        """Change a person: the fields that are named.

        409 when another has its new e-mail address.
        """
        return cast(
            "shapes.PersonRecord",
            self._call(
                "PATCH",
                "/persons/{record_id}",
                ids={"record_id": record_id},
                body=given(email=email, name=name, phone=phone, address=address, attributes=attributes),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a person for good."""
        self._call("DELETE", "/persons/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> shapes.WrittenRecords:
        """Write up to 500 persons, each by its e-mail address.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "shapes.WrittenRecords",
            self._call("POST", "/persons/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class PreChatFormResource(Resource):
    """Operations on pre_chat_form."""

    def get(self) -> shapes.PreChatForm:
        """Get what visitors are asked before a chat."""
        return cast("shapes.PreChatForm", self._call("GET", "/pre_chat_form"))

    def replace(
        self,
        *,
        when: Literal["off", "first", "person"],
        name: Literal["off", "optional", "required"] | NotGiven = NOT_GIVEN,
        email: Literal["off", "optional", "required"] | NotGiven = NOT_GIVEN,
        phone: Literal["off", "optional", "required"] | NotGiven = NOT_GIVEN,
        questions: List[shapes.FormQuestionForm] | NotGiven = NOT_GIVEN,
        consent: shapes.FormConsentForm | None | NotGiven = NOT_GIVEN,
    ) -> shapes.PreChatForm:
        """Set what visitors are asked before a chat, in place of what they were asked.

        Whoever answered a question is not asked it again; a question keeps its answers with its `id`.
        """
        return cast(
            "shapes.PreChatForm",
            self._call(
                "PUT",
                "/pre_chat_form",
                body=given(when=when, name=name, email=email, phone=phone, questions=questions, consent=consent),
            ),
        )


class ProductsResource(Resource):
    """Operations on products."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ProductRecord]:
        """List the products, the newest first."""
        return cast(
            "Page[shapes.ProductRecord]",
            self._page(
                "GET", "/products", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)
            ),
        )

    def create(
        self,
        *,
        sku: str,
        name: str,
        price: str,
        category: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        stock: int | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        variants: List[dict[str, Any]] | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ProductRecord:
        """Add a product.

        409 when another has its SKU.
        """
        return cast(
            "shapes.ProductRecord",
            self._call(
                "POST",
                "/products",
                body=given(
                    sku=sku,
                    name=name,
                    category=category,
                    description=description,
                    price=price,
                    currency=currency,
                    stock=stock,
                    attributes=attributes,
                    variants=variants,
                    url=url,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> shapes.ProductRecord:
        """Fetch a product."""
        return cast("shapes.ProductRecord", self._call("GET", "/products/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        sku: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        category: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        price: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        stock: int | NotGiven = NOT_GIVEN,
        attributes: dict[str, Any] | NotGiven = NOT_GIVEN,
        variants: List[dict[str, Any]] | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
    ) -> shapes.ProductRecord:
        """Change a product: the fields that are named.

        409 when another has its new SKU.
        """
        return cast(
            "shapes.ProductRecord",
            self._call(
                "PATCH",
                "/products/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    sku=sku,
                    name=name,
                    category=category,
                    description=description,
                    price=price,
                    currency=currency,
                    stock=stock,
                    attributes=attributes,
                    variants=variants,
                    url=url,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a product for good."""
        self._call("DELETE", "/products/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> shapes.WrittenRecords:
        """Write up to 500 products, each by its SKU.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "shapes.WrittenRecords",
            self._call("POST", "/products/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class PromisesResource(Resource):
    """Operations on promises."""

    def change(
        self,
        promise_id: str,
        *,
        state: Literal["open", "kept", "released", "none"] | NotGiven = NOT_GIVEN,
        due_at: str | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.PromiseRow:
        """Say what became of a promise, or when it is due."""
        return cast(
            "shapes.PromiseRow",
            self._call(
                "PATCH",
                "/promises/{promise_id}",
                ids={"promise_id": promise_id},
                body=given(state=state, due_at=due_at),
                agent=agent,
            ),
        )


class ProposalsResource(Resource):
    """Operations on proposals."""

    def list(
        self,
        *,
        state: Literal["open", "published", "dismissed"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ProposalRow]:
        """List the proposals of one state, corrections first, then the newest."""
        return cast(
            "Page[shapes.ProposalRow]",
            self._page("GET", "/proposals", query=given(state=state, limit=limit, cursor=cursor)),
        )

    def get(self, proposal_id: str) -> shapes.ProposalRow:
        """Fetch a proposal, with what stands in the article now and where it came from."""
        return cast(
            "shapes.ProposalRow", self._call("GET", "/proposals/{proposal_id}", ids={"proposal_id": proposal_id})
        )

    def change(
        self,
        proposal_id: str,
        *,
        title: str | NotGiven = NOT_GIVEN,
        body: str | NotGiven = NOT_GIVEN,
        questions: List[str] | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
    ) -> shapes.ProposalRow:
        """Put the words of a proposal right.

        409 when it was decided about.
        """
        return cast(
            "shapes.ProposalRow",
            self._call(
                "PATCH",
                "/proposals/{proposal_id}",
                ids={"proposal_id": proposal_id},
                body=given(title=title, body=body, questions=questions, language=language),
            ),
        )

    def dismiss(self, proposal_id: str, *, idempotency_key: str | None = None) -> shapes.ProposalRow:
        """Put a proposal aside.

        409 when it was decided about.
        """
        return cast(
            "shapes.ProposalRow",
            self._call(
                "POST",
                "/proposals/{proposal_id}/dismiss",
                ids={"proposal_id": proposal_id},
                idempotency_key=idempotency_key,
            ),
        )

    def publish(
        self,
        proposal_id: str,
        *,
        title: str | NotGiven = NOT_GIVEN,
        body: str | NotGiven = NOT_GIVEN,
        questions: List[str] | NotGiven = NOT_GIVEN,
        language: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ProposalRow:
        """Write a proposal into the knowledge, with the words put right that are named.

        409 when it was decided about, or another article has its title.
        """
        return cast(
            "shapes.ProposalRow",
            self._call(
                "POST",
                "/proposals/{proposal_id}/publish",
                ids={"proposal_id": proposal_id},
                body=given(title=title, body=body, questions=questions, language=language),
                idempotency_key=idempotency_key,
            ),
        )

    def reopen(self, proposal_id: str, *, idempotency_key: str | None = None) -> shapes.ProposalRow:
        """Open a proposal again that was put aside."""
        return cast(
            "shapes.ProposalRow",
            self._call(
                "POST",
                "/proposals/{proposal_id}/reopen",
                ids={"proposal_id": proposal_id},
                idempotency_key=idempotency_key,
            ),
        )


class QueueReportResource(Resource):
    """Operations on queue/report."""

    def get(self, *, days: int | NotGiven = NOT_GIVEN, team_id: str | NotGiven = NOT_GIVEN) -> shapes.QueueReport:
        """Report waits as they were told, and as they were."""
        return cast("shapes.QueueReport", self._call("GET", "/queue/report", query=given(days=days, team_id=team_id)))


class QueueWaitsResource(Resource):
    """Operations on queue/waits."""

    def list(
        self,
        *,
        kind: Literal["waits", "taken", "left", "called", "no_range", "told", "held", "early", "late"],
        days: int | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.WaitRow]:
        """List the waits behind one number of the report, newest first."""
        return cast(
            "Page[shapes.WaitRow]",
            self._page(
                "GET", "/queue/waits", query=given(days=days, team_id=team_id, kind=kind, cursor=cursor, limit=limit)
            ),
        )


class QueueResource(Resource):
    """Operations on queue."""

    @property
    def report(self) -> QueueReportResource:
        """Operations on queue/report."""
        return QueueReportResource(self._calls)

    @property
    def waits(self) -> QueueWaitsResource:
        """Operations on queue/waits."""
        return QueueWaitsResource(self._calls)

    def get(self) -> shapes.QueueBoard:
        """Retrieve who waits for which team, and who is at work there."""
        return cast("shapes.QueueBoard", self._call("GET", "/queue"))


class RecordImportsRowsResource(Resource):
    """Operations on record_imports/rows."""

    def list(
        self,
        import_id: str,
        *,
        action: Literal["create", "update", "same", "problem", ""] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.RecordImportLine]:
        """List the lines of an import of records, once its file was read."""
        return cast(
            "Page[shapes.RecordImportLine]",
            self._page(
                "GET",
                "/record_imports/{import_id}/rows",
                ids={"import_id": import_id},
                query=given(action=action, limit=limit, cursor=cursor),
            ),
        )


class RecordImportsResource(Resource):
    """Operations on record_imports."""

    @property
    def rows(self) -> RecordImportsRowsResource:
        """Operations on record_imports/rows."""
        return RecordImportsRowsResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: str | NotGiven = NOT_GIVEN
    ) -> Page[shapes.RecordImportBrief]:
        """List the imports of records, the newest first."""
        return cast(
            "Page[shapes.RecordImportBrief]",
            self._page("GET", "/record_imports", query=given(limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        kind: Literal["orders", "products", "persons", "tickets"] | NotGiven = NOT_GIVEN,
        file: Upload | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.RecordImportWhole:
        """Send a CSV file of records of one kind.

        The answer tells its columns and what they are likely to be; nothing is read before you say how.
        """
        return cast(
            "shapes.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports",
                body=given(kind=kind, file=file),
                multipart=True,
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, import_id: str) -> shapes.RecordImportWhole:
        """Fetch an import of records, with how far it is."""
        return cast(
            "shapes.RecordImportWhole", self._call("GET", "/record_imports/{import_id}", ids={"import_id": import_id})
        )

    def apply(self, import_id: str, *, idempotency_key: str | None = None) -> shapes.RecordImportWhole:
        """Store every line of an import of records that has no problem.

        A job does it; 409 unless the import waits for that.
        """
        return cast(
            "shapes.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/apply",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )

    def dismiss(self, import_id: str, *, idempotency_key: str | None = None) -> shapes.RecordImportWhole:
        """End an import of records without storing anything.

        409 when it is stored already.
        """
        return cast(
            "shapes.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/dismiss",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )

    def read(
        self,
        import_id: str,
        *,
        mapping: dict[str, str],
        attributes: List[str] | NotGiven = NOT_GIVEN,
        dates: Literal["iso", "day_first", "month_first"] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.RecordImportWhole:
        """Read the file of an import of records; nothing is stored yet.

        A job does it; 409 when the import is stored already.
        """
        return cast(
            "shapes.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/read",
                ids={"import_id": import_id},
                body=given(mapping=mapping, attributes=attributes, dates=dates),
                idempotency_key=idempotency_key,
            ),
        )

    def undo(self, import_id: str, *, idempotency_key: str | None = None) -> shapes.RecordImportWhole:
        """Take back what an import of records stored and nobody changed since.

        A job does it; 409 after a week, or when nothing was stored.
        """
        return cast(
            "shapes.RecordImportWhole",
            self._call(
                "POST",
                "/record_imports/{import_id}/undo",
                ids={"import_id": import_id},
                idempotency_key=idempotency_key,
            ),
        )


class RecordsResource(Resource):
    """Operations on records."""

    def list(self) -> shapes.RecordCountPage:
        """Count the records of each kind, and tell where they come from."""
        return cast("shapes.RecordCountPage", self._call("GET", "/records"))


class ReportsBreakdownResource(Resource):
    """Operations on reports/breakdown."""

    def list(
        self,
        *,
        metrics: str,
        by: Literal[
            "team",
            "agent",
            "topic",
            "channel",
            "language",
            "rules_version",
            "knowledge",
            "part",
            "weekday",
            "hour",
            "trigger",
        ],
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        topic: List[str] | NotGiven = NOT_GIVEN,
        channel: List[str] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        rules_version: List[str] | NotGiven = NOT_GIVEN,
        knowledge: List[str] | NotGiven = NOT_GIVEN,
        part: List[str] | NotGiven = NOT_GIVEN,
        weekday: List[str] | NotGiven = NOT_GIVEN,
        hour: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
    ) -> shapes.ReportBreakdown:
        """Get the metrics of each team, agent, topic or other part of a dimension."""
        return cast(
            "shapes.ReportBreakdown",
            self._call(
                "GET",
                "/reports/breakdown",
                query=given(
                    **{
                        "from": from_,
                        "to": to,
                        "team": team,
                        "agent": agent_,
                        "topic": topic,
                        "channel": channel,
                        "language": language,
                        "rules_version": rules_version,
                        "knowledge": knowledge,
                        "part": part,
                        "weekday": weekday,
                        "hour": hour,
                        "trigger": trigger,
                        "metrics": metrics,
                        "by": by,
                    }
                ),
            ),
        )


class ReportsConversationsResource(Resource):
    """Operations on reports/conversations."""

    def list(
        self,
        *,
        metric: Literal[
            "resolution_quality",
            "repeat_contact",
            "reopened",
            "csat",
            "csat_assistant",
            "csat_agent",
            "effort_rating",
            "survey_response",
            "effort_score",
            "customer_turns",
            "reasks",
            "repeats_after_handover",
            "transfers",
            "time_to_person",
            "missed_escalations",
            "needless_escalations",
            "mood_change",
            "churn_risk",
            "saves",
            "promises_kept",
            "volume",
            "backlog",
            "first_reply",
            "first_reply_assistant",
            "first_reply_agent",
            "handle_time",
            "sla_met",
            "assistant_share",
            "deflection",
            "cost_per_resolution",
            "model_tokens",
        ],
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        topic: List[str] | NotGiven = NOT_GIVEN,
        channel: List[str] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        rules_version: List[str] | NotGiven = NOT_GIVEN,
        knowledge: List[str] | NotGiven = NOT_GIVEN,
        part: List[str] | NotGiven = NOT_GIVEN,
        weekday: List[str] | NotGiven = NOT_GIVEN,
        hour: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
        which: Literal["counted", "hit", "missed_hit"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ReportEpisode]:
        """List the episodes of conversations behind a number of the reports."""
        return cast(
            "Page[shapes.ReportEpisode]",
            self._page(
                "GET",
                "/reports/conversations",
                query=given(
                    **{
                        "from": from_,
                        "to": to,
                        "team": team,
                        "agent": agent_,
                        "topic": topic,
                        "channel": channel,
                        "language": language,
                        "rules_version": rules_version,
                        "knowledge": knowledge,
                        "part": part,
                        "weekday": weekday,
                        "hour": hour,
                        "trigger": trigger,
                        "metric": metric,
                        "which": which,
                        "limit": limit,
                        "cursor": cursor,
                    }
                ),
            ),
        )


class ReportsDefinitionsResource(Resource):
    """Operations on reports/definitions."""

    def list(self) -> shapes.ReportDefinitions:
        """Get every metric in words, and by what reports can be filtered and broken down."""
        return cast("shapes.ReportDefinitions", self._call("GET", "/reports/definitions"))


class ReportsExportResource(Resource):
    """Operations on reports/export."""

    def get(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        topic: List[str] | NotGiven = NOT_GIVEN,
        channel: List[str] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        rules_version: List[str] | NotGiven = NOT_GIVEN,
        knowledge: List[str] | NotGiven = NOT_GIVEN,
        part: List[str] | NotGiven = NOT_GIVEN,
        weekday: List[str] | NotGiven = NOT_GIVEN,
        hour: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
        format: Literal["pdf", "csv"] | NotGiven = NOT_GIVEN,
        content: Literal["report", "episodes"] | NotGiven = NOT_GIVEN,
        metrics: str | NotGiven = NOT_GIVEN,
        compare: Literal["previous", "year", "none"] | NotGiven = NOT_GIVEN,
        by: Literal[
            "",
            "team",
            "agent",
            "topic",
            "channel",
            "language",
            "rules_version",
            "knowledge",
            "part",
            "weekday",
            "hour",
            "trigger",
        ]
        | NotGiven = NOT_GIVEN,
    ) -> bytes:
        """Export a report as PDF or CSV, or all episodes behind it as CSV.

        That it was taken is in the audit log.
        """
        return cast(
            "bytes",
            self._call(
                "GET",
                "/reports/export",
                query=given(
                    **{
                        "from": from_,
                        "to": to,
                        "team": team,
                        "agent": agent_,
                        "topic": topic,
                        "channel": channel,
                        "language": language,
                        "rules_version": rules_version,
                        "knowledge": knowledge,
                        "part": part,
                        "weekday": weekday,
                        "hour": hour,
                        "trigger": trigger,
                        "format": format,
                        "content": content,
                        "metrics": metrics,
                        "compare": compare,
                        "by": by,
                    }
                ),
            ),
        )


class ReportsFiguresResource(Resource):
    """Operations on reports/figures."""

    def list(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        topic: List[str] | NotGiven = NOT_GIVEN,
        channel: List[str] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        rules_version: List[str] | NotGiven = NOT_GIVEN,
        knowledge: List[str] | NotGiven = NOT_GIVEN,
        part: List[str] | NotGiven = NOT_GIVEN,
        weekday: List[str] | NotGiven = NOT_GIVEN,
        hour: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
        metrics: str | NotGiven = NOT_GIVEN,
        compare: Literal["previous", "year", "none"] | NotGiven = NOT_GIVEN,
    ) -> shapes.ReportFigures:
        """Get the metrics of a period, each with its interval and with what it was before.

        A filter may be named several times. Days that the plan does not show are a 403.
        """
        return cast(
            "shapes.ReportFigures",
            self._call(
                "GET",
                "/reports/figures",
                query=given(
                    **{
                        "from": from_,
                        "to": to,
                        "team": team,
                        "agent": agent_,
                        "topic": topic,
                        "channel": channel,
                        "language": language,
                        "rules_version": rules_version,
                        "knowledge": knowledge,
                        "part": part,
                        "weekday": weekday,
                        "hour": hour,
                        "trigger": trigger,
                        "metrics": metrics,
                        "compare": compare,
                    }
                ),
            ),
        )


class ReportsKlarnaCheckResource(Resource):
    """Operations on reports/klarna_check."""

    def list(self, *, days: int | NotGiven = NOT_GIVEN) -> shapes.KlarnaCheck:
        """Get each topic with whether automation costs trust there, and what stands behind that."""
        return cast("shapes.KlarnaCheck", self._call("GET", "/reports/klarna_check", query=given(days=days)))

    def draft(self, *, topic: str, idempotency_key: str | None = None) -> shapes.TopicRuleDraft:
        """Draft a rule that gives a topic to people; it counts once the draft is published."""
        return cast(
            "shapes.TopicRuleDraft",
            self._call("POST", "/reports/klarna_check/draft", body=given(topic=topic), idempotency_key=idempotency_key),
        )


class ReportsMarksResource(Resource):
    """Operations on reports/marks."""

    def create(self, *, on: str, title: str, idempotency_key: str | None = None) -> shapes.ChartMark:
        """Note what happened on a day, so that charts show it."""
        return cast(
            "shapes.ChartMark",
            self._call("POST", "/reports/marks", body=given(on=on, title=title), idempotency_key=idempotency_key),
        )

    def delete(self, mark_id: str) -> None:
        """Remove a note from the charts."""
        self._call("DELETE", "/reports/marks/{mark_id}", ids={"mark_id": mark_id})


class ReportsRunsResource(Resource):
    """Operations on reports/runs."""

    def list(
        self,
        *,
        schedule_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ReportSending]:
        """List the sendings of scheduled reports, the newest first."""
        return cast(
            "Page[shapes.ReportSending]",
            self._page("GET", "/reports/runs", query=given(schedule_id=schedule_id, limit=limit, cursor=cursor)),
        )


class ReportsSchedulesResource(Resource):
    """Operations on reports/schedules."""

    def list(self) -> shapes.ReportScheduleRowPage:
        """List the scheduled reports by name, all of them."""
        return cast("shapes.ReportScheduleRowPage", self._call("GET", "/reports/schedules"))

    def create(
        self,
        *,
        name: str,
        cadence: Literal["daily", "weekly", "monthly"],
        at: str,
        recipient_ids: List[str],
        weekday: int | None | NotGiven = NOT_GIVEN,
        day: int | None | NotGiven = NOT_GIVEN,
        covers: Literal["day", "week", "four_weeks", "quarter", "month"] | NotGiven = NOT_GIVEN,
        compare: Literal["previous", "year", "none"] | NotGiven = NOT_GIVEN,
        format: Literal["pdf", "csv"] | NotGiven = NOT_GIVEN,
        metrics: List[
            Literal[
                "resolution_quality",
                "repeat_contact",
                "reopened",
                "csat",
                "csat_assistant",
                "csat_agent",
                "effort_rating",
                "survey_response",
                "effort_score",
                "customer_turns",
                "reasks",
                "repeats_after_handover",
                "transfers",
                "time_to_person",
                "missed_escalations",
                "needless_escalations",
                "mood_change",
                "churn_risk",
                "saves",
                "promises_kept",
                "volume",
                "backlog",
                "first_reply",
                "first_reply_assistant",
                "first_reply_agent",
                "handle_time",
                "sla_met",
                "assistant_share",
                "deflection",
                "cost_per_resolution",
                "model_tokens",
            ]
        ]
        | NotGiven = NOT_GIVEN,
        by: Literal[
            "", "team", "agent", "topic", "channel", "language", "rules_version", "knowledge", "part", "trigger"
        ]
        | NotGiven = NOT_GIVEN,
        filters: dict[str, List[str]] | NotGiven = NOT_GIVEN,
        paused: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ReportScheduleRow:
        """Schedule a report, which goes to people of the company by mail."""
        return cast(
            "shapes.ReportScheduleRow",
            self._call(
                "POST",
                "/reports/schedules",
                body=given(
                    name=name,
                    cadence=cadence,
                    weekday=weekday,
                    day=day,
                    at=at,
                    covers=covers,
                    compare=compare,
                    format=format,
                    metrics=metrics,
                    by=by,
                    filters=filters,
                    recipient_ids=recipient_ids,
                    paused=paused,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def change(
        self,
        schedule_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        cadence: Literal["daily", "weekly", "monthly"] | NotGiven = NOT_GIVEN,
        weekday: int | None | NotGiven = NOT_GIVEN,
        day: int | None | NotGiven = NOT_GIVEN,
        at: str | NotGiven = NOT_GIVEN,
        covers: Literal["day", "week", "four_weeks", "quarter", "month"] | NotGiven = NOT_GIVEN,
        compare: Literal["previous", "year", "none"] | NotGiven = NOT_GIVEN,
        format: Literal["pdf", "csv"] | NotGiven = NOT_GIVEN,
        metrics: List[
            Literal[
                "resolution_quality",
                "repeat_contact",
                "reopened",
                "csat",
                "csat_assistant",
                "csat_agent",
                "effort_rating",
                "survey_response",
                "effort_score",
                "customer_turns",
                "reasks",
                "repeats_after_handover",
                "transfers",
                "time_to_person",
                "missed_escalations",
                "needless_escalations",
                "mood_change",
                "churn_risk",
                "saves",
                "promises_kept",
                "volume",
                "backlog",
                "first_reply",
                "first_reply_assistant",
                "first_reply_agent",
                "handle_time",
                "sla_met",
                "assistant_share",
                "deflection",
                "cost_per_resolution",
                "model_tokens",
            ]
        ]
        | NotGiven = NOT_GIVEN,
        by: Literal[
            "", "team", "agent", "topic", "channel", "language", "rules_version", "knowledge", "part", "trigger"
        ]
        | NotGiven = NOT_GIVEN,
        filters: dict[str, List[str]] | NotGiven = NOT_GIVEN,
        recipient_ids: List[str] | NotGiven = NOT_GIVEN,
        paused: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.ReportScheduleRow:
        """Change a scheduled report, pause it, or let it go on."""
        return cast(
            "shapes.ReportScheduleRow",
            self._call(
                "PATCH",
                "/reports/schedules/{schedule_id}",
                ids={"schedule_id": schedule_id},
                body=given(
                    name=name,
                    cadence=cadence,
                    weekday=weekday,
                    day=day,
                    at=at,
                    covers=covers,
                    compare=compare,
                    format=format,
                    metrics=metrics,
                    by=by,
                    filters=filters,
                    recipient_ids=recipient_ids,
                    paused=paused,
                ),
            ),
        )

    def delete(self, schedule_id: str) -> None:
        """Remove a scheduled report, with the list of its sendings."""
        self._call("DELETE", "/reports/schedules/{schedule_id}", ids={"schedule_id": schedule_id})

    def send(self, schedule_id: str, *, idempotency_key: str | None = None) -> shapes.ReportSending:
        """Send a scheduled report now.

        What comes back is the sending, which is made in a moment; 409 while one is on its way already.
        """
        return cast(
            "shapes.ReportSending",
            self._call(
                "POST",
                "/reports/schedules/{schedule_id}/send",
                ids={"schedule_id": schedule_id},
                idempotency_key=idempotency_key,
            ),
        )


class ReportsSeriesResource(Resource):
    """Operations on reports/series."""

    def list(
        self,
        *,
        metrics: str,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        team: List[str] | NotGiven = NOT_GIVEN,
        agent_: List[str] | NotGiven = NOT_GIVEN,
        topic: List[str] | NotGiven = NOT_GIVEN,
        channel: List[str] | NotGiven = NOT_GIVEN,
        language: List[str] | NotGiven = NOT_GIVEN,
        rules_version: List[str] | NotGiven = NOT_GIVEN,
        knowledge: List[str] | NotGiven = NOT_GIVEN,
        part: List[str] | NotGiven = NOT_GIVEN,
        weekday: List[str] | NotGiven = NOT_GIVEN,
        hour: List[str] | NotGiven = NOT_GIVEN,
        trigger: List[str] | NotGiven = NOT_GIVEN,
        by: Literal["day", "week", "month"] | NotGiven = NOT_GIVEN,
    ) -> shapes.ReportSeries:
        """Get the course of metrics by day, week or month, and what happened meanwhile."""
        return cast(
            "shapes.ReportSeries",
            self._call(
                "GET",
                "/reports/series",
                query=given(
                    **{
                        "from": from_,
                        "to": to,
                        "team": team,
                        "agent": agent_,
                        "topic": topic,
                        "channel": channel,
                        "language": language,
                        "rules_version": rules_version,
                        "knowledge": knowledge,
                        "part": part,
                        "weekday": weekday,
                        "hour": hour,
                        "trigger": trigger,
                        "metrics": metrics,
                        "by": by,
                    }
                ),
            ),
        )


class ReportsSettingsResource(Resource):
    """Operations on reports/settings."""

    def get(self) -> shapes.ReportPrices:
        """Get what work costs, from which reports work out money."""
        return cast("shapes.ReportPrices", self._call("GET", "/reports/settings"))

    def replace(self, *, agent_hour: str | None, tokens_per_million: str | None, currency: str) -> shapes.ReportPrices:
        """Set what work costs, all of it."""
        return cast(
            "shapes.ReportPrices",
            self._call(
                "PUT",
                "/reports/settings",
                body=given(agent_hour=agent_hour, tokens_per_million=tokens_per_million, currency=currency),
            ),
        )


class ReportsResource(Resource):
    """Operations on reports."""

    @property
    def breakdown(self) -> ReportsBreakdownResource:
        """Operations on reports/breakdown."""
        return ReportsBreakdownResource(self._calls)

    @property
    def conversations(self) -> ReportsConversationsResource:
        """Operations on reports/conversations."""
        return ReportsConversationsResource(self._calls)

    @property
    def definitions(self) -> ReportsDefinitionsResource:
        """Operations on reports/definitions."""
        return ReportsDefinitionsResource(self._calls)

    @property
    def export(self) -> ReportsExportResource:
        """Operations on reports/export."""
        return ReportsExportResource(self._calls)

    @property
    def figures(self) -> ReportsFiguresResource:
        """Operations on reports/figures."""
        return ReportsFiguresResource(self._calls)

    @property
    def klarna_check(self) -> ReportsKlarnaCheckResource:
        """Operations on reports/klarna_check."""
        return ReportsKlarnaCheckResource(self._calls)

    @property
    def marks(self) -> ReportsMarksResource:
        """Operations on reports/marks."""
        return ReportsMarksResource(self._calls)

    @property
    def runs(self) -> ReportsRunsResource:
        """Operations on reports/runs."""
        return ReportsRunsResource(self._calls)

    @property
    def schedules(self) -> ReportsSchedulesResource:
        """Operations on reports/schedules."""
        return ReportsSchedulesResource(self._calls)

    @property
    def series(self) -> ReportsSeriesResource:
        """Operations on reports/series."""
        return ReportsSeriesResource(self._calls)

    @property
    def settings(self) -> ReportsSettingsResource:
        """Operations on reports/settings."""
        return ReportsSettingsResource(self._calls)


class ReviewsResource(Resource):
    """Operations on reviews."""

    def list(
        self,
        *,
        state: Literal["open", "done"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ReviewRow]:
        """List the conversations drawn for review that wait, or that are done."""
        return cast(
            "Page[shapes.ReviewRow]",
            self._page("GET", "/reviews", query=given(state=state, limit=limit, cursor=cursor)),
        )

    def replace(
        self,
        review_id: str,
        *,
        verdict: Literal["right", "missed", "cannot_tell"] | None,
        trigger: Literal[
            "asks_human",
            "anger",
            "distress",
            "billing_legal",
            "policy_exception",
            "intent_missed",
            "churn_risk",
            "public_escalation",
            "upsell",
            "cross_department",
            "loop",
            "low_confidence",
            "own",
        ]
        | None
        | NotGiven = NOT_GIVEN,
        at_seq: int | None | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.ReviewRow:
        """Say whether a person was needed in a conversation drawn for review.

        The verdict takes the place of the one before; null takes it back.
        """
        return cast(
            "shapes.ReviewRow",
            self._call(
                "PUT",
                "/reviews/{review_id}",
                ids={"review_id": review_id},
                body=given(verdict=verdict, trigger=trigger, at_seq=at_seq),
                agent=agent,
            ),
        )


class RoutingResource(Resource):
    """Operations on routing."""

    def get(self) -> shapes.Routing:
        """Get how conversations find people."""
        return cast("shapes.Routing", self._call("GET", "/routing"))

    def change(
        self,
        *,
        accept_seconds: int | NotGiven = NOT_GIVEN,
        least_level: int | NotGiven = NOT_GIVEN,
        idle_seconds: int | NotGiven = NOT_GIVEN,
        grace_seconds: int | NotGiven = NOT_GIVEN,
        ladder: List[shapes.LadderStepForm] | NotGiven = NOT_GIVEN,
        teams: List[shapes.TeamTimerForm] | NotGiven = NOT_GIVEN,
    ) -> shapes.Routing:
        """Change how conversations find people.

        It counts from the next choice on.
        """
        return cast(
            "shapes.Routing",
            self._call(
                "PATCH",
                "/routing",
                body=given(
                    accept_seconds=accept_seconds,
                    least_level=least_level,
                    idle_seconds=idle_seconds,
                    grace_seconds=grace_seconds,
                    ladder=ladder,
                    teams=teams,
                ),
            ),
        )


class RulesCatalogueResource(Resource):
    """Operations on rules/catalogue."""

    def get(self) -> shapes.RuleCatalogue:
        """Get all that rules may look at, do and name."""
        return cast("shapes.RuleCatalogue", self._call("GET", "/rules/catalogue"))


class RulesDraftResource(Resource):
    """Operations on rules/draft."""

    def get(self) -> shapes.RulesDraft:
        """Get the draft of the rules, with all that is to be said of it.

        404 without one.
        """
        return cast("shapes.RulesDraft", self._call("GET", "/rules/draft"))

    def replace(
        self, *, document: dict[str, Any], revision: int, based_on: int | None | NotGiven = NOT_GIVEN
    ) -> shapes.RulesDraft:
        """Keep a draft of the rules, right or not.

        What keeps it from being published is told with its place. 409 when somebody else changed it since.
        """
        return cast(
            "shapes.RulesDraft",
            self._call("PUT", "/rules/draft", body=given(document=document, revision=revision, based_on=based_on)),
        )

    def delete(self, *, revision: int | None | NotGiven = NOT_GIVEN) -> shapes.RulesDraft:
        """Throw the draft of the rules away.

        What comes back is the draft as it was, so that it can be put again.
        """
        return cast("shapes.RulesDraft", self._call("DELETE", "/rules/draft", query=given(revision=revision)))

    def publish(
        self, *, revision: int, note: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.RulesVersion:
        """Publish the draft of the rules as the next version.

        422 names the place that is wrong, 409 says who changed the draft since.
        """
        return cast(
            "shapes.RulesVersion",
            self._call(
                "POST",
                "/rules/draft/publish",
                body=given(note=note, revision=revision),
                idempotency_key=idempotency_key,
            ),
        )


class RulesQualityConversationsResource(Resource):
    """Operations on rules/quality/conversations."""

    def list(
        self,
        *,
        kind: Literal[
            "cannot_tell",
            "elsewhere",
            "handovers",
            "labelled",
            "missed",
            "needless",
            "other",
            "reviewed",
            "right",
            "too_late",
            "unlabelled",
        ],
        trigger: Literal[
            "asks_human",
            "anger",
            "distress",
            "billing_legal",
            "policy_exception",
            "intent_missed",
            "churn_risk",
            "public_escalation",
            "upsell",
            "cross_department",
            "loop",
            "low_confidence",
            "own",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        days: int | NotGiven = NOT_GIVEN,
        week: str | None | NotGiven = NOT_GIVEN,
        version: int | None | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.QualityConversation]:
        """List the conversations behind a number of the quality of handovers, the newest first."""
        return cast(
            "Page[shapes.QualityConversation]",
            self._page(
                "GET",
                "/rules/quality/conversations",
                query=given(
                    kind=kind, trigger=trigger, days=days, week=week, version=version, limit=limit, cursor=cursor
                ),
            ),
        )


class RulesQualityResource(Resource):
    """Operations on rules/quality."""

    @property
    def conversations(self) -> RulesQualityConversationsResource:
        """Operations on rules/quality/conversations."""
        return RulesQualityConversationsResource(self._calls)

    def get(
        self, *, days: int | NotGiven = NOT_GIVEN, by: Literal["week", "version"] | NotGiven = NOT_GIVEN
    ) -> shapes.HandoverQuality:
        """Get how good the handovers were: precision, recall and being in time, with intervals and counts."""
        return cast("shapes.HandoverQuality", self._call("GET", "/rules/quality", query=given(days=days, by=by)))


class RulesReplaysConversationsResource(Resource):
    """Operations on rules/replays/conversations."""

    def list(
        self,
        replay_id: str,
        *,
        change: Literal[
            "newly",
            "no_longer",
            "earlier",
            "later",
            "target",
            "approval_added",
            "approval_gone",
            "same",
            "cannot_tell",
            "handed_over",
        ]
        | NotGiven = NOT_GIVEN,
        side: Literal["before", "after"] | NotGiven = NOT_GIVEN,
        rule: str | None | NotGiven = NOT_GIVEN,
        hour: int | None | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.ReplayedRow]:
        """List the conversations behind a number of a replay, the newest first."""
        return cast(
            "Page[shapes.ReplayedRow]",
            self._page(
                "GET",
                "/rules/replays/{replay_id}/conversations",
                ids={"replay_id": replay_id},
                query=given(change=change, side=side, rule=rule, hour=hour, limit=limit, cursor=cursor),
            ),
        )

    def get(self, replay_id: str, conversation_id: str) -> shapes.ReplayedConversationRow:
        """Get a conversation of a replay: where it goes with either book, with the facts and the evidence."""
        return cast(
            "shapes.ReplayedConversationRow",
            self._call(
                "GET",
                "/rules/replays/{replay_id}/conversations/{conversation_id}",
                ids={"replay_id": replay_id, "conversation_id": conversation_id},
            ),
        )


class RulesReplaysResource(Resource):
    """Operations on rules/replays."""

    @property
    def conversations(self) -> RulesReplaysConversationsResource:
        """Operations on rules/replays/conversations."""
        return RulesReplaysConversationsResource(self._calls)

    def list(self) -> shapes.RuleReplayHeadPage:
        """List the last replays of rules, the newest first, without their results."""
        return cast("shapes.RuleReplayHeadPage", self._call("GET", "/rules/replays"))

    def create(
        self,
        *,
        from_: str,
        to: str,
        document: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        handling_minutes: float | None | NotGiven = NOT_GIVEN,
        hourly_cost: float | None | NotGiven = NOT_GIVEN,
        agents: int | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.RuleReplayRow:
        """Begin a replay: what other rules would have changed in a time.

        Without a document it is the draft. It goes on by itself; ask for it again until its state is `done`.
        """
        return cast(
            "shapes.RuleReplayRow",
            self._call(
                "POST",
                "/rules/replays",
                body=given(
                    **{
                        "from": from_,
                        "to": to,
                        "document": document,
                        "handling_minutes": handling_minutes,
                        "hourly_cost": hourly_cost,
                        "agents": agents,
                    }
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, replay_id: str) -> shapes.RuleReplayRow:
        """Get a replay of rules: how far it is, and its result once it is done."""
        return cast(
            "shapes.RuleReplayRow", self._call("GET", "/rules/replays/{replay_id}", ids={"replay_id": replay_id})
        )

    def cancel(self, replay_id: str, *, idempotency_key: str | None = None) -> shapes.RuleReplayRow:
        """Cancel a replay of rules before its end; what it found so far goes."""
        return cast(
            "shapes.RuleReplayRow",
            self._call(
                "POST",
                "/rules/replays/{replay_id}/cancel",
                ids={"replay_id": replay_id},
                idempotency_key=idempotency_key,
            ),
        )


class RulesVersionsDiffResource(Resource):
    """Operations on rules/versions/diff."""

    def get(self, number: str, *, against: int | None | NotGiven = NOT_GIVEN) -> shapes.RulesComparison:
        """Compare a version of the rules with another one, in words.

        Without `against` it is the version before.
        """
        return cast(
            "shapes.RulesComparison",
            self._call("GET", "/rules/versions/{number}/diff", ids={"number": number}, query=given(against=against)),
        )


class RulesVersionsResource(Resource):
    """Operations on rules/versions."""

    @property
    def diff(self) -> RulesVersionsDiffResource:
        """Operations on rules/versions/diff."""
        return RulesVersionsDiffResource(self._calls)

    def list(
        self, *, limit: int | NotGiven = NOT_GIVEN, cursor: int | None | NotGiven = NOT_GIVEN
    ) -> Page[shapes.RulesVersion]:
        """List the versions of the rules, the newest first, with what each changed."""
        return cast(
            "Page[shapes.RulesVersion]", self._page("GET", "/rules/versions", query=given(limit=limit, cursor=cursor))
        )

    def get(self, number: str) -> shapes.WholeRulesVersion:
        """Get a version of the rules, with its rules."""
        return cast("shapes.WholeRulesVersion", self._call("GET", "/rules/versions/{number}", ids={"number": number}))

    def restore(
        self, number: str, *, note: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.RulesVersion:
        """Publish the rules of an older version again, as a new version."""
        return cast(
            "shapes.RulesVersion",
            self._call(
                "POST",
                "/rules/versions/{number}/restore",
                ids={"number": number},
                body=given(note=note),
                idempotency_key=idempotency_key,
            ),
        )


class RulesResource(Resource):
    """Operations on rules."""

    @property
    def catalogue(self) -> RulesCatalogueResource:
        """Operations on rules/catalogue."""
        return RulesCatalogueResource(self._calls)

    @property
    def draft(self) -> RulesDraftResource:
        """Operations on rules/draft."""
        return RulesDraftResource(self._calls)

    @property
    def quality(self) -> RulesQualityResource:
        """Operations on rules/quality."""
        return RulesQualityResource(self._calls)

    @property
    def replays(self) -> RulesReplaysResource:
        """Operations on rules/replays."""
        return RulesReplaysResource(self._calls)

    @property
    def versions(self) -> RulesVersionsResource:
        """Operations on rules/versions."""
        return RulesVersionsResource(self._calls)

    def get(self) -> shapes.RulesInForce:
        """Get the rules in force and the draft of the next ones."""
        return cast("shapes.RulesInForce", self._call("GET", "/rules"))

    def count(
        self, *, document: dict[str, Any] | None, days: int | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.RulesCount:
        """Count what other rules would have changed in the last days.

        Without a document it is the draft. The newest conversations come along for those who may read conversations; a token needs `conversations:read` for that, too.
        """
        return cast(
            "shapes.RulesCount",
            self._call(
                "POST", "/rules/count", body=given(document=document, days=days), idempotency_key=idempotency_key
            ),
        )


class SamplingPlansResource(Resource):
    """Operations on sampling_plans."""

    def list(self) -> shapes.SamplingPlanRowPage:
        """List all sampling plans, each with its last drawing."""
        return cast("shapes.SamplingPlanRowPage", self._call("GET", "/sampling_plans"))

    def create(
        self,
        *,
        name: str,
        scorecard_id: str,
        wanted: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
        ],
        per_week: int,
        spread_by: Literal["", "agent", "team", "topic", "channel"] | NotGiven = NOT_GIVEN,
        second_share: float | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        agent_id: str | None | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        is_active: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.SamplingPlanRow:
        """Create a sampling plan, which draws from the last seven days at once."""
        return cast(
            "shapes.SamplingPlanRow",
            self._call(
                "POST",
                "/sampling_plans",
                body=given(
                    name=name,
                    scorecard_id=scorecard_id,
                    wanted=wanted,
                    per_week=per_week,
                    spread_by=spread_by,
                    second_share=second_share,
                    team_id=team_id,
                    agent_id=agent_id,
                    topic=topic,
                    is_active=is_active,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def change(
        self,
        plan_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        scorecard_id: str | NotGiven = NOT_GIVEN,
        wanted: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
        ]
        | NotGiven = NOT_GIVEN,
        per_week: int | NotGiven = NOT_GIVEN,
        spread_by: Literal["", "agent", "team", "topic", "channel"] | NotGiven = NOT_GIVEN,
        second_share: float | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        agent_id: str | None | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        is_active: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.SamplingPlanRow:
        """Change a sampling plan; it counts from the next drawing on."""
        return cast(
            "shapes.SamplingPlanRow",
            self._call(
                "PATCH",
                "/sampling_plans/{plan_id}",
                ids={"plan_id": plan_id},
                body=given(
                    name=name,
                    scorecard_id=scorecard_id,
                    wanted=wanted,
                    per_week=per_week,
                    spread_by=spread_by,
                    second_share=second_share,
                    team_id=team_id,
                    agent_id=agent_id,
                    topic=topic,
                    is_active=is_active,
                ),
            ),
        )

    def delete(self, plan_id: str) -> None:
        """Remove a sampling plan; what it put into the queue stays."""
        self._call("DELETE", "/sampling_plans/{plan_id}", ids={"plan_id": plan_id})

    def preview(
        self,
        *,
        name: str,
        scorecard_id: str,
        wanted: Literal[
            "random",
            "low_satisfaction",
            "reopened",
            "repeat_contact",
            "high_risk",
            "dismissed_risk",
            "needless_handover",
            "late_handover",
            "new_agent",
        ],
        per_week: int,
        spread_by: Literal["", "agent", "team", "topic", "channel"] | NotGiven = NOT_GIVEN,
        second_share: float | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        agent_id: str | None | NotGiven = NOT_GIVEN,
        topic: str | NotGiven = NOT_GIVEN,
        is_active: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.SamplingPreview:
        """Get what a sampling plan would have drawn of the last seven days; nothing is stored."""
        return cast(
            "shapes.SamplingPreview",
            self._call(
                "POST",
                "/sampling_plans/preview",
                body=given(
                    name=name,
                    scorecard_id=scorecard_id,
                    wanted=wanted,
                    per_week=per_week,
                    spread_by=spread_by,
                    second_share=second_share,
                    team_id=team_id,
                    agent_id=agent_id,
                    topic=topic,
                    is_active=is_active,
                ),
                idempotency_key=idempotency_key,
            ),
        )


class ScorecardsResource(Resource):
    """Operations on scorecards."""

    def list(self) -> shapes.ScorecardRowPage:
        """List all scorecards, also those that are archived."""
        return cast("shapes.ScorecardRowPage", self._call("GET", "/scorecards"))

    def create(
        self,
        *,
        name: str,
        looks_at: Literal["assistant", "agents", "both"],
        sections: List[shapes.ScorecardSectionForm],
        describes: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ScorecardRow:
        """Create a scorecard.

        409 where another one has its name.
        """
        return cast(
            "shapes.ScorecardRow",
            self._call(
                "POST",
                "/scorecards",
                body=given(name=name, describes=describes, looks_at=looks_at, sections=sections),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, scorecard_id: str) -> shapes.ScorecardRow:
        """Get a scorecard with the version that counts."""
        return cast(
            "shapes.ScorecardRow", self._call("GET", "/scorecards/{scorecard_id}", ids={"scorecard_id": scorecard_id})
        )

    def replace(
        self,
        scorecard_id: str,
        *,
        name: str,
        looks_at: Literal["assistant", "agents", "both"],
        sections: List[shapes.ScorecardSectionForm],
        describes: str | NotGiven = NOT_GIVEN,
    ) -> shapes.ScorecardRow:
        """Change a scorecard; other sections make a new version.

        What was judged with an older one stays as it is.
        """
        return cast(
            "shapes.ScorecardRow",
            self._call(
                "PUT",
                "/scorecards/{scorecard_id}",
                ids={"scorecard_id": scorecard_id},
                body=given(name=name, describes=describes, looks_at=looks_at, sections=sections),
            ),
        )

    def delete(self, scorecard_id: str) -> shapes.ScorecardRow:
        """Archive a scorecard: nobody begins with it any more, and what was judged with it stays."""
        return cast(
            "shapes.ScorecardRow",
            self._call("DELETE", "/scorecards/{scorecard_id}", ids={"scorecard_id": scorecard_id}),
        )

    def bring_back(self, scorecard_id: str, *, idempotency_key: str | None = None) -> shapes.ScorecardRow:
        """Use an archived scorecard again.

        409 where another one has its name meanwhile.
        """
        return cast(
            "shapes.ScorecardRow",
            self._call(
                "POST",
                "/scorecards/{scorecard_id}/bring_back",
                ids={"scorecard_id": scorecard_id},
                idempotency_key=idempotency_key,
            ),
        )


class SearchResource(Resource):
    """Operations on search."""

    def get(self, *, q: str, agent: str | None = None) -> shapes.SearchResults:
        """Search conversations, customers and articles at once: the best five of each kind that the agent may read."""
        return cast("shapes.SearchResults", self._call("GET", "/search", query=given(q=q), agent=agent))


class ServicesOpeningsResource(Resource):
    """Operations on services/openings."""

    def list(self, service_id: str, *, first: str, last: str) -> shapes.OpeningRowPage:
        """List the free times of a service, as customers are offered them, of two months at most."""
        return cast(
            "shapes.OpeningRowPage",
            self._call(
                "GET",
                "/services/{service_id}/openings",
                ids={"service_id": service_id},
                query=given(first=first, last=last),
            ),
        )


class ServicesResource(Resource):
    """Operations on services."""

    @property
    def openings(self) -> ServicesOpeningsResource:
        """Operations on services/openings."""
        return ServicesOpeningsResource(self._calls)

    def change(
        self,
        service_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        also: List[str] | NotGiven = NOT_GIVEN,
        minutes: int | NotGiven = NOT_GIVEN,
        pause_minutes: int | NotGiven = NOT_GIVEN,
        on: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.ServiceRow:
        """Change the named fields of a service.

        Appointments that stand keep their length.
        """
        return cast(
            "shapes.ServiceRow",
            self._call(
                "PATCH",
                "/services/{service_id}",
                ids={"service_id": service_id},
                body=given(name=name, also=also, minutes=minutes, pause_minutes=pause_minutes, on=on),
            ),
        )

    def delete(self, service_id: str) -> None:
        """Delete a service.

        Appointments for it stand.
        """
        self._call("DELETE", "/services/{service_id}", ids={"service_id": service_id})


class SettingsSurveyResource(Resource):
    """Operations on settings/survey."""

    def get(self) -> shapes.SurveySettingsRow:
        """Get when customers are asked."""
        return cast("shapes.SurveySettingsRow", self._call("GET", "/settings/survey"))

    def change(
        self,
        *,
        in_widget: bool | NotGiven = NOT_GIVEN,
        by_mail: bool | NotGiven = NOT_GIVEN,
        mail_after: int | NotGiven = NOT_GIVEN,
        every_days: int | NotGiven = NOT_GIVEN,
        asks_effort: bool | NotGiven = NOT_GIVEN,
        low_from: int | NotGiven = NOT_GIVEN,
        alerts: bool | NotGiven = NOT_GIVEN,
        reopens: bool | NotGiven = NOT_GIVEN,
        not_tagged: List[str] | NotGiven = NOT_GIVEN,
    ) -> shapes.SurveySettingsRow:
        """Change the named settings of when customers are asked."""
        return cast(
            "shapes.SurveySettingsRow",
            self._call(
                "PATCH",
                "/settings/survey",
                body=given(
                    in_widget=in_widget,
                    by_mail=by_mail,
                    mail_after=mail_after,
                    every_days=every_days,
                    asks_effort=asks_effort,
                    low_from=low_from,
                    alerts=alerts,
                    reopens=reopens,
                    not_tagged=not_tagged,
                ),
            ),
        )


class SettingsResource(Resource):
    """Operations on settings."""

    @property
    def survey(self) -> SettingsSurveyResource:
        """Operations on settings/survey."""
        return SettingsSurveyResource(self._calls)


class SkillsConversationsResource(Resource):
    """Operations on skills/conversations."""

    def list(self, name: str, *, outcome: Literal["finished", "handed_over", "open"]) -> shapes.SkillUseRowPage:
        """List the newest 50 conversations of the last 30 days in which a skill ended so."""
        return cast(
            "shapes.SkillUseRowPage",
            self._call("GET", "/skills/{name}/conversations", ids={"name": name}, query=given(outcome=outcome)),
        )


class SkillsResource(Resource):
    """Operations on skills."""

    @property
    def conversations(self) -> SkillsConversationsResource:
        """Operations on skills/conversations."""
        return SkillsConversationsResource(self._calls)

    def list(self) -> shapes.SkillRowPage:
        """List the skills of the assistant, with how each was used lately."""
        return cast("shapes.SkillRowPage", self._call("GET", "/skills"))

    def get(self, name: str) -> shapes.SkillWhole:
        """Get a skill of the assistant with its policy."""
        return cast("shapes.SkillWhole", self._call("GET", "/skills/{name}", ids={"name": name}))

    def change(
        self, name: str, *, on: bool | NotGiven = NOT_GIVEN, policy: dict[str, Any] | NotGiven = NOT_GIVEN
    ) -> shapes.SkillWhole:
        """Switch a skill of the assistant on or off, or give it a policy.

        The policy is what the skill's `shape` allows; 422 names the setting that cannot be.
        """
        return cast(
            "shapes.SkillWhole",
            self._call("PATCH", "/skills/{name}", ids={"name": name}, body=given(on=on, policy=policy)),
        )

    def describe(
        self, name: str, *, policy: dict[str, Any], idempotency_key: str | None = None
    ) -> shapes.PolicyInWords:
        """Say in sentences what a policy would mean.

        Nothing is stored.
        """
        return cast(
            "shapes.PolicyInWords",
            self._call(
                "POST",
                "/skills/{name}/describe",
                ids={"name": name},
                body=given(policy=policy),
                idempotency_key=idempotency_key,
            ),
        )

    def try_(
        self,
        name: str,
        *,
        lines: List[shapes.RehearsalLineForm],
        task: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        policy: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        proven: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.RehearsedReply:
        """Try a skill, and get what it would reply to the last line.

        Nothing is stored or done.
        """
        return cast(
            "shapes.RehearsedReply",
            self._call(
                "POST",
                "/skills/{name}/try",
                ids={"name": name},
                body=given(lines=lines, task=task, policy=policy, email=email, proven=proven),
                idempotency_key=idempotency_key,
            ),
        )


class SlaPreviewResource(Resource):
    """Operations on sla/preview."""

    def get(
        self,
        *,
        minutes: int,
        team_id: str | NotGiven = NOT_GIVEN,
        hours: Literal["team", "always"] | NotGiven = NOT_GIVEN,
        at: str | None | NotGiven = NOT_GIVEN,
    ) -> shapes.SlaPreview:
        """Preview when a promise would be due.

        For a message at `at`, or just before the longest pause of the coming week.
        """
        return cast(
            "shapes.SlaPreview",
            self._call("GET", "/sla/preview", query=given(team_id=team_id, hours=hours, minutes=minutes, at=at)),
        )


class SlaResource(Resource):
    """Operations on sla."""

    @property
    def preview(self) -> SlaPreviewResource:
        """Operations on sla/preview."""
        return SlaPreviewResource(self._calls)

    def get(self) -> shapes.SlaPolicies:
        """Get what the company promises of its replies, and how that was kept of late."""
        return cast("shapes.SlaPolicies", self._call("GET", "/sla"))

    def replace(self, *, policies: List[shapes.SlaPolicyForm]) -> shapes.SlaPolicies:
        """Replace all of the company's promises.

        These hold in place of those there were; all clocks that run follow soon.
        """
        return cast("shapes.SlaPolicies", self._call("PUT", "/sla", body=given(policies=policies)))


class SocketTicketsResource(Resource):
    """Operations on socket_tickets."""

    def create(self, *, idempotency_key: str | None = None) -> shapes.SocketTicketRow:
        """Get a ticket for one desk socket, good for half a minute.

        With a token the socket follows what the desk sees. With `Baton-Agent` too it is that agent's: where the token has `conversations:write` it writes, and they count as present. The socket closes with 4401 within seconds once the token is revoked or runs out, or the agent is switched off or has another role.
        """
        return cast("shapes.SocketTicketRow", self._call("POST", "/socket_tickets", idempotency_key=idempotency_key))


class SsoResource(Resource):
    """Operations on sso."""

    def get(self) -> shapes.SignOnSettings | None:
        """Get the provider of single sign-on, or null where there is none."""
        return cast("shapes.SignOnSettings | None", self._call("GET", "/sso"))

    def replace(
        self,
        *,
        issuer: str,
        client_id: str,
        client_secret: str | NotGiven = NOT_GIVEN,
        only: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.SignOnSettings:
        """Set the provider of single sign-on.

        A secret that is left out stays, as long as the provider is the same.
        """
        return cast(
            "shapes.SignOnSettings",
            self._call(
                "PUT", "/sso", body=given(issuer=issuer, client_id=client_id, client_secret=client_secret, only=only)
            ),
        )

    def delete(self) -> None:
        """Remove the provider of single sign-on.

        Everybody signs in with a password again.
        """
        self._call("DELETE", "/sso")

    def test(self, *, idempotency_key: str | None = None) -> shapes.SignOnTest:
        """Test whether the provider can be reached, and is who it should be.

        409 while there is none.
        """
        return cast("shapes.SignOnTest", self._call("POST", "/sso/test", idempotency_key=idempotency_key))


class SurveysFiguresResource(Resource):
    """Operations on surveys/figures."""

    def get(
        self,
        *,
        days: int | NotGiven = NOT_GIVEN,
        holder: Literal["", "assistant", "agent", "queue"] | NotGiven = NOT_GIVEN,
        channel: Literal["", "widget", "mail"] | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        conversation_id: str | NotGiven = NOT_GIVEN,
        customer_id: str | NotGiven = NOT_GIVEN,
    ) -> shapes.SurveyFigures:
        """Get how many customers answered, and how satisfied they are.

        Shares come with their intervals; `GET /surveys` with the same filters lists what is behind each.
        """
        return cast(
            "shapes.SurveyFigures",
            self._call(
                "GET",
                "/surveys/figures",
                query=given(
                    days=days,
                    holder=holder,
                    channel=channel,
                    team_id=team_id,
                    agent_id=agent_id,
                    conversation_id=conversation_id,
                    customer_id=customer_id,
                ),
            ),
        )


class SurveysResource(Resource):
    """Operations on surveys."""

    @property
    def figures(self) -> SurveysFiguresResource:
        """Operations on surveys/figures."""
        return SurveysFiguresResource(self._calls)

    def list(
        self,
        *,
        days: int | NotGiven = NOT_GIVEN,
        holder: Literal["", "assistant", "agent", "queue"] | NotGiven = NOT_GIVEN,
        channel: Literal["", "widget", "mail"] | NotGiven = NOT_GIVEN,
        team_id: str | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        conversation_id: str | NotGiven = NOT_GIVEN,
        customer_id: str | NotGiven = NOT_GIVEN,
        which: Literal["asked", "answered", "unanswered", "satisfied", "low", "low_open", "commented", "refused"]
        | NotGiven = NOT_GIVEN,
        satisfaction: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.SurveyRow]:
        """List who was asked and what they said, the newest first."""
        return cast(
            "Page[shapes.SurveyRow]",
            self._page(
                "GET",
                "/surveys",
                query=given(
                    days=days,
                    holder=holder,
                    channel=channel,
                    team_id=team_id,
                    agent_id=agent_id,
                    conversation_id=conversation_id,
                    customer_id=customer_id,
                    which=which,
                    satisfaction=satisfaction,
                    cursor=cursor,
                    limit=limit,
                ),
            ),
        )

    def reply(
        self, survey_id: str, *, text: str, client_id: str, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.SurveyRow:
        """Write back to a customer who rated.

        The agent has the conversation then; 409 while another person has it.
        """
        return cast(
            "shapes.SurveyRow",
            self._call(
                "POST",
                "/surveys/{survey_id}/reply",
                ids={"survey_id": survey_id},
                body=given(text=text, client_id=client_id),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )


class TasksResource(Resource):
    """Operations on tasks."""

    def get(self, task_id: str, *, agent: str | None = None) -> shapes.DeskTaskRow:
        """Retrieve a task."""
        return cast("shapes.DeskTaskRow", self._call("GET", "/tasks/{task_id}", ids={"task_id": task_id}, agent=agent))

    def change(
        self,
        task_id: str,
        *,
        title: str | NotGiven = NOT_GIVEN,
        details: str | NotGiven = NOT_GIVEN,
        team_id: str | None | NotGiven = NOT_GIVEN,
        owner_id: str | None | NotGiven = NOT_GIVEN,
        due_at: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
    ) -> shapes.DeskTaskRow:
        """Change a task: what is to be done, by whom, or by when.

        409 when it is over already.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "PATCH",
                "/tasks/{task_id}",
                ids={"task_id": task_id},
                body=given(title=title, details=details, team_id=team_id, owner_id=owner_id, due_at=due_at),
                agent=agent,
            ),
        )

    def done(
        self,
        task_id: str,
        *,
        result: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DeskTaskRow:
        """Finish a task, with what came of it.

        409 when it is over already.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "POST",
                "/tasks/{task_id}/done",
                ids={"task_id": task_id},
                body=given(result=result),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def drop(
        self,
        task_id: str,
        *,
        result: str | NotGiven = NOT_GIVEN,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> shapes.DeskTaskRow:
        """Drop a task that nobody needs.

        409 when it is over already.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "POST",
                "/tasks/{task_id}/drop",
                ids={"task_id": task_id},
                body=given(result=result),
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def reopen(
        self, task_id: str, *, agent: str | None = None, idempotency_key: str | None = None
    ) -> shapes.DeskTaskRow:
        """Open a task again that was not done after all.

        409 when it is open, or when the conversation is resolved.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "POST",
                "/tasks/{task_id}/reopen",
                ids={"task_id": task_id},
                agent=agent,
                idempotency_key=idempotency_key,
            ),
        )

    def take(self, task_id: str, *, agent: str | None = None, idempotency_key: str | None = None) -> shapes.DeskTaskRow:
        """Take a task.

        409 when somebody has it, or when it is over.
        """
        return cast(
            "shapes.DeskTaskRow",
            self._call(
                "POST", "/tasks/{task_id}/take", ids={"task_id": task_id}, agent=agent, idempotency_key=idempotency_key
            ),
        )


class TeamsHoursResource(Resource):
    """Operations on teams/hours."""

    def get(self, team_id: str) -> shapes.TeamHours:
        """Get when a team is at work."""
        return cast("shapes.TeamHours", self._call("GET", "/teams/{team_id}/hours", ids={"team_id": team_id}))

    def replace(
        self, team_id: str, *, holidays: List[shapes.DayOffForm], time_zone: str, weekly: List[shapes.StretchForm]
    ) -> shapes.TeamHours:
        """Set when a team is at work, in place of the hours and days off that it had."""
        return cast(
            "shapes.TeamHours",
            self._call(
                "PUT",
                "/teams/{team_id}/hours",
                ids={"team_id": team_id},
                body=given(holidays=holidays, time_zone=time_zone, weekly=weekly),
            ),
        )


class TeamsResource(Resource):
    """Operations on teams."""

    @property
    def hours(self) -> TeamsHoursResource:
        """Operations on teams/hours."""
        return TeamsHoursResource(self._calls)

    def list(self) -> shapes.TeamRowPage:
        """List the teams, by name."""
        return cast("shapes.TeamRowPage", self._call("GET", "/teams"))

    def create(self, *, name: str, idempotency_key: str | None = None) -> shapes.TeamRow:
        """Make a team, which has nobody yet."""
        return cast(
            "shapes.TeamRow", self._call("POST", "/teams", body=given(name=name), idempotency_key=idempotency_key)
        )

    def change(self, team_id: str, *, name: str) -> shapes.TeamRow:
        """Rename a team."""
        return cast(
            "shapes.TeamRow", self._call("PATCH", "/teams/{team_id}", ids={"team_id": team_id}, body=given(name=name))
        )

    def delete(self, team_id: str) -> None:
        """Dissolve a team.

        Its people and conversations stay.
        """
        self._call("DELETE", "/teams/{team_id}", ids={"team_id": team_id})


class TicketsResource(Resource):
    """Operations on tickets."""

    def list(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        key: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.TicketRecord]:
        """List the tickets, the one changed last first."""
        return cast(
            "Page[shapes.TicketRecord]",
            self._page("GET", "/tickets", query=given(search=search, state=state, key=key, limit=limit, cursor=cursor)),
        )

    def create(
        self,
        *,
        number: str,
        email: str,
        subject: str,
        name: str | NotGiven = NOT_GIVEN,
        state: Literal["open", "waiting", "solved", "closed"] | NotGiven = NOT_GIVEN,
        opened_at: str | NotGiven = NOT_GIVEN,
        updated_at: str | NotGiven = NOT_GIVEN,
        newest: str | NotGiven = NOT_GIVEN,
        entries: List[shapes.TicketEntryFields] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.TicketRecord:
        """Add a ticket.

        409 when another has its number.
        """
        return cast(
            "shapes.TicketRecord",
            self._call(
                "POST",
                "/tickets",
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    subject=subject,
                    state=state,
                    opened_at=opened_at,
                    updated_at=updated_at,
                    newest=newest,
                    entries=entries,
                ),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, record_id: str) -> shapes.TicketRecord:
        """Fetch a ticket."""
        return cast("shapes.TicketRecord", self._call("GET", "/tickets/{record_id}", ids={"record_id": record_id}))

    def change(
        self,
        record_id: str,
        *,
        number: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        subject: str | NotGiven = NOT_GIVEN,
        state: Literal["open", "waiting", "solved", "closed"] | NotGiven = NOT_GIVEN,
        opened_at: str | NotGiven = NOT_GIVEN,
        updated_at: str | NotGiven = NOT_GIVEN,
        newest: str | NotGiven = NOT_GIVEN,
        entries: List[shapes.TicketEntryFields] | NotGiven = NOT_GIVEN,
    ) -> shapes.TicketRecord:
        """Change a ticket: the fields that are named.

        409 when another has its new number.
        """
        return cast(
            "shapes.TicketRecord",
            self._call(
                "PATCH",
                "/tickets/{record_id}",
                ids={"record_id": record_id},
                body=given(
                    number=number,
                    email=email,
                    name=name,
                    subject=subject,
                    state=state,
                    opened_at=opened_at,
                    updated_at=updated_at,
                    newest=newest,
                    entries=entries,
                ),
            ),
        )

    def delete(self, record_id: str) -> None:
        """Remove a ticket for good."""
        self._call("DELETE", "/tickets/{record_id}", ids={"record_id": record_id})

    def bulk(self, *, data: List[dict[str, Any] | None], idempotency_key: str | None = None) -> shapes.WrittenRecords:
        """Write up to 500 tickets, each by its number.

        One that is not there yet is added, one that is there gets the fields that are told. One that is wrong is told by its place, and stops no other.
        """
        return cast(
            "shapes.WrittenRecords",
            self._call("POST", "/tickets/bulk", body=given(data=data), idempotency_key=idempotency_key),
        )


class TokensResource(Resource):
    """Operations on tokens."""

    def list(self) -> shapes.TokenList:
        """List the tokens, and the scopes that one may be given."""
        return cast("shapes.TokenList", self._call("GET", "/tokens"))

    def create(
        self,
        *,
        name: str,
        scopes: List[
            Literal[
                "conversations:read",
                "conversations:write",
                "handover:write",
                "channels:write",
                "customers:read",
                "customers:write",
                "customers:erase",
                "knowledge:read",
                "knowledge:write",
                "records:read",
                "records:write",
                "rules:read",
                "rules:write",
                "skills:read",
                "skills:write",
                "assistant:read",
                "assistant:act",
                "assistant:write",
                "people:read",
                "people:write",
                "settings:read",
                "settings:write",
                "quality:read",
                "quality:write",
                "reports:read",
                "reports:write",
                "webhooks:read",
                "webhooks:write",
                "audit:read",
                "exports:write",
                "billing:read",
            ]
        ],
        expires_at: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.NewToken:
        """Make a token, and get its secret, which is told this once."""
        return cast(
            "shapes.NewToken",
            self._call(
                "POST",
                "/tokens",
                body=given(name=name, scopes=scopes, expires_at=expires_at),
                idempotency_key=idempotency_key,
            ),
        )

    def delete(self, token_id: str) -> None:
        """Revoke a token.

        The next request with it is refused.
        """
        self._call("DELETE", "/tokens/{token_id}", ids={"token_id": token_id})


class TopicsSuggestionsResource(Resource):
    """Operations on topics/suggestions."""

    def list(self, topic_id: str) -> shapes.TopicSuggestionPage:
        """Suggest what customers really wrote as examples of a topic, the nearest first."""
        return cast(
            "shapes.TopicSuggestionPage",
            self._call("GET", "/topics/{topic_id}/suggestions", ids={"topic_id": topic_id}),
        )


class TopicsResource(Resource):
    """Operations on topics."""

    @property
    def suggestions(self) -> TopicsSuggestionsResource:
        """Operations on topics/suggestions."""
        return TopicsSuggestionsResource(self._calls)

    def list(self) -> shapes.TopicRowPage:
        """List all topics by name."""
        return cast("shapes.TopicRowPage", self._call("GET", "/topics"))

    def create(
        self,
        *,
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        examples: List[str] | NotGiven = NOT_GIVEN,
        mode: Literal["autopilot", "supervised", "copilot", "off", ""] | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        team: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.TopicRow:
        """Add a topic.

        409 when another has its name. A mode of its own needs the right to change the assistant's.
        """
        return cast(
            "shapes.TopicRow",
            self._call(
                "POST",
                "/topics",
                body=given(name=name, description=description, examples=examples, mode=mode, tag=tag, team=team),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, topic_id: str) -> shapes.TopicRow:
        """Fetch a topic."""
        return cast("shapes.TopicRow", self._call("GET", "/topics/{topic_id}", ids={"topic_id": topic_id}))

    def change(
        self,
        topic_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        examples: List[str] | NotGiven = NOT_GIVEN,
        mode: Literal["autopilot", "supervised", "copilot", "off", ""] | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        team: str | NotGiven = NOT_GIVEN,
    ) -> shapes.TopicRow:
        """Change a topic: the fields that are named.

        409 when another has its new name.
        """
        return cast(
            "shapes.TopicRow",
            self._call(
                "PATCH",
                "/topics/{topic_id}",
                ids={"topic_id": topic_id},
                body=given(name=name, description=description, examples=examples, mode=mode, tag=tag, team=team),
            ),
        )

    def delete(self, topic_id: str) -> None:
        """Remove a topic."""
        self._call("DELETE", "/topics/{topic_id}", ids={"topic_id": topic_id})

    def try_(self, *, text: str, idempotency_key: str | None = None) -> shapes.TopicTried:
        """Try which topic a text has; nothing of it is stored."""
        return cast(
            "shapes.TopicTried",
            self._call("POST", "/topics/try", body=given(text=text), idempotency_key=idempotency_key),
        )


class WebhookDeliveriesResource(Resource):
    """Operations on webhook_deliveries."""

    def get(self, delivery_id: str) -> shapes.WebhookDeliveryWhole:
        """Get a delivery with its payload, and what came of each try."""
        return cast(
            "shapes.WebhookDeliveryWhole",
            self._call("GET", "/webhook_deliveries/{delivery_id}", ids={"delivery_id": delivery_id}),
        )

    def replay(self, delivery_id: str, *, idempotency_key: str | None = None) -> shapes.WebhookDeliveryRow:
        """Send the event of a delivery once more, under the same id."""
        return cast(
            "shapes.WebhookDeliveryRow",
            self._call(
                "POST",
                "/webhook_deliveries/{delivery_id}/replay",
                ids={"delivery_id": delivery_id},
                idempotency_key=idempotency_key,
            ),
        )


class WebhookEventTypesResource(Resource):
    """Operations on webhook_event_types."""

    def list(self) -> shapes.WebhookEventTypePage:
        """List the types of events that a webhook can hear of."""
        return cast("shapes.WebhookEventTypePage", self._call("GET", "/webhook_event_types"))


class WebhooksDeliveriesResource(Resource):
    """Operations on webhooks/deliveries."""

    def list(
        self,
        endpoint_id: str,
        *,
        state: Literal["pending", "failed", "delivered", "dead", ""] | NotGiven = NOT_GIVEN,
        type: Literal[
            "conversation.created",
            "conversation.resolved",
            "conversation.reopened",
            "message.created",
            "conversation.handover_requested",
            "conversation.handover_accepted",
            "conversation.taken_over",
            "conversation.handed_back",
            "conversation.escalation_decided",
            "sla.breached",
            "customer.created",
            "customer.updated",
            "customer.erased",
            "csat.received",
            "lead.qualified",
            "assistant.turn_requested",
            "ai.reply_held",
            "ai.reply_approved",
            "appointment.booked",
            "appointment.moved",
            "appointment.cancelled",
            "refund.requested",
            "refund.approved",
            "refund.declined",
            "usage.threshold_reached",
            "webhook.test",
            "",
        ]
        | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
    ) -> Page[shapes.WebhookDeliveryRow]:
        """List what a webhook was sent in the last 30 days, the newest first."""
        return cast(
            "Page[shapes.WebhookDeliveryRow]",
            self._page(
                "GET",
                "/webhooks/{endpoint_id}/deliveries",
                ids={"endpoint_id": endpoint_id},
                query=given(state=state, type=type, limit=limit, cursor=cursor),
            ),
        )


class WebhooksReplayResource(Resource):
    """Operations on webhooks/replay."""

    def get(
        self,
        endpoint_id: str,
        *,
        since: str,
        until: str | NotGiven = NOT_GIVEN,
        missed_only: bool | NotGiven = NOT_GIVEN,
    ) -> shapes.WebhookReplayed:
        """Count the events of a time that would be sent once more."""
        return cast(
            "shapes.WebhookReplayed",
            self._call(
                "GET",
                "/webhooks/{endpoint_id}/replay",
                ids={"endpoint_id": endpoint_id},
                query=given(since=since, until=until, missed_only=missed_only),
            ),
        )

    def create(
        self,
        endpoint_id: str,
        *,
        since: str,
        until: str | NotGiven = NOT_GIVEN,
        missed_only: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.WebhookReplayed:
        """Send the events of a time once more.

        At most 5,000, the oldest first, each under the id that it had. What is on its way already is left out.
        """
        return cast(
            "shapes.WebhookReplayed",
            self._call(
                "POST",
                "/webhooks/{endpoint_id}/replay",
                ids={"endpoint_id": endpoint_id},
                body=given(since=since, until=until, missed_only=missed_only),
                idempotency_key=idempotency_key,
            ),
        )


class WebhooksResource(Resource):
    """Operations on webhooks."""

    @property
    def deliveries(self) -> WebhooksDeliveriesResource:
        """Operations on webhooks/deliveries."""
        return WebhooksDeliveriesResource(self._calls)

    @property
    def replay(self) -> WebhooksReplayResource:
        """Operations on webhooks/replay."""
        return WebhooksReplayResource(self._calls)

    def list(self) -> shapes.WebhookPage:
        """List the webhooks of the company, with how each fared in the last 24 hours.

        There are at most 20, so that the list has one page.
        """
        return cast("shapes.WebhookPage", self._call("GET", "/webhooks"))

    def create(
        self,
        *,
        url: str,
        types: List[
            Literal[
                "*",
                "conversation.created",
                "conversation.resolved",
                "conversation.reopened",
                "message.created",
                "conversation.handover_requested",
                "conversation.handover_accepted",
                "conversation.taken_over",
                "conversation.handed_back",
                "conversation.escalation_decided",
                "sla.breached",
                "customer.created",
                "customer.updated",
                "customer.erased",
                "csat.received",
                "lead.qualified",
                "assistant.turn_requested",
                "ai.reply_held",
                "ai.reply_approved",
                "appointment.booked",
                "appointment.moved",
                "appointment.cancelled",
                "refund.requested",
                "refund.approved",
                "refund.declined",
                "usage.threshold_reached",
            ]
        ],
        description: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.WebhookWithSecret:
        """Create a webhook.

        The answer has the secret by which requests are signed, as Standard Webhooks says; it is shown this once.
        """
        return cast(
            "shapes.WebhookWithSecret",
            self._call(
                "POST",
                "/webhooks",
                body=given(url=url, description=description, types=types),
                idempotency_key=idempotency_key,
            ),
        )

    def get(self, endpoint_id: str) -> shapes.Webhook:
        """Get a webhook, with how it fared in the last 24 hours."""
        return cast("shapes.Webhook", self._call("GET", "/webhooks/{endpoint_id}", ids={"endpoint_id": endpoint_id}))

    def change(
        self,
        endpoint_id: str,
        *,
        url: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        types: List[
            Literal[
                "*",
                "conversation.created",
                "conversation.resolved",
                "conversation.reopened",
                "message.created",
                "conversation.handover_requested",
                "conversation.handover_accepted",
                "conversation.taken_over",
                "conversation.handed_back",
                "conversation.escalation_decided",
                "sla.breached",
                "customer.created",
                "customer.updated",
                "customer.erased",
                "csat.received",
                "lead.qualified",
                "assistant.turn_requested",
                "ai.reply_held",
                "ai.reply_approved",
                "appointment.booked",
                "appointment.moved",
                "appointment.cancelled",
                "refund.requested",
                "refund.approved",
                "refund.declined",
                "usage.threshold_reached",
            ]
        ]
        | NotGiven = NOT_GIVEN,
        state: Literal["enabled", "disabled"] | NotGiven = NOT_GIVEN,
    ) -> shapes.Webhook:
        """Change a webhook, or switch it on or off.

        What waits for a webhook that is switched off is given up; it can be sent again later.
        """
        return cast(
            "shapes.Webhook",
            self._call(
                "PATCH",
                "/webhooks/{endpoint_id}",
                ids={"endpoint_id": endpoint_id},
                body=given(url=url, description=description, types=types, state=state),
            ),
        )

    def delete(self, endpoint_id: str) -> None:
        """Remove a webhook for good, with the log of what it was sent."""
        self._call("DELETE", "/webhooks/{endpoint_id}", ids={"endpoint_id": endpoint_id})

    def secret(self, endpoint_id: str, *, idempotency_key: str | None = None) -> shapes.WebhookSecret:
        """Make a new secret for a webhook.

        It is shown this once. For 24 hours requests are signed with the one before too, so that nothing is missed.
        """
        return cast(
            "shapes.WebhookSecret",
            self._call(
                "POST",
                "/webhooks/{endpoint_id}/secret",
                ids={"endpoint_id": endpoint_id},
                idempotency_key=idempotency_key,
            ),
        )

    def test(self, endpoint_id: str, *, idempotency_key: str | None = None) -> shapes.WebhookDeliveryWhole:
        """Send a test event to a webhook, once, and get what it answered.

        Its type is `webhook.test`. It takes up to ten seconds, and works also while the webhook is switched off.
        """
        return cast(
            "shapes.WebhookDeliveryWhole",
            self._call(
                "POST",
                "/webhooks/{endpoint_id}/test",
                ids={"endpoint_id": endpoint_id},
                idempotency_key=idempotency_key,
            ),
        )


class WidgetAttachmentsResource(Resource):
    """Operations on widget/attachments."""

    def create(self, *, file: Upload | NotGiven = NOT_GIVEN, idempotency_key: str | None = None) -> shapes.FileRow:
        """Upload a file as a customer, which a message may name within a day."""
        return cast(
            "shapes.FileRow",
            self._call(
                "POST", "/widget/attachments", body=given(file=file), multipart=True, idempotency_key=idempotency_key
            ),
        )

    def get(self, attachment_id: str) -> shapes.FileRow:
        """Retrieve a file of the customer's own conversations, with a fresh link."""
        return cast(
            "shapes.FileRow",
            self._call("GET", "/widget/attachments/{attachment_id}", ids={"attachment_id": attachment_id}),
        )


class WidgetAttributesResource(Resource):
    """Operations on widget/attributes."""

    def create(self, *, attributes: dict[str, Any], idempotency_key: str | None = None) -> None:
        """Tell what the page around the widget says of its visitor; of one who never wrote nothing is kept."""
        self._call("POST", "/widget/attributes", body=given(attributes=attributes), idempotency_key=idempotency_key)


class WidgetConversationsResource(Resource):
    """Operations on widget/conversations."""

    def list(self, *, cursor: str | NotGiven = NOT_GIVEN) -> Page[shapes.WidgetPastConversation]:
        """List the visitor's earlier conversations, newest first, without the one that goes on."""
        return cast(
            "Page[shapes.WidgetPastConversation]",
            self._page("GET", "/widget/conversations", query=given(cursor=cursor)),
        )

    def get(self, conversation_id: str, *, after_seq: int | NotGiven = NOT_GIVEN) -> shapes.WidgetPastLog:
        """List the log of an earlier conversation of the visitor."""
        return cast(
            "shapes.WidgetPastLog",
            self._call(
                "GET",
                "/widget/conversations/{conversation_id}",
                ids={"conversation_id": conversation_id},
                query=given(after_seq=after_seq),
            ),
        )


class WidgetCorrectionsResource(Resource):
    """Operations on widget/corrections."""

    def create(
        self, *, client_id: str, seq: int, line: int, text: str, idempotency_key: str | None = None
    ) -> shapes.WidgetStored:
        """Correct a line of what is passed on to a person, by a message that says so."""
        return cast(
            "shapes.WidgetStored",
            self._call(
                "POST",
                "/widget/corrections",
                body=given(client_id=client_id, seq=seq, line=line, text=text),
                idempotency_key=idempotency_key,
            ),
        )


class WidgetMessagesResource(Resource):
    """Operations on widget/messages."""

    def create(
        self,
        *,
        client_id: str,
        text: str,
        greeting: str | None | NotGiven = NOT_GIVEN,
        attachments: List[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.WidgetStored:
        """Write as the visitor; a repeated `client_id` stores nothing twice."""
        return cast(
            "shapes.WidgetStored",
            self._call(
                "POST",
                "/widget/messages",
                body=given(client_id=client_id, greeting=greeting, text=text, attachments=attachments),
                idempotency_key=idempotency_key,
            ),
        )


class WidgetPageResource(Resource):
    """Operations on widget/page."""

    def get(self) -> shapes.WidgetPage:
        """Get what a page with the widget shows before anybody opens the chat.

        The site that is named as the `Origin` is noted as one that has the widget; where it may not, nothing is shown.
        """
        return cast("shapes.WidgetPage", self._call("GET", "/widget/page"))


class WidgetQueueResource(Resource):
    """Operations on widget/queue."""

    def get(self) -> shapes.QueueOptions:
        """Retrieve where a waiting customer stands, what they can choose, and when they can be called.

        409 for who does not wait.
        """
        return cast("shapes.QueueOptions", self._call("GET", "/widget/queue"))

    def create(
        self,
        *,
        choice: Literal["chat", "assistant", "leave", "mail", "call"],
        email: str | NotGiven = NOT_GIVEN,
        phone: str | NotGiven = NOT_GIVEN,
        begins_at: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.ChosenWait:
        """Choose how to wait: in the chat, by mail, for a call, with the assistant meanwhile, or not at all."""
        return cast(
            "shapes.ChosenWait",
            self._call(
                "POST",
                "/widget/queue",
                body=given(choice=choice, email=email, phone=phone, begins_at=begins_at),
                idempotency_key=idempotency_key,
            ),
        )


class WidgetSurveyResource(Resource):
    """Operations on widget/survey."""

    def create(self, *, idempotency_key: str | None = None) -> shapes.AskedSurvey:
        """Ask for the question that the open widget has room for.

        It counts as asked now; null where there is none.
        """
        return cast("shapes.AskedSurvey", self._call("POST", "/widget/survey", idempotency_key=idempotency_key))

    def replace(
        self,
        survey_id: str,
        *,
        satisfaction: int,
        effort: int | None | NotGiven = NOT_GIVEN,
        comment: str | NotGiven = NOT_GIVEN,
    ) -> shapes.AskedSurvey:
        """Answer a survey, or change the answer.

        409 where it cannot be changed any more.
        """
        return cast(
            "shapes.AskedSurvey",
            self._call(
                "PUT",
                "/widget/survey/{survey_id}",
                ids={"survey_id": survey_id},
                body=given(satisfaction=satisfaction, effort=effort, comment=comment),
            ),
        )

    def delete(self, survey_id: str) -> None:
        """Put a survey away; it is not shown again."""
        self._call("DELETE", "/widget/survey/{survey_id}", ids={"survey_id": survey_id})


class WidgetTranscriptResource(Resource):
    """Operations on widget/transcript."""

    def get(self) -> shapes.TranscriptAddress:
        """Show which proven address of the visitor's a transcript can go to."""
        return cast("shapes.TranscriptAddress", self._call("GET", "/widget/transcript"))

    def create(
        self, *, email: str | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.TranscriptAsked:
        """Have the conversation sent by mail, to a proven address at once; to any other a code goes first.

        409 where there is no conversation, or no mail leaves.
        """
        return cast(
            "shapes.TranscriptAsked",
            self._call("POST", "/widget/transcript", body=given(email=email), idempotency_key=idempotency_key),
        )

    def replace(self, *, code: str) -> shapes.TranscriptAsked:
        """Confirm the address with the code that went there; then the conversation follows."""
        return cast("shapes.TranscriptAsked", self._call("PUT", "/widget/transcript", body=given(code=code)))


class WidgetEventsResource(Resource):
    """Operations on widget/events."""

    def get(self, *, after_seq: int | NotGiven = NOT_GIVEN, wait: int | NotGiven = NOT_GIVEN) -> shapes.WidgetEvents:
        """Wait for what the visitor's socket would bring.

        For networks that block sockets. A visitor without a conversation waits three seconds at most.
        """
        return cast(
            "shapes.WidgetEvents", self._call("GET", "/widget/events", query=given(after_seq=after_seq, wait=wait))
        )


class WidgetResource(Resource):
    """Operations on widget."""

    @property
    def attachments(self) -> WidgetAttachmentsResource:
        """Operations on widget/attachments."""
        return WidgetAttachmentsResource(self._calls)

    @property
    def attributes(self) -> WidgetAttributesResource:
        """Operations on widget/attributes."""
        return WidgetAttributesResource(self._calls)

    @property
    def conversations(self) -> WidgetConversationsResource:
        """Operations on widget/conversations."""
        return WidgetConversationsResource(self._calls)

    @property
    def corrections(self) -> WidgetCorrectionsResource:
        """Operations on widget/corrections."""
        return WidgetCorrectionsResource(self._calls)

    @property
    def messages(self) -> WidgetMessagesResource:
        """Operations on widget/messages."""
        return WidgetMessagesResource(self._calls)

    @property
    def page(self) -> WidgetPageResource:
        """Operations on widget/page."""
        return WidgetPageResource(self._calls)

    @property
    def queue(self) -> WidgetQueueResource:
        """Operations on widget/queue."""
        return WidgetQueueResource(self._calls)

    @property
    def survey(self) -> WidgetSurveyResource:
        """Operations on widget/survey."""
        return WidgetSurveyResource(self._calls)

    @property
    def transcript(self) -> WidgetTranscriptResource:
        """Operations on widget/transcript."""
        return WidgetTranscriptResource(self._calls)

    @property
    def events(self) -> WidgetEventsResource:
        """Operations on widget/events."""
        return WidgetEventsResource(self._calls)

    def form(
        self,
        *,
        values: dict[str, str] | NotGiven = NOT_GIVEN,
        consent: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> None:
        """Answer the form before the chat as the visitor; an error names the field that is wrong."""
        self._call("POST", "/widget/form", body=given(values=values, consent=consent), idempotency_key=idempotency_key)

    def hello(
        self,
        *,
        token: str | None | NotGiven = NOT_GIVEN,
        conversation_id: str | None | NotGiven = NOT_GIVEN,
        last_seq: int | NotGiven = NOT_GIVEN,
        identity: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.WidgetWelcome:
        """Begin as a visitor, new or of before: gives a token for the other requests, and the conversation so far."""
        return cast(
            "shapes.WidgetWelcome",
            self._call(
                "POST",
                "/widget/hello",
                body=given(token=token, conversation_id=conversation_id, last_seq=last_seq, identity=identity),
                idempotency_key=idempotency_key,
            ),
        )

    def person(
        self, *, client_id: str, greeting: str | None | NotGiven = NOT_GIVEN, idempotency_key: str | None = None
    ) -> shapes.WidgetStored:
        """Ask for a person as the visitor; a repeated `client_id` stores nothing twice."""
        return cast(
            "shapes.WidgetStored",
            self._call(
                "POST",
                "/widget/person",
                body=given(client_id=client_id, greeting=greeting),
                idempotency_key=idempotency_key,
            ),
        )

    def seen(self, *, seq: int, idempotency_key: str | None = None) -> None:
        """Tell how far the visitor has read."""
        self._call("POST", "/widget/seen", body=given(seq=seq), idempotency_key=idempotency_key)

    def typing(self, *, active: bool, idempotency_key: str | None = None) -> None:
        """Tell that the visitor writes, or stopped."""
        self._call("POST", "/widget/typing", body=given(active=active), idempotency_key=idempotency_key)


class WorkspaceLogoResource(Resource):
    """Operations on workspace/logo."""

    def replace(self, *, file: Upload | NotGiven = NOT_GIVEN) -> shapes.Workspace:
        """Set the company's logo, a PNG, JPEG or WebP picture.

        It may have 2 MB, and is kept smaller.
        """
        return cast("shapes.Workspace", self._call("PUT", "/workspace/logo", body=given(file=file), multipart=True))

    def delete(self) -> shapes.Workspace:
        """Remove the company's logo."""
        return cast("shapes.Workspace", self._call("DELETE", "/workspace/logo"))


class WorkspaceResource(Resource):
    """Operations on workspace."""

    @property
    def logo(self) -> WorkspaceLogoResource:
        """Operations on workspace/logo."""
        return WorkspaceLogoResource(self._calls)

    def get(self) -> shapes.Workspace:
        """Get the company's settings."""
        return cast("shapes.Workspace", self._call("GET", "/workspace"))

    def change(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        assistant_name: str | NotGiven = NOT_GIVEN,
        privacy_url: str | NotGiven = NOT_GIVEN,
        accent: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        languages: List[str] | NotGiven = NOT_GIVEN,
        allowed_sites: List[str] | NotGiven = NOT_GIVEN,
        retention_days: int | None | NotGiven = NOT_GIVEN,
        requires_totp: bool | NotGiven = NOT_GIVEN,
        tone: Literal["warm", "neutral", "formal"] | NotGiven = NOT_GIVEN,
        greeting: str | NotGiven = NOT_GIVEN,
        quick_replies: List[str] | NotGiven = NOT_GIVEN,
        first_words: dict[str, shapes.FirstWordsForm] | NotGiven = NOT_GIVEN,
    ) -> shapes.Workspace:
        """Change the company's settings.

        What is left out stays; the last one to write a field wins.
        """
        return cast(
            "shapes.Workspace",
            self._call(
                "PATCH",
                "/workspace",
                body=given(
                    name=name,
                    assistant_name=assistant_name,
                    privacy_url=privacy_url,
                    accent=accent,
                    time_zone=time_zone,
                    languages=languages,
                    allowed_sites=allowed_sites,
                    retention_days=retention_days,
                    requires_totp=requires_totp,
                    tone=tone,
                    greeting=greeting,
                    quick_replies=quick_replies,
                    first_words=first_words,
                ),
            ),
        )

    def close(self, *, name: str, password: str, idempotency_key: str | None = None) -> shapes.WorkspaceClosing:
        """Close the workspace, from which everything goes after thirty days."""
        return cast(
            "shapes.WorkspaceClosing",
            self._call(
                "POST", "/workspace/close", body=given(name=name, password=password), idempotency_key=idempotency_key
            ),
        )

    def reopen(self, *, idempotency_key: str | None = None) -> shapes.WorkspaceClosing:
        """Open a workspace again that was closed."""
        return cast("shapes.WorkspaceClosing", self._call("POST", "/workspace/reopen", idempotency_key=idempotency_key))


class UpdatesResource(Resource):
    """Operations on updates."""

    def get(
        self,
        *,
        conversation_id: str | NotGiven = NOT_GIVEN,
        after_seq: int | NotGiven = NOT_GIVEN,
        wait: int | NotGiven = NOT_GIVEN,
    ) -> shapes.Updates:
        """Wait for what a desk socket would bring.

        For networks that block sockets. The log of the watched conversation after `after_seq` comes at once; without anything new the answer waits for it.
        """
        return cast(
            "shapes.Updates",
            self._call("GET", "/updates", query=given(conversation_id=conversation_id, after_seq=after_seq, wait=wait)),
        )


class Api(Resource):
    """Operations on everything."""

    @property
    def account(self) -> AccountResource:
        """Operations on account."""
        return AccountResource(self._calls)

    @property
    def actions(self) -> ActionsResource:
        """Operations on actions."""
        return ActionsResource(self._calls)

    @property
    def agent_skills(self) -> AgentSkillsResource:
        """Operations on agent_skills."""
        return AgentSkillsResource(self._calls)

    @property
    def agents(self) -> AgentsResource:
        """Operations on agents."""
        return AgentsResource(self._calls)

    @property
    def alerts(self) -> AlertsResource:
        """Operations on alerts."""
        return AlertsResource(self._calls)

    @property
    def appointments(self) -> AppointmentsResource:
        """Operations on appointments."""
        return AppointmentsResource(self._calls)

    @property
    def articles(self) -> ArticlesResource:
        """Operations on articles."""
        return ArticlesResource(self._calls)

    @property
    def assessments(self) -> AssessmentsResource:
        """Operations on assessments."""
        return AssessmentsResource(self._calls)

    @property
    def assistant(self) -> AssistantResource:
        """Operations on assistant."""
        return AssistantResource(self._calls)

    @property
    def attachments(self) -> AttachmentsResource:
        """Operations on attachments."""
        return AttachmentsResource(self._calls)

    @property
    def audit(self) -> AuditResource:
        """Operations on audit."""
        return AuditResource(self._calls)

    @property
    def bench(self) -> BenchResource:
        """Operations on bench."""
        return BenchResource(self._calls)

    @property
    def billing(self) -> BillingResource:
        """Operations on billing."""
        return BillingResource(self._calls)

    @property
    def bulk(self) -> BulkResource:
        """Operations on bulk."""
        return BulkResource(self._calls)

    @property
    def calendar_exceptions(self) -> CalendarExceptionsResource:
        """Operations on calendar_exceptions."""
        return CalendarExceptionsResource(self._calls)

    @property
    def calendars(self) -> CalendarsResource:
        """Operations on calendars."""
        return CalendarsResource(self._calls)

    @property
    def callbacks(self) -> CallbacksResource:
        """Operations on callbacks."""
        return CallbacksResource(self._calls)

    @property
    def canned_responses(self) -> CannedResponsesResource:
        """Operations on canned_responses."""
        return CannedResponsesResource(self._calls)

    @property
    def composer(self) -> ComposerResource:
        """Operations on composer."""
        return ComposerResource(self._calls)

    @property
    def connector(self) -> ConnectorResource:
        """Operations on connector."""
        return ConnectorResource(self._calls)

    @property
    def control_room(self) -> ControlRoomResource:
        """Operations on control_room."""
        return ControlRoomResource(self._calls)

    @property
    def conversations(self) -> ConversationsResource:
        """Operations on conversations."""
        return ConversationsResource(self._calls)

    @property
    def customers(self) -> CustomersResource:
        """Operations on customers."""
        return CustomersResource(self._calls)

    @property
    def decided_facts(self) -> DecidedFactsResource:
        """Operations on decided_facts."""
        return DecidedFactsResource(self._calls)

    @property
    def domains(self) -> DomainsResource:
        """Operations on domains."""
        return DomainsResource(self._calls)

    @property
    def drafts(self) -> DraftsResource:
        """Operations on drafts."""
        return DraftsResource(self._calls)

    @property
    def exports(self) -> ExportsResource:
        """Operations on exports."""
        return ExportsResource(self._calls)

    @property
    def filters(self) -> FiltersResource:
        """Operations on filters."""
        return FiltersResource(self._calls)

    @property
    def gaps(self) -> GapsResource:
        """Operations on gaps."""
        return GapsResource(self._calls)

    @property
    def greetings(self) -> GreetingsResource:
        """Operations on greetings."""
        return GreetingsResource(self._calls)

    @property
    def guide(self) -> GuideResource:
        """Operations on guide."""
        return GuideResource(self._calls)

    @property
    def guides(self) -> GuidesResource:
        """Operations on guides."""
        return GuidesResource(self._calls)

    @property
    def handover_settings(self) -> HandoverSettingsResource:
        """Operations on handover_settings."""
        return HandoverSettingsResource(self._calls)

    @property
    def handovers(self) -> HandoversResource:
        """Operations on handovers."""
        return HandoversResource(self._calls)

    @property
    def held_replies(self) -> HeldRepliesResource:
        """Operations on held_replies."""
        return HeldRepliesResource(self._calls)

    @property
    def holidays(self) -> HolidaysResource:
        """Operations on holidays."""
        return HolidaysResource(self._calls)

    @property
    def identity(self) -> IdentityResource:
        """Operations on identity."""
        return IdentityResource(self._calls)

    @property
    def invitations(self) -> InvitationsResource:
        """Operations on invitations."""
        return InvitationsResource(self._calls)

    @property
    def knowledge_imports(self) -> KnowledgeImportsResource:
        """Operations on knowledge_imports."""
        return KnowledgeImportsResource(self._calls)

    @property
    def leads(self) -> LeadsResource:
        """Operations on leads."""
        return LeadsResource(self._calls)

    @property
    def macro_runs(self) -> MacroRunsResource:
        """Operations on macro_runs."""
        return MacroRunsResource(self._calls)

    @property
    def macros(self) -> MacrosResource:
        """Operations on macros."""
        return MacrosResource(self._calls)

    @property
    def mail(self) -> MailResource:
        """Operations on mail."""
        return MailResource(self._calls)

    @property
    def me(self) -> MeResource:
        """Operations on me."""
        return MeResource(self._calls)

    @property
    def migrations(self) -> MigrationsResource:
        """Operations on migrations."""
        return MigrationsResource(self._calls)

    @property
    def orders(self) -> OrdersResource:
        """Operations on orders."""
        return OrdersResource(self._calls)

    @property
    def overlaps(self) -> OverlapsResource:
        """Operations on overlaps."""
        return OverlapsResource(self._calls)

    @property
    def people(self) -> PeopleResource:
        """Operations on people."""
        return PeopleResource(self._calls)

    @property
    def persons(self) -> PersonsResource:
        """Operations on persons."""
        return PersonsResource(self._calls)

    @property
    def pre_chat_form(self) -> PreChatFormResource:
        """Operations on pre_chat_form."""
        return PreChatFormResource(self._calls)

    @property
    def products(self) -> ProductsResource:
        """Operations on products."""
        return ProductsResource(self._calls)

    @property
    def promises(self) -> PromisesResource:
        """Operations on promises."""
        return PromisesResource(self._calls)

    @property
    def proposals(self) -> ProposalsResource:
        """Operations on proposals."""
        return ProposalsResource(self._calls)

    @property
    def queue(self) -> QueueResource:
        """Operations on queue."""
        return QueueResource(self._calls)

    @property
    def record_imports(self) -> RecordImportsResource:
        """Operations on record_imports."""
        return RecordImportsResource(self._calls)

    @property
    def records(self) -> RecordsResource:
        """Operations on records."""
        return RecordsResource(self._calls)

    @property
    def reports(self) -> ReportsResource:
        """Operations on reports."""
        return ReportsResource(self._calls)

    @property
    def reviews(self) -> ReviewsResource:
        """Operations on reviews."""
        return ReviewsResource(self._calls)

    @property
    def routing(self) -> RoutingResource:
        """Operations on routing."""
        return RoutingResource(self._calls)

    @property
    def rules(self) -> RulesResource:
        """Operations on rules."""
        return RulesResource(self._calls)

    @property
    def sampling_plans(self) -> SamplingPlansResource:
        """Operations on sampling_plans."""
        return SamplingPlansResource(self._calls)

    @property
    def scorecards(self) -> ScorecardsResource:
        """Operations on scorecards."""
        return ScorecardsResource(self._calls)

    @property
    def search(self) -> SearchResource:
        """Operations on search."""
        return SearchResource(self._calls)

    @property
    def services(self) -> ServicesResource:
        """Operations on services."""
        return ServicesResource(self._calls)

    @property
    def settings(self) -> SettingsResource:
        """Operations on settings."""
        return SettingsResource(self._calls)

    @property
    def skills(self) -> SkillsResource:
        """Operations on skills."""
        return SkillsResource(self._calls)

    @property
    def sla(self) -> SlaResource:
        """Operations on sla."""
        return SlaResource(self._calls)

    @property
    def socket_tickets(self) -> SocketTicketsResource:
        """Operations on socket_tickets."""
        return SocketTicketsResource(self._calls)

    @property
    def sso(self) -> SsoResource:
        """Operations on sso."""
        return SsoResource(self._calls)

    @property
    def surveys(self) -> SurveysResource:
        """Operations on surveys."""
        return SurveysResource(self._calls)

    @property
    def tasks(self) -> TasksResource:
        """Operations on tasks."""
        return TasksResource(self._calls)

    @property
    def teams(self) -> TeamsResource:
        """Operations on teams."""
        return TeamsResource(self._calls)

    @property
    def tickets(self) -> TicketsResource:
        """Operations on tickets."""
        return TicketsResource(self._calls)

    @property
    def tokens(self) -> TokensResource:
        """Operations on tokens."""
        return TokensResource(self._calls)

    @property
    def topics(self) -> TopicsResource:
        """Operations on topics."""
        return TopicsResource(self._calls)

    @property
    def webhook_deliveries(self) -> WebhookDeliveriesResource:
        """Operations on webhook_deliveries."""
        return WebhookDeliveriesResource(self._calls)

    @property
    def webhook_event_types(self) -> WebhookEventTypesResource:
        """Operations on webhook_event_types."""
        return WebhookEventTypesResource(self._calls)

    @property
    def webhooks(self) -> WebhooksResource:
        """Operations on webhooks."""
        return WebhooksResource(self._calls)

    @property
    def widget(self) -> WidgetResource:
        """Operations on widget."""
        return WidgetResource(self._calls)

    @property
    def workspace(self) -> WorkspaceResource:
        """Operations on workspace."""
        return WorkspaceResource(self._calls)

    @property
    def updates(self) -> UpdatesResource:
        """Operations on updates."""
        return UpdatesResource(self._calls)

    def markdown(self, *, text: str, idempotency_key: str | None = None) -> shapes.RenderedMarkdown:
        """Show how the words of a message will look, in safe markup."""
        return cast(
            "shapes.RenderedMarkdown",
            self._call("POST", "/markdown", body=given(text=text), idempotency_key=idempotency_key),
        )

    def mcp(
        self,
        *,
        jsonrpc: Literal["2.0"],
        method: str | NotGiven = NOT_GIVEN,
        id: Any | NotGiven = NOT_GIVEN,
        params: dict[str, Any] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
    ) -> shapes.McpMessage | None:
        """Speak the Model Context Protocol.

        Its Streamable HTTP transport, version 2025-06-18 or 2025-11-25, without sessions: each message is answered with JSON, and a notification with 202. The token is the bearer token; `tools/list` tells what it may do.
        """
        return cast(
            "shapes.McpMessage | None",
            self._call(
                "POST",
                "/mcp",
                body=given(jsonrpc=jsonrpc, method=method, id=id, params=params),
                idempotency_key=idempotency_key,
            ),
        )
