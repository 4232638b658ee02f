"""The sheets of all units: what they print stands alone on paper, says what it announces, and names nothing before it is introduced."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.handouts.argument import Argument, argument
from counteroffer.handouts.piece import Edition, page
from counteroffer.handouts.press import press
from counteroffer.handouts.standing import Block, said, sentences
from counteroffer.handouts.unit_pack import unit_pack
from tests.handouts.drawn import bare

# What a sheet does not print, and what is of no use on paper.
NOT_HERE = re.compile(
    r"\b(?:columns?|tables?(?<!at the table)|charts?|above(?! all| yours)|below|this story|by this account|the next unit)\b", re.IGNORECASE
)
SCREEN = re.compile(r"\b(?:browsers?|this device|on screen|the screen|click|USB|links? to|glossary|explorers?)\b", re.IGNORECASE)
# A step does not begin with what takes something up.
TAKES_UP = re.compile(
    r"(?:He|She|They|His|Her|Their|These|Those(?! who)|Such|Other|Others|But|And|So|Then|Here|The (?:other|first study|other two))\b"
)
# A number of things that a sentence names and does not tell.
COUNTED = re.compile(
    r"(?<!unit's )\b(two|three|four|five|six) (?:\w+ )?(?:things|reasons|ways|questions|tests|moments|kinds|steps|signs|places|parts|views)\b[^.?!:]*$"
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# What a name is, which the sheet says when it first names it.
INTRODUCED = {
    "Goudoumaria": "Niger",
    "Jad'ah": "Iraq",
    "al-Hol": "Syria",
    "Shari'a Institute": "religious school",
    "ISWAP": "affiliate",
    "Albu Nimr": "tribe",
    "LRA": "armed group",
    "AQI": "al-Qaeda in Iraq",
    "UNDP": "UN body",
    "IOM": "migration agency",
    "geologist": "A geologist who worked",
    "eighteen": "leaflets named eighteen|eighteen council workers were threatened",
    "42 people": "presented in public",
    "old warrant": "a man with an old warrant",
}


@pytest.fixture(scope="module")
def told(course: Catalogue) -> dict[str, Argument]:
    """The argument of every unit that has a sheet."""
    found = {front.number: argument(course, chapter) for chapter, front in course.units().values()}
    return {number: one for number, one in found.items() if one.sections}


def plain(markup: Markup | str) -> str:
    return Markup(markup).striptags()  # noqa: S704 (our own HTML, as text)


def lines(one: Argument) -> list[str]:
    """All that a sheet says, a line for each paragraph, entry and step."""
    opening = [part for block in one.opening for part in block.parts]
    return [*map(plain, opening), *(plain(section.says) for section in one.sections), *map(plain, one.acts), *map(plain, one.unknown)]


def test_every_unit_that_argues_has_a_sheet(course: Catalogue, told: dict[str, Argument]) -> None:
    assert set(told) == {front.number for _, front in course.units().values()} - {"0.4"}, (
        "a questionnaire is nothing on paper without its items"
    )
    assert [piece.name[:3] for piece in unit_pack(course).pieces] == list(told)
    for number, one in told.items():
        assert one.opening, number
        assert len(one.sections) >= 3, number
        assert number == "0.1" or (4 <= len(one.acts) <= 5 and all("<b>" in act for act in one.acts)), number
        assert number < "1" or one.unknown, number


def test_the_opening_begins_where_the_unit_does(course: Catalogue, told: dict[str, Argument]) -> None:
    starts = {
        "0.1": "Many people work",
        "1.2": "In October 2017",
        "2.3": "The Islamic State released a film",
        "3.6": "An affiliate is",
        "4.6": "Women came home",
    }
    for number, start in starts.items():
        assert lines(told[number])[0].startswith(start)
    for chapter, front in course.units().values():
        if front.number in told and front.number not in starts:
            body = chapter.path.read_text("utf-8").partition(f"# {chapter.title}")[2]
            first = re.sub(r"\{word\}`([^<`]*?)(?: <[^`]*)?`|\{cite\}`[^`]*`", r"\1", body.strip().partition("\n\n")[0])
            assert bare(lines(told[front.number])[0]) == bare(first), front.number


def test_nothing_is_announced_and_left_out(told: dict[str, Argument]) -> None:
    for number, one in told.items():
        for block, after in zip(one.opening, [*one.opening[1:], None], strict=True):
            whole = plain(block.parts[-1])
            assert not whole.endswith(":") or (after and after.listed), f"{number}: {whole}"
        for text in (*(plain(section.says) for section in one.sections), *map(plain, one.acts), *map(plain, one.unknown)):
            assert not text.endswith(":"), f"{number}: {text}"
            said_here = [part.strip() for part in re.split(r"(?<=[.?!]) (?!\(\d\))|(?=\(\d\))", text)]
            for at, sentence in enumerate(said_here):
                if found := COUNTED.search(sentence.rstrip(".:")):
                    assert len(said_here) - at - 1 >= NUMBERS[found[1]], f"{number}: {sentence} | {text}"


def test_no_step_leans_on_what_is_not_printed(told: dict[str, Argument]) -> None:
    for number, one in told.items():
        for text in lines(one):
            assert not NOT_HERE.search(text.replace("(Monday, one column)", "")), f"{number}: {text}"
            assert not SCREEN.search(text), f"{number}: {text}"
        for section in one.sections:
            assert not TAKES_UP.match(section.says), f"{number}, {section.title}: {section.says}"
            assert not re.search(r"\b(?:such|these) (?:a )?(?:man|men|people)\b", section.says), (
                f"{number}, {section.title}: {section.says}"
            )
            assert len(section.says.split()) > 4, f"{number}, {section.title}: {section.says}"


def test_a_bold_name_never_stands_without_its_number_or_its_sentence(told: dict[str, Argument]) -> None:
    for number, one in told.items():
        for section in one.sections:
            names = [block.lead for block in section.blocks if block.lead and len(block.lead.split()) < 4]
            claims = [block.lead for block in section.blocks if block.lead and len(block.lead.split()) >= 4]
            if not claims:
                for name in names:
                    assert name not in section.says or re.search(rf"\(\d\)\s{re.escape(name)}", section.says), f"{number}: {section.says}"


def test_a_name_is_introduced_where_a_sheet_first_has_it(told: dict[str, Argument]) -> None:
    for number, one in told.items():
        whole = " ".join(lines(one))
        for name, what in INTRODUCED.items():
            if found := re.search(rf"\b{re.escape(name)}\b", whole):
                assert re.search(what, whole[: found.end() + 70]), f"{number}: {name}"


def test_a_sheet_has_the_sources_of_what_it_says_and_no_others(course: Catalogue, told: dict[str, Argument]) -> None:
    chapter, _ = course.units()["prisons-and-camps"]
    whole = {
        source.key for source in course.sources_of(key for one in chapter.references if one.kind == "cite" for key in one.target.split())
    }
    here = {source.key for source in course.sources_of(told["4.4"].cites)}
    assert here < whole
    assert {source.key for source in course.sources_of(["lev-114", "p-112", "p-051"])} <= here


def test_every_sheet_reads_well(course: Catalogue) -> None:
    pack = unit_pack(course, "https://example.org/course/")
    assert all(str(piece.values["code"]).startswith("data:image/svg+xml") for piece in pack.pieces)
    assert not any(piece.values["code"] for piece in unit_pack(course).pieces)
    for piece in pack.pieces:
        html = page(course, pack, piece, 10, Edition()).partition("</style>")[2]
        text = re.sub(r"\s+", " ", plain(re.sub(r"</(?:dt|li|p)>", "\n", html)))
        assert not re.search(r"[?!]:|\.\.|\{|`|\b(20\d\d) \1\b|re-post|not displayed|page address", text), piece.name
        assert not re.search(r"\b(?:[Aa]l|ez)-[A-Z]", plain(html.partition("</h1>")[2])), f"{piece.name}: a name breaks at its hyphen"
        assert text.count("“") == text.count("”"), piece.name
        assert len(f"Counteroffer · Units · {piece.title}") < 105, f"{piece.name}: its foot takes two lines"
        assert ">the group<" not in html


@pytest.mark.parametrize("name", ["1.3-decisive-minorities", "4.7-watching-for-recapture", "3.6-affiliates"])
def test_the_longest_sheets_are_one_page_that_an_old_copier_keeps(course: Catalogue, name: str) -> None:
    pack = unit_pack(course)
    piece = next(piece for piece in pack.pieces if piece.name == name)
    sheet = press(course, pack, piece)
    assert sheet.pages == 1
    assert sheet.size >= 9
    [one] = pypdfium2.PdfDocument(sheet.pdf)
    text = one.get_textpage()
    drawn = {round(pypdfium2.raw.FPDFText_GetFontSize(text, at) * 0.75, 1) for at in range(text.count_chars())}
    foot, sources, *_ = sorted(size for size in drawn if size > 1)
    assert foot >= 7.5
    assert sources >= 8
    read = bare(text.get_text_range())
    assert all(bare(part) in read for part in lines(argument(course, course.units()[name[4:]][0])))


def paragraph(*texts: str) -> list[Block]:
    return [Block("", (Markup(text),)) for text in texts]  # noqa: S704 (our own HTML)


def entries(*texts: str) -> Block:
    return Block("", tuple(map(Markup, texts)), listed=True)


@pytest.mark.parametrize(
    ("title", "blocks", "what"),
    [
        ("What it needs", [*paragraph("This works for three reasons:"), *paragraph("It needs people.")], ""),
        ("What it needs", [*paragraph("It works. The group needs three things:"), entries("<b>Men.</b> Who fight.", "<b>Pay.</b> Now.", "Food.")],
         "The group needs three things: (1) Men. (2) Pay. (3) Food."),
        ("Rates", [*paragraph("Two rates are shown:"), entries("<b>Here:</b> one in five. So what?", "<b>There:</b> one in ten.")],
         "Two rates are shown: (1) Here: one in five. (2) There: one in ten."),
        ("Moments", paragraph("Ask about two moments.", "<b>On the way.</b> It is dark.", "<b>At the gate.</b> It is light."),
         "Ask about two moments. (1) On the way. (2) At the gate."),
        ("Two offers", [entries("<b>Ours.</b> It waits.", "<b>Theirs.</b> It pays.")], "(1) Ours. (2) Theirs."),
        ("A lock", paragraph("<b>A face.</b> In 2014 he was filmed.", "Our side decides about the second half."), "Our side decides about the second half."),
        ("A lock", paragraph("<b>It killed those who refused.</b> In 2013.", "<b>It studied the tribes.</b> An office did."),
         "It killed those who refused. It studied the tribes."),
        ("Who", paragraph("Begin with the column on the left. The few need not be senior."), "The few need not be senior."),
        ("Why", paragraph("In 2014 a man came. He asked.", "People wait for what was promised to them by a state that they had once begun to trust."),
         "People wait for what was promised to them by a state that they had once begun to trust."),
        ("Why", paragraph("Some joined. But most did not."), "Some joined. But most did not."),
        ("Two things", paragraph("The council asks for two things. Help people to leave. And try the guilty. It is old."),
         "The council asks for two things. Help people to leave. And try the guilty."),
        ("Leaks", paragraph("Ask whom you trust. Who heard it? Who wrote it? Who else?"), "Ask whom you trust. Who heard it? Who wrote it? Who else?"),
    ],
)  # fmt: skip
def test_what_a_section_says(title: str, blocks: list[Block], what: str) -> None:
    assert plain(said(title, blocks)).replace("\N{NO-BREAK SPACE}", " ") == what


def test_a_sentence_keeps_its_last_mark() -> None:
    assert sentences('He said "no." <b>She</b> left. Why? 3 came.') == ['He said "no."', "<b>She</b> left.", "Why?", "3 came."]
