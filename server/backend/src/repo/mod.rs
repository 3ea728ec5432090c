//! Queries: what a page or a use case needs, in as few statements as it takes.
