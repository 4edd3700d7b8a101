//! The language rules on Japanese: sentences as reports have them, guilty ones and ones that only look so.

use afterword::archive::Archive;
use afterword::checklist;
use afterword::checklist::selection::Selection;
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// The words that a rule marks in a text.
fn marked(rule: &str, text: &str) -> Vec<String> {
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let findings = checklist::check(&archive, &Config::default(), &Selection::default(), today);
    let of_rule = findings.of(0).iter().filter(|finding| finding.rule.name == rule);
    of_rule.map(|finding| archive.incidents[0].source.slice(&finding.span).to_owned()).collect()
}

/// Those of some sentences, each a report of its own, that a rule marks or does not.
fn only(rule: &str, sentences: &[&'static str], is_marked: bool) -> Vec<&'static str> {
    let text = |sentence: &str| format!("---\ntitle: 障害\nstatus: final\naudience: public\n---\n\n## 概要\n\n{sentence}\n");
    sentences.iter().copied().filter(|sentence| marked(rule, &text(sentence)).is_empty() != is_marked).collect()
}

/// What might have been.
const UNREAL: &[&str] = &[
    "事前に負荷試験を実施していれば、この障害は防げたと考えられます。",
    "切り替え手順を文書化しておけば、復旧はもっと早かったはずだ。",
    "証明書の有効期限を監視していれば、失効前に気づくことができた。",
    "リリース担当者は設定ファイルの差分を確認すべきだった。",
    "もっと早い段階でベンダーに連絡すべきでした。",
    "レビューで見つけられたはずの不備である。",
    "あの時点で切り戻していれば、影響は5分で済んだ。",
    "夜間当番が警告を見落とさなければ、注文の二重登録は発生しなかった。",
    "二人で作業していたら、誤ったディスクを抜くことはなかっただろう。",
    "バックアップの復元を一度でも試していれば、破損は事前に検知できたであろう。",
    "本来であれば、移行の前に利用部門へ告知しておくべきであった。",
    "アラートの閾値が適切に設定されていれば、顧客からの問い合わせを待たずに検知できていた。",
    "段階的に配信していたならば、被害を一部の店舗に限定できたと思われる。",
    "せめてステージング環境で確認しておけばよかった。",
    "容量の見積もりをやり直していれば、ディスクの枯渇は避けられた。",
    "監視項目にキューの長さが含まれていれば、1時間早く復旧できた可能性が高い。",
    "手順書を読んでいれば、再起動の順序を間違えずに済んだ。",
    "この変更は金曜の夕方に行うべきではなかった。",
    "冗長構成を取っていれば決済の停止には至らなかった。",
    "事前に連絡をいただければ、もっと早く対処できたのに。",
];

/// What happened, what is planned, what was feared, and how a system behaves.
const REAL: &[&str] = &[
    "今後は、リリース前に必ず差分を確認すべきである。",
    "有効期限を監視すれば、失効前に検知できる。",
    "接続に失敗していれば、クライアントは30秒後に再試行する。",
    "あの時点で切り戻していれば防げたのだろうか？",
    "「確認すべきだった」という表現は報告書では使わない。",
    "幸い予備系に切り替えることができた。",
    "発見がもう少し遅ければ、被害は数万件に広がっていた。",
    "予備電源がなければ、全館が停止していた。",
    "手動での再起動により、10分で復旧できた。",
    "このジョブは毎日3時に実行されるはずだったが、設定の誤りで起動しなかった。",
    "旧バージョンのままであれば、警告は出力されない。",
    "どのような監視をしていても、この停電は防げなかった。",
    "冗長構成でなければ復旧できなかった。",
    "ログが残っていれば送付してください。",
    "リトライが有効になっていれば、リクエストは自動的に再送される。",
    "設定が反映されていれば緑色で表示される。",
    "担当者がたまたま出社していたため、早期に検知できた。",
    "次回からは、作業前に二人で確認することで誤操作を防げるようにする。",
    "攻撃者が鍵を入手していれば、全顧客の情報を閲覧できた可能性がある。",
    "ロックが解放されるべきタイミングで解放されず、処理が止まった。",
    "値がゼロの行はスキップされるべきだったが、集計に含まれていた。",
    "復旧できたはずの端末から、順に再接続を確認した。",
];

/// Phrases from a box.
const CANNED: &[&str] = &[
    "ご迷惑をおかけしましたことを深くお詫び申し上げます。",
    "お客様には大変ご不便をおかけし、誠に申し訳ございませんでした。",
    "本書は個人の責任を問うことを目的としたものではありません。",
    "このレビューは誰が悪いかではなく、仕組みの改善に焦点を当てます。",
    "今後このようなことがないよう、再発防止に努めてまいります。",
    "二度とこのような事態を起こさぬよう、全社を挙げて取り組んでまいります。",
    "当社はセキュリティを最優先事項と考えております。",
    "今回の事態を重く受け止めております。",
    "何卒ご理解とご協力を賜りますようお願い申し上げます。",
    "引き続きサービスの品質向上に努めてまいります。",
    "皆様の信頼回復に全力で取り組む所存です。",
    "関係者の皆様に多大なるご迷惑とご心配をおかけしましたことを、心よりお詫びいたします。",
    "再発防止に万全を期す。",
    "犯人探しではなく、学びを得ることが本文書の目的である。",
    "管理体制を一層強化し、お客様に安心してご利用いただけるよう努める。",
    "なにとぞご容赦くださいますようお願いいたします。",
];

/// The same words in sentences that say something.
const OWN_WORDS: &[&str] = &[
    "3時間にわたり請求書を発行できず、月末の締めに間に合わなかった店舗の皆様にお詫びします。",
    "再発防止のため、証明書の期限を毎日確認するジョブを追加した。",
    "> ご迷惑をおかけし、誠に申し訳ございません。",
    "お客様へは「ご不便をおかけして申し訳ございません」と案内した。",
    "配送の遅れでご迷惑をおかけした取引先は12社である。",
    "この処理は夜間の集計より優先される。",
    "最優先で対応したのはデータベースの復元だった。",
    "再発防止策: 接続数の上限を半分に下げる。",
    "誰が悪いかを議論する前に、ログを調べた。",
    "重い処理を受け止めるワーカーが足りなかった。",
    "エラーが二度と発生しないことを、72時間の試験で確かめた。",
    "同じ障害が今後起きないように、入力の長さを検査する処理を入れた。",
    "全力で動いていたファンの音で異常に気づいた。",
    "個人の端末には影響がなかった。",
    "責任者の個人情報は含まれていない。",
    "利用規約の同意画面で、ご理解いただいた旨のチェックが外れていた。",
    "品質向上のため、テストを40件追加した。",
];

#[test]
fn what_might_have_been_is_found() {
    assert_eq!(only("counterfactual", UNREAL, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("counterfactual", REAL, true), Vec::<&str>::new(), "innocent");
}

#[test]
fn phrases_from_a_box_are_found() {
    assert_eq!(only("canned-phrase", CANNED, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("canned-phrase", OWN_WORDS, true), Vec::<&str>::new(), "innocent");
}
