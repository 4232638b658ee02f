"""Links to sources as Sphinx's link check finds them: `-b linkcheck` asks each address in the bibliography."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from counteroffer.book.citations import source_list
from counteroffer.book.course import course_of


class SourceLinks(SphinxPostTransform):
    """Give every list of sources a reference for each address; pages draw the list themselves."""

    builders = ("linkcheck",)
    # before Sphinx gathers the links
    default_priority = 700

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Add the references."""
        course = course_of(self.app)
        for node in self.document.findall(source_list):
            for source in course.sources_of(node.get("cites") or list(course.sources)):
                if source.address:
                    node.append(nodes.reference("", "", refuri=source.address))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(SourceLinks)
