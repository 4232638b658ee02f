"""Pictures drawn with matplotlib from the course's data: one question each, as SVG that follows the page's colours."""
