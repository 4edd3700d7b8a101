//! Templates and assets: the built-in ones, and those of the archive that replace them by name.

use std::collections::BTreeMap;
use std::fmt;

use include_dir::{Dir, include_dir};
use tera::value::Key;
use tera::{Context, Tera, Value};

use crate::site::words::Words;

/// Everything under `templates/`, in the binary.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The prefix under which the built-in templates can be extended: `{% extends "builtin/report.html" %}`.
const PREFIX: &str = "builtin/";

/// The picture in a browser's tab.
pub(super) const ICON: &str = "assets/icon.svg";

/// Why a page cannot be rendered, with the template's own words for the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderError(pub String);

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RenderError {}

/// The templates in force and the stylesheet.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    /// The texts of each language, by its tag.
    texts: BTreeMap<String, Value>,
    /// The stylesheet's text.
    pub css: String,
    /// The text of the script that every page runs.
    pub start: String,
    /// The text of the search's script.
    pub search: String,
    /// The icon, an SVG.
    pub icon: String,
}

impl Theme {
    /// The built-in theme with the archive's own templates, by name and text, put over it. `assets/site.css` replaces the stylesheet,
    /// `assets/start.js` and `assets/search.js` the scripts, `assets/icon.svg` the icon.
    ///
    /// # Errors
    /// A template that cannot be read, with its place.
    pub fn new(own: &[(String, String)]) -> Result<Self, RenderError> {
        let mut tera = Tera::default();
        let mut templates: Vec<(String, String)> = Vec::new();
        collect(&BUILT_IN, &mut templates);
        templates.extend(own.iter().filter(|(name, _)| name.ends_with(".html")).cloned());
        let failed = |error: tera::Error| RenderError(format!("a template cannot be read: {error}"));
        tera.set_fallback_prefixes([PREFIX]).map_err(failed)?;
        tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str()))).map_err(failed)?;
        let asset = |name: &str| {
            let own = own.iter().find(|(own, _)| own == name).map(|(_, text)| text.clone());
            own.unwrap_or_else(|| built_in(name))
        };
        Ok(Self {
            tera,
            texts: BTreeMap::new(),
            css: asset("assets/site.css"),
            start: asset("assets/start.js"),
            search: asset("assets/search.js"),
            icon: asset(ICON),
        })
    }

    /// Makes the texts of a language known to the templates.
    pub(super) fn add_texts(&mut self, words: &Words) {
        self.texts.insert(words.tag.clone(), Value::from_serializable(&words.text));
    }

    /// Renders a template with a view. Where the view names a language in `frame.t` or `words`, the template finds its texts: every page
    /// shows the same ones, and none needs a copy.
    ///
    /// # Errors
    /// The template's own words for what it missed and where.
    pub fn render(&self, template: &str, view: &impl serde::Serialize) -> Result<Vec<u8>, RenderError> {
        let failed = |error: tera::Error| RenderError(format!("the template {template} cannot be rendered: {error}"));
        let mut context = Context::from_serialize(view).map_err(failed)?;
        let texts = |tag: &Value| self.texts.get(tag.as_str()?).cloned();
        if let Some(words) = context.get("words").and_then(texts) {
            context.insert_value("words", words);
        }
        if let Some(mut frame) = context.remove("frame").and_then(Value::into_map) {
            if let Some(words) = frame.get(&Key::Str("t")).and_then(texts) {
                frame.insert(Key::Str("t"), words);
            }
            context.insert_value("frame", Value::from(frame));
        }
        self.tera.render(template, &context).map(String::into_bytes).map_err(failed)
    }
}

/// The text of a built-in file; empty where there is none of that name.
pub(super) fn built_in(name: &str) -> String {
    BUILT_IN.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or("").to_owned()
}

/// The names of all built-in files, with `/` between folders.
pub(super) fn built_in_names() -> impl Iterator<Item = String> {
    let folders = BUILT_IN.dirs().chain(std::iter::once(&BUILT_IN));
    folders.flat_map(Dir::files).map(|file| file.path().to_string_lossy().replace('\\', "/"))
}

fn collect(folder: &Dir<'static>, templates: &mut Vec<(String, String)>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| name.ends_with(".html")) {
            templates.push((format!("{PREFIX}{name}"), text.to_owned()));
        }
    }
    folder.dirs().for_each(|dir| collect(dir, templates));
}
