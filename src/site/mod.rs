//! The site as a value: paths and the bytes that stand there. Knows no disk but in `write`.
