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

## Answer

answer-look-at = Look at { $what }.
answer-spread-assumptions = over uncertain assumptions and chance
answer-spread-chance = over chance alone
answer-numbers = { $replications } replications of { $days } days, seed { $seed }. Numbers are medians; in brackets 90 % of replications, { $spread }; errors are Monte Carlo standard errors of the medians.
answer-interval = { $median } ({ $low } to { $high })
answer-natural-frequency = of { $base } { $noun }, { $wrong } are innocent
answer-flags = flags
answer-reports = reports
answer-cases = cases
answer-no-innocent-items = Innocent items are not part of this scenario: nothing is said of what is right.
answer-flags-a-day = { $flags } items are flagged a day.
answer-flags-a-day-right = { $flags } items are flagged a day; { $right } of the flags are right: { $frequency }.
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
answer-below-one-in-a-trillion = below 1 in a trillion
answer-out-of-sight = { $moved } of what circulates has moved out of sight.
answer-pieces = { $title }: at the end as many distinct pieces circulate as { $ratio } of those at the start.
answer-minors = { $title }: { $minors } innocent items of or by minors arrive in a year.
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
