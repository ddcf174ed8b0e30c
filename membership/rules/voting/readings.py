"""The three readings of the statutes: Article 5 wants unanimity, Article 13 a simple majority, of the same matter.

CUMULATIVE is the default: what it carries satisfies Article 13 and has no vote against, so neither article is broken.
"""

from .rule import CastingVote, DecisionRule, Unanimity

CUMULATIVE = DecisionRule(key="cumulative", unanimity=Unanimity.NO_AGAINST)
ART13 = DecisionRule(key="art13", unanimity=Unanimity.NONE, casting_vote=CastingVote.ABSENCE)
STRICT = DecisionRule(key="strict", unanimity=Unanimity.ALL_SEATS_YES)

READINGS = {reading.key: reading for reading in (CUMULATIVE, ART13, STRICT)}
