class Page:
    """How a collection is cut into pages."""

    def __init__(self, collection=None, page_params=None):
        self.collection = collection
