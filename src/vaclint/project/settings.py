"""What is asked of a run over files, whoever asks."""

from pathlib import Path

from vaclint.model.options import Options
from vaclint.text.named import NamedTuple

TIMEOUT = 5.0
"""Seconds of processor time that a file may take where nobody says otherwise."""
FAIL_ON = ("error", "warning", "info", "never")


class Settings(NamedTuple):
    """All settings of a run, with their defaults; those of configuration files come below them."""

    paths: tuple[str, ...] = (".",)
    """Files and folders; ``-`` stands for standard input."""
    options: Options = Options()
    """What is asked of the engine, on top of the configuration."""
    config: Path | None = None
    """The configuration for all files; None for the nearest of each."""
    isolated: bool = False
    """Whether no configuration is used."""
    fail_on: str | None = None
    """From which severity on the exit code is 1; None for what the configuration says."""
    min_score: float | None = None
    """Below which mark the exit code is 1."""
    jobs: int = 1
    """How many processes there may be."""
    stdin_name: str = "-"
    """The name that standard input goes by."""
    prefix: str = "--"
    """What the names of options begin with where the settings come from."""
    timeout: float | None = None
    """Seconds of processor time that a file may take, 0 for any; None for what the configuration
    says.
    """
    unsafe: bool = False
    """Whether fixes are made that may change what a text says."""
    force_exclude: bool = False
    """Whether named files are held to what a run over their folder would check."""
    baseline: Path | None = None
    """The baseline of findings that are known, for all files; None for what the configuration
    says.
    """
    write_baseline: Path | None = None
    """Where the findings of the run are written as a baseline."""
    since: str | None = None
    """Only findings on lines that changed since this revision."""
    since_staged: bool = False
    """Only findings on lines that are staged, in the text as it is staged."""
    min_severity: str | None = None
    """From which severity on findings are shown; None for what the configuration says."""

    @property
    def asks_changes(self) -> bool:
        """Whether only findings on changed lines are asked for."""
        return self.since_staged or self.since is not None

    profile: bool = False
    """Whether it is measured where the time goes; in one process, and without kept reports."""
