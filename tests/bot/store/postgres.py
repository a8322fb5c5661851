"""A PostgreSQL server of the tests' own: in a temporary folder, on a loopback port."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import asyncpg


def binaries() -> Path | None:
    """Find the folder of `initdb`, newest version first; Debian keeps it off the PATH."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin_: -int(bin_.parent.name)
    )
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).parent)
    return next((one for one in folders if (one / "initdb").exists()), None)


class PostgresServer:
    """One server; `start` and `stop` as often as a test likes, the data stays."""

    def __init__(self, folder: Path) -> None:
        self._bin = folder
        self._home = Path(tempfile.mkdtemp(prefix="fitcheck-pg-"))
        self._password = secrets.token_hex(8)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        password_file = self._home / "password"
        password_file.write_text(self._password)
        if self._user:
            for path in (self._home, password_file):
                shutil.chown(path, self._user)
        self._run(
            "initdb", "--pgdata", self._data, "--username=fitcheck", f"--pwfile={password_file}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
        )  # fmt: skip

    @property
    def _data(self) -> str:
        return str(self._home / "data")

    @property
    def _user(self) -> str | None:
        """PostgreSQL refuses to run as root; Debian's package makes a user for it."""
        if os.geteuid() != 0:
            return None
        names = {one.pw_name for one in pwd.getpwall()}
        return "postgres" if "postgres" in names else "nobody"

    def _run(self, program: str, *arguments: str) -> None:
        who: dict[str, Any] = {}
        if self._user:
            account = pwd.getpwnam(self._user)
            who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        # Into a file: the server inherits the output, and a pipe would never end.
        with (self._home / "output").open("w+") as output:
            done = subprocess.run(  # noqa: S603 (our own arguments)
                [self._bin / program, *arguments],
                cwd=self._home, stdout=output, stderr=output, check=False, **who,
            )  # fmt: skip
            output.seek(0)
            assert done.returncode == 0, output.read()

    def start(self) -> None:
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -k {self._home} -c fsync=off"
        self._run(
            "pg_ctl", "start", "--wait", "-D", self._data, "-l", f"{self._data}/log", "-o", options
        )

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--wait", "-D", self._data, "-m", "immediate")

    def remove(self) -> None:
        shutil.rmtree(self._home)

    def address(self, database: str, *, password: str | None = None) -> str:
        """Return an address as a provider would write it."""
        password = self._password if password is None else password
        return f"postgres://fitcheck:{password}@127.0.0.1:{self._port}/{database}?sslmode=disable"

    async def empty_database(self) -> str:
        """Empty the tests' database and return its address."""
        connection = await asyncpg.connect(self.address("postgres"))
        try:
            await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        finally:
            await connection.close()
        return self.address("postgres")
