"""Addresses of the applicant's path, below `/<language>/apply/`."""

from django.urls import path

from membership.views import draft, entry, form, status, submission

app_name = "apply"
urlpatterns = [
    path("", entry.eligibility, name="eligibility"),
    path("start/", entry.start, name="start"),
    path("resume/", entry.resume, name="resume"),
    path("key/<str:token>/", entry.key, name="key"),
    path("key/<str:token>/new/", entry.renew, name="renew"),
    path("form/", form.overview, name="form"),
    path("form/check/", submission.check, name="check"),
    path("form/submit/", submission.send, name="submit"),
    path("form/answers.json", draft.download, name="download"),
    path("form/delete/", draft.delete, name="delete"),
    path("form/leave/", entry.close, name="leave"),
    path("form/<slug:key>/", form.section, name="section"),
    path("status/", status.status, name="status"),
    path("status/withdraw/", status.withdraw, name="withdraw"),
    path("receipt/<str:reference>/", submission.receipt, name="receipt"),
]
