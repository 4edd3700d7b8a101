//! Japanese headings.

use crate::incident::action_item::ActionKind;
use crate::incident::headings::{Groups, Meaning, Table};

/// Meaning · headings that mean it as a whole · phrases that mean it inside a longer heading too.
#[rustfmt::skip]
pub(super) const TABLE: Table = &[
    (Meaning::Summary, &["サマリー", "サマリ", "概要", "要約"], &["概要", "サマリー"]),
    (Meaning::Impact, &["影響", "影響範囲", "影響の内訳"], &["影響"]),
    (Meaning::Detection, &["検知", "発見"], &["検知ルート", "検知の経緯"]),
    (Meaning::Trigger, &["トリガー", "引き金"], &["トリガー"]),
    (Meaning::RootCause, &["根本原因", "直接原因", "原因", "根本原因分析", "原因分析"], &["根本原因", "直接原因", "原因分析"]),
    (Meaning::ContributingFactors, &["寄与要因", "要因"], &["寄与要因"]),
    (Meaning::Mitigators, &["緩和要因", "軽減要因"], &["被害を抑えた", "影響を抑えた"]),
    (Meaning::Risks, &["リスク", "残るリスク"], &["残存リスク", "残りのリスク"]),
    (Meaning::FiveWhys, &["なぜなぜ分析", "5つのなぜ", "なぜなぜ"], &["なぜなぜ分析", "5つのなぜ"]),
    (Meaning::Resolution, &["復旧", "対応", "解決", "解決策", "緩和策・復旧", "緩和", "対処"], &["復旧", "解決策"]),
    (Meaning::Timeline, &["タイムライン", "時系列", "経緯", "経過"], &["タイムライン", "時系列"]),
    (Meaning::Updates, &["告知", "お知らせ", "ユーザーへの連絡"], &["ユーザーへの"]),
    (Meaning::WentWell, &["良かったこと", "良かった点"], &["うまくいったこと", "うまくいった点"]),
    (Meaning::WentWrong, &["改善が必要なこと", "悪かったこと", "問題点"], &["うまくいかなかったこと", "うまくいかなかった点", "改善が必要"]),
    (Meaning::GotLucky, &[], &["運が良かったこと", "運が良かった点", "幸運"]),
    (
        Meaning::Lessons,
        &["教訓", "学び", "学んだこと", "得られた教訓", "まとめ", "技術的教訓", "組織的教訓", "技術的な学び", "組織的な学び", "技術的な教訓", "組織的な教訓", "追加学び"],
        &["教訓", "学び"],
    ),
    (Meaning::ActionItems, &["アクションアイテム", "再発防止策", "対策", "今後の対応", "再発防止", "アクション"], &["アクションアイテム", "再発防止"]),
    (Meaning::Background, &["背景", "前提"], &["背景"]),
    (Meaning::References, &["参考資料", "参考", "関連ドキュメント", "関連リソース", "関連情報", "外部参照", "参考リンク"], &["参考資料", "関連"]),
    (Meaning::Metadata, &["メタデータ", "基本情報"], &["メタデータ"]),
    (Meaning::Participants, &["担当者", "関係者"], &[]),
    (Meaning::Technologies, &["使用技術"], &[]),
];

#[rustfmt::skip]
pub(super) const GROUPS: Groups = &[
    ("予防", Some(ActionKind::Prevent)),
    ("検知", Some(ActionKind::Detect)),
    ("緩和", Some(ActionKind::Mitigate)),
    ("プロセス", Some(ActionKind::Process)),
    ("短期", None),
    ("長期", None),
    ("中期", None),
    ("即時", None),
];
