//! Queries: what a page or a use case needs, in as few statements as it takes.

pub mod agenda;
pub mod agenda_known;
pub mod date_polls;
pub mod event_list;
pub mod event_page;
pub mod events;
pub mod feeds;
pub mod hosts;
pub mod interest;
pub mod invitations;
pub mod organise;
pub mod people;
pub mod places;
pub mod planning;
pub mod runs;
pub mod seats;
pub mod series;
pub mod series_page;
