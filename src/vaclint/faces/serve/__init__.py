"""``vaclint serve``: a page on this machine to paste a vacancy in.

Nothing leaves the machine: the page is served on the loopback address only, and asks for nothing
elsewhere. Needs the extra ``web``.
"""

from __future__ import annotations

from pathlib import Path
from socket import AF_INET, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket

from vaclint.faces.streams import tell
from vaclint.faces.told import language_here
from vaclint.model.errors import VaclintError
from vaclint.model.store import Store

HOST = "127.0.0.1"


def serve(*, port: int, config: Path | None, isolated: bool, store: Store) -> int:
    """Serve the page until the command is stopped. Raises VaclintError without the extra, and for a
    port that cannot be had.
    """
    try:
        import uvicorn

        from vaclint.faces.serve.app import app_of
        from vaclint.faces.serve.desk import Desk
    except ModuleNotFoundError as error:
        message = (
            f"vaclint serve needs the extra 'web' ({error.name} is missing); install it with "
            "python -m pip install 'vaclint[web]'"
        )
        raise VaclintError("config", "vaclint", message) from None
    listening = _listen(port)
    port = listening.getsockname()[1]
    desk = Desk(config=config, isolated=isolated, store=store)
    words = desk.look(language_here(desk.languages)).words["serve"]
    tell(f"vaclint: {words['open'].format(address=f'http://{HOST}:{port}/')}")
    app = app_of(port, desk)
    settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(settings).run([listening])
    return 0


def _listen(port: int) -> socket:
    listening = socket(AF_INET, SOCK_STREAM)
    listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"port {port} cannot be had ({reason}); name another with --port"
        raise VaclintError("config", "vaclint", message) from None
    return listening
