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

## Charts

chart-none = geen
chart-all = alle
chart-unknown = onbekend
chart-identical = gelijk
chart-identical-all = gelijk in elke herhaling
chart-points = procentpunt
chart-interval = { $mean } ({ $low } tot { $high })
chart-logarithmic = { $name } (logaritmisch)
chart-day = dag { $number }
chart-month = maand { $number }
chart-year = jaar { $number }
chart-per-day = { $unit } per dag
chart-at-the-end = { $number } aan het eind

chart-title-vessels = Communicerende vaten: de marge voor valse meldingen, en wat wordt gevonden
chart-title-tradeoff = Wat een marge voor vals-positieven doet met wat wordt gevonden en met de treffers
chart-title-report-load = Wat er per dag bij elk loket binnenkomt, en wat het loket aankan
chart-title-backlog-delay = Wat er bij elk loket wacht, en hoe lang
chart-title-funnel = Van berichten tot zaken, per dag: hoeveel is echt en hoeveel niet
chart-title-precision = Hoe zeldzamer misbruik is, hoe minder treffers kloppen
chart-title-stocks = Hoeveel verschillende stukken er rondgaan, van dag tot dag
chart-title-mechanisms = Wat elk mechanisme doet met het aantal meldingen
chart-title-hours = Waar de uren van de politie aan opgaan
chart-title-risk = De kans om gemeld te worden zonder iets te hebben gedaan
chart-title-interests = Wat het betekent voor opsporing, grondrechten, economie en veiligheid online
chart-title-solution = Welke waarde het doel haalt
chart-title-peeling = Waar de voorwaarde geldt: vakken naar dekking en dichtheid
chart-title-front = Welk beleid door geen ander beleid wordt overtroffen
chart-title-differences = Wat er verandert van het ene beleid naar het andere, herhaling voor herhaling
chart-title-indices = Wat ertoe doet: waar de spreiding vandaan komt
chart-title-tornado = Wat ertoe doet: één factor tegelijk

chart-vessels-left = links: de marge, onschuldige items die een treffer mogen zijn (logaritmisch)
chart-vessels-right = rechts: gevonden misbruik, met 90 %-interval
chart-vessels-reading = Een strengere marge verlaagt het peil links. Zakt het peil rechts mee, dan zijn het communicerende vaten.
chart-vessels-flags = valse treffers
chart-vessels-wrong = aandeel vals
chart-tradeoff-fpr = marge = aandeel van onschuldige items dat een treffer is
chart-tradeoff-fdr = marge = aandeel van treffers dat vals is
chart-tradeoff-pale = bleek: nooit gemeten
chart-tradeoff-found = aandeel van misbruikmateriaal dat wordt gevonden (%)
chart-tradeoff-margin = marge voor vals-positieven, strenger →
chart-tradeoff-false = valse treffers per dag, bij dezelfde marge
chart-tradeoff-true = juiste treffers per dag, bij dezelfde marge
chart-load-false = vals
chart-load-true = juist
chart-load-band = totaal: mediaan, 90 % van de herhalingen
chart-load-capacity = wat het loket aankan
chart-load-can-handle = kan { $number } aan
chart-backlog-waiting = wachtend (stuks): mediaan en 90 %-band
chart-backlog-delay = vertraging (dagen): mediaan en 90 %-band
chart-funnel-innocent = onschuldig
chart-funnel-abuse = misbruik
chart-funnel-axis = aantal per dag; elke rasterlijn is { $times } keer de vorige; zwarte lijnen: 90 %-interval
chart-funnel-axis-short = aantal per dag; zwarte lijnen: 90 %-interval
chart-precision-axis = aandeel van de treffers dat klopt (%, aan beide einden uitgerekt)
chart-precision-across = hoeveel van wat wordt bekeken misbruik is (prevalentie), zeldzamer →
chart-precision-finds = vindt { $share } van misbruik
chart-precision-false = vals alarm: { $rate }
chart-stocks-axis = verschillende stukken in omloop
chart-mechanisms-axis = { $unit } per dag bij { $desk }, gemiddelde van 7 dagen
chart-mechanisms-on = alles aan
chart-mechanisms-off = dit mechanisme uit
chart-total-none = totaal: geen vergelijking
chart-total-long = zonder dit: totaal { $median } (90 %: { $low } tot { $high })
chart-total-middle = totaal { $median } ({ $low } tot { $high })
chart-total-short = totaal { $median }
chart-hours-axis = politie-uren per dag (gemiddelde van elke week)
chart-hours-targeted = gericht onderzoek
chart-hours-true = lezen van juiste meldingen
chart-hours-false = lezen van valse meldingen
chart-hours-unused = ongebruikt
chart-hours-available = beschikbaar: { $hours } uur per dag
chart-hours-end = { $hours } uur per dag aan het eind
chart-risk-axis = kans op minstens één valse melding in tien jaar, per gebruiker (logaritmisch)
chart-risk-across = drempel k: treffers op één account voordat het wordt gemeld (logaritmisch) →
chart-risk-in-force = van kracht: k = { $k }
chart-risk-with = met k = { $k }, in tien jaar
chart-risk-certain = zeker
chart-risk-less = minder dan { $rate }
chart-risk-share = { $share } van hen
chart-risk-in-100 = { $number } op 100
chart-solution-target = doel: { $number }
chart-peeling-density = dichtheid: hoeveel van de punten in het vak voldoen aan de voorwaarde
chart-peeling-coverage = dekking: hoeveel van de punten die voldoen in het vak liggen →
chart-peeling-chosen = Gekozen vak (ring):
chart-peeling-restricted = Ingeperkte factoren:
chart-peeling-most = 5 of meer
chart-front-less = minder is beter
chart-front-more = meer is beter
chart-differences-base = A  de basis, nul: { $title }
chart-differences-scales = Schalen: % van het gemiddelde van A.
chart-differences-stretched = Waar veranderingen sterk in grootte verschillen is de schaal rond 0 uitgerekt.
chart-differences-white = Op wit: in eenheden, elk op een eigen schaal, waar A niet duidelijk boven 0 ligt.
chart-indices-interval = interval van de schatting
chart-tornado-base = { $metric }; de lijn: { $number } met elke factor op zijn mediaan
chart-tornado-low = factor op zijn 5 %-kwantiel
chart-tornado-high = factor op zijn 95 %-kwantiel
chart-tornado-range = bereik van de factor

chart-foot = vessels { $version }, seed { $seed }. Elke aanname met haar bron: run.json.
chart-made = vessels { $version }.
chart-replications = { $count ->
    [one] { $number } herhaling
   *[other] { $number } herhalingen
}
chart-items = items
chart-flags = treffers
chart-reports = meldingen
chart-cases = zaken
chart-natural-frequency = van { $all } { $noun } zijn er { $wrong } onschuldig
chart-stricter = 10× strenger
chart-ordered = zoals bevolen
chart-looser = 10× ruimer
chart-vessels-subtitle = Linkervat: de vooraf vastgelegde marge. Rechtervat: aandeel van het materiaal in omloop dat een treffer is; streepjes: 90 % van { $replications }.
chart-tradeoff-subtitle = Centrale waarden, geen herhalingen en geen band. Doorgetrokken: de marge is een aandeel van onschuldige items (FPR). Gestreept: een aandeel van de treffers (FDR).
chart-mark-both = zoals bevolen, en zoals in het voorbeeld van de minister
chart-mark-ordered = zoals bevolen
chart-mark-minister = voorbeeld van de minister
chart-precision-subtitle = Punten: de prevalentie in dit scenario met haar 90 %-interval over { $replications }, en de testbank van elke detector. Lijnen: centrale waarden.
chart-bench = testbank van { $detector }
chart-days-weekly = Lijnen: medianen van weekgemiddelden; banden: 90 % van { $replications }.
chart-days-daily = Lijnen: medianen van dagen; banden: 90 % van { $replications }.
chart-funnel-subtitle = Per dag, medianen over { $replications }; streepjes: 90 % van de herhalingen.
chart-funnel-scanned = gescand
chart-funnel-flagged = treffer
chart-funnel-to = naar { $desk }
chart-funnel-actionable = bruikbaar
chart-funnel-one-in = 1 op { $many } is misbruikmateriaal
chart-funnel-nothing = niets
chart-hours-subtitle = { $desk }: uren per dag, weekgemiddelden over { $replications }, zonder band.
chart-hours-lost = Het lezen kost de uren van { $median } gerichte zaken per jaar (90 %: { $low } tot { $high })
chart-interests-subtitle = Stippen: medianen; lijnen: 90 % van { $replications }. Elke rij heeft een eigen schaal; niets wordt opgeteld.
chart-interests-each = { $number } herhalingen van elk scenario
chart-interests-between = { $least } tot { $most } herhalingen, naar scenario
chart-interests-scenarios = { $number } scenario's naast elkaar
chart-interests-foot = vessels { $version }. De vier belangen van de gezamenlijke brief van 18 september 2024. Elke aanname met haar bron: run.json van elk scenario.
chart-mechanisms-subtitle = Weekgemiddelden over { $replications }, met dezelfde toevalsgetallen; in elk paneel de verandering van het totaal, 90 %-interval.
chart-risk-subtitle = { $service }, centrale waarden, geen herhalingen en geen band; één drempel voor alle detectoren, venster { $days } dagen; gebruikers op het 10 %-, 50 %- en 90 %-kwantiel van activiteit.
chart-risk-correlated = samenhangende treffers (ρ = { $rho })
chart-risk-independent = onafhankelijke treffers
chart-risk-light = lichte gebruiker
chart-risk-median = mediane gebruiker
chart-risk-heavy = zware gebruiker
chart-solution-subtitle = Lijn: { $statistic }; band: 90 % van { $replications } herhalingen, in elk punt dezelfde. Rood: waar het doel wordt gehaald, met het interval dat het aantal herhalingen openlaat.
chart-stocks-subtitle = Lijnen: medianen; banden: 90 % van { $replications }.
chart-order-begins = { $order }: begint
chart-order-ends = { $order }: eindigt
chart-peeling-subtitle = Elk punt is een vak van instellingen; van rechts naar links worden plakken afgesneden met weinig van de { $hits } van { $cases } punten die aan de voorwaarde voldoen.
chart-limit-or = of
chart-limit-is = is { $levels }
chart-limit-between = van { $low } tot { $high }
chart-front-policies = { $number } beleidsopties
chart-front-subtitle = Gemiddelden over { $states } toestanden van de wereld, voor elk beleid dezelfde. Blauw: geen ander beleid is beter in { $goals ->
    [one] dit getal
    [2] beide getallen
   *[other] alle gevraagde getallen
}.
chart-differences-scenarios = { $count ->
    [one] Eén scenario
   *[other] { $count } scenario's
} tegenover { $title }
chart-differences-worlds = Ook de werelden verschillen (compare.json), dus niet alles komt door het beleid.
chart-differences-subtitle = Stippen: gemiddeld verschil over { $pairs } paren herhalingen met dezelfde toevalsgetallen; lijnen: { $confidence }-betrouwbaarheidsinterval van dat gemiddelde (Student), voor elke maat afzonderlijk.
chart-differences-foot = vessels { $version }, seed { $seed }, { $days } dagen. De vier belangen van de gezamenlijke brief van 18 september 2024, en de keten. Alle verschillen: compare.csv; elke aanname: compare.json.
chart-index-total = totale index: alleen en samen met andere factoren
chart-index-first = eerste-orde-index: de factor alleen
chart-index-morris = gemiddeld absoluut effect op { $metric }
chart-index-shapley = Shapley-effect: alleen, met zijn deel van de interacties
chart-index-pawn = mediane afstand tussen verdelingen
chart-index-worth = waarde van het kennen van de factor, in { $metric }
chart-index-dummy = een loze factor blijft hieronder ({ $confidence })
chart-index-more = { $count ->
    [one] { $count } factor met minder invloed is niet getoond.
   *[other] { $count } factoren met minder invloed zijn niet getoond.
}
chart-index-constant = { $metric } varieert niet.
chart-index-spread = { $metric } heeft gemiddelde { $mean } en standaardafwijking { $deviation } over de punten.
chart-index-moved = { $metric } met één factor tegelijk bewogen.
chart-index-design = { $points } punten, in elk het gemiddelde van { $replications } herhalingen met gemeenschappelijke toevalsgetallen
chart-index-foot = vessels { $version }, seed { $seed }. Elk getal: sensitivity.json.
chart-without-scanning = { $name }, zonder scannen waar dat onbekend is
