"""Production: every secret and address comes from the environment, HTTPS only."""

from django.core.exceptions import ImproperlyConfigured

from config import env
from config.settings.base import *  # noqa: F403
from tenants.observing import logs

for name in ("SECRET_KEY", "DATABASE_URL", "BATON_PUBLIC_HOSTS"):
    env.required(name)
SECRET_KEY = env.secret("SECRET_KEY", least=32)
ORIGIN = ORIGIN or f"https://{PUBLIC_HOSTS[0]}"  # noqa: F405
DEMO = False
BATON_ALLOW_LOOPBACK = False
if env.flag("BATON_ALLOW_LOOPBACK", default=False):
    raise ImproperlyConfigured(
        "BATON_ALLOW_LOOPBACK is for development: no request of production may reach this machine."
    )
LOGGING = logs.settings(level=LOG_LEVEL, as_json=True)  # noqa: F405
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True  # every workspace is below the platform, by https alone
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
if env.text("STRIPE_API_BASE"):
    raise ImproperlyConfigured("STRIPE_API_BASE is for development: production talks to Stripe itself.")
if env.text("STRIPE_API_KEY") and not env.text("STRIPE_WEBHOOK_SECRET"):
    raise ImproperlyConfigured("STRIPE_WEBHOOK_SECRET must be set where STRIPE_API_KEY is.")
