"""Whether a text is a vacancy, what its title is, and why: by groups of evidence.

``evidence`` is what is looked at, ``lexicon`` the lists of the languages, ``scan`` and ``gather``
count groups, ``verdict`` weighs them, ``explain`` says the reason, ``title`` finds the title and
``several`` the vacancies of a file that holds more than one. `docs/kind.md` has the method.
"""
