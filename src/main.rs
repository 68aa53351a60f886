//! The `vessels` command.
fn main() {}
