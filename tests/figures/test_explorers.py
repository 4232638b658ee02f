"""Every frame of every explorer: it can be read on a phone, heard by somebody who cannot see it, and is not told by colour alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from counteroffer.course import Catalogue
from counteroffer.course.explorers import MODELS
from counteroffer.course.model_pages import Limbo, ModelPage
from counteroffer.course.phase_map import PhaseMap
from counteroffer.figures.catalogue import explorers
from counteroffer.figures.explorer import Explorer
from counteroffer.figures.kept import folder_of, frames_of
from counteroffer.figures.limbo import LimboExplorer
from counteroffer.figures.model_page import ILLUSTRATE, ModelExplorer
from counteroffer.figures.palette import STYLE
from counteroffer.figures.phase_map import PhaseMapExplorer
from counteroffer.figures.roles import ROLES

# counted by the second: tracing would double it, and other tests run the same lines
pytestmark = pytest.mark.no_cover

MOST_SETTINGS = 60
PAGES = sorted(name for name, model in MODELS.items() if issubclass(model, ModelPage))


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
        assert not re.search(r"\b1 (people|others|days|weeks|months)\b|\bnan\b|-\d|  ", sentence), sentence


def test_every_frame_is_named_and_drawn_in_the_roles(explorer: Explorer, course: Catalogue) -> None:
    frames = frames_of(explorer, folder_of(course.root))
    assert [frame.setting for frame in frames] == explorer.settings()
    for frame in frames:
        assert f'role="img" aria-label="{explorer.title} {frame.name}."' in frame.svg
        assert {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", frame.svg)} <= set(ROLES)
        assert not re.search(r'(?:fill|stroke)="#', frame.svg), "a colour is not a custom property"
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', frame.svg)]
        assert len(sizes) == frame.svg.count("<text") > 5
        assert min(sizes) >= (11 if explorer.id in PAGES else 9)
        assert 'viewBox="0 0 342 ' in frame.svg
        for name in re.findall(r' id="([^"]+)"', frame.svg):
            assert name.startswith("-".join((explorer.id, *frame.setting.values()))), "two frames on a page would share an id"
    assert "<style" not in frames[0].svg, "a stylesheet in a picture reaches the whole page"


@pytest.mark.parametrize("name", PAGES)
def test_a_model_page_does_not_jump_and_no_text_lies_on_another(name: str, course: Catalogue) -> None:
    explorer, sizes = explorers(course)[name], set()
    for setting in explorer.settings():
        with matplotlib.rc_context(STYLE):
            figure = explorer.draw(setting)
            renderer = FigureCanvasAgg(figure).get_renderer()
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.axes[0].texts]
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


def test_no_word_of_the_phase_map_runs_off_the_sheet(course: Catalogue) -> None:
    explorer = explorers(course)["phase-map"]
    for setting in explorer.settings():
        with matplotlib.rc_context(STYLE):
            figure = explorer.draw(setting)
            renderer = FigureCanvasAgg(figure).get_renderer()
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for axes in figure.axes for text in axes.texts]
        for words, box in boxes:
            assert -1 <= box.x0 <= box.x1 <= figure.bbox.width + 1, (setting, words)


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
    code = "import sys, counteroffer.figures.catalogue; sys.exit('matplotlib' in sys.modules)"
    source = Path(__file__).parents[2] / "src"
    assert subprocess.run([sys.executable, "-c", code], cwd=source, check=False).returncode == 0
