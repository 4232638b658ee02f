"""The small quantitative models behind the explorers: pure functions of numbers, without words, pictures or data of ours.

Their results illustrate an idea; none of them predicts what people will do.
"""
