"""Spaces that are missing or too many around punctuation, as the reader sees it; each function is
one rule's ``what``.

Taaladvies (https://taaladvies.net/wel-of-geen-spaties-voor-en-na-leestekens-en-symbolen-algemeen/)
says where they belong. What has two right ways, such as a slash between groups of words, is
reported only where its two sides differ. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import regex

from vaclint.checks import shown_spaces
from vaclint.checks.context import Context
from vaclint.checks.prepared import all_said, need_options, pattern_of
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words

COMMON = 200
"""How often a word must be used to be no name, as the word list counts."""
SHORT_NAME = 3
"""A word of so few letters may be part of a name, however often it is used."""
WORD_MOST = 40
"""Letters of a word before a mark that are looked at."""

_GLUED = lazy(r"[,;.!?](?=[\p{L}€])|:(?=[\p{L}€\d])")
_GENDERS = "mvfwh"
"""Signs of genders in several languages; x and d stand for all others."""
_GLUED_BRACKET = lazy(
    rf"\((?:(?P<group>[{_GENDERS}xd/ ]{{3,9}}\))(?=\p{{L}}{{2}})"  # (m/v/x)voor
    rf"|(?<=\p{{L}}\()(?=[{_GENDERS}]\s?/\s?[{_GENDERS}xd]))"  # Planner(m/v/x)
)
_GLUED_ASIDE = lazy(
    r"(?<=\p{Ll}{3})\((?=(?:\p{Lu}{2,6}|\p{L}{2,}[ ][^()]{2,80})\)(?![\p{L}\p{N}]))"
    r"|(?<=\((?:\p{Lu}{2,6}|\p{L}{2,}[ ][^()]{2,80}))\)(?=\p{Ll}{2,4}[ ])"
)
"""A bracket with an abbreviation or several words in it, glued to the word before or behind it:
``Leaders(CL)``, ``(of the yard)in Kent``; but ``member(s)``, ``(re)train``.
"""
_GLUED_NUMBER = lazy(r"(?<![\p{L}\p{N}./)-])\d{1,4}(?=\((?![ivx]{1,4}\))\p{L}{3,})")
"""A number that a bracket with words is glued to: ``groep 8(vmbo)``, but ``501(c)``."""
_WORD = lazy(r"(?<![\p{L}\p{N}_.])\p{L}{2,}$")
_WORD_BEHIND = lazy(r"\G\p{L}{2,}")
_LEFT = lazy(
    r"(?:(?<![\p{L}\p{N}./@_#&=-])(?:\p{L}[\p{L}’'-]*\p{L}|\p{N}{2,4})"
    r"|[”)])$"
)
_RIGHT = lazy(
    r"(?P<word>€|\d{1,2}(?=[\s–-]|$|[/.,]\d)|\d{3,6}(?![\d:])|\p{L}[\p{L}’'-]*)(?P<behind>.?)"
)
_WORD_PAIR = lazy(r"\p{L}[\p{Ll}’'-]+")

_INSIDE = lazy(
    r"(?<![:;=-])\((?P<open>[ ]+)(?=[^\s()][^()]*\))"
    r"|(?=[ ]++\))(?<=(?<![:;=-])\([^()]*[^\s()])(?P<close>[ ]+)\)"
)
_CURLY_DOUBLE = lazy(
    r"“(?P<open>[ ]+)(?=[^\s“”„][^“”„]*”)"
    r"|(?=[ ]++”)(?<=“[^“”„]*[^\s“”„])(?P<close>[ ]+)”"
)
_CURLY_SINGLE = lazy(
    r"‘(?P<open>[ ]+)(?=[^\s‘’][^‘’]*’(?!\p{L}))"
    r"|(?=[ ]++’)(?<=‘[^‘’]*[^\s‘’])(?P<close>[ ]+)’(?!\p{L}|\s?\d\d\b)"
)
_BRACKETS = (
    (_INSIDE, ("( ", " )")),
    (_CURLY_DOUBLE, ("“ ", " ”")),
    (_CURLY_SINGLE, ("‘ ", " ’")),
)
"""Each with what a text holds that it may be found in."""

_SLASH = (
    r"(?<=\p{L})(?P<after>/[ ])(?=\p{L})"
    r"|(?<=\p{L})(?P<before>[ ]/)(?=\p{L})"
)
_PATH = lazy(r"\p{L}[\p{L}\p{N}_-]*(?:[/.]\p{L}|/)")
_WORD_SHORT = lazy(r"(?<!\p{L})\p{L}[\p{L}-]*+$")
_WORD_LONG = lazy(r"\p{L}[\p{L}-]{0,40}")
_NUMBERS = lazy(r"(?<=(?<![\d/-])\d{1,6})(?:[-–][ ](?=\d)|[ ][-–](?=\d))")
_HYPHEN = lazy(
    r"(?<![\p{L}\p{N}-])(?P<first>\p{Lu}{2,4}|\p{L}{3,20})(?P<gap> - | -(?=\p{Ll}))"
    r"(?P<between>\p{L}{2,3} )?(?P<second>\p{Ll}{5,30})(?!\p{L})"
)
HYPHEN = "hyphen"
"""The further message for spaces round a hyphen."""
_GOES_ON = lazy(r"[^.,;:!?()]{0,80} - ")
_DASH = lazy(
    r"(?<=[\p{L}\p{N})’”])"
    r"(?:[ ](?P<tight_after>[–—])(?=\p{L}{2})(?!\p{Ll}+[-=])|(?P<tight_before>[–—])[ ](?=\p{L}))"
    r"|(?<=[\p{L})])(?P<tight_before>[–—])[ ](?=[\d€£$])"
)


def _after(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A mark that the next word is glued to. Looked for in the whole text at once, since it is
    rare.
    """
    document = context.document
    text = document.text
    for begin, match in text.found(_GLUED):
        block = document.block_at(begin + match.start())
        at, end = (begin + place - block.start for place in match.span())
        left = _LEFT.search(block.text, max(0, at - WORD_MOST), at)
        right = _RIGHT.match(block.text, end)
        if not left or not right or not rule.speaks(document.language_of(block)):
            continue
        if _is_glued(_Mark(context, rule, block, left, match[0], right)):
            yield from _insert(context, rule, block, left.start(), end)
    for begin, match in text.found(_GLUED_BRACKET):
        block = document.block_at(begin + match.start())
        start, end = (begin + place - block.start for place in match.span())
        if not rule.speaks(document.language_of(block)):
            continue
        if match["group"]:
            yield from _insert(context, rule, block, start, end)
        elif word := _WORD.search(block.text, max(0, start - WORD_MOST), start):
            yield from _insert(context, rule, block, word.start(), start)
    for begin, match in text.found(_GLUED_ASIDE) if "(" in text else ():
        yield from _glued_aside(context, rule, begin + match.start())
    for begin, match in text.found(_GLUED_NUMBER) if "(" in text else ():
        block = document.block_at(begin + match.start())
        if rule.speaks(document.language_of(block)):
            start, end = (begin + place - block.start for place in match.span())
            yield from _insert(context, rule, block, start, end)


def _glued_aside(context: Context, rule: Rule, place: int) -> Iterator[Diagnostic]:
    """A finding on a bracket that a common word is glued to, by its place in the whole text."""
    document = context.document
    block = document.block_at(place)
    language, at = document.language_of(block), place - block.start
    opens = block.text[at] == "("
    around = _WORD if opens else _WORD_BEHIND
    begin, end = (max(0, at - WORD_MOST), at) if opens else (at + 1, at + 1 + WORD_MOST)
    word = around.search(block.text, begin, end)
    if word is None or not rule.speaks(language) or not _is_used(context, language, word[0]):
        return
    start = word.start() if opens else at
    yield from _insert(context, rule, block, start, at if opens else at + 1)


def _is_used(context: Context, language: str, word: str) -> bool:
    """Whether a word in any capitals is a common one."""
    try:
        return context.resources.wordlist(language).frequency(word.lower()) >= COMMON
    except KeyError:
        return False  # a language without a list


class _Mark(NamedTuple):
    """A mark between two words without a space."""

    context: Context
    rule: Rule
    block: Block
    left: regex.Match[str]
    sign: str
    right: regex.Match[str]

    @property
    def before(self) -> str:
        return self.left[0]

    @property
    def after(self) -> str:
        return self.right["word"]

    @property
    def behind(self) -> str:
        """The character behind the word after it."""
        return self.right["behind"]

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word is used so often that it is no name."""
        if len(word) <= SHORT_NAME:
            return False
        return _is_used(self.context, self.context.document.language_of(self.block), word)

    def after_begins(self) -> bool:
        """Whether the word after it can begin a sentence, and is no end of a name."""
        word = self.after.lower()
        return word in self.rule.options["starters"] or self.is_common(word)


def _is_in_address(mark: _Mark) -> bool:
    if mark.after.isdigit():
        return False
    if mark.behind in ("/", "@", "=", "_", "&"):
        return True
    end = mark.right.end()
    return mark.behind == "." and mark.block.text[end : end + 1].isalnum()


def _joins_common_words(mark: _Mark) -> bool:
    return mark.after_begins() and mark.is_common(mark.before)


def _is_behind_label(mark: _Mark) -> bool:
    if mark.after.isdigit() and mark.before.islower():
        return mark.is_common(mark.before) or mark.before in mark.rule.options["labels"]
    return mark.block.text[: mark.left.end()].lower() in mark.rule.options["labels"]


def _joins_words(mark: _Mark) -> bool:
    before, after = mark.before, mark.after
    if len(after) == 1 or (before.isupper() and after.isupper()):
        return False
    return before[-1].isalpha() or (before.isdigit() and len(after) > 3)


def _ends_a_name(mark: _Mark) -> bool:
    if mark.before.isdigit() or mark.after[0].islower():
        return True
    return mark.after.lower() in mark.rule.data.get("ends-of-names", ())


def _shouts_on(mark: _Mark) -> bool:
    return len(mark.after) > 1 or not mark.behind.strip()


def _joins_sentences(mark: _Mark) -> bool:
    before = mark.before
    are_words = before[0].islower() and before[-1].islower()
    if before[-1] == ")" or (are_words and _WORD_PAIR.fullmatch(mark.after)):
        return True
    return mark.after.lower() in mark.rule.options["starters"]


_GLUED_CASES: tuple[tuple[Callable[[_Mark], bool], Callable[[_Mark], bool]], ...] = (
    (_is_in_address, lambda mark: False),  # not 'www.voorbeeld.nl,of/bel', 'Robin.De.Wit'
    # 'Wij bieden:een vast contract', not 're:zorg'
    (lambda mark: mark.sign == ":" and mark.after[0].islower(), _joins_common_words),
    (lambda mark: mark.sign == ":", _is_behind_label),  # 'Salaris:€ 2.600', not 'Maat:Werk'
    (lambda mark: mark.after == "€", lambda mark: mark.sign == ","),  # 'bruto,€ 2.600'
    (lambda mark: mark.sign in ",;", _joins_words),  # 'kookt,bakt', '2019,waar'; not 'A,B'
    (_ends_a_name, lambda mark: False),  # not 'Vue.Js', 'art.5', 'bijlage.pdf'
    (lambda mark: mark.sign in "!?", _shouts_on),  # 'Wat bieden wij?Een', not 'Yahoo!A.'
    # 'serveert.Je', '(zie boven).Je', 'Assen.Je'; not 'Rapport.Docx', 'Foto.Bank'
    (lambda mark: True, _joins_sentences),
)
"""Which question decides whether a space belongs behind a mark: that of the first case that a mark
is.
"""


def _is_glued(mark: _Mark) -> bool:
    """Whether a space belongs between a mark and what follows."""
    return next(decides for applies, decides in _GLUED_CASES if applies(mark))(mark)


def _insert(
    context: Context, rule: Rule, block: Block, start: int, end: int
) -> Iterator[Diagnostic]:
    """A space to be set behind ``text[start:end]``; by a fix only where nothing stands between it
    and the next word.
    """
    span = block.span(start, end)
    source = context.document.source.text
    contiguous = source[span.start : span.end + 1] == block.text[start : end + 1]
    if not contiguous and context.document.format != "markdown":
        return  # an element may set them apart on the page
    fixes = context.fix("add-space", "safe", Edit(span.end, span.end, " ")) if contiguous else ()
    yield context.found(rule, span, fixes=fixes, text=block.text[start:end])


def _inside(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """White space right inside brackets or quotation marks."""
    whole = context.document.text
    patterns = [pattern for pattern, signs in _BRACKETS if any(sign in whole for sign in signs)]
    straight = ' "' in whole or '" ' in whole
    for block in context.blocks(rule, front_matter=True) if patterns or straight else ():
        for pattern in patterns:
            for match in pattern.finditer(block.text):
                start, end = match.span("open" if match["open"] else "close")
                yield from _delete(context, rule, block, start, end)
        if straight and block.text.count('"') >= 2:
            yield from _inside_straight(context, rule, block)


def _inside_straight(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    """The same for straight marks, where they clearly come in pairs."""
    text = block.text
    places = [at for at, char in enumerate(text) if char == '"']
    if len(places) % 2 or not all(_opens(text, at) for at in places[::2]):
        return
    for opens, closes in zip(places[::2], places[1::2], strict=True):
        inside = text[opens + 1 : closes]
        if not inside.strip() or (closes + 1 < len(text) and text[closes + 1].isalnum()):
            continue
        if inside[0] == " ":
            yield from _delete(context, rule, block, opens + 1, opens + 2)
        if inside[-1] == " ":
            yield from _delete(context, rule, block, closes - 1, closes)


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens a quotation by what stands before it; behind a number and a
    space it means inches.
    """
    before = text[at - 1 : at] if at else " "
    return before in "([/–—-" or (before == " " and not text[max(0, at - 2) : at - 1].isdigit())


def _delete(
    context: Context, rule: Rule, block: Block, start: int, end: int
) -> Iterator[Diagnostic]:
    """A space to be taken away; not one that is a line end in the file."""
    span = block.span(start, end)
    spelled = context.document.source.text[span.start : span.end]
    if "\n" not in spelled and shown_spaces.is_space(spelled):
        yield _changed(context, rule, span, " ", "")


def _around(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A slash or dash with a space on one side."""
    whole = context.document.text
    if any(sign in whole for sign in ("/ ", " /", "- ", " -", "– ", " –", "— ", " —")):
        for block in context.blocks(rule, front_matter=True):
            yield from _around_in(context, rule, block)


def _around_in(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    text = block.text
    if "/ " in text or " /" in text:
        for match in lazy(rule.prepared["slash"]).finditer(text):
            if not match["before"] or _is_stray(rule, text, match):
                yield from _spaced(context, rule, block, match.span(), "/")
    if " -" in text or "- " in text or " –" in text or "– " in text:
        for match in _NUMBERS.finditer(text):
            yield from _spaced(context, rule, block, match.span(), match[0].strip())
        yield from _around_hyphens(context, rule, block)
    if "–" in text or "—" in text:
        for match in _DASH.finditer(text):
            sign = match["tight_after"] or match["tight_before"]
            yield from _spaced(context, rule, block, match.span(), f" {sign} ")


def _around_hyphens(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    """Spaces around the hyphen of a compound: ``alle HR - zaken``, ``maaltijd - en ecocheques``."""
    language = context.document.language_of(block)
    joins = rule.key("hyphen-before", language, ())
    for match in _HYPHEN.finditer(block.text) if joins else ():
        between = (match["between"] or "").strip()
        if between and _shares_its_end(context, language, match, between in joins):
            yield from _hyphened(context, rule, block, match, "- ")
        elif not between and _is_compound(rule, language, block.text, match):
            yield from _hyphened(context, rule, block, match, "-")


def _hyphened(
    context: Context, rule: Rule, block: Block, match: regex.Match[str], hyphen: str
) -> Iterator[Diagnostic]:
    """A finding on the space round a hyphen, which says how the words are written with it."""
    start, end = match.span("gap")
    better = f"{block.text[match.start() : start]}{hyphen}{block.text[end : match.end()]}"
    for found in _spaced(context, rule, block, (start, end), hyphen, "unsafe"):
        if not context.says(rule, HYPHEN):
            yield found
            continue
        said = context.found(rule, found.span, text=match[0], replacement=better, message=HYPHEN)
        yield found._replace(message=said.message)


def _shares_its_end(
    context: Context, language: str, match: regex.Match[str], is_joined: bool
) -> bool:
    """Whether a word with the end of a later one is a word: ``maaltijd`` and ``ecocheques``."""
    first, second = match["first"].lower(), match["second"]
    try:
        frequency = context.resources.wordlist(language).frequency
    except KeyError:
        return False  # a language without a list
    ends = (second[at:] for at in range(1, len(second) - SHORT_NAME))
    return is_joined and any(frequency(first + end) for end in ends)


def _is_compound(rule: Rule, language: str, text: str, match: regex.Match[str]) -> bool:
    """Whether an abbreviation behind an article or the like goes on in the word after it."""
    if not match["first"].isupper() or match["gap"] != " - ":
        return False
    if _GOES_ON.match(text, match.end()):
        return False  # a clause between dashes
    before = text[max(0, match.start() - WORD_MOST) : match.start()].split()
    return bool(before) and before[-1].lower() in rule.key("compound-behind", language, ())


def _is_stray(rule: Rule, text: str, match: regex.Match[str]) -> bool:
    """Whether a space before a slash is one too many (``dag /nacht``): between two words that a
    slash often joins. Elsewhere the slash begins a command or a path (``typ /join``).
    """
    before = _WORD_SHORT.search(text, max(0, match.start() - WORD_MOST), match.start())
    after = _WORD_LONG.match(text, match.end())
    if before is None or after is None:
        return False
    pair = {before[0].lower(), after[0].lower()}
    is_pair = any(pair <= joined for joined in rule.prepared["joined"])
    return is_pair and not _is_path(rule, text, match)


def _is_path(rule: Rule, text: str, match: regex.Match[str]) -> bool:
    """Whether a slash behind a space begins a path (``zie /vacatures``)."""
    if _PATH.match(text, match.end()):
        return True
    before = text[max(0, match.start() - WORD_MOST) : match.start()].split()
    return bool(before) and before[-1].lower() in rule.options["before-path"]


def _spaced(
    context: Context,
    rule: Rule,
    block: Block,
    place: tuple[int, int],
    better: str,
    applicability: Applicability = "safe",
) -> Iterator[Diagnostic]:
    start, end = place
    span = block.span(start, end)
    if context.document.source.text[span.start : span.end] != block.text[start:end]:
        return  # a line end, or markup, where a browser shows something else
    yield _changed(
        context, rule, span, block.text[max(0, start - 1) : end + 1], better, applicability
    )


def _changed(
    context: Context,
    rule: Rule,
    span: Span,
    text: str,
    better: str,
    applicability: Applicability = "safe",
) -> Diagnostic:
    fixes = context.fix("mend-spaces", applicability, Edit(*span, better))
    return context.found(rule, span, fixes=fixes, text=text)


FINDERS: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "missing-after": _after,
    "inside": _inside,
    "around": _around,
}
NEEDED = {"missing-after": ("labels", "starters"), "around": ("before-path",)}
"""The options that a rule must have, by ``what``."""


def check_spacing(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from FINDERS[rule.data["what"]](context, rule)


def prepare_spacing(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The pattern of a slash: between the words of a pair two spaces are wrong as well."""
    need_options(rule, preparation, NEEDED)
    first, second = all_said(rule, "before-slash"), all_said(rule, "after-slash")
    pair = rf"(?<=\b{words(first)})(?P<both> / )(?={words(second)}\b)|" if first and second else ""
    joined = (frozenset((*first, *second)), frozenset(all_said(rule, "joined-by-slash")))
    return {"slash": pattern_of(preparation, "", "what", pair + _SLASH), "joined": joined}


KIND = Kind(
    "spacing",
    check_spacing,
    {
        "what": Key(TEXT, tuple(FINDERS), required=True),
        "ends-of-names": Key(LIST),
        "before-slash": Key(LIST, by_language=True),
        "after-slash": Key(LIST, by_language=True),
        "joined-by-slash": Key(LIST, by_language=True),
        "hyphen-before": Key(LIST, by_language=True),
        "compound-behind": Key(LIST, by_language=True),
    },
    prepare_spacing,
    per_block=True,
)
