"""What the rooms say in the command line's words, said in another face's: the commands and options of a sentence."""

import re
from collections.abc import Callable, Mapping

_COMMAND = re.compile(r"'vastus (?P<name>[a-z]+)(?: (?P<rest>[^']*))?'(?P<says>[^';]*)")
_OPTION = re.compile(r"(?<![\w-])--(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)")

Said = Callable[[str, str], str]
"""What to say in place of a command, given the words behind its name and those behind it ("lists them")."""

CANNOT: Mapping[str, Said] = {
    "merge": lambda _, __: "keep only one of them",
    "rename": lambda _, __: "an exercise that is stored keeps its id",
}
"""Commands that only the command line has, and what is left to do elsewhere."""


def translated(text: str, commands: Mapping[str, Said], option: Callable[[str], str]) -> str:
    """The sentence with its commands and options in another face's words.

    Args:
        text: What a room says, as "'vastus find' lists what there is", "give --mass".
        commands: What to say in place of each command, by name.
        option: What an option is called there, given its name without dashes.
    """
    if "'vastus " in text:
        text = _COMMAND.sub(lambda found: _command(found, commands), text)
    return _OPTION.sub(lambda found: option(found["name"]), text) if "--" in text else text


def _command(found: re.Match[str], commands: Mapping[str, Said]) -> str:
    said = commands.get(found["name"])
    rest, says = found["rest"] or "", found["says"]
    return said(rest, says) if said else f"the command line{says}"
