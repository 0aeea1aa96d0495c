from functools import lru_cache
from typing import Optional

try:
    from pydantic_settings import BaseSettings
except ImportError:  # pydantic 1 has it on board
    from pydantic import BaseSettings


class BaseConfig(BaseSettings):
    api_prefix: str = "/api"
    environment: str = "local"


class Settings(BaseConfig):
    """Every value can come from the environment; these are what it is without."""

    internal_prefix: str = "/internal"
    enable_metrics: bool = True
    enable_debug: bool = False
    docs_url: Optional[str] = "/documentation"
    partner_key: str = "partner-key"

    @property
    def gateway_prefix(self) -> str:
        return f"{self.api_prefix}/gateway"


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
