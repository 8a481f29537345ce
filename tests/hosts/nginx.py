"""nginx as the host before the web servers, with the project's own files for it."""

import shutil
import socket
from collections.abc import Sequence
from pathlib import Path

from config.bootstrap import VENV
from config.children import Program
from tests.database import ROOT
from tests.hosts.network import Host

FILES = ROOT / "deploy" / "nginx"
FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
SERVERS = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 2048; }}
http {{
    {places}
    include {files}/baton.conf;
    upstream baton {{
        {webs}
        keepalive 64;
    }}
    map $scheme $baton_scheme {{ default $scheme; }}
    server {{
        listen {address}:{port} default_server;
        include {files}/server.conf;
    }}
}}
"""


def program_file() -> str:
    """Where nginx is: the system's, or the one of `make test`; the empty string when there is none."""
    unpacked = VENV / "nginx" / "usr" / "sbin" / "nginx"
    return shutil.which("nginx") or (str(unpacked) if unpacked.exists() else "")


def program(host: Host, door: socket.socket, webs: Sequence[str], folder: Path) -> Program:
    """nginx on its host, before web servers at these addresses.

    The socket of its door was made outside, where the customers are: so they always reach it, whatever its cable does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)  # its worker is no superuser
    address, port = door.getsockname()
    written = SERVERS.format(
        folder=folder,
        files=FILES,
        address=address,
        port=port,
        webs="\n        ".join(f"server {web} max_fails=2 fail_timeout=3s;" for web in webs),
        places="\n    ".join(f"{name}_temp_path {folder}/{name};" for name in FOLDERS),
    )
    settings = folder / "nginx.conf"
    settings.write_text(written)
    inherits = f"NGINX={door.fileno()};"
    command = ("env", inherits, program_file(), "-e", "stderr", "-p", str(folder), "-c", str(settings))
    return Program("nginx", (*host.command, *command), files=(door.fileno(),))
