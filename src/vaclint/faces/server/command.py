"""Starts the server, and ends with it."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import redirect_stdout, suppress
from pathlib import Path

from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.store import Store
from vaclint.project.settings import Settings

EXTRA = "vaclint[server]"


def serve(
    store: Store, *, config: Path | None, isolated: bool, message_language: str = "auto"
) -> int:
    """Speak the language server protocol on standard input and output until the client is done: 0,
    or 1 where it went without a word. Raises VaclintError where the extra is not installed.
    """
    try:
        from vaclint.faces.server.answers import Answers
        from vaclint.faces.server.desk import Desk
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        message = f"vaclint server needs the extra {EXTRA}; install it: pip install '{EXTRA}'"
        raise VaclintError("config", "vaclint", message) from None
    from vaclint.faces.server.worker import Worker

    options = Options(
        message_language=message_language, details=False, marks=False, fingerprints=False
    )
    settings = Settings(options=options, config=config, isolated=isolated, force_exclude=True)
    worker = Worker()
    desk = Desk(settings, store, worker)
    Answers(desk)
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")

    def talk() -> None:
        try:
            desk.server.start_io(sys.stdin.buffer, output)
        finally:
            worker.stop()

    thread = threading.Thread(target=talk, name="messages", daemon=True)
    with redirect_stdout(sys.stderr):  # what is printed is no message
        thread.start()
        worker.run()
        thread.join()
        with suppress(OSError):
            output.close()
    return 0 if desk.was_shut_down else 1
