//! Designs of experiments: points of the unit cube, and combinations of levels.
