"""All files of the corpus. None lies on a disk: each is made when the tests begin."""

from tests.membership.inspection import acting, damaged, foreign, pictured, scripted
from tests.membership.inspection.cases import Case

CASES: list[Case] = [*foreign.CASES, *pictured.CASES, *scripted.CASES, *acting.CASES, *damaged.CASES]
