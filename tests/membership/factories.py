"""Makes records for tests; nothing is random, and every default can be said otherwise."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from membership.inspection.values import CheckedFile
from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState, SeatRole, UploadKind
from membership.models import (
    Application,
    City,
    DecisionRule,
    Member,
    Proxy,
    Revision,
    Round,
    Seat,
    SectionAnswers,
    Upload,
)
from membership.services.rules import install_readings

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=ZoneInfo("Europe/Istanbul"))
TODAY = NOW.date()
PAPER = CheckedFile(b"%PDF-1.7 signed", "authorisation.pdf", "application/pdf", "pdf", "c" * 64)
SEATS = [
    ("zagreb", "HR", SeatRole.PRESIDENT),
    ("sofia", "BG", SeatRole.FORMER),
    ("sarajevo", "BA", SeatRole.NEXT),
    ("athens", "GR", SeatRole.ELECTED),
    ("tirana", "AL", SeatRole.ELECTED),
    ("skopje", "MK", SeatRole.ELECTED),
    ("canakkale", "TR", SeatRole.ELECTED),
]


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    is_active = True

    @factory.post_generation
    def groups(self, create, names, **kwargs):
        for name in names or ():
            self.groups.add(Group.objects.get_or_create(name=name)[0])


class CityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = City

    slug = factory.Sequence(lambda n: f"city-{n}")
    country = "BG"
    name_en = factory.LazyAttribute(lambda city: city.slug.title())
    name_local = factory.LazyAttribute(lambda city: city.name_en)
    latitude = "42.69751"
    longitude = "23.32415"


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Member

    city = factory.SubFactory(CityFactory)
    joined = "2022-06-28"


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Seat

    city = factory.SubFactory(CityFactory)
    role = SeatRole.ELECTED
    start = date(2026, 1, 1)
    holder = factory.SubFactory(UserFactory)


class ApplicationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Application

    reference = factory.Sequence(lambda n: f"B40-M-2027-{n:04d}")
    language = "tr"
    contact_email = "contact@nis.example"
    country = "RS"
    name_en = "Kraljevo"
    name_local = "Краљево"
    state = ApplicationState.SUBMITTED
    submitted_at = NOW


def make_committee() -> list[Seat]:
    """Seven seats in office, each held by a user named after its city; the President is Zagreb."""
    return [
        SeatFactory(
            city=CityFactory(slug=slug, country=country),
            role=role,
            holder=UserFactory(username=slug, groups=["Committee"]),
        )
        for slug, country, role in SEATS
    ]


def make_secretary():
    return UserFactory(username="secretary", groups=["Secretariat"])


def make_ready_application(**values) -> Application:
    """An application whose check is complete, with its first revision."""
    values = {
        "state": ApplicationState.READY,
        "checklist": dict.fromkeys(CHECKLIST, True),
        "recommendation": "Yes.",
        **values,
    }
    application = ApplicationFactory(**values)
    SectionAnswers.objects.create(
        application=application, section="city", answers={"name_en": application.name_en}, is_complete=True
    )
    Revision.objects.create(
        application=application, number=1, language="tr", content={"answers": {}, "files": []}, sha256="0" * 64
    )
    return application


def make_letter(application: Application) -> Upload:
    return Upload.objects.create(
        application=application,
        kind=UploadKind.MAYOR_LETTER,
        file="ab/letter.pdf",
        display_name="letter.pdf",
        content_type="application/pdf",
        size=100,
        sha256="1" * 64,
    )


def make_rules() -> DecisionRule:
    """The three readings in their first version; the cumulative one is the default and is returned."""
    install_readings(valid_from=date(2024, 1, 1))
    return DecisionRule.objects.get(key="cumulative")


def make_proxy(round_: Round, principal: Seat, holder: Seat) -> Proxy:
    """A proxy for a round which nobody has received yet; its document is not on disk."""
    return Proxy.objects.create(
        round=round_,
        principal=principal,
        holder=holder,
        document="ab/proxy.pdf",
        document_name="proxy.pdf",
        sha256="2" * 64,
        filed_by="user:1",
        filed_at=NOW,
    )
