"""A page to fill in, in the Markdown form (docs/markdown-form.md)."""

from vastus.reference.vocabulary import vocabularies

_TEMPLATE = """\
---
id: {id}
name: {name}
aliases: []
# A key that is left out means that the page is silent about it. 'vastus vocabulary' lists every id.
# type: {types}
# equipment: [dumbbell]
# mechanics: {mechanics}
# force: {force}
# laterality: {laterality}
# level: {level}
# target: [quads]
# secondary: []
# dose:
#   measures: [load, reps]
source: {{author: your name}}
---

# {name}

## Overview

What it is for, and what is special about it, in two to four sentences.

## Instructions

1. *Set up.* How to stand, sit or lie, and what to hold.
2. *Execute.* What to move, how, and how far.
3. *Repeat.* When it is enough.

## Tips

1. **Fault.** What goes wrong, why, and what to do about it, in a sentence or two.
   - Sign: what you see, feel or hear
   - Cause: why it happens
   - Fix: one thing to do about it
2. **Cue.** Something that helps to do it well.
"""


def template(exercise_id: str) -> str:
    """A page for a new exercise; it is valid as it stands, and every comment in it names what may go there."""
    known = vocabularies()
    return _TEMPLATE.format(
        id=exercise_id,
        name=exercise_id.replace("-", " ").title(),
        types=", ".join(known.types.values),
        mechanics=", ".join(known.mechanics.values),
        force=", ".join(known.force.values),
        laterality=", ".join(known.laterality.values),
        level=", ".join(known.level.values),
    )
