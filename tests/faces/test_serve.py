"""The page to paste a text in: what it answers, and to whom. In a browser: below, marked slow."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli_support import vaclint
from fuzz.texts import TEXT
from project_support import write
from vaclint.model.store import Store

pytest.importorskip("starlette", reason="the page needs python -m pip install 'vaclint[web]'")
pytest.importorskip("httpx", reason="trying the page needs python -m pip install httpx")
PORT = 8321
HERE = f"http://127.0.0.1:{PORT}"
BAD = "# Kok\n\nWij zoeken een kandidaat/kandidate  voor 32 uur. Hij/zij kookt .\n"


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What moves a cursor or turns the writing around; a page may have tabs and ends of lines."""


class Elements(HTMLParser):
    """The elements of some HTML: their tags, the names of their attributes, where links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def client(**options: Any) -> Any:
    from starlette.testclient import TestClient

    from vaclint.faces.serve.app import app_of
    from vaclint.faces.serve.desk import Desk

    given = {"config": None, "isolated": True, "store": Store(), **options}
    return TestClient(app_of(PORT, Desk(**given)), base_url=HERE)


@pytest.fixture(scope="module")
def desk() -> Any:
    return client()


def test_the_page_is_in_the_language_that_is_asked_for(desk: Any) -> None:
    assert "Vacature nakijken" in desk.get("/", headers={"Accept-Language": "nl-BE,en;q=0.8"}).text
    english = desk.get("/?lang=en").text
    assert '<html lang="en">' in english
    assert ">Copy the text</button>" in english
    assert "object at" not in english
    assert '<html lang="nl">' in desk.get("/?lang=xx", headers={"Accept-Language": "zz"}).text


def test_a_text_is_checked_as_the_command_does(desk: Any) -> None:
    data = desk.post("/check", json={"text": BAD, "kind": "vacancy"}).json()
    assert 'data-n="' in data["html"]
    assert ">Hij/zij</a>" in data["html"]
    assert data["safe"] == 3
    assert data["errors"] == []


def test_safe_fixes_and_one_fix(desk: Any) -> None:
    safe = desk.post("/fix", json={"text": BAD, "kind": "vacancy"}).json()["text"]
    assert safe == "# Kok\n\nWij zoeken een kandidaat voor 32 uur. Hij/zij kookt.\n"
    html = desk.post("/check", json={"text": BAD, "kind": "vacancy"}).json()["html"]
    number = int(html.partition('data-fix="')[2].partition('"')[0])
    one = desk.post("/fix", json={"text": BAD, "kind": "vacancy", "finding": number})
    assert one.json()["text"] != BAD
    lost = desk.post("/fix", json={"text": "Kok.", "finding": 99})
    assert lost.status_code == 400
    assert "there is no fix 99" in lost.json()["error"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXT, form=st.sampled_from(("auto", "markdown", "html", "text")))
def test_nothing_of_a_text_speaks_for_itself(desk: Any, text: str, form: str) -> None:
    given = f"# Kok {text}\n\nHij/zij {text} de de {text}kookt .\n\n[{text}](x {text})\n"
    asked = {"text": given, "format": form, "kind": "vacancy"}
    typed = {"Content-Type": "application/json"}
    answer = desk.post("/check", content=json.dumps(asked), headers=typed)
    assert answer.status_code == 200
    data = answer.json()
    assert not CONTROL.search(data["html"] + " ".join(data["errors"]))
    shown = Elements(data["html"])
    assert shown.tags.isdisjoint({"script", "img", "iframe", "style", "link", "form", "object"})
    assert not {name for name in shown.attributes if name.startswith("on")}
    assert all(link.startswith(("#", "/rules/")) for link in shown.links)


def test_each_rule_has_a_page(desk: Any) -> None:
    html = desk.post("/check", json={"text": BAD, "language": "nl"}).json()["html"]
    assert 'href="/rules/GEN001?lang=nl"' in html
    told = desk.get("/rules/GEN001", params={"lang": "nl"})
    assert told.status_code == 200
    assert "<h2>Wordt gemeld</h2>" in told.text
    assert "script" not in told.headers["content-security-policy"]
    assert "<h2>Reported</h2>" in desk.get("/rules/GEN001", params={"lang": "en"}).text
    assert desk.get("/rules/GEN999").status_code == 404
    assert desk.get("/favicon.ico").status_code == 204


def test_the_wishes_count(desk: Any) -> None:
    def html(text: str, **wishes: Any) -> str:
        return str(desk.post("/check", json={"text": text, **wishes}).json()["html"])

    polite = "U kookt elke dag voor de bewoners van ons huis en u bakt brood.\n"
    assert "STY001" not in html(polite)
    assert "STY001" in html(polite, form="informal")
    plain = "Je faciliteert de bewoners van ons huis en je kookt elke dag voor hen.\n"
    assert "JAR001" in html(plain)
    assert "JAR001" not in html(plain, plain=False)
    assert "SAL001" in html(plain, kind="vacancy")
    assert "SAL001" not in html(plain, kind="other")
    assert "waarschuwing" in html(BAD, language="nl")
    assert "warning" in html(BAD, language="en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>Kok</p>", "vacancy.html"),
        ("# Kok\n", "vacancy.md"),
        ("Taken:\n- koken\n", "vacancy.md"),
        ("Kok gevraagd. 1 < 2.\n", "vacancy.txt"),
    ],
)
def test_the_format_of_a_pasted_text_is_told(text: str, name: str) -> None:
    from vaclint.faces.serve.desk import Asked

    assert Asked(text, "nl").name == name
    assert Asked(text, "nl", format="text").name == "vacancy.txt"


def test_the_configuration_of_the_folder_holds(tmp_path: Path) -> None:
    write(tmp_path, {"vaclint.toml": 'ignore = ["GEN"]\n'})
    own = client(config=tmp_path / "vaclint.toml", isolated=False)
    html = own.post("/check", json={"text": BAD, "kind": "vacancy"}).json()["html"]
    assert "GEN001" not in html
    assert "WSP002" in html


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": 3}, "'text' must be a text"),
        ({"text": "x", "plain": "yes"}, "'plain' true or false"),
        ({"text": "x", "kind": "job"}, "'kind' must be one of"),
        ({"text": "x", "language": "xx"}, "'language' must be one of"),
        ({"text": "x", "form": "jij"}, "'form' must be one of"),
        ([], "an object with 'text' is expected"),
        ({"text": "x" * 1_000_001}, "larger than 1000000 bytes"),
    ],
)
def test_a_request_that_cannot_be_is_told(desk: Any, data: Any, said: str) -> None:
    answer = desk.post("/check", json=data)
    assert answer.status_code == 400
    assert said in answer.json()["error"]


def test_no_other_host_and_no_other_page_is_answered(desk: Any) -> None:
    assert desk.get("/", headers={"Host": "evil.example"}).status_code == 403
    assert desk.get("/", headers={"Host": f"evil.example:{PORT}"}).status_code == 403
    data = {"text": "Kok."}
    assert desk.post("/check", json=data, headers={"Origin": HERE}).status_code == 200
    other = {"Origin": "http://evil.example"}
    assert desk.post("/check", json=data, headers=other).status_code == 403
    form = desk.post("/check", content=b'{"text": "Kok."}', headers={"Content-Type": "text/plain"})
    assert form.status_code == 403


def test_the_page_sets_no_cookie_and_allows_nothing_from_elsewhere(desk: Any) -> None:
    answer = desk.get("/")
    assert "set-cookie" not in answer.headers
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "script-src 'sha256-" in policy
    assert answer.headers["cache-control"] == "no-store"


def test_markup_in_a_text_is_shown_as_text(desk: Any) -> None:
    text = "# Kok\n\nHij/zij \\<img src=x onerror=alert(1)> kookt.\n"
    html = desk.post("/check", json={"text": text}).json()["html"]
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_a_port_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    done = vaclint("serve", "--port", "99999999", cwd=tmp_path)
    assert done.code == 2
    assert "port 99999999 cannot be had" in done.err


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of the page as the command serves it."""
    command = [sys.executable, "-m", "vaclint", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+/", said)
        assert found, said
        yield found[0]
        process.terminate()


@pytest.mark.slow
def test_in_a_browser(address: str, tmp_path: Path) -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if browser is None:
        pytest.skip("there is no Chromium here; install it to have the page tried in a browser")
    api = pytest.importorskip(
        "playwright.sync_api", reason="python -m pip install playwright has the page tried"
    )
    write(tmp_path, {"advert.md": "# Cook\n\nHe/she cooks .\n"})
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1280, "height": 900})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}?lang=nl")
        page.type("#text", "Wij zoeken een kandidaat/kandidate voor 32 uur .")
        page.wait_for_selector("#detail .m.warning")
        with page.expect_popup() as opened:
            page.click("#detail .where a >> nth=0")
        api.expect(opened.value.locator("article.rule")).to_contain_text("Wordt gemeld")
        page.click("#detail button[data-fix] >> nth=0")
        value = api.expect(page.locator("#text"))
        value.not_to_have_value(re.compile("/kandidate"))
        page.click("#fix:enabled")
        value.to_have_value(re.compile(r"32 uur\."))
        page.keyboard.press("Control+z")
        value.to_have_value(re.compile(r"32 uur \."))
        page.set_input_files("#file", tmp_path / "advert.md")
        page.wait_for_selector("#detail .m:has-text('He/she')")
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.fill("#text", "")
        page.wait_for_selector("#detail p:has-text('Hier komt')")
        started.close()
    assert said == []
