"""Kinds of fault in translations: files that cannot be used, and texts that lost what stands in every language alike."""

from __future__ import annotations

from tests.course.faults import CHECK, WHOLE, Fault, both, write
from tests.course.faults_values import every

LOCALE = "locale/fr/LC_MESSAGES"
SESSION = f"{LOCALE}/workshop/sessions/first-unit.po"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
# The line of the first text below the head.
FIRST = 6
PAGE, ITEMS, WORDS, FRAME = "chapters/part-1/first-unit", CHECK.removesuffix(".yml"), "assets/glossary", "counteroffer"
SO = "A thing is so {cite}`fact-01`, another is disputed {cite}`fact-02 two2021`."
MIND = "Mind the {word}`threshold <tamkin>`, and see [the next unit](second-unit.md#another-section)."
LOOK = "Each answers alone and looks at [[phase-map]]."


def file(domain: str, text: str, code: str, line: int, words: str, of: str) -> Fault:
    where = f"{LOCALE}/{domain}.po"
    return Fault(of, write(where, text), code, where, line, words)


def said(domain: str, text: str, translation: str, code: str, words: str, of: str) -> Fault:
    """A text of a course, and a translation of it that is wrong."""
    return file(domain, HEAD + f'msgid "{text}"\nmsgstr "{translation}"\n', code, FIRST, words, of)


def counted(forms: str, code: str, words: str, of: str, line: int = FIRST) -> Fault:
    return file(FRAME, f'{HEAD}msgid "{{count}} agrees"\nmsgid_plural "{{count}} agree"\n{forms}', code, line, words, of)


TRANSLATIONS = [
    # files
    file(WORDS, 'msgid "a"\nmsgstr "b"\n\njunk\n', "translation-syntax", 4, "Write it as gettext asks", "a file of translations that is none"),
    file(WORDS, HEAD + 'msgid "a"\nmsgstr "b\n', "translation-syntax", 7, "Write it as gettext asks", "a translation that is never closed"),
    file(WORDS, HEAD + 'msgid "a"\nmsgstr "b "c""\n', "translation-syntax", 7, "for a quotation mark", "quotation marks in a translation"),
    file(WORDS, HEAD + 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "translation-syntax", 8, "Write it as gettext asks", "two translations of one text"),
    file(WORDS, HEAD + 'msgid "a"\n', "translation-syntax", FIRST, "Write it as gettext asks", "a text without a translation's line"),
    file(WORDS, HEAD + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "translation-twice", 9, "Keep one of the two", "a text translated twice"),
    file(WORDS, HEAD.replace("UTF-8", "ISO-8859-1"), "translation-charset", 3, "charset=UTF-8", "a charset that is not the file's"),
    file(WORDS, HEAD.replace("UTF-8", "CHARSET"), "translation-charset", 3, "charset=UTF-8", "a charset that is none"),
    file(WORDS, HEAD.replace("nplurals=2", "nplurals=two"), "translation-head", WHOLE, "words update", "a head that cannot be read"),
    file(WORDS, HEAD.replace("(n > 1)", "exit()"), "translation-plural", 4, "as gettext lists it", "a rule of plurals that is none"),
    file(WORDS, HEAD.replace("(n > 1)", "n%3"), "translation-plural", 4, "as gettext lists it", "a rule of more plurals than there are"),
    file("glossary", HEAD, "translation-unread", WHOLE, "Did you mean `assets/glossary.po`", "a file of translations that nothing reads"),
    Fault("a file of translations that stands elsewhere", write("locale/fr/glossary.po", HEAD), "translation-unread", "locale/fr/glossary.po", WHOLE, "Move it below fr/LC_MESSAGES"),
    Fault("a language of translations that is none", write("locale/klingon/LC_MESSAGES/counteroffer.po", HEAD), "translation-language", "locale/klingon", WHOLE, "as the language is called"),
    Fault("translations into the course's own language", write("locale/en/LC_MESSAGES/counteroffer.po", HEAD), "translation-language", "locale/en", WHOLE, "Delete the folder"),
    Fault("translations in Latin-1", write(f"{LOCALE}/{WORDS}.po", (HEAD + 'msgid "a"\nmsgstr "é"\n').encode("latin-1")), "file-encoding", f"{LOCALE}/{WORDS}.po", 7, "UTF-8"),
    # what a page keeps
    said(PAGE, SO, "C'est ainsi {cite}`fact-02 two2021`.", "translation-differs", "lacks {cite}`fact-01`", "a translation without a citation"),
    said(PAGE, SO, SO.replace("fact-01", "fact-09"), "translation-differs", "adds {cite}`fact-09`", "a citation that a translation changed"),
    said(PAGE, SO, SO.replace("{cite}`fact-01`", "{site}`fact-01`"), "translation-differs", "adds {site}`fact-01`", "a role that a translation changed"),
    said(PAGE, MIND, MIND.replace("<tamkin>", "<seuil>"), "translation-differs", "lacks {word}`… <tamkin>`", "a word of the glossary that a translation changed"),
    said(PAGE, MIND, MIND.replace("second-unit.md", "unite-deux.md"), "translation-differs", "lacks the link to `second-unit.md", "a link that a translation changed"),
    said(PAGE, MIND, MIND.replace("second-unit.md#another-section", "javascript:alert(1)"), "translation-differs", "lacks the link", "a link in a translation that would run"),
    said(PAGE, "First unit", "Unité <script>alert(1)</script>", "translation-differs", "adds the HTML", "HTML in a translation"),
    said(PAGE, "First unit", "# Unité", "translation-parts", "Write as many paragraphs", "a translation that is a heading"),
    said(PAGE, "First unit", "- Unité", "translation-parts", "1 bullet list, and the text 1 paragraph", "a translation that is a list"),
    said(PAGE, "First unit", "% Unité", "translation-parts", "1 silent line", "a translation that is a remark"),
    said(PAGE, "First unit", r"Unité\n\nune", "translation-parts", "2 paragraphs", "a translation of two paragraphs"),
    said(PAGE, "First unit", "**Unité", "translation-marks", "Close each mark", "a translation whose emphasis stands open"),
    said(PAGE, "First unit", " ", "translation-empty", "has no words", "a translation without words"),
    # what other texts keep
    said(ITEMS, "What does it mean?", "Qu'est-ce *que c'est?", "translation-marks", "Close each mark", "an item whose emphasis stands open"),
    said(ITEMS, "What does it mean?", r"Qu'est-ce\n\nque c'est?", "translation-parts", "2 paragraphs", "an item of two paragraphs"),
    Fault("a name of a paper that a translation changed", both(every, write(SESSION, f'{HEAD}msgid "{LOOK}"\nmsgstr "Voir [[carte]]."\n')), "translation-differs", SESSION, FIRST, "lacks `[[phase-map]]` and adds `[[carte]]`"),
    # what the frame fills in
    said(FRAME, "Place {place}", "Lieu {lieu}", "translation-braces", "lacks `{place}` and adds `{lieu}`", "a place to fill in that is another"),
    said(FRAME, "Place {place}", "Lieu", "translation-braces", "lacks `{place}`", "a place to fill in that is missing"),
    said(FRAME, "Place {place}", "Lieu {place", "translation-braces", "braces that do not fit", "a brace that is never closed"),
    said(FRAME, "Place {place}", "Lieu {place.__class__}", "translation-braces", "adds `{place.__class__}`", "a place that asks for more"),
    said(FRAME, "Place {place}", "Lieu {place:>99999999}", "translation-braces", "no other braces", "a place of a width"),
    counted('msgstr[0] "{count} oui"\n', "translation-plural", "lacks 1 of its 2 forms", "a plural that is missing"),
    counted('msgstr "{count} oui"\n', "translation-syntax", "as gettext asks", "a plural without forms", 8),
    counted('msgstr[0] "oui"\nmsgstr[1] "{compte} oui"\n', "translation-braces", "adds `{compte}`", "a plural with another place"),
    counted('msgstr[0] "un"\nmsgstr[1] "deux"\nmsgstr[2] "trois"\n', "translation-syntax", "num_plurals", "a plural more than there are"),
]  # fmt: skip
