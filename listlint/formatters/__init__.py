"""Report formats: one file, one function each; results in, text out."""
