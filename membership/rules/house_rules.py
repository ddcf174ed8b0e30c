"""The network's own working numbers: chosen by the Secretariat, written in no article, open to change."""

# The year of a notice, and every deadline shown to people, is counted here.
TIME_ZONE = "Europe/Istanbul"

DRAFT_KEPT_DAYS = 90
DRAFT_REMINDER_DAYS = (60, 83)
CHECK_WORKING_DAYS = 10

INFORMATION_DUE_DAYS = 30
INFORMATION_EXTENSIONS = 1
INFORMATION_REMINDER_DAYS = (-14, -3, 0)
LAPSED_REOPEN_MONTHS = 12

RETURNED_INSIST_DAYS = 30

# The President's silence confirms a computed result after this many days; a contested one is never confirmed so.
SILENT_CONFIRMATION_DAYS = 7
REBALLOTS = 1

APPROVAL_KEPT_MONTHS = 12
DECLARATION_REMINDER_DAYS = (30, 90, 180)
WAITING_DAYS_AFTER_DECLINE = 0

# How long a log-in, or its confirmation, suffices for votes and what follows from them.
FRESH_MINUTES = 10

# How long an administrator's reason keeps a dossier open to him.
REASON_MINUTES = 30

# Files of an application that stand at the same time.
MOST_FILES = 8

# How often the mayor's office may be written to, when the first address was wrong.
MAYOR_NOTICES = 3
