"""The administration is one application. What it shows, and its models, stay outside the repository."""

from django.contrib.admin.sites import AdminSite, site


def autodiscover():
    return None


def register(*models, site=None):
    return lambda admin_class: admin_class


def action(function=None, *, permissions=None, description=None):
    return function if function else lambda func: func


def display(function=None, *, boolean=None, ordering=None, description=None, empty_value=None):
    return function if function else lambda func: func
