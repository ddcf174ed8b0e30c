"""Addresses: `/` negotiates the language, `/admin/` is the office, `/<language>/…` is what the public reads."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from b40 import errors, old_addresses
from b40.robots import robots
from b40.security_txt import security_txt
from membership.desk.start import start
from pages.sitemap_views import sitemap_index

urlpatterns = [
    path("", old_addresses.root, name="root"),
    path("admin/", include("b40.access.urls")),  # first: its log-in stands where Wagtail's would
    path("admin/", start),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("pages.opendata.urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemaps"),
    path(".well-known/security.txt", security_txt, name="security"),
    *old_addresses.addresses(),
    path("healthz", errors.alive, name="alive"),
]
if settings.DEBUG:
    from django.conf.urls.static import static  # only a laptop serves uploads through Django

    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += i18n_patterns(
    path("apply/", include("membership.urls")),
    path("contact/", include("membership.contact_urls")),
    path("", include("news.urls")),
    path("", include("pages.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "b40.errors.bad_request"
handler403 = "b40.errors.forbidden"
handler404 = "b40.errors.not_found"
handler500 = "b40.errors.server_error"
