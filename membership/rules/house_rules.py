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

# Votes by circulation: how many days the Committee has at least. Reminders go out at half the time and two days before.
CIRCULATION_DAYS = 10
ROUND_REMINDER_HOURS = 48

# A seat whose city lies so near to the applicant is reminded of it before it states whether it has a conflict.
NEIGHBOUR_KILOMETRES = 100

APPROVAL_KEPT_MONTHS = 12
DECLARATION_REMINDER_DAYS = (30, 90, 180)
WAITING_DAYS_AFTER_DECLINE = 0

# How long a log-in, or its confirmation, suffices for votes and what follows from them.
FRESH_MINUTES = 10

# How long whoever began to record a session of the Committee may go on without confirming again.
KEEPING_HOURS = 12

# How long an administrator's reason keeps a dossier open to him.
REASON_MINUTES = 30

# Files of an application that stand at the same time.
MOST_FILES = 8

# How often the mayor's office may be written to, when the first address was wrong.
MAYOR_NOTICES = 3

# A message that the mail server refused is tried again after this pause, which doubles with each attempt.
MAIL_ATTEMPTS = 8
MAIL_PAUSE_MINUTES = 15

# A message handed to the mail server without an answer for so long: whoever sent it has died.
MAIL_ANSWER_MINUTES = 10

# The President's first digest of new applications looks so far back; each later one to the one before.
DIGEST_FIRST_DAYS = 7

# After so long without delivery somebody telephones; a bounce without a Message-ID is matched with messages this young.
MAIL_TASK_HOURS = 24
MAIL_BOUNCE_DAYS = 7
# An event is sealed right after it is written; one that is not, after so many minutes, came by another way.
SEALED_WITHIN_MINUTES = 60

# After the end of an application that led nowhere, persons and files are kept so long; city and decision stay.
ENDED_KEPT_MONTHS = 24
# What a member applied with is kept for its membership, and for so many years after it.
MEMBER_KEPT_YEARS = 10
# A message of the contact form is kept so long, for the answer.
CONTACT_KEPT_MONTHS = 12
# Lists that one user of the office may keep under a name.
SAVED_FILTERS = 20
