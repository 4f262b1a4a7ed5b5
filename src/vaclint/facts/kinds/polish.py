"""The end of a title's way: without marks of gender, the name of a list and the firm before it."""

from vaclint.facts.kinds.bare import bare
from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.firm import is_firm, without_firm
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    DASH,
    MARK,
    behind_employment,
    clean,
    is_anybody,
    is_part,
    is_people,
    names_job,
    speaks,
    starts_with,
    tokens_of,
    undressed,
    without_praise,
)
from vaclint.facts.kinds.terms import before_terms
from vaclint.facts.kinds.whose import without_whose
from vaclint.facts.kinds.words import words_of
from vaclint.model.reading import Reading
from vaclint.text.patterns import lazy

_DOTS = ("..", "…")
_SIGNS = "-–—|·•:,/"
LEAST_LEAD = 2
"""A phrase that leads to the job within a title has so many words."""

_REFERENCE = lazy(r"\s?[#–—(-]\s?\d{5,}\)?$")
"""A number that the employer gives a vacancy: `Cook-24310804`."""
_PIECE = lazy(r"\s[|–—·•-]\s|\s?:\s")


def polished(title: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> str:
    """`Cook` of `Careers – Cook (m/f/d) for`, `The Kettle – Cook` and `Cook – The Kettle`: a title
    without marks, names of lists and of the firm, and the word that led to what is gone. Linear.
    """
    if not title:
        return ""
    text = _REFERENCE.sub("", without_marks(title))
    if text.endswith(_DOTS):
        text = clean(text.rstrip(" .…"), lexicon)
    text = _without_call(_behind_lead(_without_list(text, lexicon), lexicon), lexicon)
    text = _before_list(text, lexicon)
    text = _behind_firm(text, evidence, lexicon, reading)
    text = without_firm(text, evidence, lexicon, reading)
    text = without_whose(text, lexicon)
    shorter = before_terms(text, lexicon)
    if names_job(shorter, lexicon) or not names_job(text, lexicon):
        text = shorter
    return _without_lead(bare(text, lexicon), lexicon) or title


def without_marks(text: str) -> str:
    """A title without marks of gender, whatever stands behind."""
    rest = " ".join(MARK.sub(" ", text).split())
    return undressed(rest) or text


def _behind_lead(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `The Kettle Position Description Cook`."""
    tokens, words = tokens_of(text)
    for at in range(1, len(words) - LEAST_LEAD):
        length = starts_with(words[at:], lexicon.starts["lead"])
        rest = " ".join(tokens[at + length :])
        if length >= LEAST_LEAD and names_job(rest, lexicon, strictly=True):
            return rest
    return text


def _without_call(text: str, lexicon: Lexicon) -> str:
    """`Crew` of `Crew wanted`, `Cook` of `A cook` and of `A full-time cook`, and `minder` of `The
    Kettle seeks a minder`, a trade that no list has.
    """
    tokens, words = tokens_of(text.rstrip(" .…"))
    if len(words) > 1 and (words[-1],) in lexicon.starts["called"]:
        tokens, words = tokens[:-1], words[:-1]
    is_bare = not any((word,) in lexicon.starts["cut"] for word in words)
    if is_bare and tuple(words[:1]) in lexicon.starts["one"]:
        rest = behind_employment(without_praise(" ".join(tokens), lexicon), lexicon)
        return rest if names_job(rest, lexicon) else " ".join(tokens)
    text = " ".join(tokens)
    is_last = len(words) > LEAST_LEAD and (words[-2],) in lexicon.starts["one"]
    if is_last and not names_job(text, lexicon) and tokens[-1].islower():
        ends = [tuple(words[at:-1]) in lexicon.starts["sought"] for at in range(len(words) - 1)]
        nobody = any(says(tokens[-1], lexicon) for says in (is_anybody, is_people, speaks))
        return tokens[-1] if any(ends) and not nobody else text
    return text


def _without_list(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Careers – Cook`, `Careers: Cook`, `Cook | Jobs` and `Cook – The company`."""
    pieces = _PIECE.split(text)
    names = [tuple(words_of(each)) in lexicon.starts["list"] for each in pieces]
    if len(pieces) > 1 and names[0] and not all(names):
        text = clean(text[len(pieces[0]) :].lstrip(" :"), lexicon)
    names[-1] = names[-1] or (is_part(pieces[-1], lexicon) and names_job(pieces[0], lexicon))
    if len(pieces) > 1 and names[-1] and not all(names):
        text = clean(text[: text.rindex(pieces[-1])], lexicon)
    return text


def _before_list(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook vacancies / Baker`."""
    tokens, words = tokens_of(text)
    ends = [at for at in range(1, len(words)) if (words[at],) in lexicon.starts["list_end"]]
    job = " ".join(tokens[: ends[0]]) if ends else ""
    return job if job and names_job(job, lexicon, strictly=True) else text


def _behind_firm(text: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> str:
    """`Cook` of `The Kettle – Cook`, where the text says that The Kettle is the employer."""
    first, *further = DASH.split(text, maxsplit=1)
    is_rest = further and not is_part(further[0], lexicon) and names_job(further[0], lexicon)
    return further[0] if is_rest and is_firm(first, evidence, lexicon, reading) else text


def _without_lead(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook for`: a word that leads to nothing."""
    tokens, words = tokens_of(text)
    end = len(words)
    while end > 1 and _leads_on(tokens[:end], words[end - 1], lexicon):
        end -= 1
    return " ".join(tokens[:end])


def _leads_on(tokens: list[str], word: str, lexicon: Lexicon) -> bool:
    """Whether the last word, or a sign alone, leads to nothing at the end of a title; of a line
    that names no job it may be a part: `Meld je aan`.
    """
    *rest, token = tokens
    names = (lexicon.starts["cut"] | lexicon.starts["by"]) - lexicon.starts["region"]
    if not token.strip(_SIGNS) or (word,) in names:
        return True
    is_dangling = token.islower() and (word,) in lexicon.starts["dangling"]
    return is_dangling and names_job(" ".join(rest), lexicon)
