from tests.ui.panels import panels, red_project

__all__ = ["panels", "red_project"]
