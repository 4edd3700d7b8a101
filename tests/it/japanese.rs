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
    let text =
        |sentence: &str| format!("---\ntitle: 障害\nstatus: final\naudience: public\n---\n\n## 概要\n\n{sentence}\n");
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

/// The same as [`UNREAL`], by other turns of phrase.
const UNREAL_TOO: &[&str] = &[
    "事前のリハーサルさえ行っておけば、当日の混乱は起こらずに済んだと言える。",
    "通知先のメールアドレスを更新してさえいれば、警告は届いていたはずである。",
    "もし夜間バッチの所要時間を計測していたのであれば、遅延の兆候に気づいていたかもしれない。",
    "障害訓練を実施していたら、誰がどこへ連絡するかで20分も失わなかったはずだ。",
    "もう一段慎重に進めるべきだったと反省している。",
    "旧システムを並行稼働させておけば、切り戻しに半日もかからなかった。",
    "回線を二重化していれば、拠点の業務が止まることはなかった。",
    "容量警告の段階で手を打っていれば、書き込み停止は免れた。",
    "警報の優先度をもう少し高く設定しておくべきでした。",
    "あと10分早く異常に気づいていたら、配信先は3社で済んだ。",
    "監視画面を常時表示していれば異常値を見逃すことはなかったと思います。",
    "外部レビューを受けていれば未然に防止できていた事案である。",
    "更新手順が一か所にまとまっていたら、作業漏れは起きなかったのではないか。",
];

/// The same as [`REAL`], by other turns of phrase.
const REAL_TOO: &[&str] = &[
    "応答が10秒以内に返ってこなければ、接続は破棄される。",
    "監視の閾値を下げれば誤検知が増えるため、当面は現状を維持する。",
    "切り替えは自動で行われるはずだが、念のため翌朝に確認する。",
    "当日は技術者が二名とも現場にいたので、すぐに復旧できた。",
    "仮に停電が翌日まで続いていれば、在庫データの一部は失われていた。",
    "証明書を更新しなければならなかったため、配信を一時停止した。",
    "管理者権限を持っていれば、誰でも設定を変更できた。",
    "予定どおりであれば作業は2時に終わっていた。",
    "どの時点で連絡すべきだったのかを、次回の会議で話し合う。",
    "フェイルオーバーが動作したので、利用者への影響は発生しなかった。",
    "運よく深夜だったため、注文への影響は避けられた。",
    "検証環境では、同じ設定にしていても問題は起きなかった。",
    "再送が成功していれば、状態は「完了」になっている。",
    "キャッシュに残っていた利用者は、そのまま閲覧できたはずである。",
    "どの段階で止めていれば防げたか。",
    "二人で作業していれば防げたかどうかを話し合う。",
];

/// The same as [`CANNED`], by other turns of phrase.
const CANNED_TOO: &[&str] = &[
    "お客様には多大なるご不便をお掛けしましたこと、謹んでお詫び申し上げます。",
    "当報告書の目的は責任追及ではなく、再発防止にある。",
    "今後はより一層の品質管理に努めてまいる所存でございます。",
    "特定の個人を非難する意図はありません。",
    "皆様からの信頼を損なう結果となり、深く反省しております。",
    "このたびの件を真摯に反省し、全社一丸となって信頼回復に努めます。",
    "同様の事態を二度と繰り返さないよう、社員一同気を引き締めてまいります。",
    "詳細が判明次第、改めてご報告いたします。",
    "ブレームレスの精神に則り、人ではなく仕組みに目を向けます。",
    "平素は格別のご高配を賜り、厚く御礼申し上げます。",
];

/// The same as [`OWN_WORDS`], by other turns of phrase.
const OWN_WORDS_TOO: &[&str] = &[
    "責任の所在が明確ではなく、誰も警告を確認しなかった。",
    "ご協力いただいた二社の回線は10時に復旧した。",
    "同じ操作を繰り返さないよう、ボタンを押した後は無効にする。",
    "判明次第この表に書き足す。",
    "担当者が一人で作業せず、必ず二人で確認する決まりがある。",
    "信頼できる経路が一本しかなかった。",
    "個人の責任で持ち込まれた端末は台帳に載っていない。",
    "安定した電源の確保に努めたのは保守会社の二名である。",
    "犯人のIPアドレスは特定できていない。",
    "品質の低下は一日で収まった。",
    "同じ値を二度登録する操作を繰り返さないよう注意してください。",
];

#[test]
fn what_might_have_been_is_found() {
    assert_eq!(only("counterfactual", UNREAL, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("counterfactual", REAL, true), Vec::<&str>::new(), "innocent");
    assert_eq!(only("counterfactual", UNREAL_TOO, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("counterfactual", REAL_TOO, true), Vec::<&str>::new(), "innocent");
}

#[test]
fn phrases_from_a_box_are_found() {
    assert_eq!(only("canned-phrase", CANNED, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("canned-phrase", OWN_WORDS, true), Vec::<&str>::new(), "innocent");
    assert_eq!(
        only("canned-phrase", CANNED_TOO, false),
        ["ブレームレスの精神に則り、人ではなく仕組みに目を向けます。"],
        "missed"
    );
    assert_eq!(only("canned-phrase", OWN_WORDS_TOO, true), Vec::<&str>::new(), "innocent");
}

/// In a block quote stands what somebody else said, but nobody says to others that nobody is to blame; two such sentences are one box.
#[test]
fn a_disclaimer_in_a_box_is_one_finding() {
    let text = "---\ntitle: 障害\nstatus: final\n---\n\n## 概要\n\n止まった。\n\n> この文書は誰かを責めるためではなく、\n> 学ぶためにある。\n\
                > 「誰が悪いか」ではなく「なぜ起きたか」を書く。\n\n> 個人のミスを責めた。\n\n> ご不便をおかけし申し訳ございません。\n";
    assert_eq!(marked("canned-phrase", text), ["誰かを責め"]);
    let said = "---\ntitle: 障害\nstatus: final\n---\n\n## 概要\n\n個人の責任を問うためではなく、学ぶために書く。\n";
    assert_eq!(marked("canned-phrase", said), ["個人の責任"]);
}

#[test]
fn lines_may_break_anywhere() {
    let text = "---\ntitle: 障害\nstatus: final\n---\n\n## 概要\n\n手順を確認して\nいれば、停止は**避け\nられた**。\n";
    assert_eq!(marked("counterfactual", text), ["して\nいれば"]);
}

#[test]
fn blame_is_found() {
    let guilty: &[&str] = &[
        "担当者が証明書の更新を忘れていた。",
        "作業者の不注意により、本番のテーブルが削除された。",
        "当番のエンジニアは警告を無視した。",
        "委託先の技術者が誤って電源ケーブルを抜いた。",
        "新人のオペレーターが手順書を確認せずにコマンドを実行した。",
        "開発者の怠慢が招いた事故である。",
        "運用チームのメンバーがアラートを見落としました。",
        "誰も検証環境の結果を確認しなかった。",
    ];
    let innocent: &[&str] = &[
        "クライアントがエラーを無視し、接続を続けた。",
        "私たちは証明書の更新を忘れていた。",
        "担当者が忘れていても自動で更新される仕組みにした。",
        "スクリプトが誤って本番を指していた。",
        "担当者に通知が届かず、気づく手段がなかった。",
        "監視がディスクの警告を見落とした。",
        "不注意を責めるのではなく、画面の配置を直した。",
        "担当者が確認しやすいように、差分を色で示した。",
        "担当者は手順どおりに作業した。",
        "担当者が誤って選んでも実行前に止まる。",
        "担当者が再起動したところ、クライアントがエラーを無視した。",
    ];
    assert_eq!(only("blames-a-person", guilty, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("blames-a-person", innocent, true), Vec::<&str>::new(), "innocent");
}

#[test]
fn human_error_as_a_cause_is_found() {
    let guilty: &[&str] = &[
        "原因はヒューマンエラーである。",
        "人為的ミスによりデータベースが停止した。",
        "根本原因：作業員の操作ミス",
        "設定値の取り違えという人的ミスが原因でした。",
    ];
    let innocent: &[&str] = &[
        "ヒューマンエラーを防ぐため、確認画面を追加した。",
        "人為的ミスではなく、ファームウェアの不具合だった。",
        "ヒューマンエラーで片付けず、画面の設計を調べた。",
        "操作ミスが起きても戻せるようにした。",
    ];
    assert_eq!(only("human-error-as-cause", guilty, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("human-error-as-cause", innocent, true), Vec::<&str>::new(), "innocent");
}

#[test]
fn judging_from_the_end_is_found() {
    let guilty: &[&str] = &[
        "今思えば、前日の遅延が予兆だった。",
        "後から考えれば明らかな兆候だった。",
        "結果論ではあるが、再起動は早すぎた。",
        "振り返ってみれば、誤りは単純だった。",
    ];
    let innocent: &[&str] = &[
        "結果論で判断しないよう、当時の画面を残した。",
        "時系列を振り返ってみると、10時に最初の警告が出ていた。",
        "「今思えば」という言い方は避けた。",
        "次の会議で手順を振り返る。",
    ];
    assert_eq!(only("hindsight", guilty, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("hindsight", innocent, true), Vec::<&str>::new(), "innocent");
}

#[test]
fn times_without_a_time_are_found() {
    let guilty: &[&str] = &[
        "昨日の夕方から注文ができなくなった。",
        "しばらくして復旧した。",
        "その後まもなく再発した。",
        "先日の障害で全店が止まった。",
    ];
    let innocent: &[&str] = &[
        "昨日（3月4日）の夕方から注文ができなくなった。",
        "前日のバックアップを使った。",
        "画面には「しばらくしてから再度お試しください」と出た。",
        "一昨日の版に戻す手順はない。",
    ];
    assert_eq!(only("vague-time", guilty, false), Vec::<&str>::new(), "missed");
    assert_eq!(only("vague-time", innocent, true), Vec::<&str>::new(), "innocent");
}
