"""Adverts on a cluster."""
