"""Everything a shell needs for one open project, put together once."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.services.boundaries.analysis_frames import AnalysisFrames
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.decisions import BoundaryDecisions
from restitch_app.services.boundaries.film_check import FilmCheck
from restitch_app.services.boundaries.limits import BoundaryLimits
from restitch_app.services.boundaries.pictures import BoundaryPictures
from restitch_app.services.boundaries.wrong_calls import WrongCalls
from restitch_app.services.bridging.asking import Bridging
from restitch_app.services.bridging.offers import BridgeOffers
from restitch_app.services.bridging.result import BridgeResult
from restitch_app.services.bridging.workflows import BridgeWorkflows
from restitch_app.services.chain.editing import ChainEditing
from restitch_app.services.chain.order import SceneOrder
from restitch_app.services.chain.splitting import Splitting
from restitch_app.services.continuity.drift import Drift
from restitch_app.services.continuity.scene import SceneContinuity
from restitch_app.services.editorial.handing_over import Editorial
from restitch_app.services.estimating import Estimating
from restitch_app.services.export_speeds import ExportSpeeds
from restitch_app.services.exporting import Exporting
from restitch_app.services.handover.handing_over import HandingOver
from restitch_app.services.history.history import History
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.imports.importing import Importing
from restitch_app.services.jobs.deciding import Deciding
from restitch_app.services.jobs.desk import JobDesk
from restitch_app.services.jobs.dispatching import Dispatching
from restitch_app.services.jobs.engine import JobEngine
from restitch_app.services.jobs.hand_off import HandOffs
from restitch_app.services.jobs.kept_frames import KeptFrames
from restitch_app.services.jobs.live import LivePreviews
from restitch_app.services.jobs.take_result import TakeResult
from restitch_app.services.jobs.takes import TakeWalk
from restitch_app.services.project.overview import Overview
from restitch_app.services.project.project import Project
from restitch_app.services.project.repairing import Repairing
from restitch_app.services.project.scene_naming import SceneNaming
from restitch_app.services.project.verify import Verifying
from restitch_app.services.regeneration.asking import Regeneration
from restitch_app.services.regeneration.plan import RegenerationPlans
from restitch_app.services.regeneration.several import RegeneratingSeveral
from restitch_app.services.remedies.frames import RemedyFrames
from restitch_app.services.remedies.trying import Remedies
from restitch_app.services.review.approving import Approving
from restitch_app.services.review.converting import Converting
from restitch_app.services.review.notes import Notes
from restitch_app.services.review.purging import Purging
from restitch_app.services.review.staleness import Staleness
from restitch_app.services.review.versions import Versions
from restitch_app.services.runs.advancing import RunAdvancing
from restitch_app.services.runs.controls import Runs
from restitch_app.services.runs.first_size import FirstSizes
from restitch_app.services.runs.steps import RunSteps
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.node_knowledge import NodeKnowledge
from restitch_app.services.workflows.preflighting import Preflighting
from restitch_app.services.workflows.segment import SegmentWorkflows


@dataclass(frozen=True)
class Workbench:
    project: Project
    importing: Importing
    chain: ChainEditing
    boundaries: Boundaries
    versions: Versions
    converting: Converting
    decisions: BoundaryDecisions
    limits: BoundaryLimits
    wrong_calls: WrongCalls
    remedies: Remedies
    bridging: Bridging
    bridge_offers: BridgeOffers
    approving: Approving
    purging: Purging
    regeneration: Regeneration
    regenerating_several: RegeneratingSeveral
    jobs: JobDesk
    engine: JobEngine
    runs: Runs
    live: LivePreviews
    servers: ServerList
    exporting: Exporting
    estimating: Estimating
    editorial: Editorial
    handing_over: HandingOver
    films: FilmCheck
    overview: Overview
    verifying: Verifying
    repairing: Repairing
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
    run_steps = RunSteps(project, regeneration, versions, staleness, deciding)
    first_sizes = FirstSizes(segment_workflows, library)
    live = LivePreviews()
    results = TakeResult(project, scanner, versions, hand_offs, KeptFrames(project, boundaries))
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
    importing = Importing(project, scanner, boundaries, library)
    order = SceneOrder(project, staleness, boundaries)
    splitting = Splitting(project, scanner, boundaries, order, segment_workflows)
    verifying = Verifying(project)
    speeds = ExportSpeeds(servers.folder)
    return Workbench(
        project=project,
        importing=importing,
        chain=ChainEditing(project, order, importing, splitting),
        boundaries=boundaries,
        versions=versions,
        converting=Converting(project, scanner, versions),
        decisions=BoundaryDecisions(project, boundaries),
        limits=limits,
        wrong_calls=WrongCalls(project, limits),
        remedies=remedies,
        bridging=Bridging(project, remedies, remedy_frames, scanner, bridge_workflows),
        bridge_offers=BridgeOffers(project, remedies, bridge_workflows, servers),
        approving=approving,
        purging=Purging(project),
        regeneration=regeneration,
        regenerating_several=RegeneratingSeveral(project, regeneration, plans),
        jobs=JobDesk(project),
        engine=JobEngine(
            project,
            walk,
            deciding,
            Dispatching(project, servers),
            RunAdvancing(project, run_steps),
            who,
        ),
        runs=Runs(project, regeneration, scanner, run_steps, first_sizes),
        live=live,
        servers=servers,
        exporting=Exporting(project, speeds),
        estimating=Estimating(project, speeds),
        editorial=Editorial(project, boundaries),
        handing_over=HandingOver(project, versions, boundaries),
        films=FilmCheck(project),
        overview=Overview(project, boundaries),
        verifying=verifying,
        repairing=Repairing(project, verifying, results, servers.client),
        history=History(
            project, versions, boundaries, library, limits, notes, naming, approving, order
        ),
        notes=notes,
        naming=naming,
        pictures=BoundaryPictures(project, boundaries),
        plans=plans,
        workflows=library,
        preflight=preflight,
        continuity=SceneContinuity(project, frames),
        drift=Drift(project, scanner),
    )
