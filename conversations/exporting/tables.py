"""Which tables of a tenant go into a copy of its data, with which fields, and why others do not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A secret, or a digest of one, never leaves; neither do the numbers of the machinery that no reader can use.
STAYS: Mapping[str, frozenset[str]] = {
    "agents.Agent": frozenset({"password"}),
    "assistant.AssistantSettings": frozenset({"model_key"}),
    "assistant.Article": frozenset({"compared"}),
    "assistant.Intent": frozenset({"vectors"}),
    "assistant.Connector": frozenset({"secret", "old_secret"}),
    "agents.ApiToken": frozenset({"digest"}),
    "agents.Invitation": frozenset({"digest"}),
    "agents.SignOn": frozenset({"client_secret"}),
    "conversations.Attachment": frozenset({"stored_as"}),
    "conversations.RuleReplay": frozenset({"arrivals", "tally", "last_conversation"}),
    "conversations.IdentitySettings": frozenset({"secret", "previous_secret"}),
}


@dataclass(frozen=True)
class Table:
    """A model by its label, the name of its file, and which fields hold the UUID of another row, by its id's prefix."""

    label: str
    file: str
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def without(self) -> frozenset[str]:
        """The fields that stay here."""
        return STAYS.get(self.label, frozenset())


EXPORTED = (
    Table("conversations.Customer", "customers"),
    Table("conversations.Conversation", "conversations"),
    Table("conversations.Message", "messages"),
    Table("conversations.Note", "notes"),
    Table("conversations.Mention", "mentions"),
    Table("conversations.Decision", "decisions"),
    Table("conversations.Handover", "handovers"),
    Table("conversations.HandoverLabel", "handover_labels"),
    Table("conversations.ReviewRound", "review_rounds"),
    Table("conversations.Review", "reviews"),
    Table("conversations.Attachment", "attachments"),
    Table("conversations.SentMail", "mails_sent"),
    Table("conversations.ReceivedMail", "mails_received"),
    Table("conversations.WaitPromise", "wait_promises"),
    Table("conversations.Callback", "callbacks"),
    Table("conversations.WidgetSettings", "widget_settings"),
    Table("conversations.Export", "exports"),
    Table("conversations.Erasure", "erasures", ids={"customer_id": "cus"}),
    Table("conversations.Draft", "drafts"),
    Table("conversations.Teamwork", "teamwork"),
    Table("conversations.DeskTask", "desk_tasks"),
    Table("conversations.DecidedFact", "decided_facts"),
    Table("conversations.Promise", "promises"),
    Table("conversations.HandoverSettings", "handover_settings"),
    Table("conversations.Proof", "proofs"),
    Table("conversations.IdentitySettings", "identity_settings"),
    Table("conversations.Gap", "gaps"),
    Table("conversations.GapQuestion", "gap_questions"),
    Table("conversations.Proposal", "proposals"),
    Table("conversations.Alert", "alerts"),
    Table("conversations.SavedFilter", "saved_filters"),
    Table("conversations.BulkRun", "bulk_runs"),
    Table("conversations.BulkItem", "bulk_items"),
    Table("conversations.CannedReply", "canned_replies"),
    Table("conversations.Macro", "macros"),
    Table("conversations.MacroRun", "macro_runs"),
    Table("conversations.ReplyDraft", "reply_drafts"),
    Table("conversations.HeldReply", "held_replies"),
    Table("conversations.WritingSettings", "writing_settings"),
    Table("conversations.RuleReplay", "rule_replays"),
    Table("conversations.ReplayedConversation", "rule_replay_conversations"),
    Table("conversations.SlaPolicy", "sla_policies"),
    Table("conversations.SlaOutcome", "sla_outcomes"),
    Table("conversations.CustomerMerge", "customer_merges"),
    Table("conversations.NotDoubles", "customers_not_doubles"),
    Table("conversations.CustomerNote", "customer_notes"),
    Table("assistant.Article", "articles"),
    Table("assistant.ArticleVersion", "article_versions"),
    Table("assistant.Overlap", "article_overlaps"),
    Table("assistant.Intent", "intents"),
    Table("assistant.BenchCase", "bench_cases"),
    Table("assistant.BenchRun", "bench_runs"),
    Table("assistant.BenchResult", "bench_results"),
    Table("assistant.ModelCall", "model_calls"),
    Table("assistant.AssistantSettings", "assistant_settings"),
    Table("assistant.KnowledgeImport", "knowledge_imports"),
    Table("assistant.ImportEntry", "knowledge_import_entries"),
    Table("assistant.Product", "products"),
    Table("assistant.Order", "orders"),
    Table("assistant.OrderItem", "order_items"),
    Table("assistant.Calendar", "calendars"),
    Table("assistant.CalendarException", "calendar_exceptions"),
    Table("assistant.Seat", "seats"),
    Table("assistant.Service", "services"),
    Table("assistant.Appointment", "appointments"),
    Table("assistant.Ticket", "tickets"),
    Table("assistant.Person", "persons"),
    Table("assistant.SkillSettings", "skills"),
    Table("assistant.Guide", "guides"),
    Table("assistant.Lead", "leads"),
    Table("assistant.Action", "actions"),
    Table("assistant.Connector", "connector"),
    Table("assistant.ConnectorCall", "connector_calls"),
    Table("assistant.RecordImport", "record_imports"),
    Table("assistant.RecordImportRow", "record_import_rows"),
    Table("escalation.RuleBookVersion", "rules"),
    Table("escalation.RuleDraft", "rules_draft"),
    Table("agents.Agent", "people"),
    Table("agents.Team", "teams"),
    Table("agents.Agent_teams", "people_in_teams"),
    Table("agents.Skill", "skills_of_desk"),
    Table("agents.SkillLevel", "skills_of_people"),
    Table("agents.OpeningTime", "opening_times"),
    Table("agents.Holiday", "holidays"),
    Table("agents.Invitation", "invitations"),
    Table("agents.Invitation_teams", "invitations_to_teams"),
    Table("agents.ApiToken", "api_tokens"),
    Table("agents.SignOn", "single_sign_on"),
    Table("billing.UsageRecord", "usage", ids={"message_id": "msg", "conversation_id": "conv"}),
    Table("trail.AuditEntry", "audit_log"),
)

LEFT_OUT: Mapping[str, str] = {
    "contenttypes.ContentType": "a list of the tables of the program",
    "auth.Permission": "a list of the program's own; what people may do follows from their role",
    "auth.Group": "not used",
    "auth.Group_permissions": "not used",
    "account.EmailAddress": "not used; people carry their address themselves",
    "account.EmailConfirmation": "secrets of letters",
    "mfa.Authenticator": "secrets of second factors",
    "socialaccount.SocialApp": "not used; single sign-on is in its own table",
    "socialaccount.SocialAccount": "who a person is to the company's own sign-in, which knows it itself",
    "socialaccount.SocialToken": "secrets",
    "agents.BrowserSession": "secrets of browsers that are signed in",
    "agents.SocketTicket": "secrets that live for seconds",
    "agents.SignInFailure": "a brake that forgets by itself",
    "conversations.OneTimeCode": "secrets of letters",
    "conversations.SlaBook": "a counter",
    "assistant.KnowledgeVersion": "a counter",
    "assistant.EncodedText": "numbers worked out from the articles",
}
