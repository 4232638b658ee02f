"""What a reader learns of a bank without its subject: the word counter, leaning words and traits, shapes of keys."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from counteroffer.course.items import Check, Item
from counteroffer.course.marking import expected_random
from counteroffer.review.items import cue_figures
from counteroffer.review.items.counter import LIMIT, counts, telling_words
from counteroffer.review.items.flaw import Placed, bank
from counteroffer.review.items.parallel import leaning, traits
from counteroffer.review.items.resample import interval
from counteroffer.review.items.shapes import eliminable, key_counts, permuted, thoughtless
from counteroffer.review.report import review_manuscript
from tests.review.base import CHECK, manuscript

from .labelled import read_item

PLACES = ("the mill", "the ford", "the hall", "the well", "the barn", "the kiln", "the dock", "the gate")
FILES = 4


def spread(items: Sequence[Item]) -> list[Placed]:
    """Items dealt out to files in turn."""
    files = [Check(check=f"file-{n}", title="Made", items=list(items[n::FILES])) for n in range(FILES)]
    return list(bank(files))


def single(number: int, key: str, *others: str) -> Item:
    """An item whose options name places of their own, so that nothing but `key` and `others` comes again."""
    texts = [f"{text} {PLACES[(number + i) % len(PLACES)]}" for i, text in enumerate((key, *others))]
    texts[0] = f"+ {texts[0]}"
    turn = number % len(texts)
    return read_item(
        {"id": f"made-{number}", "kind": "single", "stem": "Where does the letter lie?", "options": texts[turn:] + texts[:turn]}
    )


def even(number: int = 32) -> list[Item]:
    return [single(n, "A letter lies at", "A letter lies at", "A letter lies at") for n in range(number)]


def cued(number: int = 32) -> list[Item]:
    return [
        single(n, "A letter lies at", "A letter, since it rained, lies at", "A letter, since it snowed, lies at") for n in range(number)
    ]


def judgement(number: int, *acts: str) -> Item:
    return read_item({"id": f"judged-{number}", "kind": "judgement", "stem": "How well can each be defended?", "options": list(acts)})


def matching(number: int, pairs: Sequence[tuple[str, str]], extra: Sequence[str] = ()) -> Item:
    entry = {"id": f"matched-{number}", "kind": "matching", "stem": "What goes with what?", "pairs": [list(pair) for pair in pairs]}
    return read_item(entry | ({"extra": list(extra)} if extra else {}))


def multiple(number: int, *options: str) -> Item:
    return read_item({"id": f"several-{number}", "kind": "multiple", "stem": "Which belong?", "options": list(options)})


def test_a_word_of_distractors_gives_every_single_away() -> None:
    (found,) = counts(spread(cued()))
    assert (found.kind, found.items, found.mark) == ("single", 32, 1.0)
    assert found.chance == pytest.approx(1 / 3)
    assert found.low > LIMIT
    assert len(found.solved) == 32


def test_a_bank_without_cues_gives_the_counter_chance() -> None:
    (found,) = counts(spread(even()))
    assert found.low <= 0 < LIMIT, "an interval that holds chance"
    assert found.ahead < LIMIT


def test_the_same_bank_gives_the_same_figures() -> None:
    assert counts(spread(cued(20) + even(20))) == counts(spread(cued(20) + even(20)))


def test_what_a_file_says_is_no_help_in_that_file() -> None:
    """Each file has a cue of its own, which is learned nowhere else: cross-validation by file earns nothing by it."""
    words = (("salt", "iron", "clay"), ("corn", "rice", "oats"), ("wool", "silk", "felt"), ("lead", "gold", "zinc"))
    files = [
        Check(
            check=f"file-{n}", title="Made", items=[single(n * 8 + i, *(f"One {word} letter lies at" for word in named)) for i in range(8)]
        )
        for n, named in enumerate(words)
    ]
    (found,) = counts(list(bank(files)))
    assert found.mark < 0.6
    (mixed,) = counts(spread([item for file in files for item in file.items]))
    assert mixed.mark == 1.0, "dealt out over the files, the same cues give everything away"


def test_judgement_matching_and_multiple_have_counters_of_their_own() -> None:
    judged = [
        judgement(n, f"4 Ask at {PLACES[n % 8]}", f"2 Wait at {PLACES[(n + 1) % 8]}", f"1 Shout at {PLACES[(n + 2) % 8]}")
        for n in range(24)
    ]
    matched = [matching(n, [(f"{a} of {n}", f"over {a}") for a in ("salt", "corn", "wool", "lead")]) for n in range(24)]
    several = [
        multiple(n, f"+ Both {PLACES[n % 8]}", f"+ Both {PLACES[(n + 3) % 8]}", f"One {PLACES[(n + 1) % 8]}", f"One {n}") for n in range(24)
    ]
    found = {one.kind: one for one in counts(spread([*judged, *matched, *several]))}
    assert {kind: one.mark for kind, one in found.items()} == {"multiple": 1.0, "judgement": 1.0, "matching": 1.0}
    assert found["judgement"].chance == pytest.approx(float(expected_random(judged[0])))


def test_one_file_teaches_nothing_about_another() -> None:
    assert counts(list(bank([Check(check="alone", title="Made", items=cued())]))) == []


def test_words_that_tell_are_named() -> None:
    keys, others = telling_words(spread(cued()))
    assert "since" in others
    assert "since" not in keys
    (lean, *_) = leaning(spread(cued()))
    assert (lean.keys, lean.others) == (0, 64)
    assert "since" in {one.word for one in leaning(spread(cued()))}
    assert leaning(spread(even())) == []


def test_a_word_that_few_options_say_proves_nothing() -> None:
    assert leaning(spread(cued(4))[:2]) == []


def test_reasons_in_distractors_alone_are_a_trait_that_leans() -> None:
    found = {one.name: one for one in traits(spread(cued()))}
    reason = next(one for name, one in found.items() if name.startswith("a reason"))
    assert (reason.keys, reason.others, reason.leans) == (0, 1, True)
    assert next(one for name, one in found.items() if name.startswith("length")).leans
    assert not any(one.leans for one in traits(spread(even())))


def test_an_interval_resamples_files_and_not_items() -> None:
    alike = interval([1.0, 0.0] * 20, [f"file-{n // 2}" for n in range(40)])
    assert alike == (0.5, 0.5), "every file has the same mean"
    low, high = interval([1.0] * 20 + [0.0] * 20, ["one"] * 20 + ["other"] * 20)
    assert (low, high) == (0.0, 1.0)


def test_shapes_of_keys_are_counted() -> None:
    items = [multiple(1, "+ One", "Two", "Three"), multiple(2, "+ One", "+ Two", "Three"), multiple(3, "+ One", "+ Two", "Three")]
    assert key_counts(items) == {1: 1, 2: 2}
    once, free = judgement(1, "4 One", "3 Two", "2 Three", "1 Four"), judgement(2, "4 One", "4 Two", "2 Three", "1 Four")
    assert permuted([once, free]) == [once]
    pairs = [("salt", "sea"), ("corn", "field"), ("wool", "sheep")]
    bare, spare = matching(1, pairs), matching(2, pairs, ["moon"])
    assert eliminable([bare, spare]) == [bare]


def test_no_constant_answer_earns_anything() -> None:
    items = [
        judgement(1, "4 One", "4 Two", "1 Three"),
        matching(1, [("a1", "b1"), ("a2", "b2"), ("a3", "b3")]),
        multiple(1, "+ One", "Two", "Three"),
    ]
    assert thoughtless([*items, *even(1)]) == dict.fromkeys(("judgement", "matching", "multiple"), Fraction(0))


OPTION = "  - {{id: n{id}, text: {text}, {key}feedback: The reason for it is {id}., cite: [both-01]}}"


def _check(name: str, body: Sequence[str]) -> str:
    head = [f"check: {name}", "title: One"] + (["scenario: Letters came."] if name != "one" else [])
    return "\n".join([*head, "items:", *body]) + "\n"


def _choice(number: int, kind: str, texts: Sequence[str], unit: str) -> list[str]:
    lines = [
        f"- id: item-{number}",
        f"  kind: {kind}",
        "  objectives: [CO1.a]",
        "  level: apply",
        "  stem: Which letter came?",
        "  options:",
    ]
    lines[4:4] = [f"  unit: {unit}"] if unit else []
    for place, text in enumerate(texts):
        key = "key: true, " if text.startswith("+ ") else ""
        said = f'"{text.removeprefix("+ ")} of {PLACES[(number + place) % 8]}"'
        lines.append(OPTION.format(id=f"{number}-{place}", text=said, key=key))
    return lines


def _broken(root: Path, files: dict[str, list[str]]) -> set[str]:
    written = {CHECK if name == "one" else f"exercises/checks/{name}.yml": _check(name, body) for name, body in files.items()}
    report = review_manuscript(manuscript(root, written), "items")
    wanted = {"word-counter", "words-lean", "options-unparallel", "key-count", "ratings-permuted", "match-by-elimination"}
    return wanted & {one.code.split()[1] for one in report.diagnostics}


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("+ A letter", "A letter since noon", "A letter since dawn"), {"word-counter", "words-lean", "options-unparallel"}),
        (("+ A letter", "A letter", "A letter"), set()),
    ],
)
def test_a_bank_with_a_cue_breaks_the_rules_of_the_bank(tmp_path: Path, options: Sequence[str], found: set[str]) -> None:
    files: dict[str, list[str]] = {"one": [], "two": []}
    for n in range(24):
        turned = [*options[n % 3 :], *options[: n % 3]]
        files[("one", "two")[n % 2]] += _choice(n, "single", turned, "" if n % 2 == 0 else "one")
    assert _broken(tmp_path, files) == found


@pytest.mark.parametrize(("varied", "found"), [(False, {"key-count"}), (True, set())])
def test_a_number_of_keys_that_never_varies_is_found(tmp_path: Path, varied: bool, found: set[str]) -> None:
    files: dict[str, list[str]] = {"one": []}
    for n in range(10):
        keys = n % 3 + 1 if varied else 2
        files["one"] += _choice(n, "multiple", [("+ A letter" if (place + n) % 4 < keys else "A letter") for place in range(4)], "")
    assert _broken(tmp_path, files) == found


@pytest.mark.parametrize(("ratings", "found"), [((4, 3, 2, 1), {"ratings-permuted"}), ((4, 4, 2, 1), set())])
def test_ratings_that_come_once_each_are_found(tmp_path: Path, ratings: Sequence[int], found: set[str]) -> None:
    lines = _choice(1, "judgement", ["A letter"] * 4, "")
    for place, rating in enumerate(ratings):
        lines[5 + place + 1] = lines[5 + place + 1].replace("feedback:", f"defensibility: {rating}, feedback:")
    assert _broken(tmp_path, {"one": lines}) == found


@pytest.mark.parametrize(("extra", "found"), [(False, {"match-by-elimination"}), (True, set())])
def test_pairs_without_a_side_to_spare_are_found(tmp_path: Path, extra: bool, found: set[str]) -> None:
    lines = [
        "- id: item-1",
        "  kind: matching",
        "  objectives: [CO1.a]",
        "  level: apply",
        "  stem: Which letter came from where?",
        "  pairs:",
    ]
    pair = "  - {{id: l{0}, left: Letter {0}, right_id: r{0}, right: Of {1}, feedback: The reason is {1}., cite: [both-01]}}"
    lines += [pair.format(n, place) for n, place in enumerate(PLACES[:3])]
    lines += ["  extra:", "  - {id: spare, text: Of nobody, feedback: It came from none., cite: [both-01]}"] if extra else []
    assert _broken(tmp_path, {"one": lines}) == found


def test_figures_name_what_gives_a_bank_away() -> None:
    files = [Check(check=f"file-{n}", title="Made", items=cued()[n::FILES]) for n in range(FILES)]
    said = "\n".join(cue_figures.lines(files))
    assert "the 32 single items that its words give away: made-0, made-4" in said
    assert "100.0%    33.3%   +66.7%" in said
    assert "“since” 0:64" in said
    assert "a reason (because, since …): 0% of keys, 100% of others  ← leans" in said
