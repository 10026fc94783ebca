"""Everything the description allows, and much that it does not: nothing breaks, nothing hangs.

Some requests to each route; 40 with RESTITCH_TORTURE set.
"""

from __future__ import annotations

import os

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import content_type_conformance, response_schema_conformance
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import status_code_conformance

from tests.api.client import TOKEN, ApiClient, Json

EXAMPLES = 40 if os.environ.get("RESTITCH_TORTURE") else 2
SLOWEST_S = 120.0
NOBODY = "http://127.0.0.1:9"
STREAM = "text/event-stream"
KNOWN_IDS = st.sampled_from([1, 2, 3, 4, 5])


def test_nothing_breaks_and_all_is_as_described(api: ApiClient) -> None:
    described = api.get("/openapi.json")
    loaded = schemathesis.openapi.from_dict(described)
    operations: list[Json] = [found.ok() for found in loaded.get_all_operations()]  # type: ignore[union-attr]
    finite = [one for one in operations if STREAM not in str(one.definition.raw["responses"])]
    assert len(finite) >= 45
    for operation in finite:
        _try(api, operation)
    assert api.get("/api/project")["name"] == "Test"


def _try(api: ApiClient, operation: Json) -> None:
    good, bad = (operation.as_strategy(mode) for mode in GenerationMode)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=EXAMPLES < 10,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=good | bad, known_id=KNOWN_IDS | st.none())
    def ask(case: Json, known_id: int | None) -> None:
        if known_id is not None and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = known_id
        if isinstance(case.body, dict) and isinstance(case.body.get("server_url"), str):
            case.body["server_url"] = NOBODY
        answer = case.call(api.url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=SLOWEST_S)
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        if answer.status_code >= 400:
            assert set(answer.json()) == {"error"}
        case.validate_response(
            answer,
            checks=[content_type_conformance, response_schema_conformance, status_code_conformance],
        )

    ask()
