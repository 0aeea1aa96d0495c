from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=100)
    slug = models.SlugField()
    made = models.DateField()

    def get_absolute_url(self):
        return f"/catalogue/items/{self.pk}/"
