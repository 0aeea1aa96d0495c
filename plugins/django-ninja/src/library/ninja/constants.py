class _NotSet:
    """Told apart from None, which switches authentication off."""


NOT_SET = _NotSet()
