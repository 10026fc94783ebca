"""What the Help menu gives to read or to copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.help.about import versions_text
from restitch_app.ui.help.guide import GuideDialog
from restitch_app.ui.language.translating import tr


class HelpActions(QObject):
    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        context.actions.answer(Act.GUIDE, self.show_guide)
        context.actions.answer(Act.COPY_DIAGNOSTICS, self.copy_diagnostics)

    @Slot()
    def show_guide(self) -> None:
        """Asked for twice, the one that is open comes to the front."""
        shown = [one for one in self._window.findChildren(GuideDialog) if one.isVisible()]
        dialog = shown[0] if shown else GuideDialog(self._context.theme, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot()
    def copy_diagnostics(self) -> None:
        """The log is read in the background; then all is in the clipboard."""
        log_file = self._context.session.outside.log_file
        facts = self._facts()

        def gather(_ctx: JobContext) -> str:
            from restitch_app.services.diagnostics import (
                codec_facts,
                last_troubles,
                without_secrets,
            )

            troubles = last_troubles(log_file) or ("none",)
            lines = (*facts, f"Codecs: {codec_facts()}", "Last warnings and errors:", *troubles)
            return without_secrets("\n".join(lines))

        job = self._context.runners.desk.submit("Gathering diagnostics", gather)
        job.succeeded.connect(self._copied)
        job.failed.connect(partial(self._context.notices.fail, doing="Gathering diagnostics"))

    def _facts(self) -> list[str]:
        """What the window knows itself: counts, never names of scenes or files."""
        platform = QGuiApplication.platformName()
        screens = [
            f"{one.size().width()}×{one.size().height()} at {one.devicePixelRatio():g}"
            for one in QGuiApplication.screens()
        ]
        facts = [versions_text(), f"Screens: {', '.join(screens)} ({platform})"]
        for state in self._context.servers.states:
            version = f"ComfyUI {state.version}" if state.version else "ComfyUI"
            how = "answers" if state.is_answering else state.problem or "not asked yet"
            facts.append(f"Server: {state.server.url}, {version}, {how}")
        overview = self._context.state.overview
        if overview is not None:
            scene = overview.scene
            facts.append(
                f"Scene: {len(overview.current)} segments, {scene.width}×{scene.height}, "
                f"{float(scene.rate):g} fps"
            )
        worst = self._context.notices.worst
        if worst is not None:
            facts.append(f"Shown now: {worst.title} {worst.text}".strip())
        return facts

    @Slot(object)
    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.notices.say(
            tr("Diagnostics copied, without keys and names of folders"), "check"
        )
