"""Django's settings; whatever differs between installations comes from `environment.py`."""

from django.conf.locale import LANG_INFO

from b40.environment import ROOT, read
from pages.languages.table import DJANGO_LANGUAGES, LANG_INFO_ADDITIONS, SOURCE

ENVIRONMENT = read()
LANG_INFO.update(LANG_INFO_ADDITIONS)

DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.secret_key
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.origin]
ROOT_URLCONF = "b40.urls"
WSGI_APPLICATION = "b40.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "b40",
    "membership",
    "news",
    "pages",
    "wagtail_localize",
    "wagtail.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.forms",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "b40.policy.AreaPolicyMiddleware",
    "pages.once.OnceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pages.languages.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "b40.access.middleware.OfficeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pages.past.redirects.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "wagtail.templatetags.wagtailcore_tags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": ENVIRONMENT.database}
CACHES = {"default": ENVIRONMENT.cache}

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

LANGUAGE_CODE = SOURCE
LANGUAGES = DJANGO_LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = DJANGO_LANGUAGES
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Istanbul"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.var / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = ENVIRONMENT.var / "media"
PRIVATE_ROOT = ENVIRONMENT.var / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "b40.staticfiles.HashedModulesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640

EMAIL_BACKEND = ENVIRONMENT.mail.pop("EMAIL_BACKEND")
globals().update(ENVIRONMENT.mail)
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
EMAIL_TIMEOUT = 10

CLAMAV_URL = ENVIRONMENT.clamav
CLIENT_ADDRESS_HEADER = ENVIRONMENT.client_address_header
CHECK_LINKS = ENVIRONMENT.check_links
RECAPTCHA_PUBLIC_KEY, RECAPTCHA_PRIVATE_KEY = ENVIRONMENT.recaptcha or ("", "")
RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 2

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # the pages of `b40.access` count tries, Wagtail's do not

SECOND_FACTOR = ENVIRONMENT.second_factor
ACCOUNT_ADAPTER = "b40.access.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a class
ACCOUNT_FORMS = {
    "login": "b40.access.forms.LogInForm",
    "reauthenticate": "b40.access.forms.PasswordAgainForm",
    "change_password": "b40.access.forms.NewPasswordForm",
    "reset_password": "b40.access.forms.ForgottenForm",
    "reset_password_from_key": "b40.access.forms.ResetForm",
}
MFA_ADAPTER = "b40.access.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators make the accounts; nobody signs up
MFA_TOTP_ISSUER = "B40"
MFA_TOTP_TOLERANCE = 1  # a code typed at the end of its half minute, or by a clock that is a little off
MFA_FORMS = {
    "authenticate": "b40.access.forms.CodeForm",
    "reauthenticate": "b40.access.forms.CodeAgainForm",
    "activate_totp": "b40.access.forms.SetUpForm",
}
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60

SESSION_COOKIE_NAME = "b40_session"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENVIRONMENT.behind_tls
CSRF_COOKIE_NAME = "b40_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # it ends with the browser, as the privacy notice says of all cookies
CSRF_COOKIE_SECURE = ENVIRONMENT.behind_tls
CSRF_FAILURE_VIEW = "b40.errors.csrf_failure"
SECURE_SSL_REDIRECT = ENVIRONMENT.behind_tls
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.behind_tls else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.behind_tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.behind_tls
SECURE_HSTS_PRELOAD = ENVIRONMENT.behind_tls
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # Wagtail's preview shows a page of the site in a frame of the site

WAGTAIL_SITE_NAME = "B40 Balkan Cities Network"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.origin
WAGTAIL_I18N_ENABLED = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILREDIRECTS_AUTO_CREATE = False  # `pages.past` keeps where pages stood, in every language
if ENVIRONMENT.translator:
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "pages.translating.machine.translator.ServiceTranslator",
        "OPTIONS": ENVIRONMENT.translator,
    }
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("tr", "Türkçe")]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "pages.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.pictures.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_AVIF_QUALITY = 45
WAGTAILIMAGES_WEBP_QUALITY = 65
WAGTAILDOCS_SERVE_METHOD = "serve_view"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Each publish would be a dozen lines; Wagtail keeps its own history of them.
    "loggers": {"wagtail": {"level": "WARNING"}, "django_tasks": {"level": "WARNING"}},
}
