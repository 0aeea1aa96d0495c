"""An archive of records, whose doors are guarded in every way that Django offers, and in some that guard nothing."""
