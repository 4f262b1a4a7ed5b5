"""Texts as such: words, sentences, quotations, readable patterns. Imports nothing of ours."""
