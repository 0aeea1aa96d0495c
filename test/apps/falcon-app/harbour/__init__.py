"""A harbour's register: berths, ships, cargo. Served by Falcon over WSGI."""
