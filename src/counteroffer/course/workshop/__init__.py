"""What a facilitator holds: session pages of units, teaching notes of cases, agendas. Texts for facilitators alone."""

from counteroffer.course.workshop.agendas import Agenda, Day, Row
from counteroffer.course.workshop.notes import DecisionNote, Note
from counteroffer.course.workshop.scripts import Question, Reply
from counteroffer.course.workshop.sessions import Session, Step

__all__ = ["Agenda", "Day", "DecisionNote", "Note", "Question", "Reply", "Row", "Session", "Step"]
