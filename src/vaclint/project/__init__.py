"""Files: configuration, discovery, plans, many files at once, comparing, reading and replacing."""
