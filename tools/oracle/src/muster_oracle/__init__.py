"""Asks the framework itself which routes an application serves, and measures who reaches their handlers.

Runs in the application's own virtual environment and needs nothing beyond it. The application is imported and called: for
applications of this repository alone.
"""
