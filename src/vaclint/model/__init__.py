"""Plain values: sources, documents, facts, diagnostics, reports, options, errors."""
