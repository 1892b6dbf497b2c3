"""The rules: one folder a family, one file a rule. A rule's docstring is its manual page."""
