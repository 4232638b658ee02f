"""Every frame of every explorer: it can be read on a phone, heard by somebody who cannot see it, and is not told by colour alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon
from tests.figures.sheets import texts_of

from counteroffer.course import Catalogue
from counteroffer.course.explorer_data import TOLD
from counteroffer.course.explorers import MODELS
from counteroffer.course.model_pages import Limbo, ModelPage
from counteroffer.course.phase_map import PhaseMap
from counteroffer.figures.colours import PAPER, ROLES
from counteroffer.figures.decisive_minority import DecisiveMinorityExplorer
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Explorer, Setting
from counteroffer.figures.kept import folder_of, frames_of
from counteroffer.figures.limbo import LimboExplorer
from counteroffer.figures.model_page import ILLUSTRATE, ModelExplorer
from counteroffer.figures.palette import STYLE
from counteroffer.figures.phase_map import PhaseMapExplorer
from counteroffer.figures.window_design import WindowExplorer

MOST_SETTINGS = 60
PAGES = sorted(name for name, model in MODELS.items() if issubclass(model, ModelPage))


def drawn(explorer: Explorer, setting: Setting, among: list[Setting] | None = None) -> Figure:
    with matplotlib.rc_context(STYLE):
        return explorer.draw(setting, among)


def boxes_of(figure: Figure) -> list[FancyBboxPatch]:
    return [one for one in figure.artists if isinstance(one, FancyBboxPatch)]


def marks(figure: Figure) -> int:
    """How much there is on a picture."""
    return len(figure.artists)


def lines_of(figure: Figure) -> list[PathPatch]:
    return [one for one in figure.artists if isinstance(one, PathPatch)]


@pytest.fixture(scope="module", params=sorted(MODELS))
def explorer(request: pytest.FixtureRequest, course: Catalogue) -> Explorer:
    return explorers(course)[request.param]


def test_the_course_has_data_and_a_figure_for_every_explorer(course: Catalogue) -> None:
    assert sorted(explorers(course)) == sorted(MODELS) == sorted(course.explorers)
    assert len(PAGES) == 4


def test_controls_offer_few_settings_and_start_with_one_of_them(explorer: Explorer) -> None:
    assert 2 <= len(explorer.settings()) <= MOST_SETTINGS
    assert explorer.start() in explorer.settings()
    names = [explorer.name(setting) for setting in explorer.settings()]
    assert len(set(names)) == len(names)


def test_every_frame_is_said(explorer: Explorer) -> None:
    for setting in explorer.settings():
        sentence = explorer.sentence(setting)
        assert sentence.endswith("."), sentence
        assert len(sentence) > 40, sentence
        assert not re.search(r"\b1 (people|others|days|weeks|months)\b|\bnan\b|-\d|  |\bnobody are\b|\.\.|, [A-Z]", sentence), sentence
        assert explorer.brief(setting) in sentence
        assert not re.search(r", [A-Z]", explorer.name(setting)) or explorer.id in PAGES, "a capital in the middle of a phrase"


def test_every_frame_is_named_and_drawn_in_the_roles(explorer: Explorer, course: Catalogue) -> None:
    frames = frames_of(explorer, folder_of(course.root))
    assert [frame.setting for frame in frames] == explorer.settings()
    for frame in frames:
        assert f'role="img" aria-label="{explorer.title} {frame.name}."' in frame.svg
        assert {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", frame.svg)} <= set(ROLES)
        assert not re.search(r'(?:fill|stroke)="#', frame.svg), "a colour is not a custom property"
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', frame.svg)]
        assert len(sizes) == frame.svg.count("<text") > 5
        assert min(sizes) >= (9 if explorer.wide else 11)
        assert 'viewBox="0 0 342 ' in frame.svg
        for name in re.findall(r' id="([^"]+)"', frame.svg):
            assert name.startswith("-".join((explorer.id, *frame.setting.values()))), "two frames on a page would share an id"
    assert "<style" not in frames[0].svg, "a stylesheet in a picture reaches the whole page"


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_picture_does_not_jump_and_no_text_lies_on_another(name: str, course: Catalogue) -> None:
    explorer, sizes = explorers(course)[name], set()
    for setting in explorer.settings():
        with matplotlib.rc_context(STYLE):
            figure = explorer.draw(setting)
            renderer = FigureCanvasAgg(figure).get_renderer()
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts_of(figure)]
        wide, tall = figure.bbox.width, figure.bbox.height
        sizes.add((wide, tall))
        for index, (words, box) in enumerate(boxes):
            assert -1 <= box.x0 <= box.x1 <= wide + 1, (setting, words)
            assert -1 <= box.y0 <= box.y1 <= tall + 1, (setting, words)
            for others, other in boxes[index + 1 :]:
                across = min(box.x1, other.x1) - max(box.x0, other.x0)
                down = min(box.y1, other.y1) - max(box.y0, other.y0)
                assert across <= 0 or down <= 1, f"{setting}: {words!r} lies on {others!r}"
    assert len(sizes) == 1


def test_no_line_runs_through_a_word_of_the_phase_map(course: Catalogue) -> None:
    explorer = explorers(course)["phase-map"]
    for setting in explorer.settings():
        figure = drawn(explorer, setting)
        renderer = FigureCanvasAgg(figure).get_renderer()
        boxes = {text.get_text(): text.get_window_extent(renderer).shrunk(0.98, 0.7) for text in texts_of(figure)}
        for line in lines_of(figure):
            path = line.get_path().transformed(line.get_transform())
            crossed = [words for words, box in boxes.items() if np.size(path.vertices) > 2 and path.intersects_bbox(box, filled=False)]
            assert not crossed, (setting, crossed)


def test_waits_have_one_scale_in_all_pictures(course: Catalogue) -> None:
    explorer = explorers(course)["limbo"]
    assert isinstance(explorer, LimboExplorer)
    widths: dict[float, float] = {}
    for setting in explorer.settings():
        line = explorer.line(setting)
        bars = [one.get_width() for one in boxes_of(drawn(explorer, setting, [setting])) if one.get_height() == 11]
        [widths[line.wait]] = bars
    for wait, width in widths.items():
        assert width == pytest.approx(min(max(54 * wait, 2), 216)), "54 units a month, up to four months"


def test_days_of_a_window_have_one_scale_in_all_pictures(course: Catalogue) -> None:
    explorer = explorers(course)["window-design"]
    assert isinstance(explorer, WindowExplorer)
    scales = set()
    for setting in explorer.settings():
        [rush, *_columns] = [one for one in drawn(explorer, setting).artists if isinstance(one, Polygon)]
        run = explorer.course(setting)
        most = np.diff(run.arrived)[: run.days].max()
        scales.add(round(rush.get_extents().height / float(most), 4))
    assert len(scales) == 1


def test_a_frame_keeps_back_what_was_not_told(course: Catalogue) -> None:
    found = explorers(course)
    for name in ("phase-map", "limbo", "window-design"):
        explorer = found[name]
        for setting in explorer.settings():
            alone, all_told = drawn(explorer, setting, [setting]), drawn(explorer, setting)
            assert marks(alone) < marks(all_told), (name, setting)
            assert len(boxes_of(alone)) <= len(boxes_of(all_told))
    window = found["window-design"]
    first = window.start() | {"days": "7"}
    said = {text.get_text() for text in texts_of(drawn(window, first, [first]))}
    assert "211" in said
    assert not said & {"279", "268", "145", "79"}, "what other lengths lead to"


def test_a_key_names_what_is_drawn_and_nothing_else(course: Catalogue) -> None:
    found = explorers(course)
    town, queue = found["decisive-minority"], found["limbo"]
    assert isinstance(town, DecisiveMinorityExplorer)
    assert isinstance(queue, LimboExplorer)
    for setting in town.settings():
        rounds, protected = town.rounds(setting), town.protected(setting)
        said = {text.get_text() for text in texts_of(drawn(town, setting))}
        assert ("goes along; the number is the round" in said) == bool((rounds > 0).any())
        assert ("protected by us" in said) == bool(protected)
        assert ("does not go along" in said) == bool((rounds == 0).sum() > len(protected))
        assert ("watch one another" in said) == (setting["crowd"] in ("quarters", "steadier"))
        assert any("draws by lot" in words for words in said) == bool(protected), "without anybody protected no lot is drawn"
    for setting in queue.settings():
        said = {text.get_text() for text in texts_of(drawn(queue, setting))}
        for number, words in zip(
            queue.count(setting), ("find a place at once", "wait, then get in", "give up before their turn"), strict=True
        ):
            assert (words in said) == bool(number)


def test_kinds_of_people_differ_by_shape(course: Catalogue) -> None:
    screening = explorers(course)["screening"]
    shapes = {
        (round(line.get_linewidth(), 2), line.get_capstyle(), line.get_edgecolor() == to_rgba(PAPER))
        for line in lines_of(drawn(screening, screening.start()))
        if line.get_linestyle() != "solid" and line.get_linewidth() < 6
    }
    # a square, the white in a hollow one, a circle, dots here and in the key
    assert len(shapes) >= 4


def test_frames_that_are_told_are_offered_and_name_their_rows(course: Catalogue) -> None:
    for name, explorer in explorers(course).items():
        settings = [explorer.start() | frame.setting for frame in course.explorers[name].frames]
        assert all(setting in explorer.settings() for setting in settings)
        assert len({tuple(setting.items()) for setting in settings}) == TOLD
    coding = course.explorers["phase-map"]
    assert isinstance(coding, PhaseMap)
    for frame, rows in ((coding.frames[0], coding.audiences), (coding.frames[2], coding.instruments)):
        assert all(row.label.lower() in frame.words for row in rows)


@pytest.mark.parametrize("name", PAGES)
def test_a_model_page_says_what_it_must(name: str, course: Catalogue) -> None:
    explorer, data = explorers(course)[name], course.explorers[name]
    assert isinstance(explorer, ModelExplorer)
    assert isinstance(data, ModelPage)
    heads = [note.head for note in explorer.notes]
    assert heads.count(ILLUSTRATE.text) == 1
    assert ILLUSTRATE.text == "Numbers illustrate, they do not predict."
    said = [remark.text for note in explorer.notes for remark in note.remarks]
    for text in (*data.assumptions, *data.leaves_out, *(one.text for one in data.suggests), data.model):
        assert text in said
    assert explorer.question == data.question
    assert all(remark.cite for note in explorer.notes for remark in note.remarks if note.head == "What it suggests for our offer")
    assert not [key for key in data.cite if key not in course.sources], "a model comes from a source"


def test_only_what_is_drawn_changes_the_state(course: Catalogue) -> None:
    page = course.explorers["limbo"]
    assert isinstance(page, Limbo)
    assert LimboExplorer(page.model_copy(update={"model": "Otherwise."})).state() == LimboExplorer(page).state()
    assert LimboExplorer(page.model_copy(update={"stay": 5.0})).state() != LimboExplorer(page).state()
    coding = course.explorers["phase-map"]
    assert isinstance(coding, PhaseMap)
    assert PhaseMapExplorer(coding).state() != PhaseMapExplorer(coding.model_copy(update={"title": "Another?"})).state()


def test_making_explorers_does_not_load_matplotlib() -> None:
    code = "import sys, counteroffer.figures.every_explorer; sys.exit('matplotlib' in sys.modules)"
    source = Path(__file__).parents[2] / "src"
    assert subprocess.run([sys.executable, "-c", code], cwd=source, check=False).returncode == 0
