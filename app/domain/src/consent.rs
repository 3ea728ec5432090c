//! What people agree to, each purpose by itself.

use crate::text::Lang;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A use of what is known of a person that needs the person's consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// To appear in the directory.
    Directory,
    /// That answers are used for anonymous research.
    Research,
    /// To be asked for advice.
    Contact,
}

impl Purpose {
    /// The name in the API and in the database.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What the person agrees to, word for word. It is stored with each decision, so that a later change of words does not change
    /// what somebody agreed to.
    pub fn wording(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Directory, Lang::En) => {
                "Participants who are signed in may see my name, organisation and fields of work in the directory."
            }
            (Self::Directory, Lang::Lv) => {
                "Dalībnieki, kas ir pieteikušies, katalogā drīkst redzēt manu vārdu, organizāciju un darbības jomas."
            }
            (Self::Research, Lang::En) => {
                "My answers may be used for research on professionals from Latvia, without my name or place of work."
            }
            (Self::Research, Lang::Lv) => {
                "Manas atbildes drīkst izmantot pētījumos par profesionāļiem no Latvijas, nenorādot manu vārdu un darbavietu."
            }
            (Self::Contact, Lang::En) => "Ministries and embassies may ask for my advice through Saiets, without seeing my address.",
            (Self::Contact, Lang::Lv) => {
                "Ministrijas un vēstniecības drīkst lūgt manu padomu ar Saiets starpniecību, neredzot manu adresi."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_purpose_says_what_is_agreed_to_in_both_languages() {
        for purpose in Purpose::iter() {
            assert_eq!(purpose.name().parse(), Ok(purpose));
            assert!(purpose.wording(Lang::Lv).len() > 40 && purpose.wording(Lang::En).len() > 40);
        }
    }
}
