use crate::checklist::japanese::is_japanese;
use crate::checklist::phrases::voice::HINDSIGHT;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It does not judge from the end.
    ///
    /// Knowing how it ended makes every sign look plain. Those who saw it live had a hundred signs and no ending. Tell what they saw, and why it
    /// looked right.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// In hindsight the alarm was clear.
    /// ^^^^^^^^^^^^ `In hindsight` judges from the end
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Rückblickend war der Fehler leicht zu erkennen.
    /// ^^^^^^^^^^^^ `Rückblickend` judges from the end
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 今思えば、前日の遅延が予兆だった。
    /// ^^^^ `今思えば` judges from the end
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The dashboard showed green until 10:40. Nothing about the alarm was obvious to us at night.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Lessons
    ///
    /// The review is called "With Hindsight". It was not obvious that the lock was shared. Im Nachhinein haben wir die Rechnungen verschickt.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 結果論で判断しないよう、当時の画面を残した。「今思えば」とは書かない。
    /// ```
    "hindsight", Advice, IsAuthentic
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(HINDSIGHT) {
        // "Im Nachhinein haben wir die Rechnungen verschickt": afterwards.
        let afterwards = spoken.word.eq_ignore_ascii_case("im nachhinein")
            && spoken.words_after().first().is_some_and(|word| ["haben", "habe", "hat", "wurde", "wurden"].contains(&word.as_str()));
        // 「結果論で判断しない」
        let denied = is_japanese(&spoken.word) && spoken.after.contains("ない");
        if afterwards || denied {
            continue;
        }
        report
            .at(spoken.span.clone(), format!("`{}` judges from the end", spoken.word))
            .help("tell what was seen at the time, and why it looked right");
    }
}
