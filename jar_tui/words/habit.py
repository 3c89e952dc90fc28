"""The page about waving good steps away: the short one, a longer one for the curious, sources."""

from __future__ import annotations

from typing import Final

TITLE: Final = "About this habit"
SHORT: Final = (
    "Many people who have been through a lot hear of a good step and wave it away. "
    "Therapists call the habit discounting the positive. It may once have kept someone safe. "
    "It need not stop today. The jar keeps the slip either way, and time does the rest.\n\n"
    "One slip is easy to wave away. A pile answers slowly, with things that happened. Some "
    "therapists suggest keeping such a list, for weeks or months. Nothing in it has to be "
    "believed today.\n\n"
    "Sources: Burns 1980, Padesky 1994."
)
"""What one key under a nudge shows."""

LONGER: Final = (
    (
        "What it is called",
        "Something good happens, and a thought says that it does not count. Therapists call this "
        "discounting the positive, or disqualifying it. It is one of ten thinking habits listed by "
        "David Burns, who built on the work of Aaron Beck (Burns 1980, Burns 1989).",
    ),
    (
        "How common it is",
        "Nobody has a good figure; Burns calls it commonplace. A close relative has been studied: "
        "dampening, or turning a good feeling down when it comes (Feldman 2008). It is found more "
        "often where hard events still weigh (Boelen 2021, Frewen 2012).\n\n"
        "In a diary study of people with post-traumatic stress, good moments lifted them as much "
        "as others (Pugach 2023).",
    ),
    (
        "Why it may have been wise",
        "Where being glad drew notice, or good things were soon gone, keeping them small was a "
        "careful thing to do. Some therapists see it so; it is hard to test. If there is a reason, "
        "nobody has to know it.",
    ),
    (
        "Why nothing here argues",
        "A kind sentence can make things worse. In two experiments, people with low self-esteem "
        "felt worse when they repeated one about themselves, or looked for how it was true. "
        "Looking at how it was both true and not true went better (Wood 2009). So a line here asks "
        "one thing, or says that both can be so.",
    ),
    (
        "What a pile may do",
        "Some therapists use a positive data log: a list, kept over time, of things that fit a "
        "kinder belief (Padesky 1994). At first there may seem to be nothing to put in it. It "
        "grows over weeks and months, and is read again.\n\n"
        "Students who counted good things once a week grew "
        "happier; those who did it three times a week did not (Lyubomirsky 2005).",
    ),
    (
        "What is not known",
        "Nobody has studied a jar like this, or lines like these. Most of these studies show what "
        "goes together, not what causes what, and few asked people who dissociate. The jar is not "
        "a treatment. It is fine to have none of these lines.",
    ),
)
"""What the curious may read on: a heading and its text, screen by screen."""

SOURCES_TITLE: Final = "Sources"
SOURCES: Final = (
    "Burns, D. D. (1980). Feeling Good: The New Mood Therapy. William Morrow. "
    'There it is called "disqualifying the positive".',
    "Burns, D. D. (1989). The Feeling Good Handbook. William Morrow. "
    'There it is called "discounting the positive".',
    "Padesky, C. A. (1994). Schema change processes in cognitive therapy. "
    "Clinical Psychology and Psychotherapy 1(5), 267-278.",
    "Lyubomirsky, S., Sheldon, K. M., Schkade, D. (2005). Pursuing happiness: the architecture of "
    "sustainable change. Review of General Psychology 9(2), 111-131.",
    "Feldman, G. C., Joormann, J., Johnson, S. L. (2008). Responses to positive affect: a "
    "self-report measure of rumination and dampening. Cognitive Therapy and Research 32(4), "
    "507-525.",
    "Wood, J. V., Perunovic, W. Q. E., Lee, J. W. (2009). Positive self-statements: power for "
    "some, peril for others. Psychological Science 20, 860-866.",
    "Frewen, P. A., Dozois, D. J. A., Lanius, R. A. (2012). Assessment of anhedonia in "
    "psychological trauma: psychometric and neuroimaging perspectives. "
    "European Journal of Psychotraumatology 3, 8587.",
    "Boelen, P. A. (2021). Dampening of positive affect is associated with posttraumatic stress "
    "following stressful life events. European Journal of Psychotraumatology 12(1), 1851077.",
    "Pugach, C. P., May, C. L., Wisco, B. E. (2023). Positive emotion in posttraumatic stress "
    "disorder: a global or context-specific problem? Journal of Traumatic Stress 36(2), 444-456.",
)
"""Author, year, title and place of everything the pages name, oldest first."""
