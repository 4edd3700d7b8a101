//! Every rule's page has a failing and a passing example, and they are run.

use afterword::checklist::example::{Shows, examples};
use afterword::checklist::rules;

#[test]
fn every_example_of_every_rule_shows_what_it_says() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let examples = examples(rule);
        for (shows, word) in [(Shows::Fails, "failing"), (Shows::Passes, "passing")] {
            if !examples.iter().any(|example| example.shows == shows) {
                wrong.push(format!("{}: the page has no {word} example", rule.name));
            }
        }
        for example in &examples {
            if let Err(difference) = example.run(rule) {
                wrong.push(format!("{}: {difference}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn fixes_make_what_the_page_shows_and_are_stable() {
    for rule in rules::all() {
        let examples = examples(rule);
        for pair in examples.windows(2) {
            let [failing, fixed] = pair else { continue };
            if fixed.shows == Shows::Fixed {
                let once = failing.fixed(rule).expect("the example can be set up");
                assert_eq!(once, fixed.text, "{}: the fix makes another text", rule.name);
                assert_eq!(fixed.fixed(rule).expect("the example can be set up"), once, "{}: not stable", rule.name);
            }
        }
    }
}
