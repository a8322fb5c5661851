"""What keeps other websites away from a page that listens on this machine."""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.language.language import Wording

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def guard(host: str, wording: Wording) -> Middleware:
    """Turn away requests that another website's page could have made.

    A name that an attacker's DNS points at this machine (DNS rebinding) isn't answered: the Host
    header has to be an address in digits, ``localhost`` or the host that was set. A page of another
    origin can't post.

    Parameters
    ----------
    host : str
        Where the fitting room was set to listen.
    wording : Wording
        The language of the refusal.
    """

    @web.middleware
    async def middleware(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if not _is_ours(request.host, host):
            # Read by the person who typed the name, not by the page's script.
            return web.Response(text=wording("web-foreign-host"), status=403)
        origin = request.headers.get("Origin")
        if origin is not None and _netloc(origin) != request.host:
            return web.json_response({"error": wording("web-foreign-origin")}, status=403)
        return await handler(request)

    return middleware


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Send the page's rules with every response."""
    response.headers.update(HEADERS)


def _netloc(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # as of "http://["
        return None


def _is_ours(requested: str, host: str) -> bool:
    try:
        name = urlsplit(f"//{requested}").hostname or ""
    except ValueError:
        return False
    if name in {"localhost", host.lower()}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
