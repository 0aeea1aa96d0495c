def format_suffix_patterns(urlpatterns, suffix_required=False, allowed=None):
    """`items.json` beside `items`: the same endpoints in another format, which no document lists."""
    return urlpatterns
