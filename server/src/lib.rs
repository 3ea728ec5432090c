//! The binary `saiets`: settings, router, middleware, commands.

pub mod check;
pub mod commands;
pub mod http;
pub mod observe;
pub mod open;
pub mod settings;
