"""Pay scales: what stands behind a word for one, and those known by their form."""

from vaclint.facts.amounts.lexicon import Lexicon, known
from vaclint.facts.amounts.scan import Raw
from vaclint.model.values import Scale
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_ABBREVIATION = lazy(r"\b([A-Z][A-Za-z]?[A-Z]{1,3})\s$")
_NUMBER = lazy(r"\d+")


class Stated(NamedTuple):
    """A scale in a row; ``weak`` when only words of pay beside it make it one."""

    scale: Scale
    start: int
    end: int
    weak: bool


def scale_behind(
    raw: list[Raw], index: int, used: int, text: str, lexicon: Lexicon
) -> tuple[Stated | None, int]:
    """The scale behind a word for one, with the end of what was looked at."""
    at = index + used
    names = [text[raw[index].start : raw[at - 1].end]]
    weak = True
    while at < min(len(raw), index + used + 8):
        rows = lexicon.phrases.get(raw[at].word, ())
        found = next(
            (e for p, e in rows if tuple(r.word for r in raw[at : at + len(p)]) == p), None
        )
        marks = found.marks if found is not None else ()
        size = next((len(p) for p, e in rows if e is found), 1)
        if "scale" in marks or "scale_weak" in marks or "scale_part" in marks:
            names.append(text[raw[at].start : raw[at + size - 1].end])
            at += size
        elif raw[at].word in (":", "(", ")", "-", "=") and at + 1 < len(raw):
            at += 1
        else:
            break
    if at >= len(raw):
        return None, raw[index].end
    match = lexicon.scale_value.match(text, raw[at].start)
    if match is None:
        return None, raw[index].end
    value = match["value"].strip().replace(f" {names[-1]} ", " ")
    weak = not any(
        "scale" in e.marks
        for name in names
        for p, e in lexicon.phrases.get(name.lower().split()[0], ())
        if " ".join(p) == name.lower()
    ) and not (known(lexicon, names[0].lower()) is not None)
    if value.isalpha() and value.upper() != value:
        return None, raw[index].end
    return Stated(
        Scale(_system(text, names, raw[index].start, match.end(), lexicon), value),
        raw[index].start,
        match.end(),
        weak,
    ), match.end()


def _system(text: str, names: list[str], start: int, end: int, lexicon: Lexicon) -> str:
    """The name of a pay system: that of its agreement, its own abbreviation, else its word."""
    found = lexicon.agreement.search(text, max(0, start - 40), end + 50)
    if found:
        return f"{found['word'].lower()} {found['name']}"
    own = next(
        (name for name in reversed(names) if len(name) > 1 and sum(c.isupper() for c in name) > 1),
        None,
    )
    if own:
        return own
    before = _ABBREVIATION.search(text[max(0, start - 8) : start])
    return f"{before[1]} {names[-1]}" if before else names[-1].lower()


_STEP_ALONE = lazy(r"\s(?P<value>\d{1,2}(?:\s?[-–/]\s?\d{1,2})?)(?=\s*(?:$|[.;)|(]|,(?!\d)))")
"""A number or two right behind an agreement, which end its clause."""
STEP_MOST = 20
"""A higher number is no scale of an agreement."""


def _of_agreements(text: str, lexicon: Lexicon) -> list[Stated]:
    """Scales said by their number alone behind an agreement: ``cao Gemeenten 9``."""
    found = []
    for match in lexicon.agreement.finditer(text):
        step = _STEP_ALONE.match(text, match.end())
        if step is not None and max(map(int, _NUMBER.findall(step["value"]))) <= STEP_MOST:
            scale = Scale(f"{match['word'].lower()} {match['name']}", step["value"])
            found.append(Stated(scale, match.start(), step.end(), False))
    return found


def scale_forms(text: str, lexicon: Lexicon) -> list[Stated]:
    """Scales known by their form alone."""
    found = _of_agreements(text, lexicon)
    for form in lexicon.scales:
        if form.needs not in text:
            continue
        for match in form.pattern.finditer(text):
            value = match.groupdict().get("value") or match[0]
            value = (
                form.prefix + value.strip() if not value.startswith(form.prefix) else value.strip()
            )
            found.append(
                Stated(Scale(form.system, value), match.start(), match.end(), form.needs_pay)
            )
    return found
