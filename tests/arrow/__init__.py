"""Adverts in batches."""
