"""PostgreSQL as a host of its own: the embedded programs over a cluster of the test's, open to the network's hosts."""

import subprocess
from pathlib import Path

from config.children import Program
from tenants.embedded.postgres import DATABASE, SETTINGS, USER, Server
from tests.hosts.network import Host

PORT = 5432
LOCAL = "listen_addresses=127.0.0.1"


class Postgres:
    """The cluster of one host; it keeps what it committed through a crash."""

    def __init__(self, host: Host, folder: Path) -> None:
        self.host, self.server = host, Server(folder)

    @property
    def url(self) -> str:
        """The address at which other hosts reach it."""
        _, _, secret = self.server.url().partition("://")
        password = secret.partition("@")[0].partition(":")[2]
        return f"postgresql://{USER}:{password}@{self.host.address}:{PORT}/{DATABASE}"

    def prepare(self, source: str) -> None:
        """Make the cluster with a copy of the database at `source`, on this machine, and open it to all hosts."""
        self.server.start()
        try:
            self._copy(source)
        finally:
            self.server.stop()
        with (self.server.cluster / "pg_hba.conf").open("a") as rules:
            rules.write("host all all 0.0.0.0/0 scram-sha-256\n")

    def program(self) -> Program:
        """The server, as the process of its host."""
        settings = [setting for setting in SETTINGS if setting != LOCAL]
        settings += [f"listen_addresses={self.host.address}", f"port={PORT}"]
        options = [part for setting in settings for part in ("-c", setting)]
        command = self.server.launcher.command("postgres", "-D", str(self.server.cluster), *options)
        return Program("database", (*self.host.command, *command))

    def _copy(self, source: str) -> None:
        programs = self.server.launcher.programs
        file = self.server.data_folder / "copy"
        subprocess.run([programs / "pg_dump", "-Fc", "-Z0", "--no-owner", "-f", file, source], check=True)
        restore = (str(programs / "pg_restore"), "--no-owner", "--exit-on-error", "--single-transaction")
        subprocess.run([*restore, "-d", self.server.url(), str(file)], check=True)
        file.unlink()
