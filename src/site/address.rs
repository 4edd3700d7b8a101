//! Where the site stands: what feeds, previews and the sitemap need, since links on pages are relative.

use url::Url;

use crate::site::theme::RenderError;

/// The address of the site's root from what was configured; it ends with `/`.
///
/// # Errors
/// Something that is no absolute `http` or `https` address, or has a query or an anchor.
pub(super) fn base(text: &str) -> Result<Url, RenderError> {
    let refused = |why: &str| {
        let help = "write where the site will stand, such as `https://status.example.com/incidents/`";
        RenderError(format!("`base_url` is `{text}`, {why}; {help}"))
    };
    let mut url = Url::parse(text.trim()).map_err(|_| refused("which is no absolute address"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(refused("which no browser can open from elsewhere"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refused("and pages cannot stand behind a `?` or a `#`"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("and a name or a password would be published with it"));
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url)
}

/// The absolute address of a path of the site. `index.html` of the root is the root.
pub(super) fn absolute(base: &Url, path: &str) -> String {
    let path = if path == "index.html" { "" } else { path };
    base.join(path).map_or_else(|_| base.to_string(), String::from)
}

/// A path in an address: every byte that means something there is written as its number.
pub(super) fn encoded(path: &str) -> String {
    let mut made = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => made.push(char::from(byte)),
            byte => made.push_str(&format!("%{byte:02X}")),
        }
    }
    made
}

/// The folders that a path leads through: `a` and `a/b` of `a/b/c`.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = String> + '_ {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_absolute_and_ends_with_a_slash() {
        let of = |text: &str| base(text).map(|url| absolute(&url, "reports/größe.html")).map_err(|error| error.0);
        let there = "https://example.org/a/reports/gr%C3%B6%C3%9Fe.html";
        assert_eq!(of("https://example.org/a").as_deref(), Ok(there));
        assert_eq!(of(" https://example.org/a/ ").as_deref(), Ok(there));
        for wrong in
            ["example.org", "/a/", "ftp://example.org", "https://example.org/?a", "https://u:p@example.org/", "https:"]
        {
            assert!(of(wrong).is_err_and(|error| error.contains(wrong)), "{wrong}");
        }
        let root = base("https://example.org/a").expect("an address");
        assert_eq!(absolute(&root, "index.html"), "https://example.org/a/");
    }

    #[test]
    fn paths_become_parts_of_an_address() {
        assert_eq!(encoded("reports/2024 Störung #1?.md"), "reports/2024%20St%C3%B6rung%20%231%3F.md");
    }
}
