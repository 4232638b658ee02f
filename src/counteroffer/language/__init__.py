"""What the engine says, in the language of a course: gettext catalogues, and the habits of a language (direction, lists, months, numbers).

Nothing here is global: two languages may be spoken in one process, each by its own `Language`.
"""

from counteroffer.language.language import BASE, ENGINE, ENGLISH, MADE_BY_RULE, WORDS, Language, Message, message

__all__ = ["BASE", "ENGINE", "ENGLISH", "MADE_BY_RULE", "WORDS", "Language", "Message", "message"]
