"""What explorers over a model share: controls and notes from their data file, and one warning for them all."""

from __future__ import annotations

from typing import Generic, TypeVar

from counteroffer.course.model_pages import Choice, ModelPage, Scale
from counteroffer.figures.explorer import Control, Explorer, Note, Remark
from counteroffer.language import ENGLISH, Language, message

D = TypeVar("D", bound=ModelPage)

ILLUSTRATE = message("Numbers illustrate, they do not predict.")
_CAUTION = message("The numbers are invented. They show an idea and predict nothing.")
_WHY = message(
    "The people, places and rates here are invented so that an idea can be seen. They are no programme’s figures, and no forecast for yours."
)


class ModelExplorer(Explorer, Generic[D]):
    """An explorer whose pictures are drawn from a function of `models` and the numbers of a data file."""

    def __init__(self, data: D, language: Language = ENGLISH) -> None:
        self.data, self.language = data, language
        _ = language.gettext
        self.id, self.title, self.question = data.explorer, data.title, data.question
        self.caution = language.say(_CAUTION)
        self.notes = (
            Note(_("What it assumes"), tuple(map(Remark, data.assumptions))),
            Note(_("What it leaves out"), tuple(map(Remark, data.leaves_out))),
            Note(language.say(ILLUSTRATE), (Remark(language.say(_WHY)),)),
            Note(_("What it suggests for our offer"), tuple(Remark(one.text, tuple(one.cite)) for one in data.suggests)),
            Note(_("How the numbers are made"), (Remark(data.model, tuple(data.cite)),)),
        )

    def state(self) -> str:
        """The data file as JSON, but for the words that stand beside the picture."""
        return self.data.model_dump_json(exclude={"question", *ModelPage.model_fields} - {"explorer", "title"})


def control(name: str, data: Choice | Scale) -> Control:
    """The control called `name`: a scale is a slider."""
    choices = tuple((one.id, one.label) for one in data.settings)
    return Control(name, data.label, choices, data.start, "slider" if isinstance(data, Scale) else "choice")
