"""The WSGI entry point, `b40.wsgi:application`; debug is off unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b40.settings")
application = get_wsgi_application()
