"""What each place is, in the words of its help page; {name} stands for the word chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ABOUT: Final[Mapping[str, str]] = {
    "entry": (
        "An empty slip. What is typed goes here, and Enter drops it in the jar. "
        "One step, any size. A day may stand in front, as in  yesterday: rested. "
        "What was understood shows before Enter."
    ),
    "edit": (
        "The words of one slip, to change. The slip stays as it was until Enter. "
        "After Esc the changed words wait, and e opens them again."
    ),
    "date": "The day this step happened: a day, a month, a year or sometime, as much as is known.",
    "kind": "What kind of step it was, in your own words. A slip can do without.",
    "names": (
        "Who is on the slip. A slip needs no {name}. What is picked shows below the list "
        "and can be changed at any time. The next slip begins with none."
    ),
    "filter": "Some letters of a {name} or of a tag. Those that rest are found here too.",
    "add": (
        "One {name} to a line. A tag may follow it: letters that sign "
        "when they stand in front of the words of a slip."
    ),
    "name": "What it is to be called. Nothing changes before Enter.",
    "word": (
        "What those who sign are called. Every screen follows. "
        "With none, they are gone from every screen, and what was signed is kept."
    ),
    "jar": (
        "The slips, newest first. Older ones come with Down, when they are asked for. "
        "Whatever a key changes here, u takes back."
    ),
    "whole": (
        "One slip, every word of it, and the lines written under it. "
        "Whatever a key changes here, u takes back. Erasing has a page of its own, and no way back."
    ),
    "earlier": (
        "The words this slip had before, newest first, and those that gave way to others "
        "from elsewhere. The present words stay until w, and are among these afterwards."
    ),
    "erase": (
        "What erasing takes away, and what it cannot reach. "
        "Nothing is erased before y. A slip may stay set aside as well."
    ),
    "find": "Some letters, and the slips that hold them. Covered words are not looked at.",
    "threshold": (
        "Before any slip is read, this page says which ones they are. Nothing is open yet."
    ),
    "days": (
        "Which slips are to be read: by their days, as in  last week, since 1 March, all, "
        "or by their kind."
    ),
    "agreements": "What is agreed on here, in your own words. It holds nobody to anything.",
    "opening": (
        "The slips of one opening, one at a time. Enter goes on and changes nothing. "
        'A line may stand under a "too small" slip. It can be answered, or passed by with Enter.'
    ),
    "line": "Words of your own. Nothing is added before Enter.",
    "beside": (
        "Every slip of this opening, one under the other. "
        "They stay in the jar; closing ends the reading."
    ),
    "menu": (
        "A list of things to do. The arrows and Enter choose one, a digit does one at once. "
        "Nothing happens before that, and Esc goes back."
    ),
    "answer": "A slip, or none. Nothing is dropped in before Enter, and no words are lost by Esc.",
    "asked": "One answer, in words or a number. Nothing changes before Enter.",
    "stay": "One slip, alone. Keys that scroll show more of it, any other goes back.",
    "leaf": "A page to read, or not. Nothing on it asks for anything.",
    "since": "A day, in words. What was written on it and later can then be read.",
    "folded": "What there is to read, and from when. Nothing is read before Enter.",
    "looking": (
        "One slip after the other, in the order they were written. Reading here is no opening "
        "and leaves everything as it is. Covered slips are passed over."
    ),
    "kindness": "Kind things to do, one or none of them. The list can be changed.",
}
