from .application import legacy_app

__all__ = ["legacy_app"]
