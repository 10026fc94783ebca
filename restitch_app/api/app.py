"""The HTTP API of one open project, as an ASGI app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import APIRouter, FastAPI, Security
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer

from restitch_app.api import (
    routes_boundary,
    routes_continuity,
    routes_decisions,
    routes_events,
    routes_export,
    routes_jobs,
    routes_notes,
    routes_order,
    routes_preflight,
    routes_project,
    routes_regenerate,
    routes_runs,
    routes_servers,
    routes_smooth,
    routes_versions,
    routes_workflows,
)
from restitch_app.api.docs_page import PAGE_HEADERS, docs_page
from restitch_app.api.guard import Guard
from restitch_app.api.problems import RESPONSES, add_problem_handlers
from restitch_app.api.underway import Underway
from restitch_app.services.project.api_tokens import Doorkeeper
from restitch_app.services.workbench import Workbench

REQUEST_THREADS = 8
"""Each keeps a connection to the database, and some decode video: more would only crowd."""

ABOUT = (
    "Fix one bad segment of an AI-generated scene from a script. Every call under /api needs the "
    "token that Restitch shows once, as `Authorization: Bearer TOKEN`. People's numbers "
    "(`segment`) count from 1, `..._index` from 0; an `{id}` is the row of any version of the "
    "segment. Errors all look alike: "
    '{"error": {"code", "title", "detail", "hint"}}.'
)


def build_app(workbench: Workbench, door: Doorkeeper, work: Underway) -> Guard:
    """All routes behind the guard. By `work` the caller ends what takes time."""
    app = FastAPI(
        title="Restitch",
        version="1",
        description=ABOUT,
        lifespan=_few_threads,
        docs_url=None,  # the usual page loads its scripts from the internet
        redoc_url=None,
        generate_unique_id_function=_operation_id,
        separate_input_output_schemas=False,
    )
    app.state.workbench = workbench
    app.state.work = work
    app.include_router(_api())
    add_problem_handlers(app)
    app.add_api_route("/docs", _docs(app), include_in_schema=False)
    app.add_api_route("/", _docs(app), include_in_schema=False)
    return Guard(app, door)


def _api() -> APIRouter:
    # The guard checks the token; the scheme here only tells the OpenAPI page about it.
    bearer = HTTPBearer(auto_error=False, description="Shown by `restitch serve`.")
    api = APIRouter(prefix="/api", responses=RESPONSES, dependencies=[Security(bearer)])
    api.include_router(routes_regenerate.router, tags=["segments"])
    api.include_router(routes_preflight.router, tags=["segments"])
    api.include_router(routes_boundary.router, tags=["segments"])
    api.include_router(routes_smooth.router, tags=["segments"])
    api.include_router(routes_decisions.router, tags=["boundaries"])
    api.include_router(routes_versions.router, tags=["segments"])
    api.include_router(routes_order.router, tags=["scenes"])
    api.include_router(routes_notes.router, tags=["notes"])
    api.include_router(routes_continuity.router, tags=["scenes"])
    api.include_router(routes_jobs.router, tags=["jobs"])
    api.include_router(routes_export.router, tags=["export"])
    api.include_router(routes_events.router, tags=["events"])
    api.include_router(routes_runs.router, tags=["runs"])
    api.include_router(routes_workflows.router, tags=["workflows"])
    api.include_router(routes_servers.router, tags=["servers"])
    api.include_router(routes_project.router, tags=["project"])
    return api


@asynccontextmanager
async def _few_threads(_app: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = REQUEST_THREADS
    yield


def _operation_id(route: APIRoute) -> str:
    return route.name


def _docs(app: FastAPI) -> Callable[[], Awaitable[HTMLResponse]]:
    async def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi()), headers=PAGE_HEADERS)

    return docs
