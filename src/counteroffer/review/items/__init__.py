"""What a good item writer checks: the part of the published guidelines that a program can judge.

The guidelines are the 31 of Haladyna, Downing and Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines
for Classroom Assessment, Applied Measurement in Education 15(3), 309-334; rules name them by number. Where a flaw is on the
commonly published rubrics but not on that list, the rule names the rubric: the NBME's *Constructing Written Test Questions*
(flaws of testwiseness and of irrelevant difficulty), or Tarrant, Knierim, Hayes and Ware (2006), whose nineteen flaws later
automatic rubrics share.

A rule is a small function over one item (or over the bank) that yields flaws; each module declares its family in `RULES`.
Hedges such as "may" are no flaw of one item, since evidence is often uncertain; that they give no key away is held for the
bank as a whole, by the guessers.
"""
