import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import agents.models
import tenants.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", tenants.ids.IdField("team", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, unique=True)),
                ("time_zone", models.CharField(blank=True, help_text="The company's when empty", max_length=60)),
                (
                    "accept_seconds",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="How long an offer stands; the company's when empty", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="OpeningTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="opening_times", to="agents.team"
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(help_text="0 is Monday")),
                ("opens", models.TimeField()),
                ("closes", models.TimeField()),
            ],
            options={
                "ordering": ["weekday", "opens"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("weekday__range", (0, 6))), name="opening_time_weekday"),
                    models.CheckConstraint(
                        condition=models.Q(("closes__gt", models.F("opens"))), name="opening_time_forward"
                    ),
                    models.UniqueConstraint(fields=("team", "weekday", "opens"), name="opening_time_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holidays",
                        to="agents.team",
                    ),
                ),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=80)),
            ],
            options={
                "ordering": ["day"],
                "constraints": [
                    models.UniqueConstraint(fields=("team", "day"), name="holiday_once", nulls_distinct=False)
                ],
            },
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[
                ("id", tenants.ids.IdField("skl", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, unique=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SkillLevel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="levels", to="agents.skill"
                    ),
                ),
                ("level", models.PositiveSmallIntegerField(default=3)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("level__range", (1, 5))), name="skill_level_1_to_5")
                ],
            },
        ),
        migrations.CreateModel(
            name="Agent",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", tenants.ids.IdField("agt", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("email", models.EmailField(max_length=254, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("admin", "Admin"),
                            ("supervisor", "Supervisor"),
                            ("agent", "Agent"),
                            ("viewer", "Viewer"),
                        ],
                        default="agent",
                        max_length=10,
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), blank=True, default=list, size=None
                    ),
                ),
                ("capacity", models.PositiveSmallIntegerField(default=4)),
                (
                    "presence",
                    models.CharField(
                        choices=[("online", "Online"), ("away", "Away"), ("offline", "Offline")],
                        default="offline",
                        max_length=7,
                    ),
                ),
                ("presence_since", models.DateTimeField(blank=True, help_text="When the presence was set", null=True)),
                ("presence_by_hand", models.BooleanField(default=False, help_text="Then it does not go by itself")),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "present_until",
                    models.DateTimeField(blank=True, help_text="Offline from then on, unless seen again", null=True),
                ),
                (
                    "free_since",
                    models.DateTimeField(
                        blank=True, help_text="Last time a conversation was taken or ended", null=True
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(blank=True, help_text="Of the shifts; the company's when empty", max_length=60),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "second_factor_at",
                    models.DateTimeField(blank=True, help_text="When the second factor was switched on", null=True),
                ),
                (
                    "is_operator",
                    models.BooleanField(default=False, help_text="Sees the operators' pages on the platform's host"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("teams", models.ManyToManyField(blank=True, related_name="agents", to="agents.team")),
                (
                    "skills",
                    models.ManyToManyField(related_name="agents", through="agents.SkillLevel", to="agents.skill"),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="skilllevel",
            name="agent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="levels", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="skilllevel",
            constraint=models.UniqueConstraint(fields=("agent", "skill"), name="skill_level_once"),
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shifts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(help_text="0 is Monday")),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
            ],
            options={
                "ordering": ["weekday", "starts"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("weekday__range", (0, 6))), name="shift_weekday"),
                    models.CheckConstraint(condition=models.Q(("ends__gt", models.F("starts"))), name="shift_forward"),
                    models.UniqueConstraint(fields=("agent", "weekday", "starts"), name="shift_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutingSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("accept_seconds", models.PositiveSmallIntegerField(default=60, help_text="How long an offer stands")),
                (
                    "least_level",
                    models.PositiveSmallIntegerField(default=3, help_text="Of a skill that a rule asks for, at first"),
                ),
                (
                    "ladder",
                    models.JSONField(blank=True, help_text="What is asked no more after how many seconds", null=True),
                ),
                (
                    "idle_seconds",
                    models.PositiveIntegerField(default=300, help_text="Without input until somebody counts as away"),
                ),
                (
                    "grace_seconds",
                    models.PositiveIntegerField(default=75, help_text="After the last sign of life until offline"),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="routing_settings_one")],
            },
        ),
        migrations.CreateModel(
            name="BrowserSession",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "public_id",
                    models.CharField(default=agents.models.session_id, editable=False, max_length=30, unique=True),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("address", models.GenericIPAddressField(null=True)),
                ("browser", models.CharField(blank=True, help_text="As it calls itself", max_length=200)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-seen_at"],
            },
        ),
        migrations.CreateModel(
            name="SocketTicket",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[("socket", "A desk socket"), ("entry", "The desk, for the owner of a new workspace")],
                        default="socket",
                        max_length=6,
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agents.browsersession",
                    ),
                ),
                ("expires_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SignInFailure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("password", "Password"),
                            ("code", "Second factor"),
                            ("reset", "Letter for a new password"),
                            ("address", "Any password, from one network address"),
                        ],
                        default="password",
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "indexes": [models.Index(fields=["email", "at"], name="sign_in_failure_recent")],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", tenants.ids.IdField("inv", editable=False, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(blank=True, max_length=80)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("admin", "Admin"),
                            ("supervisor", "Supervisor"),
                            ("agent", "Agent"),
                            ("viewer", "Viewer"),
                        ],
                        default="agent",
                        max_length=10,
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("teams", models.ManyToManyField(blank=True, related_name="+", to="agents.team")),
            ],
            options={
                "ordering": ["-created_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at__isnull", True), ("revoked_at__isnull", True)),
                        fields=("email",),
                        name="invitation_open_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", tenants.ids.IdField("tok", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "ending",
                    models.CharField(help_text="The last letters of the secret, to tell it from others", max_length=4),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.AddField(
            model_name="socketticket",
            name="token",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agents.apitoken"
            ),
        ),
        migrations.AddConstraint(
            model_name="socketticket",
            constraint=models.CheckConstraint(
                condition=models.Q(("agent__isnull", False), ("token__isnull", False), _connector="OR"),
                name="ticket_is_somebodys",
            ),
        ),
        migrations.CreateModel(
            name="SignOn",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("issuer", models.URLField(max_length=300)),
                ("client_id", models.CharField(max_length=200)),
                ("client_secret", models.TextField(help_text="Sealed")),
                ("only", models.BooleanField(default=False, help_text="Nobody but owners may use a password")),
                (
                    "paused_at",
                    models.DateTimeField(blank=True, help_text="The plan has no single sign-on since then", null=True),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="sign_on_one")],
            },
        ),
    ]
