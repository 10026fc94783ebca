"""Which wish of which part is answered by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.viewer.looping import LoopReach

if TYPE_CHECKING:
    from restitch_app.ui.main_window import MainWindow


def connect_panels(window: MainWindow) -> None:
    """Call once, when all parts are there."""
    _connect_frame(window)
    _connect_jobs(window)
    _connect_review(window)
    _connect_boundary(window)
    _connect_continuity(window)


def _connect_frame(window: MainWindow) -> None:
    window.header.scene_picked.connect(window.session.choose_scene)
    window.header.settings_asked.connect(window.settings.show_server)
    window.header.rename_asked.connect(window.review.rename_scene)
    window.actions_.answer(Act.RENAME_SCENE, window.header.rename)
    window.server_notice.settings_asked.connect(window.settings.show_servers)
    window.actions_.answer(Act.SERVERS, window.settings.show_servers)
    _connect_preferences(window)
    window.actions_.answer(Act.SETTINGS, window.settings.show)
    window.welcome.open_asked.connect(window.project.open)
    window.welcome.locate_asked.connect(window.project.locate)
    window.project.recents_changed.connect(window.welcome.show_recents)
    window.status.watch_cache(lambda: window.viewer.cache_fill)
    window.pages.back_asked.connect(lambda: _back_out(window))
    window.pages.open_asked.connect(lambda: window.timeline.view.open_selected())
    pages = (window.viewer, window.pages.boundary)
    window.window_actions.set_panels(
        [window.header, *pages, window.inspector, window.timeline, window.jobs]
    )


def _back_out(window: MainWindow) -> None:
    """Out of one thing at a time: a blind comparison, what is selected together, full screen."""
    if not window.viewer.blind.cancel() and not window.state.let_go_of_several():
        window.full_screen.leave()


def _connect_preferences(window: MainWindow) -> None:
    preferences, viewer = window.preferences, window.viewer
    preferences.cache_fill = lambda: viewer.cache_fill
    preferences.cache_limit_chosen.connect(viewer.set_cache_limit)
    preferences.volume_chosen.connect(viewer.sounding.set_volume)
    preferences.loop_frames_chosen.connect(lambda frames: viewer.set_reach(LoopReach(frames)))


def _connect_jobs(window: MainWindow) -> None:
    jobs, review = window.jobs, window.review
    jobs.cancel_asked.connect(review.cancel)
    jobs.retry_asked.connect(review.submit_again)
    jobs.review_asked.connect(review.review_result)
    jobs.dismissed.connect(window.put_away.put_away)
    window.put_away.changed.connect(jobs.set_put_away)
    window.put_away.changed.connect(window.timeline.set_put_away)
    jobs.all_jobs_asked.connect(window.job_windows.show_all)
    jobs.details_asked.connect(window.job_windows.show_details)
    jobs.run_pause_asked.connect(window.runs.pause)
    jobs.run_continue_asked.connect(window.runs.go_on)
    jobs.run_end_asked.connect(window.runs.end)
    jobs.run_show_asked.connect(window.runs.show)
    window.job_windows.cancel_asked.connect(review.cancel)
    window.job_windows.retry_asked.connect(review.submit_again)


def _connect_review(window: MainWindow) -> None:
    review, inspector, viewer = window.review, window.inspector, window.viewer
    viewer.use_asked.connect(review.use)
    _connect_damage(window)
    viewer.loop_changed.connect(window.timeline.set_loop)
    viewer.playing.marked.connect(window.timeline.set_points)
    viewer.full_screen_asked.connect(window.full_screen.toggle)
    inspector.use_asked.connect(review.use)
    inspector.audition_asked.connect(viewer.audition)
    inspector.takes_in_hand.connect(viewer.warm.set_takes)
    window.actions_.answer(Act.TAKES, inspector.look_at_takes)
    window.actions_.answer(Act.OPEN_POINTS, inspector.show_open_points)
    inspector.approve_asked.connect(review.approve)
    inspector.needs_work_asked.connect(review.mark_needs_work)
    inspector.withdraw_asked.connect(review.withdraw)
    window.actions_.answer(Act.NEEDS_WORK_REASON, inspector.ask_work_reason)
    inspector.note_asked.connect(window.note_actions.add)
    inspector.note_removed.connect(window.note_actions.remove)
    window.extras.drawings.note_asked.connect(window.note_actions.add)
    inspector.note_edited.connect(window.note_actions.edit)
    inspector.note_resolved.connect(window.note_actions.resolve)
    inspector.show_file_asked.connect(window.project.show_file)
    inspector.purge_asked.connect(window.purging.ask)
    inspector.segment_picked.connect(window.navigation.show_segment)
    inspector.boundary_picked.connect(window.navigation.show_boundary)
    window.actions_.answer(Act.ADD_NOTE, inspector.start_note)
    window.timeline.versions_opened.connect(lambda _index: inspector.show_versions())
    window.timeline.context_menu_asked.connect(window.place_menus.show)
    inspector.regenerate_asked.connect(window.dialogs.regenerate)
    window.dialogs.regeneration_asked.connect(review.regenerate)
    window.dialogs.cascade_asked.connect(window.runs.cascade)
    window.dialogs.extension_asked.connect(window.runs.extend)
    window.actions_.answer(Act.CASCADE, window.asking.cascade_selected)
    window.actions_.answer(Act.EXTEND, window.dialogs.extend)


def _connect_damage(window: MainWindow) -> None:
    damage, mending, inspector = window.damage, window.mending, window.inspector
    damage.found.connect(window.timeline.set_damage)
    damage.found.connect(window.viewer.set_damage)
    damage.found.connect(inspector.segment.set_damage)
    damage.segment_asked.connect(window.navigation.show_segment)
    damage.locate_asked.connect(mending.locate)
    damage.regenerate_asked.connect(window.dialogs.regenerate)
    mending.mended.connect(damage.look_now)
    mending.read.connect(damage.take)
    mending.counting.connect(inspector.segment.set_counting)
    inspector.segment.versions_shown.connect(damage.set_shown)
    inspector.segment.locate_asked.connect(mending.locate)
    inspector.segment.count_asked.connect(mending.count_frames)
    inspector.segment.count_cancelled.connect(mending.stop_counting)
    inspector.segment.convert_asked.connect(window.review.convert)
    faults = window.extras.faults
    faults.use_asked.connect(window.review.use)
    faults.copy_asked.connect(mending.copy_again)
    faults.locate_asked.connect(mending.locate)


def _connect_boundary(window: MainWindow) -> None:
    fixes, pages = window.fixes, window.pages
    answers = window.boundary_answers
    answers.checking_changed.connect(window.timeline.set_checking)
    fixes.apply_asked.connect(answers.apply)
    fixes.bridge.asked.connect(answers.bridge)
    fixes.bridge.cancel_asked.connect(window.review.cancel)
    answers.bridge_answered.connect(fixes.bridge.answered)
    fixes.remove_asked.connect(answers.remove)
    fixes.accept_asked.connect(answers.accept)
    fixes.cut_asked.connect(answers.declare_cut)
    fixes.take_back_asked.connect(answers.take_back)
    fixes.regenerate_asked.connect(window.dialogs.regenerate)
    fixes.failed.connect(lambda error: window.notices.fail(error, "Trying a fix"))
    pages.boundary_shown.connect(window.inspector.set_page_open)
    window.inspector.inspect_asked.connect(pages.open_boundary)
    window.actions_.answer(Act.ACCEPT_WITH_REASON, window.inspector.ask_reason)
    window.timeline.boundary_opened.connect(pages.open_boundary)


def _connect_continuity(window: MainWindow) -> None:
    watch, scene_tab = window.continuity, window.inspector.scene
    watch.changed.connect(lambda: window.timeline.set_continuity(watch.curve))
    watch.changed.connect(lambda: scene_tab.drift.show_drift(watch.drift))
    scene_tab.drift.segment_picked.connect(window.navigation.show_segment)
    scene_tab.drift.reanchor_asked.connect(window.reanchoring.ask)
