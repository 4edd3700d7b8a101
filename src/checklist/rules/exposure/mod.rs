//! Does it hold what must not be published?

use crate::checklist::rule::rules;

rules! {
    secret,
    private_key,
    personal_data,
    internal_host,
    internal_link,
    private_address,
    handle,
    customer_name,
}
