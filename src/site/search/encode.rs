//! The index as small script files: a page opened from disk may load scripts, and nothing else.

use serde::Serialize;

/// Sixty-four characters that mean nothing to a script or a page.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Rising numbers as text: the steps between them, five bits a character and the sixth for "goes on"; or behind a `!` one bit for each
/// number, six in a character, where that is shorter.
pub(super) fn list(numbers: &[u32]) -> String {
    let most = numbers.last().map_or(0, |last| *last as usize / 6 + 2);
    let mut text = String::new();
    let mut next = 0;
    for number in numbers {
        let mut step = number.saturating_sub(next);
        next = number + 1;
        while step > 31 {
            text.push(digit(step & 31 | 32));
            step >>= 5;
        }
        text.push(digit(step));
        if text.len() > most {
            return bits(numbers);
        }
    }
    text
}

fn bits(numbers: &[u32]) -> String {
    let mut sixes = vec![0_u32; numbers.last().map_or(0, |last| *last as usize / 6 + 1)];
    for number in numbers {
        if let Some(six) = sixes.get_mut(*number as usize / 6) {
            *six |= 1 << (number % 6);
        }
    }
    std::iter::once('!').chain(sixes.into_iter().map(digit)).collect()
}

fn digit(value: u32) -> char {
    DIGITS.get(value as usize & 63).map_or('A', |digit| char::from(*digit))
}

/// A script that hands over one value under a name. Nothing in it can end a script element or a line.
pub(super) fn script(name: &str, value: &impl Serialize) -> Vec<u8> {
    let json = |text: serde_json::Result<String>| {
        let text = text.unwrap_or_else(|_| "null".to_owned());
        text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
    };
    let (name, value) = (json(serde_json::to_string(name)), json(serde_json::to_string(value)));
    format!("afterword({name},{value})\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_take_the_shorter_way() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&[0, 1, 2]), "!H");
        assert_eq!(list(&[5, 40]), "FiB");
        let all: Vec<u32> = (0..600).collect();
        assert_eq!(list(&all), format!("!{}", "_".repeat(100)));
    }

    #[test]
    fn no_value_ends_the_script() {
        let script = script("a", &"</script><!-- \u{2028}\" \\");
        assert_eq!(
            String::from_utf8_lossy(&script),
            "afterword(\"a\",\"\\u003c/script>\\u003c!-- \\u2028\\\" \\\\\")\n"
        );
    }
}
