"""A page on this machine that explains the rules, for the links of a terminal."""

from __future__ import annotations

from vaclint.languages.language import Language
from vaclint.model.digest import blake2b
from vaclint.model.errors import VaclintError
from vaclint.model.report import Look
from vaclint.project.cache import pages_folder
from vaclint.project.digests import state_of_rules
from vaclint.project.files import make_folder, replace_file
from vaclint.project.plan import Plan


def rules_at(plan: Plan, look: Look, language: Language) -> str:
    """The address of what is told of a rule, with ``{code}`` in it; empty where the page cannot be
    written. The page is kept for a set of rules, and written anew when one of them has changed.
    """
    state = f"<!-- {state_of_rules(plan.rule_paths)} -->\n".encode()
    of = blake2b(repr(plan.rule_paths).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    page = pages_folder() / f"rules-{of}.{language.code}.html"
    try:
        with page.open("rb") as kept:
            is_current = kept.readline() == state
    except OSError:
        is_current = False
    if not is_current:
        from vaclint.reporters.html import render_rules
        from vaclint.rulebook.notes import notes_on

        html = render_rules(notes_on(plan.explained(), language), look)
        try:
            make_folder(page.parent)
            replace_file(page, (state, html.encode()))
        except VaclintError:
            return ""
    return f"{page.absolute().as_uri()}#r{{code}}"
