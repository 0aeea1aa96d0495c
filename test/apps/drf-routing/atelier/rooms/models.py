from django.db import models


class Room(models.Model):
    number = models.IntegerField(default=0)


class Shelf(models.Model):
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.CASCADE)


class Crate(models.Model):
    shelf = models.ForeignKey(Shelf, null=True, blank=True, on_delete=models.CASCADE)
