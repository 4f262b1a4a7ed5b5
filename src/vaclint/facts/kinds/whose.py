"""Whose the job is, by what a title itself says: the house that it names, or the team."""

from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import is_anybody, names_job, tokens_of
from vaclint.text.patterns import lazy

TEAM = 3
"""A word that leads on, an article and the team: `for the team`."""
LONGEST_CODE = 4
"""A house of so few letters is one in capitals only: `VV`."""

_SIGNS = " ,|–—·•-/"
_DASHES = frozenset("–—-|·•@")
_NAME = lazy(r"['’\p{Lu}\d]")
"""How a word of a name begins."""


def without_whose(title: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook for Hotel Seaview`, `Cook Hotel The Anchor`, `Cook for the team` and `cook of
    Harbour School`; a title that is none without these stays. Linear.
    """
    for cut in (_before_house, _before_named, _before_team):
        job = cut(title, lexicon).rstrip(_SIGNS)
        if job and names_job(job, lexicon) and not is_anybody(job, lexicon):
            title = job
    return title


def _before_house(title: str, lexicon: Lexicon) -> str:
    """A line up to a house with its name behind; a word that many a field of work begins with as
    well (`hotel`) is one behind a word or a dash that leads to it, or before an article.
    """
    names = lexicon.starts
    tokens, words = tokens_of(title)
    articles = names["article"]
    leads = names["serves"] | names["by"]
    for at in range(1, len(words)):
        token, behind = tokens[at], tokens[at + 1 :]
        is_sure = (words[at],) in names["house"]
        if not (is_sure or any(words[at].endswith(end) for (end,) in names["house_end"])):
            continue
        start = at - ((words[at - 1],) in articles and at > 1)
        is_led = start > 1 and ((words[start - 1],) in leads or tokens[start - 1] in _DASHES)
        is_named = bool(behind) and (is_led or is_sure) and behind[0][0].isupper()
        if not (token[0].isupper() or (is_named and len(token) > LONGEST_CODE)):
            continue
        if len(token) <= LONGEST_CODE and not token.isupper():
            continue
        is_name = _is_name(behind, articles) if behind else (words[start - 1],) in leads
        if not is_name or names_job(" ".join(behind), lexicon, strictly=True):
            continue
        if is_led:
            return " ".join(tokens[: start - 1])
        if start == at and (is_sure or (words[at + 1],) in articles):
            return " ".join(tokens[:at])
    return ""


def _before_named(title: str, lexicon: Lexicon) -> str:
    """A line up to a name that ends in what the house is, behind a word that leads to it; behind
    `of` only where a sentence calls for the job, as its field may stand there too.
    """
    names = lexicon.starts
    tokens, words = tokens_of(title.rstrip(" .!"))
    if (words[-1:] or [""])[0] not in {word for (word,) in names["house_last"]}:
        return ""
    leads = names["serves"] | names["by"] | (names["joins"] if title[0].islower() else frozenset())
    for at in range(1, len(words) - 2):
        is_led = (words[at],) in leads or tokens[at] in _DASHES
        if is_led and _is_name(tokens[at + 1 :], names["article"]):
            return " ".join(tokens[:at])
    return ""


def _is_name(tokens: list[str], articles: frozenset[tuple[str, ...]]) -> bool:
    """Whether words are a name: with capitals, but for an article."""
    return bool(_NAME.match(tokens[-1])) and all(
        _NAME.match(each) or (each,) in articles for each in tokens
    )


def _before_team(title: str, lexicon: Lexicon) -> str:
    """A line up to the team it ends in, of which it says no more: `for the team`."""
    names = lexicon.starts
    tokens, words = tokens_of(title)
    is_team = len(words) > TEAM and (words[-1],) in names["team"]
    is_team = is_team and (words[-2],) in names["article"] and (words[-3],) in names["serves"]
    return " ".join(tokens[:-TEAM]) if is_team else ""
