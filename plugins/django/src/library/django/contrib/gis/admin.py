from django.contrib.admin import action, autodiscover, display, register, site
from django.contrib.admin.sites import AdminSite
