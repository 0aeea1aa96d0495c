"""What of Tornado decides which requests reach which handlers."""
