//! The pictures that reports show: files of the archive, found and measured when it is read, read as a whole when a page shows them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{BufReader, Error, Seek as _};
use std::path::{Path, PathBuf};

use imagesize::{Compression, ImageType};
use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use crate::archive::svg;
use crate::incident::Incident;
use crate::source::system_words;

/// The largest picture that a page shows, in bytes: more than that is a mistake on a page that people open on a phone.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// The local pictures of an archive: by report and by the destination written there.
#[derive(Debug, Clone, Default)]
pub struct Pictures(BTreeMap<String, BTreeMap<String, Result<Picture, NoPicture>>>);

/// A file that a page can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it stands, without links on the way.
    pub file: PathBuf,
    /// Its width in pixels, 1 at least.
    pub width: u32,
    /// Its height in pixels, 1 at least.
    pub height: u32,
}

/// Why a page cannot show a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicture {
    /// There is no such file, or it may not be read.
    Missing,
    /// It stands outside the archive.
    Outside,
    /// It is no picture that browsers show: the ending or the bytes say so.
    Unknown,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// An SVG that would do something where it is opened by itself.
    Active,
}

impl fmt::Display for NoPicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "does not exist",
            Self::Outside => "stands outside the archive",
            Self::Unknown => "is not a picture that a page can show",
            Self::TooLarge => "is larger than 32 MiB",
            Self::Active => "holds a script, or what could become one",
        })
    }
}

impl NoPicture {
    /// What a writer can do about it.
    pub fn help(self) -> &'static str {
        match self {
            Self::Missing => "correct the path; it counts from this file",
            Self::Outside => "move it beside the report: a site is made from its archive alone",
            Self::Unknown => "save it as png, jpeg, gif, webp, avif or svg, with that ending",
            Self::TooLarge => "save it smaller; people open the page on a phone",
            Self::Active => {
                "save it as plain SVG, without scripts, handlers, entities and style sheets of others, or as png"
            }
        }
    }
}

impl Pictures {
    /// Looks for the pictures of reports. `root` is the folder of the archive; a report outside it may show what stands under its own folder.
    pub(super) fn of(incidents: &[Incident], root: &Path) -> Self {
        let here = Path::new(".");
        let root = if root.as_os_str().is_empty() { here } else { root }.canonicalize().ok();
        let found = incidents.par_iter().filter_map(|incident| {
            let mut wanted =
                incident.body.links.iter().filter(|link| link.image && is_local(&link.destination)).peekable();
            wanted.peek()?;
            let folder = Path::new(&incident.source.path).parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(here).canonicalize().ok();
            let inside = root.as_ref().filter(|root| folder.as_ref().is_some_and(|folder| folder.starts_with(root)));
            let limits = folder.as_deref().zip(inside.or(folder.as_ref()));
            let sought = wanted.map(|link| {
                let picture = limits.ok_or(NoPicture::Missing);
                let picture = picture.and_then(|(folder, root)| Picture::find(folder, root, &link.destination));
                (link.destination.clone(), picture)
            });
            Some((incident.source.path.clone(), sought.collect()))
        });
        Self(found.collect())
    }

    /// The picture with this destination in the report of this path. What nobody looked for is missing.
    ///
    /// # Errors
    /// Why there is none to show.
    pub fn get(&self, path: &str, destination: &str) -> Result<&Picture, NoPicture> {
        let sought = self.0.get(path).and_then(|of_report| of_report.get(destination));
        sought.map_or(Err(NoPicture::Missing), |sought| sought.as_ref().map_err(|why| *why))
    }
}

/// Whether a destination names a file beside the report: no address, no other scheme, no path from somebody's root, no place on the page.
pub fn is_local(destination: &str) -> bool {
    let first = destination.split(['/', '?', '#']).next().unwrap_or("");
    !destination.is_empty() && !destination.starts_with(['/', '#', '?', '\\']) && !first.contains(':')
}

/// The path in a destination: without what addresses may have behind it, and with its signs as they are on disk.
pub fn path_of(destination: &str) -> Option<String> {
    let path = destination.split(['?', '#']).next().unwrap_or("");
    Some(percent_decode_str(path).decode_utf8().ok()?.into_owned())
        .filter(|path| !path.is_empty() && !path.contains('\0'))
}

impl Picture {
    /// Its name as that of a file in a site, and its ending: letters, digits and `-`, `_`, `.`.
    pub fn name(&self) -> (String, String) {
        let part = |part: Option<&std::ffi::OsStr>| {
            let text = part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
            let kept = text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' });
            // File systems end a name at 255 bytes.
            kept.take(60).collect::<String>()
        };
        let stem = part(self.file.file_stem());
        let stem = stem.trim_matches(['.', '-']);
        let stem = if stem.is_empty() { "picture" } else { stem };
        (stem.to_owned(), part(self.file.extension()).to_lowercase())
    }

    /// Its bytes, as they are now.
    ///
    /// # Errors
    /// What the disk said, in words.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        let shown =
            |error: Error| format!("the picture `{}` cannot be read: {}", self.file.display(), system_words(&error));
        std::fs::read(&self.file).map_err(shown)
    }

    fn find(folder: &Path, root: &Path, destination: &str) -> Result<Self, NoPicture> {
        let path = path_of(destination).ok_or(NoPicture::Missing)?;
        let ending =
            Path::new(&path).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        // Links on the way are followed first: one inside the archive may lead out of it.
        let file = folder.join(path).canonicalize().map_err(|_| NoPicture::Missing)?;
        if !file.starts_with(root) {
            return Err(NoPicture::Outside);
        }
        let open = File::open(&file).map_err(|_| NoPicture::Missing)?;
        let about = open.metadata().map_err(|_| NoPicture::Missing)?;
        if !about.is_file() {
            return Err(NoPicture::Unknown);
        }
        if about.len() > MAX_BYTES {
            return Err(NoPicture::TooLarge);
        }
        let (width, height) = measured(&ending, BufReader::new(open))?;
        Ok(Self { file, width, height })
    }
}

/// Width and height of a picture whose name has this ending.
fn measured(ending: &str, mut reader: BufReader<File>) -> Result<(u32, u32), NoPicture> {
    if ending == "svg" {
        return svg::measured(reader);
    }
    let kind = imagesize::reader_type(&mut reader).map_err(|_| NoPicture::Unknown)?;
    let fits = match kind {
        ImageType::Png => ending == "png",
        ImageType::Jpeg => matches!(ending, "jpg" | "jpeg"),
        ImageType::Gif => ending == "gif",
        ImageType::Webp => ending == "webp",
        ImageType::Heif(Compression::Av1) => ending == "avif",
        _ => false,
    };
    let size = kind.reader_size(&mut reader).map_err(|_| NoPicture::Unknown)?;
    let side = |pixels: usize| u32::try_from(pixels).ok().filter(|pixels| *pixels > 0).ok_or(NoPicture::Unknown);
    if !fits {
        return Err(NoPicture::Unknown);
    }
    let (width, height) = (side(size.width)?, side(size.height)?);
    Ok(if kind == ImageType::Jpeg && lies_on_its_side(&mut reader) { (height, width) } else { (width, height) })
}

/// Whether a photograph says that it is to be turned by a quarter: cameras write what their sensor saw, and browsers turn it.
fn lies_on_its_side(reader: &mut BufReader<File>) -> bool {
    // What cannot be read turns nothing.
    let about = reader.rewind().ok().and_then(|()| exif::Reader::new().read_from_container(reader).ok());
    let turned =
        about.as_ref().and_then(|about| about.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0));
    turned.is_some_and(|turned| (5..=8).contains(&turned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_local() {
        for yes in ["graph.png", "../a/graph.png", "a%20b.svg", "a?b:c", "./a:b.png"] {
            assert!(is_local(yes), "{yes}");
        }
        for no in [
            "",
            "/a.png",
            "//host/a.png",
            "https://host/a.png",
            "data:image/png;base64,x",
            "C:\\a.png",
            "\\\\host\\a.png",
            "#a",
            "?a",
        ] {
            assert!(!is_local(no), "{no}");
        }
        assert_eq!(path_of("a%20b.png?raw=true#x").as_deref(), Some("a b.png"));
        assert_eq!(path_of("a%00.png"), None);
        assert_eq!(path_of("%ff.png"), None);
    }
}
