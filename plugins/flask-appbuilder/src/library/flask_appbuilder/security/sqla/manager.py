from ..manager import BaseSecurityManager


class SecurityManager(BaseSecurityManager):
    pass
