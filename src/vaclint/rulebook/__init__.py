"""Rules as data: loading, validating, explaining."""
