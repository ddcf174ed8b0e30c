"""All that time alone does on the site: what goes online, whom to remind, and the membership office's own steps."""

from b40.translators import remind_translators
from membership.services import timers
from news.keeping import forget_gone
from pages.opendata.versions import keep_versions
from pages.reports.checking import check_links
from pages.translating.together.publishing import publish_due

STEPS: tuple[timers.Step, ...] = (
    ("pages gone online", publish_due),
    ("cancelled events forgotten", forget_gone),
    ("versions of the open data kept", keep_versions),
    ("translators reminded", remind_translators),
    *timers.STEPS,
    ("links checked", check_links),  # last: foreign servers hold up nothing of ours
)
