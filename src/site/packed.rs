//! The built-in stylesheet and scripts without what only their readers in the repository need: a page's weight counts on a phone.

/// A stylesheet without comments and without spaces that mean nothing.
pub(super) fn css(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
            space = true;
            continue;
        }
        if c.is_whitespace() {
            space = true;
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        }
        // `a :hover` is not `a:hover`, so that a space before a colon stays.
        let parted = kept.is_empty() || kept.ends_with(['{', '}', ';', ':', ',']) || matches!(c, '{' | '}' | ';' | ',');
        if space && !parted {
            kept.push(' ');
        }
        space = false;
        let length = if matches!(c, '"' | '\'') { string(rest) } else { c.len_utf8() };
        kept.push_str(rest.get(..length).unwrap_or(""));
        rest = rest.get(length..).unwrap_or("");
    }
    kept
}

/// How long the string is that a text begins with, its quotes included.
fn string(text: &str) -> usize {
    let mut chars = text.char_indices();
    let quote = chars.next().map(|(_, quote)| quote);
    let mut escaped = false;
    for (at, c) in chars {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if Some(c) == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A script without lines that are comments and without indentation. No text of ours goes over several lines.
pub(super) fn script(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| {
        let comment = line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"));
        !line.is_empty() && !comment
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::theme::built_in;

    #[test]
    fn stylesheets_mean_the_same() {
        for (text, packed) in [
            ("/* a */\n.a :hover, b {\n color: red; /* x */\n}\n", ".a :hover,b{color:red;}"),
            (".a {content: \" , { /* \"; width: calc(1px + 2px)}", ".a{content:\" , { /* \";width:calc(1px + 2px)}"),
            ("a {content: '\\'  ;'} b  >  c {}", "a{content:'\\'  ;'}b > c{}"),
            ("@media (width < 40rem) and (a) {x {y: z}}", "@media (width < 40rem) and (a){x{y:z}}"),
            ("a {b: \"never closed  ", "a{b:\"never closed  "),
            ("a /* never closed", "a"),
        ] {
            assert_eq!(css(text), packed);
        }
    }

    #[test]
    fn scripts_have_no_text_over_several_lines() {
        assert_eq!(script("// a\n\n  b(); // c\n/** d */\n\te();\n"), "b(); // c\ne();\n");
        for name in ["assets/start.js", "assets/search.js"] {
            let text = built_in(name);
            for line in text.lines() {
                assert_eq!(line.matches('`').count() % 2, 0, "{name}: {line}");
            }
            assert!(
                !text.contains("/*") || text.lines().filter(|line| line.contains("/*")).all(|line| line.contains("*/"))
            );
        }
    }
}
