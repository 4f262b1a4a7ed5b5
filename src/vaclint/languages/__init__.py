"""Language packs, loaded into frozen languages; inflection and word lists."""
