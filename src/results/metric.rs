//! What is reported: every metric with its unit, its interest and its meaning.

/// The interests that the joint letter of September 2024 asks the cabinet to weigh, and the chain itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// Items, flags, reports, desks.
    Chain,
    /// What investigation gains and loses.
    Investigation,
    /// Innocent people and private messages.
    FundamentalRights,
    /// Costs.
    Economy,
    /// Safety of devices, users and reviewers.
    OnlineSafety,
}

impl Interest {
    /// The name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Investigation => "investigation",
            Self::FundamentalRights => "fundamental-rights",
            Self::Economy => "economy",
            Self::OnlineSafety => "online-safety",
        }
    }
}

/// A metric.
#[derive(Debug, PartialEq)]
pub struct Metric {
    /// The name in `summary.csv`.
    pub name: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The interest that it belongs to.
    pub interest: Interest,
    /// What it means, with its denominator.
    pub doc: &'static str,
}

macro_rules! metrics {
    ($($id:ident = $name:literal, $unit:literal, $interest:ident, $doc:literal;)+) => {
        $(
            #[doc = $doc]
            pub static $id: Metric = Metric {
                name: $name,
                unit: $unit,
                interest: Interest::$interest,
                doc: $doc,
            };
        )+

        /// All metrics, in the order of the tables.
        pub static METRICS: &[&Metric] = &[$(&$id,)+];
    };
}

metrics! {
    ITEMS = "items", "items/day", Chain, "Items carried, scanned or not.";
    ITEMS_SCANNED = "items-scanned", "items/day", Chain, "Items read by at least one detector.";
    ABUSE_SCANNED = "abuse-scanned", "items/day", Chain, "Abuse material read by at least one detector.";
    FLAGS = "flags", "flags/day", Chain, "Items flagged; an item flagged by several detectors counts once.";
    TRUE_FLAGS = "true-flags", "flags/day", Chain, "Flagged items that are abuse material.";
    FALSE_FLAGS = "false-flags", "flags/day", Chain, "Flagged items that are innocent.";
    TRUE_FLAGS_PER_YEAR = "true-flags-per-year", "flags/year", Chain, "Flagged items that are abuse material, per year of 365 days.";
    FALSE_FLAGS_PER_YEAR = "false-flags-per-year", "flags/year", Chain, "Flagged items that are innocent, per year of 365 days.";
    FLAG_PRECISION = "flag-precision", "share of flags", Chain, "Share of flags that are abuse material; undefined when nothing is flagged.";
    ORDER_THRESHOLD = "order-threshold", "score or bits", Chain, "Threshold at which an order works: a score in standard deviations of ordinary items, or the radius of a hash in bits (order in the class column); where triggers change it, the mean over the items that the order read. Like all of `order-…`, undefined for an order that reads nothing.";
    ORDER_RECALL = "order-recall", "share of readable abuse", Chain, "Recall of an order over the items that it read, at the thresholds at which it read them (order in the class column).";
    ORDER_FPR = "order-fpr", "share of innocent items", Chain, "False-positive rate of an order in the field: share of innocent items checked that is flagged, at the thresholds and with the lists with which it read them (order in the class column).";
    ORDER_FPR_BENCH = "order-fpr-bench", "share of innocent items", Chain, "The same on the mixture that the authority tested on (order in the class column).";
    ORDER_FDR = "order-fdr", "share of flags", Chain, "False-discovery rate of an order in the field: share of its flags that is innocent, false flags over flags of everything that it read (order in the class column).";
    ORDER_EXTRAPOLATED = "order-extrapolated", "share of items", Chain, "Share of the items read that an order reads beyond the measured points of its detector (order in the class column).";
    ARRIVALS = "arrivals", "units/day", Chain, "Units that arrive at the desk, copies included; by class, of that class.";
    TRUE_ARRIVALS = "true-arrivals", "units/day", Chain, "Arriving units that are abuse material.";
    FALSE_ARRIVALS = "false-arrivals", "units/day", Chain, "Arriving units that are innocent.";
    ARRIVALS_PER_YEAR = "arrivals-per-year", "units/year", Chain, "Units that arrive at the desk per year of 365 days; by class, of that class.";
    TREND = "arrivals-trend", "ratio", Chain, "Units that arrive in the last quarter of the horizon (in whole days, at least one) over those of as many days at its start, by class and for all; below 1 they have fallen.";
    PRECISION = "precision", "share of units", Chain, "Share of the units arriving at the desk that are abuse material; undefined when nothing arrives.";
    DUPLICATES = "duplicates", "units/day", Chain, "Units dismissed on arrival as copies.";
    SERVED = "served", "units/day", Chain, "Units read.";
    FORWARDED = "forwarded", "units/day", Chain, "Units forwarded, at the last desk: actionable; by class, of that class.";
    FORWARDED_PER_YEAR = "forwarded-per-year", "units/year", Chain, "Units forwarded, at the last desk: actionable, per year of 365 days; by class, of that class.";
    TRUE_FORWARDED = "true-forwarded", "units/day", Chain, "Forwarded units that are abuse material.";
    FALSE_FORWARDED = "false-forwarded", "units/day", Chain, "Forwarded units that are innocent.";
    DISMISSED = "dismissed", "units/day", Chain, "Units read and not forwarded.";
    EXPIRED = "expired", "units/day", Chain, "Units dropped unread because they grew too old.";
    BACKLOG = "backlog", "units", Chain, "Units waiting at the end of the horizon.";
    BACKLOG_PEAK = "backlog-peak", "units", Chain, "Greatest number of units waiting at the end of any day.";
    STATIONARY_BACKLOG = "stationary-backlog", "units", Chain, "Mean backlog at the end of a day in the stationary state (theory only; Poisson arrivals).";
    BACKLOG_DAYS = "backlog-days", "days", Chain, "Days of work in the backlog at the end: backlog over mean capacity per day, as far as limits on exposure let people read what waits.";
    DELAY = "delay", "days", Chain, "Mean delay from arrival to reading of all units read; undefined when nothing is read.";
    DELAY_P95 = "delay-p95", "days", Chain, "95 % of the units read were read within so many days.";
    DELAY_END = "delay-end", "days", Chain, "Mean delay of the units read in the last week of the horizon; undefined when nothing is read then.";
    UTILISATION = "utilisation", "ratio", Chain, "Units to be read per unit of capacity, as far as limits on exposure let people read units of that kind; above 1 the backlog grows. Undefined for a desk without limit.";
    READ_SHARE = "read-share", "share of units", Chain, "Share of the arriving units (copies aside) that is read within the horizon.";
    CIRCULATING = "circulating-per-year", "items/year", Investigation, "Abuse material circulating on the services, per year, found or not.";
    CARRIERS = "carrier-accounts", "accounts", Investigation, "Accounts that carry this class of abuse material, where the world gives `carriers`.";
    DETECTED_SHARE = "detected-share", "share of circulating", Investigation, "Share of the circulating abuse material that is flagged.";
    FOUND_SHARE = "found-share", "share of circulating", Investigation, "Share of the circulating abuse material that is found end to end: the items inside what the last desk forwards.";
    COPIES_SHARE = "copies-share", "share of circulating", Investigation, "Share of the circulating abuse material that is flagged and then dismissed as a copy of a piece already seen.";
    MISSED = "missed-per-year", "items/year", Investigation, "Circulating abuse material that is not flagged, per year.";
    MISSED_SHARE = "missed-share", "share of circulating", Investigation, "Share of the circulating abuse material that is not flagged.";
    TRUE_DELAY = "true-delay", "days", Investigation, "Expected delay at the desk of a unit that is abuse material, given the queue.";
    ACTIONABLE = "actionable-per-year", "cases/year", Investigation, "Units of abuse material that the last desk finds actionable, per year.";
    ACTIONABLE_OWN = "actionable-own-per-year", "cases/year", Investigation, "Those of `actionable-per-year` that come from the services of the world; by class, of that class. Only where a clearing house reports from abroad.";
    ACTIONABLE_ABROAD = "actionable-abroad-per-year", "cases/year", Investigation, "Those of `actionable-per-year` that a clearing house reported from abroad; by class, of that class. Only where there is one.";
    WRONGLY_ACTIONABLE_ABROAD = "wrongly-actionable-abroad-per-year", "cases/year", Investigation, "Those of `wrongly-actionable-per-year` that a clearing house reported from abroad. Only where there is one.";
    WRONGLY_ACTIONABLE = "wrongly-actionable-per-year", "cases/year", Investigation, "Innocent units that the last desk takes for actionable, per year.";
    PIECES = "pieces-circulating", "pieces", Investigation, "Distinct pieces of the class that circulate at the end of the horizon, where the world counts them.";
    PIECES_RATIO = "pieces-ratio", "ratio", Investigation, "Distinct pieces that circulate at the end over those at the start.";
    PIECES_REMOVED = "pieces-removed-per-year", "pieces/year", Investigation, "Distinct pieces that stopped circulating because they were found, per year.";
    PIECES_LISTED = "pieces-listed-per-year", "pieces/year", Investigation, "Confirmed pieces that entered the list of the detector that learns, per year.";
    PERCEIVED_DETECTION = "perceived-detection", "share of circulating", Investigation, "Perceived chance of detection at the end of the horizon: the share of the circulating abuse material that is flagged, smoothed over the memory of `deterrence`.";
    HOURS_TRUE = "hours-on-true-per-year", "hours/year", Investigation, "Hours of the desk spent on reading units that are abuse material.";
    HOURS_FALSE = "hours-on-false-per-year", "hours/year", Investigation, "Hours of the desk spent on reading units that are innocent.";
    HOURS_TARGETED = "hours-targeted-per-year", "hours/year", Investigation, "Working hours of the desk that are left for targeted investigation (`shared-staff`).";
    TARGETED_CASES = "targeted-cases-per-year", "cases/year", Investigation, "Expected cases of targeted investigation in the hours that are left.";
    TARGETED_LOST = "targeted-cases-lost-per-year", "cases/year", Investigation, "Expected cases of targeted investigation that the hours spent on reading would have given.";
    SEEN = "innocent-items-seen-per-year", "units/year", FundamentalRights, "Innocent units read by a person at the desk, per year.";
    ACCOUNTS_FLAGGED = "innocent-accounts-flagged-per-year", "accounts/year", FundamentalRights, "Expected number of distinct innocent accounts with at least one false flag in a year, given the false flags and gamma-distributed activity.";
    ACCOUNTS_REPORTED = "innocent-accounts-reported-per-year", "accounts/year", FundamentalRights, "Expected number of distinct innocent accounts with at least one false report at the last desk in a year, given the false reports and gamma-distributed activity.";
    RISK = "risk-per-year", "share of accounts", FundamentalRights, "Risk of a scanned account to be flagged for nothing at least once in a year, averaged over activity.";
    OVER_THRESHOLD = "innocent-accounts-over-threshold-per-year", "accounts/year", FundamentalRights, "Times that an innocent account reached the account threshold and was reported to the first desk (`accounts`); detectors of which one hit is enough do not count, and where that is all of them it is undefined.";
    CARRIERS_OVER_THRESHOLD = "carrier-accounts-over-threshold-per-year", "accounts/year", FundamentalRights, "Times that an account that carries abuse material reached the account threshold and was reported to the first desk (`accounts`); detectors of which one hit is enough do not count, and where that is all of them it is undefined.";
    KEPT_BACK = "flags-kept-back", "flags/day", FundamentalRights, "Flags that were not reported because their account had too few of them.";
    REPORT_RISK = "report-risk-per-year", "share of accounts", FundamentalRights, "Risk of a scanned account to be reported for nothing at least once in a year, under the account threshold in force (one hit without `accounts`), bursts aside, in a year of which orders read for the same share as of the horizon; the class column names the user: light, median, heavy (10 %, 50 %, 90 % quantile of activity).";
    REPORT_RISK_TEN = "report-risk-in-ten-years", "share of accounts", FundamentalRights, "Risk of a scanned account to be reported for nothing at least once in ten years; otherwise as `report-risk-per-year`.";
    MINORS = "minors-reported-per-year", "units/year", FundamentalRights, "Innocent items of or by minors (benign classes with `minors`) that arrive at the desk, per year.";
    PEOPLE_SCANNED = "accounts-scanned", "accounts", FundamentalRights, "Accounts whose private messages are scanned at some time (accounts of services under an order, times coverage; one person may have several).";
    GROUP_RATIO = "group-flag-ratio", "ratio", FundamentalRights, "False-flag rate of the innocent items of a group over that of everybody else (group in the class column), over everything that the orders read, each at the thresholds at which it read it.";
    SCANNING_COST = "scanning-cost-per-year", "EUR/year", Economy, "Cost of scanning; undefined where something is read and neither its detector nor its technique has a cost.";
    PEOPLE = "people", "FTE", Economy, "People who read at the desk.";
    ARRIVALS_PER_PERSON = "arrivals-per-person-per-year", "units/year", Economy, "Units that arrive at the desk per person who reads there, per year.";
    PEOPLE_NEEDED = "people-needed", "FTE", Economy, "People that would read everything that arrives without a growing backlog, within their hours and their limits on exposure.";
    DESK_COST = "desk-cost-per-year", "EUR/year", Economy, "Cost of the people of the desk, from the day it opens; averaged over the horizon.";
    COST_PER_CASE = "cost-per-actionable", "EUR/case", Economy, "Scanning, as far as its cost is known, and desks together, per actionable case; undefined when there is none, or no cost is known.";
    CLIENT_SIDE_SERVICES = "client-side-services", "services", OnlineSafety, "Services with client-side scanning.";
    CLIENT_SIDE_ACCOUNTS = "client-side-accounts", "accounts", OnlineSafety, "Accounts on devices with client-side scanning.";
    LIST_ON_DEVICE = "accounts-with-list-on-device", "accounts", OnlineSafety, "Accounts on devices that hold the list of pieces or the classifier.";
    DISPLACED_SHARE = "displaced-share", "share of circulating", OnlineSafety, "Share of the circulating abuse material that has moved out of sight: it left to where nothing is scanned, or is encrypted in advance.";
    EXPOSURES = "exposures-per-reviewer", "items/day", OnlineSafety, "Abuse material that each reviewer of the desk has to look at per working day.";
    EXPOSURES_ELSEWHERE = "exposures-per-outsourced-reviewer", "items/day", OnlineSafety, "Abuse material that each outsourced reviewer of the desk (`outsourcing`) has to look at per working day.";
    LEAVING = "reviewers-leaving-per-year", "people/year", OnlineSafety, "Expected number of people who leave the work of the desk per year of 365 days, of all who read there (`people`), each place filled again at once; outsourced people included (`leaving` of `welfare` and `outsourcing`).";
    LEAVING_ELSEWHERE = "outsourced-reviewers-leaving-per-year", "people/year", OnlineSafety, "The same of the outsourced people alone.";
}

/// The metric of this name.
pub fn find(name: &str) -> Option<&'static Metric> {
    METRICS.iter().copied().find(|m| m.name == name)
}
