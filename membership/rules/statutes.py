"""Every number of the statutes, once, beside its article ("Organisational Structure and Working Principles", 2024).

What the Secretariat decided for itself stands in house_rules.py.
"""

from fractions import Fraction

# Articles, by what they govern.
REGION = "1"
MEMBERS = "2"
ADMISSION = "5"
OBSERVERS = "6"
ADHERENCE = "8"
EXIT = "9"
ASSEMBLY = "10"
PRESIDENCY = "11"
DOSSIERS = "12"
COMMITTEE = "13"

# Art. 2 says "more than 500,000", Art. 6 "at least 500,000". Eligibility takes Art. 6 and warns at exactly this number.
OBSERVER_POPULATION = 500_000

# Art. 8: a member may hold one proxy in the Assembly.
ASSEMBLY_PROXY_MAX = 1

# Art. 9: a notice takes effect on this day of the year in which it was given.
EXIT_MONTH, EXIT_DAY = 12, 31

# Art. 9 and 10: removal needs two thirds at the first roll call, reached at equality, and over half of all members.
ASSEMBLY_QUORUM = Fraction(2, 3)
ASSEMBLY_ABSOLUTE_MAJORITY = Fraction(1, 2)

# Art. 11: what must be left of a mayor's mandate on taking the presidency; one year is enough.
PRESIDENT_MANDATE_YEARS = 1

# Art. 13: the Executive Committee. Half must be exceeded, for the quorum as for the majority.
COMMITTEE_SEATS = 7
COMMITTEE_ELECTED_SEATS = 4
COMMITTEE_CITIES_PER_COUNTRY = 2
COMMITTEE_CONSECUTIVE_TERMS = 2
COMMITTEE_QUORUM = Fraction(1, 2)
COMMITTEE_MAJORITY = Fraction(1, 2)
COMMITTEE_PROXY_MAX = 1
CONVENING_MEMBERS = 2
