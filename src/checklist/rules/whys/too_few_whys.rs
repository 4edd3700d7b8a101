use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Why;

rule! {
    /// The chain of whys goes at least three deep.
    ///
    /// The first answer names what broke, the second how; only from the third on it comes to something that can be changed for good: a review, a
    /// design, a habit. Five is a custom, not a law. A chain that branches counts by its longest branch.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why were the shops slow?
    ///     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ why is asked once only
    ///     because: A report held the lock.
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why were the shops slow?
    ///     because: A report held the lock.
    ///   - why: Why did it hold the lock?
    ///     because: It reads the live database.
    ///   - why: Why does it read the live database?
    ///     because: There is no copy to read from.
    /// ---
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// A report held the lock.
    /// ```
    "too-few-whys", Advice, FiveWhys
}

/// Fewer are a cause and a half.
const ENOUGH: usize = 3;

fn check(case: &Case<'_>, report: &mut Report) {
    let whys = case.incident.five_whys();
    let deep = depth(whys).max(whys.len());
    if let Some(first) = whys.first().filter(|_| deep < ENOUGH) {
        let asked = if deep == 1 { "once".to_owned() } else { "twice".to_owned() };
        report
            .at(first.span.clone(), format!("why is asked {asked} only"))
            .help("ask on, until the answer is a process or a design that can be changed");
    }
}

fn depth(whys: &[Why]) -> usize {
    let below = |why: &Why| why.because.iter().map(|answer| depth(&answer.whys)).max().unwrap_or(0);
    whys.iter().map(|why| 1 + below(why)).max().unwrap_or(0)
}
