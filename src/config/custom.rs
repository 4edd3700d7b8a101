//! `custom_keys`: front matter keys of the organisation's own.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// The keys, sorted by name as written, or in the order of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomKeys(pub Vec<CustomKey>);

/// A front matter key of the organisation's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomKey {
    /// The key.
    pub name: String,
    /// What it is and who sees it.
    pub settings: CustomKeySettings,
}

/// `[custom_keys.NAME]`: what a key of the organisation's own is and who sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomKeySettings {
    /// What its value looks like.
    pub r#type: CustomType,
    /// The only values it takes; empty: any.
    pub values: Vec<String>,
    /// Whether a report without it is a finding.
    pub required: bool,
    /// What a page calls it; default: it is on no page.
    pub label: Option<String>,
    /// Whether everyone may read it; nothing becomes public by forgetting to say so.
    pub public: bool,
}

/// What the value of a custom key looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustomType {
    /// Anything, also lists and mappings.
    #[default]
    Any,
    /// A text.
    Text,
    /// A list of texts; a single text is a list of one.
    List,
    /// A number.
    Number,
    /// A day: `2024-05-01`.
    Date,
    /// `true` or `false`.
    Flag,
    /// An address that begins with `https://`, `http://` or `mailto:`.
    Link,
}

impl CustomKeys {
    /// The key of a name.
    pub fn get(&self, name: &str) -> Option<&CustomKey> {
        self.0.iter().find(|key| key.name == name)
    }
}

impl CustomType {
    /// What it takes, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::Text => "text",
            Self::List => "a list of texts",
            Self::Number => "a number",
            Self::Date => "a day such as `2024-05-01`",
            Self::Flag => "`true` or `false`",
            Self::Link => "an address that begins with `https://`",
        }
    }
}

impl<'de> Deserialize<'de> for CustomKeys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeysVisitor)
    }
}

/// Takes the short form, a list of names, and the long one, a table for each.
struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = CustomKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of names, or a table for each name")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<CustomKeys, A::Error> {
        let mut keys = Vec::new();
        while let Some(name) = names.next_element()? {
            keys.push(CustomKey { name, settings: CustomKeySettings::default() });
        }
        Ok(CustomKeys(keys))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut tables: A) -> Result<CustomKeys, A::Error> {
        let mut keys = Vec::new();
        while let Some((name, settings)) = tables.next_entry()? {
            keys.push(CustomKey { name, settings });
        }
        Ok(CustomKeys(keys))
    }
}
