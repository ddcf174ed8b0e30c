"""The fixtures of applicants and office together: a case may begin with the one and end with the other."""

from tests.membership.services.conftest import committee, holders, president, rule, rules, secretary
from tests.membership.views.conftest import begin, filled, opened

__all__ = ["begin", "committee", "filled", "holders", "opened", "president", "rule", "rules", "secretary"]
