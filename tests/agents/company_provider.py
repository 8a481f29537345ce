"""A small OpenID Connect provider that really listens: keys, codes, PKCE, and ways to misbehave."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "baton-desk", "the company's secret"
Json = dict[str, Any]


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class CompanyProvider:
    """The provider of a company, and the one who signs in there."""

    port: int = 0
    person: Json = field(default_factory=lambda: {"sub": "u-1", "email": "bob@example.com", "email_verified": True})
    key: rsa.RSAPrivateKey = field(default_factory=_key)
    claims: Json = field(default_factory=dict)  # instead of those that would be right
    signed_with: rsa.RSAPrivateKey | None = None
    issuer_told: str = ""
    userinfo: Json | None = None
    codes: dict[str, Json] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        """Its name, which is its address."""
        return f"http://127.0.0.1:{self.port}"

    def sign_in(self, address: str) -> str:
        """The person signs in at the address that the browser was sent to; gives where they are sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (CLIENT, "code", "S256")
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def answer(self, method: str, path: str, body: str) -> tuple[int, Json]:
        """What a path answers."""
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer_told or self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "userinfo_endpoint": f"{self.issuer}/person",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        if path == "/keys":
            public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}
        if path == "/person":
            return 200, self.userinfo or self.person
        return self._token(parse_qs(body)) if (method, path) == ("POST", "/token") else (404, {})

    def _token(self, given: dict[str, list[str]]) -> tuple[int, Json]:
        asked = self.codes.pop(given["code"][0], None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"][0].encode()).digest()).decode()
        if asked is None or challenge.rstrip("=") != asked["code_challenge"] or given["client_secret"] != [SECRET]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        told = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked["nonce"], **self.person}
        claims = {name: value for name, value in {**told, **self.claims}.items() if value is not None}
        token = jwt.encode(claims, self.signed_with or self.key, algorithm="RS256", headers={"kid": "one"})
        return 200, {"access_token": "access", "token_type": "Bearer", "id_token": token}


@contextmanager
def listening() -> Iterator[CompanyProvider]:
    """The provider, until the block ends."""
    made = CompanyProvider()

    class Handler(BaseHTTPRequestHandler):
        """Answers in JSON."""

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
            status, said = made.answer(self.command, urlsplit(self.path).path, body)
            raw = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = _answer  # noqa: N815  the names that the base calls

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
