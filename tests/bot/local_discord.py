"""Discord's API and gateway on this machine, as far as a process needs them to start and answer."""

import asyncio
import json
from typing import TYPE_CHECKING, Any, Final

import discord
from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from aiohttp.test_utils import BaseTestServer

BOT_ID: Final = "198622483471925248"
DM: Final = "198622483471925777"
LOOKS: Final = {"discriminator": "0", "avatar": None, "global_name": None}
ALICE: Final = {"id": "198622483471925300", "username": "alice", **LOOKS}
ROBOT: Final = {"id": BOT_ID, "username": "FitCheck", "bot": True, **LOOKS}
LAUNCH: Final = """
import sys, discord, yarl
base = yarl.URL(sys.argv.pop(1))
discord.http.Route.BASE = str(base)
# Where the number of shards is set, discord.py doesn't ask the API for the gateway.
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = base.with_scheme("ws").with_path("/gateway")
from bot.__main__ import main
sys.exit(main())
"""


class LocalDiscord:
    """One bot's Discord.

    Parameters
    ----------
    token : str
        The token that is accepted.
    picture : bytes
        What `picture.png` holds; it is handed out once `release` is set.
    """

    def __init__(self, token: str, picture: bytes) -> None:
        self.token = token
        self.picture = picture
        self.release = asyncio.Event()
        self.asked_for_picture = asyncio.Event()
        self.refusal: int | None = None  # the close code that every connection gets
        self.page: int | None = None  # the status of the page that every request gets
        self.intents: list[discord.Intents] = []
        self.shards: list[list[int]] = []
        self.sent: list[str] = []
        self.synced: list[list[str]] = []
        self.server: BaseTestServer

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/gateway", self.gateway)
        app.router.add_get("/picture.png", self.hand_out)
        app.router.add_route("*", "/api/{path:.*}", self.api)
        return app

    async def api(self, request: web.Request) -> web.Response:
        if self.page:
            text = "<!doctype html>\n<html>\n<title>Access denied</title>\n</html>\n"
            return web.Response(text=text, status=self.page, content_type="text/html")
        if request.headers.get("Authorization") != f"Bot {self.token}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        path = request.match_info["path"]
        if path.endswith("/messages"):
            self.sent.append(await self._payload(request))
            return _json(message("answer", author=ROBOT))
        if path.endswith("/commands"):
            commands = await request.json()
            self.synced.append([command["name"] for command in commands])
            return _json([])
        return _json(self._facts()[path])

    def _facts(self) -> dict[str, Any]:
        application = {
            "id": BOT_ID,
            "name": "FitCheck",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "rpc_origins": None,
            "owner": ALICE,
            "flags": 0,
        }
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        url = str(self.server.make_url("/gateway")).replace("http", "ws", 1)
        return {
            "users/@me": ROBOT,
            "oauth2/applications/@me": application,
            "gateway/bot": {"url": url, "shards": 1, "session_start_limit": limit},
        }

    async def _payload(self, request: web.Request) -> str:
        if request.content_type == "application/json":
            return await request.text()
        form = await request.post()
        return str(form["payload_json"])

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Grant everything but the content of messages, and deliver a direct message."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45_000}})
        async for received in socket:
            if received.type is not WSMsgType.TEXT:
                continue
            payload = json.loads(received.data)
            if payload["op"] == 1:
                await socket.send_json({"op": 11})
            elif payload["op"] == 2:
                intents = discord.Intents._from_value(payload["d"]["intents"])
                self.intents.append(intents)
                self.shards.append(payload["d"]["shard"])
                if self.refusal or intents.message_content:
                    await socket.close(code=self.refusal or 4014)
                    break
                await self._greet(socket)
        return socket

    async def _greet(self, socket: web.WebSocketResponse) -> None:
        url = str(self.server.make_url("/picture.png"))
        picture = {
            "id": "198622483471925888",
            "filename": "picture.png",
            "size": len(self.picture),
            "url": url,
            "proxy_url": url,
            "content_type": "image/png",
        }
        ready = {
            "v": 10,
            "shard": [0, 1],
            "user": ROBOT,
            "guilds": [],
            "session_id": "session",
            "resume_gateway_url": str(self.server.make_url("/gateway")).replace("http", "ws", 1),
            "application": {"id": BOT_ID, "flags": 0},
        }
        await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
        post = message("", author=ALICE, attachments=[picture])
        await socket.send_json({"op": 0, "s": 2, "t": "MESSAGE_CREATE", "d": post})

    async def hand_out(self, _: web.Request) -> web.Response:
        self.asked_for_picture.set()
        await self.release.wait()
        return web.Response(body=self.picture, content_type="image/png")


def _json(body: object, *, status: int = 200) -> web.Response:
    # discord.py reads JSON from answers of exactly this type, without a charset.
    data = json.dumps(body).encode()
    return web.Response(body=data, status=status, content_type="application/json")


def message(content: str, *, author: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A message in the direct-message channel."""
    return {
        "id": "198622483471925999",
        "channel_id": DM,
        "author": author,
        "content": content,
        "timestamp": "2026-11-23T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        **fields,
    }
