import os.path

BASE = "/equipment"
PREFIX = os.path.join(BASE, "cranes")
