"""For translators: what there is to translate, how far it is, and a language made by rule that shows what was forgotten."""
