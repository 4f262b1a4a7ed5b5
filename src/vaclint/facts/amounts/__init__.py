"""Pay and hours by typed tokens and a grammar that knows no language.

Words become typed tokens by the lexicon of a language (``lexer``), a cascade of rules makes
amounts, ranges and hours of them (``grammar``), and ordered tables of scored features say what each
is for (``roles``, ``sizes``). ``document`` reads a whole document.
"""
