"""Offers no blueprint."""

RATE = 3
