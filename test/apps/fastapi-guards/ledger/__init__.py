"""Accounts and entries behind guards of every kind, and behind things that only look like one."""
