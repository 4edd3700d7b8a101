//! Chinese headings.

use crate::incident::action_item::ActionKind;
use crate::incident::headings::{Groups, Meaning, Table};

/// Meaning · headings that mean it as a whole · phrases that mean it inside a longer heading too.
#[rustfmt::skip]
pub(super) const TABLE: Table = &[
    (Meaning::Summary, &["现象", "概述", "摘要", "总结", "简介", "問題描述", "问题描述", "故障现象", "事件概述"], &["概述", "摘要"]),
    (Meaning::Impact, &["影响", "影响范围", "故障影响"], &["影响"]),
    (Meaning::Detection, &["发现", "检测", "监控"], &["如何发现"]),
    (Meaning::Trigger, &["触发", "诱因"], &["触发"]),
    (Meaning::RootCause, &["根因", "根本原因", "原因", "原因分析", "故障原因", "根因分析"], &["根因", "根本原因", "原因分析"]),
    (Meaning::ContributingFactors, &["促成因素"], &["促成因素"]),
    (Meaning::Mitigators, &["缓解因素", "减轻因素"], &["减轻影响的因素"]),
    (Meaning::Risks, &["风险", "已知风险"], &["剩余风险", "遗留风险"]),
    (Meaning::FiveWhys, &["五个为什么", "5个为什么"], &["五个为什么", "5 个为什么"]),
    (Meaning::Resolution, &["如何解决", "修复", "解决", "解决方案", "解决方法", "恢复", "处理过程"], &["如何解决", "修复", "解决方案"]),
    (Meaning::Timeline, &["时间线", "时间轴", "过程", "事件经过", "处理时间线"], &["时间线", "时间轴"]),
    (Meaning::WentWell, &["做得好的"], &["做得好"]),
    (Meaning::WentWrong, &["走过的弯路", "问题", "不足"], &["走过的弯路", "做得不好"]),
    (Meaning::GotLucky, &["幸运"], &["幸运"]),
    (Meaning::Lessons, &["教训", "经验教训", "经验", "反思", "收获", "预防"], &["教训", "经验", "如何避免"]),
    (
        Meaning::ActionItems,
        &["改进措施", "后续行动", "行动项", "后续", "预防措施", "待办", "后续建议", "后续工作"],
        &["改进措施", "行动项", "预防措施"],
    ),
    (Meaning::Background, &["背景"], &["背景"]),
    (Meaning::References, &["参考", "参考资料", "相关链接", "相关约束的落点"], &["参考"]),
    (Meaning::Metadata, &["元数据", "基本信息"], &[]),
];

#[rustfmt::skip]
pub(super) const GROUPS: Groups = &[
    ("预防", Some(ActionKind::Prevent)),
    ("检测", Some(ActionKind::Detect)),
    ("缓解", Some(ActionKind::Mitigate)),
    ("流程", Some(ActionKind::Process)),
    ("短期", None),
    ("长期", None),
];
