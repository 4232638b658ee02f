"""The paper form of a page: what can be answered becomes what can be read and written beside, and answers go to the page's end.

It is made from the same HTML that a browser gets, and is XHTML: no script, no form, no key beside its question.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from counteroffer.language import Language

# Names that HTML forgets the capitals of, and XML does not.
_CAPITALS = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "clipPath", "clipPathUnits", "linearGradient", "radialGradient", "gradientUnits"),
        *("gradientTransform", "patternUnits", "patternTransform", "markerWidth", "markerHeight", "refX", "refY", "textLength"),
    )
}
_GONE = "script, input, button, select, textarea, template, .co-filters, .co-controls, .co-noscript, .co-name"
# What stands for a control or a fold on paper.
_PLAIN = {"form": "div", "fieldset": "div", "label": "span", "legend": "p", "details": "div", "summary": "p", "dialog": "div"}
_CLASSES = {"legend": "co-question-text", "summary": "co-fold"}
_DROPPED = ("autocomplete", "disabled", "for", "hidden", "name", "tabindex")


def paper(html: str, language: Language) -> str:
    """The body of a page as it stands on paper, as XHTML."""
    soup = BeautifulSoup(html, "html.parser")
    _more(soup, language)
    for tag in soup.select(_GONE):
        tag.decompose()
    _key(soup, language)
    for tag in soup.find_all():
        _plain(tag)
    for svg in soup.find_all("svg"):
        _capitals(svg)
    return str(soup.decode(formatter="minimal"))


def _more(soup: BeautifulSoup, language: Language) -> None:
    """Of a picture with many settings the first few are enough on paper."""
    for fold in soup.select("details.co-more"):
        summary = fold.find("summary")
        said = soup.new_tag("p")
        shown = summary.get_text() if summary else language.gettext("More")
        said.string = language.gettext("{shown}: in the book for browsers.", shown=shown)
        fold.replace_with(said)


def _key(soup: BeautifulSoup, language: Language) -> None:
    """Gather the answers at the end of the page, each under the words of its question."""
    answers = soup.select("li.co-item details.co-answer")
    if not answers:
        return
    key = soup.new_tag("section", attrs={"class": "co-key", "id": "answers"})
    head = soup.new_tag("h2")
    head.string = language.gettext("Answers")
    key.append(head)
    for number, answer in enumerate(answers, 1):
        item = answer.find_parent("li")
        legend = item.find("legend") if item else None
        asked = soup.new_tag("h3", attrs={"id": f"answer-{number}"})
        asked.string = legend.get_text(" ", strip=True) if legend else str(number)
        link = soup.new_tag("a", attrs={"href": f"#answer-{number}"})
        link.string = language.gettext("Answer")
        place = soup.new_tag("p")
        place.append(link)
        answer.replace_with(place)
        fold = answer.find("summary")
        if fold:
            fold.decompose()
        key.extend([asked, answer])
    soup.append(key)


def _plain(tag: Tag) -> None:
    kind = _CLASSES.get(tag.name)
    if kind:
        tag["class"] = " ".join([*(tag.get_attribute_list("class") if tag.has_attr("class") else []), kind])
    tag.name = _PLAIN.get(tag.name, tag.name)
    for name in list(tag.attrs):
        if name.startswith("data-") or name in _DROPPED or (name == "type" and tag.name != "ol"):
            del tag[name]


def _capitals(svg: Tag) -> None:
    for tag in (svg, *svg.find_all()):
        tag.name = _CAPITALS.get(tag.name, tag.name)
        for name in [name for name in tag.attrs if name in _CAPITALS]:
            tag[_CAPITALS[name]] = tag.attrs.pop(name)
