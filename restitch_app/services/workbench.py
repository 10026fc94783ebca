"""Everything a shell needs for one open project, put together once."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.services.analysis_frames import AnalysisFrames
from restitch_app.services.approving import Approving
from restitch_app.services.boundaries import Boundaries
from restitch_app.services.boundary_decisions import BoundaryDecisions
from restitch_app.services.boundary_limits import BoundaryLimits
from restitch_app.services.boundary_pictures import BoundaryPictures
from restitch_app.services.bridge_offers import BridgeOffers
from restitch_app.services.bridge_result import BridgeResult
from restitch_app.services.bridge_workflows import BridgeWorkflows
from restitch_app.services.bridging import Bridging
from restitch_app.services.clip_scan import ClipScanner
from restitch_app.services.continuity import SceneContinuity
from restitch_app.services.deciding import Deciding
from restitch_app.services.dispatching import Dispatching
from restitch_app.services.drift import Drift
from restitch_app.services.engine import JobEngine
from restitch_app.services.exporting import Exporting
from restitch_app.services.film_check import FilmCheck
from restitch_app.services.hand_off import HandOffs
from restitch_app.services.history import History
from restitch_app.services.importing import Importing
from restitch_app.services.job_desk import JobDesk
from restitch_app.services.live import LivePreviews
from restitch_app.services.node_knowledge import NodeKnowledge
from restitch_app.services.notes import Notes
from restitch_app.services.overview import Overview
from restitch_app.services.preflighting import Preflighting
from restitch_app.services.project import Project
from restitch_app.services.regenerating_several import RegeneratingSeveral
from restitch_app.services.regeneration import Regeneration
from restitch_app.services.regeneration_plan import RegenerationPlans
from restitch_app.services.remedies import Remedies
from restitch_app.services.remedy_frames import RemedyFrames
from restitch_app.services.scene_naming import SceneNaming
from restitch_app.services.segment_workflow import SegmentWorkflows
from restitch_app.services.servers import ServerList
from restitch_app.services.staleness import Staleness
from restitch_app.services.take_result import TakeResult
from restitch_app.services.takes import TakeWalk
from restitch_app.services.verify import Verifying
from restitch_app.services.versions import Versions
from restitch_app.services.workflow_library import WorkflowLibrary
from restitch_app.services.wrong_calls import WrongCalls


@dataclass(frozen=True)
class Workbench:
    project: Project
    importing: Importing
    boundaries: Boundaries
    versions: Versions
    decisions: BoundaryDecisions
    limits: BoundaryLimits
    wrong_calls: WrongCalls
    remedies: Remedies
    bridging: Bridging
    bridge_offers: BridgeOffers
    approving: Approving
    regeneration: Regeneration
    regenerating_several: RegeneratingSeveral
    jobs: JobDesk
    engine: JobEngine
    live: LivePreviews
    servers: ServerList
    exporting: Exporting
    films: FilmCheck
    overview: Overview
    verifying: Verifying
    history: History
    notes: Notes
    naming: SceneNaming
    pictures: BoundaryPictures
    plans: RegenerationPlans
    workflows: WorkflowLibrary
    preflight: Preflighting
    continuity: SceneContinuity
    drift: Drift


def workbench(project: Project, servers: ServerList, who: str) -> Workbench:
    """`servers`: this computer's, or a test's own; `who` names this program to others."""
    frames = AnalysisFrames(project)
    scanner = ClipScanner(project, frames)
    boundaries = Boundaries(project, frames)
    staleness = Staleness(project)
    knowledge = NodeKnowledge(project, servers)
    library = WorkflowLibrary(project, knowledge, servers.client)
    segment_workflows = SegmentWorkflows(project, library)
    preflight = Preflighting(segment_workflows, servers, lambda: project.settings().server_url)
    regeneration = Regeneration(project, scanner, segment_workflows, preflight)
    plans = RegenerationPlans(project, regeneration, segment_workflows, library)
    approving = Approving(project, staleness)
    hand_offs = HandOffs(project, scanner)
    versions = Versions(project, staleness, boundaries)
    deciding = Deciding(project, versions, staleness)
    live = LivePreviews()
    results = TakeResult(project, scanner, versions, hand_offs)
    walk = TakeWalk(
        project,
        servers.client,
        knowledge,
        results,
        deciding,
        live,
        hand_offs,
        BridgeResult(project),
    )
    remedy_frames = RemedyFrames(project)
    remedies = Remedies(project, boundaries, remedy_frames)
    bridge_workflows = BridgeWorkflows(project, library, preflight)
    limits = BoundaryLimits(project, boundaries)
    notes, naming = Notes(project), SceneNaming(project)
    return Workbench(
        project=project,
        importing=Importing(project, scanner, boundaries, library),
        boundaries=boundaries,
        versions=versions,
        decisions=BoundaryDecisions(project, boundaries),
        limits=limits,
        wrong_calls=WrongCalls(project, limits),
        remedies=remedies,
        bridging=Bridging(project, remedies, remedy_frames, scanner, bridge_workflows),
        bridge_offers=BridgeOffers(project, remedies, bridge_workflows, servers),
        approving=approving,
        regeneration=regeneration,
        regenerating_several=RegeneratingSeveral(project, regeneration, plans),
        jobs=JobDesk(project),
        engine=JobEngine(project, walk, deciding, Dispatching(project, servers), who),
        live=live,
        servers=servers,
        exporting=Exporting(project),
        films=FilmCheck(project),
        overview=Overview(project, boundaries),
        verifying=Verifying(project),
        history=History(project, versions, boundaries, library, limits, notes, naming, approving),
        notes=notes,
        naming=naming,
        pictures=BoundaryPictures(project, boundaries),
        plans=plans,
        workflows=library,
        preflight=preflight,
        continuity=SceneContinuity(project, frames),
        drift=Drift(project, scanner),
    )
