"""Configuration. `settings` is what the project defines, and Django's defaults."""
