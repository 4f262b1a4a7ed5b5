"""Everything that is read once and shared: the languages, what holds in any language, and where
things are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vaclint.languages.language import Language, language
from vaclint.languages.packs import SUFFIXES
from vaclint.model.reading import Interface, Reading, keys_of
from vaclint.model.store import Stamp, Store, stamp_of, stamps_of, untimed
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import either, joined
from vaclint.text.remembered import Memory
from vaclint.text.sentences import Splitter, merged
from vaclint.text.wholes import Wholes, taken_apart

if TYPE_CHECKING:
    from vaclint.languages.confusions import Confusions
    from vaclint.languages.slips import Slips
    from vaclint.languages.typos import Costs
    from vaclint.languages.wordlist import Wordlist

Made = TypeVar("Made")
LINES = 2_000
"""So many lines are remembered as part of a page or not, and at most twice as many."""
BLOCKS = 3_000
"""What a function made of so many texts is remembered, and at most of twice as many."""
DEFAULT = "en"
"""Speaks about texts in a language without a pack."""


SPOKEN = ("messages", "wording", "output", "kind-messages")
"""Sections with what is said to people: what a pack leaves out is said in the default language."""


def completed(languages: list[Language]) -> list[Language]:
    """The languages, each with all that is said to people."""
    default = next((each for each in languages if each.code == DEFAULT), None)
    if default is None:
        return languages
    return [each if each is default else _completed(each, default) for each in languages]


def _completed(language: Language, default: Language) -> Language:
    data = {**language.data}
    for name in SPOKEN:
        data[name] = _filled(language.section(name), default.section(name))
    return language._replace(messages=data["messages"], data=data)


def _filled(own: Mapping[str, Any], default: Mapping[str, Any]) -> dict[str, Any]:
    """A table with what it leaves out from another, also in its tables."""
    both = {
        name: _filled(own[name], value)
        for name, value in default.items()
        if isinstance(value, Mapping) and isinstance(own.get(name), Mapping)
    }
    return {**default, **own, **both}


def _menu(pack: Language, key: str) -> frozenset[str]:
    """A list of names in the menus of pages, as a pack gives it."""
    names = pack.section("chrome").get("menu", {}).get(key, ())
    return frozenset(name.casefold() for name in names)


def _page_lines(packs: Iterable[Language]) -> Iterator[Mapping[str, Any]]:
    """The tables of lines of a page, of all packs."""
    for pack in packs:
        yield from pack.section("chrome").get("line", ())


def _interface(pack: Language) -> Interface:
    """The words of a site, as a pack gives them."""
    given = pack.section("chrome").get("interface", {})
    return Interface(*(frozenset(given.get(kind, ())) for kind in Interface._fields))


class KnownLanguages(NamedTuple):
    """Languages without a pack, known so as not to be taken for one with rules."""

    function_words: Mapping[str, frozenset[str]]
    scripts: Mapping[str, str]
    """The language that most letters of a text point at, as a pattern of such a letter, tried in
    this order.
    """
    kin: frozenset[str] = frozenset()
    """Those so like a language with a pack that the words they share count in full for that one."""


class Filler(NamedTuple):
    """What tells that a block fills a layout and says nothing."""

    phrases: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


class Resources:
    """The languages by code, the most used first, and what belongs to none. Nothing changes."""

    def __init__(
        self,
        packs: Iterable[Mapping[str, Any]],
        data: Mapping[str, Any],
        store: Store | None = None,
        stamp: Stamp | None = None,
    ) -> None:
        """``packs`` and ``data`` are plain data as ``languages.packs`` reads them; ``stamp`` is the
        one of what they are made of, where that is known.
        """
        made = [language(pack["code"], pack["sections"]) for pack in packs]
        made.sort(key=lambda each: (each.priority, each.code))
        self.languages: Mapping[str, Language] = {each.code: each for each in completed(made)}
        self.data = data
        known = data.get("languages", {})
        self.known = KnownLanguages(
            {code: frozenset(words.split()) for code, words in known.items()},
            data.get("scripts", {}),
            frozenset(data.get("kin", ())),
        )
        filler = data.get("filler", {})
        self.filler = Filler(
            tuple(filler.get("phrases", ())), frozenset(filler.get("words", "").split())
        )
        self.store: Store = store or Store()
        self._stamp = stamp
        self.reading = self._reading()
        self._wordlists: dict[str, Wordlist] = {}
        self._others: dict[str, list[Wordlist]] = {}
        self._made: dict[Callable[[Resources], Any], Any] = {}
        self._memories: dict[Callable[..., Any], Memory[Any]] = {}
        self._slips: dict[str, Slips] = {}
        self._confusions: dict[str, Confusions] = {}
        self._typing: dict[str, Costs | None] = {}

    def _reading(self) -> Reading:
        packs = self.languages.values()
        posting = self.data.get("posting", {})
        chrome, untold, calls, fields, keys = self.kept("reading.bin", self._plain_reading)
        return Reading(
            fields=fields,
            keys=keys,
            prose_keys=frozenset().union(*(pack.prose_keys for pack in packs)),
            opaque_keys=frozenset().union(*(pack.opaque_keys for pack in packs)),
            chrome=Wholes(*chrome) if chrome else None,
            untold=untold,
            calls=calls,
            interfaces=tuple(_interface(pack) for pack in packs),
            menu_anchors=frozenset().union(*(_menu(pack, "anchors") for pack in packs)),
            menu_names=frozenset().union(*(_menu(pack, "names") for pack in packs)),
            more=frozenset().union(
                *(pack.section("chrome").get("more", {}).get("words", ()) for pack in packs)
            ),
            posting_texts=frozenset(posting.get("texts", ())),
            split=Splitter(merged(pack.sentences for pack in packs)),
            lines=Memory(LINES),
            buttons=Memory(LINES),
            running=Memory(LINES),
            cut=Memory(LINES),
            job_texts=frozenset().union(
                *(pack.section("job-list").get("texts", ()) for pack in packs)
            ),
        )

    def _plain_reading(self) -> Any:
        """What takes longest to make of a ``Reading``: patterns of lines of pages, and fields."""
        packs = self.languages.values()
        lines = [*_page_lines(packs)]
        names = dict.fromkeys(name for pack in packs for name in pack.fields)
        fields = {
            name: frozenset[str]().union(*(pack.fields.get(name, ()) for pack in packs))
            for name in names
        }
        return (
            taken_apart(map(joined, lines)) if lines else None,
            either(joined(line) for line in lines if not line.get("told", True)),
            tuple(
                joined(call) for pack in packs for call in pack.section("chrome").get("call", ())
            ),
            fields,
            keys_of(fields),
        )

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What is made of these resources, as plain data under a name; from the store where they
        are the shipped ones and nothing has changed.
        """
        if self._stamp is None:
            with untimed():
                return make()
        return self.store.kept(name, [self._stamp], make)

    def once(self, make: Callable[[Resources], Made]) -> Made:
        """What a function makes of these resources, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def remembered(self, make: Callable[..., Made], *of: Hashable) -> Made:
        """What a function makes of some values, mostly of the text of a block and nothing else;
        remembered for those that were asked for last.
        """
        memory = self._memories.get(make)
        if memory is None:
            memory = self._memories[make] = Memory(BLOCKS)
        made: Made = memory.given(of, make, *of)
        return made

    def spoken(self, code: str) -> str:
        """The language to speak about a text in a language: the same where there is a pack for it,
        else English.
        """
        if code in self.languages:
            return code
        return DEFAULT if DEFAULT in self.languages else next(iter(self.languages), code)

    def is_foreign(self, word: str, own: str, least: int = 1) -> bool:
        """Whether a word is one of another language than ``own``, used there at least so often; the
        lists are opened when that is asked.
        """
        others = self._others.get(own)
        if others is None:
            others = self._others[own] = self._other_lists(own)
        return any(each.frequency(word) >= least for each in others)

    def _other_lists(self, own: str) -> list[Wordlist]:
        """The words of all languages but one that have a list."""
        from vaclint.languages.wordlist import has_list

        codes = (code for code, each in self.languages.items() if code != own and has_list(each))
        return [*map(self.wordlist, codes)]

    def wordlist(self, code: str) -> Wordlist:
        """The words of a language, opened once. Raises KeyError for a language without a list."""
        if code not in self._wordlists:
            from vaclint.languages.wordlist import Wordlist

            self._wordlists[code] = Wordlist(self.languages[code], self.store)
        return self._wordlists[code]

    def typing(self, code: str) -> Costs | None:
        """What typing errors cost in a language; None for one that does not say."""
        if code not in self._typing:
            from vaclint.languages.typos import SECTION, costs_of

            data = self.languages[code].section(SECTION)
            self._typing[code] = costs_of(data) if data else None
        return self._typing[code]

    def slips(self, folder: str) -> Slips:
        """The slips whose tables stand in a folder, read once; from the store where no file of
        theirs has changed. Raises what ``plain_slips`` raises.
        """
        if folder not in self._slips:
            from vaclint.languages import slips

            kept = self._kept_as("slips", folder, slips.__file__)
            plain, pieces = self.store.kept_apart(*kept, partial(slips.plain_slips, Path(folder)))
            self._slips[folder] = slips.slips_of(plain, pieces)
        return self._slips[folder]

    def confusions(self, folder: str) -> Confusions:
        """The confusions whose tables stand in a folder, as ``slips`` reads slips."""
        if folder not in self._confusions:
            from vaclint.languages import confusions as made

            kept = self._kept_as("confusions", folder, made.__file__)
            plain = self.store.kept(*kept, partial(made.plain_confusions, Path(folder)))
            self._confusions[folder] = made.confusions_of(plain)
        return self._confusions[folder]

    def _kept_as(self, name: str, folder: str, module: str) -> tuple[str, list[Stamp]]:
        """The name under which is kept what a module makes of the tables in a folder of a pack, and
        the stamps of these and of the module.
        """
        tables = Path(folder)
        stamps = [*stamps_of(tables, SUFFIXES), stamp_of(Path(module))]
        return f"{name}-{tables.parent.parent.name}.bin", stamps
