//! The size of an SVG, and whether it is a picture and nothing more.
//!
//! A page shows it as an image, which runs nothing. But the file is at an address of its own, where a browser opens it like a page: what
//! could run there is not copied into a site.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use crate::archive::pictures::NoPicture;

/// What browsers give an SVG that tells no size.
const NO_SIZE: (f64, f64) = (300.0, 150.0);
/// Elements that run something or hold a page of somebody else.
const ACTIVE: &[&str] = &["script", "iframe", "embed", "object", "handler", "listener", "meta", "base", "link"];

/// Width and height in pixels, each at least 1.
pub(super) fn measured(reader: impl BufRead) -> Result<(u32, u32), NoPicture> {
    let mut reader = Reader::from_reader(reader);
    let mut buffer = Vec::new();
    let mut size = None;
    loop {
        match reader.read_event_into(&mut buffer) {
            Err(_) => return Err(NoPicture::Unknown),
            Ok(Event::Eof) => break,
            // Entities could spell what is looked for here; a style sheet could make it.
            Ok(Event::DocType(text)) if text.contains(&b'[') => return Err(NoPicture::Active),
            Ok(Event::Decl(declared)) => {
                if declared.encoding().is_some_and(|name| !name.is_ok_and(|name| is_plain(&name))) {
                    return Err(NoPicture::Unknown);
                }
            }
            Ok(Event::PI(_)) => return Err(NoPicture::Active),
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if is_active(&element) {
                    return Err(NoPicture::Active);
                }
                if size.is_none() {
                    if element.local_name().as_ref() != b"svg" {
                        return Err(NoPicture::Unknown);
                    }
                    size = Some(size_of(&element));
                }
            }
            Ok(_) => {}
        }
        buffer.clear();
    }
    let (width, height) = size.ok_or(NoPicture::Unknown)?;
    Ok((pixels(width), pixels(height)))
}

fn is_active(element: &BytesStart<'_>) -> bool {
    let name = String::from_utf8_lossy(element.local_name().as_ref()).to_lowercase();
    if ACTIVE.contains(&name.as_str()) {
        return true;
    }
    let mut attributes = element.attributes();
    attributes.with_checks(false).any(|attribute| {
        let Ok(attribute) = attribute else { return true };
        let key = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_lowercase();
        let Some(value) = said(&attribute).map(|value| squeezed(&value)) else { return true };
        key.starts_with("on")
            || key == "srcdoc"
            || value.contains("javascript:")
            || value.contains("data:text/html")
            || (key == "attributename" && value.starts_with("on"))
    })
}

/// The value of an attribute; none where it holds an entity that XML does not know by itself.
fn said(attribute: &Attribute<'_>) -> Option<String> {
    let text = String::from_utf8_lossy(&attribute.value);
    unescape(&text).ok().map(|text| text.into_owned())
}

/// Whether an encoding has the letters of tags where ASCII has them, so that what is read here is what a browser reads.
fn is_plain(encoding: &[u8]) -> bool {
    let name = String::from_utf8_lossy(encoding).to_lowercase();
    matches!(name.as_str(), "utf-8" | "utf8" | "us-ascii" | "ascii")
        || name.starts_with("iso-8859-")
        || name.starts_with("windows-125")
}

/// As browsers read a scheme: without spaces and control characters, whatever the case.
fn squeezed(value: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_lowercase).collect()
}

/// From `width` and `height`; what is not told there, from the shape of `viewBox`.
fn size_of(svg: &BytesStart<'_>) -> (f64, f64) {
    let value = |name: &str| said(&svg.try_get_attribute(name).ok().flatten()?);
    let told = |name: &str| value(name).and_then(|text| length(&text));
    let shape = value("viewBox").and_then(|text| {
        let numbers = text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.filter_map(|part| part.parse().ok()).collect();
        match numbers.as_slice() {
            [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
            _ => None,
        }
    });
    match (told("width"), told("height"), shape) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(shape)) => shape,
        (width, height, None) => (width.unwrap_or(NO_SIZE.0), height.unwrap_or(NO_SIZE.1)),
    }
}

/// A length in pixels; none where it depends on the page.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(digits)?;
    let factor = match unit.trim() {
        "" | "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * factor).filter(|pixels| *pixels > 0.0)
}

/// Whole pixels, from 1 to more than any screen has.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 1 and 100 000 before")]
fn pixels(length: f64) -> u32 {
    length.round().clamp(1.0, 100_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(u32, u32), NoPicture> {
        measured(text.as_bytes())
    }

    #[test]
    fn sizes() {
        for (attributes, size) in [
            ("width='640' height='48.4px'", (640, 48)),
            ("width=\"1in\" height=\"72pt\"", (96, 96)),
            ("viewBox='0 0 200 100'", (200, 100)),
            ("viewBox='0,0,200,100' width='50'", (50, 25)),
            ("viewBox='0 0 200 100' width='100%' height='20'", (40, 20)),
            ("width='100%'", (300, 150)),
            ("width='1e999' height='0'", (300, 150)),
            ("viewBox='0 0 0 0'", (300, 150)),
        ] {
            let text =
                format!("<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg' {attributes}/>");
            assert_eq!(read(&text), Ok(size), "{attributes}");
        }
    }

    #[test]
    fn what_could_run_is_refused() {
        for inside in [
            "<script>1</script>",
            "<x:SCRIPT xmlns:x='y'/>",
            "<g onclick='1'/>",
            "<g ONLOAD='1'/>",
            "<a href='java&#10;script:1'/>",
            "<a xlink:href=' JavaScript:1'/>",
            "<set attributeName='onclick' to='1'/>",
            "<animate attributeName='href' values='javascript:1'/>",
            "<foreignObject><iframe src='x'/></foreignObject>",
            "<g a='&unknown;'/>",
            "<?xml-stylesheet href='x.xsl'?>",
        ] {
            assert_eq!(read(&format!("<svg>{inside}</svg>")), Err(NoPicture::Active), "{inside}");
        }
        assert_eq!(read("<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>"), Err(NoPicture::Active));
        let plain = "<svg><style>a{fill:red}</style><foreignObject><p xmlns='x'>a</p></foreignObject></svg>";
        assert_eq!(read(plain), Ok((300, 150)));
    }

    #[test]
    fn what_is_no_svg_is_none() {
        for text in ["", "words", "<html/>", "<svg", "<svg></g></svg>"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
