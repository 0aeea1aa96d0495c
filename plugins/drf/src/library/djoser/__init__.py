"""Djoser: accounts that people make and keep themselves."""
