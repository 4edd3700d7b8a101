//! Templates and assets: the built-in ones, and those of the archive that replace them by name.

use std::collections::BTreeMap;
use std::fmt;

use include_dir::{Dir, include_dir};
use tera::value::Key;
use tera::{Context, ErrorKind, Tera, Value};

use crate::site::fingerprint;
use crate::site::packed;
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
        tera.set_fallback_prefixes([PREFIX]).map_err(|error| explained(&error))?;
        tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .map_err(|error| explained(&error))?;
        let asset = |name: &str, packed: fn(&str) -> String| {
            let own = own.iter().find(|(own, _)| own == name).map(|(_, text)| text.clone());
            own.unwrap_or_else(|| packed(&built_in(name)))
        };
        let mut css = asset("assets/site.css", packed::css);
        // One file, so that a page asks for no more than before; what comes last wins.
        if let Some((_, extra)) = own.iter().find(|(name, _)| name == "assets/extra.css") {
            css.push_str("\n/* assets/extra.css */\n");
            css.push_str(extra);
        }
        Ok(Self {
            tera,
            texts: BTreeMap::new(),
            css,
            start: asset("assets/start.js", packed::script),
            search: asset("assets/search.js", packed::script),
            icon: asset(ICON, str::to_owned),
        })
    }

    /// The paths of the stylesheet and of every page's script. A name changes with the text, so that no browser shows a new page with an
    /// old stylesheet.
    pub(super) fn addresses(&self) -> [String; 2] {
        let (css, start) = (fingerprint(self.css.as_bytes()), fingerprint(self.start.as_bytes()));
        [format!("assets/site.{css:08x}.css"), format!("assets/start.{start:08x}.js")]
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
        let mut context = Context::from_serialize(view).map_err(|error| explained(&error))?;
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
        // Most pages fit; one that grows step by step is copied at each.
        let mut page = Vec::with_capacity(32 * 1024);
        self.tera.render_to(template, &context, &mut page).map_err(|error| explained(&error))?;
        Ok(page)
    }
}

/// What is wrong with a template, where, and what to do.
fn explained(error: &tera::Error) -> RenderError {
    let (place, message, excerpt) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (span, message) = (report.span(), report.message());
            let place = format!("templates/{}:{}:{}", report.filename(), span.start_line, span.start_col + 1);
            let shown = error.to_string();
            let excerpt =
                shown.split_once("-->").and_then(|(_, rest)| rest.split_once('\n')).map(|(_, rest)| rest.to_owned());
            (place, message.to_owned(), excerpt)
        }
        ErrorKind::CircularInclude { tpl, include_chain: chain }
        | ErrorKind::CircularExtend { tpl, inheritance_chain: chain } => {
            (format!("templates/{tpl}"), format!("this template comes back to itself: {}", chain.join(" → ")), None)
        }
        ErrorKind::MissingParent { current, parent } => {
            (format!("templates/{current}"), format!("it extends `{parent}`, which does not exist"), None)
        }
        other => placed(&other.to_string()),
    };
    let place = place.replace("templates/builtin/", "built-in ");
    let excerpt = excerpt.map(|excerpt| format!("\n{excerpt}")).unwrap_or_default();
    RenderError(format!("{place}: {message}{excerpt}\nhelp: {}", help(&message)))
}

/// Several errors at once come as one text, each as `error: MESSAGE`, ` --> PLACE` and the line; the first says enough.
fn placed(text: &str) -> (String, String, Option<String>) {
    let first = text.split("\n\nerror:").next().unwrap_or(text);
    let message = first.lines().next().unwrap_or("").trim_start_matches("error: ").to_owned();
    match first.split_once("--> ").and_then(|(_, rest)| rest.split_once('\n')) {
        Some((place, excerpt)) => (format!("templates/{place}"), message, Some(excerpt.to_owned())),
        None => ("templates".to_owned(), first.to_owned(), None),
    }
}

/// What to do about a template's error, by what it is about.
fn help(message: &str) -> &'static str {
    let message = message.to_lowercase();
    if message.contains("block") && message.contains("not defined") {
        "the blocks of each template are listed in the guide's chapter on templates; a template that others extend keeps the blocks they fill"
    } else if message.contains("comes back") {
        "extend or include the built-in template by its long name, such as `builtin/report.html`"
    } else if message.contains("not found") || message.contains("does not exist") || message.contains("doesn't exist") {
        "use the name of a built-in template, such as `builtin/base.html`, or of a file in the archive's templates folder"
    } else if message.contains("undefined") || message.contains("variable") || message.contains("field") {
        "the variables of each template are listed in the guide's chapter on templates; `{{ __tera_context }}` shows those of a page"
    } else {
        "templates are written in Tera 2; the built-in ones show how"
    }
}

/// The text of a built-in file; empty where there is none of that name.
pub(super) fn built_in(name: &str) -> String {
    BUILT_IN.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or("").to_owned()
}

/// All built-in files, by name and text.
pub(super) fn built_in_files() -> impl Iterator<Item = (String, String)> {
    built_in_names().map(|name| {
        let text = built_in(&name);
        (name, text)
    })
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
