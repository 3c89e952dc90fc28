"""What the jar never says beside a slip, an answer or a question: `refused` names what it found."""

from __future__ import annotations

import re
from typing import Final

MOST_WORDS: Final = 30
AVOIDED: Final = (
    *("at least", "just", "only", "simply", "should", "but", "actually", "remember that"),
    *("look how far", "amazing", "proud", "good job", "well done", "keep it up", "you got this"),
    *("everyone", "have it worse", "no excuses", r"distort\w*", r"irrational\w*", "errors?"),
    "must",
)
"""Words that press, praise, compare or blame."""
VERDICTS: Final = (
    r"you (are|were|have to|had to|need|ought|can't|cannot|could have|deserve|always|never)",
    r"you (marked|wrote|said|did|didn't|made|called|feel|think|know|forgot|missed|failed)",
    r"you're|you've|your (own )?(fault|mistake|problem|problems|job|duty)",
)
"""Ways of telling somebody what they are, did or owe."""
PAST_HARM: Final = (
    r"abus\w*|neglect\w*|trauma|childhood|remember\w*|forgotten|back then|as a child",
    r"(who|what|they|it) hurt|hurt you|(got|was|were|been) hurt|harmed",
    r"what happened (to|back|before)|happened to (you|them|someone)|when you were",
)
"""Ways of asking for harm that was done, or for what somebody may not remember."""
MEASURE: Final = (
    r"whose|who (said|says|told|tells|decided|decides|thinks|thought|calls|called|marked|set|made)",
    r"who was it|according to who(m)?|where does (that|this|it) come from",
)
"""Ways of asking who it was that measured."""
KINDS: Final = {
    "avoided": AVOIDED,
    "a verdict": VERDICTS,
    "past harm": PAST_HARM,
    "whose measure": MEASURE,
}


def refused(sentence: str, most: int = MOST_WORDS) -> str:
    """Return why a sentence must not be shown, with the words it is about; empty if it may be."""
    plain = sentence.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if "!" in plain:
        return "an exclamation mark"
    if plain.count("?") > 1:
        return "two questions"
    if len(plain.split()) > most:
        return f"more than {most} words"
    for kind, patterns in KINDS.items():
        if found := re.search(rf"(?<!\w)({'|'.join(patterns)})(?!\w)", plain, re.IGNORECASE):
            return f"{kind}: {found[0]}"
    return ""
