"""Loads the glossary; a term that is there is left alone."""

from __future__ import annotations

from pathlib import Path

from b40.seed.facts import FACTS, rows_of
from pages.glossary import Term

CODES = {"sr-Cyrl": "sr", "sr-Latn": "sr-latn"}  # the file names the script, the site its language


def load_glossary(facts: Path = FACTS) -> None:
    """Put the missing terms in; where no source has a word, the project's own proposal, which nobody has approved."""
    known = set(Term.objects.values_list("key", "language"))
    proposals = {(row["key"], row["lang"]): row["text"] for row in rows_of(facts / "glossary_proposals.csv")}
    terms = [_term(row, proposals.get((row["key"], row["lang"]), "")) for row in rows_of(facts / "glossary.csv")]
    Term.objects.bulk_create(term for term in terms if (term.key, term.language) not in known)


def _term(row: dict[str, str], proposal: str) -> Term:
    return Term(
        key=row["key"],
        text_en=row["en"],
        language=CODES.get(row["lang"], row["lang"]),
        text=row["text"] or proposal,
        is_proposal=not row["text"],
        source_url=row["source_url"],
        source_name=row["source_name"],
        certainty=row["certainty"],
        note=row["note"],
    )
