"""The description of the API is complete, and true of what it answers."""

from __future__ import annotations

import pytest

from restitch_app.api.docs_page import docs_page
from tests.api.client import ApiClient, Json

STREAM = "text/event-stream"
MISSION = {
    ("post", "/api/segments/{id}/regenerate"),
    ("get", "/api/segments/{id}/boundary-check"),
    ("post", "/api/segments/{id}/smooth-boundary"),
    ("get", "/api/segments/{id}/versions"),
}


@pytest.fixture
def description(api: ApiClient) -> Json:
    return api.get("/openapi.json")


def operations(description: Json) -> dict[tuple[str, str], Json]:
    return {
        (method, path): operation
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    }


def test_every_route_is_named_needs_the_token_and_tells_its_refusals(description: Json) -> None:
    found = operations(description)
    assert set(found) >= MISSION
    for place, operation in found.items():
        assert place[1].startswith("/api/")
        assert operation["summary"], place
        assert operation["security"] == [{"HTTPBearer": []}], place
        assert set(operation["responses"]) >= {"401", "403", "404", "413", "422", "500", "503"}
        for status, answer in operation["responses"].items():
            if STREAM in answer["content"]:
                assert status == "200"
                continue
            schema = answer["content"]["application/json"]["schema"]["$ref"]
            assert schema.endswith("/ProblemAnswer") != status.startswith("2"), (place, status)
    names = [operation["operationId"] for operation in found.values()]
    assert len(set(names)) == len(names)


def test_every_field_is_required_in_answers(description: Json) -> None:
    schemas = description["components"]["schemas"]
    for name, schema in schemas.items():
        if name.endswith("Answer"):
            assert set(schema["required"]) == set(schema["properties"]), name


def test_answers_have_exactly_the_fields_described(api: ApiClient, description: Json) -> None:
    api.post("/api/segments/2/regenerate", status=202)
    api.post("/api/scenes/1/cascade", {"from_segment": 3}, status=202)
    api.post("/api/scenes/1/export", {"csv": "lake.csv"}, status=202)
    found = operations(description)
    schemas = description["components"]["schemas"]
    for (method, path), operation in found.items():
        if method == "get" and STREAM not in operation["responses"]["200"]["content"]:
            answer = api.get(path.replace("{id}", "1"))
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            named = schemas[schema["$ref"].rpartition("/")[2]]
            assert set(answer) == set(named["properties"]), path


def test_the_examples_of_bodies_are_taken(api: ApiClient, description: Json) -> None:
    schemas = description["components"]["schemas"]
    for example in schemas["RegenerateBody"]["examples"]:
        api.post("/api/segments/2/regenerate", example, status=202)
    for example in schemas["SmoothBody"]["examples"]:
        api.post("/api/segments/2/smooth-boundary", example)


def test_the_page_shows_every_route_and_field(description: Json) -> None:
    page = docs_page(description)
    for method, path in operations(description):
        assert f"<code>{method.upper()} {path}</code>" in page
    for name in ("seed_frame", "server_url", "needs_smoothing_before", "sharpness_loss", "window"):
        assert f"<code>{name}</code>" in page
    assert '"dissolve" | "comfy_bridge" | "accept" | "none"' in page.replace("&quot;", '"')


def test_the_page_loads_nothing(api: ApiClient) -> None:
    answer = api.ask("GET", "/docs")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "http://" not in answer.text.replace("http://127.0.0.1:8188", "")
    assert "https://" not in answer.text
