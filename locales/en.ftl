# English: the language that all others are translated from.
# A message is named by the program; `say!(language, "NAME", …)` in src, or `message("NAME")` in web/src.

language-name = English

## Numbers

numerals-decimal = .
numerals-group = ,
numerals-million = million
numerals-billion = billion
numerals-trillion = trillion
numerals-undefined = undefined
numerals-unlimited = unlimited
one-in = 1 in { $many }

## Charts

chart-none = none
chart-all = all
chart-unknown = unknown
chart-identical = identical
chart-identical-all = identical in every replication
chart-points = points
chart-interval = { $mean } ({ $low } to { $high })
chart-logarithmic = { $name } (logarithmic)
chart-day = day { $number }
chart-month = month { $number }
chart-year = year { $number }
chart-per-day = { $unit } per day
chart-at-the-end = { $number } at the end

chart-title-vessels = Communicating vessels: the margin for false alarms, and what is found
chart-title-tradeoff = What a margin for false alarms does to the share found and to the flags
chart-title-report-load = What arrives at each desk per day, and what the desk can handle
chart-title-backlog-delay = What waits at each desk, and for how long
chart-title-funnel = From messages to cases, per day: how much is real and how much is not
chart-title-precision = The rarer abuse is among the items, the fewer flags are right
chart-title-stocks = How many distinct pieces circulate, day by day
chart-title-mechanisms = What each mechanism does to the number of reports
chart-title-hours = What the hours of the police are spent on
chart-title-risk = The risk of being reported without having done anything
chart-title-interests = What it means for investigation, rights, economy and online safety
chart-title-solution = Which value meets the target
chart-title-peeling = Where the condition holds: boxes by coverage and density
chart-title-front = Which policies no other policy beats
chart-title-differences = What changes from one policy to another, replication by replication
chart-title-indices = What matters: where the spread comes from
chart-title-tornado = What matters: one factor at a time
chart-vessels-left = left: the margin, innocent items that may be flagged (log scale)
chart-vessels-right = right: abuse found, with 90 % interval
chart-vessels-reading = A stricter margin lowers the left level. If the right level sinks with it, the vessels communicate.
chart-vessels-flags = false flags/day
chart-vessels-wrong = of flags, false
chart-tradeoff-fpr = margin = share of innocent items flagged
chart-tradeoff-fdr = margin = share of flags that are wrong
chart-tradeoff-pale = pale: never measured
chart-tradeoff-found = share of abuse items found (%)
chart-tradeoff-margin = margin for false alarms, stricter →
chart-tradeoff-false = false flags per day, at the same margin
chart-tradeoff-true = true flags per day, at the same margin
chart-load-false = false
chart-load-true = true
chart-load-band = total: median, 90 % of replications
chart-load-capacity = what the desk can handle
chart-load-can-handle = can handle { $number }
chart-backlog-waiting = waiting (items): median and 90 % band
chart-backlog-delay = delay (days): median and 90 % band
chart-funnel-innocent = innocent
chart-funnel-abuse = abuse
chart-funnel-axis = number per day; each grid line is { $times } times the one before; black lines: 90 % interval
chart-funnel-axis-short = number per day; black lines: 90 % interval
chart-precision-axis = share of flags that are right (%, stretched at both ends)
chart-precision-across = how much of what is checked is abuse (prevalence), rarer →
chart-precision-finds = finds { $share } of abuse
chart-precision-false = false alarm: { $rate }
chart-stocks-axis = distinct pieces in circulation
chart-mechanisms-axis = { $unit } per day at { $desk }, mean of 7 days
chart-mechanisms-on = everything on
chart-mechanisms-off = this mechanism off
chart-total-none = total: no comparison
chart-total-long = without it: total { $median } (90 %: { $low } to { $high })
chart-total-middle = total { $median } ({ $low } to { $high })
chart-total-short = total { $median }
chart-hours-axis = police hours per day (mean of each week)
chart-hours-targeted = targeted investigation
chart-hours-true = reading true reports
chart-hours-false = reading false reports
chart-hours-unused = unused
chart-hours-available = available: { $hours } hours per day
chart-hours-end = { $hours } hours/day at the end
chart-risk-axis = risk of at least one false report in ten years, per user (logarithmic)
chart-risk-across = threshold k: hits on one account before it is reported (logarithmic) →
chart-risk-in-force = in force: k = { $k }
chart-risk-with = with k = { $k }, in ten years
chart-risk-certain = certain
chart-risk-less = less than { $rate }
chart-risk-share = { $share } of them
chart-risk-in-100 = { $number } in 100
chart-solution-target = target: { $number }
chart-peeling-density = density: of the points in the box, how many meet the condition
chart-peeling-coverage = coverage: of the points that meet it, how many are in the box →
chart-peeling-chosen = Chosen box (ring):
chart-peeling-restricted = Restricted factors:
chart-peeling-most = 5 or more
chart-front-less = less is better
chart-front-more = more is better
chart-differences-base = A  the base, zero: { $title }
chart-differences-scales = Scales: % of the mean of A.
chart-differences-stretched = Where changes differ much in size the scale is stretched around 0.
chart-differences-white = On white: in units, each on its own scale, where A is not clearly above 0.
chart-indices-interval = interval of the estimate
chart-tornado-base = { $metric }; the line: { $number } with every factor at its median
chart-tornado-low = factor at its 5 % quantile
chart-tornado-high = factor at its 95 % quantile
chart-tornado-range = range of the factor

chart-foot = vessels { $version }, seed { $seed }. Every assumption and its source: run.json.
chart-made = vessels { $version }.
chart-replications = { $count ->
    [one] { $number } replication
   *[other] { $number } replications
}
chart-items = items
chart-flags = flags
chart-reports = reports
chart-cases = cases
chart-natural-frequency = of { $all } { $noun }, { $wrong } are innocent
chart-stricter = 10× stricter
chart-ordered = as ordered
chart-looser = 10× looser
chart-vessels-subtitle = Left column: the margin set in advance. Right column: share of circulating material detected; whiskers: 90 % of { $replications }.
chart-tradeoff-subtitle = Central values, no replications and no band. Solid: the margin is a share of innocent items (FPR). Dashed: a share of flags (FDR).
chart-mark-both = as ordered, and as in the minister's example
chart-mark-ordered = as ordered
chart-mark-minister = minister's example
chart-precision-subtitle = Points: this scenario's prevalence with its 90 % interval over { $replications }, and the bench of each detector. Lines: central values.
chart-bench = bench of { $detector }
chart-days-weekly = Lines: medians of averages of weeks; bands: 90 % of { $replications }.
chart-days-daily = Lines: medians of days; bands: 90 % of { $replications }.
chart-funnel-subtitle = Per day, medians over { $replications }; whiskers: 90 % of replications.
chart-funnel-scanned = scanned
chart-funnel-flagged = flagged
chart-funnel-to = to { $desk }
chart-funnel-actionable = actionable
chart-funnel-one-in = 1 in { $many } is abuse material
chart-funnel-nothing = nothing
chart-hours-subtitle = { $desk }: hours per day, means of weeks over { $replications }, without a band.
chart-hours-lost = Reading takes the hours of { $median } targeted cases a year (90 %: { $low } to { $high })
chart-interests-subtitle = Dots: medians; lines: 90 % of { $replications }. Each row has its own scale; nothing is added up.
chart-interests-each = { $number } replications of each scenario
chart-interests-between = { $least } to { $most } replications, by scenario
chart-interests-scenarios = { $number } scenarios side by side
chart-interests-foot = vessels { $version }. The four interests of the joint letter of 18 September 2024. Every assumption and its source: run.json of each scenario.
chart-mechanisms-subtitle = Means of weeks over { $replications }, on the same random numbers; in each panel the change of the total, 90 % interval.
chart-risk-subtitle = { $service }, central values, no replications and no band; one threshold for all detectors, window { $days } days; users at the 10 %, 50 % and 90 % quantile of activity.
chart-risk-correlated = correlated hits (ρ = { $rho })
chart-risk-independent = independent hits
chart-risk-light = light user
chart-risk-median = median user
chart-risk-heavy = heavy user
chart-solution-subtitle = Line: { $statistic }; band: 90 % of { $replications } replications, the same at every point. Red: where it meets the target, with the interval that the number of replications leaves.
chart-stocks-subtitle = Lines: medians; bands: 90 % of { $replications }.
chart-order-begins = { $order }: begins
chart-order-ends = { $order }: ends
chart-peeling-subtitle = Every mark is a box of settings; from right to left, slices are cut off that hold few of the { $hits } of { $cases } points that meet the condition.
chart-limit-or = or
chart-limit-is = is { $levels }
chart-limit-between = from { $low } to { $high }
chart-front-policies = { $number } policies
chart-front-subtitle = Means over { $states } states of the world, the same for all policies. Blue: no other policy is better in { $goals ->
    [one] this number
    [2] both numbers
   *[other] all numbers asked for
}.
chart-differences-scenarios = { $count ->
    [one] One scenario
   *[other] { $count } scenarios
} against { $title }
chart-differences-worlds = The worlds differ too (compare.json), so not all of it is policy.
chart-differences-subtitle = Dots: mean difference over { $pairs } pairs of replications on the same random numbers; lines: { $confidence } interval of that mean (Student's t), for each metric by itself.
chart-differences-foot = vessels { $version }, seed { $seed }, { $days } days. The four interests of the joint letter of 18 September 2024, and the chain. All differences: compare.csv; every assumption: compare.json.
chart-index-total = total index: alone and with other factors
chart-index-first = first-order index: the factor alone
chart-index-morris = mean absolute effect on { $metric }
chart-index-shapley = Shapley effect: alone, with its part of interactions
chart-index-pawn = median distance between distributions
chart-index-worth = worth of knowing the factor, in { $metric }
chart-index-dummy = a dummy stays below this ({ $confidence })
chart-index-more = { $count ->
    [one] { $count } factor with less influence is not shown.
   *[other] { $count } factors with less influence are not shown.
}
chart-index-constant = { $metric } does not vary.
chart-index-spread = { $metric } has mean { $mean } and standard deviation { $deviation } over the points.
chart-index-moved = { $metric } with one factor moved at a time.
chart-index-design = { $points } points, at each the mean of { $replications } replications with common random numbers
chart-index-foot = vessels { $version }, seed { $seed }. Every number: sensitivity.json.
chart-without-scanning = { $name }, scanning not counted where unknown
