//! The tests are in `it/` and `e2e/`.
