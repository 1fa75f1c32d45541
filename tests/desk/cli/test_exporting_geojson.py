"""``export geojson`` as typed: valid under RFC 7946, longitude first, no finer than is known, reviewed values only."""

from __future__ import annotations

from typing import Any

import orjson
from geojson_pydantic import FeatureCollection

from tests.desk.cli.ged import ROWS, SAMPLE, imported
from tests.desk.cli.terminal import BULLETIN, STRIKE, Terminal


def collection(terminal: Terminal, *arguments: str) -> dict[str, Any]:
    out = terminal.home.parent / "out.geojson"
    terminal.done("export", "geojson", out, *arguments)
    FeatureCollection.model_validate_json(out.read_bytes())
    told: dict[str, Any] = orjson.loads(out.read_bytes())
    assert "crs" not in told
    return told


def test_an_empty_home_is_an_empty_collection_that_says_where_it_was_read(terminal: Terminal) -> None:
    told = collection(terminal)
    assert (told["features"], told["position"], told["audience"]) == ([], 1, "public")
    assert "may be higher" in told["caveat"]


def test_incidents_stand_at_the_place_of_the_list_longitude_first_and_rounded(terminal: Terminal) -> None:
    terminal.report(STRIKE, "2018-08-03")
    (strike,) = collection(terminal)["features"]
    east, north = strike["geometry"]["coordinates"]
    assert (35.9 < east < 36.3, 32.8 < north < 33.1) == (True, True)
    assert [len(str(degrees).split(".")[1]) <= 2 for degrees in (east, north)] == [True, True]
    said = strike["properties"]
    assert (said["place_ar"], said["status"]) == ("جاسم", "uncorroborated")
    assert said["casualties"]["killed"]["best"] == 3
    finer = collection(terminal, "--decimals", "4")["features"][0]["geometry"]["coordinates"]
    assert [round(it, 2) for it in finer] == [east, north]


def test_tolls_of_a_place_with_a_point_are_there_and_claims_are_not(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    features = collection(terminal)["features"]
    tolls = [it for it in features if it["properties"]["what"] == "toll"]
    assert all(it["geometry"] is not None for it in tolls)
    assert {it["properties"]["what"] for it in features} <= {"incident", "toll"}
    assert all(it["id"][0] in "IT" for it in features)


def test_what_nobody_has_reviewed_stays_here(staffed: Terminal) -> None:
    staffed.report(STRIKE, "2018-08-03", by="salma")
    assert collection(staffed)["features"] == []


def test_a_row_without_a_place_of_the_list_stands_where_its_publisher_put_it(terminal: Terminal) -> None:
    imported(terminal, SAMPLE, "--country", "Syria")
    features = {it["properties"]["record"]["id"]: it for it in collection(terminal)["features"]}
    assert len(features) == len(ROWS)
    unknown = [row for row in ROWS if features[row["id"]]["properties"]["place_id"] is None]
    assert unknown
    for row in unknown:
        given = [round(float(row["longitude"]), 2), round(float(row["latitude"]), 2)]
        assert features[row["id"]]["geometry"]["coordinates"] == given
        assert features[row["id"]]["properties"]["place_as_written"] == row["where_coordinates"]
    precise = {row["where_prec"]: features[row["id"]]["properties"]["place_precision"] for row in ROWS}
    assert (precise["1"], precise["2"], precise["4"], precise["6"]) == ("exact", "near", "governorate", "country")
