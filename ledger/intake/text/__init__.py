"""From raw text to units of clauses: one spelling, the page, words, sentences."""
