"""What categories and tags of the former site are here."""

from collections.abc import Iterable

from news.labels import Topic

# slug of a category or tag → topic; a slug that is one of the topics' own needs no line
TOPICS = {
    "b40": Topic.NETWORK,
    "news": Topic.NETWORK,
    "uncategorized": Topic.NETWORK,
    "summit": Topic.ANNUAL_SUMMIT,
    "summits": Topic.ANNUAL_SUMMIT,
    "climate": Topic.CLIMATE,
    "democracy": Topic.DEMOCRACY,
    "migration": Topic.DEMOCRACY,
    "smart-cities": Topic.SMART_CITIES,
    "digital-transformation": Topic.SMART_CITIES,
    "economy": Topic.ECONOMY,
    "culture": Topic.ECONOMY,
    "members": Topic.MEMBERSHIP,
    "working-group": Topic.WORKING_GROUPS,
    "meetings": Topic.WORKING_GROUPS,
}


def topics_of(slugs: Iterable[str]) -> tuple[list[Topic], list[str]]:
    """Return the topics, each once, and the slugs that are none."""
    topics: dict[Topic, None] = {}
    unknown = []
    for slug in slugs:
        topic = TOPICS.get(slug) or (Topic(slug) if slug in Topic.values else None)
        if topic:
            topics[topic] = None
        elif slug:
            unknown.append(slug)
    return list(topics), unknown
