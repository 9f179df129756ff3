"""An exercise as schema.org JSON-LD, for whoever reads pages by machine."""

import msgspec

from vastus.domain.exercise import Exercise


def json_ld(exercise: Exercise) -> str:
    """An ExercisePlan with its steps; safe inside a script element."""
    steps = [
        {"@type": "HowToStep", "position": number, "text": step.text}
        for number, step in enumerate(exercise.instructions, 1)
    ]
    thing: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["ExercisePlan", "HowTo"],
        "name": exercise.name,
        "identifier": exercise.id,
        "exerciseType": exercise.type,
        "alternateName": list(exercise.aliases) or None,
        "description": exercise.overview,
        "step": steps or None,
        "tool": [{"@type": "HowToTool", "name": each} for each in exercise.equipment or ()] or None,
        "license": exercise.source.license,
    }
    text = msgspec.json.encode({name: value for name, value in thing.items() if value}).decode()
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
