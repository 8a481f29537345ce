"""The people of a tenant: agents with their role, teams and skills."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

from tenants import ids
from tenants.ids import IdField


class Role(models.TextChoices):
    """What an agent may do, from the most to the least."""

    OWNER = "owner", gettext_lazy("Owner")
    ADMIN = "admin", gettext_lazy("Admin")
    SUPERVISOR = "supervisor", gettext_lazy("Supervisor")
    AGENT = "agent", gettext_lazy("Agent")
    VIEWER = "viewer", gettext_lazy("Viewer")


class Presence(models.TextChoices):
    """Whether an agent can be offered a conversation."""

    ONLINE = "online", "Online"
    AWAY = "away", "Away"
    OFFLINE = "offline", "Offline"


class Team(models.Model):
    """Agents who take the same kind of conversation."""

    id = IdField("team")
    name = models.CharField(max_length=80, unique=True)
    time_zone = models.CharField(max_length=60, blank=True, help_text="The company's when empty")
    accept_seconds = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How long an offer stands; the company's when empty"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OpeningTime(models.Model):
    """A stretch of a weekday at which a team is at work, in the team's time zone; a team without any always is."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="opening_times")
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(0, 6)), name="opening_time_weekday"),
            models.CheckConstraint(condition=models.Q(closes__gt=models.F("opens")), name="opening_time_forward"),
            models.UniqueConstraint(fields=["team", "weekday", "opens"], name="opening_time_once"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens:%H:%M}-{self.closes:%H:%M}"


class Holiday(models.Model):
    """A day on which a team is not at work, or no team when none is named."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="holidays", null=True, blank=True)
    day = models.DateField()
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["team", "day"], name="holiday_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}"


class Skill(models.Model):
    """Something an agent knows how to handle, such as e-bikes or refunds."""

    id = IdField("skl")
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Agent(AbstractBaseUser):
    """A person who signs in to a tenant's desk; the e-mail address is the sign-in name."""

    id = IdField("agt")
    name = models.CharField(max_length=80)
    email = models.EmailField(unique=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.AGENT)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    language = models.CharField(max_length=5, blank=True, help_text="Of the console; the browser's when empty")
    tour_due = models.BooleanField(default=False, help_text="The tour of the console is shown until it is through")
    capacity = models.PositiveSmallIntegerField(default=4)
    presence = models.CharField(max_length=7, choices=Presence, default=Presence.OFFLINE)
    presence_since = models.DateTimeField(null=True, blank=True, help_text="When the presence was set")
    presence_by_hand = models.BooleanField(default=False, help_text="Then it does not go by itself")
    seen_at = models.DateTimeField(null=True, blank=True)
    present_until = models.DateTimeField(null=True, blank=True, help_text="Offline from then on, unless seen again")
    free_since = models.DateTimeField(null=True, blank=True, help_text="Last time a conversation was taken or ended")
    time_zone = models.CharField(max_length=60, blank=True, help_text="Of the shifts; the company's when empty")
    is_active = models.BooleanField(default=True)
    second_factor_at = models.DateTimeField(null=True, blank=True, help_text="When the second factor was switched on")
    is_operator = models.BooleanField(default=False, help_text="Sees the operators' pages on the platform's host")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    teams = models.ManyToManyField(Team, related_name="agents", blank=True)
    skills: "models.ManyToManyField[Skill, SkillLevel]" = models.ManyToManyField(
        Skill, through="SkillLevel", related_name="agents"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = BaseUserManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """The name by which a customer meets the agent."""
        return self.name.split(" ", 1)[0]


class SkillLevel(models.Model):
    """How well an agent handles a skill, 1 (learning) to 5 (expert)."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="levels")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="levels")
    level = models.PositiveSmallIntegerField(default=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "skill"], name="skill_level_once"),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="skill_level_1_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} {self.skill_id} {self.level}"


class Shift(models.Model):
    """A stretch of a weekday at which a person works, in their time zone; who has none works whenever they are here."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="shifts")
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(0, 6)), name="shift_weekday"),
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="shift_forward"),
            models.UniqueConstraint(fields=["agent", "weekday", "starts"], name="shift_once"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts:%H:%M}-{self.ends:%H:%M}"


class RoutingSettings(models.Model):
    """How conversations find people; one row, or none where nothing was changed."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    accept_seconds = models.PositiveSmallIntegerField(default=60, help_text="How long an offer stands")
    least_level = models.PositiveSmallIntegerField(default=3, help_text="Of a skill that a rule asks for, at first")
    ladder = models.JSONField(null=True, blank=True, help_text="What is asked no more after how many seconds")
    idle_seconds = models.PositiveIntegerField(default=300, help_text="Without input until somebody counts as away")
    grace_seconds = models.PositiveIntegerField(default=75, help_text="After the last sign of life until offline")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="routing_settings_one")]

    def __str__(self) -> str:
        return f"offers stand for {self.accept_seconds} s"


def session_id() -> str:
    """A public id for a session; its key is a secret."""
    return ids.encode("ses", ids.uuid7())


class BrowserSession(AbstractBaseSession):
    """A browser that came here; somebody is signed in with it once `agent` is set."""

    public_id = models.CharField(max_length=30, unique=True, default=session_id, editable=False)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, null=True, related_name="sessions")
    address = models.GenericIPAddressField(null=True)
    browser = models.CharField(max_length=200, blank=True, help_text="As it calls itself")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return f"{self.agent_id or 'nobody'} from {self.address}"


class TicketPurpose(models.TextChoices):
    """What a ticket opens."""

    SOCKET = "socket", "A desk socket"
    ENTRY = "entry", "The desk, for the owner of a new workspace"


class SocketTicket(models.Model):
    """The right to open one thing once, for one who can show no cookie there; stored as a digest.

    An agent's, a program's, or that of a program that acts for an agent.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    purpose = models.CharField(max_length=6, choices=TicketPurpose, default=TicketPurpose.SOCKET)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, null=True, related_name="+")
    session = models.ForeignKey(BrowserSession, on_delete=models.CASCADE, null=True, related_name="+")
    token = models.ForeignKey("ApiToken", on_delete=models.CASCADE, null=True, related_name="+")
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agent__isnull=False) | models.Q(token__isnull=False), name="ticket_is_somebodys"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} until {self.expires_at:%H:%M:%S}"


class Step(models.TextChoices):
    """What somebody tried, for the brake on guessing."""

    PASSWORD = "password", "Password"
    SECOND_FACTOR = "code", "Second factor"
    RESET = "reset", "Letter for a new password"
    ADDRESS = "address", "Any password, from one network address"


class SignInFailure(models.Model):
    """A wrong password or code for an address, remembered for a while to slow down guessing."""

    email = models.EmailField()
    step = models.CharField(max_length=8, choices=Step, default=Step.PASSWORD)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["email", "at"], name="sign_in_failure_recent")]

    def __str__(self) -> str:
        return self.email


class Invitation(models.Model):
    """Somebody was asked by mail to join; the token in the link is stored as a digest."""

    id = IdField("inv")
    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.AGENT)
    teams = models.ManyToManyField(Team, related_name="+", blank=True)
    invited_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                name="invitation_open_once",
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.email


class ApiToken(models.Model):
    """A program's right to use the API within its scopes; the secret is shown once and stored as a digest."""

    id = IdField("tok")
    name = models.CharField(max_length=80)
    scopes = ArrayField(models.CharField(max_length=40))
    digest = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=4, help_text="The last letters of the secret, to tell it from others")
    created_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name


class IdempotentRequest(models.Model):
    """A POST that came with a key: under way, or what it was answered with; kept for a day.

    Neither the key nor who sent it stands here, but a digest of both; the answer is sealed.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    fingerprint = models.CharField(max_length=64, help_text="Of the request: another one may not use the key")
    run = models.UUIDField(help_text="Which try it is that runs, or ran")
    begun_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True, help_text="None while it is under way, or was cut off")
    content_type = models.CharField(max_length=120, blank=True)
    answer = models.TextField(blank=True, help_text="Sealed; empty once it is kept no more")

    class Meta:
        indexes = [models.Index(fields=["begun_at"], name="idempotent_request_begun")]

    def __str__(self) -> str:
        return f"{self.digest[:8]} {self.status or 'under way'}"


class SignOn(models.Model):
    """The company's own OpenID Connect provider, by which its people may sign in; one at most."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    issuer = models.URLField(max_length=300)
    client_id = models.CharField(max_length=200)
    client_secret = models.TextField(help_text="Sealed")
    only = models.BooleanField(default=False, help_text="Nobody but owners may use a password")
    paused_at = models.DateTimeField(null=True, blank=True, help_text="The plan has no single sign-on since then")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="sign_on_one")]

    def __str__(self) -> str:
        return self.issuer
