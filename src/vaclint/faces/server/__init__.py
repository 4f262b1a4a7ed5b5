"""``vaclint server``: a language server over stdio, as the extra ``vaclint[server]``.

Two threads share the work. The second one reads and answers messages (``desk``, on pygls) and holds
the open texts; the first one checks (``worker``, ``project``), because the limit of time that a
text has is a signal, which only the first thread gets. So typing and asking go on while a text is
checked, and a check that a keystroke made stale is given up in the middle.
"""
