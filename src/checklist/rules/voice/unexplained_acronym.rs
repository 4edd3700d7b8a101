use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Audience;
use crate::incident::headings::Meaning;

rule! {
    /// A reader outside knows every abbreviation.
    ///
    /// A public report is read by people who have never seen your org chart. The first use of an abbreviation says what it stands for, in words or in
    /// brackets. Those that every reader of such a page knows (DNS, API, UTC …) and those in code need no word. The rule looks at the title,
    /// the summary and the impact of public reports.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The PDU in rack 4 was switched off.
    ///     ^^^ `PDU` is not explained
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// Orders failed because the EOM job held a lock.
    ///                           ^^^ `EOM` is not explained
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The power distribution unit (PDU) in rack 4 was switched off. DNS and the API were slow. The PDU is back on.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: internal
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Summary
    ///
    /// The PDU in rack 4 was switched off; `EOM` is the name of the job.
    /// ```
    "unexplained-acronym", Advice, OthersCanLearn
}

/// Known to every reader of such a page.
const KNOWN: &[&str] = &[
    "AM", "AI", "API", "APIS", "ARM", "ASAP", "AWS", "BIOS", "CDN", "CD", "CEO", "CEST", "CET", "CI", "CLI", "CPU", "CPUS", "CSS", "CSV", "CTO", "CVE", "DB", "DC", "DNS", "EC2", "ET", "EDT", "EST", "EU", "FAQ", "FTP", "GB", "GCP", "GMT",
    "GPS", "GPU", "HTML", "HTTP", "HTTPS", "ID", "IDS", "IMAP", "IO", "IP", "IPV4", "IPV6", "IRC", "IT", "JSON", "KB", "LAN", "LDAP", "LTS", "MB", "MESZ", "MEZ", "MIT", "MST", "NFS", "OK", "OS", "PC", "PDF", "PDT", "PHP", "PIN", "PM", "PR", "PST", "PT", "QA", "RAM",
    "REST", "RPC", "S3", "SAAS", "SDK", "SEO", "SLA", "SLO", "SMS", "SMTP", "SQL", "SRE", "SSD", "SSH", "SSL", "SSO", "SVG", "TB", "TCP", "TLS", "TLD", "TV", "UDP", "UI", "UK", "UPS", "URL", "URLS", "US", "USA", "USB", "UTC", "UTF", "UX", "VM", "VMS", "VPN",
    "WAN", "XML", "YAML", "ZIP", "DDOS", "DOS", "IBAN", "PII", "GDPR", "DSGVO", "AG", "II", "III", "IV", "TODO", "TBD", "NOT", "AND", "OR", "NO", "YES", "ALL", "SEV1", "SEV2", "SEV3", "SEV4", "SEV", "P1", "P2", "JST", "BST", "IST", "PTR", "HDD", "NVME", "RAID", "BGP", "URI", "TTL", "MFA", "2FA",
    "LLM", "KVM", "ARP", "ICMP", "DHCP", "NAT", "VLAN", "NTP", "OOM", "JVM", "ORM", "CRUD", "CORS", "CSRF", "XSS", "JWT", "RSA", "AES", "SHA", "GPG", "PGP", "PKI", "CA", "RFC", "ISO", "IEEE", "GNU", "BSD", "LXC", "K8S", "EKS", "GKE", "AKS", "RDS", "IAM",
    "VRAM", "ROM", "SAN", "NAS", "NIC", "IDE", "MVP", "KPI", "FYI", "RIP", "GUI", "ASCII", "DOM", "SPA", "CMS", "ERP", "CRM", "HR", "PM2", "SIM", "GSM", "LTE", "NPM", "PNPM", "QUIC", "GRPC", "HMAC", "MIME", "ACL", "ACLS", "DMZ", "NFT", "ETH", "BTC",
    "PASS", "FAIL", "HIGH", "LOW", "NULL", "NOTE", "TRUE", "FALSE", "DONE", "OPEN", "DOWN", "UP", "NEW", "OLD", "HOT", "RED", "GREEN", "ONLY", "MUST", "NEVER", "ALSO", "VERY", "FIRST", "LAST", "FIX", "WARN", "INFO", "ERROR", "DEBUG", "GET", "POST", "PUT",
    "TEXT", "JIRA", "DELL", "NASA", "CERN", "IBM", "SAP", "HP", "IKEA", "NATO", "UN", "GIT", "UPD", "EDIT", "PDT", "WIP", "RT", "AKA", "ETA", "OSS", "PRS", "VPC", "NS", "TXT",
];

fn check(case: &Case<'_>, report: &mut Report) {
    if case.incident.audience() != Audience::Public {
        return;
    }
    let source = &case.incident.source;
    let mut seen: Vec<&str> = Vec::new();
    for sentence in &case.prose.sentences {
        if !case.is_opening(sentence) && !case.is_in(sentence, &[Meaning::Summary, Meaning::Impact]) {
            continue;
        }
        let text = source.slice(sentence);
        if !text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
            continue;
        }
        for (start, word) in acronyms(text) {
            let known = seen.contains(&word) || KNOWN.contains(&word.to_uppercase().as_str());
            seen.push(word);
            if !known && !is_explained(text, start, word) {
                let at = sentence.start + start;
                report
                    .at(at..at + word.len(), format!("`{word}` is not explained"))
                    .help("write it out at its first use, or say in brackets what it is");
            }
        }
    }
}

/// Words of two to five capitals, with their places.
fn acronyms(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '`' | '.' | '/' | '@' | '#' | ':');
    let starts = text.char_indices().scan(' ', move |before, (at, c)| {
        let begins = part(c) && !part(*before);
        *before = c;
        Some(begins.then_some(at))
    });
    starts.flatten().filter_map(move |start| {
        let rest = text.get(start..)?;
        let word = rest.get(..rest.find(|c: char| !part(c)).unwrap_or(rest.len()))?.trim_end_matches(['.', ':', '-']);
        let capitals = (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        capitals.then_some((start, word))
    })
}

/// `power distribution unit (PDU)`, `PDU (power distribution unit)`, and lines in capitals.
fn is_explained(text: &str, start: usize, word: &str) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end();
    let after = text.get(start + word.len()..).unwrap_or("").trim_start();
    let shouted = text.chars().filter(|c| c.is_uppercase()).count() * 2 > text.chars().filter(|c| c.is_alphabetic()).count();
    before.ends_with(['(', '[']) || after.starts_with(['(', '[']) || shouted
}
