"""What a line of a text names: a job, a section, a part of a page."""

from functools import lru_cache

from vaclint.facts.kinds.lexicon import LISTS, Lexicon, Phrase
from vaclint.facts.kinds.terms import before_terms
from vaclint.facts.kinds.words import with_endings, without_endings, words_of
from vaclint.text.patterns import lazy

MOST_WORDS = 16
LONGEST = 250
"""A title has at most so many words and characters."""

MOST_BEFORE_STOP = 8
"""With more words before a full stop a line is a sentence."""

MOST_PLURAL = 4
"""The plural of a word that is no job everywhere has so many words."""

MOST_PLAIN = 8
"""A line that names no job, or several, is the title at worst, where it has no more words."""

LONGEST_LIST_NAME = 7
LONGEST_END = 4
LONGEST_TAIL = 3
MOST_PRAISE = 3
MOST_VOLUNTEERS = 2
"""What volunteers do stands within so many words behind."""

PIECES = lazy(r"\s[|–—·•:»›/-]+\s|[|·•»›]|:\s|(?<=[\w)])\s*+[(,]|-\s|::")
_BEFORE, _BEHIND = " #*_>•·–—←→»«+-：", " *_#:"
"""Signs that stand around a title and are no part of it."""
_BRACKETS = lazy(r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|<[^>]{0,80}>")
_CUT_SHORT = lazy(r"[^\W\d_]+-(?=\s\p{Ll})")
"""The first half of two compounds with one end: `design- and engineering manager`."""
_IDENTIFIER = lazy(r"[^\W_]_[^\W_]")
"""In the name of a file or a variable: `2031-05-01_works_cook`."""
_QUOTED = lazy(r":\s?[\"“„«‘]\p{L}")
"""Before what somebody says: `Robin, cook: “Soup is good”`."""
_NOTICE = lazy(r"(?<job>[^,.:;!?–—|]{3,60}), [^.:;!?–—|]{2,60}?\s?[–—]\s?(?=\p{Lu}|\p{Ll})")
"""How a notice begins: `Cook, The Kettle, Leeds — The cook …`."""
_OPENING = lazy(r"[^.:!?;]{2,80}+(?=[.:]\s|$)")
_NUMBER = lazy(r"^(?:\d{1,2}[.)]\s+(?=\p{L})|\d\s(?=\p{Lu}\p{Ll})|\d{1,2}\s?[x×]\s+(?=\p{L}))")
"""Of an item, or of how many are sought: `2. Cook`, `2 Cooks`, `2x cook`."""
_PICTOGRAPH = lazy(r"\s*\p{So}")
_LABEL = lazy(r"\s(?=\p{Lu}\p{L}{3,20}:\s)")
"""Before the label of something else on the line: `Cook Department: kitchens`."""
_AMOUNT = lazy(r"\(?(?:[€$£₹]\s?\d|\d[\d.,]*+(?:[kK]\b|/-|\s[€$£₹]))")
"""An amount as `€ 14,50`, `£28k`, `15000/-`."""
DASH = lazy(r"\s[|–—·•-]\s")
_ADDRESS = lazy(
    r"\p{Lu}[\p{L}.’'-]{2,30}(?:\s\p{L}[\p{L}.’'-]{0,30}){0,3}\s\d{1,4}\s?[a-zA-Z]?,?"
    r"(?:\s\d{4}\s?[A-Z]{2},?)?(?:\s\p{Lu}\p{L}{1,30}){1,3}"
)
"""A name, a number, perhaps a postal code, and a name."""
SEVERAL_PIECES = 2
MOST_SMALL = 3
"""A word within the name of a place that has no capital is not longer."""
_ANNOUNCED = lazy(r"(?<call>[\p{L}'’]+(?: [\p{L}'’]+){0,3}+)(?:\s?[:!]\s?|\s[|–—-]\s)(?<rest>.+)")
"""That there is a vacancy, a sign, and more."""
_IN_BRACKETS = lazy(r"(?<=\S)\s\([^()]*\)$")
_CALL_END = lazy(r"(\s?[:!]\s)")
_CRUMB = lazy(r"\s[>»›]\s")
MARK = lazy(
    r"(?i)[,–-]?\s*(?:\((?<in>[mvfhwdxi](?:\s?[/|]\s?(?:nb|[mvfhwdxin])){1,3})\)"
    r"|(?<![\w/(])(?<bare>[mvfhwdx](?:\s?/\s?(?:nb|[mvfhwdxin])){1,3})(?![\w/)]))"
)
"""A mark of gender, with the sign before it: `(m/v/x)`, `m/f/d`, `(m/v/nb)`."""


@lru_cache(2 * len(LISTS))
def first_words(names: frozenset[Phrase]) -> frozenset[str]:
    """The words that listed names begin with."""
    return frozenset(name[0] for name in names if name)


def starts_with(words: list[str], names: frozenset[Phrase]) -> int:
    """How many words at the beginning are a listed name; the longest counts, 0 for none."""
    if not words or words[0] not in first_words(names):
        return 0
    for length in range(min(LONGEST_LIST_NAME, len(words)), 0, -1):
        if tuple(words[:length]) in names:
            return length
    return 0


def holds(words: list[str], names: frozenset[Phrase]) -> bool:
    """Whether a listed name stands anywhere among words."""
    first = first_words(names)
    return any(word in first and starts_with(words[at:], names) for at, word in enumerate(words))


def names_job(text: str, lexicon: Lexicon, *, strictly: bool = False) -> bool:
    """Whether a line names a job and nothing else: short, and no sentence about one. Strictly: the
    job ends the line or a part of it, which the text of an image seldom does.
    """
    if len(text) > LONGEST:
        return False
    bare = without_endings(text)
    return any(
        lexicon.naming.given((each, strictly), _names_job, each, lexicon, strictly)
        for each in ((text,) if bare == text else (text, bare))
    )


def _names_job(text: str, lexicon: Lexicon, strictly: bool) -> bool:
    words = words_of(text)
    if not words or len(words) > MOST_WORDS or text.rstrip().endswith("?"):
        return False
    if len(words) > MOST_BEFORE_STOP and text.rstrip().endswith("."):
        return False
    if ("_" in text and _IDENTIFIER.search(text)) or (":" in text and _QUOTED.search(text)):
        return False
    if "- " in text:
        text = _CUT_SHORT.sub(" ", text)
        words = words_of(text)
    last, names = lexicon.last, lexicon.starts
    is_sought = holds(words, names["wanted"])  # `Bakers wanted`
    is_job = lexicon.names_work if is_sought else lexicon.is_job
    if not any(word in last or is_job(word) for word in words):
        return False
    if holds(words, names["no_job"]) or starts_with(words, names["no_job_first"]):
        return False
    soft = holds(words, names["no_job_unless_last"])
    text = _BRACKETS.sub(" ", text)
    joined = with_endings(text)
    pieces = PIECES.split(text) + (PIECES.split(joined) if joined != text else [])
    for piece in pieces:
        part = whole = words_of(piece)
        if not soft and _is_head(whole, lexicon):
            return True
        for at, word in enumerate(part):
            if at and (word,) in names["cut"]:
                part = part[:at]
                break
        if part:
            end = _without_marks(part, lexicon)[-1]
            if end in last or is_job(end):
                return True
        if len(part) < len(whole) and _ends_as(whole, lexicon):
            return True
        if not soft and not strictly and any(is_job(word) for word in part):
            return True
    return False


def _is_head(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words name the head of something, with that behind: `Hoofd zorg`."""
    names = lexicon.starts
    behind = words[starts_with(words, names["first"]) :]
    return 0 < len(behind) < min(len(words), MOST_PLAIN) and not any(
        (word,) in names["dangling"] | names["cut"] for word in behind
    )


def names_jobs(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading is nothing but the plural of a job: `Master scaffolders`."""
    words = words_of(text)
    names = lexicon.starts
    about = names["cut"] | names["no_job"] | names["no_job_unless_last"]
    is_plural = 0 < len(words) <= MOST_PLAIN and lexicon.is_jobs(words[-1])
    return is_plural and not holds(words, about) and not speaks(text, lexicon)


def names_several(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading is nothing but the plural of a job, or of a word that is one at the end of
    a line: `Pastry cooks`, `Ferry hosts`. A single such word may name the readers: `Hosts`.
    """
    words = words_of(text)
    if names_jobs(text, lexicon) or not 1 < len(words) <= MOST_PLURAL:
        return names_jobs(text, lexicon)
    names = lexicon.starts
    about = names["cut"] | names["no_job"] | names["no_job_unless_last"]
    return lexicon.is_lasts(words[-1]) and not holds(words, about) and not speaks(text, lexicon)


def _ends_as(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a line ends in a job to be done: `Working at the town as a planner`."""
    if not (words[-1] in lexicon.last or lexicon.is_job(words[-1])):
        return False
    return any(words[-1 - len(each) : -1] == list(each) for each in lexicon.starts["as"])


def _without_marks(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words without numbers (`2`, `iii`), letters and marks such as `m/v` at their end; one
    word stays.
    """
    end = len(words)
    while end > 1 and (
        len(words[end - 1]) <= 2
        or (words[end - 1],) in lexicon.starts["wanted"]
        or not words[end - 1].strip("ivx")
    ):
        end -= 1
    return words[:end]


def is_wanted(text: str, lexicon: Lexicon) -> bool:
    """Whether a line has a mark such as `(m/v/x)` or a word such as `wanted`."""
    words = words_of(text) if len(text) <= LONGEST else []
    return bool(words) and len(words) <= MOST_WORDS and holds(words, lexicon.starts["wanted"])


def ends_wanted(text: str, lexicon: Lexicon) -> bool:
    """Whether such a mark or word ends a line."""
    return ends_with(words_of(text), lexicon.starts["wanted"])


def ends_marked(text: str) -> bool:
    """Whether a mark such as `(m/v/x)` ends a line."""
    return any(found.end() == len(text) for found in MARK.finditer(text))


def ends_with(words: list[str], names: frozenset[Phrase]) -> bool:
    """Whether words end in a listed name of a few words."""
    return any(tuple(words[-length:]) in names for length in range(1, LONGEST_END + 1))


def is_address(text: str) -> bool:
    """Whether a line is a street with its number and a town: `Slootweg 12, Ee`."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def is_part(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of a section or a part of the page, and not a title; what stands
    in brackets behind it does not count.
    """
    words = words_of(_IN_BRACKETS.sub("", text) if text.endswith(")") else text)
    if not words:
        return True
    names = lexicon.starts
    for kind in ("section", "page", "list"):
        length = starts_with(words, names[kind])
        if length and (length == len(words) or (length >= 3 and len(words) <= length + 3)):
            return True
    return starts_with(words, names["thanks"]) > 0 or lexicon.is_part(words)


def job_of_notice(text: str, lexicon: Lexicon) -> str:
    """The job that a paragraph begins with, before where it is and a dash; empty for any other."""
    found = _NOTICE.match(text)
    is_job = found is not None and names_job(found["job"], lexicon, strictly=True)
    return found["job"] if found and is_job and not speaks(found["job"], lexicon) else ""


def opening(text: str) -> str:
    """What a paragraph begins with, as `Cook at Eats, Leeds.`, or nothing where that is long."""
    found = _OPENING.match(text)
    return found[0] if found else ""


def clean(text: str, lexicon: Lexicon) -> str:
    """A title without marks of Markdown, template code, `Vacancy:` before it and what a line says
    besides the job: `We seek a cook!`, `Cook Department: kitchens`, `Cook for our canteen`,
    `Cook (32 hours)`.
    """
    return "" if len(text) > LONGEST else lexicon.cleaned.given(text, _clean, text, lexicon)


def _clean(text: str, lexicon: Lexicon) -> str:
    text = _BRACKETS.sub(" ", text).replace("\ufffc", " ").replace("\xad", "")
    text = _NUMBER.sub("", undressed(_behind_crumbs(" ".join(text.split()), lexicon)))
    text = announced(text, lexicon) or _behind_vacancy(text, lexicon)
    words = words_of(text)
    length = starts_with(words, lexicon.starts["lead"])
    if length and length < len(words):
        rest = _behind_words(text, words[:length])
        if rest.lstrip()[:1] in (":", "–", "-", "—", "|", "]", ")") or names_job(rest, lexicon):
            text = _NUMBER.sub("", undressed(rest.lstrip(" :–—|-)]")))
    mark = MARK.search(text)
    if mark is not None and mark.start() and mark["in"]:
        behind = words_of(text[mark.end() :])[:1]
        text = text[: mark.end()] if tuple(behind) in lexicon.starts["cut"] else text
    text = _invited(text, lexicon) or behind_called(text, lexicon)
    return _volunteer(text, lexicon) or _trimmed(text, lexicon)


def _invited(text: str, lexicon: Lexicon) -> str:
    """`cook` of `Are you our next cook?`, `Will you join us as a cook?` and `Are you the cook we
    seek?`: a question that invites, by its first word; empty for other lines.
    """
    names = lexicon.starts
    tokens, words = tokens_of(text.rstrip("?! "))
    is_call = text.endswith(("?", "!")) and 2 < len(words) <= MOST_WORDS
    if not is_call or (words[0],) not in names["invites"] or holds(words, names["no_job"]):
        return ""
    ends = (at for at in range(2, len(words)) if starts_with(words[at:], names["sought_by"]))
    end = next(ends, 0)
    if end and (length := starts_with(words[:end], names["lead"])):
        return _whom(tokens[length:end], lexicon)
    for at, word in enumerate(words):
        if (word,) in names["employer"]:
            return _whom(tokens[at + 1 :], lexicon)
    return ""


def _whom(tokens: list[str], lexicon: Lexicon) -> str:
    """The job that words name, perhaps behind `as a`; empty where they name none."""
    words = tokens_of(" ".join(tokens))[1]
    for at in range(len(words)):
        if length := starts_with(words[at:], lexicon.starts["as"]):
            tokens = tokens[at + length :]
            break
    job = without_praise(" ".join(tokens), lexicon)
    is_job = names_job(job, lexicon, strictly=True) and not speaks(job, lexicon)
    return job if is_job and not is_people(job, lexicon) else ""


def behind_called(text: str, lexicon: Lexicon) -> str:
    """`treasurer` of `Member of the board wanted: treasurer` and `Help needed! Cook`."""
    before, sign, behind = (*_CALL_END.split(text, maxsplit=1), "", "")[:3]
    words = words_of(before)
    names = lexicon.starts
    is_call = bool(sign) and bool(words)
    is_call = is_call and (
        (words[-1],) in names["called"]
        or is_people(before, lexicon)
        or ((words[-1],) in names["volunteer"] and holds(words, names["become"]))
    )
    is_call = is_call and (names_job(behind, lexicon, strictly=True) or names_jobs(behind, lexicon))
    return undressed(behind) if is_call else text


def announced(text: str, lexicon: Lexicon) -> str:
    """`Kitchen crew` of `Vacancy: kitchen crew`, `Vacancy – kitchen crew` and `We are hiring!
    Kitchen crew`, whether that names a job or not; empty for other lines.
    """
    found = _ANNOUNCED.match(text)
    if not found or tuple(words_of(found["call"])) not in lexicon.starts["announces"]:
        return ""
    return undressed(found["rest"])


def _behind_vacancy(text: str, lexicon: Lexicon) -> str:
    """`Kitchen crew` of `Vacancy kitchen crew`, in a language that says so."""
    tokens, words = tokens_of(text)
    length = starts_with(words, lexicon.starts["vacancy"])
    further = words[length : length + 1]
    if not length or not further or not further[0]:
        return text
    goes_on = lexicon.starts["cut"] | lexicon.starts["by"] | lexicon.starts["called"]
    return text if (further[0],) in goes_on else " ".join(tokens[length:])


def _behind_words(text: str, words: list[str]) -> str:
    """What stands in a text behind the words it begins with, if it holds them as they are."""
    at = 0
    lower = text.lower().replace("’", "'")
    for word in words:
        found = lower.find(word, at)
        if found < 0:
            return text
        at = found + len(word)
    return text[at:]


def calls_volunteers(text: str, lexicon: Lexicon) -> bool:
    """Whether a line asks for volunteers: `Become a volunteer!`."""
    return len(text) <= LONGEST and bool(_volunteer(text, lexicon))


def _volunteer(text: str, lexicon: Lexicon) -> str:
    """`volunteer` of `Become a volunteer!`, `volunteer driver` of `Volunteer driver needed!`; empty
    for lines that do not ask for volunteers.
    """
    tokens, words = tokens_of(text)
    named = [at for at, word in enumerate(words) if (word,) in lexicon.starts["volunteer"]]
    asked = named and holds(words_of(text), lexicon.starts["become"])
    if not asked or len(words) > MOST_WORDS or holds(words, lexicon.starts["no_job_first"]):
        return ""
    first = named[0]
    behind = list(enumerate(words[first + 1 : first + 2 + MOST_VOLUNTEERS], first + 1))
    ends = [at + 1 for at, word in behind[:MOST_VOLUNTEERS] if lexicon.names_work(word)]
    ends += [at for at, word in behind if (word,) in lexicon.starts["called"]]
    end = ends[0] if ends else first + 1
    start = first
    for at in range(max(0, first - MOST_VOLUNTEERS), first):
        if ends_with(words[:at], lexicon.starts["become"]) and not speaks(
            " ".join(tokens[at:first]), lexicon
        ):
            start = at  # `Become an adult volunteer`
            break
    return without_praise(" ".join(tokens[start:end]), lexicon).strip(" .,:;!?…()")


def _trimmed(text: str, lexicon: Lexicon) -> str:
    """A line up to a pictograph, the label of something else or the team that the job is for, if
    the job stands before it; and behind the words that seek it, if it stands there.
    """
    cuts = (
        *(_before_picture, _before_label, _before_sum, _before_team, _before_firm),
        *(before_terms, _before_tail, _without_tail),
    )
    for cut in cuts:
        shorter = cut(text, lexicon)
        if shorter != text and not names_job(shorter, lexicon):
            shorter = _before_tail(shorter, lexicon)  # `Cook opening at The Kettle`
        if shorter != text and names_job(shorter, lexicon) and not is_people(shorter, lexicon):
            text = shorter
    calls = (_behind_call, _before_call, _before_clause)
    for cut in (_before_colon, _behind_colon, _of_pieces, *calls):
        shorter = without_praise(cut(text, lexicon), lexicon)
        is_job = shorter and names_job(shorter, lexicon, strictly=True)
        is_job = is_job or (cut is _before_call and names_jobs(shorter, lexicon))
        if is_job and not is_people(shorter, lexicon):
            text = shorter
    text = without_praise(text, lexicon) if text[:1].islower() else text
    return behind_employment(text, lexicon)


def behind_employment(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Part-time Cook` and of `Full- or Part-time Cook`, where the rest names a job by
    itself.
    """
    tokens, words = tokens_of(text)
    at = end = 0
    while length := starts_with(words[end:], lexicon.starts["employment"]):
        at = end = end + length
        if (words[end : end + 1] or [""])[0] in ("", *map(" ".join, lexicon.starts["terms_join"])):
            end += 1
    rest = undressed(" ".join(tokens[at:]))
    return rest if at and names_job(rest, lexicon) else text


def _before_picture(text: str, lexicon: Lexicon) -> str:
    return undressed(_PICTOGRAPH.split(text, maxsplit=1)[0])


def _before_label(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook Department: kitchens`."""
    return undressed(_LABEL.split(text, maxsplit=1)[0])


def _before_sum(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook, up to € 14 an hour`."""
    tokens, words = tokens_of(text)
    at = next((at for at in range(1, len(words)) if _is_sum(at, tokens, words, lexicon)), 0)
    while at and (not words[at - 1] or (words[at - 1],) in lexicon.starts["up_to"]):
        at -= 1
    return undressed(" ".join(tokens[:at])).rstrip(",(") if at else text


def _is_sum(at: int, tokens: list[str], words: list[str], lexicon: Lexicon) -> bool:
    """Whether a sum begins at a token: `€ 14`, `15000/-`, `Rs 18000`, `2400 euro`."""
    pair = words[at : at + 2]
    if _AMOUNT.match(" ".join(tokens[at : at + 2])):
        return True
    holds_number = any(word[:1].isdigit() for word in pair)
    return holds_number and any((word,) in lexicon.starts["sum"] for word in pair)


def _before_team(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook for our canteen` and of `Cook for The Lantern`."""
    names = lexicon.starts
    tokens, words = tokens_of(text)
    for at in range(1, len(words) - 1):
        is_name = tokens[at].islower() and tokens[at + 1].istitle() and len(words) > at + 2
        for_whom = (words[at + 1],) in names["employer"] or (
            is_name and (words[at + 1],) in names["article"] and tokens[at + 2][:1].isupper()
        )
        if (words[at],) in names["cut"] and for_whom:
            return undressed(" ".join(tokens[:at]))
    return text


def _before_firm(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook at The Kettle` and `Cook at the Kettle`, where nothing but a name stands
    behind.
    """
    tokens, words = tokens_of(text)
    for at in range(1, len(words) - 1):
        is_at = (words[at],) in lexicon.starts["by"] and tokens[at] == tokens[at].lower()
        begin = at + 1 + ((words[at + 1],) in lexicon.starts["article"])
        name = [each for each in tokens[begin:] if each[:1].isalpha()]
        if is_at and name and all(each[0].isupper() for each in name) and text[-1] not in ".,;":
            return undressed(" ".join(tokens[:at])).rstrip(",")
    return text


def _before_tail(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook job description (closed)`."""
    tokens, words = tokens_of(text)
    end = len(words)
    while length := _tail(words[:end], lexicon):
        end -= length
    if end == len(words):
        return text
    shorter = " ".join(tokens[:end])
    if shorter.count("(") > shorter.count(")"):
        shorter = shorter[: shorter.rindex("(")]  # `Cook (vegan position)`
    return undressed(shorter).rstrip(" ,-–—|(")


def _without_tail(text: str, lexicon: Lexicon) -> str:
    """`Cook (pastry)` of `Cook vacancy (pastry)`."""
    before, sign, behind = text.partition(" (")
    job = _before_tail(before, lexicon) if sign and text.endswith(")") else before
    is_job = job != before and names_job(job, lexicon, strictly=True)
    return f"{job} ({behind}" if is_job else text


def _tail(words: list[str], lexicon: Lexicon) -> int:
    """How many words at the end, with others before them, are no part of a job."""
    for length in range(min(LONGEST_TAIL, len(words) - 1), 0, -1):
        if tuple(words[-length:]) in lexicon.starts["tail"]:
            return length
    return 0


def _of_pieces(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `The Kettle – Cook – Leeds` and `The Kettle – Cook`; empty where another piece is
    about the work too, as in `Cook – Pastry` and `Internship – Cook`.
    """
    pieces = [undressed(each) for each in DASH.split(text)]
    jobs = [each for each in pieces if names_job(each, lexicon, strictly=True)]
    if len(pieces) < SEVERAL_PIECES or not jobs or any(each != jobs[0] for each in jobs):
        return ""
    others = [each for each in pieces if each != jobs[0]]
    told = any(is_wanted(each, lexicon) or _is_of_jobs(each, lexicon) for each in others)
    is_first = len(pieces) == SEVERAL_PIECES and pieces[0] == jobs[0]
    return "" if is_first or told else jobs[0]


def _is_of_jobs(text: str, lexicon: Lexicon) -> bool:
    """Whether a piece of a title says what kind of work it is: `Internship`."""
    return not lexicon.job_folders.isdisjoint(words_of(text))


def _before_colon(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook: become one of the crew`; empty where no call stands behind the colon."""
    before, _, behind = text.partition(": ")
    calls = starts_with(words_of(behind), lexicon.starts["become"])
    return undressed(before) if calls or speaks(behind, lexicon) else ""


def _behind_colon(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `A great chance: Cook`; empty where the job stands before the colon."""
    before, _, behind = text.partition(": ")
    return "" if names_job(before, lexicon) else undressed(behind)


def _behind_call(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Greens seeks a cook!`, `Greens hiring Cook`, `As a cook` and `Make it good as a
    cook`; empty for other lines, and for whole sentences.
    """
    if text.endswith("."):
        return ""
    tokens, words = tokens_of(text)
    for at in range(len(words)):
        for name in ("sought", "as"):
            length = starts_with(words[at:], lexicon.starts[name])
            if not length or _seeks_people(words[at + length :][:MOST_PRAISE], lexicon):
                continue
            before, behind = " ".join(tokens[:at]), " ".join(tokens[at + length :])
            if not at and speaks(behind, lexicon):
                continue  # `As a cook you …`
            if not names_job(before, lexicon) or _seeks_people(words[:at], lexicon):
                return undressed(behind).rstrip("!")
        if at and tokens[at].islower() and not names_job(" ".join(tokens[:at]), lexicon):
            length = starts_with(words[at:], lexicon.starts["announces"])
            behind = " ".join(tokens[at + length :]) if length else ""
            if behind[:1].isupper():
                return _before_places(undressed(behind).rstrip("!"), lexicon)
    return ""


def _before_places(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook in Ee, Friesland | The Site` and `Cook in Greater Ee Area`: names with commas
    behind a small word, or with that of a part of a country, are where one works.
    """
    tokens, words = tokens_of(DASH.split(text, maxsplit=1)[0])
    for at in range(1, len(words) - 1):
        behind = tokens[at + 1 :]
        is_place = any(each.endswith(",") for each in behind)
        is_place = is_place or (words[-1],) in lexicon.starts["region_last"]
        names = all(each[:1].isupper() for each in behind if len(each) > MOST_SMALL)
        if (words[at],) in lexicon.starts["among"] and tokens[at].islower() and is_place and names:
            return undressed(" ".join(tokens[:at]))
    return text


def _seeks_people(words: list[str], lexicon: Lexicon) -> bool:
    """Whether one who is nobody in particular stands among words: `new people, to work as …`."""
    return any((word,) in lexicon.starts["people"] for word in words)


def _before_call(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook wanted!` and `Cook wanted – The Kettle, Leeds`; empty for other lines."""
    line = DASH.split(text, maxsplit=1)[0]
    tokens, words = tokens_of(line)
    end = max((at for at, word in enumerate(words, 1) if word), default=0)
    names = "wanted" if line.endswith("!") else "called"
    called = end > 1 and (words[end - 1],) in lexicon.starts[names]
    return undressed(" ".join(tokens[: end - 1])) if called else ""


def _before_clause(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `The cook we are looking for`; empty for other lines."""
    names = lexicon.starts
    tokens, words = tokens_of(text)
    is_article = tuple(words[:1]) in names["article"] and text[-1:] not in (".", "?", "!")
    if not is_article or len(words) > MOST_PLAIN:
        return ""
    ends = (at for at in range(2, len(words)) if starts_with(words[at:], names["sought_by"]))
    at = next(ends, 0)
    is_all = at and at + starts_with(words[at:], names["sought_by"]) == len(words)
    return " ".join(tokens[1:at]) if is_all else ""


def without_praise(text: str, lexicon: Lexicon) -> str:
    """A job without the words of praise before it: `Enthusiastic cook`; a word joined to one is
    praise as well: `Friendly and tidy cook`.
    """
    tokens, words = tokens_of(text)
    praise, joins = lexicon.starts["praise"], lexicon.starts["terms_join"]
    at = 0
    while at < len(words) - 1:
        is_joined = at > 1 and (words[at - 1],) in praise & joins and tokens[at].islower()
        if not (words[at].isdigit() or (words[at],) in praise or is_joined):
            break
        at += 1
    return " ".join(tokens[at:])


def tokens_of(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text between blanks, and the words of each."""
    tokens = text.split()
    return tokens, [" ".join(words_of(each)) for each in tokens]


def is_anybody(text: str, lexicon: Lexicon) -> bool:
    """Whether a line names nobody in particular: `a colleague`, `reinforcements`."""
    return all((word,) in lexicon.starts["anybody"] for word in words_of(text))


def is_list(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says only that there are vacancies, and at whom: `Careers at the Works` and
    `The Works – Careers`.
    """
    words, names = words_of(text), lexicon.starts
    length = max(starts_with(words, names[name]) for name in ("wanted", "list"))
    if 0 < length < len(words) and any(
        (word,) in names["by"] for word in words[length - 1 : length + 1]
    ):
        return True
    pieces = DASH.split(text)
    is_last = len(pieces) > 1 and tuple(words_of(pieces[-1])) in names["list"]
    return is_last and not any(names_job(each, lexicon) for each in pieces[:-1])


def is_people(text: str, lexicon: Lexicon) -> bool:
    """Whether words end in one that names no job, whatever stands before: `merry people`."""
    return tuple(words_of(text)[-1:]) in lexicon.starts["people"]


def states(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says what somebody is or does, as no title: `The Lantern has 40 workers`."""
    return any((word,) in lexicon.starts["states"] for word in words_of(text))


def speaks(text: str, lexicon: Lexicon) -> bool:
    """Whether a line speaks to its reader or of the employer, as no name of a job does; behind a
    number a word is a unit: `32 u`.
    """
    names = lexicon.starts["reader"] | lexicon.starts["employer"]
    words = words_of(text)
    return any(
        (word,) in names and not (at and words[at - 1].isdigit()) for at, word in enumerate(words)
    )


def _behind_crumbs(text: str, lexicon: Lexicon) -> str:
    """The last step of a path that begins with a part of the site: `Home > Jobs > Cook`."""
    first, *further = _CRUMB.split(text)
    return further[-1] if further and is_part(first, lexicon) else text


def undressed(text: str) -> str:
    """A text without the signs that may stand around a title."""
    return text.lstrip(_BEFORE).rstrip(_BEHIND)
