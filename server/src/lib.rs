//! The binary `saiets`: settings, router, middleware, commands.

pub mod commands;
pub mod http;
pub mod open;
pub mod settings;
