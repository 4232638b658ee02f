"""An archive proves that nothing in it was altered: not a byte, not a line of the log; and it names nobody."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from counteroffer.server.integrity import LOG, prove
from counteroffer.server.parcel import MANIFEST, SIGNATURE, pack, tarred, unpack
from tests.server.conftest import Made, make
from tests.server.test_rulings import sat


@pytest.fixture
def archived(sitting: Made) -> bytes:
    from counteroffer.server import acts
    from counteroffer.server.archive import archive

    with pytest.raises(acts.Refused, match="once its results are released"):
        archive(sitting.id)
    # a line of another sitting amid the lines of this one
    make()
    sat(sitting, item_single=["that-one", "third"])
    acts.release("ana", sitting.id)
    return archive(sitting.id).data


def test_it_holds_what_is_wanted_and_names_nobody(sitting: Made, archived: bytes) -> None:
    from counteroffer.server.archive import archive
    from counteroffer.server.models import Entry

    proof = prove(archived)
    assert proof.faults == []
    assert proof.about["sitting"] == sitting.id
    assert proof.sealed_by == archive(sitting.id).sealed_by
    files = unpack(archived)
    assert b"Person" not in archived
    assert b"Not this." not in archived, "items lie sealed"
    assert sitting.cards[0].code.encode() not in archived
    results = files["results.csv"].decode().splitlines()
    assert results == ["number,form,score,cut,passed", "1,1,0.200000,0.500000,no", "2,1,0.000000,0.500000,no", "3,1,0.000000,0.500000,no"]
    lines = [json.loads(line) for line in files[LOG].splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, proof.about["chain"]["lines"] + 1))
    assert all(line["sitting"] == sitting.id for line in lines if "data" in line)
    assert any("data" not in line for line in lines), "of other sittings stand hashes alone"
    assert Entry.objects.filter(sitting=sitting.id, kind="archive").exists()


def test_one_changed_byte_is_refused_wherever_it_stands(archived: bytes) -> None:
    for place in [*range(0, len(archived), 311), len(archived) - 1]:
        changed = bytearray(archived)
        changed[place] ^= 1
        assert prove(bytes(changed)).faults, place
    for cut in (0, 1, 700, len(archived) - 512):
        assert prove(archived[:cut]).faults, cut
    assert prove(archived + b"\0").faults


def own(lines: list[bytes]) -> int:
    """The place of an answer among the lines."""
    return next(place for place, line in enumerate(lines) if b'"kind": "answer"' in line)


def left_out(lines: list[bytes]) -> int:
    place = own(lines)
    del lines[place]
    return place + 1


def exchanged(lines: list[bytes]) -> int:
    place = own(lines)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return place + 1


def altered(lines: list[bytes]) -> int:
    place = own(lines)
    lines[place] = lines[place].replace(b"that-one", b"this-one")
    return place + 1


def shortened(lines: list[bytes]) -> int:
    del lines[-1]
    return len(lines)


def emptied(lines: list[bytes]) -> int:
    lines.clear()
    return 0


@pytest.mark.parametrize("tamper", [left_out, exchanged, altered, shortened, emptied])
@pytest.mark.parametrize("resealed", [False, True])
def test_a_tampered_log_is_refused_with_its_line(archived: bytes, tamper: Callable[[list[bytes]], int], resealed: bool) -> None:
    """Even where somebody packs it anew with a key of theirs, the chain tells, and the seal is another."""
    files = unpack(archived)
    lines = files[LOG].splitlines(keepends=True)
    place = tamper(lines)
    files[LOG] = b"".join(lines)
    if resealed:
        about = {name: value for name, value in json.loads(files[MANIFEST]).items() if name != "files"}
        data = pack({name: told for name, told in files.items() if name not in {MANIFEST, SIGNATURE}}, about, bytes(32))
        assert prove(data).sealed_by != prove(archived).sealed_by
    else:
        data = tarred(files)
    faults = prove(data).faults
    assert any(fault.startswith(f"{LOG}:{place}: ") for fault in faults), faults
    assert any("its hash is not the manifest's" in fault for fault in faults) != resealed


def test_a_file_that_is_missing_or_added_is_named(archived: bytes) -> None:
    files = unpack(archived)
    del files["results.csv"]
    assert prove(tarred({**files, "more.txt": b"x"})).faults == [
        "more.txt:1: It was added: the manifest does not name it.",
        "results.csv:1: It is missing.",
    ]


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"files": 1, "chain": {}}', b'{"files": {}, "chain": {}}', b"\xff"])
def test_a_manifest_that_makes_no_sense_is_refused(manifest: bytes) -> None:
    assert prove(tarred({MANIFEST: manifest, SIGNATURE: b"{}"})).faults
