# Nederlands. Termen zoals de Nederlandse Kamerstukken ze gebruiken: communicerende vaten, vals-positieven,
# detectiegraad, meldingen, bekend en onbekend materiaal.

language-name = Nederlands

## Numbers

numerals-decimal = ,
numerals-group = .
numerals-million = miljoen
numerals-billion = miljard
numerals-trillion = biljoen
numerals-undefined = onbepaald
numerals-unlimited = onbegrensd
one-in = 1 op { $many }

## Answer

answer-look-at = Let op: { $what }.
answer-spread-assumptions = over onzekere aannames en toeval
answer-spread-chance = over toeval alleen
answer-numbers = { $replications } herhalingen van { $days } dagen, seed { $seed }. Getallen zijn medianen; tussen haakjes 90 % van de herhalingen, { $spread }; fouten zijn Monte-Carlostandaardfouten van de medianen.
answer-interval = { $median } ({ $low } tot { $high })
answer-natural-frequency = van { $base } { $noun } zijn er { $wrong } onschuldig
answer-flags = signaleringen
answer-reports = meldingen
answer-cases = zaken
answer-no-innocent-items = Onschuldige berichten maken geen deel uit van dit scenario: over wat terecht is, wordt niets gezegd.
answer-flags-a-day = Per dag worden { $flags } berichten gesignaleerd.
answer-flags-a-day-right = Per dag worden { $flags } berichten gesignaleerd; { $right } van de signaleringen is terecht: { $frequency }.
answer-accounts-flagged = In een jaar worden { $accounts } onschuldige accounts minstens één keer gesignaleerd.
answer-material = { $title }: { $flagged } van wat circuleert wordt gesignaleerd en { $missed } wordt gemist{ $end }.
answer-found = { $found } blijkt aan het einde van de keten bruikbaar voor opsporing
answer-copies = { $copies } valt af als kopie van wat al was gezien
answer-desk = { $title }: per dag komen { $arrivals } { $noun } binnen{ $right }; aan het einde wachten er { $backlog }{ $waited }.
answer-desk-right = { $right } daarvan terecht
answer-desk-waited = en wat dan wordt gelezen, heeft { $days } dagen gewacht
answer-order = Bevel `{ $order }`: signaleert { $fpr } van de onschuldige berichten{ $tested }; { $fdr } van de signaleringen is onschuldig; detectiegraad { $recall }.
answer-order-tested = { $bench } op het mengsel waarop is getest
answer-accounts-threshold = Onschuldige accounts bereiken { $over } keer per jaar de drempel per account, en per dag worden { $kept } signaleringen vastgehouden. Wie veel verstuurt, loopt in tien jaar een kans op een valse melding van { $risk }.
answer-below-one-in-a-trillion = minder dan 1 op een biljoen
answer-out-of-sight = { $moved } van wat circuleert, is uit het zicht verdwenen.
answer-pieces = { $title }: het aantal verschillende stukken dat aan het einde circuleert, is { $ratio } van dat aan het begin.
answer-minors = { $title }: in een jaar komen { $minors } onschuldige berichten van of door minderjarigen binnen.
answer-hours = { $title }: het lezen kost { $lost } zaken van gericht onderzoek per jaar; { $wrong } uur per jaar gaat naar wat onschuldig is.
answer-sobol = Onzekere getallen zijn gehusselde Sobol'-punten in acht onafhankelijke reeksen; fouten zijn die tussen de reeksen.
answer-time-up = De tijd was om na { $done } van { $wanted } herhalingen: `--replications { $done }` herhaalt precies deze berekening.
answer-stop-undefined = Het getal dat de berekening zou beëindigen, { $metric }, is in elke herhaling onbepaald.
answer-mean = gemiddelde
answer-median = mediaan
answer-quantile-low = 5 %-kwantiel
answer-quantile-high = 95 %-kwantiel
answer-half-width = ± { $width } (gewenst: { $wanted })
answer-half-width-relative = ± { $width } daarvan (gewenst: { $wanted })
answer-precise = nauwkeurig genoeg
answer-not-yet-precise = nog niet nauwkeurig genoeg
answer-stopped = Na { $done } van ten hoogste { $most } herhalingen is { $metric } ({ $name }) { $verdict }: { $reached }, met { $confidence } betrouwbaarheid.
answer-layers = Zoveel van de variantie van één herhaling komt door onzekere aannames, de rest door toeval (± standaardfout): { $shares }.
answer-column-median = mediaan
answer-column-error = ± fout
answer-row-scanned = gescande berichten per dag
answer-row-flags = signaleringen per dag
answer-row-right = daarvan terecht
answer-row-accounts = gesignaleerde onschuldige accounts per jaar
answer-row-reported = daarvan gemeld bij de laatste schakel
answer-row-flagged = { $title }: gesignaleerd
answer-row-actionable = { $title }: bruikbaar voor opsporing
answer-row-missed = { $title }: gemist
answer-row-arrivals = { $title }: { $noun } per dag
answer-row-backlog = werkvoorraad aan het einde
answer-row-peak = grootste werkvoorraad
answer-row-delay = wachttijd aan het einde (dagen)
answer-row-cases = bruikbare zaken per jaar
answer-expected = verwacht `{ $name }` { $low } tot { $high }: { $mean }, { $verdict }
answer-met = gehaald
answer-missed = NIET GEHAALD
answer-nothing-of-that-name = niets met die naam
answer-tables = Tabellen staan in { $folder }.
answer-tables-and-charts = Tabellen en grafieken staan in { $folder }.
answer-side-by-side = Allemaal naast elkaar: { $place }
