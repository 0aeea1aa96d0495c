class Provide:
    def __init__(self, dependency, use_cache=False, sync_to_thread=None):
        self.dependency = dependency
