"""Digests, without the library of ``hashlib`` for those that are not used, which takes as long to
load as a text to check.
"""

try:
    from _blake2 import blake2b
except ImportError:  # not everywhere a module of its own
    from hashlib import blake2b

__all__ = ["blake2b"]
