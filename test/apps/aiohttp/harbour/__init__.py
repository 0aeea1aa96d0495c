"""The books of a harbour, kept with aiohttp: every way to register a route, and guards that do and do not guard."""
