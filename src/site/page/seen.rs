//! What of a report the readers of a site may see.

pub(in crate::site) use crate::incident::seen::Seen;
