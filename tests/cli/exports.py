"""What tests of PluralKit exports share: two members, and a file that holds some."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WREN: dict[str, Any] = {
    **{"id": "wrenaa", "uuid": "0b8e7a0e-3a43-4c55-8a31-5a7f0d9b2c01", "name": "Wren"},
    **{"display_name": "Wren (she)", "color": "d9a441", "birthday": "0004-05-09"},
    **{"pronouns": "she/her", "avatar_url": None, "description": "Keeps the lists."},
    **{"keep_proxy": False, "message_count": 812, "privacy": {"visibility": "private"}},
    "proxy_tags": [{"prefix": "w:", "suffix": None}, {"prefix": "[", "suffix": "]"}],
}
SOL: dict[str, Any] = {"id": "solaaa", "name": "Sol", "proxy_tags": []}
EXACT = {"case_sensitive_proxy_tags": True}
ROW = "Wren, shown as Wren (she), she/her, tag w:, tag [text]"
LEFT = "Left out: accounts, descriptions, switches, groups, birthdays, message counts."


def keep(path: Path, *members: dict[str, Any]) -> None:
    switches = [{"timestamp": "2026-06-01T07:30:00.000001Z", "members": ["wrenaa"]}]
    top = {"version": 2, "accounts": [100000000000000001], "groups": [{"name": "Day crew"}]}
    path.write_text(json.dumps({**top, "members": members, "switches": switches}))


def names(sentence: str) -> str:
    for noun in ("{Names}", "{names}", "{name}"):
        sentence = sentence.replace(noun, {"{Names}": "Names"}.get(noun, noun.strip("{}")))
    return sentence
