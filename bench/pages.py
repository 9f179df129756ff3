"""Pages in the seed's form, as many as wanted, all different: the same ones for the same seed.

python bench/pages.py FOLDER [PAGES]
"""

import random
import sys
from pathlib import Path

HOW = """
Alternating Banded Half-Kneeling Heavy Incline Kneeling Low Narrow Offset Paused Seated Single-Arm Slow Staggered Wide
""".split()
WHERE = """
Backward Crossover Deficit Forward Front High Lateral Overhead Reverse Rotational Side Suspended Underhand Zercher
""".split()
WHAT = {
    "Carry": ("Pull", "Traps", "Forearms, Abs, Glutes, Calves"),
    "Curl": ("Pull", "Biceps", "Forearms"),
    "Deadlift": ("Hinge", "Hamstrings", "Glutes, Lower Back, Forearms, Traps"),
    "Drag": ("Pull", "Quads", "Calves, Glutes, Hamstrings"),
    "Extension": ("Push", "Triceps", "Shoulders"),
    "Lunge": ("Push", "Quads", "Adductors, Calves, Glutes, Hamstrings"),
    "Press": ("Push", "Shoulders", "Chest, Triceps, Upper Back"),
    "Push": ("Push", "Quads", "Abs, Adductors, Calves, Glutes, Hamstrings, Lower Back, Upper Back"),
    "Raise": ("Pull", "Shoulders", "Traps, Upper Back"),
    "Row": ("Pull", "Lats", "Biceps, Forearms, Upper Back"),
    "Squat": ("Push", "Quads", "Abs, Calves, Glutes, Hamstrings"),
    "Twist": ("Pull", "Obliques", "Abs, Hip Flexors"),
}
WITH = {
    "Band": "Bands", "Barbell": "Barbell", "Cable": "Cable", "Dumbbell": "Dumbbell", "Kettlebell": "Kettle Bells",
    "Landmine": "Landmine", "Machine": "Machine", "Medicine Ball": "Medicine Ball", "Sled": "Sled",
    "Trap Bar": "Trap Bar",
}  # fmt: skip
WIDTHS = ("wide", "narrow", "square", "split", "staggered", "high", "low")
JOINTS = ("knees", "hips", "elbows", "shoulders", "ankles", "wrists")


def phrases(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on a line of its own, bullets below it."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    return tuple(paragraph.replace(" • ", "\n    • ") for paragraph in paragraphs)


FIRST = phrases("""
The {name} is a variation of the {kin} and a staple of {goal} work. Primarily, it will target the muscles of the
{target}, while the {helper} keep the {joint} steady from the first rep to the last.

The {name} is an exercise used to strengthen the {target}. Because the {joint} stay {width}, most lifters find it easier
to learn than the {kin}, and it asks less of the lower back.

{name} is an effective way to build the {target} without much equipment. The {helper} are worked as well, and the stance
is a little more {width} than in the {kin}.
""")
SECOND = phrases("""
It can be an extremely beneficial conditioning exercise or it can be used as a strength building exercise depending on
how you fit it into your workout routine.

Most people place it after their main lift and keep {number} to {more} reps in a set.

It fits a warm up as well as a finisher, and it needs little room.
""")
LOAD = phrases("""
Load the desired weight onto the {tool}.

Select a {tool} that you can control for {number} reps.

Set the {tool} to {joint} height.
""")
SET_UP = phrases("""
Setup in an athletic position facing away from the {tool} with your torso vertical and a {width} stance.

Stand with a {width} stance and the {tool} in front of you, and brace as if somebody were about to push you.

Assume a {width} stance, pull the shoulders down, and take a deep breath.
""")
EXECUTE = phrases("""
Drive the {tool} forward by extending each leg repeatedly.

Lower under control for {number} seconds until the {joint} are at a right angle, then press back up.

Pull the {tool} toward you by squeezing the {target}, pause for a second, and return slowly.

Initiate the movement by pushing the hips back, and stop when the {joint} no longer move freely.
""")
REPEAT = phrases("""
Repeat until you reach the desired number of steps, distance, or time.

Repeat for {number} to {more} reps on each side.

Complete all reps before you switch sides.
""")
TIPS = phrases("""
If you find the {joint} caving in then you may need to use less load and/or ensure that your stance is {width}. If you
start to rush, the {tool} will swing and you’ll lose tension in the {target}.

If you don’t have access to a {tool}, you can use a {other} or even your own body weight.

Some prefer to look down while others would rather look up. This is somewhat personal preference but it will also depend
upon the individual and how they present in a resting position.
• If someone exhibits more extension bias then they may want to experiment with looking down as this will help to keep
them a bit more neutral.
• If someone exhibits more flexion bias then they may want to experiment with looking up as this will help to drive more
extension.

Given that this exercise has little eccentric component it can be very beneficial to incorporate during rehab, as a
method of conditioning which won’t incur excessive soreness.

Don’t allow the {joint} to lock out at the end of the movement.

Keep the head in line with the spine and breathe out for {number} counts as you finish the rep.

Stop if you feel a sharp pain in the {joint}; a shorter range of motion is fine.

Avoid using momentum: if the {tool} moves before the {target} do, the weight is too heavy.

To make it harder, add a pause of {number} seconds where the {joint} are bent the most.
""")


def a_page(number: int, chance: random.Random) -> str:
    """One page. The number is in the name, so that no two pages are the same exercise."""
    tool = chance.choice(list(WITH))
    what = chance.choice(list(WHAT))
    force, target, secondary = WHAT[what]
    name = f"{chance.choice(HOW)} {chance.choice(WHERE)} {tool} {what} {number}"
    sides = chance.choice(("Bilateral", "Unilateral", "Bilateral"))
    words = {
        "name": name, "kin": f"{tool} {what}".lower(),
        "goal": chance.choice(("strength", "conditioning", "posterior chain")),
        "target": target.lower(), "helper": secondary.split(", ")[0].lower(), "joint": chance.choice(JOINTS),
        "width": chance.choice(WIDTHS), "tool": tool.lower(), "other": chance.choice(list(WITH)).lower(),
        "number": chance.randrange(2, 12), "more": chance.randrange(12, 25),
    }  # fmt: skip

    def one(of: tuple[str, ...]) -> str:
        return chance.choice(of).format_map({**words, "joint": chance.choice(JOINTS), "width": chance.choice(WIDTHS)})

    steps = [one(LOAD), one(SET_UP), *(one(EXECUTE) for _ in range(chance.randrange(1, 4))), one(REPEAT)]
    tips = [tip.format_map(words) for tip in chance.sample(TIPS, chance.randrange(3, 6))]
    return "\n".join(
        [
            "Exercise Profile",
            "  • Target Muscle Group",
            f"  • Exercise Type{chance.choice(('Strength', 'Conditioning', 'Warmup', 'Powerlifting'))}",
            f"  • Equipment Required{WITH[tool]}",
            f"  • Mechanics{chance.choice(('Compound', 'Isolation'))}",
            f"  • Force Type{force} ({sides})",
            f"  • Experience Level{chance.choice(('Beginner', 'Intermediate', 'Advanced'))}",
            "  • Secondary Muscles",
            f"    {secondary}",
            "Target Muscle Group\n\n",
            f"{target} Muscle Anatomy Diagram\n",
            f"{name} Overview\n",
            one(FIRST) + "\n",
            one(SECOND) + "\n",
            f"{name} Instructions\n",
            *(f"  {count}. {step}" for count, step in enumerate(steps, 1)),
            f"\n{name} Tips\n",
            *(f"  {count}. {tip}" for count, tip in enumerate(tips, 1)),
        ]
    )


def write_pages(folder: Path, count: int, *, seed: int = 20261122) -> Path:
    """Write `count` pages into a folder, a hundred in each folder below it."""
    chance = random.Random(seed)
    for number in range(count):
        below = folder / f"{number // 100:03}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"page-{number:06}.txt").write_text(a_page(number, chance), encoding="utf-8")
    return folder


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
