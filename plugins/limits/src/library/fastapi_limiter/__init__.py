class FastAPILimiter:
    @classmethod
    async def init(cls, *args, **kwargs):
        pass

    @classmethod
    async def close(cls):
        pass
