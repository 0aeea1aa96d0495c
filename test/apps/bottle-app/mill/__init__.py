"""A mill that sells flour, served by Bottle: the default application with others mounted and merged."""
