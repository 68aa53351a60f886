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
share-all-but = all but { $frequency }
share-least = less than 1 in a trillion
less-than = less than { $number }
nearly-all = nearly all
list-and = and
list-or = or
quantity-per-day = { $number } a day
quantity-per-hour = { $number } an hour
quantity-per-year = { $number } % a year
quantity-days = { $number } days
quantity-hours-per-day = { $number } hours a day
quantity-euro-per-hour = { $number } euro an hour
quantity-euro-per-item = { $number } euro an item

## Explorer

explorer-brand = vessels explorer
explorer-language = Language
explorer-scenario = Scenario
explorer-own = In this report
explorer-reset = Back to the scenario
explorer-reset-one = Reset { $control }
explorer-sides = What is said for and against
explorer-proponents = Those in favour:
explorer-critics = Those against:
explorer-controls = Controls
explorer-no-numbers = What the controls stand at cannot be computed, so no numbers are shown. Move the last slider back, or all of them with “Back to the scenario”.
explorer-others = Settings of the link that no slider stands for: { $settings }
explorer-changed = Changed against the scenario: { $settings }
explorer-kind-margin = Margin for false positives
explorer-kind-prevalence = How much abuse material circulates
explorer-kind-volume = How much is sent
explorer-kind-separation = How well detectors tell apart
explorer-kind-people = People who read
explorer-reading = “0.01 % false positives” has two readings:
explorer-reading-fpr = share of the innocent items checked that is flagged (FPR)
explorer-reading-fdr = share of the flags that is innocent (FDR)
explorer-all-orders = The same margin for all orders
explorer-each-order = Each order by itself
explorer-label-margin = margin of { $of }
explorer-label-prevalence = share of { $of }
explorer-label-prevalence-on = share of { $of } on { $service }
explorer-label-volume = { $of }: { $modality }
explorer-label-separation = separation by { $of }
explorer-label-people = people: { $of }
explorer-unit-items-per-day = { $value } items a day
explorer-unit-items-per-account = { $value } items a day per account
explorer-unit-deviations = { $value } standard deviations
explorer-unit-people = { $count ->
    [one] { $value } person
   *[other] { $value } people
 }
explorer-not-written = Not a number of the scenario: it follows from it.
explorer-published = Scenario: { $written }
explorer-drawn = Uncertain: drawn between { $low } and { $high } (90 %). Moving the slider puts one number in its place.
explorer-source = Source: { $source }
explorer-place = Stands at { $place }
explorer-status-primary = primary source
explorer-status-secondary = secondary source
explorer-status-derived = derived
explorer-status-assumption = assumption
explorer-status-unverified = not verified
explorer-status-none = no source
explorer-from-to = { $low } to { $high }
explorer-no-spread = no spread
explorer-interval = Intervals: 90 % of { $replications ->
    [one] { $replications } replication
   *[other] { $replications } replications
 }.
explorer-no-interval = Intervals follow when the simulation has begun.
explorer-days = What is computed is a mean over { $days } days.
explorer-days-part = What is computed is a mean over all { $days } days, also those on which an order is not in force ({ $orders }).
explorer-days-order = { $order }: in force for { $in } days
explorer-medians = Where all that arrives comes from a mechanism, numbers and signs are medians of the simulation.
explorer-numbers = The numbers as a table
explorer-band-at-end = 90 % interval at the end
explorer-band = 90 % interval
explorer-order = order
explorer-margin = margin set
explorer-fpr = share of innocent items that is flagged
explorer-fdr = share of flags that is innocent
explorer-short-fpr = FPR { $share }
explorer-short-fdr = FDR { $share }
explorer-recall = of what is read, flagged
explorer-found = of what circulates, flagged by it alone
explorer-vessels = Two connected vessels
explorer-vessels-sentence = At this margin, this share of what circulates is flagged: { $shares }.
explorer-vessels-sentence-own = This share of what circulates is flagged: { $shares }.
explorer-vessels-sentence-each = At this margin, each order by itself flags this share of what circulates: { $shares }.
explorer-vessels-sentence-own-each = Each order by itself flags this share of what circulates: { $shares }.
explorer-vessels-nothing = Nothing circulates of what the orders of this scenario detect.
explorer-vessels-none = No order detects anything in this scenario.
explorer-vessels-fpr = Left, logarithmic: the margin, as a share of innocent items.
explorer-vessels-fdr = Left, logarithmic: the margin, as a share of flags.
explorer-vessels-note = Right: share of all that circulates of the material it detects, on every service, that is flagged. Below: what follows for both readings, in the field.
explorer-vessels-follows = Where an order has no margin, left is what follows from its threshold.
explorer-vessels-alone = Where several orders detect the same, each is shown as if it were the only one: what both flag counts for both.
explorer-curve = Margin and detection
explorer-curve-sentence = { $order }: at a margin of { $margin }, { $now } of what is read is flagged
explorer-curve-stricter = at a tenth of that margin { $share }
explorer-curve-unmet = no threshold meets a tenth of that margin
explorer-curve-looser = at ten times that margin { $share }
explorer-curve-empty = None of the orders can meet a margin of { $margin } or less.
explorer-curve-own = No margin is set; of what is read, this share is flagged: { $shares }.
explorer-curve-note = Across, logarithmic: { $reading }. Up: share of readable abuse material that is flagged.
explorer-curve-dots = The dots are where the margins stand.
explorer-curve-computed = Computed, without interval.
explorer-desk-choice = Desk shown below
explorer-desk = desk
explorer-all-services = all services
explorer-unit = unit
explorer-unit-flags = flags
explorer-unit-reports = reports
explorer-unit-cases = cases
explorer-icons = Precision: 1,000 reports
explorer-icons-sentence = Of 1,000 { $unit } that arrive ({ $desk }): { $wrong } innocent, { $right } abuse material.
explorer-icons-rare = Of the { $unit } that arrive ({ $desk }), nearly all are innocent: { $one } is abuse material.
explorer-icons-nearly = Of the { $unit } that arrive ({ $desk }), nearly all are abuse material: { $one } is innocent.
explorer-icons-none = Nothing arrives ({ $desk }).
explorer-icons-in-replications = Innocent in 90 % of replications: { $low } to { $high }.
explorer-icons-note = One sign for one of 1,000: blue circles are abuse material, orange squares are innocent.
explorer-right-of-thousand = abuse material among 1,000
explorer-precision = precision
explorer-desks = Arrivals and capacity
explorer-desks-sentence = { $arrivals } { $unit } a day arrive ({ $desk }); { $capacity } a day can be read.
explorer-desks-unlimited = { $arrivals } { $unit } a day arrive ({ $desk }); what can be read has no limit.
explorer-can-be-read = { $capacity } a day can be read
explorer-desks-none = No desk reads reports in this scenario.
explorer-desks-note = Grey: what arrives in a day; blue: what of it is abuse material; thick line: what can be read in a day. Logarithmic: each grid line is ten times the one before.
explorer-per-day = { $unit } a day
explorer-arrivals = arrive a day
explorer-right = of these, abuse material
explorer-capacity = can be read a day
explorer-load = to read, over capacity
explorer-no-limit = no limit
explorer-backlog = Backlog
explorer-backlog-sentence = After { $days } days { $waiting } { $unit } are waiting ({ $desk }).
explorer-backlog-nothing = After { $days } days no { $unit } are waiting ({ $desk }).
explorer-in-replications = In 90 % of replications: { $low } to { $high }.
explorer-backlog-unknown = How many { $unit } are waiting ({ $desk }) follows from the simulation.
explorer-backlog-note = Waiting at the end of each day: the line is the median of the simulation; the band holds 90 % of replications.
explorer-backlog-dots = The dots are computed.
explorer-link-refused = This link asks for something that this page does not have, or that does not fit together. What can be shown is shown; the following is left out:
explorer-two-readings = This link has margins under both readings, and this page shows one at a time. Left out: { $settings }
explorer-axis-days = days since the beginning
explorer-axis-waiting = { $unit } that wait
explorer-axis-margin = margin ({ $reading }), logarithmic
explorer-axis-recall = recall
explorer-after-a-year = waiting after 365 days
explorer-at-end = waiting at the end
explorer-risk = A user's risk
explorer-risk-sentence = Who uses the scanned services as much as the median user and sends nothing wrong has a chance of { $year } to be flagged within a year, and of { $ten } within ten.
explorer-risk-sentence-reported = Who uses the scanned services as much as the median user and sends nothing wrong has a chance of { $year } to be reported within a year, and of { $ten } within ten.
explorer-risk-in-replications = Within a year, in 90 % of replications: { $low } to { $high }.
explorer-risk-bursts = That leaves bursts out.
explorer-risk-bursts-in-replications = With them, of all scanned accounts, in 90 % of replications: { $low } to { $high } within a year.
explorer-risk-none = Nobody is scanned in this scenario.
explorer-risk-note = Risk to be flagged for nothing at least once; filled dots in one year, open dots in ten years, logarithmic.
explorer-risk-note-reported = Risk to be reported for nothing at least once, under the account threshold; filled dots in one year, open dots in ten years, logarithmic.
explorer-risk-users = Light, median and heavy: 10 %, 50 % and 90 % of users use it less.
explorer-user = user
explorer-user-light = light user
explorer-user-median = median user
explorer-user-heavy = heavy user
explorer-in-a-year = in a year
explorer-in-ten-years = in ten years
explorer-everyone = everyone
explorer-tile-flags = flags a day
explorer-tile-true = abuse material among them
explorer-tile-false = innocent among them
explorer-tile-wrong = share of flags that is innocent
explorer-tiles-note = Large: computed at central values. Small: 90 % of the simulated replications, each of which draws the uncertain numbers anew.
explorer-tiles-without = What is computed leaves out: { $mechanisms }. What is simulated does not.
explorer-status-theory = Numbers and levels are computed from closed forms at central values.
explorer-status-theory-without = Numbers and levels are computed from closed forms at central values. That leaves out: { $mechanisms }. The intervals do include it.
explorer-status-accounts = The risk of a user does include the account threshold, also where it is computed.
explorer-status-bursts = The risk of a user leaves bursts out, in its intervals too.
explorer-status-run = Intervals and the line of the backlog are simulated: { $done } of { $all } replications of { $days } days, seed { $seed }.
explorer-status-none-yet = The simulation of { $all } replications of { $days } days begins when the controls rest; seed { $seed }.
explorer-aloud = { $flags } flags a day, of which { $wrong } are innocent.
explorer-aloud-none = { $flags } flags a day.
explorer-take = Take this view along
explorer-copy-link = Copy link
explorer-copied = The link to this view is on the clipboard.
explorer-export-toml = Scenario (TOML)
explorer-export-csv = Numbers (CSV)
explorer-export-png = Picture (PNG)
explorer-private = Everything is computed in this page; nothing is sent.
explorer-made = vessels { $version }, seed { $seed }, { $replications } replications; numbers computed at central values, means over { $days } days, intervals 90 % of replications

## Report

report-interval = { $median } (90 %: { $low } to { $high })
report-question = Question.
report-proponents = What proponents say.
report-critics = What critics say.
report-decided-by = Parameters that decide between them.
report-about-flags = flags a day
report-about-precision = flags of innocent items
report-about-found = { $class }: share flagged
report-about-desk = { $desk }: { $noun } a day
report-about-accounts = innocent accounts flagged
report-about-cases = actionable cases
report-about-cost = cost per actionable case
report-flags = On an average day { $flags } items are flagged{ $by ->
        [users] {" "}or reported by users
       *[detectors] {""}
    }.
report-precision = Of { $of } flags, { $wrong } are of innocent items.
report-found = { $class }: of { $of } items in circulation, { $flagged } are flagged; in the middle case { $missed } are missed.
report-stricter = With a margin ten times stricter it would be { $flagged }.
report-looser = With a margin ten times looser it would be { $flagged }.
report-found-end = At the end of the chain { $found } of { $of } are found actionable.
report-desk = { $desk }: on an average day { $arrivals } { $noun } arrive.
report-desk-load = That is { $load } of what the people there can read in that time.
report-desk-load-times = That is { $load } times what the people there can read in that time.
report-desk-backlog = At the end { $backlog } wait unread.
report-desk-no-backlog = At the end none wait unread.
report-desk-peak = At the worst moment { $peak } were waiting.
report-desk-expired = On an average day { $expired } are dropped unread because they grew too old.
report-desk-unlimited = How many it can read the scenario does not say; in the simulation nothing waits there.
report-accounts = { $accounts } innocent accounts are flagged at least once in a year.
report-risk = That is { $share } of the accounts scanned.
report-cases = At the end of the chain { $cases } cases of abuse a year are found actionable.
report-cost = An actionable case costs { $cost } euro, scanning (as far as its cost is known) and desks together.
report-note = Depends most on values that were assumed or could not be verified: { $values }.
report-note-none = No single uncertain value stands out. { $all } values of this scenario are assumptions or could not be verified; they are marked in the table of assumptions.
report-note-fixed = Fixed, and assumed or not verified, so that no interval holds what is uncertain about it: { $values }.
report-note-fixed-more = Fixed, and assumed or not verified, so that no interval holds what is uncertain about it: { $values }, and { $more } more in the table of assumptions.
report-driver = `{ $path }` ({ $status }) { $share } of the spread, { $low } where it is low and { $high } where it is high
report-change = { $about }: { $factors }.
report-influence-share = Sensitivity analysis ({ $method }, { $points } points) of `{ $metric }`, shares of the spread of the number itself, in brackets their intervals where it has them: { $factors }.
report-influence-size = Sensitivity analysis ({ $method }, { $points } points) of `{ $metric }` ({ $unit }): { $factors }.
report-change-title = What would change the conclusion
report-change-none = No uncertain value is told from chance as a source of the spread: more replications, or ranges instead of fixed values, would show more.
report-range = { $low } to { $high }
report-status-primary = primary source
report-status-secondary = secondary source
report-status-derived = derived
report-status-assumption = assumption
report-status-unverified = unverified
report-status-default = default
report-status-none = no status
report-alternative = { $kind } The { $rows } rows of numbers behind it follow the picture.
report-alternative-vessels = Pairs of connected columns for each class of material: on the left the margin for false positives, on the right the share that is found, at the margin of the scenario and at ten times stricter and looser.
report-alternative-tradeoff = Curves against the margin, on a logarithmic axis: the share of each class that is found, and the flags in a day, under both readings of the margin; dots where the scenario stands.
report-alternative-report-load = A panel for each desk: what arrives in a day, right and wrong, with its interval, beside what the people there can read.
report-alternative-backlog-delay = Lines over the days of the run, a panel for each desk: what waits unread and how long it waits, with bands for 90 % of the replications.
report-alternative-funnel = A funnel from items to flags, reports and actionable cases, each written as a natural frequency.
report-alternative-precision = The share of flags that are right against how common abuse material is, on logarithmic axes, with dots where the scenario stands.
report-alternative-stocks = Lines over the days of the run: pieces of each class in circulation, with bands for 90 % of the replications.
report-alternative-hours = Stacked areas over the days of the run: hours of the police by use.
report-alternative-risk = Lines against the number of hits that an account needs before it is reported: chance that an innocent user is reported, for light, median and heavy use.
report-alternative-interests = Four panels, for investigation, fundamental rights, economy and online safety, each with a few numbers as dots with intervals on scales of their own.
report-alternative-differences = Dots with intervals, a row for each number: what each other scenario changes against the first.
report-method-run = { $replications } of { $days }. { $drawn } Items, flags, reports and cases follow by chance, day by day, through every desk.
report-method-interval = The middle number is the median of the replications; 90 % of them lie between the two ends. The interval holds what is uncertain about the assumptions as far as they have ranges; it says nothing of values that are wrong.
report-method-error = Because the number of replications is limited, medians have an error: for flags a day { $error } on { $median }.
report-method-margin = A margin for false positives can be a share of innocent items (false-positive rate) or a share of flags (false-discovery rate). The same number means very different things under the two readings.
report-method-drivers = What drives a number: first-order indices of ranks from these replications (Plischke, Borgonovo and Smith 2013). Values below 5 % are not named, nor those that chance explains (chi-squared test of Kruskal and Wallis 1952, 1 % for all values of a number together).
report-method-no-mechanism = No feedback is switched on: what is found changes nothing in what circulates.
report-method-mechanisms = Mechanisms that are switched on: { $mechanisms }.
report-limit-independent = Not in the model: links between messages of one conversation, and whatever no key of the scenario describes.
report-limit-behaviour = How people change their behaviour is published for hardly any of the mechanisms: those numbers are assumptions.
report-limit-verdict = The report weighs nothing: more flags, fewer reports or lower costs are neither good nor bad here.
report-level-short = Short
report-level-full = Full
report-provenance = Where this comes from
report-made-by = Made by vessels { $version } from the scenario and its seed alone: the same command gives the same numbers on every machine.
report-onward = To the explorer below: move the margin and see what follows
report-repeat = The command that repeats it:
report-digest = { $replications } of { $days }, seed { $seed }, digest { $digest }
report-headlines = What the scenario implies
report-caution = { $assumed } of the { $all } values are assumptions or could not be verified; { $defaults } more are defaults of the format, of which the scenario says nothing. Read every number as: if these hold, then.
report-figures = Charts
report-numbers = Numbers of this chart
report-assumptions = Every assumption
report-assumptions-caption = Every number of the scenario: its middle value, where 90 % of its draws lie, how far it can be trusted, its source, and which of the sentences above depend on it most.
report-method = Method and limits
report-warnings = Warnings
report-warnings-basis = Found before the run, from the middle values and for a day on which every order is in force; the sentences above are about the run, and about an average of all its days.
report-comparison = Side by side
report-differences = A is { $base }. The others are set against it over { $count ->
    [one] one pair
   *[other] { $pairs } pairs
} of replications with the same random numbers. Numbers here are means, those of each scenario by itself are medians: only means have differences with an interval ({ $confidence } confidence, for each number by itself). Where a few states of the world are extreme, a mean lies far from its median; the tables give both.
report-world-differs = The worlds differ too, so not all of it is policy.
report-column-path = Value of the scenario
report-column-value = Middle
report-column-range = 90 % of draws
report-column-status = Status
report-column-source = Source and caveat
report-column-drives = Drives
report-column-number = Number
report-column-base = Mean of A
report-column-other = Mean of the other
report-column-difference = Difference of means
report-column-relative = Relative change
report-column-shown = What can be said
report-shown-identical = identical in every replication
report-shown-unknown = one replication says nothing about the error
report-shown-higher = higher
report-shown-lower = lower
report-shown-no-difference = no difference that this run can show
report-shown-no-difference-needed = no difference that this run can show; { $needed } replications would show one of the size observed
report-fewer-than-one = fewer than 1
report-about-basis = what is counted
report-about-counted = passed on a year
report-about-kept-back = flags kept back a day
report-about-out-of-sight = share that moved out of sight
report-about-pieces = { $class }: distinct pieces at the end, of those at the start
report-about-minors = { $desk }: innocent items of minors a year
report-about-targeted = { $desk }: targeted cases lost a year
report-about-leaving = { $desk }: people who leave a year
report-found-exactly = { $class }: of { $of } items in circulation, { $flagged } are flagged and { $missed } are missed.
report-not-sought = { $class }: no order looks for it, and none of it is flagged.
report-by-accident = No order looks for it: it is flagged by detectors that look for something else.
report-found-copies = Another { $copies } of { $of } are dismissed at a desk as copies of what was seen before.
report-counted-end = At the end of the chain { $found } of { $of } are passed on.
report-desk-copies = Of these, { $copies } are dismissed unread as copies of what was seen before.
report-desk-rest = What is left is { $load } of what the people there can read in that time.
report-desk-rest-times = What is left is { $load } times what the people there can read in that time.
report-desk-trend = What arrives in the last quarter of the run is { $share } of what arrived in as many days at its start.
report-risk-one-in = That is 1 in { $many } accounts scanned.
report-counted = At the end of the chain { $cases } { $noun } a year are passed on; they are counted, whatever they hold.
report-cost-unknown = An actionable case costs { $cost } euro at the desks alone; what scanning costs is not known.
report-cost-desks = An actionable case costs { $cost } euro, all of it at the desks: no detector scans here.
report-cost-abroad = Cases that were reported from abroad count among them.
report-influence-up = the number grows with it
report-influence-down = the number falls with it
report-influence-ends = `{ $path }` moves it by { $size }, to { $low } at its low end and to { $high } at its high end
report-influence-none = Sensitivity analysis ({ $method }, { $points } points) of `{ $metric }`: no value is told from chance; more points would show more.
report-change-basis = The uncertain values that most of the spread of each number comes from: the share of the spread (of its ranks) that goes when the value becomes known, and the median of the number over the quarter of the replications in which the value is lowest, and over that in which it is highest.
report-change-central = No uncertain value was drawn for this report, so it says nothing of what such values change.
report-method-drawn = In each, uncertain values ({ $uncertain } of the { $all }) are drawn anew.
report-method-repeats = For every { $repeats } replications uncertain values ({ $uncertain } of the { $all }) are drawn once.
report-method-central = Uncertain values ({ $uncertain } of the { $all }) stand at their middle in all of them.
report-method-certain = None of the { $all } values is uncertain as it is written.
report-method-once = One replication has no interval, and says nothing of the error of its numbers.
report-method-interval-chance = The middle number is the median of the replications; 90 % of them lie between the two ends. The interval holds chance alone, and nothing of what is uncertain about the assumptions.
report-assumptions-central = Nothing was drawn for this report: every value stands at its middle.
report-differences-abroad = Actionable cases include those that were reported from abroad: on average { $base } a year in A and { $other } here. The cost per case divides by them too.
report-mean-median = { $mean } (median { $median })
report-chart-foot = vessels { $version }, seed { $seed }. Every assumption and its source: in the table of this report.
report-table-class = class
report-table-setting = setting
report-table-as-ordered = as ordered
report-table-margin-fpr = margin (of innocent items)
report-table-fdr = share of flags that is innocent (FDR)
report-table-detected = found
report-table-detected-low = found, 5 %
report-table-detected-high = found, 95 %
report-table-false-flags-per-day = false flags a day
report-table-reading = reading of the margin
report-table-margin = margin
report-table-recall = recall
report-table-false-per-day = false a day
report-table-true-per-day = true a day
report-table-extrapolated = beyond what was measured
report-table-desk = desk
report-table-unit = unit
report-table-day = day
report-table-true-median = true, median
report-table-false-median = false, median
report-table-true-low = true, 5 %
report-table-true-high = true, 95 %
report-table-false-low = false, 5 %
report-table-false-high = false, 95 %
report-table-total-low = all, 5 %
report-table-total-median = all, median
report-table-total-high = all, 95 %
report-table-capacity = can be read
report-table-backlog-low = waiting, 5 %
report-table-backlog-median = waiting, median
report-table-backlog-high = waiting, 95 %
report-table-delay-low-days = delay in days, 5 %
report-table-delay-median-days = delay in days, median
report-table-delay-high-days = delay in days, 95 %
report-table-stage = stage
report-table-sentence = in words
report-table-kind = kind
report-table-label = name
report-table-fpr = share of innocent items flagged (FPR)
report-table-prevalence = prevalence
report-table-prevalence-low = prevalence, 5 %
report-table-prevalence-high = prevalence, 95 %
report-table-precision = share of flags that is right
report-table-is-scenario = the scenario itself
report-table-name = name
report-table-pieces-low = pieces, 5 %
report-table-pieces-median = pieces, median
report-table-pieces-high = pieces, 95 %
report-table-targeted-hours-per-day = targeted investigation, hours a day
report-table-true-reports-hours-per-day = true reports, hours a day
report-table-false-reports-hours-per-day = false reports, hours a day
report-table-unused-hours-per-day = unused, hours a day
report-table-available-hours-per-day = available, hours a day
report-table-family = over
report-table-user = user
report-table-threshold = threshold (hits)
report-table-risk = risk
report-table-in-force = in force
report-table-interest = interest
report-table-metric = number
report-table-scenario = scenario
report-table-low = low end
report-table-median = median
report-table-high = high end
report-table-base = mean of A
report-table-identical = identical
report-table-difference = difference of means
report-table-relative-low = relative, low end
report-table-relative = relative
report-table-relative-high = relative, high end
report-table-yes = yes
report-table-no = no
report-table-mark = mark on the axis
report-table-line = line
report-table-point = point
report-table-stock = stock
report-table-event = event
report-euro-per-million = { $number } euro per million items
report-desk-weeks = In the busiest week, from day { $busiest }, { $most } arrive a day; in the quietest, from day { $quietest }, { $least } (medians).
report-per-account = { $number } per account
## Answer

answer-look-at = Look at { $what }.
answer-spread-assumptions = over uncertain assumptions and chance
answer-spread-chance = over chance alone
counted-replications = { $count ->
    [one] { $number } replication
   *[other] { $number } replications
}
counted-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
answer-numbers = { $replications } of { $days }, seed { $seed }. Numbers are medians; in brackets 90 % of replications, { $spread }; errors are Monte Carlo standard errors of the medians.
answer-interval = { $median } ({ $low } to { $high })
answer-hardly-any = of { $base } { $noun }, fewer than one is innocent
answer-none = none of the { $noun } is innocent
answer-none-at-median = none of the { $noun } is innocent in half of the replications or more
answer-natural-frequency = of { $base } { $noun }, { $wrong } are innocent
answer-flags = flags
answer-reports = reports
answer-cases = cases
answer-only-abroad = Nothing is scanned in this scenario: all reports come from abroad.
answer-no-innocent-items = Innocent items are not part of this scenario: nothing is said of what is right.
answer-flags-a-day = { $flags } items are flagged{ $by ->
        [users] , or reported by users,
       *[detectors] {""}
    } a day.
answer-flags-a-day-right = { $flags } items are flagged{ $by ->
        [users] , or reported by users,
       *[detectors] {""}
    } a day; { $right } of the flags are right: { $frequency }.
answer-accounts-flagged = { $accounts } innocent accounts are flagged at least once in a year.
answer-material = { $title }: { $flagged } of what circulates is flagged and { $missed } is missed{ $end }.
answer-found = { $found } is found actionable at the end of the chain
answer-copies = { $copies } is dismissed as copies of what was seen
answer-desk = { $title }: { $arrivals } { $noun } arrive a day{ $right }; at the end { $backlog } wait{ $waited }.
answer-desk-right = { $right } of them right
answer-desk-waited = and what is read then has waited { $days } days
answer-order = Order `{ $order }`: flags { $fpr } of innocent items{ $tested }; { $fdr } of its flags are innocent; recall { $recall }.
answer-order-tested = { $bench } on the mixture it was tested on
answer-accounts-threshold = Innocent accounts reach the account threshold { $over } times a year, and { $kept } flags a day are kept back. A heavy user's risk of a false report in ten years is { $risk }.
answer-out-of-sight = { $moved } of what circulates has moved out of sight.
answer-pieces = { $title }: at the end as many distinct pieces circulate as { $ratio } of those at the start.
answer-minors = { $title }: { $minors } innocent items made by minors or showing them arrive in a year.
answer-hours = { $title }: reading costs { $lost } cases of targeted investigation a year; { $wrong } hours a year go to innocent units.
answer-sobol = Uncertain numbers are scrambled Sobol' points in eight independent sets; errors are those between the sets.
answer-time-up = Time was up after { $done } of { $wanted } replications: `--replications { $done }` repeats exactly this run.
answer-stop-undefined = The number that was to end the run, { $metric }, is undefined in every replication.
answer-mean = mean
answer-median = median
answer-quantile-low = 5 % quantile
answer-quantile-high = 95 % quantile
answer-half-width = ± { $width } (wanted: { $wanted })
answer-half-width-relative = ± { $width } of it (wanted: { $wanted })
answer-precise = precise enough
answer-not-yet-precise = not yet precise enough
answer-stopped = After { $done } of at most { $most } replications the { $name } of { $metric } is { $verdict }: { $reached }, with { $confidence } confidence.
answer-layers = Of the variance of one replication, this much comes from uncertain assumptions, the rest from chance (± standard error): { $shares }.
answer-column-median = median
answer-column-error = ± error
answer-row-scanned = items scanned a day
answer-row-flags = flags a day
answer-row-right = of these right
answer-row-accounts = innocent accounts flagged a year
answer-row-reported = of these reported to the last desk
answer-row-flagged = { $title }: flagged
answer-row-actionable = { $title }: actionable
answer-row-missed = { $title }: missed
answer-row-arrivals = { $title }: { $noun } a day
answer-row-backlog = backlog at the end
answer-row-peak = greatest backlog
answer-row-delay = delay at the end (days)
answer-row-cases = actionable cases a year
answer-expected = expected `{ $name }` { $low } to { $high }: { $mean }, { $verdict }
answer-met = met
answer-missed = MISSED
answer-nothing-of-that-name = nothing of that name
answer-tables = Tables are in { $folder }.
answer-tables-and-charts = Tables and charts are in { $folder }.
answer-side-by-side = All of them side by side: { $place }
answer-abroad = Of the actionable cases of a year { $abroad } were reported from abroad, and { $own } come from the services.
answer-leaving = { $title }: { $leaving } of { $people } people are expected to leave the work in a year.
answer-row-abroad = of these from abroad

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
chart-title-tradeoff = What a margin for false alarms does to what is found and flagged
chart-title-report-load = What arrives at each desk per day, and what the desk can handle
chart-load-title = What arrives at each desk per day
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
chart-title-scatter = The condition holds at { $inside } of the points in the box, and at { $outside } of those outside it
chart-title-front = Which policies no other policy beats
chart-title-differences = What changes from one policy to another, replication by replication
chart-title-indices = What matters: where the spread comes from
chart-index-title-morris = What matters: how far each factor moves the number
chart-index-title-pawn = What matters: how far each factor shifts the distribution
chart-index-title-worth = What it would be worth to know a factor before choosing
chart-title-tornado = What matters: one factor at a time
chart-vessels-left = left: innocent items that may be flagged (log scale)
chart-vessels-right = right: abuse found, with 90 % interval
chart-vessels-reading = A stricter margin lowers the left level. If the right level sinks with it, the vessels communicate.
chart-vessels-margin = left level
chart-vessels-flags = false flags/day
chart-vessels-wrong = of flags, false
chart-tradeoff-fpr = margin = share of innocent items flagged (FPR)
chart-tradeoff-fdr = margin = share of flags that are wrong (FDR)
chart-tradeoff-pale = pale: never measured
chart-tradeoff-found = share found of the abuse that is scanned (%)
chart-tradeoff-margin = margin for false alarms, stricter →
chart-tradeoff-false = false flags per day, at the same margin
chart-tradeoff-true = true flags per day, at the same margin
chart-tradeoff-below = below { $number } per day
chart-load-false = false
chart-load-true = true
chart-load-band = total: median; thin: 90 % of replications
chart-load-capacity = what the desk can handle
chart-load-far = can handle { $number }, above the scale
chart-load-can-handle = can handle { $number }
chart-backlog-nothing = nothing waits at the end of a day
chart-backlog-waiting = waiting: median and 90 % band
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
chart-hours-axis = police hours per day (average of each week)
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
chart-scatter-holds = the condition holds
chart-scatter-else = it does not
chart-scatter-box = limit of the box (dashed: none)
chart-scatter-pale = Pale: outside the box by its other limits: { $limits }.
chart-scatter-thinned = { $drawn } of { $points } points are drawn, chosen at random.
chart-front-less = less is better
chart-front-more = more is better
chart-differences-base = A  the base, zero: { $title }
chart-differences-scales = Scales: % of the mean of A.
chart-differences-stretched = Where changes differ much in size the scale is stretched around 0.
chart-differences-white = On white: in units, each on its own scale, where A is not clearly above 0.
chart-differences-zero = A line across zero: no difference that this run can show.
chart-differences-skewed = Star (*): skewed over replications, the interval is too narrow.
chart-tornado-base = { $metric }; the line: { $number } with every factor at its median
chart-tornado-low = factor at its 5 % quantile
chart-tornado-high = factor at its 95 % quantile
chart-tornado-range = range of the factor
chart-tornado-ends = { $low } to { $high }
chart-scatter-per-day = per day

chart-foot = vessels { $version }, seed { $seed }. Every assumption and its source: run.json.
chart-study = { $scenarios }: { $design }, { $count ->
    [one] { $replications } replication
   *[other] { $replications } replications
} each, seed { $seed } (vessels { $version }).
chart-solution-foot = vessels { $version }, seed { $seed }. Every number: solve.csv and solve.json.
chart-made = vessels { $version }.
chart-items = items
chart-stricter = 10× stricter
chart-ordered = as ordered
chart-looser = 10× looser
chart-vessels-subtitle = Left column: { $left ->
        [margins] the margin set in advance
       *[others] the margin as a share of innocent items, or what the threshold comes to
    }. Right column: share of what circulates in the whole run that is flagged; whiskers: 90 % of { $replications }. False flags: median of a day with the order in force.
chart-tradeoff-subtitle = Central values: no replications, no band.
chart-mark-both = as ordered, and as in the minister's example
chart-mark-ordered = as ordered
chart-mark-minister = minister's example
chart-mark-innocent = ordered for { $orders }, of innocent items
chart-mark-flags = ordered for { $orders }, of flags (dashed)
chart-precision-subtitle = Central values, not medians of the run. Filled dots: this scenario, with the 90 % interval of its prevalence over { $replications }. Open dots: the collection that the vendor measured on.
chart-benches = least of { $count } test benches
chart-bench = bench of { $detector }
chart-days-weekly = Lines: medians of weekly averages; bands: 90 % of { $replications }.
chart-days-daily = Lines: medians of days; bands: 90 % of { $replications }.
chart-load-subtitle = Medians of { $of ->
        [weeks] weekly averages
       *[days] days
    } over { $replications }, each by itself: false and true need not add up to the total.
chart-funnel-subtitle = Per day, medians over { $replications }, each by itself; whiskers: 90 % of replications.{ $innocent ->
        [yes] {""}
       *[no] {" "}Innocent items are not part of this scenario.
    }
chart-funnel-scanned = scanned
chart-funnel-flagged = { $by ->
        [users] flagged or reported
       *[detectors] flagged
    }
chart-funnel-to = to { $desk }
chart-funnel-actionable = actionable
chart-funnel-all = all of it is abuse material
chart-funnel-one-in = 1 in { $many } is abuse material
chart-funnel-share = { $share } is abuse material
chart-funnel-nothing = nothing
chart-hours-subtitle = { $desk }: hours per day, weekly averages over { $replications }, without a band.
chart-hours-lost = Reading takes the hours of { $median } targeted cases a year (90 %: { $low } to { $high })
chart-interests-subtitle = Dots: medians; lines: 90 % of { $replications }. Each row has its own scale; nothing is added up.
chart-interests-each = { $number } replications of each scenario
chart-interests-between = { $least } to { $most } replications, by scenario
chart-interests-scenarios = { $number } scenarios side by side
chart-interests-foot = vessels { $version }. The four interests of the joint letter of 18 September 2024. Every assumption and its source: run.json of each scenario.
chart-mechanisms-subtitle = Weekly averages over { $replications }, on the same random numbers; in each panel the change of the total, 90 % interval.
chart-risk-subtitle = Service with most accounts scanned ({ $service }). Central values, no replications and no band; one threshold for all detectors{ $differ ->
        [yes] , though here they differ ({ $least } to { $most } hits)
       *[no] {""}
    }, window { $days } days; users at the 10 %, 50 % and 90 % quantile of activity.
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
chart-scatter-subtitle = { $hits } of { $cases } points of the sweep meet the condition; the box holds { $coverage } of these.
chart-scatter-one = The box restricts one factor (across); upwards is the factor that tells both kinds of points apart best of the rest.
chart-scatter-two = Shown are the two factors that it restricts most.
chart-limit-or = or
chart-limit-is = is { $levels }
chart-limit-between = from { $low } to { $high }
chart-front-policies = { $number } policies
chart-front-subtitle = Means over { $states } states of the world, the same for all policies; lines: 90 % of resamples of the states. Blue: no other policy is better in { $goals ->
    [one] this number
    [2] both numbers
   *[other] all numbers asked for
}.
chart-differences-scenarios = { $count ->
    [one] One scenario
   *[other] { $count } scenarios
} against “{ $title }”
chart-differences-worlds = The worlds differ too (compare.json), so not all of it is policy.
chart-differences-subtitle = Dots: mean difference over { $pairs } pairs of replications on the same random numbers; lines: { $confidence } interval of that mean (Fieller; in units Student's t), each by itself.
chart-differences-foot = vessels { $version }, seed { $seed }, { $days }. The four interests of the joint letter of 18 September 2024, and the chain. All differences: compare.csv; every assumption: compare.json.
chart-index-total = total index: alone and with other factors
chart-index-first = first-order index: the factor alone
chart-index-morris = mean absolute effect on { $metric }
chart-index-shapley = Shapley effect: alone, with its part of interactions
chart-index-pawn = median distance between distributions
chart-index-worth = worth of knowing the factor, in { $metric }
chart-index-dummy = factors that do nothing all stay below this ({ $confidence })
chart-index-interval = { $confidence } bootstrap interval of the estimate
chart-index-range = from pessimistic to optimistic, { $confidence }
chart-index-choice = Best on average: { $best }. Knowing all factors would be worth { $perfect } of { $metric }{ $alone ->
        [nothing] ; knowing one factor alone would change nothing.
       *[some] .
    }
chart-index-beyond = What exceeds 100 % is error of the estimate.
chart-index-more = { $count ->
    [one] { $count } factor with the same or less influence is not shown.
   *[other] { $count } factors with the same or less influence are not shown.
}
chart-index-constant = { $metric } does not vary.
chart-index-spread = { $metric } has mean { $mean } and standard deviation { $deviation } over the points.
chart-index-moved = { $metric } with one factor moved at a time.
chart-index-points = Design: { $points } points, { $design ->
        [full] every combination
        [fractional] a fraction of all combinations
        [one-at-a-time] one factor at a time
        [random] at random
        [latin] a Latin hypercube
        [sobol] a Sobol' sequence
        [saltelli] pairs of samples that swap one factor (Saltelli)
        [morris] paths that change one factor at a time (Morris)
        [crossed] settings crossed with draws
       *[listed] from a list
    }
chart-index-design = { $points } points, at each the mean of { $replications } replications with common random numbers
chart-index-nothing = no factor to show
chart-index-foot = vessels { $version }, seed { $seed }. Every number: sensitivity.json.
chart-cost-of-desks = { $name }, desks alone
chart-cost-where-known = { $name }, scanning where known

## Comparisons

compare-base = base
compare-against = { $who } against A
compare-method = { $replications } of { $days } each, seed { $seed }, on the same random numbers: replication by replication the same state of the world, and the same chance in all that two scenarios share. Differences are means over replications; in brackets the { $confidence } interval of that mean (Student's t), for each metric by itself. Nothing is weighed: higher is neither better nor worse.
compare-world = Not of policy alone: these differ in the world too.
compare-world-value = { $path }: { $base } in A, { $other } in { $who }
compare-world-more = and { $more } more, in compare.json
compare-world-only = only in { $who }: { $path }{ $count ->
    [0] {""}
   *[other] {" "}and { $more } more
}
compare-skewed = Skewed over replications, so that an interval of so few is too narrow (replications that would do): { $names }.
compare-list-no-difference = No difference that this run can show
compare-list-identical = Identical in every replication
compare-list-absent = Not in both, or undefined
compare-change = { $name } { $by }, from { $from } to { $to }
compare-every = Every metric: { $interest }
compare-column-mean = mean
compare-column-difference = difference ({ $confidence })
compare-column-relative = relative ({ $confidence })
compare-column-spread = 90 % of replications
compare-column-higher = higher in
compare-absent = not in both, or undefined
compare-identical = identical
compare-many = { $intervals } intervals above, each by itself: about { $missed } of them miss. For all of them together at { $confidence }, give `--confidence "{ $together } %"` (Bonferroni).
compare-left = { $charts ->
    [0] Tables
   *[other] Tables and chart
} are in { $folder }.
compare-higher = higher by a factor of { $factor }
compare-lower = lower by a factor of { $factor }
compare-points = points
compare-interval = { $mean } ({ $low } to { $high })
compare-range = { $low } to { $high }
compare-no-difference = no difference that this run can show
compare-no-difference-needed = no difference that this run can show; replications needed: { $needed }
compare-no-difference-identical = no difference: identical in every replication
compare-unknown-error = one replication, or one draw, says nothing about the error
compare-needed-observed = { $needed } for one of the size observed
compare-needed-percent = { $needed } for one of 1 % of { $base }
compare-dropped = over { $n }; { $dropped } left out, where it is undefined in one of both

## Studies

design-nothing = one point: nothing varies
design-factors = { $count ->
    [one] { $number } factor
   *[other] { $number } factors
}
design-levers = { $count ->
    [one] { $number } lever
   *[other] { $number } levers
}
design-uncertainties = { $count ->
    [one] { $number } uncertainty
   *[other] { $number } uncertainties
}
design-full = { $count ->
    [one] the only combination of the levels of { $factors }
   *[other] all { $points } combinations of the levels of { $factors }
}
design-fractional = { $points } of { $all } combinations of { $factors } factors at two levels
design-resolution = { $design }, resolution { $resolution }, I = { $words }
design-one-at-a-time = { $count ->
    [one] a base point and one change of one of { $factors }
   *[other] a base point and { $changes } changes of one of { $factors }
}
design-random = { $count ->
    [one] { $points } random point of { $factors }
   *[other] { $points } random points of { $factors }
}
design-latin = { $count ->
    [one] { $points } jittered point of a Latin hypercube of { $factors }
   *[other] { $points } jittered points of a Latin hypercube of { $factors }
}
design-latin-points = { $count ->
    [one] { $points } point of a Latin hypercube of { $factors }
   *[other] { $points } points of a Latin hypercube of { $factors }
}
design-sobol = { $count ->
    [one] { $points } scrambled Sobol' point of { $factors }
   *[other] { $points } scrambled Sobol' points of { $factors }
}
design-saltelli = { $points } points: two samples of { $base } and all exchanges of one of { $factors }
design-morris = { $count ->
    [one] { $points } points: { $trajectories } trajectory through { $factors }
   *[other] { $points } points: { $trajectories } trajectories through { $factors }
}
design-crossed = { $count ->
    [one] { $policies } combination of { $levers } × the same { $states }
   *[other] { $policies } combinations of { $levers } × the same { $states }
}
design-listed = { $count ->
    [one] { $points } point as listed
   *[other] { $points } points as listed
}
study-made = { $design }; { $count ->
    [one] { $replications } replication
   *[other] { $replications } replications
} each, seed { $seed }: { $jobs ->
    [one] { $rows } row
   *[other] { $rows } rows
}{ $part }{ $old ->
    [0] {""}
   *[other] , already there
}.
study-lacks = `{ $policy }` has no `{ $path }`: its rows are the same at every value of it.
study-fixed = In `{ $policy }` `{ $path }` is a fixed number: its rows are the same at every point of it.
study-other = In `{ $policy }` `{ $path }` has another distribution: each point is the same quantile of it.
study-held = { $draws ->
    [one] Other uncertain numbers ({ $numbers }) stand still at one draw, that of replication 0, at every point: what they would change does not show. Name them with `--uncertainty`, or give more `--replications`.
   *[other] Other uncertain numbers ({ $numbers }) have the same { $replications } draws at every point, one for each replication.
}
study-part = { " " }in all, { $rows } of them here
study-all = { $design }; { $replications } replications in all, seed { $seed }.
study-rows = { $design }; { $rows } rows, seed { $seed }.
progress = { $position } replications, { $speed }, { $left } left

## Sensitivity

sensitivity-many = These are many factors: `--method morris` or `--method given-data` finds those that matter with fewer runs; then name them with `--uncertainty`.
sensitivity-chance = chance inside a replication
sensitivity-constant = { $metric } does not vary: { $value } at all { $points } points. There is nothing to explain.
sensitivity-undecided = { $metric } is another number at a few of the { $points } points only, too few to tell what the factors contribute: take more points (`--points`), or `--method pawn`.
sensitivity-no-factor = No factor of { $metric } varies.
sensitivity-interval = { $value } ({ $low } to { $high })
sensitivity-shares = Of the spread of { $metric }, { $alone } comes from { $factor } alone, and { $together } with all that it does together with others.
sensitivity-next = Next: { $factors }.
sensitivity-next-factor = { $factor } ({ $alone } alone, { $together } with others)
sensitivity-shares-chance = Chance inside a replication: { $alone } alone, { $together } with others{ $rest ->
    [0] .
   *[other] ; the rest is ignorance.
}
sensitivity-only-together = Only together do factors make { $share }.
sensitivity-effects = { $metric } changes most with { $factor }: by { $step } on average { $kind ->
    [chance] between two streams of random numbers
    [words] between two of its settings
   *[number] when it moves past half of its values
}. Its effect is twice that.
sensitivity-effects-small = { $count ->
    [one] One of { $all } factors has less than a twentieth of that effect: it can be left out.
   *[other] { $small } of { $all } factors have less than a twentieth of that effect: they can be left out.
}
sensitivity-shapley = Of the spread of { $metric }, { $share } is due to { $factor }, its part of all interactions and correlations included.
sensitivity-pawn-none = No factor moves the distribution of { $metric } by more than as many dummies do (confidence { $confidence } for all together).
sensitivity-pawn = { $count ->
    [one] { $seen } of { $all } factors moves
   *[other] { $seen } of { $all } factors move
} the distribution of { $metric } by more than as many dummies do (by distance, confidence { $confidence } for all together); most of all { $factors }.
sensitivity-given = Of the spread of { $metric }, { $share } comes from { $factor } alone.
sensitivity-correlated = Correlated: { $pairs }. { $method ->
    [moved] Moving one of them moves those along that come after it in the alphabet, so an effect here may be that of several
    [explained] What one of them explains, another one may explain as well, so shares may sum to more than all
   *[other] A factor may matter here only because it goes with another one
}; `--method shapley` shares out what they have in common.
sensitivity-given-all = One by one, all factors explain { $share } in sum{ $tied ->
    [0] ; the rest is what they do only together, and chance.
   *[other] , in which correlated factors count more than once what they have in common.
}
sensitivity-tornado = { $metric } is { $base } with { $words ->
    [0] every factor at its median
   *[other] every number at its median and the first word of each list
}; { $factor } alone moves it to { $low } (at { $from }) and { $high } (at { $to }).
sensitivity-worth-means = { $metric }, { $higher ->
    [0] less
   *[other] more
} is better: on average { $means }. Without further knowledge, { $best } is best.
sensitivity-worth-perfect = Knowing everything before choosing, chance included, would be worth { $worth } (± { $error } standard error); another scenario is best in { $share } states of the world.
sensitivity-worth-factor = Knowing { $factor } before choosing would be worth { $worth }; it would change which scenario is best in { $share } states of the world.
sensitivity-worth-none = Knowing one factor alone would change nothing.
sensitivity-of-hundred = { $number } of 100
sensitivity-dropped = Left out: { $count ->
    [one] { $points } point
   *[other] { $points } points
} where the metric is undefined.
sensitivity-one-value = Left out, because { $count ->
    [one] it has
   *[other] they have
} one value only: { $factors }.
sensitivity-by-chance = Shares whose interval begins at 0 may be chance: more points tell.
sensitivity-wide = The intervals are wide; more points (`--points`) narrow them.
sensitivity-above = No true share is above 100 %: what is more here is the error of an estimate, which more points (`--points`) make smaller.
sensitivity-paths = { $points } points: { $count ->
    [one] { $paths } path
   *[other] { $paths } paths
} along which { $factors } factors are drawn anew one by one
sensitivity-pair = { $first } and { $second } together: { $share }
sensitivity-more = and { $count } more with less influence, in the tables.
sensitivity-range = { $low } to { $high }
sensitivity-column-factor = factor
sensitivity-column-range = range
sensitivity-column-quantiles = 5 to 95 %
sensitivity-column-ends = ends
sensitivity-column-total = with others
sensitivity-column-first = alone
sensitivity-column-mean-absolute = mean |effect|
sensitivity-column-mean = mean effect
sensitivity-column-sd = sd of effect
sensitivity-column-cramer-von-mises = Cramér–von Mises
sensitivity-column-pawn = distance
sensitivity-column-shapley = Shapley effect
sensitivity-column-spearman = rank correlation
sensitivity-column-srrc = rank regression
sensitivity-column-at-low = at the low end
sensitivity-column-at-high = at the high end
sensitivity-column-difference = difference
sensitivity-column-worth = worth
sensitivity-column-share-changed = changes the choice

## Boundaries

box-numbers = of 100 { $such }, { $covered ->
    [one] { $coverage } is
   *[other] { $coverage } are
} in this box; of 100 cases in the box, { $dense ->
    [one] { $density } is such
   *[other] { $density } are such
}.
box-no-restriction = No restriction stands out: { $numbers }
box-when = When { $conditions }: { $numbers }
box-above = { $name } is above { $value }
box-below = { $name } is below { $value }
box-between = { $name } is between { $low } and { $high }
box-at-least = { $name } are at least { $value }
box-fewer = { $name } are fewer than { $value }
box-from-to = { $name } are from { $low } to { $high }
box-one-of = { $name } is { $values }
box-left-out = Left out, as chance could have set the limit: { $names }.
box-beside = Among the points outside { $boxes ->
    [one] the box above
   *[other] the boxes above
}: { $sentence } Of 100 points within these limits, whether or not { $boxes ->
    [one] the box above holds them too
   *[other] a box above holds them too
}, { $density } are such.
discover-such = points with { $condition }
discover-hits = { $hits } of { $cases } points meet the condition ({ $condition }); { $count ->
    [one] { $factors } factor varies
   *[other] { $factors } factors vary
}.
discover-undefined = { $points } points are left out, because the number is undefined there.
discover-no-box = No box meets the rule that chooses one; try `--choose balanced`.
discover-tree = A classification tree says:
discover-no-leaf = In no part of it do most points meet the condition.
discover-chance = { $factor }: quasi-p value { $p }{ $again }.
discover-again = ; { $share } of { $resamples } resamples restrict it too
robust-head = { $policies } policies in { $count ->
    [one] one state of the world: that says nothing about others; vary uncertainties, or give `--replications`.
   *[other] { $states } states of the world, the same for all; 90 % intervals over resamples of the states.
}
robust-undefined = { $states } states are left out, because a number is undefined there.
robust-mean = mean
robust-mean-regret = mean regret
robust-regret-quantile = 90 % quantile of regret
robust-greatest-regret = greatest regret
robust-worst = worst value
robust-good-enough = share of states good enough
robust-all-goals = All goals at once
robust-score = { $rank }. { $policy }: { $value }{ $states ->
    [one] {""}
   *[other] { $interval ->
        [0] {""}
       *[other] {" "}({ $low } to { $high })
    }; best in { $share } of resamples
}
robust-front = Beaten by no other policy in all numbers at once, by means:
robust-standing = { $policy }: { $undominated ->
    [0] no
   *[other] yes
}{ $count ->
    [one] {""}
   *[other] ; in { $states } of states and { $resamples } of resamples
}
robust-weights = No weights are put on these numbers; which measure of risk counts is for the reader.
solve-subject = { $statistic ->
    [mean] the mean
    [low] the 5 % quantile
    [high] the 95 % quantile
   *[median] the median
} of { $metric }
solve-specificity = { $rate } (specificity { $specificity })
solve-none = No value of { $path } from { $low } to { $high } makes { $subject } cross { $target }: { $side ->
    [undefined] it is undefined throughout
    [above] it is at or above it throughout
   *[below] it is below it throughout
}{ $side ->
    [undefined] {""}
   *[other] { $equal ->
        [0] , from { $least } to { $most }
       *[other] , { $least } at every point; { $path } does not change it here
    }
}.
solve-crossing = { $path } = { $value }: there { $subject } { $way ->
    [falls] falls below
    [leaves] rises above
    [returns] falls to
   *[rises] rises to
} { $target }. 95 % interval from the number of replications: { $low } to { $high }.
solve-few = From { $replications } replications the interval is often too narrow: give at least 10.
solve-undefined = { $wide ->
    [0] At { $path } = { $low } { $subject } is undefined: nothing is said there.
   *[other] For { $path } from { $low } to { $high } { $subject } is undefined: nothing is said there.
}
solve-below-range = below the range
solve-above-range = above the range
solve-several = It crosses the target { $crossings } times, so there is no single answer; more may lie between the { $points } points of the grid.
solve-states = By itself, each state of the world has its own answer: in { $within } it crosses the target within the range{ $place }; in { $below } it is below throughout, in { $above } at or above.
solve-states-place = , at { $middle } (90 %: { $low } to { $high })
solve-points = { $points } points of { $path }, { $replications } replications each, the same draws and chance at every point; seed { $seed }.

## Tables of scenarios

theory-head = Closed forms at central values; compare with `vessels run … --set run.uncertainty=central`.
theory-without = Without the mechanisms of the scenario: { $mechanisms }.
theory-column-metric = metric
theory-column-of = of
theory-column-mean = mean
theory-column-deviation = sd
theory-column-unit = unit
tradeoff-head = Central values. The margin is read as a share of innocent items (FPR), and as a share of flags (FDR).
tradeoff-order = Order { $order }: { $title }
tradeoff-column-margin = margin
tradeoff-column-fpr = FPR:recall
tradeoff-column-fdr = FDR:recall
tradeoff-column-false = false/day
tradeoff-column-right = right
tradeoff-unmet = unmet
check-valid = { $file }: { $world ->
    [0] a valid scenario
   *[other] a valid world
}{ $count ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}
new-wrote = wrote { $scenario } and { $world }; next: vessels run { $scenario }

## Findings

findings-title = Findings
findings-introduction = What every bundled scenario says, as it was run. Numbers are medians over replications, in brackets the interval that holds 90 % of them, over uncertain assumptions and chance. No number here is a verdict: most inputs are
    uncertain within a factor of ten or more, many are assumptions, and each scenario of a position names those that decide between the expectations of both sides. A dash means that the scenario has no such thing, or that it is undefined.
findings-note-flagged = **Flagged**: share of the circulating abuse material of the class that is flagged, over the whole horizon, days without an order included.
findings-note-false = **False flags**: innocent items flagged per day. **Accounts**: innocent accounts flagged at least once in a year.
findings-note-last = **Last desk**: reports that arrive per day, how many of them are abuse material, how many days of work wait at the end, and how many arrive in the last quarter of the horizon over those of the first (*trend*, all reports and those of known material; below 1 they fall).
findings-note-actionable = **Actionable**: units of abuse material that the last desk finds actionable, per year; where a clearing house reports from abroad, also how many of them it reported.
findings-made = Made by { $command }, version { $version }.
findings-column-scenario = scenario
findings-column-known = flagged: known
findings-column-new = new
findings-column-grooming = grooming
findings-column-false = false flags/day
findings-column-accounts = accounts/year
findings-column-last = last desk: reports/day
findings-column-right = right
findings-column-backlog = backlog, days
findings-column-trend = trend: all
findings-column-trend-known = known
findings-column-actionable = actionable/year
findings-abroad = ; from abroad { $number }
findings-sides = What each side expects
findings-proponents = Proponents expect
findings-critics = Critics expect
findings-decided-by = What decides
