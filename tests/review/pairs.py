"""For each rule, courses that break it and courses that do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .base import CHECK, FACTS, FILES, GLOSSARY, SOURCES, UNIT, section, swap, unit

Files = Mapping[str, str]
LONG = "Lists leak, and the people on them pay for it when nobody looks. "
HARD = (
    "Institutional arrangements characterised by insufficient interoperability systematically undermine accountability considerations, "
    "notwithstanding organisational declarations emphasising participatory methodologies throughout implementation. "
)
PRIVATE = {
    SOURCES: FILES[SOURCES].replace("year = {2021},", "year = {2021},\n  url = {https://paper.example/page},\n  unlinked = {a name},")
}
IN_PART_1 = unit('number: "0.2"', 'number: "1.2"')[UNIT]
ARGUES = IN_PART_1.replace("## What this means", "## What we do not know\n\nWho wrote the list.\n\n## What this means")
UNREAD = {SOURCES: FILES[SOURCES] + "\n@misc{three2022,\n  title = {Unread},\n  howpublished = {The Hague Post},\n  year = {2022},\n}\n"}


@dataclass(frozen=True)
class Pair:
    """What breaks a rule and what, near it, does not."""

    breaks: tuple[Files, ...]
    holds: tuple[Files, ...]


def _option(text: str) -> Files:
    return swap(CHECK, "A neighbour is curious", text)


def _advice(told: str) -> Files:
    """The unit with one act that rests on a contested fact, and another paragraph in its section."""
    act = "2. **Warn early (a week).** *Supported by* the clerks in Mosul {cite}`both-01`."
    return {UNIT: section(told)[UNIT].replace(act, "2. **Warn early (a week).** Safety was given {cite}`fought-01`.")}


def _disputed(record: str) -> Files:
    return {FACTS: FILES[FACTS].replace(", contested_by: [fought-02]", "").replace("contested}", f"contested{record}}}")}


PAIRS = {
    "R101": Pair(
        (
            section("In 2015 the office closed."),
            section("Some 54 people were killed."),
            section("Seventy-eight activities came to nothing."),
            section("Hundreds of clerks went home."),
            section("The elders of Tikrit left."),
            section("| Place | What |\n|---|---|\n| Tikrit | Closed in 2015 |"),
            section("The office closed in 2015. Staff left. Doors shut. People waited {cite}`both-01`."),
            unit("A clerk waits in the corridor.", "A clerk waited in Tikrit in 2015."),
        ),
        (
            section("In 2015 the office closed {cite}`both-01`."),
            section("The office closed in 2015. Staff left. People waited {cite}`both-01`."),
            section("The office closed {cite}`both-01`. In 2014 that was rare {cite}`both-01`. So 2014 stays in mind."),
            section("Some 54 were killed, we read, and 60 left."),
            section("Ask 20 people in Tikrit what they saw in 2015."),
            section("Did Tikrit lose 54 people in 2015?"),
            section("What happened in 2015 is told in {doc}`the same page </chapters/part-0/one>`."),
            section('"In 2015 we lost 54 in Tikrit," reads a note.'),
            section("Take invented numbers. Of 1,000 people, 20 went back."),
            section("| Place | What |\n|---|---|\n| Tikrit, 2015 | Closed {cite}`both-01` |"),
            section("Two years stand out, 2014 and 2015:\n\n- the first {cite}`both-01`;\n- the second {cite}`both-01`."),
            unit("A clerk waits in the corridor.", "Forty people wait behind her for 90 minutes."),
        ),
    ),
    "R102": Pair((UNREAD | section("Lists leak {cite}`three2022`."),), (UNREAD | section("Lists leak {cite}`one2020`."),)),
    "R103": Pair((UNREAD,), ({},)),
    "R104": Pair((swap(GLOSSARY, "said-01, ", ""),), ({},)),
    "R105": Pair(
        (unit("as_of: 2026-02", "as_of: 2024-07"),),
        (unit("as_of: 2026-02", "as_of: 2024-08"),),
    ),
    "R106": Pair(
        (_advice("Lists leak, and people pay for it."),),
        (_advice("It was broken {cite}`fought-02`."), _advice("Safety was given, but not to all {cite}`fought-01`.")),
    ),
    "R107": Pair(
        (section("Safety was given {cite}`fought-01`."), section("Safety was given {cite}`fought-01 one2020`.")),
        (
            section("Safety was given {cite}`fought-01`. It was broken {cite}`fought-02`."),
            section("Safety was given {cite}`fought-01`, but not to all."),
            section("Safety was given {cite}`fought-01`.\n\nIt was broken {cite}`fought-02`."),
        ),
    ),
    "R108": Pair(
        (_disputed(""),),
        ({}, _disputed(", dispute: Clerks deny it"), _disputed(", comment: Clerks deny it")),
    ),
    "R109": Pair(
        (
            section("Nobody knows what became of them."),
            section("There is no evidence that it works."),
            section("No study shows an effect."),
            _option("It has never been tested"),
        ),
        (section("Our sources do not say what became of them."), section('"Nobody knows", she said.'), section("Nobody knew the clerk.")),
    ),
    "R110": Pair(
        (section("Our sources are few. Our reading is slow. We found no list. The scene is invented."),),
        (
            section("Our sources are few. Our reading is slow. We found no list."),
            section('"Invented", "invented", "invented", "invented".'),
        ),
    ),
    "R111": Pair((section("According to Ost, it is so. " * 4),), (section("According to Ost, it is so. " * 3),)),
    "R201": Pair((section(HARD * 30),), (section(LONG * 30), section(f'"{HARD}" ' * 4))),
    "R202": Pair(({UNIT: IN_PART_1},), ({UNIT: IN_PART_1.replace("Lists leak, and people pay for it.", LONG * 80)}, {})),
    "R203": Pair(
        (section("They asked for tawba."), section("They asked for tawba, and {word}`tawba` it was."), section("It is a lock-in.")),
        (section("They asked for {word}`tawba`, and tawba it was."), section("They asked for repentance."), section('"Tawba", it read.')),
    ),
    "R204": Pair((section("They feared the hisba and its men."),), (section("They feared the hisba, its morality police."),)),
    "R205": Pair((unit("minutes: 2", "minutes: 10"),), ({},)),
    "R301": Pair(
        (
            section("ISIS families came to the gate."),
            section("A jihadi bride came."),
            section("They were brainwashed."),
            section("They behaved like animals."),
            section("She is a sleeper."),
            section("The contest is over hearts and minds."),
            _option("The cubs are back"),
            swap(GLOSSARY, "Turning back.", "What terrorist wives say."),
        ),
        (
            section('Never write "ISIS families", nor *jihadi bride*.'),
            section("Cells slept; sleeper cells, they said."),
            section("The contest is over hearts and minds, and over stomachs."),
            section("Their animals died."),
            swap(GLOSSARY, "plain: Turning back.", "plain: Turning back., avoid: Terrorist wives."),
        ),
    ),
    "R302": Pair(
        (
            section("Muslims are patient."),
            section("Here, Islam teaches mercy."),
            section("In such places tribes always wait."),
            section("In the end Sunnis want safety."),
            _option("All Sunnis left"),
        ),
        (
            section("Many Muslims are patient."),
            section("A preacher said that his Islam had mercy."),
            section("Some tribes waited."),
            section("The Sunnis whom they met wanted safety."),
            section('"Muslims are patient", reads the poster.'),
        ),
    ),
    "R303": Pair(
        (
            section("See [the files](https://jihadology.net/files)."),
            section("See t.me/channel for more."),
            _option("Look at https://archive.org/details/film"),
            swap(SOURCES, "year = {2020},", "year = {2020},\n  url = {https://www.aymennjawad.org/1},"),
        ),
        (
            section("See [the report](https://www.hrw.org/report)."),
            section("See [the report](https://hrw.org/jihadology.net)."),
            swap(SOURCES, "year = {2020},", "year = {2020},\n  url = {https://www.hrw.org/1},"),
        ),
    ),
    "R304": Pair(
        (
            section("They used ammonium nitrate."),
            section("A film shows how to build a bomb."),
            section("Write to @somebody99."),
            _option("Call +964 770 123 4567"),
        ),
        (section("They used explosives."), section("The course shows how to build a team."), section("Call the office.")),
    ),
    "R305": Pair(
        (
            section("Imagine you are a recruiter."),
            section("Whom would you recruit first?"),
            section("Put yourself in the emir's place."),
            _option("Design a recruitment campaign"),
        ),
        (
            section("You are never asked to act as a recruiter, nor to imagine you are the group."),
            section("Whom would you protect first?"),
            section("Imagine you are a case manager."),
        ),
    ),
    "R306": Pair(
        (
            PRIVATE | section("See [the page](https://www.paper.example/page)."),
            PRIVATE | section("See https://paper.example/page."),
        ),
        (PRIVATE | section("See [the paper](https://paper.example/)."), PRIVATE | section("A second study {cite}`two2021`.")),
    ),
    "R401": Pair((unit("```{objectives}\n```\n", ""),), ({},)),
    "R402": Pair((unit(":class: vignette\n", ""),), ({}, {UNIT: FILES[UNIT].replace(":class: vignette\n", "").replace('"0.2"', '"0.1"')})),
    "R403": Pair(
        (unit("## What this means for our offer", "## In the end"),),
        ({}, {UNIT: FILES[UNIT].replace("## What this means for our offer", "## In the end").replace('"0.2"', '"0.4"')}),
    ),
    "R404": Pair(
        (
            unit("*Fails* without money.", ""),
            unit("2. **Warn early (a week).** *Supported by* the clerks in Mosul {cite}`both-01`. *Fails* without money.\n", ""),
            unit("*Supported by* the clerks in Mosul {cite}`both-01`. *Fails* without money.", "*Fails* without money."),
            {UNIT: ARGUES},
        ),
        (
            {},
            unit(
                "*Supported by* the clerks in Mosul {cite}`both-01`. *Fails* without money.", "Clerks were {cite}`both-01`. No use alone."
            ),
            {UNIT: ARGUES.replace("(a day)", "(Monday)").replace("(a week)", "(Monday)").replace("(a year)", "(Monday)")},
        ),
    ),
    "R405": Pair(
        ({UNIT: ARGUES.replace("## What we do not know\n\nWho wrote the list.\n\n", "")},),
        ({UNIT: ARGUES}, {}),
    ),
    "R406": Pair(
        (
            section("| A | B | C | D |\n|---|---|---|---|\n| a | b | c | d |"),
            section(f"| A | B |\n|---|---|\n| a | {'word ' * 13} |"),
        ),
        (section(f"| A | B | C |\n|---|---|---|\n| a | b | {'word ' * 12} |"),),
    ),
    "R601": Pair((section("They recieve a list."), _option("A neigbour is curious")), (section("They receive a list."),)),
    "R602": Pair(
        (section("The organization has a program."), _option("Odd behavior")),
        (section("The organisation met the International Organization for Migration."), section('"A program", it said.')),
    ),
    "R901": Pair(
        (section("% review: allow R301 because\nISIS families came."), swap(CHECK, "items:", "# review: allow R301\nitems:")),
        (section("% review: allow R301 because a form says so\nISIS families came."),),
    ),
    "R902": Pair(
        (section("% review: allow R301 because a form says so\nFamilies came."),),
        (section("% review: allow R301 because a form says so\nISIS families came."),),
    ),
    "R903": Pair(
        (section("% review: allow R999 because a form says so\nFamilies came."),),
        (section("% review: allow language-loaded because a form says so\nISIS families came."),),
    ),
}
