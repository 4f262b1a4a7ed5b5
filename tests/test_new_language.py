"""A language that does not exist: a folder with a pack, and no Python of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint

PACK = {
    "language.toml": """
priority = 5
function-words = "zo mek ola tir vasu nelo pirim"
numbers = { decimal = ",", thousands = "." }
[sentences]
abbreviations = ["drk"]
""",
    "fields.toml": """
[fields]
title = ["fonkro"]
salary = ["pagolo"]
hours = ["horato"]
""",
    "messages.toml": """
[messages]
replace-by = "Skribu ‘{}’"
remove = "Forigu"
here-too = "Ankau tie"
here-stands = "Tie: {}"
other-vacancy = "La alia"
""",
    "gen.toml": """
[pairs]
joins = ["vel"]
or = ["vel"]
[GEN001]
summary = "Du pronomoj"
message = "Ne ‘{text}’ sed ‘{replacement}’."
pairs = "gen/pronouns.tsv"
[[GEN001.example]]
bad = "Zo serkanto mek lu vel shi venos."
reports = ["lu vel shi"]
""",
    "gen/pronouns.tsv": "lu\tshi\tli\n",
    "jar.toml": """
[JAR001]
summary = "Jargono"
message = "‘{text}’ estas jargono; diru ‘{replacement}’."
terms = "jar/jargon.tsv"
""",
    "jar/jargon.tsv": "sinergo\tkunlaboro\n",
    "wsp.toml": """
[WSP002]
summary = "Spacoj"
message = "Tro da spacoj."
""",
    "amounts.toml": """
[amounts]
common = ["zo", "mek", "ola", "tir", "vasu"]
stems = ["pago", "horat"]
[amounts.units]
hour = ["horato", "horatoj"]
week = ["semo"]
month = ["luno"]
[amounts.types]
PER = ["po"]
TO_MOST = ["ghis"]
[amounts.marks]
pay = ["pagolo"]
earn = ["gajnas"]
vague_pay = ["bonpaga"]
bonus = ["kromajo"]
hours = ["horatoj"]
size = ["laboro"]
""",
    "output.toml": """
[output]
also-on-line = " ({count}x, linio {lines})"
line = "linio"
lines = "linioj"
checked = ["{count} dosiero", "{count} dosieroj"]
nothing = "nenio."
in-files = ["en {count} dosiero.", "en {count} dosieroj."]
fixed = "{count} riparitaj."
safe = "{count} ripareblaj."
unsafe = ["{count} propono.", "{count} proponoj."]
went-wrong = ["{count} eraro.", "{count} eraroj."]
too-low = "{mark} sub {limit}"
[output.severity]
error = ["eraro", "eraroj"]
warning = ["averto", "avertoj"]
info = ["rimarko", "rimarkoj"]
""",
}
TEXT = """# Kuiro

Zo mek ola serkas: lu vel shi tir vasu sinergo nelo.  Pirim zo mek ola.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A content repository whose own rule folder brings a language."""
    for name, content in PACK.items():
        path = tmp_path / "own" / "languages" / "zz" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (tmp_path / "vaclint.toml").write_text('rule-paths = ["own"]\n', encoding="utf-8")
    (tmp_path / "kuiro.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_text_in_it_is_checked_from_end_to_end(repository: Path) -> None:
    done = vaclint("check", "kuiro.md", "--output-format", "json", cwd=repository)
    report = done.json()
    assert report["errors"] == []
    assert report["files"][0]["language"] == "zz"
    found = {each["rule"]: each for each in report["diagnostics"]}
    assert found["GEN001"]["message"] == "Ne ‘lu vel shi’ sed ‘li’."
    assert found["GEN001"]["fixes"][0]["message"] == "Skribu ‘li’"
    assert found["JAR001"]["message"] == "‘sinergo’ estas jargono; diru ‘kunlaboro’."
    assert found["WSP002"]["message"] == "Tro da spacoj."


def test_no_rule_of_another_language_looks_at_it(repository: Path) -> None:
    (repository / "kuiro.md").write_text(TEXT + "\nZo mek ola hij/zij tir.\n", encoding="utf-8")
    done = vaclint(
        "check", "kuiro.md", "--output-format", "json", "--select", "GEN,JAR", cwd=repository
    )
    assert [each["text"] for each in done.json()["diagnostics"]] == ["lu vel shi", "sinergo"]


def test_the_summary_is_in_it(repository: Path) -> None:
    done = vaclint("check", "kuiro.md", "--select", "GEN001", cwd=repository)
    assert "averto GEN001 Ne ‘lu vel shi’ sed ‘li’." in done.out
    assert done.out.endswith("1 dosiero: 1 averto en 1 dosiero. 1 propono.\n")


def test_what_it_does_not_say_of_a_report_is_said_in_the_default_language(repository: Path) -> None:
    words = PACK["output.toml"] + '[output.html]\nwhole = "Pri la tuta teksto"\n'
    (repository / "own" / "languages" / "zz" / "output.toml").write_text(words, encoding="utf-8")
    done = vaclint("check", "kuiro.md", "--output-file", "html=r.html", cwd=repository)
    assert (done.code, done.err) == (1, "")
    page = (repository / "r.html").read_text("utf-8")
    assert "averto" in page
    assert "Begin with" in page


def test_the_other_languages_are_checked_as_before(repository: Path) -> None:
    (repository / "kok.md").write_text(
        "# Kok\n\nWij zoeken iemand; hij/zij kookt.\n", encoding="utf-8"
    )
    done = vaclint(
        "check", "kok.md", "--output-format", "json", "--select", "GEN001", cwd=repository
    )
    assert [each["text"] for each in done.json()["diagnostics"]] == ["hij/zij"]


def test_a_mistake_in_the_pack_is_told_with_its_place(repository: Path) -> None:
    path = repository / "own" / "languages" / "zz" / "gen.toml"
    path.write_text(path.read_text("utf-8").replace("summary", "sumary"), encoding="utf-8")
    done = vaclint("check", "kuiro.md", cwd=repository)
    assert done.code == 2
    assert "gen.toml:6: unknown key 'sumary'" in done.err
    assert "did you mean 'summary'?" in done.err


def test_its_words_of_pay_and_hours_are_read(repository: Path) -> None:
    said = "Zo gajnas € 2.400 ghis € 2.900 po luno. Vasu laboro: 32 horatoj po semo. "
    said += "Tir kromajo ola € 500 po luno."
    (repository / "kuiro.md").write_text(f"{TEXT}\n{said}\n", encoding="utf-8")
    (file,) = vaclint("facts", "kuiro.md", cwd=repository).json()["files"]
    (pay,) = (each["value"] for each in file["facts"]["salary"])
    assert (pay["min"], pay["max"], pay["currency"], pay["unit"]) == (2400, 2900, "EUR", "month")
    (hours,) = (each["value"] for each in file["facts"]["hours"])
    assert (hours["min"], hours["max"]) == (32, 32)
