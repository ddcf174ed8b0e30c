"""What pages change in Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from pages.links import ReaderPageLinkHandler


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own handler, whose place it takes
def lead_readers_to_their_language(features: FeatureRegistry) -> None:
    features.register_link_type(ReaderPageLinkHandler)
