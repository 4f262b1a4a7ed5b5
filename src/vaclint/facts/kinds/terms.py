"""What a title says of the terms behind the job: how many hours, when, where one may sit."""

from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.words import words_of
from vaclint.text.patterns import lazy

_BRACKET = lazy(r"^(?<job>.*[^\s(\[])\s*[(\[](?<tail>[^()\[\]]+)[)\]]$")
_PIECE = lazy(
    r"^(?<job>.*\S)(?:\s[|–—·•/-]+\s|\s?(?:(?<!\d),|,(?!\d)|[|·•])\s?|[–—]\s?|\s[–—-])"
    r"(?<tail>(?:[^|–—·•,]|(?<=\d),(?=\d))+)$"
)
"""The last piece of a line, behind a sign."""
_SPAN = lazy(r"(?<=\d)\s?[-–/]\s?(?=\d)")
_WITHIN = lazy(r"[,;]\s")
"""Between terms in brackets: `(remote, at times in Leeds)`."""
_NUMBER = lazy(r"\d+(?:[.,]\d+)?")
_YEAR = lazy(r"(?:19|20)\d\d")
_YEARS = lazy(r"(?:19|20)\d\d(?:[-/]\d+)?$")
"""One or two years: `season 2031-2032`."""
_SIGNS = " ,|–—·•-/"
_DASHES = frozenset("–—-/")


def before_terms(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook (32 hours)`, `Cook - full-time`, `Cook 24-32 hours per week`, `Cook (July
    2024)`, `Cook (region Leeds)`, `Cook - Leeds` and `Cook for spring 2025`. Linear: each pattern
    once for each piece that goes.
    """
    while (shorter := _shorter(text, lexicon)) and shorter.count("(") == shorter.count(")"):
        text = shorter
    return text


def _shorter(text: str, lexicon: Lexicon) -> str:
    """A line without its last piece, if that tells terms; empty where it does not."""
    joined = _SPAN.sub(" ", text)  # `24 - 32 hours` is one piece
    for pattern in (_BRACKET, _PIECE):
        found = pattern.match(joined)
        if not found:
            continue
        tail = found["tail"]
        words = words_of(tail)
        if pattern is _BRACKET and words:
            first = words_of(_WITHIN.split(tail, maxsplit=1)[0])
            words = first if first and tells_terms(first, lexicon) else words
        names = ("region", "region_last") if pattern is _BRACKET else ("region",)
        sign = joined[found.end("job") : found.start("tail")]
        is_town = tuple(words) in lexicon.starts["town"] and "," not in sign
        if words and (
            is_town or tells_terms(words, lexicon) or _tells_region(words, names, lexicon)
        ):
            return _up_to(text, found["job"])
    return (
        _before_run(text, lexicon) or _before_hours(text, lexicon) or _before_region(text, lexicon)
    )


def _before_hours(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook 24-32 hours per week Leeds`: no job goes on behind how much one works. A
    number alone says no such thing, as in `Cook 24 hours care`.
    """
    tokens = text.split()
    words = [words_of(each) for each in tokens]
    start = next((at for at in range(1, len(words)) if (words[at] or [""])[0][:1].isdigit()), 0)
    end = start
    while start and end < len(words) and (not words[end] or _may_tell(words[end], lexicon)):
        end += 1
    run = [word for each in words[start:end] for word in each]
    told = sum((word,) in lexicon.starts["terms"] for word in run)
    is_span = sum(word[0].isdigit() for word in run) > 1
    if end == len(words) or not told or not (is_span or told > 1):
        return ""
    is_other = tokens[end][:1].isupper() or tuple(words[end]) in lexicon.starts["cut"]
    return " ".join(tokens[:start]).rstrip(_SIGNS) if is_other else ""


def _before_region(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook regio Ede` and `Cook based in Leeds`: a name stands behind."""
    tokens = text.split()
    words = [" ".join(words_of(each)) for each in tokens]
    for at in range(1, len(tokens) - 1):
        for length in (1, 2):
            name = tokens[at + length : at + length + 1]
            is_open = tuple(words[at : at + length]) in lexicon.starts["region_open"]
            if is_open and name and name[0][:1].isupper():
                return " ".join(tokens[:at]).rstrip(_SIGNS)
    return ""


def _tells_region(words: list[str], names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a piece says in what part of the country one works, by its first word, or by its last
    where both lists are given: `region Leeds`, `Leeds area`.
    """
    ends = ((words[0],), (words[-1],))
    return len(words) > 1 and any(
        end in lexicon.starts[name] for end, name in zip(ends, names, strict=False)
    )


def _up_to(text: str, job: str) -> str:
    """The beginning of a line that holds the words of a job and no more."""
    at = 0
    for token in job.split():
        at = text.find(token, at) + len(token)
    return text[:at].rstrip(_SIGNS)


def _before_run(text: str, lexicon: Lexicon) -> str:
    """A line without the words at its end that tell terms with a number: `Cook 32 hours`."""
    tokens = text.split()
    start = len(tokens)
    while start > 1 and (
        _may_tell(words_of(tokens[start - 1]), lexicon) or _is_span(tokens, start - 1)
    ):
        start -= 1
    words = words_of(" ".join(tokens[start:]))
    if words and all((word,) in lexicon.starts["employment"] for word in words):
        return " ".join(tokens[:start]).rstrip(_SIGNS)  # `Cook full-time`
    if not any(word[0].isdigit() for word in words) or not tells_terms(words, lexicon):
        return ""
    if not words[0][0].isdigit():
        leads = start > 1 and (words_of(tokens[start - 1])[-1:] or [""])[0]
        if leads and (leads,) in lexicon.starts["cut"]:
            start -= 1  # `for spring 2025`
        elif not any(map(_YEARS.match, words)):
            return ""
    return " ".join(tokens[:start]).rstrip(_SIGNS)


def _is_span(tokens: list[str], at: int) -> bool:
    """Whether a token is the dash between two numbers: `0.4 - 0.6`."""
    around = tokens[at - 1], *tokens[at + 1 : at + 2]
    is_dash = tokens[at] in _DASHES and len(around) > 1
    return is_dash and all(_NUMBER.fullmatch(each) for each in around)


def _may_tell(words: list[str], lexicon: Lexicon) -> bool:
    """Whether every word is a number, tells terms, or joins such words."""
    names = lexicon.starts["terms"] | lexicon.starts["terms_join"]
    return bool(words) and all(word[0].isdigit() or (word,) in names for word in words)


def tells_terms(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words tell terms of work and nothing else: `32 hours`, `full time`, `2025`."""
    if not _may_tell(words, lexicon):
        return False
    told = any((word,) in lexicon.starts["terms"] for word in words)
    return told or all(_YEAR.fullmatch(word) for word in words)
