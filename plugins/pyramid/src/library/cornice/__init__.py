"""Cornice, as far as routes and permissions depend on it."""

from cornice.service import Service


def includeme(config):
    config.add_directive("add_cornice_service", register)
    config.add_directive("add_cornice_resource", register_resource)


def register(config, service):
    service.__pyramid_scan__(config)


def register_resource(config, resource):
    resource.__pyramid_scan__(config)
