"""Who answers what a reviewer wishes of segments, boundaries and the scene."""
