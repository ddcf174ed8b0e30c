"""What pages change in Wagtail."""

from functools import partial

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.rich_text.feature_registry import FeatureRegistry

from pages.checks.desk import PAGE_PUBLISHED_ANYWAY, ChecksView, ask_before_publishing
from pages.glossary import Term
from pages.links import ReaderPageLinkHandler
from pages.pictures.credits import CreditBulkAction
from pages.reports.desk import REPORTS, ReportItem, report_urls
from pages.translating.desk import CheckView, MatrixView
from pages.translating.exchange.desk import take_file
from pages.translating.gate_desk import PUBLISHED_ANYWAY, GateView, gate
from pages.translating.keeping import TRANSLATION_CHECKED
from pages.translating.machine.desk import ask_machine
from pages.translating.neighbours.desk import ProposalsView, tell_of_proposals
from pages.translating.sending.changed_desk import translate_what_changed
from pages.translating.sending.submit_desk import SubmitView
from pages.translating.sending.sync import SyncView
from pages.translating.together.desk import TogetherView
from pages.translating.together.offline import LeftView, ask_after, ask_after_many
from pages.translating.work.desk import AssignView
from pages.translating.work.panel import add_work


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own handler, whose place it takes
def lead_readers_to_their_language(features: FeatureRegistry) -> None:
    features.register_link_type(ReaderPageLinkHandler)


@hooks.register("register_log_actions")
def tell_of_checks(actions: LogActionRegistry) -> None:
    actions.register_action(TRANSLATION_CHECKED, _("Check translation"), _("Checked against the original"))
    actions.register_action(PUBLISHED_ANYWAY, _("Publish the translation"), _("Published with what the gate had found"))
    actions.register_action(PAGE_PUBLISHED_ANYWAY, _("Publish the page"), _("Published with what the checks had found"))


hooks.register("register_admin_urls", report_urls)
for place, report in enumerate(REPORTS):
    hooks.register("register_reports_menu_item", partial(ReportItem, report, 600 + place))
hooks.register("register_bulk_action", CreditBulkAction)
hooks.register("construct_homepage_panels", add_work)
hooks.register("after_unpublish_page", ask_after)
hooks.register("after_delete_page", ask_after)
hooks.register("after_bulk_action", ask_after_many)
hooks.register("before_publish_page", ask_before_publishing)
hooks.register("before_edit_page", tell_of_proposals, order=-2)
hooks.register("before_edit_page", gate, order=-1)  # before the translation editor takes the request


@hooks.register("register_admin_urls")
def let_translations_be_kept() -> list[URLPattern]:
    return [
        path("translations/", MatrixView.as_view(), name="translations"),
        path("localize/submit/page/<int:page_id>/", SubmitView.as_view()),
        path("localize/translate/<int:translation_id>/machine_translate/", ask_machine),
        path("localize/translate/<int:translation_id>/pofile/upload/", take_file),
        path("localize/update/<int:translation_source_id>/", SyncView.as_view()),  # before localize's own
        path("translations/<int:pk>/proposals/", ProposalsView.as_view(), name="translation_proposals"),
        path("translations/<int:pk>/publish/", GateView.as_view(), name="translation_gate"),
        path("translations/<int:pk>/together/", TogetherView.as_view(), name="publish_together"),
        path("checks/<int:pk>/", ChecksView.as_view(), name="page_checks"),
        path("translations/left/", LeftView.as_view(), name="translations_left"),
        path("translations/<int:pk>/translators/", AssignView.as_view(), name="assign_translation"),
        path("translations/<int:pk>/changed/", translate_what_changed, name="translate_what_changed"),
        path("translations/<int:pk>/check/", CheckView.as_view(), name="check_translation"),
    ]


class TranslationsMenuItem(MenuItem):
    """Shown to whoever may write some page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return PagePermissionPolicy().user_has_any_permission(request.user, {"add", "change", "publish"})


@hooks.register("register_admin_menu_item")
def lead_to_translations() -> MenuItem:
    return TranslationsMenuItem(
        _("Translations"), reverse_lazy("translations"), name="translations", icon_name="site", order=240
    )


class GlossaryViewSet(ModelViewSet):
    """The glossary beside the pages, for those who write them."""

    model = Term
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["text_en", "language", "text", "is_proposal", "certainty"]
    list_filter = ["language", "is_proposal", "certainty"]
    search_fields = ["text_en", "text"]
    form_fields = [
        "key",
        "text_en",
        "language",
        "text",
        "is_proposal",
        "source_url",
        "source_name",
        "certainty",
        "note",
    ]


@hooks.register("register_admin_viewset")
def keep_a_glossary() -> GlossaryViewSet:
    return GlossaryViewSet("glossary")
