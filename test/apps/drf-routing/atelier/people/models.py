from django.db import models


class Painter(models.Model):
    name = models.CharField(max_length=80, default="", blank=True)
    slug = models.SlugField(blank=True)
