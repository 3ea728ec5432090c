//! The parts pages are built from. They take the language from the page being rendered.

mod calendar;
mod clock;
mod coming;
mod event;
mod facts;
mod field;
mod layout;
mod letter;
mod markdown;
mod notice;
mod said;
mod seats;
mod stackbar;
mod table;
mod versions;

pub use calendar::Subscribe;
pub use clock::{Beside, Clock, Elsewhere, own_time};
pub use coming::{Coming, ComingList};
pub use event::{Status, Years, YearsDate};
pub use facts::{Fact, Facts};
pub use field::{Checkbox, Choice, Choices, ErrorSummary, Field, Scale, Select, TextPair};
pub use layout::{Actions, Contents, Mine, Section, Tab, Title};
pub use letter::LetterStart;
pub use markdown::{Markdown, Spoken};
pub use notice::{Empty, Notice};
pub use said::Said;
pub use seats::{Seats, mode};
pub use stackbar::{Share, StackBar};
pub use table::{Pager, Table};
pub use versions::{Named, in_both, versions};
