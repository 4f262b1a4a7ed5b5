"""The page as a web application: a few addresses, for this machine only.

A request is answered only for a host that is this machine, so that no name elsewhere can be made to
lead here, and a text is taken only from the page itself. Nothing is stored, no cookie is set.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vaclint.faces.serve.desk import FORMS, KINDS, NAMES, Asked, Desk
from vaclint.model.errors import VaclintError
from vaclint.reporters.html.page import digest_of, frame

LIMIT = 1_000_000
"""So many bytes a request may have."""
HOSTS = ("127.0.0.1", "localhost")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Answer = Callable[[Request], Awaitable[Response]]


def app_of(port: int, desk: Desk) -> Starlette:
    """The application for a port of this machine."""
    hosts = {f"{host}:{port}" for host in HOSTS}

    def guarded(answer: Answer) -> Answer:
        async def guard(request: Request) -> Response:
            response = await _answered(request, answer, hosts)
            response.headers.update(HEADERS)
            return response

        return guard

    async def page(request: Request) -> Response:
        return _page(desk, _language(request, desk))

    async def check(request: Request) -> Response:
        return JSONResponse(desk.shown(_asked(await _data(request), desk)))

    async def fix(request: Request) -> Response:
        data = await _data(request)
        number = data.get("finding")
        if not (number is None or type(number) is int):
            raise VaclintError("config", "vaclint", "'finding' must be a number")
        return JSONResponse({"text": desk.fixed(_asked(data, desk), number)})

    async def rule(request: Request) -> Response:
        return _rule(request.path_params["code"], desk, _language(request, desk))

    return Starlette(
        routes=[
            Route("/", guarded(page)),
            Route("/check", guarded(check), methods=["POST"]),
            Route("/fix", guarded(fix), methods=["POST"]),
            Route("/rules/{code}", guarded(rule)),
            Route("/favicon.ico", guarded(_no_icon)),
        ]
    )


async def _no_icon(_request: Request) -> Response:
    """Browsers ask for an icon by themselves; there is none, and that is no error."""
    return Response(status_code=204)


async def _answered(request: Request, answer: Answer, hosts: set[str]) -> Response:
    """The answer to a request from this machine; what is wrong with another is said."""
    host = request.headers.get("host", "")
    if host not in hosts:
        return PlainTextResponse("This page is for this machine only.\n", 403)
    if request.method == "POST" and not _is_from_the_page(request, host):
        return PlainTextResponse("A text is taken from the page itself only.\n", 403)
    try:
        return await answer(request)
    except VaclintError as error:
        return JSONResponse({"error": error.message}, 400)


def _is_from_the_page(request: Request, host: str) -> bool:
    is_json = request.headers.get("content-type", "").split(";")[0] == "application/json"
    return is_json and request.headers.get("origin") in (None, f"http://{host}")


async def _data(request: Request) -> dict[str, Any]:
    """What a request holds. Raises VaclintError for one that is too large or no object."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LIMIT:
            message = f"the text is larger than {LIMIT} bytes; check it with the command"
            raise VaclintError("read", "vaclint", message)
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise VaclintError("config", "vaclint", "an object with 'text' is expected")
    return data


def _asked(data: dict[str, Any], desk: Desk) -> Asked:
    """What a request asks for. Raises VaclintError for what is none of the choices."""
    choices = {
        "language": tuple(desk.languages),
        "format": ("auto", *NAMES),
        "kind": KINDS,
        "form": FORMS,
    }
    given = {name: data.get(name, values[0]) for name, values in choices.items()}
    for name, values in choices.items():
        if given[name] not in values:
            raise VaclintError("config", "vaclint", f"'{name}' must be one of {values}")
    text, plain = data.get("text"), data.get("plain", True)
    if not isinstance(text, str) or not isinstance(plain, bool):
        raise VaclintError("config", "vaclint", "'text' must be a text, and 'plain' true or false")
    return Asked(text.replace("\r\n", "\n"), plain=plain, **given)


def _language(request: Request, desk: Desk) -> str:
    """The language of the page: as its address says, or as the browser asks, or the first."""
    wanted = [request.query_params.get("lang", "")]
    accepted = request.headers.get("accept-language", "").split(",")
    wanted += [each.partition(";")[0].strip()[:2].lower() for each in accepted]
    return next((code for code in wanted if code in desk.languages), next(iter(desk.languages)))


def _page(desk: Desk, language: str) -> HTMLResponse:
    look = desk.look(language)
    report = frame()
    script = report["js"] + _asset("page.js")
    html = (
        desk.templates(language)
        .from_string(_asset("page.html.j2"))
        .render(
            css=report["css"] + _asset("page.css"),
            js=script,
            s=look.words["serve"],
            languages=desk.languages,
        )
    )
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors 'none'; script-src '{digest_of(script)}'"
    )
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def _rule(code: str, desk: Desk, language: str) -> Response:
    """The page about a rule."""
    told = desk.rule(code, language)
    if told is None:
        return PlainTextResponse("No rule has this code.\n", 404)
    html = (
        desk.templates(language)
        .from_string(_asset("rule_page.html.j2"))
        .render(
            css=frame()["css"] + _asset("page.css"),
            rule=told,
        )
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def _asset(name: str) -> str:
    folder = resources.files("vaclint.faces.serve") / "templates"
    return (folder / name).read_text("utf-8")
