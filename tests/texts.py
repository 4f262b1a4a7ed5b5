"""Invented texts that several tests look at."""

GOOD = """# Kok in het verzorgingshuis

Wij zoeken in Zandwijk een kok voor 24 uur per week. Je verdient € 2.600 tot € 3.100 bruto per
maand.

## Wat ga je doen?

- Je kookt elke dag voor tachtig bewoners.
- Je bestelt de groenten en het fruit.

Solliciteren kan met een mail aan keuken@dewilg.example.
"""
BARE = (
    "# Kok\n\nWij zoeken een kok. Wat ga je doen? Je kookt. Solliciteer nu, "
    "hij/zij krijgt een marktconform salaris.\n"
)
