from .cargo import CargoInstaller
from .gates import Gates
from .manifests import Manifests

ALL = [CargoInstaller("/cargo"), Gates, Manifests]
