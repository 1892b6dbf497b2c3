"""Data that ships with listlint: the brand lexicon and the schema of the configuration."""
