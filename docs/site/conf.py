"""What Sphinx goes by for either language; ``make_site.py`` puts it beside the sources it makes,
with ``site.json``: the words, and the pages that the other language has too. What the theme says
by itself is translated by ``locale/``.
"""

import json
from pathlib import Path

from vaclint import __version__

SITE = json.loads((Path(__file__).parent / "site.json").read_text("utf-8"))

project = "vaclint"
version = release = __version__
language = SITE["language"]
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "vaclint"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
templates_path = ["templates"]
locale_dirs = ["locale"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
myst_heading_anchors = 4
smartquotes = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def _labelled(html):  # type: ignore[no-untyped-def]
    """A page whose landmarks have names of their own, and its buttons names in its language."""
    for name, label in SITE["theme"]["labels"].items():
        html = html.replace(f'aria-label="{name}', f'aria-label="{label}')
    for name, label in SITE["theme"]["landmarks"].items():
        html = html.replace(f'<aside class="{name}', f'<aside aria-label="{label}" class="{name}')
    return html


def _completed(app, page, template, context, doctree):  # type: ignore[no-untyped-def]
    """Tell a page where it stands in the other language, and mend what keyboards and screen readers
    miss in the theme.
    """
    up = "../" * page.count("/")
    name = page if page in SITE["shared"] else "index"
    context["other"] = f"{up}{SITE['to_other']}{name}.html"
    context["other_name"] = SITE["other_name"]
    context["other_code"] = SITE["other_code"]
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace(
        'role="heading"', 'role="heading" aria-level="2"'
    )
    context["labelled"] = _labelled
    body = context.get("body", "")  # code that is wider than the page is moved with the keyboard
    context["body"] = body.replace("<pre><span></span>", '<pre tabindex="0"><span></span>')


def setup(app):  # type: ignore[no-untyped-def]
    """Sphinx calls this."""
    app.connect("html-page-context", _completed, priority=900)
