SECRET_KEY = "generated"
ROOT_URLCONF = "main.urls"
INSTALLED_APPS = []
DATABASES = {}
