"""The shapes of what the API asks and answers; written by generate.py from the OpenAPI document, not by hand."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict


class AccentContrast(TypedDict):
    """How well white or black text is read on the colour, as a ratio."""

    given: float
    used: float


class AccountForm(TypedDict):
    """What may be changed about oneself; what is left out stays."""

    name: NotRequired[str]
    languages: NotRequired[list[str]]
    language: NotRequired[Literal["", "en", "de"]]
    tour_due: NotRequired[bool]


class Address(TypedDict):
    """A postal address."""

    line: NotRequired[str]
    line2: NotRequired[str]
    town: NotRequired[str]
    region: NotRequired[str]
    postcode: NotRequired[str]
    country: NotRequired[str]


class AgentForm(TypedDict):
    """What may be changed about a person; what is left out stays."""

    name: NotRequired[str]
    role: NotRequired[Literal["owner", "admin", "supervisor", "agent", "viewer"]]
    team_ids: NotRequired[list[str]]
    capacity: NotRequired[int]
    languages: NotRequired[list[str]]
    skills: NotRequired[list[SkillLevelForm]]
    shifts: NotRequired[list[StretchForm]]
    time_zone: NotRequired[str]


class AgentList(TypedDict):
    """Everybody who works here, with the seats of the plan."""

    data: list[AgentRow]
    has_more: bool
    next_cursor: str | None
    seats: Seats | None


class AgentName(TypedDict):
    """Somebody who works here, by id and name."""

    id: str
    name: str


class AgentRow(TypedDict):
    """Somebody who works here."""

    id: str
    name: str
    email: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    teams: list[TeamName]
    languages: list[str]
    capacity: int
    skills: list[AgentSkill]
    shifts: list[WeekPart]
    time_zone: str
    active: bool
    totp_on: bool
    presence: Literal["online", "away", "offline"]
    seen_at: str | None
    you: bool


class AgentSkill(TypedDict):
    """A skill that somebody has, and how well: 1 (learning) to 5 (expert)."""

    id: str
    name: str
    level: int


class AgentSkillRow(TypedDict):
    """Something that people of the desk know how to handle, such as e-bikes or refunds."""

    id: str
    name: str
    people: int


class AgentSkillRowPage(TypedDict):
    """A page of a list."""

    data: list[AgentSkillRow]
    has_more: bool
    next_cursor: str | None


class AgreementCoefficient(TypedDict):
    """A coefficient with its 95% interval: 1 for full agreement, 0 for that of chance."""

    value: float
    low: float
    high: float


class AlertRow(TypedDict):
    """Something that a person should know soon."""

    id: str
    kind: Literal[
        "rules_unreadable",
        "rule_notified",
        "quality_dropped",
        "model_down",
        "model_budget",
        "connector_failed",
        "job_failed",
        "task_given",
        "task_due",
        "task_overdue",
        "tasks_done",
        "promise_due",
        "promise_overdue",
        "sla_soon",
        "sla_breached",
        "call_due",
        "call_late",
        "reply_not_sent",
        "low_rating",
        "risk_high",
        "report_not_sent",
        "usage_high",
        "usage_cap",
        "mentioned",
        "webhook_disabled",
    ]
    grave: bool
    subject: str
    text: str
    conversation_id: str | None
    link: str | None
    count: int
    first_at: str
    raised_at: str
    seen: bool


class AlertSeenForm(TypedDict):
    """Somebody saw it, which cannot be taken back."""

    seen: bool


class AlertsPage(TypedDict):
    """A page of one's own alerts, and how many of all are not seen."""

    data: list[AlertRow]
    has_more: bool
    next_cursor: str | None
    unseen: int


class AlertsSeen(TypedDict):
    """How many alerts were not seen before."""

    seen: int


class AnswerCorrectionForm(TypedDict):
    """What the assistant should have said instead of its message `seq`."""

    seq: int
    text: str


class AppointmentChangeForm(TypedDict):
    """Whether Baton tells the customer of the change."""

    version: int
    tell: NotRequired[bool]


class AppointmentClosingForm(TypedDict):
    """Whether the customer came."""

    version: int
    state: Literal["done", "missed"]


class AppointmentForm(TypedDict):
    """Who comes, for what and when."""

    service_id: str
    starts_at: str
    name: str
    email: str
    note: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr", "es", "it", "pt", "nl"]]
    remind: NotRequired[bool]
    tell: NotRequired[bool]


class AppointmentHappened(TypedDict):
    """Something became of an appointment."""

    appointment: WebhookAppointment


class AppointmentMoveForm(TypedDict):
    """The new time."""

    version: int
    tell: NotRequired[bool]
    starts_at: str


class AppointmentRow(TypedDict):
    """A time that is kept for a customer."""

    id: str
    calendar_id: str | None
    seat: int | None
    service_id: str | None
    service_name: str
    starts_at: str
    ends_at: str
    state: Literal["booked", "done", "missed", "cancelled"]
    version: int
    name: str
    email: str
    note: str
    remind: bool
    reminded: bool
    conversation_id: str | None
    created_at: str


class AppointmentRowPage(TypedDict):
    """A page of a list."""

    data: list[AppointmentRow]
    has_more: bool
    next_cursor: str | None


class ArticleBodyForm(TypedDict):
    """A text to look at as customers would see it."""

    body: str


class ArticleFacets(TypedDict):
    """What the list of articles can be narrowed to, with how many there are of each."""

    states: ArticleStateCounts
    languages: list[FacetCount]
    audiences: list[FacetCount]
    tags: list[FacetCount]


class ArticleFields(TypedDict):
    """What a person writes of an article."""

    title: str
    body: str
    questions: list[str]
    language: str
    tags: list[str]
    audience: Literal["everyone", "desk"]
    valid_from: str | None
    valid_until: str | None


class ArticleForm(TypedDict):
    """An article; a change names some of it."""

    title: str
    body: str
    questions: NotRequired[list[str]]
    language: NotRequired[str]
    tags: NotRequired[list[str]]
    audience: NotRequired[Literal["everyone", "desk"]]
    valid_from: NotRequired[str | None]
    valid_until: NotRequired[str | None]


class ArticleOverlap(TypedDict):
    """Two articles that say the same, or contradict each other."""

    id: str
    kind: Literal["duplicate", "contradiction"]
    score: float
    first: OverlapSide
    second: OverlapSide
    found_at: str
    dismissed: bool


class ArticleOverlapPage(TypedDict):
    """A page of a list."""

    data: list[ArticleOverlap]
    has_more: bool
    next_cursor: str | None


class ArticlePreview(TypedDict):
    """Markdown as customers would see it."""

    html: str


class ArticleRestoreForm(TypedDict):
    """The version as which an article stands again; without it, as it was when it was removed."""

    version: NotRequired[int | None]


class ArticleRow(TypedDict):
    """An article, as lists show it."""

    id: str
    title: str
    questions: list[str]
    language: str
    tags: list[str]
    audience: Literal["everyone", "desk"]
    valid_from: str | None
    valid_until: str | None
    state: Literal["valid", "scheduled", "expired", "removed"]
    version: int
    updated_at: str
    removed_at: str | None
    used: int
    helped: int


class ArticleRowPage(TypedDict):
    """A page of a list."""

    data: list[ArticleRow]
    has_more: bool
    next_cursor: str | None


class ArticleStateCounts(TypedDict):
    """How many articles are in which state."""

    valid: int
    scheduled: int
    expired: int
    removed: int


class ArticleTitle(TypedDict):
    """An article by its title."""

    id: str
    title: str


class ArticleVersionRow(TypedDict):
    """An article as it stood after one change, as the list shows it."""

    number: int
    title: str
    cause: Literal["written", "import", "gap", "correction", "removed", "restored"]
    author: str
    author_id: str
    created_at: str


class ArticleVersionRowPage(TypedDict):
    """A page of a list."""

    data: list[ArticleVersionRow]
    has_more: bool
    next_cursor: str | None


class AskedLine(TypedDict):
    """What the customer wrote in the message `seq`."""

    seq: int
    text: str


class AskedMessage(TypedDict):
    """The customer's message that something answers."""

    seq: int
    text: str


class AskedSurvey(TypedDict):
    """The question to a customer, where there is one."""

    survey: SurveyQuestion | None


class AskedWords(TypedDict):
    """What the customer wrote in the message `seq`, cut where it is long."""

    seq: int
    text: str


class AssessedHandover(TypedDict):
    """The newest handover of the conversation."""

    id: str
    reason: str


class AssessmentAnswerForm(TypedDict):
    """The answer to one question."""

    question: str
    value: str
    quote_seq: NotRequired[int | None]
    note: NotRequired[str]


class AssessmentAnswerRow(TypedDict):
    """The answer to a question of the scorecard, by their ids."""

    question: str
    value: str
    worth: float | None
    quote_seq: int | None
    note: str | None


class AssessmentCard(TypedDict):
    """The scorecard of an assessment."""

    id: str
    name: str
    looks_at: Literal["assistant", "agents", "both"]


class AssessmentCause(TypedDict):
    """Why a conversation is in the queue: which kind of list drew it, or that somebody chose it."""

    kind: (
        Literal[
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
        | Literal["chosen"]
    )
    label: str


class AssessmentCounts(TypedDict):
    """How many wait for this reviewer, and how many disputes."""

    open: int
    disputed: int


class AssessmentDecision(TypedDict):
    """What was decided about a dispute."""

    text: str
    by: Colleague | None
    at: str


class AssessmentDecisionForm(TypedDict):
    """What is decided about a dispute: with answers it is put right, without any it stays."""

    text: str
    answers: NotRequired[list[AssessmentAnswerForm] | None]


class AssessmentForm(TypedDict):
    """What a reviewer filled in; `done` finishes it."""

    answers: list[AssessmentAnswerForm]
    comment: NotRequired[str]
    done: NotRequired[bool]


class AssessmentList(TypedDict):
    """A page of assessments, and how many wait in all."""

    data: list[AssessmentRow]
    has_more: bool
    next_cursor: str | None
    counts: AssessmentCounts


class AssessmentMay(TypedDict):
    """What whoever reads it may do with it."""

    assess: bool
    put_back: bool
    decide: bool
    add: bool
    reply: bool


class AssessmentOutcomeForm(TypedDict):
    """What is set going; which of the fields it needs follows from its kind."""

    kind: Literal["correction", "label", "missed", "coaching"]
    at_seq: NotRequired[int | None]
    text: NotRequired[str]
    verdict: NotRequired[Literal["right", "too_late", "needless", ""]]
    trigger: NotRequired[
        Literal[
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
    ]


class AssessmentOutcomeRow(TypedDict):
    """Something that came of an assessment."""

    id: str
    kind: Literal["correction", "label", "missed", "coaching"]
    at_seq: int | None
    text: str | None
    verdict: Literal["right", "too_late", "needless"] | None
    trigger: Trigger | None
    proposal: OutcomeProposal | None
    by: Colleague | None
    at: str


class AssessmentReply(TypedDict):
    """What the agent says to it."""

    text: str
    at: str


class AssessmentReplyForm(TypedDict):
    """What the agent says to it."""

    text: str
    disputes: NotRequired[bool]


class AssessmentRow(TypedDict):
    """What a reviewer says, or is to say, of an episode of a conversation."""

    id: str
    conversation_id: str
    episode: int
    customer: CustomerBrief
    state: Literal["open", "done", "skipped"]
    scorecard: AssessmentCard
    because: AssessmentCause
    agent: Colleague | None
    team: Named | None
    topic: str | None
    channel: str
    happened_at: str
    done_at: str | None
    reviewer: Colleague | None
    at_it: Colleague | None
    sealed: bool
    score: float | None
    failed: bool
    dispute: Literal["open", "kept", "changed"] | None
    seen: bool


class AssessmentScores(TypedDict):
    """What assessments say in all, of each part, and week by week."""

    days: int
    by: Literal[
        "agent", "team", "topic", "channel", "scorecard", "rules_version", "knowledge_number", "engine", "because"
    ]
    source: Literal["chance", "lists", "all"]
    all: ScoreFigures
    data: list[ScorePart]
    weeks: list[ScoreWeek]


class AssessmentSheet(TypedDict):
    """An assessment with its card, its answers, and what came of it."""

    id: str
    conversation_id: str
    episode: int
    customer: CustomerBrief
    state: Literal["open", "done", "skipped"]
    scorecard: AssessmentCard
    because: AssessmentCause
    agent: Colleague | None
    team: Named | None
    topic: str | None
    channel: str
    happened_at: str
    done_at: str | None
    reviewer: Colleague | None
    at_it: Colleague | None
    sealed: bool
    score: float | None
    failed: bool
    dispute: Literal["open", "kept", "changed"] | None
    seen: bool
    version: int
    part: Literal["assistant", "agent", "both", "nobody"] | Literal[""]
    sections: list[ScorecardSection]
    answers: list[AssessmentAnswerRow]
    failed_at: list[str]
    section_scores: dict[str, float | None]
    comment: str
    reply: AssessmentReply | None
    decision: AssessmentDecision | None
    outcomes: list[AssessmentOutcomeRow]
    handover: AssessedHandover | None
    skipped_because: str | None
    may: AssessmentMay


class AssignAct(TypedDict):
    """Pass it to a team, to a person, or to a person in a team."""

    do: Literal["assign"]
    team_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]


class AssigneeForm(TypedDict):
    """Whom a supervisor gives a conversation, on the state that they saw."""

    agent_id: str
    epoch: int


class AssistantModes(TypedDict):
    """How far the assistant acts by itself."""

    mode: Literal["autopilot", "supervised", "copilot", "off"]
    draft_minutes: int
    threshold: float | None
    order_numbers: str
    order_numbers_found: list[str]
    topics: list[TopicMode]


class AssistantPreview(TypedDict):
    """What the assistant would do with a question."""

    answer: PreviewedAnswer | None
    language: str
    signals: list[Signal]
    decision: PreviewedDecision | None
    considered: RulesConsidered | None
    rules_version: int
    models: list[ModelVersion]


class AssistantPreviewForm(TypedDict):
    """A question to try, or a whole conversation up to one.

    With `draft` as if that article stood so, a new one where `article_id` names none. `customer` has attributes such as
    {"plan": "business"}.
    """

    question: NotRequired[str]
    turns: NotRequired[list[PreviewTurnForm]]
    customer: NotRequired[dict[str, Any]]
    draft: NotRequired[ArticleForm]
    article_id: NotRequired[str]


class AssistantTurn(TypedDict):
    """The same with all that the AI may know and do."""

    id: str
    conversation_id: str
    asked_seq: int
    state: Literal["waiting", "answered", "over"]
    why_over: str | None
    created_at: str
    expires_at: str
    language: str
    tone: str
    instructions: str
    conversation: list[OutsideLine]
    guidance: str | None
    task: OutsideTask | None
    passages: list[OutsidePassage]
    tools: list[OutsideTool]
    outcome: OutsideOutcome | None


class AssistantTurnRequested(TypedDict):
    """An AI of the company's own is asked for an answer."""

    turn_id: str
    conversation_id: str
    asked_seq: int
    expires_at: str


class AssistantTurnRow(TypedDict):
    """A customer's message that an AI of the company's own is asked to answer."""

    id: str
    conversation_id: str
    asked_seq: int
    state: Literal["waiting", "answered", "over"]
    why_over: str | None
    created_at: str
    expires_at: str


class AssistantTurnRowPage(TypedDict):
    """A page of a list."""

    data: list[AssistantTurnRow]
    has_more: bool
    next_cursor: str | None


class AttributeDifference(TypedDict):
    """An attribute with both values; each record keeps its own."""

    name: str
    kept: str | int | float | bool | None
    taken: str | int | float | bool | None


class AuditEntryRow(TypedDict):
    """An entry of the audit log: who did what to which thing."""

    id: str
    at: str
    actor: AuditedActor
    action: str
    object: AuditedObject
    changes: dict[str, list[Any]]
    address: str | None
    request_id: str


class AuditEntryRowPage(TypedDict):
    """A page of a list."""

    data: list[AuditEntryRow]
    has_more: bool
    next_cursor: str | None


class AuditedActor(TypedDict):
    """Who did it."""

    kind: Literal["agent", "token", "operator", "system"]
    id: str
    name: str
    via: AuditedToken | None


class AuditedObject(TypedDict):
    """What it was done to."""

    kind: str
    id: str
    name: str


class AuditedToken(TypedDict):
    """The token of a program that did it for somebody."""

    id: str
    name: str


class Author(TypedDict):
    """Who wrote: kind, id where there is one, and the name that both sides may see."""

    kind: Literal["customer", "assistant", "agent", "system"]
    id: str | None
    name: str


class BeginAssessmentForm(TypedDict):
    """Which conversation somebody wants to assess, and with which card."""

    conversation_id: str
    scorecard_id: str


class BegunConversation(TypedDict):
    """Where a customer's first words went."""

    conversation_id: str
    customer_id: str
    client_id: str
    seq: int
    channel_ref: str
    ai_notice: str | None


class BenchCaseForm(TypedDict):
    """A case: lines, a question alone, or a message of a conversation, and what should come of it.

    A case of a conversation expects what came of the message then, unless `expected` says otherwise.
    """

    lines: NotRequired[list[BenchLineForm]]
    question: NotRequired[str]
    conversation_id: NotRequired[str]
    asked_seq: NotRequired[int]
    expected: NotRequired[Literal["article", "unsure", "handover"]]
    article_id: NotRequired[str | None]
    trigger: NotRequired[str]
    note: NotRequired[str]


class BenchCaseRow(TypedDict):
    """A case of the test bench: what is asked, and what should come of it."""

    id: str
    lines: list[BenchLine]
    question: str
    expected: Literal["article", "unsure", "handover"]
    article: NamedArticle | None
    trigger: str | None
    trigger_label: str | None
    note: str
    from_conversation: str | None
    created_at: str


class BenchChange(TypedDict):
    """What a run tries; empty for the knowledge as it is."""

    article_id: NotRequired[str]
    fields: NotRequired[TriedArticle]
    removed: NotRequired[bool]
    settings: NotRequired[TriedSettings]


class BenchChangeForm(TypedDict):
    """What is tried: fields of an article, its removal, settings."""

    article_id: NotRequired[str]
    removed: NotRequired[bool]
    settings: NotRequired[BenchSettingsForm]
    fields: NotRequired[dict[str, Any]]


class BenchLine(TypedDict):
    """One line of a case."""

    role: Literal["customer", "assistant", "agent"]
    text: str


class BenchLineForm(TypedDict):
    """One line of a case."""

    role: Literal["customer", "assistant", "agent"]
    text: str


class BenchResultRow(TypedDict):
    """What came of a case."""

    outcome: Literal["article", "unsure", "handover"]
    article: NamedArticle | None
    trigger: str | None
    trigger_label: str | None
    text: str
    confidence: float | None
    passed: bool


class BenchRunForm(TypedDict):
    """A run, of the knowledge as it is or with a change."""

    change: NotRequired[BenchChangeForm]


class BenchRunRow(TypedDict):
    """A run of the test bench: all its cases asked once."""

    id: str
    cause: Literal["asked", "knowledge", "settings", "model", "cases", "draft"]
    change: BenchChange
    state: Literal["waiting", "running", "done", "failed"]
    total: int
    done: int
    passed: int
    passed_before: int | None
    problem: str | None
    created_at: str
    finished_at: str | None


class BenchRunsPage(TypedDict):
    """A page of runs."""

    data: list[BenchRunRow]
    has_more: bool
    next_cursor: str | None
    expected: bool


class BenchSettingsForm(TypedDict):
    """Settings that can be tried."""

    threshold: NotRequired[float | None]
    tone: NotRequired[Literal["warm", "neutral", "formal"]]


class BillLine(TypedDict):
    """A line of the bill so far."""

    words: str
    quantity: int
    unit_cents: int
    cents: int


class BillSoFar(TypedDict):
    """What is asked for next."""

    currency: str
    lines: list[BillLine]
    total_cents: int
    next_at: str | None


class BillingAddress(TypedDict):
    """To whom invoices go."""

    name: str
    email: str
    line1: str
    line2: str
    postal_code: str
    city: str
    country: str
    tax_ids: list[TaxIdRow]


class BillingLimitsForm(TypedDict):
    """Whether more is bought; the limit is named with it, and null says aloud that there is none."""

    overage: bool
    overage_limit_cents: int | None


class BillingOverview(TypedDict):
    """The company's plan, what of it is used, and the bill so far."""

    billed: bool
    sandbox: bool
    standing: Literal["trial", "free", "active", "past_due", "unpaid", "complimentary"]
    plan: PlanRow
    interval: Literal["month", "year"] | None
    seats: SeatsUsed
    trial: TrialLeft | None
    period: BillingPeriod
    renews_at: str | None
    ends_at: str | None
    usage: BillingUsage
    bill: BillSoFar
    overage: OverageLimit
    dunning: DunningStep | None
    lock: Literal["unpaid", "over_seats"] | None
    discount: str | None
    card: str | None
    rule: ResolutionRule


class BillingPeriod(TypedDict):
    """The period under way."""

    start: str
    end: str


class BillingUsage(TypedDict):
    """What is used in the period under way."""

    counted: int
    credited: int
    net: int
    included: int | None
    cap: int | None
    percent: int | None
    not_charged: int
    forecast: UsageForecast | None
    paused: bool


class BroughtCounts(TypedDict):
    """How many customers, or conversations, a file holds, by what becomes of them."""

    new: int
    known: int
    merged: int
    problem: int
    stored: int


class BulkFailure(TypedDict):
    """A conversation with which it could not be done, and why."""

    id: str
    why: str


class BulkForm(TypedDict):
    """What to do, and to which conversations: these, or all that a filtered view shows."""

    acts: list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]
    ids: NotRequired[list[str]]
    filter: NotRequired[ConversationFilterForm]
    view: NotRequired[
        Literal[
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
    ]


class BulkRunRow(TypedDict):
    """How far acts on many conversations are."""

    id: str
    state: Literal["waiting", "done", "undoing", "undone"]
    total: int
    done: int
    undone: int
    waiting: int
    failed_count: int
    failed: list[BulkFailure]


class CalendarExceptionForm(TypedDict):
    """Days with other hours."""

    first: str
    last: str
    hours: NotRequired[list[CalendarHoursForm]]
    reason: NotRequired[str]


class CalendarExceptionRow(TypedDict):
    """Days on which other hours hold."""

    id: str
    first: str
    last: str
    hours: list[CalendarHours]
    reason: str


class CalendarForm(TypedDict):
    """A calendar."""

    name: str
    place: NotRequired[str]
    zone: str
    hours: NotRequired[list[CalendarWeekdayForm]]
    seats: NotRequired[int]
    step_minutes: NotRequired[int]
    lead_hours: NotRequired[int]
    horizon_days: NotRequired[int]
    change_hours: NotRequired[int]
    remind_hours: NotRequired[int]
    on: NotRequired[bool]


class CalendarHours(TypedDict):
    """From one time of a day to another."""

    opens: str
    closes: str


class CalendarHoursForm(TypedDict):
    """From one time of a day to another."""

    opens: str
    closes: str


class CalendarRow(TypedDict):
    """A place or a person whose time customers book."""

    id: str
    name: str
    place: str
    zone: str
    hours: list[CalendarWeekday]
    seats: int
    step_minutes: int
    lead_hours: int
    horizon_days: int
    change_hours: int
    remind_hours: int
    on: bool
    services: list[ServiceRow]
    exceptions: list[CalendarExceptionRow]


class CalendarRowPage(TypedDict):
    """A page of a list."""

    data: list[CalendarRow]
    has_more: bool
    next_cursor: str | None


class CalendarWeekday(TypedDict):
    """Hours of a weekday."""

    opens: str
    closes: str
    weekday: int


class CalendarWeekdayForm(TypedDict):
    """Hours of a weekday."""

    opens: str
    closes: str
    weekday: int


class CallCounts(TypedDict):
    """What became of calls that were promised."""

    promised: int
    open: int
    kept: int
    late: int
    reached: int


class CallOutcomeForm(TypedDict):
    """What came of a call."""

    outcome: Literal["done", "failed", "again"]
    again_at: NotRequired[str | None]


class CallWindow(TypedDict):
    """An hour in which somebody may be called."""

    begins_at: str
    ends_at: str


class CallWindows(TypedDict):
    """When a customer can be called."""

    windows: list[CallWindow]
    time_zone: str


class CallbackRow(TypedDict):
    """A call that a customer was promised."""

    id: str
    conversation_id: str
    customer: CustomerBrief
    team: Named | None
    owner: Colleague | None
    phone: PhoneNumber
    begins_at: str
    ends_at: str
    state: Literal["promised", "done", "failed", "cancelled"]
    tries: int
    kept: bool | None
    late: bool
    ended_at: str | None
    ended_by: Colleague | None


class CallbackRowPage(TypedDict):
    """A page of a list."""

    data: list[CallbackRow]
    has_more: bool
    next_cursor: str | None


class CannedReplies(TypedDict):
    """All canned replies; always on one page."""

    data: list[CannedReplyRow]
    has_more: bool
    next_cursor: str | None
    variables: dict[str, str]


class CannedRepliesRead(TypedDict):
    """What a file of canned replies brought."""

    created: int
    changed: int


class CannedReplyForm(TypedDict):
    """A canned reply; a change names some of it."""

    name: str
    shortcut: NotRequired[str]
    folder: NotRequired[str]
    language: NotRequired[str]
    text: str


class CannedReplyRow(TypedDict):
    """Words that the desk says often, under a name."""

    id: str
    name: str
    shortcut: str
    folder: str
    language: str
    text: str
    updated_at: str


class CannedVariables(TypedDict):
    """What variables stand for in one conversation."""

    values: dict[str, str | None]
    language: str


class CardDecision(TypedDict):
    """What a person decided when they had the conversation before."""

    text: str
    by: str
    at: str
    seq: int | None


class CardFact(TypedDict):
    """Something the customer told, with the message it stands in."""

    name: str
    label: str
    value: str
    seq: int
    corrected_from: NotRequired[str]


class CardLine(TypedDict):
    """What was said in the message `seq`."""

    text: str
    seq: int


class CardMood(TypedDict):
    """How the customer sounded in the message `seq`, from -1 (bad) to 1 (good)."""

    seq: int
    value: float


class CardSuggestion(TypedDict):
    """An answer that an agent could use."""

    text: str
    source: Source


class ChangedSubscription(TypedDict):
    """The subscription after a change."""

    standing: Literal["trial", "free", "active", "past_due", "unpaid", "complimentary"]
    plan: Literal["free", "team", "business"]
    interval: Literal["month", "year"] | None
    seats: int | None
    renews_at: str | None
    ends_at: str | None
    page: str | None


class ChartMark(TypedDict):
    """Something that happened, and that may explain a chart."""

    id: str
    at: str
    kind: Literal["rules", "knowledge", "assistant", "note"]
    title: str
    by: str | None
    link: str | None


class ChartMarkForm(TypedDict):
    """What happened on a day."""

    on: str
    title: str


class CheckoutForm(TypedDict):
    """A plan that is paid, how often, and for how many people."""

    plan: Literal["team", "business"]
    interval: Literal["month", "year"]
    seats: int
    accepts: NotRequired[list[str]]


class CheckoutOutcome(TypedDict):
    """What came of a page on which a plan is paid."""

    state: Literal["open", "complete", "expired"]
    standing: Literal["trial", "free", "active", "past_due", "unpaid", "complimentary"]


class ChosenWait(TypedDict):
    """Where a customer stands after they chose; null for who left."""

    queue: QueueStanding | None


class CloseForm(TypedDict):
    """The workspace's name and the owner's password, typed by hand."""

    name: str
    password: str


class ClosingMoments(TypedDict):
    """When the company was closed, and when everything in it goes."""

    asked_at: str
    ends_at: str


class CoachingNote(TypedDict):
    """A reviewer's note to an agent."""

    id: str
    assessment_id: str
    conversation_id: str
    at_seq: int | None
    text: str
    by: Colleague | None
    at: str


class Colleague(TypedDict):
    """A person of the company."""

    id: str
    name: str


class Commitments(TypedDict):
    """What is decided and promised in a conversation, and what was perhaps."""

    facts: list[DecidedFactRow]
    promises: list[PromiseRow]
    perhaps_decided: list[PerhapsCommitment]
    perhaps_promised: list[PerhapsCommitment]


class CompanyDomain(TypedDict):
    """A host name of the company."""

    id: str
    domain: str
    state: Literal["waiting", "live"]
    record: DnsRecord
    points_to: str | None
    problem: str | None
    checked_at: str | None
    primary: bool


class CompanyDomainPage(TypedDict):
    """A page of a list."""

    data: list[CompanyDomain]
    has_more: bool
    next_cursor: str | None


class ComparedBenchResult(TypedDict):
    """What came of a case in this run and in the run before."""

    case: BenchCaseRow
    verdict: Literal["better", "worse", "changed", "same", "new"]
    now: BenchResultRow
    before: BenchResultRow | None


class ComposerForm(TypedDict):
    """How one person writes."""

    undo_seconds: int


class ComposerRow(TypedDict):
    """What the composer needs of its person."""

    undo_seconds: int
    held: list[HeldReplyRow]
    rewrites: list[RewriteWay]
    translates: bool


class ConnectorAction(TypedDict):
    """Something that waits for the connector, or failed there."""

    id: str
    kind: str
    subject: str
    state: Literal["pending", "done", "declined", "failed"]
    amount: str | None
    currency: str | None
    problem: str
    conversation_id: str | None
    created_at: str


class ConnectorActionPage(TypedDict):
    """A page of a list."""

    data: list[ConnectorAction]
    has_more: bool
    next_cursor: str | None


class ConnectorCallRow(TypedDict):
    """A request that the connector made, or began to make."""

    id: str
    at: str
    purpose: Literal["read", "act", "test"]
    method: str
    path: str
    outcome: str
    status: int | None
    took_ms: int
    problem: str
    action_id: str | None
    has_bodies: bool


class ConnectorCallRowPage(TypedDict):
    """A page of a list."""

    data: list[ConnectorCallRow]
    has_more: bool
    next_cursor: str | None


class ConnectorCallWhole(TypedDict):
    """A call with its bodies, where they were kept."""

    id: str
    at: str
    purpose: Literal["read", "act", "test"]
    method: str
    path: str
    outcome: str
    status: int | None
    took_ms: int
    problem: str
    action_id: str | None
    has_bodies: bool
    request: str | None
    reply: str | None


class ConnectorSecret(TypedDict):
    """A secret that was just made."""

    secret: str


class ConnectorSettings(TypedDict):
    """The connector to the company's own service, and how it has fared in the last day."""

    on: bool
    address: str
    reads: list[Literal["orders", "products", "tickets", "persons"]]
    acts: list[str]
    seconds: int
    has_secret: bool
    old_secret_until: str | None
    keeps_until: str | None
    left_alone_seconds: int | None
    calls_today: int
    failed_today: int
    may_read: list[Literal["orders", "products", "tickets", "persons"]]
    may_act: list[str]


class ConnectorTest(TypedDict):
    """One call as it would be made."""

    ok: bool
    why: str | None
    problem: str | None
    found: int
    took_ms: int
    request: RequestSent
    reply: ReplyReceived | None


class ConnectorTestForm(TypedDict):
    """What a test call asks for."""

    kind: Literal["orders.find", "products.list", "tickets.find", "persons.find"]
    number: NotRequired[str]
    email: NotRequired[str]


class Control(TypedDict):
    """Who holds the baton."""

    holder: Literal["assistant", "queue", "agent"]
    agent: Named | None
    team: Named | None
    epoch: int
    since: str
    reason: Literal[
        "started",
        "handed_over",
        "accepted",
        "taken_over",
        "handed_back",
        "transferred",
        "returned",
        "let_go",
        "resolved",
        "undone",
        "left_queue",
    ]


class ControlChange(TypedDict):
    """The baton moved."""

    holder: Literal["assistant", "queue", "agent"]
    agent: Named | None
    team: Named | None
    epoch: int
    since: str
    reason: Literal[
        "started",
        "handed_over",
        "accepted",
        "taken_over",
        "handed_back",
        "transferred",
        "returned",
        "let_go",
        "resolved",
        "undone",
        "left_queue",
    ]
    seq: int
    text: str
    passed_on: list[str]


class ControlEntry(TypedDict):
    """An entry of the log: the baton moved."""

    seq: int
    type: Literal["control.changed"]
    conversation_id: str
    data: ControlChange


class ControlRoom(TypedDict):
    """All live conversations of the assistant, the gravest first; `has_more` where there are more than are shown."""

    data: list[RiskRow]
    has_more: bool
    next_cursor: str | None
    counts: ControlRoomCounts
    settings: ControlRoomSettingsRow


class ControlRoomCounts(TypedDict):
    """How many live conversations there are in each tier, held, and with an answer that waits for a yes."""

    high: int
    raised: int
    low: int
    held: int
    waiting_approval: int


class ControlRoomSettingsForm(TypedDict):
    """All of the settings."""

    raised_from: int
    high_from: int
    approve_from: Literal["raised", "high"] | None
    topics: list[TopicApprovalForm]
    alerts: bool


class ControlRoomSettingsRow(TypedDict):
    """From which risk on a conversation is raised or high, and what forces approval."""

    raised_from: int
    high_from: int
    approve_from: Literal["raised", "high"] | None
    topics: list[TopicApproval]
    alerts: bool


class ConversationCounts(TypedDict):
    """How many conversations each view holds, at most a thousand."""

    waiting: int
    mine: int
    unassigned: int
    team: int
    all: int
    mentions: int
    snoozed: int
    sla: int
    held: int
    assistant: int
    tasks: int
    resolved: int
    unanswered: int


class ConversationCreated(TypedDict):
    """A customer began a conversation."""

    conversation: WebhookConversation
    customer: WebhookCustomer


class ConversationDetail(TypedDict):
    """A conversation with all that stands beside its messages."""

    id: str
    customer: CustomerBrief
    status: Literal["open", "snoozed", "resolved"]
    control: Control
    last_message: LastMessage | None
    needs_reply: bool
    waiting_since: str | None
    unanswered_since: str | None
    due_at: str | None
    draft_due_at: str | None
    overdue_steps: int
    snoozed_until: str | None
    sla: ConversationSla | None
    merged_into: str | None
    channel: Literal["widget", "email", "api", "import"]
    language: str
    seen_seq: int
    priority: Literal["normal", "high", "urgent"]
    offered_to: Colleague | None
    offered_until: str | None
    tags: list[str]
    waits_by: Literal["mail", "call", "assistant"] | Literal[""]
    answer_to: str | None
    call_at: str | None
    tasks: OpenTasks
    trigger: Trigger | None
    created_at: str
    updated_at: str
    seq: int
    draft: DraftRow | None
    handover: LabelledHandover | None
    decisions: list[DecisionRow]
    notes: list[NoteRow]
    actions: list[DeedRow]
    orders: list[OrderBrief]
    identity: KnownIdentity
    past: list[PastConversation]


class ConversationFilter(TypedDict):
    """What narrows the list: of several values of one field any will do."""

    status: NotRequired[list[Literal["open", "snoozed", "resolved"]]]
    holder: NotRequired[list[Literal["assistant", "queue", "agent"]]]
    agent: NotRequired[list[str]]
    team: NotRequired[list[str]]
    tag: NotRequired[list[str]]
    priority: NotRequired[list[Literal["normal", "high", "urgent"]]]
    channel: NotRequired[list[Literal["widget", "email", "api", "import"]]]
    language: NotRequired[list[str]]
    trigger: NotRequired[list[str]]
    sla: NotRequired[list[Literal["running", "breached", "paused"]]]
    since: NotRequired[str]
    until: NotRequired[str]
    q: NotRequired[str]


class ConversationFilterForm(TypedDict):
    """What narrows the list: of several values of one field any will do."""

    status: NotRequired[list[Literal["open", "snoozed", "resolved"]]]
    holder: NotRequired[list[Literal["assistant", "queue", "agent"]]]
    agent: NotRequired[list[str]]
    team: NotRequired[list[str]]
    tag: NotRequired[list[str]]
    priority: NotRequired[list[Literal["normal", "high", "urgent"]]]
    channel: NotRequired[list[Literal["widget", "email", "api", "import"]]]
    language: NotRequired[list[str]]
    trigger: NotRequired[list[str]]
    sla: NotRequired[list[Literal["running", "breached", "paused"]]]
    since: NotRequired[str]
    until: NotRequired[str]
    q: NotRequired[str]


class ConversationHandedOver(TypedDict):
    """A conversation waits for a person; `handover` is null where a person passed it on."""

    conversation: WebhookConversation
    handover: WebhookHandover | None


class ConversationHappened(TypedDict):
    """Something became of a conversation."""

    conversation: WebhookConversation


class ConversationMergeForm(TypedDict):
    """In which conversation this one goes on."""

    epoch: int
    into: str


class ConversationNoteForm(TypedDict):
    """A note: the words, whom it mentions, and the id under which the client may safely repeat it."""

    client_id: str
    text: str
    mentions: NotRequired[list[str]]


class ConversationResolved(TypedDict):
    """A conversation is resolved."""

    conversation: WebhookConversation
    by: str


class ConversationRow(TypedDict):
    """A conversation as the list shows it."""

    id: str
    customer: CustomerBrief
    status: Literal["open", "snoozed", "resolved"]
    control: Control
    last_message: LastMessage | None
    needs_reply: bool
    waiting_since: str | None
    unanswered_since: str | None
    due_at: str | None
    draft_due_at: str | None
    overdue_steps: int
    snoozed_until: str | None
    sla: ConversationSla | None
    merged_into: str | None
    channel: Literal["widget", "email", "api", "import"]
    language: str
    seen_seq: int
    priority: Literal["normal", "high", "urgent"]
    offered_to: Colleague | None
    offered_until: str | None
    tags: list[str]
    waits_by: Literal["mail", "call", "assistant"] | Literal[""]
    answer_to: str | None
    call_at: str | None
    tasks: OpenTasks
    trigger: Trigger | None
    created_at: str
    updated_at: str
    seq: int


class ConversationSla(TypedDict):
    """The clock of the company's promises that is due next."""

    kind: Literal["first_reply", "next_reply", "resolution"]
    due_at: str | None
    soon_at: str | None
    state: Literal["running", "paused", "breached"]
    left: int | None


class ConversationSummary(TypedDict):
    """What was said: point by point, and in lines for a note or a brief."""

    points: list[SummaryPoint]
    text: str


class ConversationTagsForm(TypedDict):
    """All tags of a conversation."""

    tags: list[str]


class CorrectedAnswer(TypedDict):
    """The assistant's answer that was corrected."""

    conversation_id: str
    seq: int
    text: str
    created_at: str


class Correction(TypedDict):
    """What a message puts right: a line of what entry `seq` said is passed on."""

    seq: int
    line: int
    text: str


class CountedChange(TypedDict):
    """How many conversations a change befalls, and the newest of them for those who may read conversations."""

    count: int
    conversations: list[CountedConversation]


class CountedConversation(TypedDict):
    """A conversation behind a count: where it goes with either book, and by which rule."""

    id: str
    customer: str
    at: str
    asked: AskedWords | None
    trigger: str
    rule: str
    before: str
    after: str


class CsatReceived(TypedDict):
    """A customer rated a conversation; both from 1 to 5."""

    survey_id: str
    conversation_id: str
    customer_id: str
    channel: str
    satisfaction: int | None
    effort: int | None
    comment: str
    holder: str
    agent: WebhookPerson | None
    team: WebhookTeam | None
    asked_at: str | None
    answered_at: str | None


class CurvePoint(TypedDict):
    """What answering from a threshold on comes to."""

    answered: float | None
    right: float | None
    threshold: float


class CustomerBrief(TypedDict):
    """Who the customer is, as far as known."""

    id: str
    name: str
    email: str | None


class CustomerConversation(TypedDict):
    """A conversation of the person, and what came of it."""

    id: str
    subject: str
    status: Literal["open", "snoozed", "resolved"]
    channel: Literal["widget", "email", "api", "import"]
    created_at: str
    last_at: str | None
    last_text: str
    topic: str | None
    tags: list[str]
    outcome: Literal["open", "assistant", "people", "merged"]
    mood: float | None
    merged_into: str | None
    customer_id: str


class CustomerCreated(TypedDict):
    """Somebody is a customer from now on."""

    customer: WebhookCustomer


class CustomerErased(TypedDict):
    """All that was known of a customer is gone for good; erase your own copies too."""

    customer_id: str


class CustomerForm(TypedDict):
    """A customer as your own system knows them; what is left out stays as it is."""

    external_id: NotRequired[str]
    name: NotRequired[str | None]
    email: NotRequired[str | None]
    language: NotRequired[str | None]
    attributes: NotRequired[dict[str, Any] | None]


class CustomerHandover(TypedDict):
    """That a person of the company was needed."""

    id: str
    conversation_id: str
    at: str
    label: str | None
    reason: str
    team: Named | None
    accepted_by: Colleague | None


class CustomerMergeRow(TypedDict):
    """That another record is the same person, as somebody said."""

    id: str
    taken: Named
    by: Colleague | None
    at: str
    reasons: list[str]


class CustomerMessage(TypedDict):
    """What a customer wrote, as it was stored."""

    conversation_id: str
    customer_id: str
    client_id: str
    seq: int


class CustomerMessageForm(TypedDict):
    """What a customer wrote; the same `client_id` again stores nothing twice."""

    client_id: str
    text: NotRequired[str]
    attachments: NotRequired[list[str]]


class CustomerNoteForm(TypedDict):
    """A note about a customer."""

    text: str


class CustomerNoteRow(TypedDict):
    """A note about a customer, for the desk only."""

    id: str
    author: Colleague | None
    text: str
    created_at: str


class CustomerRecord(TypedDict):
    """A record of a person, with what is its own."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    attributes: dict[str, str | int | float | bool | None]
    page_attributes: dict[str, str | int | float | bool | None]
    form_answers: list[FormAnswer]
    proven: list[str]
    created_at: str


class CustomerRow(TypedDict):
    """A customer in the list."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    created_at: str
    merged_into: str | None
    conversations: int


class CustomerRowPage(TypedDict):
    """A page of a list."""

    data: list[CustomerRow]
    has_more: bool
    next_cursor: str | None


class CustomerTypingForm(TypedDict):
    """A customer types, or stopped."""

    active: bool


class CustomerUpdated(TypedDict):
    """What is known of a customer changed."""

    customer: WebhookCustomer
    changed: list[str]


class DayOff(TypedDict):
    """A day on which nobody is at work."""

    day: str
    name: str


class DayOffForm(TypedDict):
    """A day off."""

    day: str
    name: str


class DecidedFactForm(TypedDict):
    """Words, and the message that they stand in."""

    text: str
    seq: NotRequired[int | None]


class DecidedFactRow(TypedDict):
    """What a person decided, when, and where it stands."""

    id: str
    text: str
    about: str
    seq: int | None
    decided_by: Colleague
    decided_at: str


class DecisionMade(TypedDict):
    """What was decided in truth."""

    action: str
    trigger: str
    rule: str
    version: int


class DecisionRow(TypedDict):
    """What one turn of the assistant decided, and why."""

    id: str
    asked_seq: int
    answer_seq: int | None
    action: Literal["answer", "unsure", "handover", "held", "off"]
    trigger: str | None
    label: str | None
    rule: RuleVersion | None
    rules_version: int
    signals: list[Signal]
    considered: RulesConsidered | None
    courses: dict[str, list[MoodStep]]
    models: list[ModelVersion]
    guided: Guidance | None
    confidence: float | None
    created_at: str


class DeedRow(TypedDict):
    """Something that a skill did to the business, or was not let do."""

    id: str
    conversation_id: str | None
    skill: SkillName
    kind: str
    subject: str
    state: Literal["pending", "done", "declined", "failed"]
    amount: str | None
    currency: str
    because: str
    says: str
    problem: str
    asked_seq: int | None
    proven: ProvenAddress | None
    approved_by: str | None
    created_at: str
    done_at: str | None


class DeedRowPage(TypedDict):
    """A page of a list."""

    data: list[DeedRow]
    has_more: bool
    next_cursor: str | None


class DeskColleague(TypedDict):
    """An agent as somebody to pass a conversation to."""

    id: str
    name: str
    presence: Literal["online", "away", "offline"]
    teams: list[Named]
    load: int
    capacity: int


class DeskColleaguePage(TypedDict):
    """A page of a list."""

    data: list[DeskColleague]
    has_more: bool
    next_cursor: str | None


class DeskPerson(TypedDict):
    """Somebody of a team, and how much they hold."""

    id: str
    name: str
    presence: Literal["online", "away", "offline"]
    on_shift: bool
    load: int
    capacity: int


class DeskTaskChangeForm(TypedDict):
    """What changes of a task; a field that is not named stays."""

    title: NotRequired[str]
    details: NotRequired[str]
    team_id: NotRequired[str | None]
    owner_id: NotRequired[str | None]
    due_at: NotRequired[str]


class DeskTaskForm(TypedDict):
    """A new task: what, for which team or person, until when."""

    client_id: str
    title: str
    details: NotRequired[str]
    team_id: NotRequired[str | None]
    owner_id: NotRequired[str | None]
    due_at: str


class DeskTaskResultForm(TypedDict):
    """What came of a task."""

    result: NotRequired[str]


class DeskTaskRow(TypedDict):
    """A task that another department does for a conversation."""

    id: str
    conversation_id: str
    teamwork_id: str
    title: str
    details: str
    team: Named | None
    owner: Colleague | None
    state: Literal["open", "done", "dropped"]
    due_at: str
    result: str
    created_by: Colleague
    created_at: str
    closed_by: Colleague | None
    closed_at: str | None


class DeskTasks(TypedDict):
    """All tasks of a conversation, and how the customer hears of their end."""

    data: list[DeskTaskRow]
    has_more: bool
    next_cursor: str | None
    teamwork: TeamworkRow | None


class DifferingAnswer(TypedDict):
    """What one of the two said to a question."""

    label: str
    quote_seq: int | None
    note: str


class DifferingPair(TypedDict):
    """Two assessments of the same conversation that differ somewhere."""

    id: str
    conversation_id: str
    customer: CustomerBrief
    happened_at: str
    topic: str | None
    first: DifferingSide
    second: DifferingSide
    questions: list[DifferingQuestion]


class DifferingPairPage(TypedDict):
    """A page of a list."""

    data: list[DifferingPair]
    has_more: bool
    next_cursor: str | None


class DifferingQuestion(TypedDict):
    """A question that the two answered otherwise."""

    id: str
    text: str
    critical: bool
    first: DifferingAnswer
    second: DifferingAnswer


class DifferingSide(TypedDict):
    """One of two assessments of the same conversation."""

    id: str
    reviewer: Colleague | None
    score: float | None
    failed: bool


class DnsRecord(TypedDict):
    """What the company has to put into its DNS."""

    type: str
    name: str
    value: str


class DomainForm(TypedDict):
    """A host name of the company."""

    domain: str


class DoubleRow(TypedDict):
    """A record that may be the same person."""

    id: str
    name: str
    email: str | None
    created_at: str
    certain: bool
    reasons: list[str]


class DoubleRowPage(TypedDict):
    """A page of a list."""

    data: list[DoubleRow]
    has_more: bool
    next_cursor: str | None


class DraftApprovalForm(TypedDict):
    """A yes, with other words where the agent changed them."""

    text: NotRequired[str | None]


class DraftDeed(TypedDict):
    """What the approval of a draft does to the business."""

    kind: str
    subject: str
    amount: str | None
    currency: str
    because: str
    waits: str
    skill: SkillName
    email: str | None


class DraftRejectionForm(TypedDict):
    """A no, and why."""

    reason: NotRequired[str]


class DraftRow(TypedDict):
    """What the assistant would say, for an agent to decide about."""

    id: str
    conversation_id: str
    kind: Literal["held", "suggested"]
    state: Literal["waiting", "approved", "edited", "rejected", "superseded", "expired"]
    text: str
    html: str
    sources: list[Source]
    confidence: float | None
    reason: str
    due_at: str | None
    asked: AskedMessage
    decided_by: Colleague | None
    answer_seq: int | None
    created_at: str
    act: DraftDeed | None


class DraftRowPage(TypedDict):
    """A page of a list."""

    data: list[DraftRow]
    has_more: bool
    next_cursor: str | None


class DraftingColleague(TypedDict):
    """A colleague who has a draft in the same conversation."""

    agent: Colleague
    updated_at: str


class DunningStep(TypedDict):
    """How far the ladder is, while something is unpaid."""

    since: str
    step: int
    steps: int
    next_try_at: str | None
    locks_at: str
    invoice_page: str | None


class EngineSettings(TypedDict):
    """What makes the answers, what it may cost, and how it fares."""

    engine: Literal["embedded", "language_model", "outside"]
    model_address: str
    model_name: str
    has_key: bool
    tokens_per_day: int
    tokens_per_conversation: int
    tokens_per_visitor: int
    used_today: int
    day_ends_at: str
    calls_today: int
    left_alone_seconds: int | None
    failures: list[ModelFailure]
    translates: bool
    outside_seconds: int
    outside_tokens: int
    outside_heard_at: str | None
    outside_heard_by: str | None


class EntryArticle(TypedDict):
    """An article that an entry of an import is about, or resembles."""

    id: str
    title: str


class EntryChange(TypedDict):
    """An article as an entry would make it; what the source does not tell is left out where the article is new."""

    title: str
    body: NotRequired[str]
    questions: NotRequired[list[str]]
    language: NotRequired[str]
    tags: NotRequired[list[str]]


class EntryTexts(TypedDict):
    """What an entry of an import can say of an article."""

    title: str
    body: str
    questions: list[str]
    language: str
    tags: list[str]


class EpochForm(TypedDict):
    """A change of control, made on the state that the client last saw."""

    epoch: int


class EraseForm(TypedDict):
    """The customer's name, e-mail address or id, typed by hand."""

    confirm: str


class ErasureBegun(TypedDict):
    """That a customer is being erased."""

    id: str
    requested_at: str


class ErrorBody(TypedDict):
    """The one shape of an error."""

    error: ErrorFacts


class ErrorFacts(TypedDict):
    """What went wrong."""

    type: str
    code: str
    message: str
    param: str | None
    request_id: str


class EscalationDecided(TypedDict):
    """The rules looked at what a customer wrote."""

    conversation: WebhookConversation
    decision: WebhookDecision


class EstimatedShare(TypedDict):
    """A share within 0..1 with its 95% interval; it rests on `of` cases."""

    value: float
    low: float
    high: float
    of: int


class EstimatedTotal(TypedDict):
    """A number with its 95% interval."""

    value: float
    low: float
    high: float


class ExportForm(TypedDict):
    """What to export: the workspace, or a customer."""

    kind: Literal["workspace", "customer"]
    customer_id: NotRequired[str | None]


class ExportRow(TypedDict):
    """A copy of the company's data, or of one customer's, as a zip."""

    id: str
    kind: Literal["workspace", "customer"]
    customer: Named | None
    state: Literal["waiting", "running", "done", "failed", "expired"]
    done: int
    total: int
    size: int | None
    url: str | None
    problem: str | None
    expires_at: str | None
    requested_by: Colleague | None
    created_at: str


class ExportRowPage(TypedDict):
    """A page of a list."""

    data: list[ExportRow]
    has_more: bool
    next_cursor: str | None


class FacetCount(TypedDict):
    """How many articles have this value."""

    value: str
    count: int


class FactorCodeForm(TypedDict):
    """A code of the authenticator app."""

    code: str


class FileRow(TypedDict):
    """A file that came with a message."""

    id: str
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None
    url: str


class FirstWords(TypedDict):
    """With what the widget begins; what is empty here is as it is for everybody."""

    greeting: str
    quick_replies: list[str]


class FirstWordsForm(TypedDict):
    """With what the widget begins for readers of one language; what is empty is as it is for everybody."""

    greeting: str
    quick_replies: list[str]


class FormAnswer(TypedDict):
    """What somebody filled in; nobody proved it."""

    name: str
    label: str
    value: str


class FormConsent(TypedDict):
    """What a visitor agrees to."""

    words: dict[str, str]
    url: str


class FormConsentForm(TypedDict):
    """What a visitor agrees to, and where it is written at length."""

    words: dict[str, str]
    url: NotRequired[str]


class FormQuestion(TypedDict):
    """A question of the company's own."""

    id: str
    words: dict[str, str]
    options: list[dict[str, str]]
    is_required: bool


class FormQuestionForm(TypedDict):
    """A question of the company's own; without an `id`, or with one that is not there, it is a new one."""

    id: NotRequired[str]
    words: dict[str, str]
    options: NotRequired[list[dict[str, str]]]
    is_required: NotRequired[bool]


class FoundPart(TypedDict):
    """A stretch of the words around a hit, and whether it was looked for."""

    text: str
    hit: bool


class GapCounts(TypedDict):
    """How many gaps are in which state."""

    open: int
    published: int
    dismissed: int


class GapDismissForm(TypedDict):
    """Why a gap is put aside."""

    because: NotRequired[str]


class GapOutcomes(TypedDict):
    """What became of the questions of a gap: how many ended how; what none did is left out."""

    handover: NotRequired[int]
    unsure: NotRequired[int]
    left: NotRequired[int]
    asked_again: NotRequired[int]
    corrected: NotRequired[int]


class GapProposal(TypedDict):
    """The newest draft of an article for a gap."""

    id: str
    state: Literal["open", "published", "dismissed"]
    title: str
    body: str
    questions: list[str]
    language: str


class GapQuestionRow(TypedDict):
    """One question of a gap: where it was asked, and what became of it."""

    id: str
    conversation_id: str
    customer: str
    asked_seq: int
    text: str
    outcome: Literal["handover", "unsure", "left", "asked_again", "corrected"]
    asked_at: str
    reply: GapReply | None


class GapReply(TypedDict):
    """What an agent replied to a question."""

    seq: int
    text: str
    by: str | None


class GapRow(TypedDict):
    """Questions on one subject that the knowledge did not answer, or answered badly."""

    id: str
    title: str
    state: Literal["open", "published", "dismissed"]
    questions_count: int
    harm: float
    outcomes: GapOutcomes
    proposal: GapProposal | None
    article: NamedArticle | None
    published_at: str | None
    since: GapSince | None
    dismissed_because: str | None
    updated_at: str


class GapSince(TypedDict):
    """What came since an article for a gap was published."""

    asked: int
    answered: int


class GapsPage(TypedDict):
    """A page of gaps of one state."""

    data: list[GapRow]
    has_more: bool
    next_cursor: str | None
    counts: GapCounts


class GivenRating(TypedDict):
    """What a customer answered."""

    satisfaction: int | None
    effort: int | None
    comment: str
    until: str


class Greeting(TypedDict):
    """On which pages, when and whom the company greets, and with what words."""

    id: str
    is_on: bool
    pages: list[GreetingPage]
    after: int
    scroll: int
    leaving: bool
    who: Literal["everybody", "new", "returning"]
    in_hours: bool
    words: dict[str, str]


class GreetingForm(TypedDict):
    """A greeting; without an `id`, or with one that is not there, it is a new one."""

    id: NotRequired[str]
    is_on: NotRequired[bool]
    pages: NotRequired[list[GreetingPageForm]]
    after: NotRequired[int]
    scroll: NotRequired[int]
    leaving: NotRequired[bool]
    who: NotRequired[Literal["everybody", "new", "returning"]]
    in_hours: NotRequired[bool]
    words: dict[str, str]


class GreetingPage(TypedDict):
    """Pages by their path; `*` stands for anything."""

    match: Literal["contains", "begins", "equals"]
    path: str


class GreetingPageForm(TypedDict):
    """Pages by their path."""

    match: Literal["contains", "begins", "equals"]
    path: str


class Greetings(TypedDict):
    """The greetings on the company's pages, in their order; the first that fits a page is shown there."""

    greetings: list[Greeting]


class GreetingsForm(TypedDict):
    """All greetings in their order."""

    greetings: list[GreetingForm]


class Guidance(TypedDict):
    """Whose instruction the assistant followed, or was to."""

    id: str
    kind: Literal["say", "article", "ask_for", "pass_on", "words"]
    text: str
    by: Colleague
    unfollowed: str


class GuidanceForm(TypedDict):
    """An instruction for the next turn."""

    epoch: int
    kind: Literal["say", "article", "ask_for", "pass_on", "words"]
    text: NotRequired[str]
    article_id: NotRequired[str]
    team_id: NotRequired[str]


class GuideAnswer(TypedDict):
    """An answer to a question of a guide."""

    label: str
    also: list[str]
    to: str


class GuideAnswerForm(TypedDict):
    """An answer, other words for it, and where it leads; empty texts are faults, not errors."""

    label: str
    also: list[str]
    to: str


class GuideDraftForm(TypedDict):
    """A guide as it is typed."""

    title: str
    examples: list[str]
    steps: list[GuideStepForm]


class GuideFault(TypedDict):
    """What is wrong with a guide."""

    step: str
    says: str


class GuideFaults(TypedDict):
    """All that is wrong with a guide."""

    faults: list[GuideFault]


class GuideForm(TypedDict):
    """A guide."""

    title: str
    examples: NotRequired[list[str]]
    steps: NotRequired[list[GuideStepForm]]
    on: NotRequired[bool]


class GuideRow(TypedDict):
    """A guide: questions that lead a customer to the cause of a trouble."""

    id: str
    title: str
    examples: list[str]
    questions: int
    on: bool
    version: int
    updated_at: str


class GuideRowPage(TypedDict):
    """A page of a list."""

    data: list[GuideRow]
    has_more: bool
    next_cursor: str | None


class GuideStep(TypedDict):
    """A question, or an end."""

    id: str
    kind: Literal["question", "solved", "person"]
    says: str
    answers: list[GuideAnswer]


class GuideStepForm(TypedDict):
    """A question, or an end."""

    id: str
    kind: Literal["question", "solved", "person"]
    says: str
    answers: list[GuideAnswerForm]


class GuideWhole(TypedDict):
    """A guide with its steps, and what is wrong with it."""

    id: str
    title: str
    examples: list[str]
    questions: int
    on: bool
    version: int
    updated_at: str
    steps: list[GuideStep]
    faults: list[GuideFault]


class HandBackForm(TypedDict):
    """A hand-back: a brief for whoever looks next, what was decided, and what became of promises."""

    epoch: int
    brief: NotRequired[str]
    facts: NotRequired[list[DecidedFactForm]]
    promises: NotRequired[list[PromiseClosingForm]]


class HandoverLabelForm(TypedDict):
    """What somebody says of a handover; without an id of the newest."""

    verdict: Literal["right", "too_late", "needless"]
    trigger: NotRequired[
        Literal[
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
    ]
    handover_id: NotRequired[str]


class HandoverLabelRow(TypedDict):
    """What somebody says of a handover."""

    verdict: Literal["right", "too_late", "needless"]
    trigger: Trigger | None
    by: Colleague | None
    at: str


HandoverQuality = TypedDict(
    "HandoverQuality",
    {
        "from": "str",
        "until": "str",
        "days": "int",
        "by": "Literal['week', 'version']",
        "all": "QualityRow",
        "triggers": "list[QualityTrigger]",
        "versions": "list[QualityVersion]",
        "reviews": "QualityReviews",
    },
)


class HandoverSettingsForm(TypedDict):
    """What is asked of who passes a conversation on."""

    transfer_needs_note: bool


class HandoverSettingsRow(TypedDict):
    """What is asked of whoever passes a conversation on."""

    transfer_needs_note: bool


class HeldDraft(TypedDict):
    """An answer that waits for a yes."""

    id: str
    text: str
    reason: str
    due_at: str | None
    confidence: float | None


class HeldReplyForm(TypedDict):
    """A reply to hold, for how many seconds, and what is done after it."""

    client_id: str
    text: NotRequired[str]
    attachments: NotRequired[list[str]]
    written: NotRequired[WrittenForm | None]
    seconds: int
    acts: NotRequired[
        list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct] | None
    ]


class HeldReplyRow(TypedDict):
    """A reply that is said in some seconds, and can be taken back until then."""

    id: str
    conversation_id: str
    client_id: str
    text: str
    written: OwnWords | None
    attachments: list[str]
    acts: list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]
    due_at: str
    left_ms: int


class HeldShare(TypedDict):
    """The share of ranges that held, with its 95% interval."""

    value: float
    low: float
    high: float


class HoldForm(TypedDict):
    """On which state of the baton somebody acts."""

    epoch: int


class Holidays(TypedDict):
    """The days off of the whole company."""

    holidays: list[DayOff]


class HolidaysForm(TypedDict):
    """All days off."""

    holidays: list[DayOffForm]


class HourTaken(TypedDict):
    """How many conversations are handed over in an hour of the week with either book."""

    before: int
    after: int


class Identity(TypedDict):
    """How signed identity stands; never a secret."""

    has_secret: bool
    made_at: str | None
    old_until: str | None
    last_used_at: str | None
    enforce: bool
    customers: int


class IdentityClaims(TypedDict):
    """What a token says of a customer."""

    sub: str
    email: str
    name: str
    attributes: dict[str, str | int | float | bool | None]
    exp: int


class IdentityForm(TypedDict):
    """What can be changed of it."""

    enforce: bool


class IdentitySecret(TypedDict):
    """A secret that was just made."""

    has_secret: bool
    made_at: str | None
    old_until: str | None
    last_used_at: str | None
    enforce: bool
    customers: int
    secret: str


class IdentitySecretForm(TypedDict):
    """Whether the secret before shall count for another week."""

    keep_old: NotRequired[bool]


class IdentityTest(TypedDict):
    """Whether a token would count."""

    ok: bool
    code: str | None
    problem: str | None
    claims: IdentityClaims | None


class IdentityTokenForm(TypedDict):
    """A token to try."""

    token: str


class ImportChoiceForm(TypedDict):
    """Entries by what they would do, to be chosen or left out together."""

    actions: list[Literal["create", "update", "same", "remove"]]
    chosen: bool


class ImportEntryRow(TypedDict):
    """One article that an import would bring, change or remove."""

    id: str
    action: Literal["create", "update", "same", "remove"]
    title: str
    where: str
    language: str
    chosen: bool
    article: EntryArticle | None
    resembles: EntryArticle | None
    resembles_score: float | None
    applied: bool
    problem: str


class ImportEntryRowPage(TypedDict):
    """A page of a list."""

    data: list[ImportEntryRow]
    has_more: bool
    next_cursor: str | None


class ImportProblem(TypedDict):
    """A part of the source that could not be read or stored."""

    where: str
    message: str


class ImportReview(TypedDict):
    """How many entries would do what, while an import waits for a review."""

    create: int
    update: int
    same: int
    remove: int
    chosen: int


class InvitationForm(TypedDict):
    """Whom to invite as what."""

    email: str
    name: NotRequired[str]
    role: NotRequired[Literal["owner", "admin", "supervisor", "agent", "viewer"]]
    team_ids: NotRequired[list[str]]


class InvitationRow(TypedDict):
    """Somebody was asked by mail to join."""

    id: str
    email: str
    name: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    teams: list[TeamName]
    invited_by: AgentName | None
    created_at: str
    sent_at: str | None
    expires_at: str
    state: Literal["open", "accepted", "expired", "revoked"]


class InvitationRowPage(TypedDict):
    """A page of a list."""

    data: list[InvitationRow]
    has_more: bool
    next_cursor: str | None


class InvoiceRow(TypedDict):
    """An invoice with its lines."""

    id: str
    number: str
    status: Literal["draft", "open", "paid", "uncollectible", "void"]
    total_cents: int
    due_cents: int
    tax_cents: int
    currency: str
    created_at: str
    period_start: str
    period_end: str
    paid_at: str | None
    page: str
    pdf: str
    lines: list[PreviewLine]


class InvoiceRowPage(TypedDict):
    """A page of a list."""

    data: list[InvoiceRow]
    has_more: bool
    next_cursor: str | None


JsonValue: TypeAlias = "Any"


class KlarnaAmount(TypedDict):
    """A number with its interval."""

    value: float
    low: float
    high: float


class KlarnaChance(TypedDict):
    """What speaks for giving a topic to the assistant: of so many drafts, so many were sent as they were."""

    as_it_was: int
    of: int
    says: str


class KlarnaCheck(TypedDict):
    """Where automation costs trust: each topic with its verdict, the gravest first."""

    measured_until: str | None
    waiting: int
    period: ReportPeriod
    days: int
    currency: str
    agent_hour: float | None
    seat_hours: int
    counts: KlarnaCounts
    data: list[KlarnaTopic]


class KlarnaCounts(TypedDict):
    """How many topics there are of each verdict."""

    costs_trust: int
    watch: int
    works: int
    unclear: int
    too_few: int
    people: int


class KlarnaDifference(TypedDict):
    """The assistant's less the others'; `worse` says that it is to the worse beyond doubt."""

    value: float
    low: float
    high: float
    worse: bool


class KlarnaMeasure(TypedDict):
    """One way to hold the assistant against people."""

    key: str
    name: str
    unit: Literal["share", "seconds", "count", "score", "money", "ratio"]
    better: Literal["up", "down"] | None
    alone: ReportPoint | None
    against: ReportPoint | None
    difference: KlarnaDifference | None


class KlarnaMove(TypedDict):
    """What a month of the topic with people would come to."""

    conversations: float
    hours: KlarnaAmount
    seats: KlarnaAmount
    cost: KlarnaAmount | None
    repeats_spared: KlarnaAmount | None


class KlarnaShare(TypedDict):
    """The part of a topic's conversations that the assistant has alone, and of how many in all."""

    value: float
    low: float
    high: float
    of: int


class KlarnaTopic(TypedDict):
    """What can be said of a topic."""

    topic: str
    verdict: Literal["costs_trust", "watch", "works", "unclear", "too_few", "people"]
    headline: str
    says: list[str]
    share: KlarnaShare
    alone: int
    people: int
    against: Literal["people", "company"]
    needed: int | None
    measures: list[KlarnaMeasure]
    move: KlarnaMove | None
    could: KlarnaChance | None


class KnowledgeImportForm(TypedDict):
    """Pasted text, or the address of a site whose pages are read; with `apply` it is stored without a review."""

    apply: NotRequired[bool]
    source: Literal["paste", "web"]
    text: NotRequired[str]
    title: NotRequired[str]
    url: NotRequired[str]
    pages: NotRequired[int]


class KnowledgeImportRow(TypedDict):
    """An import of articles, with how far it is."""

    id: str
    source: Literal["paste", "csv", "markdown", "pdf", "word", "html", "web", "zendesk"]
    name: str
    state: Literal["waiting", "running", "review", "applying", "done", "failed", "dismissed"]
    total: int
    done: int
    created: int
    updated: int
    unchanged: int
    removed: int
    review: ImportReview | None
    problems: list[ImportProblem]
    requested_by: str
    created_at: str


class KnowledgeImportRowPage(TypedDict):
    """A page of a list."""

    data: list[KnowledgeImportRow]
    has_more: bool
    next_cursor: str | None


class KnownAlready(TypedDict):
    """Something that a text asks for although it is known."""

    name: str
    label: str
    value: str
    seq: int | None
    sentence: str


class KnownAlreadyPage(TypedDict):
    """A page of a list."""

    data: list[KnownAlready]
    has_more: bool
    next_cursor: str | None


class KnownIdentity(TypedDict):
    """What the customer proved, and what the page around the widget said of them."""

    proven: list[LiveProof]
    external_id: str | None
    page_attributes: dict[str, str | int | float | bool | None]
    form_answers: list[FormAnswer]


class KnownSlot(TypedDict):
    """What the skill knows already."""

    label: str
    value: str


class LabelledConversation(TypedDict):
    """What is said of a handover now."""

    handover_id: str
    label: HandoverLabelRow | None


class LabelledHandover(TypedDict):
    """The newest handover, with what somebody said of it."""

    id: str
    requested_at: str
    accepted_at: str | None
    accepted_by: Colleague | None
    trigger: Trigger
    rule: RuleVersion
    reason: str
    signals: list[Signal]
    wants: str
    summary: str
    facts: list[CardFact]
    tried: list[CardLine]
    promised: list[CardLine]
    decided: list[CardDecision]
    passed_on: list[str]
    next_step: NextStep | None
    mood: list[CardMood]
    suggestion: CardSuggestion | None
    label: HandoverLabelRow | None


class LadderStep(TypedDict):
    """What a conversation that waits asks of people no more, and after how long."""

    drops: Literal["language", "level", "skill", "team", "everybody"]
    after_seconds: int


class LadderStepForm(TypedDict):
    """A step of the ladder."""

    drops: Literal["language", "level", "skill", "team", "everybody"]
    after_seconds: int


class LastMessage(TypedDict):
    """The newest words of a conversation."""

    author: Author
    text: str
    created_at: str


class LeadAnswer(TypedDict):
    """Something that they told."""

    label: str
    value: str


class LeadQualified(TypedDict):
    """The assistant found a good lead."""

    lead: WebhookLead
    conversation_id: str


class LeadRow(TypedDict):
    """Somebody who may become a customer, as the assistant was told."""

    id: str
    name: str
    email: str
    phone: str
    company: str
    told: list[LeadAnswer]
    score: int
    reasons: list[str]
    good: bool
    state: Literal["new", "contacted", "won", "lost"]
    conversation_id: str | None
    created_at: str


class LeadRowPage(TypedDict):
    """A page of a list."""

    data: list[LeadRow]
    has_more: bool
    next_cursor: str | None


class LeadStateForm(TypedDict):
    """What became of a lead."""

    state: Literal["new", "contacted", "won", "lost"]


class LedgerCredit(TypedDict):
    """Why a line is not paid after all."""

    reason: Literal["reopened", "came_again", "rated_badly", "reviewed", "disputed"]
    words: str
    at: str


class LedgerDispute(TypedDict):
    """What the company said against a line, and what became of that."""

    state: Literal["open", "upheld", "declined"]
    reason: str
    at: str
    by: str
    answer: str | None


class LedgerDisputeForm(TypedDict):
    """Why it was no resolution."""

    reason: str


class LedgerEvidence(TypedDict):
    """A message that a line rests on."""

    seq: int
    role: Literal["asked", "answered", "said"]
    author: Literal["customer", "assistant", "agent", "system"]
    text: str | None
    at: str | None


class LedgerLine(TypedDict):
    """A line of the ledger: a resolution, what it rests on, and what became of it."""

    id: str
    conversation_id: str | None
    customer: Named | None
    topic: str
    ended_at: str
    counted_at: str
    how: Literal["confirmed", "rated", "satisfied"]
    how_words: str
    why: str
    evidence: list[LedgerEvidence]
    charged: bool
    not_charged_because: str | None
    credit: LedgerCredit | None
    dispute: LedgerDispute | None
    can_dispute: bool


class LedgerLinePage(TypedDict):
    """A page of a list."""

    data: list[LedgerLine]
    has_more: bool
    next_cursor: str | None


class LengthOfWaits(TypedDict):
    """How long those waited whom a person took, in seconds: at the middle, and for the slowest tenth."""

    median: float | None
    p90: float | None


class ListedBenchCase(TypedDict):
    """A case of the test bench with what came of it last."""

    id: str
    lines: list[BenchLine]
    question: str
    expected: Literal["article", "unsure", "handover"]
    article: NamedArticle | None
    trigger: str | None
    trigger_label: str | None
    note: str
    from_conversation: str | None
    created_at: str
    last: BenchResultRow | None


class ListedBenchCasePage(TypedDict):
    """A page of a list."""

    data: list[ListedBenchCase]
    has_more: bool
    next_cursor: str | None


class ListedConversation(TypedDict):
    """A conversation as a list shows it, with what a search found in it."""

    id: str
    customer: CustomerBrief
    status: Literal["open", "snoozed", "resolved"]
    control: Control
    last_message: LastMessage | None
    needs_reply: bool
    waiting_since: str | None
    unanswered_since: str | None
    due_at: str | None
    draft_due_at: str | None
    overdue_steps: int
    snoozed_until: str | None
    sla: ConversationSla | None
    merged_into: str | None
    channel: Literal["widget", "email", "api", "import"]
    language: str
    seen_seq: int
    priority: Literal["normal", "high", "urgent"]
    offered_to: Colleague | None
    offered_until: str | None
    tags: list[str]
    waits_by: Literal["mail", "call", "assistant"] | Literal[""]
    answer_to: str | None
    call_at: str | None
    tasks: OpenTasks
    trigger: Trigger | None
    created_at: str
    updated_at: str
    seq: int
    found: SearchHit | None


class ListedConversationPage(TypedDict):
    """A page of a list."""

    data: list[ListedConversation]
    has_more: bool
    next_cursor: str | None


class LiveProof(TypedDict):
    """An e-mail address that the customer proved, how, and until when that counts."""

    email: str
    how: Literal["identity", "code"]
    until: str


LogEntry: TypeAlias = "MessageEntry | ControlEntry | StatusEntry"


class LogPage(TypedDict):
    """A part of the log, in order."""

    data: list[LogEntry]
    has_more: bool
    next_cursor: str | None
    conversation: LogStanding


class LogStanding(TypedDict):
    """Where the conversation stood when its log was read."""

    seq: int
    status: Literal["open", "snoozed", "resolved"]
    control: Control


class MacroForm(TypedDict):
    """A macro; a change names some of it."""

    name: str
    acts: list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]


class MacroPreview(TypedDict):
    """What a macro would do in one conversation."""

    does: list[str]
    reply: str | None
    missing: list[str]
    then: list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]


class MacroRan(TypedDict):
    """A conversation after a macro ran in it."""

    run_id: str
    row: ConversationRow


class MacroRow(TypedDict):
    """Acts that the desk does at once, under a name."""

    id: str
    name: str
    acts: list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]
    updated_at: str


class MacroRowPage(TypedDict):
    """A page of a list."""

    data: list[MacroRow]
    has_more: bool
    next_cursor: str | None


class MacroRunForm(TypedDict):
    """Which macro runs, and under which id the client may safely ask for the same run again."""

    macro_id: str
    key: str


class MailTaken(TypedDict):
    """Where a mail went."""

    conversation_id: str | None
    seq: int | None


class MarkdownForm(TypedDict):
    """Words to look at before they are sent."""

    text: str


class McpError(TypedDict):
    """Why a message could not be answered."""

    code: int
    message: str


class McpForm(TypedDict):
    """A message of JSON-RPC: a request with its `id`, or a notification without one."""

    jsonrpc: Literal["2.0"]
    method: NotRequired[str]
    id: NotRequired[Any]
    params: NotRequired[dict[str, Any]]


class McpMessage(TypedDict):
    """The answer to a message: a result, or an error."""

    jsonrpc: str
    id: int | str
    result: NotRequired[dict[str, JsonValue]]
    error: NotRequired[McpError]


class Me(TypedDict):
    """Who is signed in."""

    id: str
    name: str
    email: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    language: str
    tour_due: bool
    speaks: list[str]
    reads: str
    presence: Literal["online", "away", "offline"]
    presence_by_hand: bool
    on_shift: bool
    idle_seconds: int
    teams: list[Named]
    company: MyCompany
    rights: list[
        Literal[
            "account",
            "conversations.read",
            "conversations.write",
            "conversations.assign",
            "replies.write",
            "customers.read",
            "customers.erase",
            "records.read",
            "records.write",
            "knowledge.read",
            "knowledge.write",
            "skills.read",
            "skills.write",
            "rules.read",
            "rules.write",
            "people.read",
            "people.manage",
            "teams.manage",
            "settings.read",
            "settings.manage",
            "audit.read",
            "data.export",
            "tokens.manage",
            "webhooks.manage",
            "sign_on.manage",
            "workspace.close",
            "assistant.supervise",
            "quality.review",
            "reports.read",
            "billing.read",
            "billing.manage",
        ]
    ]
    is_operator: bool
    workspace: MyWorkspace
    plan: MyPlan
    billing_notice: MyBillingNotice | None


class MeasuredWaits(TypedDict):
    """Seconds until somebody took a conversation."""

    median: float | None
    p90: float | None


class MentionsSeenCount(TypedDict):
    """How many mentions were not seen before."""

    seen: int


class MergeAddresses(TypedDict):
    """The e-mail addresses of both."""

    kept: list[str]
    taken: list[str]


class MergeBrings(TypedDict):
    """What a merge would bring to the person."""

    records: int
    conversations: int
    live: int
    orders: int
    proofs: int


class MergePreview(TypedDict):
    """What would be seen together if two records were one person, and what to think of first."""

    kept: Named
    taken: Named
    reasons: list[str]
    brings: MergeBrings
    attributes: list[AttributeDifference]
    addresses: MergeAddresses
    warnings: list[str]
    refused: str | None


class MessageChoice(TypedDict):
    """Something to pick; who picks it sends `says` as an ordinary message."""

    says: str
    label: str
    detail: str


class MessageCreated(TypedDict):
    """Somebody wrote."""

    conversation: WebhookConversation
    message: WebhookMessage


class MessageEntry(TypedDict):
    """An entry of the log: somebody wrote."""

    seq: int
    type: Literal["message.added"]
    conversation_id: str
    data: MessageRow


class MessageRow(TypedDict):
    """A message of customer, assistant or agent."""

    id: str
    seq: int
    author: Author
    text: str
    html: str
    sources: list[Source]
    attachments: list[FileRow]
    client_id: str | None
    created_at: str
    offers_person: bool
    corrects: Correction | None
    ai: bool
    checked_by: Named | None
    choices: list[MessageChoice]
    greeting: str | None
    form: Literal["", "calendar", "fields", "code", "confirm"]


class MigrationItemRow(TypedDict):
    """A customer or a conversation that a file holds."""

    number: int
    place: int
    kind: Literal["customer", "conversation"]
    key: str
    action: Literal["new", "known", "merged", "problem"]
    name: str
    email: str | None
    messages: int
    notes: int
    sample: list[MigrationLine]
    problem: str
    applied: bool
    customer_id: str | None
    conversation_id: str | None


class MigrationItemRowPage(TypedDict):
    """A page of a list."""

    data: list[MigrationItemRow]
    has_more: bool
    next_cursor: str | None


class MigrationLine(TypedDict):
    """Words of a conversation that waits for a review."""

    by: Literal["customer", "agent", "system"]
    name: str
    text: str
    at: str
    private: bool


class MigrationRow(TypedDict):
    """A file from elsewhere, as a job: read, looked through, stored, and taken back if need be."""

    id: str
    source: Literal["chatwoot", "intercom", "customers"]
    name: str
    state: Literal["reading", "review", "applying", "done", "undoing", "undone", "cancelled", "failed"]
    total: int
    done: int
    customers: BroughtCounts
    conversations: BroughtCounts
    messages: int
    notes: int
    problem: str
    can_be_undone: bool
    requested_by: str
    created_at: str
    finished_at: str | None


class MigrationRowPage(TypedDict):
    """A page of a list."""

    data: list[MigrationRow]
    has_more: bool
    next_cursor: str | None


class ModelFailure(TypedDict):
    """A call of the language model that failed."""

    id: str
    at: str
    why: str
    says: str
    conversation_id: str | None


class ModelTest(TypedDict):
    """Whether a language model answers."""

    ok: bool
    why: str
    problem: str | None
    took_ms: int


class ModelVersion(TypedDict):
    """What measured or answered, with its version."""

    name: str
    label: str
    version: str


class MoodStep(TypedDict):
    """How strong a mood was when the customer wrote the message `seq`, within 0..1."""

    seq: int
    value: float


class Moved(TypedDict):
    """Questions that another threshold would have treated otherwise."""

    count: int
    conversations: list[MovedConversation]


class MovedConversation(TypedDict):
    """A conversation in which another threshold would have changed something."""

    id: str
    customer: str
    asked: QuestionAsked
    confidence: float
    at: str


class MyBillingNotice(TypedDict):
    """What owners and admins should know about the plan before it surprises them."""

    kind: Literal["trial", "trial_ending", "cap_near", "cap_reached", "payment_failed", "locked", "over_seats", "ends"]
    words: str
    href: str


class MyCompany(TypedDict):
    """The company that somebody works for."""

    name: str
    accent: str


class MyPlan(TypedDict):
    """What the company's plan says here and now."""

    key: Literal["free", "team", "business"]
    name: str
    features: list[Literal["control_room", "sla", "sso"]]
    history_days: int | None
    lock: Literal["unpaid", "over_seats"] | None


class MyWorkspace(TypedDict):
    """The workspace of the company."""

    name: str
    host: str
    logo_url: str | None
    accent: str
    requires_totp: bool
    closing_at: str | None


class Named(TypedDict):
    """A person or a team, by id and the name that both sides may see."""

    id: str
    name: str


class NamedArticle(TypedDict):
    """An article, by id and title."""

    id: str
    title: str
    removed: bool


class NewConversationForm(TypedDict):
    """A customer's first words in your channel."""

    client_id: str
    text: NotRequired[str]
    attachments: NotRequired[list[str]]
    customer: SpeakerForm
    channel_ref: NotRequired[str]
    subject: NotRequired[str]


class NewPasswordForm(TypedDict):
    """The password until now, and the one from now on."""

    current: str
    new: str


class NewToken(TypedDict):
    """A token that was just made."""

    id: str
    name: str
    scopes: list[str]
    ending: str
    created_at: str
    created_by: AgentName | None
    expires_at: str | None
    last_used_at: str | None
    secret: str


NextStep = TypedDict(
    "NextStep",
    {
        "text": "str",
        "from": "Literal['skill', 'article', 'decision', 'plan']",
        "because": "str",
        "skill": "NotRequired[str]",
        "article_id": "NotRequired[str | None]",
    },
)


class NoteAct(TypedDict):
    """Write a private note."""

    do: Literal["note"]
    text: str


class NoteRow(TypedDict):
    """A private note in a conversation; no customer ever sees one."""

    id: str
    author: Colleague
    text: str
    html: str
    mentions: list[Colleague]
    passed_on: Literal["transfer", "hand_back"] | None
    created_at: str


class OpenTasks(TypedDict):
    """What other departments still do on a conversation."""

    open: int


class OpeningRow(TypedDict):
    """A time at which a customer can have a service."""

    starts_at: str


class OpeningRowPage(TypedDict):
    """A page of a list."""

    data: list[OpeningRow]
    has_more: bool
    next_cursor: str | None


class OrderBrief(TypedDict):
    """An order as it is shown beside a conversation; amounts are decimal numbers as texts."""

    number: str
    status: str
    placed_at: str
    total: str
    currency: str
    items: list[OrderItem]
    refunded: str | None
    tracking: str | None
    email: str


class OrderFields(TypedDict):
    """An order with its items."""

    number: str
    email: str
    name: NotRequired[str]
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
    placed_at: str
    shipped_at: NotRequired[str | None]
    delivered_at: NotRequired[str | None]
    total: str
    refunded: NotRequired[str]
    currency: NotRequired[str]
    address: NotRequired[Address]
    tracking: NotRequired[str]
    tracking_url: NotRequired[str]
    items: NotRequired[list[OrderItemFields]]


class OrderItem(TypedDict):
    """One thing of an order."""

    name: str
    quantity: int
    price: str


class OrderItemFields(TypedDict):
    """A line of an order; `refunded` are pieces."""

    line: NotRequired[int]
    sku: NotRequired[str]
    name: str
    quantity: NotRequired[int]
    price: str
    refunded: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]


class OrderItemRecord(TypedDict):
    """A line of an order."""

    line: int
    sku: str
    name: str
    quantity: int
    price: str
    refunded: int
    attributes: dict[str, JsonValue]


class OrderRecord(TypedDict):
    """An order with its items."""

    id: str
    number: str
    email: str
    name: str
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
    placed_at: str
    shipped_at: str | None
    delivered_at: str | None
    total: str
    refunded: str
    currency: str
    address: PostalAddress
    tracking: str
    tracking_url: str
    items: list[OrderItemRecord]


class OrderRecordPage(TypedDict):
    """A page of a list."""

    data: list[OrderRecord]
    has_more: bool
    next_cursor: str | None


class OtherCustomerForm(TypedDict):
    """Another record."""

    customer_id: str


class OutcomeProposal(TypedDict):
    """A proposal for the knowledge, and how far it is."""

    id: str
    state: Literal["open", "published", "dismissed"]


class OutsideCitationForm(TypedDict):
    """A passage that the answer rests on; it counts where the quote stands in it, word for word."""

    passage: str
    quote: str


OutsideLine = TypedDict("OutsideLine", {"line": "int", "from": "str", "text": "str"})


class OutsideOutcome(TypedDict):
    """What came of a reply."""

    became: Literal["said", "held", "handed_over"]
    action: Literal["answer", "unsure", "handover", "held", "off"]
    message_id: str | None
    seq: int | None
    text: str | None
    reason: str | None
    trigger: Trigger | None


class OutsidePassage(TypedDict):
    """A passage that may be cited: of an article, or what a person decided for this customer."""

    id: str
    title: str
    text: str


class OutsideReplyForm(TypedDict):
    """A reply, in the form in which a language model of Baton's gives it."""

    action: Literal["answer", "unsure", "hand_over"]
    confidence: float
    signals: NotRequired[list[OutsideSignalForm]]
    citations: NotRequired[list[OutsideCitationForm]]
    text: NotRequired[str]
    client_id: NotRequired[str | None]


class OutsideSignalForm(TypedDict):
    """Something heard in a line of the customer; it counts where the quote stands in that line, word for word."""

    name: Literal[
        "anger",
        "billing_legal",
        "policy_exception",
        "intent_missed",
        "churn_risk",
        "public_escalation",
        "distress",
        "upsell",
        "cross_department",
        "asks_human",
        "loop",
    ]
    value: float
    quote: str
    line: int


class OutsideTask(TypedDict):
    """The task that is under way, which one of the tools goes on with."""

    tool: str
    asked_for: str
    known: dict[str, str]


class OutsideTool(TypedDict):
    """Something that Baton does for the AI; `parameters` is a JSON Schema."""

    name: str
    description: str
    parameters: dict[str, JsonValue]


class OutsideToolForm(TypedDict):
    """A tool of the turn, with its arguments."""

    name: str
    arguments: NotRequired[dict[str, Any]]


class OutsideToolResult(TypedDict):
    """What a tool found, or what came of the turn where the tool ended it."""

    result: dict[str, JsonValue] | None
    outcome: OutsideOutcome | None


class OverageLimit(TypedDict):
    """Whether resolutions beyond the bundle are bought."""

    on: bool
    limit_cents: int | None
    unit_cents: int | None


class OverlapSide(TypedDict):
    """One of two articles that overlap."""

    id: str
    title: str
    quote: str


class OversightGuidance(TypedDict):
    """A private instruction that the next turn of the assistant obeys."""

    id: str
    kind: Literal["say", "article", "ask_for", "pass_on", "words"]
    text: str
    about: str | None
    by: Colleague | None
    at: str
    state: Literal["waiting", "drafted", "followed", "failed", "taken_back", "ended"]
    because: str | None


class OversightHold(TypedDict):
    """Who wants to see the next reply first."""

    by: Colleague | None
    at: str


class OwnAccount(TypedDict):
    """Who one is here, and how one signs in."""

    id: str
    name: str
    email: str
    role: Literal["owner", "admin", "supervisor", "agent", "viewer"]
    languages: list[str]
    language: str
    tour_due: bool
    has_password: bool
    totp: SecondFactor


class OwnAssessmentCounts(TypedDict):
    """How many there are of one's own work, and how many one has not seen yet."""

    of: int
    new: int


class OwnAssessments(TypedDict):
    """A page of what was said of one's own work, and the notes to oneself."""

    data: list[AssessmentRow]
    has_more: bool
    next_cursor: str | None
    counts: OwnAssessmentCounts
    notes: list[CoachingNote]


class OwnSession(TypedDict):
    """A browser in which one is signed in."""

    id: str
    current: bool
    address: str
    browser: str
    created_at: str
    seen_at: str


class OwnSessionPage(TypedDict):
    """A page of a list."""

    data: list[OwnSession]
    has_more: bool
    next_cursor: str | None


class OwnWords(TypedDict):
    """What an agent wrote, in their own language."""

    text: str
    language: str


class PageGreeting(TypedDict):
    """A greeting as a page shows it."""

    id: str
    says: str
    pages: list[str]
    after: int
    scroll: int
    leaving: bool
    who: Literal["everybody", "new", "returning"]
    until: str | None


class PaidInvoice(TypedDict):
    """What came of a try to pay."""

    paid: bool
    page: str | None


class PasswordProofForm(TypedDict):
    """The password, typed again."""

    password: str


class PastConversation(TypedDict):
    """An earlier conversation of the same customer."""

    id: str
    created_at: str
    status: Literal["open", "snoozed", "resolved"]
    last_text: str


class PatchedArticleChangeForm(TypedDict):
    """What changes of an article; `version`, where it is told, is the one that the writer had before them."""

    title: NotRequired[str]
    body: NotRequired[str]
    questions: NotRequired[list[str]]
    language: NotRequired[str]
    tags: NotRequired[list[str]]
    audience: NotRequired[Literal["everyone", "desk"]]
    valid_from: NotRequired[str | None]
    valid_until: NotRequired[str | None]
    version: NotRequired[int | None]


class PatchedBenchCaseForm(TypedDict):
    """A case: lines, a question alone, or a message of a conversation, and what should come of it.

    A case of a conversation expects what came of the message then, unless `expected` says otherwise.
    """

    lines: NotRequired[list[BenchLineForm]]
    question: NotRequired[str]
    conversation_id: NotRequired[str]
    asked_seq: NotRequired[int]
    expected: NotRequired[Literal["article", "unsure", "handover"]]
    article_id: NotRequired[str | None]
    trigger: NotRequired[str]
    note: NotRequired[str]


class PatchedBillingAddressForm(TypedDict):
    """To whom invoices go; a change names some of it."""

    name: NotRequired[str]
    email: NotRequired[str]
    line1: NotRequired[str]
    line2: NotRequired[str]
    postal_code: NotRequired[str]
    city: NotRequired[str]
    country: NotRequired[str]


class PatchedCalendarForm(TypedDict):
    """A calendar."""

    name: NotRequired[str]
    place: NotRequired[str]
    zone: NotRequired[str]
    hours: NotRequired[list[CalendarWeekdayForm]]
    seats: NotRequired[int]
    step_minutes: NotRequired[int]
    lead_hours: NotRequired[int]
    horizon_days: NotRequired[int]
    change_hours: NotRequired[int]
    remind_hours: NotRequired[int]
    on: NotRequired[bool]


class PatchedCannedReplyForm(TypedDict):
    """A canned reply; a change names some of it."""

    name: NotRequired[str]
    shortcut: NotRequired[str]
    folder: NotRequired[str]
    language: NotRequired[str]
    text: NotRequired[str]


class PatchedConnectorForm(TypedDict):
    """The connector; a change names some of it."""

    on: NotRequired[bool]
    address: NotRequired[str]
    reads: NotRequired[list[Literal["orders", "products", "tickets", "persons"]]]
    acts: NotRequired[list[str]]
    seconds: NotRequired[int]
    keep_minutes: NotRequired[int]


class PatchedCustomerChangeForm(TypedDict):
    """What can be put right; a change names some of it."""

    name: NotRequired[str]
    email: NotRequired[str]
    language: NotRequired[str]
    attributes: NotRequired[dict[str, str | int | float | bool | None]]


class PatchedEngineForm(TypedDict):
    """The engine; a change names some of it, and a key that is not named stays."""

    engine: NotRequired[Literal["embedded", "language_model", "outside"]]
    model_address: NotRequired[str]
    model_name: NotRequired[str]
    model_key: NotRequired[str]
    tokens_per_day: NotRequired[int]
    tokens_per_conversation: NotRequired[int]
    tokens_per_visitor: NotRequired[int]
    outside_seconds: NotRequired[int]
    translates: NotRequired[bool]


class PatchedGuideChangeForm(TypedDict):
    """What to change of a guide, with the version that the writer saw."""

    title: NotRequired[str]
    examples: NotRequired[list[str]]
    steps: NotRequired[list[GuideStepForm]]
    on: NotRequired[bool]
    version: NotRequired[int | None]


class PatchedImportEntryForm(TypedDict):
    """Whether an entry is chosen, and the article that it changes instead of becoming a new one."""

    chosen: NotRequired[bool]
    into: NotRequired[str | None]


class PatchedMacroForm(TypedDict):
    """A macro; a change names some of it."""

    name: NotRequired[str]
    acts: NotRequired[list[TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct]]


class PatchedModesForm(TypedDict):
    """How far the assistant acts by itself; a change names some of it."""

    mode: NotRequired[Literal["autopilot", "supervised", "copilot", "off"]]
    draft_minutes: NotRequired[int]
    threshold: NotRequired[float | None]
    order_numbers: NotRequired[str]


class PatchedOrderFields(TypedDict):
    """An order with its items."""

    number: NotRequired[str]
    email: NotRequired[str]
    name: NotRequired[str]
    state: NotRequired[
        Literal[
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
    ]
    placed_at: NotRequired[str]
    shipped_at: NotRequired[str | None]
    delivered_at: NotRequired[str | None]
    total: NotRequired[str]
    refunded: NotRequired[str]
    currency: NotRequired[str]
    address: NotRequired[Address]
    tracking: NotRequired[str]
    tracking_url: NotRequired[str]
    items: NotRequired[list[OrderItemFields]]


class PatchedPersonFields(TypedDict):
    """What is known of a customer."""

    email: NotRequired[str]
    name: NotRequired[str]
    phone: NotRequired[str]
    address: NotRequired[Address]
    attributes: NotRequired[dict[str, Any]]


class PatchedProductFields(TypedDict):
    """Something that is sold."""

    sku: NotRequired[str]
    name: NotRequired[str]
    category: NotRequired[str]
    description: NotRequired[str]
    price: NotRequired[str]
    currency: NotRequired[str]
    stock: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]
    variants: NotRequired[list[dict[str, Any]]]
    url: NotRequired[str]


class PatchedProposalForm(TypedDict):
    """The proposed words; a change names some of them."""

    title: NotRequired[str]
    body: NotRequired[str]
    questions: NotRequired[list[str]]
    language: NotRequired[str]


class PatchedReportScheduleForm(TypedDict):
    """A scheduled report; a change names some of it, and always the whole of when it goes."""

    name: NotRequired[str]
    cadence: NotRequired[Literal["daily", "weekly", "monthly"]]
    weekday: NotRequired[int | None]
    day: NotRequired[int | None]
    at: NotRequired[str]
    covers: NotRequired[Literal["day", "week", "four_weeks", "quarter", "month"]]
    compare: NotRequired[Literal["previous", "year", "none"]]
    format: NotRequired[Literal["pdf", "csv"]]
    metrics: NotRequired[
        list[
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
    ]
    by: NotRequired[
        Literal["", "team", "agent", "topic", "channel", "language", "rules_version", "knowledge", "part", "trigger"]
    ]
    filters: NotRequired[dict[str, list[str]]]
    recipient_ids: NotRequired[list[str]]
    paused: NotRequired[bool]


class PatchedSamplingPlanForm(TypedDict):
    """A list; a change names some of it."""

    name: NotRequired[str]
    scorecard_id: NotRequired[str]
    wanted: NotRequired[
        Literal[
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
    ]
    per_week: NotRequired[int]
    spread_by: NotRequired[Literal["", "agent", "team", "topic", "channel"]]
    second_share: NotRequired[float]
    team_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    topic: NotRequired[str]
    is_active: NotRequired[bool]


class PatchedSavedFilterForm(TypedDict):
    """A filter to keep, under a name."""

    name: NotRequired[str]
    view: NotRequired[
        Literal[
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
    ]
    filter: NotRequired[ConversationFilterForm]
    shared: NotRequired[bool]


class PatchedServiceForm(TypedDict):
    """Something to come for."""

    name: NotRequired[str]
    also: NotRequired[list[str]]
    minutes: NotRequired[int]
    pause_minutes: NotRequired[int]
    on: NotRequired[bool]


class PatchedSurveySettingsForm(TypedDict):
    """When customers are asked; a change names some of it."""

    in_widget: NotRequired[bool]
    by_mail: NotRequired[bool]
    mail_after: NotRequired[int]
    every_days: NotRequired[int]
    asks_effort: NotRequired[bool]
    low_from: NotRequired[int]
    alerts: NotRequired[bool]
    reopens: NotRequired[bool]
    not_tagged: NotRequired[list[str]]


class PatchedTicketFields(TypedDict):
    """Something that is worked on for a customer; `newest` is how a connector tells the newest entry alone."""

    number: NotRequired[str]
    email: NotRequired[str]
    name: NotRequired[str]
    subject: NotRequired[str]
    state: NotRequired[Literal["open", "waiting", "solved", "closed"]]
    opened_at: NotRequired[str]
    updated_at: NotRequired[str]
    newest: NotRequired[str]
    entries: NotRequired[list[TicketEntryFields]]


class PatchedTopicForm(TypedDict):
    """A topic; a change names some of it. An empty mode is that of the whole assistant."""

    name: NotRequired[str]
    description: NotRequired[str]
    examples: NotRequired[list[str]]
    mode: NotRequired[Literal["autopilot", "supervised", "copilot", "off", ""]]
    tag: NotRequired[str]
    team: NotRequired[str]


class PatchedWebhookChange(TypedDict):
    """What changes of a webhook; `state` switches it on or off."""

    url: NotRequired[str]
    description: NotRequired[str]
    types: NotRequired[
        list[
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
    ]
    state: NotRequired[Literal["enabled", "disabled"]]


class PatchedWorkspaceForm(TypedDict):
    """All that can be changed of a workspace; a change names some of it."""

    name: NotRequired[str]
    assistant_name: NotRequired[str]
    privacy_url: NotRequired[str]
    accent: NotRequired[str]
    time_zone: NotRequired[str]
    languages: NotRequired[list[str]]
    allowed_sites: NotRequired[list[str]]
    retention_days: NotRequired[int | None]
    requires_totp: NotRequired[bool]
    tone: NotRequired[Literal["warm", "neutral", "formal"]]
    greeting: NotRequired[str]
    quick_replies: NotRequired[list[str]]
    first_words: NotRequired[dict[str, FirstWordsForm]]


class PerhapsCommitment(TypedDict):
    """A sentence of the desk's that was perhaps a decision or a promise, for a person to confirm."""

    text: str
    seq: int
    by: str
    due_at: str | None


class Person(TypedDict):
    """All that the desk knows of a person, over all records that are theirs."""

    id: str
    name: str
    email: str | None
    created_at: str
    language: str
    attributes: dict[str, str | int | float | bool | None]
    external_id: str | None
    being_erased: bool
    records: list[CustomerRecord]
    merges: list[CustomerMergeRow]
    notes: list[CustomerNoteRow]
    conversations: list[CustomerConversation]
    handovers: list[CustomerHandover]
    orders: list[OrderBrief]


class PersonFields(TypedDict):
    """What is known of a customer."""

    email: str
    name: NotRequired[str]
    phone: NotRequired[str]
    address: NotRequired[Address]
    attributes: NotRequired[dict[str, Any]]


class PersonRecord(TypedDict):
    """What the company's own systems know of a customer."""

    id: str
    email: str
    name: str
    phone: str
    address: PostalAddress
    attributes: dict[str, JsonValue]
    updated_at: str


class PersonRecordPage(TypedDict):
    """A page of a list."""

    data: list[PersonRecord]
    has_more: bool
    next_cursor: str | None


class PersonRequestForm(TypedDict):
    """A customer wants to talk to a person."""

    client_id: str


class PhoneNumber(TypedDict):
    """A number, for machines and for people."""

    e164: str
    text: str


class PlanCancelForm(TypedDict):
    """Why, and what is known to be lost."""

    reason: NotRequired[
        Literal[
            "customer_service",
            "low_quality",
            "missing_features",
            "other",
            "switched_service",
            "too_complex",
            "too_expensive",
            "unused",
        ]
    ]
    words: NotRequired[str]
    accepts: NotRequired[list[str]]


class PlanChangeForm(TypedDict):
    """Another plan, as of the moment of its preview."""

    plan: Literal["team", "business"]
    interval: Literal["month", "year"]
    seats: int
    accepts: NotRequired[list[str]]
    at: str


class PlanLoss(TypedDict):
    """What a change of the plan takes away."""

    code: str
    words: str
    blocks: bool
    who: list[str]


class PlanOffer(TypedDict):
    """A plan that can be chosen."""

    key: Literal["free", "team", "business"]
    name: str
    month_cents: int
    year_cents: int
    included: int
    overage_cents: int | None
    features: list[Literal["control_room", "sla", "sso"]]
    history_days: int | None
    seats_most: int | None
    for_whom: str


class PlanOffers(TypedDict):
    """All that can be chosen, the smallest first; always on one page."""

    data: list[PlanOffer]
    has_more: bool
    next_cursor: str | None
    currency: str
    trial: TrialOffer


class PlanPreview(TypedDict):
    """What a change of the plan would cost and take away."""

    at: str
    lines: list[PreviewLine]
    now_cents: int
    next_cents: int
    next_at: str
    currency: str
    losses: list[PlanLoss]


class PlanPreviewForm(TypedDict):
    """Any plan; how often and for how many people only where it is paid."""

    plan: Literal["free", "team", "business"]
    interval: NotRequired[Literal["month", "year"] | None]
    seats: NotRequired[int | None]


class PlanRow(TypedDict):
    """A plan. Amounts are whole cents, without tax; null: not sold so, or no limit."""

    key: Literal["free", "team", "business"]
    name: str
    month_cents: int
    year_cents: int
    included: int
    overage_cents: int | None
    features: list[Literal["control_room", "sla", "sso"]]
    history_days: int | None
    seats_most: int | None


class PolicyInWords(TypedDict):
    """What a policy means."""

    does: list[str]


class PolicySetting(TypedDict):
    """How a field of a policy is shown, and what it may hold."""

    name: str
    kind: Literal["whole", "money", "yes_no", "text", "choice", "choices", "texts", "table"]
    label: str
    help: str
    unit: str
    least: int
    most: int
    options: list[SettingOption]
    columns: list[PolicySetting]
    default: NotRequired[JsonValue]


class PostalAddress(TypedDict):
    """A postal address, as far as it is known."""

    line: NotRequired[str]
    line2: NotRequired[str]
    town: NotRequired[str]
    region: NotRequired[str]
    postcode: NotRequired[str]
    country: NotRequired[str]


class PreChatForm(TypedDict):
    """What the company asks, and when: never, before the first message, or when a person is asked for."""

    when: Literal["off", "first", "person"]
    name: Literal["off", "optional", "required"]
    email: Literal["off", "optional", "required"]
    phone: Literal["off", "optional", "required"]
    questions: list[FormQuestion]
    consent: FormConsent | None


class PreChatFormForm(TypedDict):
    """The whole form."""

    when: Literal["off", "first", "person"]
    name: NotRequired[Literal["off", "optional", "required"]]
    email: NotRequired[Literal["off", "optional", "required"]]
    phone: NotRequired[Literal["off", "optional", "required"]]
    questions: NotRequired[list[FormQuestionForm]]
    consent: NotRequired[FormConsentForm | None]


class PreviewLine(TypedDict):
    """A line of an invoice, or of a preview; negative for what is given back."""

    words: str
    quantity: int | None
    cents: int


class PreviewTurnForm(TypedDict):
    """One line of a conversation that is tried."""

    role: Literal["customer", "assistant", "agent"]
    text: str


class PreviewedAnswer(TypedDict):
    """What the assistant would say; where a person gets the conversation, what it would suggest to them."""

    text: str
    confidence: float
    sources: list[Source]


class PreviewedDecision(TypedDict):
    """Where a person comes in, and why."""

    trigger: str | None
    label: str | None
    rule: str
    team: str | None
    skill: str | None
    priority: str | None
    reason: str
    hand_over: bool
    held: bool
    say: str


class PriorityAct(TypedDict):
    """Say how soon a person should look."""

    do: Literal["priority"]
    priority: Literal["normal", "high", "urgent"]


class PriorityForm(TypedDict):
    """The priority, and the state on which it was chosen."""

    priority: Literal["normal", "high", "urgent"]
    epoch: NotRequired[int]


class ProductFields(TypedDict):
    """Something that is sold."""

    sku: str
    name: str
    category: NotRequired[str]
    description: NotRequired[str]
    price: str
    currency: NotRequired[str]
    stock: NotRequired[int]
    attributes: NotRequired[dict[str, Any]]
    variants: NotRequired[list[dict[str, Any]]]
    url: NotRequired[str]


class ProductRecord(TypedDict):
    """Something that is sold."""

    id: str
    sku: str
    name: str
    category: str
    description: str
    price: str
    currency: str
    stock: int
    attributes: dict[str, JsonValue]
    variants: list[dict[str, JsonValue]]
    url: str


class ProductRecordPage(TypedDict):
    """A page of a list."""

    data: list[ProductRecord]
    has_more: bool
    next_cursor: str | None


class PromiseChangeForm(TypedDict):
    """What became of a promise, or when it is due."""

    state: NotRequired[Literal["open", "kept", "released", "none"]]
    due_at: NotRequired[str | None]


class PromiseClosingForm(TypedDict):
    """What became of one promise, on a hand-back."""

    id: str
    state: Literal["kept", "released", "open"]


class PromiseForm(TypedDict):
    """What was promised, by when; `is_promise` is false for words that are none."""

    text: str
    seq: NotRequired[int | None]
    due_at: NotRequired[str | None]
    is_promise: NotRequired[bool]


class PromiseRow(TypedDict):
    """What was promised, by whom, until when, and what became of it."""

    id: str
    text: str
    seq: int | None
    by: str
    state: Literal["open", "kept", "released", "none"]
    due_at: str | None
    created_at: str
    closed_by: Colleague | None
    closed_at: str | None


class PromisedCall(TypedDict):
    """A call that a waiting customer was promised, as they see it."""

    phone: str
    begins_at: str
    ends_at: str


class ProposalArticle(TypedDict):
    """The article that a proposal would change, as it stands now."""

    id: str
    title: str
    body: str
    questions: list[str]
    language: str
    version: int
    removed: bool


class ProposalCounts(TypedDict):
    """How many proposals are in which state."""

    open: int
    published: int
    dismissed: int


class ProposalGap(TypedDict):
    """The gap that a proposal would fill."""

    id: str
    title: str
    questions_count: int


class ProposalRow(TypedDict):
    """A change of the knowledge that somebody should decide about: a new article, or other words for one."""

    id: str
    cause: Literal["correction", "gap"]
    state: Literal["open", "published", "dismissed"]
    title: str
    body: str
    questions: list[str]
    language: str
    correction: str | None
    article: ProposalArticle | None
    gap: ProposalGap | None
    message: CorrectedAnswer | None
    made_by: Colleague | None
    made_at: str
    decided_by: Colleague | None
    decided_at: str | None


class ProposalsPage(TypedDict):
    """A page of proposals of one state."""

    data: list[ProposalRow]
    has_more: bool
    next_cursor: str | None
    counts: ProposalCounts


class ProvenAddress(TypedDict):
    """The e-mail address that the customer proved, and how: by the company's signature, or by a code."""

    email: str
    how: Literal["identity", "code"]


class QualityBefore(TypedDict):
    """What the measures were in as many days before."""

    precision: float | None
    in_time: float | None
    recall: float | None


class QualityConversation(TypedDict):
    """A conversation behind a number of the quality page, by its handover or its review."""

    id: str
    conversation_id: str
    customer: CustomerBrief
    at: str
    asked: AskedLine | None
    trigger: Trigger | None
    verdict: Literal["right", "too_late", "needless"] | Literal["right", "missed", "cannot_tell"] | None
    meant: Trigger | None
    by: str | None


class QualityConversationPage(TypedDict):
    """A page of a list."""

    data: list[QualityConversation]
    has_more: bool
    next_cursor: str | None


class QualityPart(TypedDict):
    """How good handovers were in a week, or under a version of the rules."""

    handovers: int
    labelled: int
    right: int
    too_late: int
    needless: int
    other: int
    elsewhere: int
    missed: int
    missed_in_all: EstimatedTotal | None
    precision: EstimatedShare | None
    in_time: EstimatedShare | None
    recall: EstimatedShare | None
    key: str
    begins: str | None


class QualityReviews(TypedDict):
    """How many conversations were drawn for review, and how far that is."""

    drawn: int
    stand_for: int
    judged: int
    cannot_tell: int
    open: int


class QualityRow(TypedDict):
    """How good handovers were, what that was before, and its course."""

    handovers: int
    labelled: int
    right: int
    too_late: int
    needless: int
    other: int
    elsewhere: int
    missed: int
    missed_in_all: EstimatedTotal | None
    precision: EstimatedShare | None
    in_time: EstimatedShare | None
    recall: EstimatedShare | None
    before: QualityBefore
    series: list[QualityPart]


class QualityTrigger(TypedDict):
    """How good the handovers for one reason were."""

    handovers: int
    labelled: int
    right: int
    too_late: int
    needless: int
    other: int
    elsewhere: int
    missed: int
    missed_in_all: EstimatedTotal | None
    precision: EstimatedShare | None
    in_time: EstimatedShare | None
    recall: EstimatedShare | None
    before: QualityBefore
    series: list[QualityPart]
    name: str
    label: str
    protective: bool


class QualityVersion(TypedDict):
    """A version of the rules that was published in these days."""

    number: int
    published_at: str


class QuestionAgreement(TypedDict):
    """How far two reviewers agree on a question."""

    id: str
    text: str
    kind: Literal["yes_no", "scale", "choice"]
    of: int
    same: EstimatedShare | None
    kappa: AgreementCoefficient | None
    alpha: AgreementCoefficient | None
    enough: Literal["none", "few", "some", "good"]
    needed: int | None


class QuestionAsked(TypedDict):
    """A customer's question, by its place in the conversation."""

    seq: int
    text: str


class QuestionScore(TypedDict):
    """What a question of a scorecard was worth on average."""

    score: ScoreMean | None
    failed: EstimatedShare | None
    of: int
    id: str
    text: str
    section: str
    critical: bool


class QuestionScorePage(TypedDict):
    """A page of a list."""

    data: list[QuestionScore]
    has_more: bool
    next_cursor: str | None


class QueueBoard(TypedDict):
    """The queue as it is now."""

    teams: list[QueueOfTeam]


class QueueOfTeam(TypedDict):
    """A team with its line and its people; without team it is the whole desk."""

    team: Named | None
    open: bool
    opens_at: str | None
    count: int
    waiting: list[WaitingConversation]
    resting: int
    people: list[DeskPerson]


class QueueOptions(TypedDict):
    """Where a waiting customer stands, and when they can be called."""

    position: int | None
    wait: WaitRange | None
    opens_at: str | None
    closes_at: str | None
    choices: list[Literal["mail", "call", "assistant", "leave"]]
    chosen: Literal["mail", "call", "assistant"] | Literal[""]
    call: PromisedCall | None
    mail: str | None
    windows: list[CallWindow]
    time_zone: str


class QueueReport(TypedDict):
    """Whether what waiting customers were told came true."""

    days: int
    stated: float
    all: WaitFigures
    waits: LengthOfWaits
    teams: list[TeamWaitFigures]
    weeks: list[WeekOfWaits]
    calls: CallCounts


class QueueStanding(TypedDict):
    """Where a waiting customer stands, and how they can go on."""

    position: int | None
    wait: WaitRange | None
    opens_at: str | None
    closes_at: str | None
    choices: list[Literal["mail", "call", "assistant", "leave"]]
    chosen: Literal["mail", "call", "assistant"] | Literal[""]
    call: PromisedCall | None
    mail: str | None


class Quote(TypedDict):
    """A quotation; start and end are character offsets into the text of message `seq`."""

    text: str
    seq: int
    start: int
    end: int


class RatingForm(TypedDict):
    """What a customer answers."""

    satisfaction: int
    effort: NotRequired[int | None]
    comment: NotRequired[str]


class RecordColumnsForm(TypedDict):
    """How a file is to be read: `mapping` names the column of each field."""

    mapping: dict[str, str]
    attributes: NotRequired[list[str]]
    dates: NotRequired[Literal["iso", "day_first", "month_first"]]


class RecordCount(TypedDict):
    """How many records of a kind there are, and where they come from."""

    kind: Literal["orders", "products", "persons", "tickets"]
    count: int
    from_connector: bool


class RecordCountPage(TypedDict):
    """A page of a list."""

    data: list[RecordCount]
    has_more: bool
    next_cursor: str | None


class RecordFault(TypedDict):
    """What is wrong with a record."""

    param: str | None
    message: str


class RecordField(TypedDict):
    """A field that a column can fill."""

    name: str
    label: str
    needed: bool


class RecordImportBrief(TypedDict):
    """An import of records, as the list shows it."""

    id: str
    kind: Literal["orders", "products", "persons", "tickets"]
    name: str
    state: Literal["mapping", "reading", "review", "applying", "done", "undoing", "undone", "failed", "dismissed"]
    total: int
    done: int
    counts: RecordLineCounts
    problem: str
    requested_by: str
    created_at: str
    can_be_undone: bool


class RecordImportBriefPage(TypedDict):
    """A page of a list."""

    data: list[RecordImportBrief]
    has_more: bool
    next_cursor: str | None


class RecordImportLine(TypedDict):
    """A line of a file, and what it would do or did."""

    line: int
    action: Literal["create", "update", "same", "problem"]
    key: str
    fields: dict[str, JsonValue]
    before: dict[str, JsonValue]
    problem: str
    param: str | None
    applied: bool


class RecordImportLinePage(TypedDict):
    """A page of a list."""

    data: list[RecordImportLine]
    has_more: bool
    next_cursor: str | None


class RecordImportWhole(TypedDict):
    """An import of records, with its columns and how they are to be read."""

    id: str
    kind: Literal["orders", "products", "persons", "tickets"]
    name: str
    state: Literal["mapping", "reading", "review", "applying", "done", "undoing", "undone", "failed", "dismissed"]
    total: int
    done: int
    counts: RecordLineCounts
    problem: str
    requested_by: str
    created_at: str
    can_be_undone: bool
    columns: list[str]
    sample: list[list[str]]
    fields: list[RecordField]
    keeps_attributes: bool
    mapping: dict[str, str]
    attributes: list[str]
    dates: Literal["iso", "day_first", "month_first"]


class RecordLineCounts(TypedDict):
    """How many lines of a file do what."""

    create: int
    update: int
    same: int
    problem: int


class RecordsForm(TypedDict):
    """Records to be written together, each as it would be sent alone; one that exists may be told in part."""

    data: list[dict[str, Any] | None]


class RecoveryCodeList(TypedDict):
    """The recovery codes, told this once; each opens once."""

    recovery_codes: list[str]


class RefundHappened(TypedDict):
    """Something became of a refund that a customer asked for."""

    refund: WebhookRefund
    conversation_id: str
    customer_id: str
    agent_id: str | None


class RehearsalForm(TypedDict):
    """A rehearsal: what was said so far, the last line the customer's, with the task of the reply before."""

    lines: list[RehearsalLineForm]
    task: NotRequired[dict[str, Any] | None]
    policy: NotRequired[dict[str, Any] | None]
    email: NotRequired[str]
    proven: NotRequired[bool]


class RehearsalLineForm(TypedDict):
    """A line of a rehearsal."""

    role: Literal["customer", "assistant"]
    text: str


class RehearsedAct(TypedDict):
    """What would be done to the business."""

    kind: str
    subject: str
    amount: str | None
    currency: str
    because: str
    waits: str


class RehearsedHandover(TypedDict):
    """Why a person would take over."""

    label: str
    reason: str


class RehearsedReply(TypedDict):
    """What comes back to the last line of a rehearsal."""

    choices: list[MessageChoice]
    form: str
    proving: str
    act: RehearsedAct | None
    ends: bool
    says: str
    html: str
    skill: RehearsingSkill | None
    task: dict[str, JsonValue] | None
    known: list[KnownSlot]
    handover: RehearsedHandover | None


class RehearsingSkill(TypedDict):
    """The skill that replied."""

    name: str
    label: str


class RenderedMarkdown(TypedDict):
    """How words will look, in safe markup."""

    html: str


class ReopenAct(TypedDict):
    """Open it again, or wake it, in one's own hand."""

    do: Literal["reopen"]


class Repeat(TypedDict):
    """Something that was said again, in the message `seq`."""

    what: str
    label: str
    by: Literal["agent", "customer"]
    seq: int
    known_seq: int


class RepeatKind(TypedDict):
    """One kind of thing: how often an agent asked for it again, and how often a customer gave it again."""

    what: str
    label: str
    asked: int
    given: int


class RepeatingConversation(TypedDict):
    """A conversation in which a customer had to say something again."""

    conversation_id: str
    customer: str
    agent: str | None
    accepted_at: str
    repeats: list[Repeat]


class RepeatsReport(TypedDict):
    """How often customers had to say again what the handover card had."""

    days: int
    handovers: int
    repeated: int
    share: EstimatedShare | None
    kinds: list[RepeatKind]
    conversations: list[RepeatingConversation]


class ReplayChanges(TypedDict):
    """How many conversations each change befalls."""

    newly: int
    no_longer: int
    earlier: int
    later: int
    target: int
    approval_added: int
    approval_gone: int


class ReplayCost(TypedDict):
    """The work with either book."""

    handling_minutes: float | None
    hourly_cost: float | None
    before: ReplayWork
    after: ReplayWork


class ReplayMeasured(TypedDict):
    """What the desk really did in that time."""

    handovers: int
    handled: int
    handling_minutes: float | None
    held_minutes: float | None
    people: float | None
    waited: MeasuredWaits


class ReplayResult(TypedDict):
    """What other rules would have changed in a time, and what that would mean for the desk."""

    conversations: int
    decisions: int
    unreadable: int
    before: RulesReached
    after: RulesReached
    unchanged: int
    cannot_tell: int
    cut_short: int
    outside_rules: int
    by_rule: list[RuleTaken]
    by_hour: list[HourTaken]
    changes: ReplayChanges
    waiting: ReplayWaiting
    cost: ReplayCost
    measured: ReplayMeasured


class ReplayWaiting(TypedDict):
    """How long customers would wait with either book."""

    why_not: str
    before: ReplayWaits | None
    after: ReplayWaits | None


class ReplayWaits(TypedDict):
    """How long customers would wait."""

    median: float | None
    p90: float | None
    never: int


class ReplayWork(TypedDict):
    """What comes to people, and what that costs."""

    to_people: int
    hours: float | None
    cost: float | None


class ReplayedConversationRow(TypedDict):
    """A conversation with both books: what was said, and the decisions at which they part."""

    id: str
    customer: str
    at: str
    asked: AskedWords | None
    change: Literal["newly", "no_longer", "earlier", "later", "target", "approval_added", "approval_gone", "same"]
    before: ReplayedSide
    after: ReplayedSide
    cannot_tell: bool
    messages: list[ReplayedLine]
    decisions: list[ReplayedDecision]


class ReplayedDecision(TypedDict):
    """A decision as it was made, its facts, and which rules of either book held or nearly did."""

    seq: int
    at: str
    readable: bool
    made: NotRequired[DecisionMade]
    signals: NotRequired[list[Signal]]
    confidence: NotRequired[float | None]
    threshold: NotRequired[float | None]
    before: NotRequired[RulesConsidered | None]
    after: NotRequired[RulesConsidered | None]


class ReplayedLine(TypedDict):
    """What was said in the message `seq`."""

    seq: int
    author: Literal["customer", "assistant", "agent", "system"]
    text: str


class ReplayedRow(TypedDict):
    """A conversation with both books."""

    id: str
    customer: str
    at: str
    asked: AskedWords | None
    change: Literal["newly", "no_longer", "earlier", "later", "target", "approval_added", "approval_gone", "same"]
    before: ReplayedSide
    after: ReplayedSide
    cannot_tell: bool


class ReplayedRowPage(TypedDict):
    """A page of a list."""

    data: list[ReplayedRow]
    has_more: bool
    next_cursor: str | None


class ReplayedSide(TypedDict):
    """Where a conversation goes with one book, and at which message; all null where it stays with the assistant."""

    seq: int | None
    rule: str | None
    trigger: str | None
    does: Literal["hand_over", "ask_approval", "mark"] | None
    team: str | None
    skill: str | None
    priority: str | None
    label: str | None
    where: str


class ReplyAct(TypedDict):
    """Say something to the customer, which cannot be unsaid."""

    do: Literal["reply"]
    text: str


class ReplyApproved(TypedDict):
    """A person let a reply of the assistant go."""

    conversation: WebhookConversation
    reply: WebhookReply
    agent: WebhookPerson
    edited: bool
    answer_seq: int


class ReplyDraftForm(TypedDict):
    """The whole draft, and the revision that the client changed."""

    mode: NotRequired[Literal["reply", "note"]]
    reply: str
    note: str
    revision: int


class ReplyDraftRow(TypedDict):
    """What an agent has written in a conversation and not sent; revision 0 where there is nothing yet."""

    mode: Literal["reply", "note"]
    reply: str
    note: str
    revision: int
    updated_at: str | None


class ReplyDrafts(TypedDict):
    """An agent's own draft in a conversation, and which colleagues have one."""

    draft: ReplyDraftRow
    others: list[DraftingColleague]


class ReplyForm(TypedDict):
    """A message: words, uploads, or both, and the id under which the client may safely repeat it.

    `written` holds the agent's own words where `text` is their translation; only the desk sees them.
    """

    client_id: str
    text: NotRequired[str]
    attachments: NotRequired[list[str]]
    written: NotRequired[WrittenForm | None]


class ReplyHeld(TypedDict):
    """A reply of the assistant waits for a person's yes."""

    conversation: WebhookConversation
    reply: WebhookReply


class ReplyReceived(TypedDict):
    """What came back."""

    status: int
    content_type: str
    body: str


class ReplyTextForm(TypedDict):
    """What somebody is about to send."""

    text: str


class ReplyTranslationForm(TypedDict):
    """What an agent wrote; without a language it is put into the customer's."""

    language: NotRequired[str]
    text: str


class ReportBreakdown(TypedDict):
    """The metrics of each part of a dimension."""

    data: list[ReportPart]


class ReportCourse(TypedDict):
    """The course of one metric: a point for each of the buckets."""

    key: str
    points: list[ReportPoint | None]


class ReportDefinitions(TypedDict):
    """All metrics, and by what they can be told apart."""

    data: list[ReportMetric]
    dimensions: list[ReportDimension]


class ReportDimension(TypedDict):
    """Something by which reports are filtered and broken down."""

    key: str
    name: str


class ReportEpisode(TypedDict):
    """One episode behind a number: a conversation until it was resolved, and again once it was opened."""

    id: str
    conversation_id: str | None
    number: int
    customer: Named | None
    topic: str
    channel: str
    began_at: str
    ended_at: str | None
    part: Literal["assistant", "agent", "both", "nobody"]
    agent: Colleague | None
    value: float | None
    why: str


class ReportEpisodePage(TypedDict):
    """A page of a list."""

    data: list[ReportEpisode]
    has_more: bool
    next_cursor: str | None


class ReportFigure(TypedDict):
    """A metric of a period."""

    value: float | None
    low: float | None
    high: float | None
    of: int
    key: str
    before: ReportPoint | None
    changed: Literal["better", "worse", "same"] | None


class ReportFigures(TypedDict):
    """Metrics of a period, beside those of the one that it is compared with."""

    measured_until: str | None
    waiting: int
    period: ReportPeriod
    compared: ReportPeriod | None
    currency: str
    data: list[ReportFigure]


class ReportMetric(TypedDict):
    """A metric in words."""

    key: str
    name: str
    group: Literal["trust", "volume"]
    unit: Literal["share", "seconds", "count", "score", "money", "ratio"]
    better: Literal["up", "down"] | None
    sentence: str
    definition: str
    counted_by: str


class ReportPart(TypedDict):
    """A part of a dimension, with the figures of each metric by its key."""

    key: str
    name: str
    figures: dict[str, ReportPoint]


ReportPeriod = TypedDict("ReportPeriod", {"from": "str", "to": "str"})


class ReportPoint(TypedDict):
    """A value with its 95% interval, and of how many cases. Null where nothing counts, never 0."""

    value: float | None
    low: float | None
    high: float | None
    of: int


class ReportPrices(TypedDict):
    """What work costs, from which the cost of a resolution is worked out; null for a price that nobody named."""

    agent_hour: str | None
    tokens_per_million: str | None
    currency: str


class ReportPricesForm(TypedDict):
    """What work costs; null for a price that nobody named."""

    agent_hour: str | None
    tokens_per_million: str | None
    currency: str


class ReportRecipient(TypedDict):
    """Somebody who gets a scheduled report."""

    id: str
    name: str
    email: str
    may: bool


class ReportScheduleForm(TypedDict):
    """A scheduled report; a change names some of it, and always the whole of when it goes."""

    name: str
    cadence: Literal["daily", "weekly", "monthly"]
    weekday: NotRequired[int | None]
    day: NotRequired[int | None]
    at: str
    covers: NotRequired[Literal["day", "week", "four_weeks", "quarter", "month"]]
    compare: NotRequired[Literal["previous", "year", "none"]]
    format: NotRequired[Literal["pdf", "csv"]]
    metrics: NotRequired[
        list[
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
    ]
    by: NotRequired[
        Literal["", "team", "agent", "topic", "channel", "language", "rules_version", "knowledge", "part", "trigger"]
    ]
    filters: NotRequired[dict[str, list[str]]]
    recipient_ids: list[str]
    paused: NotRequired[bool]


class ReportScheduleRow(TypedDict):
    """A report that goes out by mail at its times."""

    id: str
    name: str
    cadence: Literal["daily", "weekly", "monthly"]
    weekday: int | None
    day: int | None
    at: str
    says: str
    covers: Literal["day", "week", "four_weeks", "quarter", "month"]
    compare: Literal["previous", "year", "none"]
    format: Literal["pdf", "csv"]
    metrics: list[str]
    by: str
    filters: dict[str, list[str]]
    recipients: list[ReportRecipient]
    paused: bool
    next_at: str | None
    last: ReportSending | None
    made_by: Colleague | None
    created_at: str


class ReportScheduleRowPage(TypedDict):
    """A page of a list."""

    data: list[ReportScheduleRow]
    has_more: bool
    next_cursor: str | None


ReportSending = TypedDict(
    "ReportSending",
    {
        "from": "str",
        "to": "str",
        "id": "str",
        "schedule_id": "str",
        "name": "str",
        "planned_for": "str",
        "asked_by": "Colleague | None",
        "state": "Literal['waiting', 'sent', 'failed']",
        "problem": "str | None",
        "sent": "int",
        "skipped": "int",
        "of": "int",
        "size": "int | None",
        "ended_at": "str | None",
    },
)


class ReportSendingPage(TypedDict):
    """A page of a list."""

    data: list[ReportSending]
    has_more: bool
    next_cursor: str | None


class ReportSeries(TypedDict):
    """The course of metrics, and what happened meanwhile."""

    buckets: list[ReportPeriod]
    data: list[ReportCourse]
    marks: list[ChartMark]


class RequestSent(TypedDict):
    """What went out."""

    method: str
    url: str
    headers: dict[str, str]
    body: str


class ResolutionRule(TypedDict):
    """What a verified resolution is."""

    words: str
    points: list[str]


class ResolveAct(TypedDict):
    """Close it until the customer writes again."""

    do: Literal["resolve"]


class ResolveForm(TypedDict):
    """The end of a conversation; with `drop_tasks` what departments still do is dropped."""

    epoch: int
    drop_tasks: NotRequired[bool]


class ReviewCounts(TypedDict):
    """How many reviews wait, and how many are done."""

    open: int
    done: int


class ReviewForm(TypedDict):
    """What somebody says of a conversation that was drawn; null takes it back."""

    verdict: Literal["right", "missed", "cannot_tell"] | None
    trigger: NotRequired[
        Literal[
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
    ]
    at_seq: NotRequired[int | None]


class ReviewList(TypedDict):
    """A page of reviews, and how many there are of each kind."""

    data: list[ReviewRow]
    has_more: bool
    next_cursor: str | None
    counts: ReviewCounts


class ReviewRow(TypedDict):
    """A conversation that the assistant had alone, drawn by chance: was a person needed?"""

    id: str
    conversation_id: str
    customer: CustomerBrief
    began_at: str
    language: str
    opening: str | None
    verdict: Literal["right", "missed", "cannot_tell"] | None
    trigger: Trigger | None
    at_seq: int | None
    by: Colleague | None
    at: str | None


class ReviewerAgreement(TypedDict):
    """How far two reviewers agree on each question of a scorecard."""

    pairs: int
    waiting: int
    points_apart: float | None
    data: list[QuestionAgreement]


class RewriteForm(TypedDict):
    """The words, in which way, and for a translation into which language."""

    text: str
    way: str
    language: NotRequired[str]


class RewriteWay(TypedDict):
    """A way in which words can be rewritten."""

    name: str
    label: str


class Rewritten(TypedDict):
    """The same in other words."""

    text: str
    lost: list[str]
    added: list[str]


class RiskDismissal(TypedDict):
    """That somebody put the risk aside; it comes back when it rises further."""

    by: Colleague | None
    at: str
    reason: Literal["handled", "harmless", "known", "other"]
    because: str | None
    risk: int


class RiskDismissalForm(TypedDict):
    """Why a risk is put aside."""

    reason: Literal["handled", "harmless", "known", "other"]
    because: NotRequired[str]


class RiskReason(TypedDict):
    """Why a conversation is risky."""

    kind: str
    label: str
    value: float | None
    threshold: float | None
    words: RiskWords | None


class RiskRow(TypedDict):
    """A live conversation of the assistant, with how grave it stands."""

    conversation_id: str
    epoch: int
    customer: Named
    channel: Literal["widget", "email", "api", "import"]
    language: str
    topic: str
    team: Named | None
    subject: str
    risk: int
    tier: Literal["low", "raised", "high"]
    reasons: list[RiskReason]
    last_exchange: list[SpokenLine]
    state: Literal["answering", "waits_for_customer", "draft_waits", "asked_for_hold"]
    hold: OversightHold | None
    guidance: OversightGuidance | None
    draft: HeldDraft | None
    began_at: str
    updated_at: str
    dismissed: RiskDismissal | None


class RiskWords(TypedDict):
    """What the customer wrote in the message `seq`, as evidence."""

    text: str
    seq: int


class Routing(TypedDict):
    """How conversations find people."""

    accept_seconds: int
    least_level: int
    idle_seconds: int
    grace_seconds: int
    ladder: list[LadderStep]
    teams: list[TeamTimer]


class RoutingCandidate(TypedDict):
    """Somebody who was looked at."""

    agent_id: str
    name: str
    verdict: Literal[
        "chosen",
        "busier",
        "less_idle",
        "other_team",
        "no_skill",
        "low_level",
        "other_language",
        "offline",
        "away",
        "off_shift",
        "full",
        "asked_before",
    ]
    load: int
    capacity: int


class RoutingChoiceRow(TypedDict):
    """One look for somebody who takes a conversation."""

    id: str
    at: str
    cause: str
    agent: Colleague | None
    why: str
    need: RoutingNeed
    widened: list[Literal["language", "level", "skill", "team", "everybody"]]
    candidates: list[RoutingCandidate]
    until: str | None
    end: Literal["open", "accepted", "declined", "expired", "withdrawn", "nobody"]
    ended_at: str | None


class RoutingChoiceRowPage(TypedDict):
    """A page of a list."""

    data: list[RoutingChoiceRow]
    has_more: bool
    next_cursor: str | None


class RoutingForm(TypedDict):
    """What may be changed; what is left out stays."""

    accept_seconds: NotRequired[int]
    least_level: NotRequired[int]
    idle_seconds: NotRequired[int]
    grace_seconds: NotRequired[int]
    ladder: NotRequired[list[LadderStepForm]]
    teams: NotRequired[list[TeamTimerForm]]


class RoutingNeed(TypedDict):
    """What was asked for, by name; null: nothing of that kind."""

    team: str | None
    language: str | None
    skill: str | None
    level: int | None


class RuleCatalogue(TypedDict):
    """What rules may speak about in this company, and what they may do."""

    facts: list[RuleFact]
    triggers: list[RuleTrigger]
    does: list[RuleDeed]
    priorities: list[RuleChoice]
    teams: list[str]
    skills: list[str]
    people: list[RuleChoice]
    languages: list[str]
    words: dict[str, dict[str, str]]


class RuleChange(TypedDict):
    """One thing that became of a rule, in words."""

    kind: Literal["added", "removed", "changed", "moved", "switched_on", "switched_off"]
    rule: str
    words: str


class RuleChoice(TypedDict):
    """Something that a rule may name, and what people call it."""

    value: str
    label: str


class RuleDeed(TypedDict):
    """Something that a rule may do."""

    value: str
    label: str
    description: str


class RuleDraftForm(TypedDict):
    """A draft, and the revision that was changed: 0 where there was none."""

    document: dict[str, Any]
    revision: int
    based_on: NotRequired[int | None]


class RuleFact(TypedDict):
    """Something that rules may look at."""

    fact: str
    group: str
    label: str
    description: str
    operators: list[RuleOperator]
    choices: list[RuleFactChoice] | None
    levels: list[RuleLevel] | None
    languages: list[str] | None


class RuleFactChoice(TypedDict):
    """A value of a fact, and what people call it."""

    value: str | float | bool
    label: str


class RuleFired(TypedDict):
    """A rule that held at a decision."""

    rule: str
    trigger: Trigger
    does: Literal["hand_over", "ask_approval", "mark"]


class RuleInForce(TypedDict):
    """A published rule."""

    sentence: str
    parts: list[SentencePart]
    name: str
    trigger: str
    label: str
    does: Literal["hand_over", "ask_approval", "mark"]
    on: bool
    protective: bool
    fired_30_days: int


class RuleLack(TypedDict):
    """One thing that a rule lacked: "Anger 61% of the 70% needed"."""

    fact: str
    was: float
    operator: str
    needed: float
    words: str


class RuleLevel(TypedDict):
    """A share that a fact may reach, and what people call that."""

    value: float
    label: str


class RuleNearly(TypedDict):
    """A rule that one comparison kept from holding."""

    rule: str
    trigger: Trigger
    lacks: list[RuleLack]


class RuleOperator(TypedDict):
    """A way in which a rule may compare a fact."""

    operator: str
    label: str
    value: Literal["none", "share", "number", "text", "choice", "choices", "boolean", "clock_range"]


class RuleProblem(TypedDict):
    """What keeps a draft from being published."""

    place: str
    problem: str


RuleReplayForm = TypedDict(
    "RuleReplayForm",
    {
        "from": "str",
        "to": "str",
        "document": "NotRequired[dict[str, Any] | None]",
        "handling_minutes": "NotRequired[float | None]",
        "hourly_cost": "NotRequired[float | None]",
        "agents": "NotRequired[int | None]",
    },
)


RuleReplayHead = TypedDict(
    "RuleReplayHead",
    {
        "from": "str",
        "to": "str",
        "id": "str",
        "state": "Literal['waiting', 'running', 'done', 'failed', 'cancelled']",
        "against_version": "int",
        "handling_minutes": "float | None",
        "hourly_cost": "float | None",
        "agents": "int | None",
        "total": "int",
        "done": "int",
        "problem": "str",
        "requested_by": "str",
        "created_at": "str",
        "finished_at": "str | None",
    },
)


class RuleReplayHeadPage(TypedDict):
    """A page of a list."""

    data: list[RuleReplayHead]
    has_more: bool
    next_cursor: str | None


RuleReplayRow = TypedDict(
    "RuleReplayRow",
    {
        "from": "str",
        "to": "str",
        "id": "str",
        "state": "Literal['waiting', 'running', 'done', 'failed', 'cancelled']",
        "against_version": "int",
        "handling_minutes": "float | None",
        "hourly_cost": "float | None",
        "agents": "int | None",
        "total": "int",
        "done": "int",
        "problem": "str",
        "requested_by": "str",
        "created_at": "str",
        "finished_at": "str | None",
        "result": "ReplayResult | None",
    },
)


class RuleSentence(TypedDict):
    """A rule in words."""

    sentence: str
    parts: list[SentencePart]


class RuleTaken(TypedDict):
    """How many conversations a rule hands over with either book."""

    rule: str
    was: int
    now: int


class RuleTrigger(TypedDict):
    """What a rule's handover counts as."""

    value: str
    label: str
    description: str
    protective: bool


class RuleVersion(TypedDict):
    """A rule of escalation, and the version of the rules that it stood in."""

    name: str
    version: int


class RuleWarning(TypedDict):
    """What the author of a rule should know."""

    kind: str
    rule: str
    other: str | None
    words: str


class RulesComparison(TypedDict):
    """What became of one version until another."""

    number: int
    against: int | None
    diff: list[RuleChange]


class RulesConsidered(TypedDict):
    """The rules that held at a decision, the deciding one first, and those that one comparison kept from it."""

    fired: list[RuleFired]
    nearly: list[RuleNearly]


class RulesCount(TypedDict):
    """What other rules would have changed in the last days."""

    conversations: int
    decisions: int
    unreadable: int
    before: RulesReached
    after: RulesReached
    unchanged: int
    cannot_tell: int
    cut_short: int
    outside_rules: int
    by_rule: list[RuleTaken]
    by_hour: list[HourTaken]
    newly: CountedChange
    no_longer: CountedChange
    approval_added: CountedChange
    approval_gone: CountedChange
    target: CountedChange
    earlier: CountedChange
    later: CountedChange
    since: str
    days: int


class RulesCountForm(TypedDict):
    """Which rules are tried on how many days."""

    document: dict[str, Any] | None
    days: NotRequired[int]


class RulesDraft(TypedDict):
    """The rules as somebody is changing them."""

    revision: int
    document: dict[str, JsonValue]
    changed_at: str
    changed_by: str
    changed_by_id: str
    based_on: int
    problems: list[RuleProblem]
    warnings: list[RuleWarning]
    sentences: list[RuleSentence | None]
    diff: list[RuleChange]


class RulesInForce(TypedDict):
    """The rules that decide, and the draft of the next ones."""

    version: int
    published_at: str | None
    published_by: str
    note: str
    document: dict[str, JsonValue]
    rules: list[RuleInForce]
    problem: str | None
    draft: RulesDraft | None


class RulesPublishForm(TypedDict):
    """What is published, and why."""

    note: NotRequired[str]
    revision: int


class RulesReached(TypedDict):
    """How many conversations a person gets, and of how many an answer waits for a yes."""

    handed_over: int
    approvals: int


class RulesRestoreForm(TypedDict):
    """Why an older version comes back."""

    note: NotRequired[str]


class RulesVersion(TypedDict):
    """A version of the rules, with what it changed."""

    number: int
    published_at: str
    published_by: str
    note: str
    restored_from: int | None
    problem: str | None
    diff: list[RuleChange]


class RulesVersionPage(TypedDict):
    """A page of a list."""

    data: list[RulesVersion]
    has_more: bool
    next_cursor: str | None


class SaidReply(TypedDict):
    """A reply that was said, and the conversation afterwards."""

    message: MessageRow
    row: ConversationRow
    problem: str | None


class SamplingDrawn(TypedDict):
    """The last drawing of a list: of how many it drew how many, and how many of them are assessed."""

    at: str
    of: int
    drawn: int
    done: int
    seed: str


class SamplingPlanForm(TypedDict):
    """A list; a change names some of it."""

    name: str
    scorecard_id: str
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
    per_week: int
    spread_by: NotRequired[Literal["", "agent", "team", "topic", "channel"]]
    second_share: NotRequired[float]
    team_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    topic: NotRequired[str]
    is_active: NotRequired[bool]


class SamplingPlanRow(TypedDict):
    """A list that draws conversations for review once a week."""

    id: str
    name: str
    scorecard: Named
    wanted: SamplingWish
    per_week: int
    spread_by: Literal["agent", "team", "topic", "channel"] | None
    second_share: float
    team: Named | None
    agent: Colleague | None
    topic: str | None
    is_active: bool
    made_by: Colleague | None
    last: SamplingDrawn | None
    next_at: str | None


class SamplingPlanRowPage(TypedDict):
    """A page of a list."""

    data: list[SamplingPlanRow]
    has_more: bool
    next_cursor: str | None


class SamplingPreview(TypedDict):
    """What a list would have drawn of the last seven days."""

    strata: list[SamplingStratum]
    of: int
    drawn: int


class SamplingStratum(TypedDict):
    """How many there were of a team, agent, topic or channel, and how many of them are drawn."""

    name: str | None
    of: int
    drawn: int


class SamplingWish(TypedDict):
    """What a list looks for."""

    kind: Literal[
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
    label: str


class SavedFilterForm(TypedDict):
    """A filter to keep, under a name."""

    name: str
    view: NotRequired[
        Literal[
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
    ]
    filter: NotRequired[ConversationFilterForm]
    shared: NotRequired[bool]


class SavedFilterRow(TypedDict):
    """A view narrowed by a filter, under a name."""

    id: str
    name: str
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
    filter: ConversationFilter
    shared: bool
    owner: Colleague
    mine: bool
    changed_at: str


class SavedFilterRowPage(TypedDict):
    """A page of a list."""

    data: list[SavedFilterRow]
    has_more: bool
    next_cursor: str | None


class Scope(TypedDict):
    """What a token may be given."""

    name: str
    text: str


class ScoreFigures(TypedDict):
    """What assessments say, and how many there are."""

    score: ScoreMean | None
    failed: EstimatedShare | None
    of: int


class ScoreMean(TypedDict):
    """A mean score of 100 with its 95% interval, and of how many."""

    value: float
    low: float | None
    high: float | None
    of: int


class ScorePart(TypedDict):
    """What the assessments of one agent, team, topic or version say."""

    score: ScoreMean | None
    failed: EstimatedShare | None
    of: int
    key: str
    name: str


class ScoreWeek(TypedDict):
    """What the assessments of one week say; `begins` is its Monday."""

    score: ScoreMean | None
    failed: EstimatedShare | None
    of: int
    begins: str


class ScorecardChoice(TypedDict):
    """One of the answers of a question."""

    id: str
    label: str
    worth: float | None


class ScorecardChoiceForm(TypedDict):
    """One of the answers of a question; without a worth it does not count."""

    id: NotRequired[str]
    label: str
    worth: float | None


class ScorecardForm(TypedDict):
    """A scorecard as a whole."""

    name: str
    describes: NotRequired[str]
    looks_at: Literal["assistant", "agents", "both"]
    sections: list[ScorecardSectionForm]


class ScorecardQuestion(TypedDict):
    """A question of a scorecard."""

    id: str
    text: str
    help: str
    kind: Literal["yes_no", "scale", "choice"]
    weight: int
    critical: bool
    may_not_apply: bool
    good: Literal["yes", "no"]
    steps: Literal[3, 4, 5, 7]
    choices: list[ScorecardChoice]


class ScorecardQuestionForm(TypedDict):
    """A question of a scorecard."""

    id: NotRequired[str]
    text: str
    help: NotRequired[str]
    kind: Literal["yes_no", "scale", "choice"]
    weight: NotRequired[int]
    critical: NotRequired[bool]
    may_not_apply: NotRequired[bool]
    good: NotRequired[Literal["yes", "no"]]
    steps: NotRequired[Literal[3, 4, 5, 7]]
    choices: NotRequired[list[ScorecardChoiceForm]]


class ScorecardRow(TypedDict):
    """A scorecard with the version that counts."""

    id: str
    name: str
    describes: str
    looks_at: Literal["assistant", "agents", "both"]
    archived: bool
    version: int
    sections: list[ScorecardSection]
    versions: list[ScorecardVersionBrief]
    made_by: Colleague | None
    changed_at: str


class ScorecardRowPage(TypedDict):
    """A page of a list."""

    data: list[ScorecardRow]
    has_more: bool
    next_cursor: str | None


class ScorecardSection(TypedDict):
    """Questions on one subject."""

    id: str
    title: str
    questions: list[ScorecardQuestion]


class ScorecardSectionForm(TypedDict):
    """Questions on one subject."""

    id: NotRequired[str]
    title: str
    questions: list[ScorecardQuestionForm]


class ScorecardVersionBrief(TypedDict):
    """A version of a scorecard, and when it was published."""

    number: int
    at: str


class SearchHit(TypedDict):
    """Where a search found its words in a conversation."""

    seq: int | None
    note_id: NotRequired[str]
    author: str | None
    at: str | None
    parts: list[FoundPart]
    where: Literal["message", "note", "customer", "order", "tag", "subject", "apart"]


class SearchResults(TypedDict):
    """The best few of each kind that whoever asks may read."""

    conversations: list[ListedConversation]
    customers: list[CustomerBrief]
    articles: list[ArticleTitle]


class Seats(TypedDict):
    """The seats of the plan; viewers take none."""

    limit: int
    taken: int
    invited: int


class SeatsUsed(TypedDict):
    """How many people the plan has room for."""

    limit: int | None
    taken: int
    invited: int
    viewers: int
    left: int | None


class SecondFactor(TypedDict):
    """Whether a code of an authenticator app is asked for beside the password."""

    on: bool
    recovery_codes_left: int
    required: bool


class SeenForm(TypedDict):
    """How far a customer has seen the log."""

    seq: int


class SentencePart(TypedDict):
    """A piece of a sentence about a rule."""

    text: str
    strong: bool


class ServiceForm(TypedDict):
    """Something to come for."""

    name: str
    also: NotRequired[list[str]]
    minutes: int
    pause_minutes: NotRequired[int]
    on: NotRequired[bool]


class ServiceRow(TypedDict):
    """What a customer can come for."""

    id: str
    name: str
    also: list[str]
    minutes: int
    pause_minutes: int
    on: bool


class SettingOption(TypedDict):
    """What may be chosen."""

    value: str
    label: str


class Shares(TypedDict):
    """Shares within 0 to 1; null where there was nothing to count."""

    answered: float | None
    right: float | None


class SignOnForm(TypedDict):
    """The provider; a secret that is left out stays."""

    issuer: str
    client_id: str
    client_secret: NotRequired[str]
    only: NotRequired[bool]


class SignOnSettings(TypedDict):
    """The OpenID Connect provider by which people sign in."""

    issuer: str
    client_id: str
    has_secret: bool
    only: bool
    callback_url: str
    sign_in_url: str


class SignOnTest(TypedDict):
    """Whether the provider can be used."""

    ok: bool
    problem: str | None


class Signal(TypedDict):
    """Something that was heard in the customer's words: value and threshold within 0..1, and the words."""

    name: str
    label: str
    value: float
    threshold: float
    evidence: list[Quote]


class SkillLevelForm(TypedDict):
    """A skill and how well somebody has it: 1 (learning) to 5 (expert)."""

    skill_id: str
    level: int


class SkillName(TypedDict):
    """A skill by its name for programs, and the one for people."""

    name: str
    label: str


class SkillNameForm(TypedDict):
    """The name of something that people know how to handle."""

    name: str


class SkillPolicyForm(TypedDict):
    """A policy that is not stored."""

    policy: dict[str, Any]


class SkillRow(TypedDict):
    """A skill of the assistant, and how it was used lately."""

    name: str
    label: str
    purpose: str
    on: bool
    does: list[str]
    broken: str
    personal: bool
    writes: list[str]
    used: SkillUse


class SkillRowPage(TypedDict):
    """A page of a list."""

    data: list[SkillRow]
    has_more: bool
    next_cursor: str | None


class SkillSettingsForm(TypedDict):
    """A change of a skill names some of it; what the policy holds is read by the skill itself."""

    on: NotRequired[bool]
    policy: NotRequired[dict[str, Any]]


class SkillSlot(TypedDict):
    """Something that a skill must know."""

    name: str
    label: str
    kind: str
    required: bool


class SkillUse(TypedDict):
    """In how many conversations a skill was used lately, and how they ended."""

    days: int
    used: int
    finished: int
    handed_over: int
    open: int
    acts: int


class SkillUseRow(TypedDict):
    """A conversation in which a skill was used."""

    id: str
    customer: str
    last_text: str
    at: str


class SkillUseRowPage(TypedDict):
    """A page of a list."""

    data: list[SkillUseRow]
    has_more: bool
    next_cursor: str | None


class SkillWhole(TypedDict):
    """A skill of the assistant with its policy."""

    name: str
    label: str
    purpose: str
    on: bool
    does: list[str]
    broken: str
    personal: bool
    writes: list[str]
    used: SkillUse
    policy: dict[str, JsonValue]
    shape: list[PolicySetting]
    slots: list[SkillSlot]
    examples: list[str]
    near_misses: list[str]


class SkipAssessmentForm(TypedDict):
    """Why one is passed over."""

    because: str


class SlaBreached(TypedDict):
    """A promised time is over."""

    conversation: WebhookConversation
    promise: str
    seconds: int
    breached_at: str


class SlaKept(TypedDict):
    """How one promise was kept within 30 days."""

    kind: Literal["first_reply", "next_reply", "resolution"]
    ended: int
    late: int


class SlaPolicies(TypedDict):
    """What the company promises, the most general first, and how it was kept of late."""

    policies: list[SlaPolicyRow]
    lately: list[SlaKept]


class SlaPoliciesForm(TypedDict):
    """All policies at once, so that a retry undoes nothing."""

    policies: list[SlaPolicyForm]


class SlaPolicyForm(TypedDict):
    """What is promised for one team or all, and one priority or all."""

    team_id: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"] | None]
    hours: NotRequired[Literal["team", "always"]]
    first_reply: NotRequired[int | None]
    next_reply: NotRequired[int | None]
    resolution: NotRequired[int | None]


class SlaPolicyRow(TypedDict):
    """What is promised for one team or all, and one priority or all, in minutes of the time that counts."""

    id: str
    team_id: str | None
    priority: Literal["normal", "high", "urgent"] | None
    hours: Literal["team", "always"]
    first_reply: int | None
    next_reply: int | None
    resolution: int | None


class SlaPreview(TypedDict):
    """A message and when its promise is due, by the team's own clock: `2026-11-20T17:50:00+01:00`."""

    at: str
    due_at: str
    time_zone: str
    known: bool


class SnoozeAct(TypedDict):
    """Let it rest for so many minutes, or until a moment; exactly one of them is there."""

    do: Literal["snooze"]
    minutes: NotRequired[int]
    until: NotRequired[str]


class SnoozeForm(TypedDict):
    """Until when the conversation rests."""

    epoch: int
    until: str


class SocketTicketRow(TypedDict):
    """The right to open one desk socket once."""

    ticket: str
    expires_in: int


class Source(TypedDict):
    """What an answer rests on."""

    article_id: str
    title: str
    passage: str


class SpeakerForm(TypedDict):
    """Who writes: somebody known, by `id` or `external_id`, or somebody new."""

    external_id: NotRequired[str]
    name: NotRequired[str | None]
    email: NotRequired[str | None]
    language: NotRequired[str | None]
    attributes: NotRequired[dict[str, Any] | None]
    id: NotRequired[str]


class SpokenLine(TypedDict):
    """A message of the last exchange, cut where it is long."""

    author: Literal["customer", "assistant", "agent", "system"]
    text: str
    at: str
    seq: int


class StatusChange(TypedDict):
    """The conversation was resolved, snoozed or opened again, or the customer was told something in a quiet line."""

    seq: int
    status: Literal["open", "snoozed", "resolved"]
    text: str
    at: str
    notice: bool
    by: Literal["agent", "silence", "merged", "removed"] | None


class StatusEntry(TypedDict):
    """An entry of the log: the status changed, or the customer was told something."""

    seq: int
    type: Literal["status.changed"]
    conversation_id: str
    data: StatusChange


class StretchForm(TypedDict):
    """A part of a weekday."""

    weekday: int
    opens: str
    closes: str


class StripePage(TypedDict):
    """A page of Stripe's, where the browser goes."""

    url: str


class SubscriptionRow(TypedDict):
    """What the company subscribes to, and how it stands with that."""

    standing: Literal["trial", "free", "active", "past_due", "unpaid", "complimentary"]
    plan: Literal["free", "team", "business"]
    interval: Literal["month", "year"] | None
    seats: int | None
    renews_at: str | None
    ends_at: str | None


class SuggestedReply(TypedDict):
    """A reply that the assistant suggests."""

    draft: DraftRow | None


class SummaryPoint(TypedDict):
    """One point of a summary, and the message that it stands in; 0 where in several."""

    label: str
    text: str
    seq: int


class SurveyChannels(TypedDict):
    """By which way customers were asked."""

    widget: SurveyPart
    mail: SurveyPart


class SurveyFigures(TypedDict):
    """How many customers answered, and how satisfied they are."""

    asked: int
    answered: int
    unanswered: int
    satisfied: int
    low: int
    low_open: int
    commented: int
    refused: int
    low_from: int
    response: SurveyShare | None
    csat: SurveyShare | None
    mean: SurveyMeans
    satisfaction: list[int]
    effort: list[int]
    by_channel: SurveyChannels
    by_holder: SurveyHolders


class SurveyHolders(TypedDict):
    """Who had the conversation when it ended."""

    assistant: SurveyPart
    agent: SurveyPart
    queue: SurveyPart


class SurveyMeans(TypedDict):
    """Mean answers from 1 to 5."""

    satisfaction: float | None
    effort: float | None
    efforts: int


class SurveyPart(TypedDict):
    """How some of the customers answered."""

    asked: int
    answered: int
    response: SurveyShare | None
    csat: SurveyShare | None


class SurveyQuestion(TypedDict):
    """The question to a customer, and what was answered to it."""

    id: str
    asks: list[Literal["satisfaction", "effort"]]
    given: GivenRating | None


class SurveyReplyForm(TypedDict):
    """What a person writes back to a customer who rated."""

    text: str
    client_id: str


class SurveyRow(TypedDict):
    """That a customer was asked of a conversation that was over, and what they said."""

    id: str
    conversation_id: str
    episode: int
    customer: CustomerBrief
    subject: str
    status: Literal["open", "snoozed", "resolved"]
    channel: Literal["widget", "mail"]
    holder: Literal["assistant", "queue", "agent"]
    agent: Colleague | None
    team: Named | None
    asked_at: str
    ended_at: str
    answered_at: str | None
    satisfaction: int | None
    effort: int | None
    comment: str
    low: bool
    dismissed: bool
    refused: bool
    replied_at: str | None
    replied_by: Colleague | None


class SurveyRowPage(TypedDict):
    """A page of a list."""

    data: list[SurveyRow]
    has_more: bool
    next_cursor: str | None


class SurveySettingsRow(TypedDict):
    """When customers are asked what they think of a conversation that is over."""

    in_widget: bool
    by_mail: bool
    mail_after: int
    every_days: int
    asks_effort: bool
    low_from: int
    alerts: bool
    reopens: bool
    not_tagged: list[str]
    can_mail: bool


class SurveyShare(TypedDict):
    """A share of 0 to 1 with its 95 % interval, and of how many."""

    value: float
    low: float
    high: float
    of: int


class TagAct(TypedDict):
    """Put tags on, and take others off."""

    do: Literal["tag"]
    add: NotRequired[list[str]]
    remove: NotRequired[list[str]]


class TaxIdForm(TypedDict):
    """A tax number of one of Stripe's kinds."""

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
    ]
    value: str


class TaxIdRow(TypedDict):
    """A tax number that stands on invoices."""

    id: str
    kind: str
    value: str
    state: Literal["pending", "verified", "unverified", "unavailable", ""]


class TeamHours(TypedDict):
    """When a team is at work."""

    time_zone: str
    weekly: list[WeekPart]
    holidays: list[DayOff]


class TeamHoursForm(TypedDict):
    """A team's week and its days off."""

    holidays: list[DayOffForm]
    time_zone: str
    weekly: list[StretchForm]


class TeamName(TypedDict):
    """A team by id and name."""

    id: str
    name: str


class TeamNameForm(TypedDict):
    """A team's name."""

    name: str


class TeamRow(TypedDict):
    """A team, and how many are there."""

    id: str
    name: str
    online: int
    agents: int


class TeamRowPage(TypedDict):
    """A page of a list."""

    data: list[TeamRow]
    has_more: bool
    next_cursor: str | None


class TeamTimer(TypedDict):
    """How long an offer stands in a team."""

    id: str
    name: str
    accept_seconds: int | None


class TeamTimerForm(TypedDict):
    """A team's own accept timer; null: the company's."""

    id: str
    accept_seconds: int | None


class TeamWaitFigures(TypedDict):
    """The same of one team; without team of who waited for none in particular."""

    waits: int
    taken: int
    left: int
    called: int
    no_range: int
    told: int
    held: int
    early: int
    late: int
    share: HeldShare | None
    team: Named | None


class TeamworkForm(TypedDict):
    """How the customer hears once all is done."""

    telling: Literal["holder", "text"]
    text: NotRequired[str]


class TeamworkRow(TypedDict):
    """How the customer hears of the end of what departments do, and whether they did."""

    id: str
    telling: Literal["holder", "text"]
    text: str
    ended_at: str | None
    told: bool


class TextPage(TypedDict):
    """A page of a list."""

    data: list[str]
    has_more: bool
    next_cursor: str | None


class ThresholdTrial(TypedDict):
    """What another threshold would have done to the last 30 days."""

    chosen: float | None
    drawn: float
    used: float
    at: float
    questions: int
    curve: list[CurvePoint]
    was: Shares
    tried: CurvePoint
    newly_answered: Moved
    no_longer_answered: Moved


class TicketEntry(TypedDict):
    """What was said about a ticket; the customer may read it."""

    at: str
    by: str
    text: str


class TicketEntryFields(TypedDict):
    """What was said about a ticket; the customer may read it."""

    at: str
    by: NotRequired[str]
    text: str


class TicketFields(TypedDict):
    """Something that is worked on for a customer; `newest` is how a connector tells the newest entry alone."""

    number: str
    email: str
    name: NotRequired[str]
    subject: str
    state: NotRequired[Literal["open", "waiting", "solved", "closed"]]
    opened_at: NotRequired[str]
    updated_at: NotRequired[str]
    newest: NotRequired[str]
    entries: NotRequired[list[TicketEntryFields]]


class TicketRecord(TypedDict):
    """Something that is worked on for a customer."""

    id: str
    number: str
    email: str
    name: str
    subject: str
    state: Literal["open", "waiting", "solved", "closed"]
    entries: list[TicketEntry]
    opened_at: str
    updated_at: str
    conversation_id: str | None


class TicketRecordPage(TypedDict):
    """A page of a list."""

    data: list[TicketRecord]
    has_more: bool
    next_cursor: str | None


class TokenForm(TypedDict):
    """What the token is for, what it may do, and until when."""

    name: str
    scopes: list[
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
    ]
    expires_at: NotRequired[str | None]


class TokenList(TypedDict):
    """The tokens, and what one may be given."""

    data: list[TokenRow]
    has_more: bool
    next_cursor: str | None
    scopes: list[Scope]


class TokenRow(TypedDict):
    """A program's right to use this interface; its secret is told once and never again."""

    id: str
    name: str
    scopes: list[str]
    ending: str
    created_at: str
    created_by: AgentName | None
    expires_at: str | None
    last_used_at: str | None


class TopicApproval(TypedDict):
    """A topic that goes its own way: from which tier on an answer waits for a yes, null for none."""

    topic: str
    approve_from: Literal["raised", "high"] | None


class TopicApprovalForm(TypedDict):
    """A topic that goes its own way."""

    topic: str
    approve_from: Literal["raised", "high"] | None


class TopicForm(TypedDict):
    """A topic; a change names some of it. An empty mode is that of the whole assistant."""

    name: str
    description: NotRequired[str]
    examples: NotRequired[list[str]]
    mode: NotRequired[Literal["autopilot", "supervised", "copilot", "off", ""]]
    tag: NotRequired[str]
    team: NotRequired[str]


class TopicFound(TypedDict):
    """The topic that a text has."""

    id: str
    name: str
    mode: Literal["", "autopilot", "supervised", "copilot", "off"]


class TopicMode(TypedDict):
    """A topic that goes its own way."""

    id: str
    name: str
    mode: Literal["autopilot", "supervised", "copilot", "off"]


class TopicRow(TypedDict):
    """Something that customers want, told by examples."""

    id: str
    name: str
    description: str
    examples: list[str]
    mode: Literal["", "autopilot", "supervised", "copilot", "off"]
    tag: str
    team: str
    ready: bool
    updated_at: str


class TopicRowPage(TypedDict):
    """A page of a list."""

    data: list[TopicRow]
    has_more: bool
    next_cursor: str | None


class TopicRuleDraft(TypedDict):
    """The new rule by its name, and the draft of the rules in which it stands."""

    rule: str
    draft: RulesDraft


class TopicRuleForm(TypedDict):
    """The topic that people are to have."""

    topic: str


class TopicSuggestion(TypedDict):
    """What a customer wrote that could be an example."""

    text: str
    nearness: float


class TopicSuggestionPage(TypedDict):
    """A page of a list."""

    data: list[TopicSuggestion]
    has_more: bool
    next_cursor: str | None


class TopicTried(TypedDict):
    """Which topic a text has."""

    topic: TopicFound | None


class TopicTryForm(TypedDict):
    """What a customer might write."""

    text: str


class TotpEnrolment(TypedDict):
    """A second factor that is not confirmed yet."""

    secret: str
    uri: str
    svg: str


class TranscriptAddress(TypedDict):
    """Where a transcript can go without more ado."""

    email: str | None


class TranscriptAsked(TypedDict):
    """Where the conversation goes."""

    email: str
    needs_code: bool


class TranscriptCodeForm(TypedDict):
    """The code that came by mail."""

    code: str


class TranscriptForm(TypedDict):
    """Where the conversation is to go."""

    email: NotRequired[str]


class TransferForm(TypedDict):
    """A transfer: to a person, to a team, or to a person in a team, with a note for the desk."""

    epoch: int
    agent_id: NotRequired[str | None]
    team_id: NotRequired[str | None]
    note: NotRequired[str]


class TranslatedReply(TypedDict):
    """What the customer would get; nothing is stored or sent."""

    text: str
    language: str
    source: str
    lost: list[str]
    added: list[str]


class TranslationRow(TypedDict):
    """A message in another language."""

    message_id: str
    seq: int
    language: str
    state: Literal["waiting", "made", "written", "same", "failed"]
    source: str | None
    text: str
    html: str
    problem: Literal["away", "over_budget", "unusable"] | None


class Translations(TypedDict):
    """Messages of a conversation in one language, and what agents wrote themselves before it was translated."""

    available: bool
    language: str
    spoken: list[str]
    data: list[TranslationRow]


class TranslationsForm(TypedDict):
    """Which messages, by their seq; without any the newest."""

    language: NotRequired[str]
    seqs: NotRequired[list[int]]


class TrialLeft(TypedDict):
    """How long the trial still is."""

    ends_at: str
    days_left: int


class TrialOffer(TypedDict):
    """How every company begins."""

    plan: Literal["free", "team", "business"]
    days: int
    included: int


class TriedArticle(TypedDict):
    """What is tried of an article."""

    title: NotRequired[str]
    body: NotRequired[str]
    questions: NotRequired[list[str]]
    language: NotRequired[str]
    tags: NotRequired[list[str]]
    audience: NotRequired[Literal["everyone", "desk"]]
    valid_from: NotRequired[str | None]
    valid_until: NotRequired[str | None]


class TriedSettings(TypedDict):
    """What is tried of the settings."""

    threshold: NotRequired[float | None]
    tone: NotRequired[Literal["warm", "neutral", "formal"]]


class Trigger(TypedDict):
    """Why a conversation goes to a person: its name for programs, and the one for people."""

    name: str
    label: str


class Uncounted(TypedDict):
    """What the assistant had alone of late and is not counted."""

    data: list[UncountedTalk]
    reasons: list[UncountedReason]
    looked_at: int


class UncountedReason(TypedDict):
    """How often a reason stood among those that were looked at."""

    why: Literal[
        "open",
        "merged",
        "handed_over",
        "person",
        "checked",
        "no_answer",
        "unanswered",
        "asking",
        "promised",
        "rated_badly",
        "reviewed",
        "returned",
        "came_again",
        "asked_twice",
        "cross",
        "closed_by_hand",
    ]
    words: str
    count: int


class UncountedTalk(TypedDict):
    """A conversation that the assistant had alone, and that is no resolution."""

    conversation_id: str | None
    customer: Named | None
    topic: str
    ended_at: str | None
    why: Literal[
        "open",
        "merged",
        "handed_over",
        "person",
        "checked",
        "no_answer",
        "unanswered",
        "asking",
        "promised",
        "rated_badly",
        "reviewed",
        "returned",
        "came_again",
        "asked_twice",
        "cross",
        "closed_by_hand",
    ]
    words: str


class Updates(TypedDict):
    """What came since."""

    events: list[LogEntry]
    hints: list[dict[str, Any]]
    has_more: bool


class UsageDay(TypedDict):
    """What was counted and credited on a day."""

    day: str
    counted: int
    credited: int


class UsageDays(TypedDict):
    """What was counted and credited day by day, beside what the plan includes."""

    data: list[UsageDay]
    included: int | None
    period: BillingPeriod


class UsageForecast(TypedDict):
    """What the period will come to."""

    by_end: int
    low: int
    high: int
    used_up_on: str | None


class UsageThresholdReached(TypedDict):
    """So much of what the plan includes, or of the company's own limit, is used."""

    of: str
    percent: int
    period_start: str


class VerdictCounts(TypedDict):
    """How many cases came out how, against the run before."""

    better: int
    worse: int
    changed: int
    same: int
    new: int


class WaitChoiceForm(TypedDict):
    """How a waiting customer wants to go on."""

    choice: Literal["chat", "assistant", "leave", "mail", "call"]
    email: NotRequired[str]
    phone: NotRequired[str]
    begins_at: NotRequired[str]


class WaitFigures(TypedDict):
    """Waits as they were told, and as they were."""

    waits: int
    taken: int
    left: int
    called: int
    no_range: int
    told: int
    held: int
    early: int
    late: int
    share: HeldShare | None


class WaitRange(TypedDict):
    """In how many seconds from now 8 of 10 such waits end."""

    low: int
    high: int


class WaitRow(TypedDict):
    """A wait, as it was told and as it was."""

    id: str
    conversation_id: str
    customer: CustomerBrief
    team: Named | None
    told_at: str
    place: int
    at_work: int
    wait: WaitRange | None
    waited: float | None
    ended: Literal["taken", "left", "closed", "moved", "rested"] | None


class WaitRowPage(TypedDict):
    """A page of a list."""

    data: list[WaitRow]
    has_more: bool
    next_cursor: str | None


class WaitingConversation(TypedDict):
    """A conversation in a line, and what its customer was told."""

    conversation: ConversationRow
    place: int
    told: WaitRange | None
    told_at: str | None
    left: WaitRange | None


class Webhook(TypedDict):
    """An address of the company's own that is told of events."""

    id: str
    url: str
    description: str
    types: list[str]
    state: Literal["enabled", "disabled"]
    disabled_because: Literal["person", "gone", "failing"] | None
    disabled_at: str | None
    failing_since: str | None
    previous_secret_until: str | None
    last_day: WebhookDay
    created_by: Colleague | None
    created_at: str


class WebhookAppointment(TypedDict):
    """An appointment."""

    id: str
    service: str
    starts_at: str
    ends_at: str
    state: str
    name: str
    email: str
    conversation_id: str | None


class WebhookAttachment(TypedDict):
    """A file of a message; its content is not sent."""

    id: str
    name: str
    content_type: str
    size: int


class WebhookAuthor(TypedDict):
    """Who wrote a message."""

    kind: str
    id: str | None
    name: str


class WebhookControl(TypedDict):
    """In whose hand the conversation is."""

    holder: str
    agent: WebhookPerson | None
    team: WebhookTeam | None
    reason: str
    since: str


class WebhookConversation(TypedDict):
    """A conversation as it stood when the event happened."""

    id: str
    customer_id: str
    status: str
    channel: str
    subject: str
    language: str
    priority: str
    tags: list[str]
    control: WebhookControl
    created_at: str


class WebhookCustomer(TypedDict):
    """A customer, as far as they are known."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    language: str
    attributes: dict[str, JsonValue]
    created_at: str


class WebhookDay(TypedDict):
    """What became of the deliveries of the last 24 hours; test events do not count."""

    delivered: int
    open: int
    dead: int


class WebhookDecision(TypedDict):
    """What the rules and the assistant made of a customer's message."""

    id: str
    action: str
    trigger: str | None
    label: str | None
    rule: str | None
    rules_version: int
    confidence: float | None
    signals: list[WebhookSignal]
    asked_seq: int
    answer_seq: int | None


class WebhookDeliveryRow(TypedDict):
    """An event on its way to a webhook."""

    id: str
    webhook_id: str
    event_id: str
    type: str
    state: Literal["pending", "failed", "delivered", "dead"]
    cause: Literal["event", "replay", "test"]
    replay_of: str | None
    tries: int
    next_at: str | None
    last_at: str | None
    status: int | None
    problem: str | None
    took_ms: int | None
    created_at: str
    happened_at: str


class WebhookDeliveryRowPage(TypedDict):
    """A page of a list."""

    data: list[WebhookDeliveryRow]
    has_more: bool
    next_cursor: str | None


class WebhookDeliveryWhole(TypedDict):
    """A delivery with what was sent, and what came of each try."""

    id: str
    webhook_id: str
    event_id: str
    type: str
    state: Literal["pending", "failed", "delivered", "dead"]
    cause: Literal["event", "replay", "test"]
    replay_of: str | None
    tries: int
    next_at: str | None
    last_at: str | None
    status: int | None
    problem: str | None
    took_ms: int | None
    created_at: str
    happened_at: str
    url: str
    headers: dict[str, str]
    payload: JsonValue
    log: list[WebhookTry]


class WebhookEventType(TypedDict):
    """A type of event, and when it happens."""

    type: str
    group: str
    says: str


class WebhookEventTypePage(TypedDict):
    """A page of a list."""

    data: list[WebhookEventType]
    has_more: bool
    next_cursor: str | None


class WebhookForm(TypedDict):
    """A webhook: where to, and of what. A change names some of it."""

    url: str
    description: NotRequired[str]
    types: list[
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


class WebhookHandover(TypedDict):
    """Why the assistant passed a conversation on, and what the customer wants."""

    id: str
    trigger: str
    label: str
    rule: str | None
    reason: str
    wants: str
    summary: str


class WebhookLead(TypedDict):
    """Somebody who may become a customer of the company."""

    id: str | None
    told: dict[str, JsonValue]
    score: int
    reasons: list[str]


class WebhookMessage(TypedDict):
    """A message of a conversation."""

    id: str
    conversation_id: str
    seq: int
    author: WebhookAuthor
    text: str
    attachments: list[WebhookAttachment]
    created_at: str


class WebhookPage(TypedDict):
    """A page of a list."""

    data: list[Webhook]
    has_more: bool
    next_cursor: str | None


class WebhookPerson(TypedDict):
    """A person of the company."""

    id: str
    name: str


class WebhookRefund(TypedDict):
    """A refund that a customer asked for."""

    order: str
    amount: int | None
    currency: str | None
    reason: str
    waits: bool


class WebhookReplayForm(TypedDict):
    """Which events are sent once more: those of a time, all of them or those that were not delivered."""

    since: str
    until: NotRequired[str]
    missed_only: NotRequired[bool]


class WebhookReplayed(TypedDict):
    """How many events are sent once more."""

    events: int


class WebhookReply(TypedDict):
    """A reply of the assistant that a person sees first."""

    id: str
    text: str
    reason: str
    asked_seq: int
    due_at: str | None


class WebhookSecret(TypedDict):
    """A new secret, shown this once; the one before signs too until `previous_secret_until`."""

    secret: str
    previous_secret_until: str | None


class WebhookSignal(TypedDict):
    """Something that was measured in the customer's words, from 0 to 1."""

    name: str
    value: float
    threshold: float


class WebhookTeam(TypedDict):
    """A team of the company."""

    id: str
    name: str


class WebhookTry(TypedDict):
    """One try of a delivery."""

    at: str
    status: int | None
    problem: str | None
    took_ms: int
    reply: str


class WebhookWithSecret(TypedDict):
    """A new webhook, with the secret by which its requests are signed; it is shown this once."""

    id: str
    url: str
    description: str
    types: list[str]
    state: Literal["enabled", "disabled"]
    disabled_because: Literal["person", "gone", "failing"] | None
    disabled_at: str | None
    failing_since: str | None
    previous_secret_until: str | None
    last_day: WebhookDay
    created_by: Colleague | None
    created_at: str
    secret: str


class WeekOfWaits(TypedDict):
    """How many ranges held in a week."""

    week: str
    told: int
    held: int
    share: HeldShare | None


class WeekPart(TypedDict):
    """A part of a weekday."""

    weekday: int
    opens: str
    closes: str


class WelcomeGuide(TypedDict):
    """How far the company is with setting Baton up."""

    steps: list[WelcomeStep]
    place: str
    left: bool


class WelcomePlaceForm(TypedDict):
    """Where somebody is in the guide, and whether they put it away."""

    place: NotRequired[str]
    left: NotRequired[bool]


class WelcomeStep(TypedDict):
    """A step of the welcome guide."""

    key: Literal["knowledge", "tone", "try", "embed", "invite"]
    done: bool
    detail: dict[str, str | int | None]


class WholeArticle(TypedDict):
    """An article with its text."""

    id: str
    title: str
    questions: list[str]
    language: str
    tags: list[str]
    audience: Literal["everyone", "desk"]
    valid_from: str | None
    valid_until: str | None
    state: Literal["valid", "scheduled", "expired", "removed"]
    version: int
    updated_at: str
    removed_at: str | None
    used: int
    helped: int
    body: str


class WholeArticleVersion(TypedDict):
    """An article as it stood after one change."""

    number: int
    title: str
    cause: Literal["written", "import", "gap", "correction", "removed", "restored"]
    author: str
    author_id: str
    created_at: str
    fields: ArticleFields


class WholeBenchRun(TypedDict):
    """A run of the test bench with its results."""

    id: str
    cause: Literal["asked", "knowledge", "settings", "model", "cases", "draft"]
    change: BenchChange
    state: Literal["waiting", "running", "done", "failed"]
    total: int
    done: int
    passed: int
    passed_before: int | None
    problem: str | None
    created_at: str
    finished_at: str | None
    counts: VerdictCounts
    results: list[ComparedBenchResult]


class WholeGap(TypedDict):
    """A gap with its questions."""

    id: str
    title: str
    state: Literal["open", "published", "dismissed"]
    questions_count: int
    harm: float
    outcomes: GapOutcomes
    proposal: GapProposal | None
    article: NamedArticle | None
    published_at: str | None
    since: GapSince | None
    dismissed_because: str | None
    updated_at: str
    questions: list[GapQuestionRow]


class WholeImportEntry(TypedDict):
    """An entry of an import with the article as it is, and as it would be."""

    id: str
    action: Literal["create", "update", "same", "remove"]
    title: str
    where: str
    language: str
    chosen: bool
    article: EntryArticle | None
    resembles: EntryArticle | None
    resembles_score: float | None
    applied: bool
    problem: str
    before: EntryTexts | None
    after: EntryChange | None


class WholeRulesVersion(TypedDict):
    """A version of the rules with its rules."""

    number: int
    published_at: str
    published_by: str
    note: str
    restored_from: int | None
    problem: str | None
    diff: list[RuleChange]
    document: dict[str, JsonValue]
    rules: list[RuleInForce]


class WidgetAnswersForm(TypedDict):
    """What a visitor filled in, by the names of the fields, and whether they agreed."""

    values: NotRequired[dict[str, str]]
    consent: NotRequired[bool]


class WidgetAttributesForm(TypedDict):
    """What the page around the widget says of its visitor: numbers, truth values and short texts by name."""

    attributes: dict[str, Any]


class WidgetCompany(TypedDict):
    """The company as a visitor sees it."""

    name: str
    accent: str
    logo_url: str | None
    assistant_name: str
    privacy_url: str
    greeting: str
    quick_replies: list[str]
    ai_notice: str | None
    greetings: list[WidgetGreeting]
    asks: Literal["off", "first", "person"]


class WidgetConsent(TypedDict):
    """What the visitor agrees to."""

    words: str
    url: str


class WidgetConversation(TypedDict):
    """Where the visitor's conversation stands."""

    id: str
    status: Literal["open", "snoozed", "resolved"]
    control: Control
    seq: int
    queue: QueueStanding | None


class WidgetCorrectionForm(TypedDict):
    """What is right instead of a line, from 0, of what entry `seq` said is passed on."""

    client_id: str
    seq: int
    line: int
    text: str


class WidgetEvents(TypedDict):
    """What came since in the visitor's conversation."""

    events: list[LogEntry]
    hints: list[dict[str, Any]]
    has_more: bool
    conversation_id: str | None


class WidgetField(TypedDict):
    """A field of the form as one visitor sees it."""

    name: str
    kind: Literal["name", "email", "phone", "text", "choice"]
    label: str
    options: list[str]
    required: bool


class WidgetForm(TypedDict):
    """What is still to be asked of one visitor."""

    when: Literal["off", "first", "person"]
    fields: list[WidgetField]
    consent: WidgetConsent | None


class WidgetGreeting(TypedDict):
    """What a greeting says."""

    id: str
    says: str


class WidgetHelloForm(TypedDict):
    """Who somebody was, and what they have of which conversation."""

    token: NotRequired[str | None]
    conversation_id: NotRequired[str | None]
    last_seq: NotRequired[int]
    identity: NotRequired[str | None]


class WidgetMessageForm(TypedDict):
    """A message: words, uploads, or both."""

    client_id: str
    greeting: NotRequired[str | None]
    text: str
    attachments: NotRequired[list[str]]


class WidgetPage(TypedDict):
    """What a page with the widget shows before anybody opens the chat."""

    greetings: list[PageGreeting]


class WidgetPastConversation(TypedDict):
    """An earlier conversation of a customer, as they see it themselves."""

    id: str
    status: Literal["open", "snoozed", "resolved"]
    subject: str
    last_text: str
    last_at: str | None
    created_at: str


class WidgetPastConversationPage(TypedDict):
    """A page of a list."""

    data: list[WidgetPastConversation]
    has_more: bool
    next_cursor: str | None


class WidgetPastLog(TypedDict):
    """A part of the log of an earlier conversation."""

    conversation_id: str
    events: list[LogEntry]
    has_more: bool


class WidgetPersonForm(TypedDict):
    """A wish for a person."""

    client_id: str
    greeting: NotRequired[str | None]


class WidgetPlace(TypedDict):
    """What a company puts into its pages, and where it was last seen there."""

    snippet: str
    seen_at: str | None
    seen_on: str


class WidgetSeenForm(TypedDict):
    """How far somebody has read."""

    seq: int


class WidgetStored(TypedDict):
    """A message as it was stored; the same for a repeated client id."""

    client_id: str
    seq: int
    conversation_id: str
    token: NotRequired[str]


class WidgetTypingForm(TypedDict):
    """Whether somebody writes."""

    active: bool


class WidgetWelcome(TypedDict):
    """What the widget learns when it begins."""

    op: Literal["welcome"]
    token: str
    customer_id: str
    identified: bool
    identity_error: ErrorFacts | None
    company: WidgetCompany
    form: WidgetForm | None
    conversation: WidgetConversation | None
    events: list[LogEntry]
    has_more: bool


class Workspace(TypedDict):
    """The company's settings."""

    tone: Literal["warm", "neutral", "formal"]
    greeting: str
    quick_replies: list[str]
    first_words: dict[str, FirstWords]
    name: str
    assistant_name: str
    privacy_url: str
    host: str
    accent: str
    accent_used: str
    accent_text: str
    contrast: AccentContrast
    logo_url: str | None
    time_zone: str
    languages: list[str]
    allowed_sites: list[str]
    retention_days: int | None
    requires_totp: bool
    widget: WidgetPlace
    closing: ClosingMoments | None
    created_at: str


class WorkspaceClosing(TypedDict):
    """Whether the company is closed."""

    closing: ClosingMoments | None


class WrittenForm(TypedDict):
    """An agent's own words, where what they send is a translation of them."""

    text: str
    language: str


class WrittenRecord(TypedDict):
    """What became of one of many records that were sent together."""

    place: int
    id: NotRequired[str]
    did: NotRequired[Literal["created", "updated", "unchanged"]]
    error: NotRequired[RecordFault]


class WrittenRecords(TypedDict):
    """What became of records that were sent together."""

    created: int
    updated: int
    unchanged: int
    failed: int
    data: list[WrittenRecord]
