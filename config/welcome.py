"""What `make demo` says once Baton is ready: where to look first, and how to sign in."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from config.bootstrap import ROOT
from conversations.demo.content import OPERATOR, company


@dataclass(frozen=True)
class Places:
    """Where things are; `sandbox` is empty where payments go to Stripe itself."""

    port: int
    sandbox: str
    log: Path


def welcome(places: Places, *, seconds: float) -> str:
    """The words. Pure."""
    shop, port = company(), places.port
    people = "\n".join(
        f"    {person.email:<28} {person.name}, {', '.join(shop.teams[team] for team in person.teams) or person.role}"
        for person in shop.agents
    )
    data = places.log.parent.parent
    kept = "" if data == ROOT / ".data" else f" BATON_DATA={shlex.quote(str(data))}"
    sandbox = f"\n  Payments, played       {places.sandbox}/" if places.sandbox else ""
    return f"""
  Baton is ready, {seconds:.0f} s after the start.

  Demo, start here       http://localhost:{port}/demo/
  Shop, as a customer    http://localhost:{port}/shop/
  Desk, as an agent      http://demo.localhost:{port}/console/
  Customers' mail        http://localhost:{port}/mail/
  Public site, sign-up   http://localhost:{port}/
  Operators' pages       http://baton.localhost:{port}/operators/{sandbox}

  Sign in at the desk with the password  {shop.password}  as
{people}
    {OPERATOR:<28} at the operators' pages

  Simulated customers    make demo-traffic{"" if port == 8000 else f" PORT={port}"}{kept}
  Log                    {places.log}
  Stop                   Ctrl-C
"""
