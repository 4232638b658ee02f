"""What the course runs on is free to use in a project under the MIT licence, and is listed."""

from __future__ import annotations

import re
import tomllib
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement

from counteroffer.stick.wheels import needed as on_a_stick

LISTED = Path(__file__).parent.parent / "docs/licences.md"
# A licence that is given in other words than its SPDX name.
ALIAS = {
    "apache 2.0": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD",
    "bsd": "BSD",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "psfl": "PSF-2.0",
    "public domain": "public domain",
}
# Parts that we do not use are under other licences (docutils: its Emacs mode is under the GPL).
# Of three licences offered, those that we may take (Pyphen: the GPL is the third).
PARTS = {"docutils": "public domain, BSD, PSF-2.0", "pyphen": "LGPL-2.1-or-later OR MPL-1.1"}


def closure(name: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """Every distribution that installing `name` brings, on this machine."""
    found: set[str] = set()
    queue = [Requirement(f"{name}[{','.join(extras)}]" if extras else name)]
    while queue:
        wanted = queue.pop()
        key = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if (mark := key + "".join(sorted(wanted.extras))) in found:
            continue
        found |= {mark, key}
        for line in metadata.requires(wanted.name) or []:
            one = Requirement(line)
            scopes = [{"extra": extra} for extra in ("", *wanted.extras)]
            if one.marker is None or any(one.marker.evaluate(scope) for scope in scopes):
                queue.append(one)
    return {one for one in found if _installed(one)}


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def extra(name: str) -> set[str]:
    """Every distribution that an extra of ours brings beyond the course's own."""
    project = tomllib.loads((LISTED.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = map(Requirement, project["optional-dependencies"][name])
    return {one for line in wanted for one in closure(line.name, frozenset(line.extras))} - closure("counteroffer")


def needed() -> set[str]:
    """What a learner, who issues certificates and who serves examinations or rooms installs: all but the tools of editors and of tests."""
    return closure("counteroffer") | extra("certificate") | extra("server")


def licence(name: str) -> str:
    if name in PARTS:
        return PARTS[name]
    about = cast("Message", metadata.metadata(name))
    classified = [one.split("::")[-1].strip() for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    given = about.get("License-Expression") or (classified[0] if classified else "") or (about.get("License") or "").split("\n")[0]
    return ALIAS.get(given.strip().lower(), given.strip() or "not stated")


def table(names: set[str]) -> str:
    return "".join(f"| {name} | {licence(name)} |\n" for name in sorted(names - {"counteroffer"}))


def test_the_licences_of_what_the_course_runs_on_are_listed() -> None:
    listed = LISTED.read_text(encoding="utf-8")
    missing = [line for line in table(needed()).splitlines() if line not in listed]
    assert not missing, "Put these lines into docs/licences.md:\n" + "\n".join(missing)


def test_nothing_under_the_gpl_is_needed_to_build_run_or_serve_the_course() -> None:
    gpl = {name: licence(name) for name in needed() if re.search(r"(?<!L)A?GPL|GNU (?:Affero )?General", licence(name))}
    assert not gpl
    assert any("GPL" in licence(name) for name in closure("counteroffer", frozenset({"review"}))), "the extra is needed no more"


def test_what_is_under_the_lgpl_is_named_in_an_extra_and_on_no_stick() -> None:
    lgpl = {name for name in needed() if re.search(r"LGPL|Lesser", licence(name)) and " OR " not in licence(name)}
    said = re.search(r"^Under the LGPL are (.+?):", LISTED.read_text(encoding="utf-8"), re.MULTILINE)
    assert said
    assert lgpl == set(re.findall(r"`([\w-]+)`", said[1]))
    assert not lgpl & (closure("counteroffer") | set(on_a_stick()))
