"""Settings that every way of running Baton shares."""

import os
import socket
import sys
from pathlib import Path
from typing import Any

import environ
from django.contrib import admin
from psycopg.conninfo import make_conninfo

from config import env, smtp
from tenants import half_open, role
from tenants.observing import logs

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env.text("BATON_DATA", str(BASE_DIR / ".data")))
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATIC_FOLDERS = {  # what is not built: the operators' pages, Django admin's own files, the pictures of the docs
    "operators": BASE_DIR / "config" / "operators" / "static" / "operators",
    "docs": BASE_DIR / "docs" / "images",
    "admin": Path(admin.__file__).parent / "static" / "admin",
}

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")  # keys of before: what they signed or sealed is still good
BACKUP_KEY = env.secret("BATON_BACKUP_KEY", least=24)  # seals backups; they are as they are without one
ALLOWED_HOSTS = ["*"]  # the tenant middleware answers 404 to a host that is no tenant's and not ours
PUBLIC_HOSTS = env.hosts("BATON_PUBLIC_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
ORIGIN = env.web_address("BATON_ORIGIN")  # of the platform, for links in letters; as the request saw it when empty
LEGAL_PAGES = {  # of whoever hosts this, linked on the platform's pages; those that are empty are not
    "imprint": env.web_page("BATON_IMPRINT"),
    "privacy": env.web_page("BATON_PRIVACY"),
    "terms": env.web_page("BATON_TERMS"),
}
WORKSPACE_DOMAIN = env.hosts("BATON_WORKSPACE_DOMAIN", (PUBLIC_HOSTS[0],))[0]  # a new company is at <slug>.<this>
POOL_SIZE = env.number("BATON_POOL", default=5, least=0, most=200)  # schemas ready for companies that sign up
SIGN_UPS_AN_HOUR = env.number("BATON_SIGN_UPS", default=3, least=1, most=10_000)  # by address
OPERATOR = env.text("BATON_OPERATOR", f"operator@{PUBLIC_HOSTS[0]}")  # the first person of the platform's own company
OPERATOR_PASSWORD = env.text("BATON_OPERATOR_PASSWORD")  # without one they come in by a link that is printed once
SETTLE_MS = env.number("BATON_SETTLE_MS", default=700, least=0, most=5000)  # quiet before the assistant answers
PROXIES = env.number("BATON_PROXIES", default=0, least=0, most=9)  # of our own, in front of the web server
DEMO = env.flag("BATON_DEMO", default=False)
DNS_SERVERS = env.words("BATON_DNS")  # address:port of the one to ask for proofs of domains; the machine's when empty
DNS_SECONDS = 5.0  # after which a name server counts as silent

SHARED_APPS = ["tenants", "django_tenants", "billing.arrivals"]  # tenants first: its migrate_schemas, not the stock one
TENANT_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "tenants.trail",
    "agents",
    "assistant",
    "escalation",
    "billing",
    "conversations",
]
WITHOUT_TABLES = [
    "config.operators",
    "config.reference",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.messages",
]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS, *WITHOUT_TABLES, "rest_framework", "channels"]

TENANT_MODEL = "tenants.Tenant"
TENANT_DOMAIN_MODEL = "tenants.Domain"
# The search path is set once where a tenant is entered, and again after whatever may have undone it, a rollback or
# another session; before every statement would double the round trips. No pooler of transactions may stand in between.
TENANT_LIMIT_SET_CALLS = True
AUTH_USER_MODEL = "agents.Agent"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "config.urls"
PUBLIC_SCHEMA_URLCONF = "config.urls_public"
ASGI_APPLICATION = "config.asgi.application"

MIDDLEWARE = [
    "tenants.middleware.RequestId",
    "tenants.observing.access.Access",
    "tenants.transport.Transport",
    "tenants.middleware.ContentSecurityPolicy",
    "tenants.middleware.BrowsersLanguage",
    "tenants.middleware.TenantByHost",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "agents.spoken.PersonsLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "conversations.door.limiting.Limits",
    "conversations.door.once.Once",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tenants.middleware.page_context",
            ]
        },
    }
]

# The programs that start Baton without a database of its own (manage.py, the supervisor) start the embedded
# PostgreSQL and set DATABASE_URL to it.
DATABASE_URL = env.service("DATABASE_URL", "postgresql", "postgres", default="postgresql://127.0.0.1:5432/baton")
DATABASE_POOL = env.number("BATON_DATABASE_POOL", default=8, least=1, most=200)


LIMITS = ("-c statement_timeout=30000", "-c lock_timeout=5000")


def database(url: str, *, pool: int | None) -> dict[str, Any]:
    """Django's settings for the database at `url`, with a pool of at most `pool` sessions, or none."""
    options: dict[str, Any] = {
        **half_open.POSTGRES,
        "options": " ".join((role.TAKEN_ON, half_open.AT_POSTGRES, half_open.STANDS_STILL, *LIMITS)),
    }
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10, "max_lifetime": 480}
    return {
        **environ.Env.db_url_config(url),
        "ENGINE": "django_tenants.postgresql_backend",
        "CONN_MAX_AGE": 0,
        "OPTIONS": options,
    }


DATABASES = {"default": database(DATABASE_URL, pool=DATABASE_POOL)}
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]

REDIS_URL = env.service("REDIS_URL", "redis", "rediss", "unix")
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "tenants.redis_layer.GapTellingRedisLayer",
        "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": None, **half_open.REDIS}]},
    }
    if REDIS_URL
    else {
        "BACKEND": "tenants.embedded.channel_layer.PostgresChannelLayer",
        "CONFIG": {"dsn": DATABASE_URL, "after_gap": "gap"},
    }
}

CACHES: dict[str, dict[str, Any]] = {
    "default": {
        **(
            {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": REDIS_URL,
                "OPTIONS": {"socket_timeout": half_open.SECONDS, **half_open.REDIS},
            }
            if REDIS_URL
            else {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": '"public"."baton_cache"',  # made by a migration of tenants
                "OPTIONS": {"MAX_ENTRIES": 10_000},  # counted at each writing
            }
        ),
        "KEY_FUNCTION": "django_tenants.cache.make_key",  # begins with the tenant's schema
    }
}

CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", REDIS_URL or DATABASE_URL.replace("postgresql://", "pgmq://", 1))
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 120
CELERY_WORKER_PROC_ALIVE_TIMEOUT = 60  # a process loads the encoders before it takes work
CELERY_TASK_DEFAULT_QUEUE = "baton"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# Else the database pool of the whole process is closed around each task, under the threads that do jobs beside it.
CELERY_DB_REUSE_MAX = sys.maxsize
# The sweeper must not wait long for a broker that is down: it says again later what it could not say.
GIVE_UP_SOON = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        "conn_string": make_conninfo(
            CELERY_BROKER_URL.replace("pgmq://", "postgresql://", 1),
            options=f"{role.TAKEN_ON} {half_open.AT_POSTGRES}",
            **half_open.POSTGRES,
        ),
        "init_extension": False,  # a migration of tenants has installed the queue's SQL
        "use_notify": True,
        "notify_throttle_interval_ms": 0,
        "wait_time_seconds": 0,  # more would wait in the server, by polling, and not for the notification
        "polling_interval": 1.0,
        "pool_size": 2,
        "pool_timeout": 3,
        "visibility_timeout": 300,
    }
    if CELERY_BROKER_URL.startswith("pgmq")
    else {
        "visibility_timeout": 300,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
        "socket_timeout": half_open.SECONDS,
        **half_open.REDIS,
        **GIVE_UP_SOON,
    }
    if CELERY_BROKER_URL.startswith("redis")
    else GIVE_UP_SOON
)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/console/"
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a letter for a new password is good
SESSION_ENGINE = "agents.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
CSRF_FAILURE_VIEW = "config.refusals.forged"
# Of allauth only what keeps second factors and speaks OpenID Connect is used; its own pages have no address here.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "agents.second_factor.SealedAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SOCIALACCOUNT_ADAPTER = "agents.entrance.provider.OwnProviderAdapter"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024  # more of a request's body than this waits on disk, not in memory

MEDIA_ROOT = DATA_DIR / "uploads"  # a folder for each tenant; served by signed links alone
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

MAIL_SERVER = smtp.server("EMAIL_URL")
MAIL_LEAVES = bool(MAIL_SERVER.host)
MAIL_AFTER = env.number("BATON_MAIL_AFTER", default=60, least=0, most=86_400)  # seconds a customer has to see it before
MAIL_FROM = env.text("BATON_MAIL_FROM")  # an address; support@ the company's host when empty
INBOUND_MAIL_SECRET = env.text("BATON_INBOUND_MAIL_SECRET")  # what the mail server proves itself with; no mail without
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SERVER.starts_tls, MAIL_SERVER.is_tls
EMAIL_TIMEOUT = 20

# Without a key nobody is billed: every company has all there is in Baton. A test key may lead to the sandbox.
STRIPE_API_KEY = env.text("STRIPE_API_KEY")
STRIPE_WEBHOOK_SECRET = env.text("STRIPE_WEBHOOK_SECRET")
STRIPE_API_BASE = env.text("STRIPE_API_BASE").rstrip("/")  # of the sandbox; Stripe's own when empty
SANDBOX_ORIGIN = env.text("BATON_SANDBOX")  # where browsers reach the sandbox, in the demo

LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]  # of what is said to staff; `tenants.speaking` says which languages there are
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["agents.authentication.BearerToken", "agents.authentication.DeskSession"],
    "DEFAULT_PERMISSION_CLASSES": ["agents.permissions.Nobody"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "tenants.openapi.accepting.Accepting",
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "EXCEPTION_HANDLER": "tenants.errors.handle",
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "tenants.openapi.describing.Describing",
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,  # they would say each value twice
    "POSTPROCESSING_HOOKS": [],  # choices stand where they are used, under no name of their own
}
LOG_LEVEL = env.choice("BATON_LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = logs.settings(level=LOG_LEVEL, as_json=False)
TRACES = env.web_address("BATON_TRACES")  # of a collector of OpenTelemetry; no spans are made when empty
METRICS_ADDRESS = env.address("BATON_METRICS")  # where a worker or sweeper without a web server beside it tells them
METRICS_TOKEN = env.text("BATON_METRICS_TOKEN")  # what shows the metrics; without one, to callers of private addresses
# What the processes of one machine, or one container, keep between them: their metrics and signs of life.
LOCAL_DIR = Path(env.text("BATON_LOCAL", str(DATA_DIR / "run" / socket.gethostname())))
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(LOCAL_DIR / "metrics"))  # read when its library is imported
Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(mode=0o700, parents=True, exist_ok=True)
