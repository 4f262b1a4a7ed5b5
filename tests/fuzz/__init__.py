"""Inputs at random for every part that reads what others wrote; see ``targets``."""
