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
share-all-but = alles behalve { $frequency }
share-least = minder dan 1 op een biljoen
less-than = minder dan { $number }
nearly-all = bijna alle
list-and = en
list-or = of
quantity-per-day = { $number } per dag
quantity-per-hour = { $number } per uur
quantity-per-year = { $number } % per jaar
quantity-days = { $number } dagen
quantity-hours-per-day = { $number } uur per dag
quantity-euro-per-hour = { $number } euro per uur
quantity-euro-per-item = { $number } euro per bericht

## Explorer

explorer-brand = vessels verkenner
explorer-language = Taal
explorer-scenario = Scenario
explorer-own = In dit rapport
explorer-reset = Terug naar het scenario
explorer-reset-one = Zet terug: { $control }
explorer-sides = Wat voor- en tegenstanders zeggen
explorer-proponents = Voorstanders:
explorer-critics = Critici:
explorer-controls = Instellingen
explorer-no-numbers = Wat de schuiven nu aangeven, kan niet worden berekend; er staan daarom geen getallen. Zet de laatste schuif terug, of alle schuiven met ‘Terug naar het scenario’.
explorer-others = Instellingen uit de link waarvoor geen schuif is: { $settings }
explorer-changed = Anders dan in het scenario: { $settings }
explorer-kind-margin = Marge voor vals-positieven
explorer-kind-prevalence = Hoeveel misbruikmateriaal circuleert
explorer-kind-volume = Hoeveel er wordt verstuurd
explorer-kind-separation = Hoe goed detectoren onderscheiden
explorer-kind-people = Mensen die beoordelen
explorer-reading = ‘0,01 % vals-positieven’ is op twee manieren te lezen:
explorer-reading-fpr = aandeel van de gecontroleerde onschuldige berichten dat een treffer geeft (FPR)
explorer-reading-fdr = aandeel van de treffers dat onschuldig is (FDR)
explorer-all-orders = Dezelfde marge voor alle bevelen
explorer-each-order = Elk bevel apart
explorer-label-margin = marge voor { $of }
explorer-label-prevalence = aandeel { $of }
explorer-label-prevalence-on = aandeel { $of } op { $service }
explorer-label-volume = { $of }: { $modality }
explorer-label-separation = onderscheid door { $of }
explorer-label-people = mensen: { $of }
explorer-unit-items-per-day = { $value } berichten per dag
explorer-unit-items-per-account = { $value } berichten per dag per account
explorer-unit-deviations = { $value } standaardafwijkingen
explorer-unit-people = { $count ->
    [one] { $value } mens
   *[other] { $value } mensen
 }
explorer-not-written = Geen getal uit het scenario: het volgt eruit.
explorer-published = Scenario: { $written }
explorer-drawn = Onzeker: getrokken tussen { $low } en { $high } (90 %). Wie de schuif beweegt, zet er één getal voor in de plaats.
explorer-source = Bron: { $source }
explorer-place = Staat in { $place }
explorer-status-primary = primaire bron
explorer-status-secondary = secundaire bron
explorer-status-derived = afgeleid
explorer-status-assumption = aanname
explorer-status-unverified = niet geverifieerd
explorer-status-none = geen bron
explorer-from-to = { $low } tot { $high }
explorer-no-spread = geen spreiding
explorer-interval = Intervallen: 90 % van { $replications ->
    [one] { $replications } herhaling
   *[other] { $replications } herhalingen
 }.
explorer-no-interval = Intervallen volgen zodra de simulatie loopt.
explorer-days = Wat berekend is, is een gemiddelde over { $days } dagen.
explorer-days-part = Wat berekend is, is een gemiddelde over alle { $days } dagen, ook die waarop een bevel niet geldt ({ $orders }).
explorer-days-order = { $order }: geldt { $in } dagen
explorer-medians = Waar alles wat binnenkomt uit een mechanisme komt, zijn getallen en tekens medianen van de simulatie.
explorer-numbers = De getallen als tabel
explorer-band-at-end = 90 %-interval aan het eind
explorer-band = 90 %-interval
explorer-order = bevel
explorer-margin = ingestelde marge
explorer-fpr = aandeel van de onschuldige berichten dat een treffer geeft
explorer-fdr = aandeel van de treffers dat onschuldig is
explorer-short-fpr = FPR { $share }
explorer-short-fdr = FDR { $share }
explorer-recall = van wat wordt gelezen, gevonden
explorer-found = van wat circuleert, door dit bevel alleen gevonden
explorer-vessels = Communicerende vaten
explorer-vessels-sentence = Bij deze marge wordt van het materiaal dat circuleert dit deel gevonden: { $shares }.
explorer-vessels-sentence-own = Van het materiaal dat circuleert wordt dit deel gevonden: { $shares }.
explorer-vessels-sentence-each = Bij deze marge vindt elk bevel apart dit deel van het materiaal dat circuleert: { $shares }.
explorer-vessels-sentence-own-each = Elk bevel apart vindt dit deel van het materiaal dat circuleert: { $shares }.
explorer-vessels-nothing = Van wat de bevelen in dit scenario zoeken, gaat niets rond.
explorer-vessels-none = In dit scenario is er geen detectiebevel.
explorer-vessels-fpr = Links, logaritmisch: de marge, als aandeel van de onschuldige berichten.
explorer-vessels-fdr = Links, logaritmisch: de marge, als aandeel van de treffers.
explorer-vessels-note = Rechts: het aandeel van al het circulerende materiaal dat het bevel zoekt, op elke dienst, dat wordt gevonden. Daaronder: wat in de praktijk voor beide lezingen volgt.
explorer-vessels-follows = Waar een bevel geen marge heeft, staat links wat uit de drempel volgt.
explorer-vessels-alone = Waar verschillende bevelen hetzelfde zoeken, is elk getoond alsof het het enige was: wat beide vinden, telt bij beide mee.
explorer-curve = Marge en detectiegraad
explorer-curve-sentence = { $order }: bij een marge van { $margin } wordt { $now } gevonden van wat wordt gelezen
explorer-curve-stricter = bij een tiende van die marge { $share }
explorer-curve-unmet = geen drempel voldoet aan een tiende van die marge
explorer-curve-looser = bij het tienvoudige { $share }
explorer-curve-empty = Geen van de bevelen kan aan een marge van { $margin } of minder voldoen.
explorer-curve-own = Er is geen marge ingesteld; van wat wordt gelezen, wordt dit deel gevonden: { $shares }.
explorer-curve-note = Horizontaal, logaritmisch: { $reading }. Verticaal: de detectiegraad, het aandeel van het leesbare misbruikmateriaal dat wordt gevonden.
explorer-curve-dots = De stippen geven aan waar de marges staan.
explorer-curve-computed = Berekend, zonder interval.
explorer-desk-choice = Beoordelaar in de figuren hieronder
explorer-desk = beoordelaar
explorer-all-services = alle diensten
explorer-unit = eenheid
explorer-unit-flags = treffers
explorer-unit-reports = meldingen
explorer-unit-cases = zaken
explorer-icons = Precisie: 1.000 meldingen
explorer-icons-sentence = Van 1.000 { $unit } die binnenkomen ({ $desk }) zijn er { $wrong } onschuldig en { $right } misbruikmateriaal.
explorer-icons-rare = Van de { $unit } die binnenkomen ({ $desk }) zijn bijna alle onschuldig: { $one } is misbruikmateriaal.
explorer-icons-nearly = Van de { $unit } die binnenkomen ({ $desk }) zijn bijna alle misbruikmateriaal: { $one } is onschuldig.
explorer-icons-none = Er komt niets binnen ({ $desk }).
explorer-icons-in-replications = Onschuldig in 90 % van de herhalingen: { $low } tot { $high }.
explorer-icons-note = Eén teken voor één van de 1.000: blauwe cirkels zijn misbruikmateriaal, oranje vierkanten zijn onschuldig.
explorer-right-of-thousand = misbruikmateriaal onder 1.000
explorer-precision = precisie
explorer-desks = Instroom en capaciteit
explorer-desks-sentence = Per dag komen { $arrivals } { $unit } binnen ({ $desk }); { $capacity } per dag kunnen worden beoordeeld.
explorer-desks-unlimited = Per dag komen { $arrivals } { $unit } binnen ({ $desk }); aan wat kan worden beoordeeld is geen grens gesteld.
explorer-can-be-read = capaciteit: { $capacity } per dag
explorer-desks-none = In dit scenario beoordeelt niemand meldingen.
explorer-desks-note = Grijs: wat per dag binnenkomt; blauw: wat daarvan misbruikmateriaal is; dikke streep: wat per dag kan worden beoordeeld. Logaritmisch: elke rasterlijn is tien keer de vorige.
explorer-per-day = { $unit } per dag
explorer-arrivals = komen per dag binnen
explorer-right = daarvan misbruikmateriaal
explorer-capacity = capaciteit per dag
explorer-load = werk gedeeld door capaciteit
explorer-no-limit = geen grens
explorer-backlog = Werkvoorraad
explorer-backlog-sentence = Na { $days } dagen liggen er { $waiting } { $unit } te wachten ({ $desk }).
explorer-backlog-nothing = Na { $days } dagen liggen er geen { $unit } te wachten ({ $desk }).
explorer-in-replications = In 90 % van de herhalingen: { $low } tot { $high }.
explorer-backlog-unknown = Hoeveel { $unit } er liggen te wachten ({ $desk }), volgt uit de simulatie.
explorer-backlog-note = Werkvoorraad aan het eind van elke dag: de lijn is de mediaan van de simulatie; de band omvat 90 % van de herhalingen.
explorer-backlog-dots = De stippen zijn berekend.
explorer-link-refused = Deze link vraagt om iets wat deze pagina niet heeft, of wat niet bij elkaar past. Wat kan worden getoond, staat hieronder; het volgende is weggelaten:
explorer-two-readings = Deze link heeft marges in beide lezingen, en deze pagina toont er één tegelijk. Weggelaten: { $settings }
explorer-axis-days = dagen sinds het begin
explorer-axis-waiting = wachtende { $unit }
explorer-axis-margin = marge ({ $reading }), logaritmisch
explorer-axis-recall = detectiegraad
explorer-after-a-year = werkvoorraad na 365 dagen
explorer-at-end = werkvoorraad aan het eind
explorer-risk = Risico voor een gebruiker
explorer-risk-sentence = Wie de gescande diensten zo veel gebruikt als de mediane gebruiker en niets strafbaars verstuurt, heeft een kans van { $year } om binnen een jaar ten onrechte een treffer te krijgen, en van { $ten } binnen tien jaar.
explorer-risk-sentence-reported = Wie de gescande diensten zo veel gebruikt als de mediane gebruiker en niets strafbaars verstuurt, heeft een kans van { $year } om binnen een jaar ten onrechte te worden gemeld, en van { $ten } binnen tien jaar.
explorer-risk-in-replications = Binnen een jaar, in 90 % van de herhalingen: { $low } tot { $high }.
explorer-risk-bursts = Golven zijn daarin niet meegeteld.
explorer-risk-bursts-in-replications = Met golven, van alle gescande accounts, in 90 % van de herhalingen: { $low } tot { $high } binnen een jaar.
explorer-risk-none = In dit scenario wordt niemand gescand.
explorer-risk-note = Kans op ten minste één onterechte treffer; dichte stippen in één jaar, open stippen in tien jaar, logaritmisch.
explorer-risk-note-reported = Kans om ten minste één keer ten onrechte te worden gemeld, met de accountdrempel; dichte stippen in één jaar, open stippen in tien jaar, logaritmisch.
explorer-risk-users = Licht, mediaan en zwaar: 10 %, 50 % en 90 % van de gebruikers gebruikt minder.
explorer-user = gebruiker
explorer-user-light = lichte gebruiker
explorer-user-median = mediane gebruiker
explorer-user-heavy = zware gebruiker
explorer-in-a-year = in een jaar
explorer-in-ten-years = in tien jaar
explorer-everyone = iedereen
explorer-tile-flags = treffers per dag
explorer-tile-true = daarvan misbruikmateriaal
explorer-tile-false = daarvan onschuldig
explorer-tile-wrong = aandeel van de treffers dat onschuldig is
explorer-tiles-note = Groot: berekend bij centrale waarden. Klein: 90 % van de gesimuleerde herhalingen, die elk de onzekere getallen opnieuw trekken.
explorer-tiles-without = Wat berekend is, laat buiten beschouwing: { $mechanisms }. Wat gesimuleerd is, houdt er wel rekening mee.
explorer-status-theory = Getallen en niveaus zijn met gesloten formules berekend, bij centrale waarden.
explorer-status-theory-without = Getallen en niveaus zijn met gesloten formules berekend, bij centrale waarden. Daarbij blijft buiten beschouwing: { $mechanisms }. De intervallen houden daar wel rekening mee.
explorer-status-accounts = Het risico voor een gebruiker houdt wel rekening met de accountdrempel, ook waar het berekend is.
explorer-status-bursts = Het risico voor een gebruiker telt golven niet mee, ook niet in de intervallen.
explorer-status-run = Intervallen en de lijn van de werkvoorraad zijn gesimuleerd: { $done } van { $all } herhalingen van { $days } dagen, startwaarde { $seed }.
explorer-status-none-yet = De simulatie van { $all } herhalingen van { $days } dagen begint zodra de schuiven stilstaan; startwaarde { $seed }.
explorer-aloud = { $flags } treffers per dag, waarvan { $wrong } onschuldig.
explorer-aloud-none = { $flags } treffers per dag.
explorer-take = Neem deze weergave mee
explorer-copy-link = Kopieer link
explorer-copied = De link naar deze weergave staat op het klembord.
explorer-export-toml = Scenario (TOML)
explorer-export-csv = Getallen (CSV)
explorer-export-png = Afbeelding (PNG)
explorer-private = Alles wordt in deze pagina berekend; er wordt niets verzonden.
explorer-made = vessels { $version }, startwaarde { $seed }, { $replications } herhalingen; getallen berekend bij centrale waarden, gemiddeld over { $days } dagen, intervallen 90 % van de herhalingen

## Report

report-interval = { $median } (90 %: { $low } tot { $high })
report-question = Vraag.
report-proponents = Wat voorstanders zeggen.
report-critics = Wat critici zeggen.
report-decided-by = Parameters die de doorslag geven.
report-about-flags = treffers per dag
report-about-precision = treffers van onschuldige berichten
report-about-found = { $class }: detectiegraad (gemarkeerd van wat circuleert)
report-about-desk = { $desk }: { $noun } per dag
report-about-accounts = onschuldige accounts gemarkeerd
report-about-cases = bruikbare zaken
report-about-cost = kosten per bruikbare zaak
report-flags = Op een gemiddelde dag worden { $flags } berichten gemarkeerd{ $by ->
        [users] {" "}of door gebruikers gemeld
       *[detectors] {""}
    }.
report-precision = Van { $of } treffers betreffen er { $wrong } onschuldige berichten.
report-found = { $class }: van { $of } berichten die circuleren, worden er { $flagged } gemarkeerd; gemist in het middelste geval: { $missed }.
report-stricter = Bij een tien keer strengere marge zouden het er { $flagged } zijn.
report-looser = Bij een tien keer ruimere marge zouden het er { $flagged } zijn.
report-found-end = Aan het einde van de keten blijken er { $found } van de { $of } bruikbaar.
report-desk = { $desk }: op een gemiddelde dag komen { $arrivals } { $noun } binnen.
report-desk-load = Dat is { $load } van wat de mensen daar in die tijd kunnen lezen.
report-desk-load-times = Dat is { $load } keer wat de mensen daar in die tijd kunnen lezen.
report-desk-backlog = Aan het einde liggen er { $backlog } ongelezen te wachten.
report-desk-no-backlog = Aan het einde ligt er niets te wachten.
report-desk-peak = Op het ergste moment lagen er { $peak } te wachten.
report-desk-expired = Op een gemiddelde dag vervallen er { $expired } ongelezen omdat ze te oud zijn.
report-desk-unlimited = Hoeveel daar gelezen kan worden, zegt het scenario niet; in de simulatie blijft er niets liggen.
report-accounts = { $accounts } onschuldige accounts worden minstens één keer per jaar gemarkeerd.
report-risk = Dat is { $share } van de gescande accounts.
report-cases = Aan het einde van de keten blijken per jaar { $cases } zaken van misbruik bruikbaar.
report-cost = Een bruikbare zaak kost { $cost } euro, scannen (voor zover de kosten bekend zijn) en beoordeling samen.
report-note = Hangt het meest af van waarden die zijn aangenomen of niet konden worden geverifieerd: { $values }.
report-note-none = Geen enkele onzekere waarde springt eruit. { $all } waarden van dit scenario zijn aannames of konden niet worden geverifieerd; ze zijn gemarkeerd in de tabel met aannames.
report-note-fixed = Vast, en aangenomen of niet geverifieerd, zodat geen interval de onzekerheid erover bevat: { $values }.
report-note-fixed-more = Vast, en aangenomen of niet geverifieerd, zodat geen interval de onzekerheid erover bevat: { $values }, en nog { $more } in de tabel met aannames.
report-driver = `{ $path }` ({ $status }) { $share } van de spreiding, { $low } waar ze laag is en { $high } waar ze hoog is
report-change = { $about }: { $factors }.
report-influence-share = Gevoeligheidsanalyse ({ $method }, { $points } punten) van `{ $metric }`, delen van de spreiding van het getal zelf, tussen haakjes hun intervallen waar die er zijn: { $factors }.
report-influence-size = Gevoeligheidsanalyse ({ $method }, { $points } punten) van `{ $metric }` ({ $unit }): { $factors }.
report-change-title = Wat de conclusie zou veranderen
report-change-none = Geen onzekere waarde is als bron van de spreiding van toeval te onderscheiden: meer herhalingen, of bandbreedtes in plaats van vaste waarden, zouden meer laten zien.
report-range = { $low } tot { $high }
report-status-primary = primaire bron
report-status-secondary = secundaire bron
report-status-derived = afgeleid
report-status-assumption = aanname
report-status-unverified = niet geverifieerd
report-status-default = standaardwaarde
report-status-none = geen status
report-alternative = { $kind } De { $rows } rijen getallen erachter staan onder het beeld.
report-alternative-vessels = Paren verbonden kolommen, een paar per soort materiaal: links de marge voor vals-positieven, rechts de detectiegraad, het deel dat wordt gevonden, bij de marge van het scenario en bij een tien keer strengere en ruimere.
report-alternative-tradeoff = Lijnen tegen de marge, op een logaritmische as: het deel van elke soort dat wordt gevonden en de treffers per dag, onder beide lezingen van de marge; stippen waar het scenario staat.
report-alternative-report-load = Een vak per loket: wat er op een dag binnenkomt, terecht en onterecht, met interval, naast wat de mensen daar kunnen lezen.
report-alternative-backlog-delay = Lijnen over de dagen van de berekening, een vak per loket: wat ongelezen wacht en hoe lang, met banden voor 90 % van de herhalingen.
report-alternative-funnel = Een trechter van berichten naar treffers, meldingen en bruikbare zaken, elk als natuurlijke frequentie.
report-alternative-precision = Het deel van de treffers dat terecht is, tegen hoe vaak misbruikmateriaal voorkomt, op logaritmische assen, met stippen waar het scenario staat.
report-alternative-stocks = Lijnen over de dagen van de berekening: stukken van elke soort in omloop, met banden voor 90 % van de herhalingen.
report-alternative-hours = Gestapelde vlakken over de dagen van de berekening: uren van de politie naar gebruik.
report-alternative-risk = Lijnen tegen het aantal treffers dat een account nodig heeft voordat het wordt gemeld: de kans dat een onschuldige gebruiker wordt gemeld, bij licht, gemiddeld en zwaar gebruik.
report-alternative-interests = Vier vakken, voor opsporing, grondrechten, economie en veiligheid op internet, elk met enkele getallen als stippen met intervallen op eigen schalen.
report-alternative-differences = Stippen met intervallen, een rij per getal: wat elk ander scenario verandert ten opzichte van het eerste.
report-method-run = { $replications } van { $days }. { $drawn } Berichten, treffers, meldingen en zaken volgen door toeval, dag voor dag, langs alle loketten.
report-method-interval = Het middelste getal is de mediaan van de herhalingen; 90 % ervan ligt tussen de twee uiteinden. Het interval omvat de onzekerheid over aannames voor zover die een bandbreedte hebben; over waarden die onjuist zijn zegt het niets.
report-method-error = Omdat het aantal herhalingen beperkt is, hebben medianen een fout: voor treffers per dag { $error } op { $median }.
report-method-margin = Een marge voor vals-positieven kan een aandeel van de onschuldige berichten zijn (vals-positievenratio) of een aandeel van de treffers. Hetzelfde getal betekent onder de twee lezingen iets heel anders.
report-method-drivers = Wat een getal bepaalt: eersteorde-indices van rangnummers uit deze herhalingen (Plischke, Borgonovo en Smith 2013). Waarden onder 5 % worden niet genoemd, en evenmin wat toeval verklaart (chikwadraattoets van Kruskal en Wallis 1952, 1 % voor alle waarden van een getal samen).
report-method-no-mechanism = Er is geen terugkoppeling ingeschakeld: wat gevonden wordt, verandert niets aan wat circuleert.
report-method-mechanisms = Ingeschakelde mechanismen: { $mechanisms }.
report-limit-independent = Niet in het model: samenhang tussen berichten van één gesprek, en alles wat geen sleutel van het scenario beschrijft.
report-limit-behaviour = Hoe mensen hun gedrag aanpassen, is voor vrijwel geen van de mechanismen gepubliceerd: die getallen zijn aannames.
report-limit-verdict = Het rapport weegt niets af: meer treffers, minder meldingen of lagere kosten zijn hier goed noch slecht.
report-level-short = Kort
report-level-full = Volledig
report-provenance = Waar dit vandaan komt
report-made-by = Gemaakt door vessels { $version }, alleen uit het scenario en zijn startwaarde: dezelfde opdracht geeft op elke machine dezelfde getallen.
report-onward = Naar de verkenner hieronder: verschuif de marge en zie wat volgt
report-repeat = De opdracht die dit herhaalt:
report-digest = { $replications } van { $days }, startwaarde { $seed }, controlegetal { $digest }
report-headlines = Wat uit het scenario volgt
report-caution = { $assumed } van de { $all } waarden zijn aannames of konden niet worden geverifieerd; nog { $defaults } zijn standaardwaarden van het formaat, waarover het scenario niets zegt. Lees elk getal als: als deze kloppen, dan.
report-figures = Figuren
report-numbers = Cijfers bij deze figuur
report-assumptions = Alle aannames
report-assumptions-caption = Elk getal van het scenario: de middelste waarde, waar 90 % van de trekkingen ligt, hoe betrouwbaar het is, de bron, en welke van de zinnen hierboven er het meest van afhangen.
report-method = Methode en beperkingen
report-warnings = Waarschuwingen
report-warnings-basis = Gevonden vóór de simulatie, uit de middelste waarden en voor een dag waarop elk bevel van kracht is; de zinnen hierboven gaan over de simulatie, en over het gemiddelde van al haar dagen. Waarschuwingen zijn in het Engels, de taal van de sleutels.
report-comparison = Naast elkaar
report-differences = A is { $base }. De andere staan ertegenover, over { $count ->
    [one] één paar
   *[other] { $pairs } paren
} herhalingen met dezelfde toevalsgetallen. Getallen zijn hier gemiddelden, die van elk scenario afzonderlijk zijn medianen: alleen verschillen van gemiddelden hebben een interval ({ $confidence } betrouwbaarheid, voor elk getal afzonderlijk). Waar enkele toestanden van de wereld extreem zijn, ligt een gemiddelde ver van de mediaan; de tabellen geven beide.
report-world-differs = Ook de werelden verschillen, dus niet alles is beleid.
report-column-path = Waarde van het scenario
report-column-value = Midden
report-column-range = 90 % van de trekkingen
report-column-status = Status
report-column-source = Bron en voorbehoud
report-column-drives = Bepaalt
report-column-number = Getal
report-column-base = Gemiddelde van A
report-column-other = Gemiddelde van het andere
report-column-difference = Verschil van gemiddelden
report-column-relative = Relatief
report-column-shown = Wat te zeggen valt
report-shown-identical = gelijk in elke herhaling
report-shown-unknown = één herhaling zegt niets over de fout
report-shown-higher = hoger
report-shown-lower = lager
report-shown-no-difference = geen verschil dat deze berekening kan aantonen
report-shown-no-difference-needed = geen verschil dat deze berekening kan aantonen; { $needed } herhalingen zouden een verschil van deze omvang aantonen
report-fewer-than-one = minder dan 1
report-about-basis = wat wordt geteld
report-about-counted = doorgegeven per jaar
report-about-kept-back = vastgehouden treffers per dag
report-about-out-of-sight = aandeel dat uit het zicht verdween
report-about-pieces = { $class }: verschillende stukken aan het einde, van die aan het begin
report-about-minors = { $desk }: onschuldige berichten van minderjarigen per jaar
report-about-targeted = { $desk }: verloren gerichte zaken per jaar
report-about-leaving = { $desk }: vertrekkende mensen per jaar
report-found-exactly = { $class }: van { $of } berichten die circuleren, worden er { $flagged } gemarkeerd; gemist: { $missed }.
report-not-sought = { $class }: geen bevel zoekt ernaar, en er wordt niets van gemarkeerd.
report-by-accident = Geen bevel zoekt ernaar: het wordt gemarkeerd door detectoren die naar iets anders zoeken.
report-found-copies = Nog eens { $copies } van de { $of } vallen bij een loket af als kopie van wat al was gezien.
report-counted-end = Aan het einde van de keten worden er { $found } van de { $of } doorgegeven.
report-desk-copies = Daarvan vallen er { $copies } ongelezen af als kopie van wat al was gezien.
report-desk-rest = Wat overblijft, is { $load } van wat de mensen daar in die tijd kunnen lezen.
report-desk-rest-times = Wat overblijft, is { $load } keer wat de mensen daar in die tijd kunnen lezen.
report-desk-trend = In het laatste kwart van de berekening komt { $share } binnen van wat er in evenveel dagen aan het begin binnenkwam.
report-risk-one-in = Dat is 1 op de { $many } gescande accounts.
report-counted = Aan het einde van de keten worden per jaar { $cases } { $noun } doorgegeven; ze worden geteld, wat ze ook bevatten.
report-cost-unknown = Een bruikbare zaak kost { $cost } euro aan beoordeling alleen; wat scannen kost, is niet bekend.
report-cost-desks = Een bruikbare zaak kost { $cost } euro, alles aan beoordeling: hier scant geen detector.
report-cost-abroad = Zaken die uit het buitenland zijn gemeld, tellen daarin mee.
report-influence-up = het getal stijgt ermee
report-influence-down = het getal daalt ermee
report-influence-ends = `{ $path }` verschuift het met { $size }, naar { $low } aan het lage en naar { $high } aan het hoge uiteinde
report-influence-none = Gevoeligheidsanalyse ({ $method }, { $points } punten) van `{ $metric }`: geen waarde is van toeval te onderscheiden; meer punten zouden meer laten zien.
report-change-basis = De onzekere waarden waar de spreiding van elk getal vooral vandaan komt: het deel van de spreiding (van rangnummers) dat vervalt als de waarde bekend wordt, en de mediaan van het getal over het kwart van de herhalingen waarin de waarde het laagst is, en over dat waarin ze het hoogst is.
report-change-central = Voor dit rapport is geen onzekere waarde getrokken; over wat zulke waarden veranderen, zegt het daarom niets.
report-method-drawn = Onzekere waarden ({ $uncertain } van de { $all }) worden in elke herhaling opnieuw getrokken.
report-method-repeats = Onzekere waarden ({ $uncertain } van de { $all }) worden per { $repeats } herhalingen één keer getrokken.
report-method-central = Onzekere waarden ({ $uncertain } van de { $all }) staan steeds op hun midden.
report-method-certain = Geen van de { $all } waarden is, zoals ze er staan, onzeker.
report-method-once = Eén herhaling heeft geen interval, en zegt niets over de fout van haar getallen.
report-method-interval-chance = Het middelste getal is de mediaan van de herhalingen; 90 % ervan ligt tussen de twee uiteinden. Het interval bevat alleen toeval, en niets van de onzekerheid over aannames.
report-assumptions-central = Voor dit rapport is niets getrokken: elke waarde staat op haar midden.
report-differences-abroad = Bij de bruikbare zaken tellen die mee die uit het buitenland zijn gemeld: gemiddeld { $base } per jaar in A en { $other } hier. Ook de kosten per zaak worden erdoor gedeeld.
report-mean-median = { $mean } (mediaan { $median })
report-chart-foot = vessels { $version }, startwaarde { $seed }. Alle aannames met hun bron: in de tabel van dit rapport.
report-table-class = soort
report-table-setting = instelling
report-table-as-ordered = zoals bevolen
report-table-margin-fpr = marge (van onschuldige berichten)
report-table-fdr = aandeel van de treffers dat onschuldig is (FDR)
report-table-detected = gevonden
report-table-detected-low = gevonden, 5 %
report-table-detected-high = gevonden, 95 %
report-table-false-flags-per-day = valse treffers per dag
report-table-reading = lezing van de marge
report-table-margin = marge
report-table-recall = detectiegraad
report-table-false-per-day = valse per dag
report-table-true-per-day = juiste per dag
report-table-extrapolated = buiten wat is gemeten
report-table-desk = loket
report-table-unit = eenheid
report-table-day = dag
report-table-true-median = juiste, mediaan
report-table-false-median = valse, mediaan
report-table-true-low = juiste, 5 %
report-table-true-high = juiste, 95 %
report-table-false-low = valse, 5 %
report-table-false-high = valse, 95 %
report-table-total-low = alle, 5 %
report-table-total-median = alle, mediaan
report-table-total-high = alle, 95 %
report-table-capacity = te lezen
report-table-backlog-low = wachtend, 5 %
report-table-backlog-median = wachtend, mediaan
report-table-backlog-high = wachtend, 95 %
report-table-delay-low-days = wachttijd in dagen, 5 %
report-table-delay-median-days = wachttijd in dagen, mediaan
report-table-delay-high-days = wachttijd in dagen, 95 %
report-table-stage = schakel
report-table-sentence = in woorden
report-table-kind = soort gegeven
report-table-label = naam
report-table-fpr = aandeel van onschuldige berichten dat een treffer is (FPR)
report-table-prevalence = prevalentie
report-table-prevalence-low = prevalentie, 5 %
report-table-prevalence-high = prevalentie, 95 %
report-table-precision = aandeel van de treffers dat klopt
report-table-is-scenario = het scenario zelf
report-table-name = naam
report-table-pieces-low = stukken, 5 %
report-table-pieces-median = stukken, mediaan
report-table-pieces-high = stukken, 95 %
report-table-targeted-hours-per-day = gericht onderzoek, uur per dag
report-table-true-reports-hours-per-day = juiste meldingen, uur per dag
report-table-false-reports-hours-per-day = valse meldingen, uur per dag
report-table-unused-hours-per-day = ongebruikt, uur per dag
report-table-available-hours-per-day = beschikbaar, uur per dag
report-table-family = over
report-table-user = gebruiker
report-table-threshold = drempel (treffers)
report-table-risk = kans
report-table-in-force = van kracht
report-table-interest = belang
report-table-metric = getal
report-table-scenario = scenario
report-table-low = laag uiteinde
report-table-median = mediaan
report-table-high = hoog uiteinde
report-table-base = gemiddelde van A
report-table-identical = gelijk
report-table-difference = verschil van gemiddelden
report-table-relative-low = relatief, laag uiteinde
report-table-relative = relatief
report-table-relative-high = relatief, hoog uiteinde
report-table-yes = ja
report-table-no = nee
report-table-mark = teken op de as
report-table-line = lijn
report-table-point = stip
report-table-stock = voorraad
report-table-event = gebeurtenis
report-euro-per-million = { $number } euro per miljoen berichten
report-desk-weeks = In de drukste week, vanaf dag { $busiest }, komen er { $most } per dag binnen; in de rustigste, vanaf dag { $quietest }, { $least } (medianen).
report-per-account = { $number } per account
## Answer

answer-look-at = Let op: { $what }.
answer-spread-assumptions = over onzekere aannames en toeval
answer-spread-chance = over toeval alleen
counted-replications = { $count ->
    [one] { $number } herhaling
   *[other] { $number } herhalingen
}
counted-days = { $count ->
    [one] { $number } dag
   *[other] { $number } dagen
}
answer-numbers = { $replications } van { $days }, startwaarde { $seed }. Getallen zijn medianen; tussen haakjes 90 % van de herhalingen, { $spread }; fouten zijn Monte-Carlostandaardfouten van de medianen.
answer-interval = { $median } ({ $low } tot { $high })
answer-hardly-any = van { $base } { $noun } is er minder dan één onschuldig
answer-none = geen van de { $noun } is onschuldig
answer-none-at-median = in minstens de helft van de herhalingen is geen van de { $noun } onschuldig
answer-natural-frequency = van { $base } { $noun } zijn er { $wrong } onschuldig
answer-flags = treffers
answer-reports = meldingen
answer-cases = zaken
answer-only-abroad = In dit scenario wordt niets gescand: alle meldingen komen uit het buitenland.
answer-no-innocent-items = Onschuldige berichten maken geen deel uit van dit scenario: over wat terecht is, wordt niets gezegd.
answer-flags-a-day = Per dag worden { $flags } berichten gemarkeerd{ $by ->
        [users] {" "}of door gebruikers gemeld
       *[detectors] {""}
    }.
answer-flags-a-day-right = Per dag worden { $flags } berichten gemarkeerd{ $by ->
        [users] {" "}of door gebruikers gemeld
       *[detectors] {""}
    }; { $right } van de treffers is terecht: { $frequency }.
answer-accounts-flagged = In een jaar worden { $accounts } onschuldige accounts minstens één keer gemarkeerd.
answer-material = { $title }: { $flagged } van wat circuleert wordt gemarkeerd en { $missed } wordt gemist{ $end }.
answer-found = { $found } blijkt aan het einde van de keten bruikbaar voor opsporing
answer-copies = { $copies } valt af als kopie van wat al was gezien
answer-desk = { $title }: per dag komen { $arrivals } { $noun } binnen{ $right }; aan het einde wachten er { $backlog }{ $waited }.
answer-desk-right = { $right } daarvan terecht
answer-desk-waited = en wat dan wordt gelezen, heeft { $days } dagen gewacht
answer-order = Bevel `{ $order }`: markeert { $fpr } van de onschuldige berichten{ $tested }; { $fdr } van de treffers is onschuldig; detectiegraad { $recall }.
answer-order-tested = { $bench } op het mengsel waarop is getest
answer-accounts-threshold = Onschuldige accounts bereiken { $over } keer per jaar de drempel per account, en per dag worden { $kept } treffers vastgehouden. Wie veel verstuurt, loopt in tien jaar een kans op een valse melding van { $risk }.
answer-out-of-sight = { $moved } van wat circuleert, is uit het zicht verdwenen.
answer-pieces = { $title }: het aantal verschillende stukken dat aan het einde circuleert, is { $ratio } van dat aan het begin.
answer-minors = { $title }: in een jaar komen { $minors } onschuldige berichten binnen die van minderjarigen zijn of hen tonen.
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
answer-row-flags = treffers per dag
answer-row-right = daarvan terecht
answer-row-accounts = gemarkeerde onschuldige accounts per jaar
answer-row-reported = daarvan gemeld bij het laatste loket
answer-row-flagged = { $title }: gemarkeerd
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
answer-abroad = Van de bruikbare zaken van een jaar zijn er { $abroad } uit het buitenland gemeld; { $own } komen van de diensten.
answer-leaving = { $title }: naar verwachting verlaten in een jaar { $leaving } van de { $people } mensen het werk.
answer-row-abroad = waarvan uit het buitenland

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

chart-title-vessels = Communicerende vaten: de marge voor vals-positieven, en wat wordt gevonden
chart-title-tradeoff = Wat een marge doet met vondsten en treffers
chart-title-report-load = Wat er per dag bij elk loket binnenkomt, en wat het loket aankan
chart-load-title = Wat er per dag bij elk loket binnenkomt
chart-title-backlog-delay = Wat er bij elk loket wacht, en hoe lang
chart-title-funnel = Van berichten tot zaken, per dag: hoeveel is echt en hoeveel niet
chart-title-precision = Hoe zeldzamer misbruik is, hoe minder treffers kloppen
chart-title-stocks = Hoeveel verschillende stukken er circuleren, van dag tot dag
chart-title-mechanisms = Wat elk mechanisme doet met het aantal meldingen
chart-title-hours = Waar de uren van de politie aan opgaan
chart-title-risk = De kans om gemeld te worden zonder iets te hebben gedaan
chart-title-interests = Wat het betekent voor opsporing, grondrechten, economie en veiligheid online
chart-title-solution = Welke waarde het doel haalt
chart-title-peeling = Waar de voorwaarde geldt: vakken naar dekking en dichtheid
chart-title-scatter = De voorwaarde geldt op { $inside } van de punten in het vak, en op { $outside } van die daarbuiten
chart-title-front = Welk beleid door geen ander beleid wordt overtroffen
chart-title-differences = Wat er verandert van het ene beleid naar het andere, herhaling voor herhaling
chart-title-indices = Wat ertoe doet: waar de spreiding vandaan komt
chart-index-title-morris = Wat ertoe doet: hoe ver elke factor het getal verschuift
chart-index-title-pawn = Wat ertoe doet: hoe ver elke factor de verdeling verschuift
chart-index-title-worth = Wat het waard is een factor te kennen voor de keuze
chart-title-tornado = Wat ertoe doet: één factor tegelijk

chart-vessels-left = links: onschuldige berichten die een treffer mogen zijn (logaritmisch)
chart-vessels-right = rechts: gevonden misbruik, met 90 %-interval
chart-vessels-reading = Een strengere marge verlaagt het peil links. Zakt het peil rechts mee, dan zijn het communicerende vaten.
chart-vessels-margin = peil links
chart-vessels-flags = vals per dag
chart-vessels-wrong = aandeel vals
chart-tradeoff-fpr = marge = aandeel onschuldige berichten dat een treffer is (FPR)
chart-tradeoff-fdr = marge = aandeel van treffers dat vals is (FDR)
chart-tradeoff-pale = bleek: nooit gemeten
chart-tradeoff-found = gevonden aandeel van het misbruik dat wordt gescand (%)
chart-tradeoff-margin = marge voor vals-positieven, strenger →
chart-tradeoff-false = valse treffers per dag, bij dezelfde marge
chart-tradeoff-true = juiste treffers per dag, bij dezelfde marge
chart-tradeoff-below = minder dan { $number } per dag
chart-load-false = vals
chart-load-true = juist
chart-load-band = totaal: mediaan; dun: 90 % van de herhalingen
chart-load-capacity = wat het loket aankan
chart-load-far = kan { $number } aan, boven de schaal
chart-load-can-handle = kan { $number } aan
chart-backlog-nothing = aan het eind van een dag wacht niets
chart-backlog-waiting = wachtend: mediaan en 90 %-band
chart-backlog-delay = vertraging (dagen): mediaan en 90 %-band
chart-funnel-innocent = onschuldig
chart-funnel-abuse = misbruik
chart-funnel-axis = aantal per dag; elke rasterlijn is { $times } keer de vorige; zwarte lijnen: 90 %-interval
chart-funnel-axis-short = aantal per dag; zwarte lijnen: 90 %-interval
chart-precision-axis = aandeel van de treffers dat klopt (%, aan beide einden uitgerekt)
chart-precision-across = hoeveel van wat wordt bekeken misbruik is (prevalentie), zeldzamer →
chart-precision-finds = vindt { $share } van misbruik
chart-precision-false = vals-positief: { $rate }
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
chart-hours-end = { $hours } uur/dag aan het eind
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
chart-scatter-holds = de voorwaarde geldt
chart-scatter-else = ze geldt niet
chart-scatter-box = grens van het vak (streepjes: geen grens)
chart-scatter-pale = Bleek: buiten het vak door zijn andere grenzen: { $limits }.
chart-scatter-thinned = { $drawn } van { $points } punten zijn getekend, willekeurig gekozen.
chart-front-less = minder is beter
chart-front-more = meer is beter
chart-differences-base = A  de basis, nul: { $title }
chart-differences-scales = Schalen: % van het gemiddelde van A.
chart-differences-stretched = Waar veranderingen sterk in grootte verschillen is de schaal rond 0 uitgerekt.
chart-differences-white = Op wit: in eenheden, elk op een eigen schaal, waar A niet duidelijk boven 0 ligt.
chart-differences-zero = Een lijn over nul: geen verschil dat deze simulatie kan tonen.
chart-differences-skewed = Ster (*): scheef over herhalingen, het interval is te smal.
chart-tornado-base = { $metric }; de lijn: { $number } met elke factor op zijn mediaan
chart-tornado-low = factor op zijn 5 %-kwantiel
chart-tornado-high = factor op zijn 95 %-kwantiel
chart-tornado-range = bereik van de factor
chart-tornado-ends = { $low } tot { $high }
chart-scatter-per-day = per dag

chart-foot = vessels { $version }, startwaarde { $seed }. Elke aanname met haar bron: run.json.
chart-study = { $scenarios }: { $design }, { $count ->
    [one] elk { $replications } herhaling
   *[other] elk { $replications } herhalingen
}, startwaarde { $seed } (vessels { $version }).
chart-solution-foot = vessels { $version }, startwaarde { $seed }. Elk getal: solve.csv en solve.json.
chart-made = vessels { $version }.
chart-items = berichten
chart-stricter = 10× strenger
chart-ordered = zoals bevolen
chart-looser = 10× ruimer
chart-vessels-subtitle = Linkervat: { $left ->
        [margins] de vooraf vastgelegde marge
       *[others] de marge als aandeel van onschuldige berichten, of waar de drempel op uitkomt
    }. Rechtervat: aandeel van wat in de hele looptijd circuleert dat een treffer is; streepjes: 90 % van { $replications }. Vals: mediaan van een dag met bevel.
chart-tradeoff-subtitle = Centrale waarden: geen herhalingen, geen band.
chart-mark-both = zoals bevolen, en zoals in het voorbeeld van de minister
chart-mark-ordered = zoals bevolen
chart-mark-minister = voorbeeld van de minister
chart-mark-innocent = bevolen voor { $orders }, van onschuldige berichten
chart-mark-flags = bevolen voor { $orders }, van treffers (gestreept)
chart-precision-subtitle = Centrale waarden, geen medianen van de simulatie. Gevulde stippen: dit scenario, met het 90 %-interval van zijn prevalentie over { $replications }. Open stippen: de verzameling waarop de leverancier heeft gemeten.
chart-benches = laagste van { $count } testbanken
chart-bench = testbank van { $detector }
chart-days-weekly = Lijnen: medianen van weekgemiddelden; banden: 90 % van { $replications }.
chart-days-daily = Lijnen: medianen van dagen; banden: 90 % van { $replications }.
chart-load-subtitle = Medianen van { $of ->
        [weeks] weekgemiddelden
       *[days] dagen
    } over { $replications }; vals en juist samen zijn niet altijd het totaal.
chart-funnel-subtitle = Per dag, medianen over { $replications }, elk op zichzelf; streepjes: 90 % van de herhalingen.{ $innocent ->
        [yes] {""}
       *[no] {" "}Onschuldige berichten maken geen deel uit van dit scenario.
    }
chart-funnel-scanned = gescand
chart-funnel-flagged = { $by ->
        [users] gemarkeerd of gemeld
       *[detectors] gemarkeerd
    }
chart-funnel-to = naar { $desk }
chart-funnel-actionable = bruikbaar
chart-funnel-all = alles is misbruikmateriaal
chart-funnel-one-in = 1 op { $many } is misbruikmateriaal
chart-funnel-share = { $share } is misbruikmateriaal
chart-funnel-nothing = niets
chart-hours-subtitle = { $desk }: uren per dag, weekgemiddelden over { $replications }, zonder band.
chart-hours-lost = Het lezen kost de uren van { $median } gerichte zaken per jaar (90 %: { $low } tot { $high })
chart-interests-subtitle = Stippen: medianen; lijnen: 90 % van { $replications }. Elke rij heeft een eigen schaal; niets wordt opgeteld.
chart-interests-each = { $number } herhalingen van elk scenario
chart-interests-between = { $least } tot { $most } herhalingen, naar scenario
chart-interests-scenarios = { $number } scenario's naast elkaar
chart-interests-foot = vessels { $version }. De vier belangen van de gezamenlijke brief van 18 september 2024. Elke aanname met haar bron: run.json van elk scenario.
chart-mechanisms-subtitle = Weekgemiddelden over { $replications }, met dezelfde toevalsgetallen; in elk paneel de verandering van het totaal, 90 %-interval.
chart-risk-subtitle = Dienst met de meeste gescande accounts ({ $service }). Centrale waarden, geen herhalingen en geen band; één drempel voor alle detectoren{ $differ ->
        [yes] , al verschillen ze hier ({ $least } tot { $most } treffers)
       *[no] {""}
    }, venster { $days } dagen; gebruikers op het 10 %-, 50 %- en 90 %-kwantiel van activiteit.
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
chart-scatter-subtitle = { $hits } van { $cases } punten van de verkenning voldoen aan de voorwaarde; het vak bevat { $coverage } daarvan.
chart-scatter-one = Het vak perkt één factor in (horizontaal); verticaal staat de factor die beide soorten punten van de overige het best scheidt.
chart-scatter-two = Getoond zijn de twee factoren die het het meest inperkt.
chart-limit-or = of
chart-limit-is = is { $levels }
chart-limit-between = van { $low } tot { $high }
chart-front-policies = { $number } beleidsopties
chart-front-subtitle = Gemiddelden over { $states } toestanden van de wereld, voor elk beleid dezelfde; lijnen: 90 % van hertrekkingen van de toestanden. Blauw: geen ander beleid is beter in { $goals ->
    [one] dit getal
    [2] beide getallen
   *[other] alle gevraagde getallen
}.
chart-differences-scenarios = { $count ->
    [one] Eén scenario
   *[other] { $count } scenario's
} tegenover “{ $title }”
chart-differences-worlds = Ook de werelden verschillen (compare.json), dus niet alles komt door het beleid.
chart-differences-subtitle = Stippen: gemiddeld verschil over { $pairs } paren herhalingen met dezelfde toevalsgetallen; lijnen: { $confidence }-interval van dat gemiddelde (Fieller; in eenheden Student), elk op zichzelf.
chart-differences-foot = vessels { $version }, startwaarde { $seed }, { $days }. De vier belangen van de gezamenlijke brief van 18 september 2024, en de keten. Alle verschillen: compare.csv; elke aanname: compare.json.
chart-index-total = totale index: alleen en samen met andere factoren
chart-index-first = eersteorde-index: de factor alleen
chart-index-morris = gemiddeld absoluut effect op { $metric }
chart-index-shapley = Shapley-effect: alleen, met zijn deel van de interacties
chart-index-pawn = mediane afstand tussen verdelingen
chart-index-worth = waarde van het kennen van de factor, in { $metric }
chart-index-dummy = factoren die niets doen, blijven hier alle onder ({ $confidence })
chart-index-interval = { $confidence }-bootstrapinterval van de schatting
chart-index-range = van pessimistisch tot optimistisch, { $confidence }
chart-index-choice = Gemiddeld het best: { $best }. Alle factoren kennen zou { $perfect } van { $metric } waard zijn{ $alone ->
        [nothing] ; één factor alleen kennen zou niets veranderen.
       *[some] .
    }
chart-index-beyond = Wat boven 100 % komt, is een fout van de schatting.
chart-index-more = { $count ->
    [one] { $count } factor met even veel of minder invloed is niet getoond.
   *[other] { $count } factoren met even veel of minder invloed zijn niet getoond.
}
chart-index-constant = { $metric } varieert niet.
chart-index-spread = { $metric } heeft gemiddelde { $mean } en standaardafwijking { $deviation } over de punten.
chart-index-moved = { $metric } met één factor tegelijk bewogen.
chart-index-points = Ontwerp: { $points } punten, { $design ->
        [full] elke combinatie
        [fractional] een deel van alle combinaties
        [one-at-a-time] één factor tegelijk
        [random] willekeurig
        [latin] een Latijnse hyperkubus
        [sobol] een Sobol-rij
        [saltelli] paren steekproeven die één factor ruilen (Saltelli)
        [morris] paden die één factor tegelijk veranderen (Morris)
        [crossed] instellingen gekruist met trekkingen
       *[listed] uit een lijst
    }
chart-index-design = { $points } punten, in elk het gemiddelde van { $replications } herhalingen met gemeenschappelijke toevalsgetallen
chart-index-nothing = geen factor om te tonen
chart-index-foot = vessels { $version }, startwaarde { $seed }. Elk getal: sensitivity.json.
chart-cost-of-desks = { $name }, zonder scannen
chart-cost-where-known = { $name }, scannen waar bekend

## Comparisons

compare-base = uitgangspunt
compare-against = { $who } tegenover A
compare-method = Telkens { $replications } van { $days }, startwaarde { $seed }, met dezelfde toevalsgetallen: herhaling voor herhaling dezelfde toestand van de wereld, en hetzelfde toeval in alles wat twee scenario's delen. Verschillen zijn gemiddelden over herhalingen; tussen haakjes het { $confidence }-interval van dat gemiddelde (Student-t), voor elk getal afzonderlijk. Er wordt niets gewogen: hoger is niet beter of slechter.
compare-world = Niet alleen het beleid: ook dit verschilt, in de wereld.
compare-world-value = { $path }: { $base } in A, { $other } in { $who }
compare-world-more = en nog { $more }, in compare.json
compare-world-only = alleen in { $who }: { $path }{ $count ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
compare-skewed = Scheef verdeeld over herhalingen, zodat een interval van zo weinig te smal is (herhalingen die zouden volstaan): { $names }.
compare-list-no-difference = Geen verschil dat deze berekening kan tonen
compare-list-identical = In elke herhaling gelijk
compare-list-absent = Niet in beide, of onbepaald
compare-change = { $name } { $by }, van { $from } naar { $to }
compare-every = Alle getallen: { $interest }
compare-column-mean = gemiddeld
compare-column-difference = verschil ({ $confidence })
compare-column-relative = relatief ({ $confidence })
compare-column-spread = 90 % van de herhalingen
compare-column-higher = hoger in
compare-absent = niet in beide, of onbepaald
compare-identical = gelijk
compare-many = Hierboven staan { $intervals } intervallen, elk op zichzelf: ongeveer { $missed } daarvan zitten ernaast. Geef voor alle samen op { $confidence } de optie `--confidence "{ $together } %"` (Bonferroni).
compare-left = { $charts ->
    [0] Tabellen
   *[other] Tabellen en grafiek
} staan in { $folder }.
compare-higher = een factor { $factor } hoger
compare-lower = een factor { $factor } lager
compare-points = procentpunt
compare-interval = { $mean } ({ $low } tot { $high })
compare-range = { $low } tot { $high }
compare-no-difference = geen verschil dat deze berekening kan tonen
compare-no-difference-needed = geen verschil dat deze berekening kan tonen; nodige herhalingen: { $needed }
compare-no-difference-identical = geen verschil: in elke herhaling gelijk
compare-unknown-error = één herhaling, of één trekking, zegt niets over de fout
compare-needed-observed = { $needed } voor een verschil zo groot als waargenomen
compare-needed-percent = { $needed } voor een van 1 % van { $base }
compare-dropped = over { $n }; { $dropped } weggelaten, waar het in een van beide onbepaald is

## Studies

design-nothing = één punt: er varieert niets
design-factors = { $count ->
    [one] { $number } factor
   *[other] { $number } factoren
}
design-levers = { $count ->
    [one] { $number } knop
   *[other] { $number } knoppen
}
design-uncertainties = { $count ->
    [one] { $number } onzekerheid
   *[other] { $number } onzekerheden
}
design-full = { $count ->
    [one] de enige combinatie van de niveaus van { $factors }
   *[other] alle { $points } combinaties van de niveaus van { $factors }
}
design-fractional = { $points } van { $all } combinaties van { $factors } factoren op twee niveaus
design-resolution = { $design }, resolutie { $resolution }, I = { $words }
design-one-at-a-time = { $count ->
    [one] een basispunt en één verandering van één van { $factors }
   *[other] een basispunt en { $changes } veranderingen van één van { $factors }
}
design-random = { $count ->
    [one] { $points } willekeurig punt van { $factors }
   *[other] { $points } willekeurige punten van { $factors }
}
design-latin = { $count ->
    [one] { $points } willekeurig verschoven punt van een Latijnse hyperkubus van { $factors }
   *[other] { $points } willekeurig verschoven punten van een Latijnse hyperkubus van { $factors }
}
design-latin-points = { $count ->
    [one] { $points } punt van een Latijnse hyperkubus van { $factors }
   *[other] { $points } punten van een Latijnse hyperkubus van { $factors }
}
design-sobol = { $count ->
    [one] { $points } gehusseld Sobol'-punt van { $factors }
   *[other] { $points } gehusselde Sobol'-punten van { $factors }
}
design-saltelli = { $points } punten: twee steekproeven van { $base } en alle verwisselingen van één van { $factors }
design-morris = { $count ->
    [one] { $points } punten: { $trajectories } traject door { $factors }
   *[other] { $points } punten: { $trajectories } trajecten door { $factors }
}
design-crossed = { $count ->
    [one] { $policies } combinatie van { $levers } × steeds dezelfde { $states }
   *[other] { $policies } combinaties van { $levers } × steeds dezelfde { $states }
}
design-listed = { $count ->
    [one] { $points } punt volgens de lijst
   *[other] { $points } punten volgens de lijst
}
study-made = { $design }; elk { $count ->
    [one] { $replications } herhaling
   *[other] { $replications } herhalingen
}, startwaarde { $seed }: { $jobs ->
    [one] { $rows } rij
   *[other] { $rows } rijen
}{ $part }{ $old ->
    [0] {""}
   *[other] , al aanwezig
}.
study-lacks = `{ $policy }` heeft geen `{ $path }`: zijn rijen zijn bij elke waarde ervan hetzelfde.
study-fixed = In `{ $policy }` is `{ $path }` een vast getal: zijn rijen zijn bij elk punt ervan hetzelfde.
study-other = In `{ $policy }` heeft `{ $path }` een andere verdeling: elk punt is hetzelfde kwantiel daarvan.
study-held = { $draws ->
    [one] Andere onzekere getallen ({ $numbers }) staan in elk punt stil op één trekking, die van herhaling 0: wat zij zouden veranderen is niet te zien. Noem ze met `--uncertainty`, of geef meer `--replications`.
   *[other] Andere onzekere getallen ({ $numbers }) hebben in elk punt dezelfde { $replications } trekkingen, één per herhaling.
}
study-part = { " " }in totaal, waarvan { $rows } hier
study-all = { $design }; in totaal { $replications } herhalingen, startwaarde { $seed }.
study-rows = { $design }; { $rows } rijen, startwaarde { $seed }.
progress = { $position } herhalingen, { $speed }, nog { $left }

## Sensitivity

sensitivity-many = Dit zijn veel factoren: `--method morris` of `--method given-data` vindt met minder berekeningen welke ertoe doen; noem die daarna met `--uncertainty`.
sensitivity-chance = toeval binnen een herhaling
sensitivity-constant = { $metric } varieert niet: { $value } in alle { $points } punten. Er valt niets te verklaren.
sensitivity-undecided = { $metric } is maar in enkele van de { $points } punten een ander getal, te weinig om te zien wat de factoren bijdragen: neem meer punten (`--points`), of `--method pawn`.
sensitivity-no-factor = Geen factor van { $metric } varieert.
sensitivity-interval = { $value } ({ $low } tot { $high })
sensitivity-shares = Van de spreiding van { $metric } komt { $alone } door { $factor } alleen, en { $together } met alles wat die samen met andere factoren doet.
sensitivity-next = Daarna: { $factors }.
sensitivity-next-factor = { $factor } ({ $alone } alleen, { $together } met andere)
sensitivity-shares-chance = Toeval binnen een herhaling: { $alone } alleen, { $together } met andere{ $rest ->
    [0] .
   *[other] ; de rest is onwetendheid.
}
sensitivity-only-together = Alleen in samenspel veroorzaken factoren { $share }.
sensitivity-effects = { $metric } verandert het meest met { $factor }: gemiddeld { $step } { $kind ->
    [chance] tussen twee reeksen toevalsgetallen
    [words] tussen twee instellingen
   *[number] wanneer die de helft van de waarden passeert
}. Het effect is het dubbele.
sensitivity-effects-small = { $count ->
    [one] Eén van { $all } factoren heeft minder dan een twintigste van dat effect en kan worden weggelaten.
   *[other] { $small } van { $all } factoren hebben minder dan een twintigste van dat effect en kunnen worden weggelaten.
}
sensitivity-shapley = Van de spreiding van { $metric } komt { $share } voor rekening van { $factor }, met zijn deel van alle interacties en correlaties.
sensitivity-pawn-none = Geen factor verschuift de verdeling van { $metric } meer dan evenveel loze factoren (betrouwbaarheid { $confidence } voor alle samen).
sensitivity-pawn = { $count ->
    [one] { $seen } van { $all } factoren verschuift
   *[other] { $seen } van { $all } factoren verschuiven
} de verdeling van { $metric } meer dan evenveel loze factoren (naar afstand, betrouwbaarheid { $confidence } voor alle samen); het meest { $factors }.
sensitivity-given = Van de spreiding van { $metric } komt { $share } door { $factor } alleen.
sensitivity-correlated = Gecorreleerd: { $pairs }. { $method ->
    [moved] Wie een van hen verandert, verandert mee wat er in het alfabet na komt, dus een effect hier kan dat van meerdere zijn
    [explained] Wat een van hen verklaart, kan een andere ook verklaren, dus aandelen kunnen samen meer zijn dan alles
   *[other] Een factor kan er hier alleen toe doen omdat hij met een andere samengaat
}; `--method shapley` verdeelt wat ze gemeen hebben.
sensitivity-given-all = Elk afzonderlijk verklaren alle factoren opgeteld { $share }{ $tied ->
    [0] ; de rest is wat ze alleen samen doen, en toeval.
   *[other] , waarin gecorreleerde factoren meer dan eens meetellen wat ze gemeen hebben.
}
sensitivity-tornado = { $metric } is { $base } met { $words ->
    [0] elke factor op zijn mediaan
   *[other] elk getal op zijn mediaan en het eerste woord van elke lijst
}; { $factor } alleen brengt dat op { $low } (bij { $from }) en { $high } (bij { $to }).
sensitivity-worth-means = { $metric }, { $higher ->
    [0] minder
   *[other] meer
} is beter: gemiddeld { $means }. Zonder verdere kennis is { $best } het beste.
sensitivity-worth-perfect = Alles weten voordat men kiest, toeval inbegrepen, zou { $worth } waard zijn (standaardfout ± { $error }); in { $share } toestanden van de wereld is een ander scenario het beste.
sensitivity-worth-factor = Alleen { $factor } kennen voordat men kiest, zou { $worth } waard zijn; in { $share } toestanden van de wereld zou daardoor een ander scenario het beste zijn.
sensitivity-worth-none = Eén factor alleen kennen zou niets veranderen.
sensitivity-of-hundred = { $number } van de 100
sensitivity-dropped = Weggelaten: { $count ->
    [one] { $points } punt
   *[other] { $points } punten
} waar het getal onbepaald is.
sensitivity-one-value = Weggelaten, omdat { $count ->
    [one] die maar één waarde heeft
   *[other] ze maar één waarde hebben
}: { $factors }.
sensitivity-by-chance = Aandelen waarvan het interval bij 0 begint, kunnen toeval zijn: meer punten geven uitsluitsel.
sensitivity-wide = De intervallen zijn breed; meer punten (`--points`) maken ze smaller.
sensitivity-above = Geen echt aandeel is meer dan 100 %: wat hier meer is, is de fout van een schatting, die met meer punten (`--points`) kleiner wordt.
sensitivity-paths = { $points } punten: { $count ->
    [one] { $paths } pad
   *[other] { $paths } paden
} waarlangs { $factors } factoren een voor een opnieuw worden getrokken
sensitivity-pair = { $first } en { $second } samen: { $share }
sensitivity-more = en nog { $count } met minder invloed, in de tabellen.
sensitivity-range = { $low } tot { $high }
sensitivity-column-factor = factor
sensitivity-column-range = bereik
sensitivity-column-quantiles = 5 tot 95 %
sensitivity-column-ends = uiteinden
sensitivity-column-total = met andere
sensitivity-column-first = alleen
sensitivity-column-mean-absolute = gemiddeld |effect|
sensitivity-column-mean = gemiddeld effect
sensitivity-column-sd = sd van het effect
sensitivity-column-cramer-von-mises = Cramér-von Mises
sensitivity-column-pawn = afstand
sensitivity-column-shapley = Shapley-effect
sensitivity-column-spearman = rangcorrelatie
sensitivity-column-srrc = rangregressie
sensitivity-column-at-low = aan de lage kant
sensitivity-column-at-high = aan de hoge kant
sensitivity-column-difference = verschil
sensitivity-column-worth = waarde
sensitivity-column-share-changed = verandert de keuze

## Boundaries

box-numbers = van 100 { $such } { $covered ->
    [one] ligt er { $coverage }
   *[other] liggen er { $coverage }
} in dit vak; van 100 gevallen in het vak { $dense ->
    [one] is er { $density }
   *[other] zijn er { $density }
} zo.
box-no-restriction = Geen enkele grens valt op: { $numbers }
box-when = Als { $conditions }: { $numbers }
box-above = { $name } boven { $value } ligt
box-below = { $name } onder { $value } ligt
box-between = { $name } tussen { $low } en { $high } ligt
box-at-least = { $name } minstens { $value } is
box-fewer = { $name } kleiner dan { $value } is
box-from-to = { $name } { $low } tot en met { $high } is
box-one-of = { $name } gelijk is aan { $values }
box-left-out = Weggelaten, omdat toeval de grens kan hebben bepaald: { $names }.
box-beside = Onder de punten buiten { $boxes ->
    [one] het vak hierboven
   *[other] de vakken hierboven
}: { $sentence } Van 100 punten binnen deze grenzen, ook die { $boxes ->
    [one] in het vak hierboven liggen
   *[other] in een vak hierboven liggen
}, zijn er { $density } zo.
discover-such = punten met { $condition }
discover-hits = { $hits } van { $cases } punten voldoen aan de voorwaarde ({ $condition }); { $count ->
    [one] { $factors } factor varieert
   *[other] { $factors } factoren variëren
}.
discover-undefined = { $points } punten zijn weggelaten, omdat het getal daar onbepaald is.
discover-no-box = Geen vak voldoet aan de regel die er een kiest; probeer `--choose balanced`.
discover-tree = Een classificatieboom zegt:
discover-no-leaf = In geen enkel deel ervan voldoen de meeste punten aan de voorwaarde.
discover-chance = { $factor }: quasi-p-waarde { $p }{ $again }.
discover-again = ; { $share } van { $resamples } hertrekkingen perkt deze factor ook in
robust-head = { $policies } beleidsopties in { $count ->
    [one] één toestand van de wereld: dat zegt niets over andere; varieer onzekerheden, of geef `--replications`.
   *[other] { $states } toestanden van de wereld, voor alle dezelfde; 90 %-intervallen over hertrekkingen van de toestanden.
}
robust-undefined = { $states } toestanden zijn weggelaten, omdat een getal daar onbepaald is.
robust-mean = gemiddelde
robust-mean-regret = gemiddelde spijt
robust-regret-quantile = 90 %-kwantiel van de spijt
robust-greatest-regret = grootste spijt
robust-worst = slechtste waarde
robust-good-enough = aandeel toestanden dat goed genoeg is
robust-all-goals = Alle doelen tegelijk
robust-score = { $rank }. { $policy }: { $value }{ $states ->
    [one] {""}
   *[other] { $interval ->
        [0] {""}
       *[other] {" "}({ $low } tot { $high })
    }; het beste in { $share } van de hertrekkingen
}
robust-front = Door geen ander beleid overtroffen in alle getallen tegelijk, naar gemiddelden:
robust-standing = { $policy }: { $undominated ->
    [0] nee
   *[other] ja
}{ $count ->
    [one] {""}
   *[other] ; in { $states } van de toestanden en { $resamples } van de hertrekkingen
}
robust-weights = Aan deze getallen worden geen gewichten gegeven; welke maat voor risico telt, is aan de lezer.
solve-subject = { $statistic ->
    [mean] het gemiddelde
    [low] het 5 %-kwantiel
    [high] het 95 %-kwantiel
   *[median] de mediaan
} van { $metric }
solve-specificity = { $rate } (specificiteit { $specificity })
solve-none = Bij geen enkele waarde van { $path } van { $low } tot { $high } gaat { $subject } door { $target } heen: { $side ->
    [undefined] dat getal is overal onbepaald
    [above] dat getal ligt er overal op of boven
   *[below] dat getal ligt er overal onder
}{ $side ->
    [undefined] {""}
   *[other] { $equal ->
        [0] , van { $least } tot { $most }
       *[other] , in elk punt { $least }; { $path } verandert het hier niet
    }
}.
solve-crossing = { $path } = { $value }: daar { $way ->
    [falls] daalt { $subject } tot onder
    [leaves] stijgt { $subject } tot boven
    [returns] daalt { $subject } tot
   *[rises] stijgt { $subject } tot
} { $target }. 95 %-interval door het aantal herhalingen: { $low } tot { $high }.
solve-few = Met { $replications } herhalingen is het interval vaak te smal: geef er minstens 10.
solve-undefined = { $wide ->
    [0] Bij { $path } = { $low } is { $subject } onbepaald: daarover is niets te zeggen.
   *[other] Voor { $path } van { $low } tot { $high } is { $subject } onbepaald: daarover is niets te zeggen.
}
solve-below-range = onder het bereik
solve-above-range = boven het bereik
solve-several = Het doel wordt { $crossings } keer gekruist, dus er is niet één antwoord; tussen de { $points } punten van het rooster kunnen er nog meer liggen.
solve-states = Elke toestand van de wereld heeft op zichzelf een eigen antwoord: in { $within } daarvan wordt het doel binnen het bereik gekruist{ $place }; in { $below } ligt het getal er overal onder, in { $above } overal op of boven.
solve-states-place = , bij { $middle } (90 %: { $low } tot { $high })
solve-points = { $points } punten van { $path }, elk { $replications } herhalingen, met in elk punt dezelfde trekkingen en hetzelfde toeval; startwaarde { $seed }.

## Tables of scenarios

theory-head = Gesloten formules bij centrale waarden; vergelijk met `vessels run … --set run.uncertainty=central`.
theory-without = Zonder de mechanismen van het scenario: { $mechanisms }.
theory-column-metric = getal
theory-column-of = van
theory-column-mean = gemiddeld
theory-column-deviation = sd
theory-column-unit = eenheid
tradeoff-head = Centrale waarden. De marge is gelezen als aandeel van onschuldige berichten (FPR), en als aandeel van de treffers (FDR).
tradeoff-order = Bevel { $order }: { $title }
tradeoff-column-margin = marge
tradeoff-column-fpr = FPR: detectiegraad
tradeoff-column-fdr = FDR: detectiegraad
tradeoff-column-false = vals/dag
tradeoff-column-right = terecht
tradeoff-unmet = onhaalbaar
check-valid = { $file }: { $world ->
    [0] een geldig scenario
   *[other] een geldige wereld
}{ $count ->
    [0] {""}
    [one] , 1 waarschuwing
   *[other] , { $warnings } waarschuwingen
}
new-wrote = { $scenario } en { $world } geschreven; verder met: vessels run { $scenario }

## Findings

findings-title = Bevindingen
findings-introduction = Wat elk meegeleverd scenario zegt, zoals het is doorgerekend. Getallen zijn medianen over herhalingen, tussen haakjes het interval waarin 90 % daarvan ligt, over onzekere aannames en toeval. Geen getal hier is een oordeel: de
    meeste invoer is onzeker met een factor tien of meer, veel ervan is een aanname, en elk scenario van een standpunt noemt de aannames die beslissen tussen wat beide kanten verwachten. Een streepje betekent dat het scenario zoiets niet heeft, of dat het onbepaald is.
findings-note-flagged = **Gemarkeerd**: aandeel van het circulerende misbruikmateriaal van de soort dat wordt gemarkeerd, over de hele looptijd, dagen zonder bevel meegerekend.
findings-note-false = **Valse treffers**: onschuldige berichten die per dag worden gemarkeerd. **Accounts**: onschuldige accounts die in een jaar minstens één keer worden gemarkeerd.
findings-note-last = **Laatste loket**: meldingen die per dag binnenkomen, hoeveel daarvan misbruikmateriaal zijn, hoeveel dagen werk er aan het einde ligt te wachten, en hoeveel er in het laatste kwart van de looptijd binnenkomen, gedeeld door die in het eerste (*trend*, alle meldingen en die van bekend materiaal; onder 1 nemen ze af).
findings-note-actionable = **Bruikbaar**: stukken misbruikmateriaal die het laatste loket bruikbaar voor opsporing vindt, per jaar; waar een meldpunt uit het buitenland meldt, ook hoeveel daarvan.
findings-made = Gemaakt met { $command }, versie { $version }.
findings-column-scenario = scenario
findings-column-known = gemarkeerd: bekend
findings-column-new = nieuw
findings-column-grooming = grooming
findings-column-false = valse treffers/dag
findings-column-accounts = accounts/jaar
findings-column-last = laatste loket: meldingen/dag
findings-column-right = terecht
findings-column-backlog = werkvoorraad, dagen
findings-column-trend = trend: alle
findings-column-trend-known = bekend
findings-column-actionable = bruikbaar/jaar
findings-abroad = ; uit het buitenland { $number }
findings-sides = Wat elke kant verwacht
findings-proponents = Voorstanders verwachten
findings-critics = Critici verwachten
findings-decided-by = Wat beslist

## Texts of scenarios and tables, by the file in which each stands first

# account-threshold.toml
text-researchers-roboflow-2021-natural-collisions-exist-dd2651c6 = Onderzoekers (Roboflow, 2021): natuurlijke botsingen bestaan, twee paren in ImageNet. Een argument tegen: op elkaar lijkende beelden van één gebruiker zijn niet onafhankelijk van elkaar.
text-apple-2021-with-a-threshold-of-6f06be93 = Apple (2021): met een drempel van 30 is de kans per account en jaar hooguit één op een biljoen.
text-apple-2021-26a47cfa = Apple 2021
text-apple-2021-nothing-is-reported-below-060e8b63 = Apple 2021: onder de 30 treffers wordt niets gemeld
text-how-often-is-an-innocent-account-9a30e1d1 = Hoe vaak wordt een onschuldig account gemeld als er 30 treffers nodig zijn?
text-neuralhash-as-measured-by-apple-59ddaa8f = NeuralHash, zoals gemeten door Apple
text-neuralhash-design-rate-56182bca = NeuralHash, ontwerpwaarde
text-cloud-photos-11fb4443 = foto's in de cloud
text-known-pictures-eb5b7d5f = bekende beelden
text-mechanisms-accounts-correlation-mechanisms-accounts-hits-1ad2b812 = mechanisms.accounts.correlation, mechanisms.accounts.hits en detectors.neuralhash.fixed.fpr
text-photos-uploaded-to-the-cloud-c43e2c17 = foto's geüpload naar de cloud
text-report-risk-per-year-at-correlation-1c64431f = report-risk-per-year bij correlatie 0 en 0,001, dan carrier-accounts-over-threshold-per-year
text-reviewers-4a26a34b = beoordelaars

# bad-list-day.toml
text-eokm-2021-counted-four-incidents-in-9b38a052 = EOKM (2021) telde vier incidenten in ongeveer twee jaar, en Meta herstelde in het ene kwartaal 4,17 % en in een ander 0,31 %. Een argument tegen: fouten van een lijst komen in golven, hoe klein de fout van een hash ook is.
text-mechanisms-bursts-entry-rate-mechanisms-bursts-886a694f = mechanisms.bursts.entry.rate, mechanisms.bursts.entry.tail-index en mechanisms.bursts.entry.least
text-published-errors-of-hash-lists-eokm-73a354b1 = Gepubliceerde fouten van hashlijsten (EOKM 2021, Meta 2022)
text-the-dutch-minister-october-2023-hashing-ad517613 = De minister (oktober 2023): hashing van bekend materiaal is betrouwbaar, met weinig vals-positieven.
text-a-bad-day-of-a-hash-a1080de1 = Een slechte dag van een hashlijst
text-eu-centre-42d8254e = EU-centrum
text-facebook-messenger-2e57d49a = Facebook Messenger
text-instagram-direct-messages-ffe456fc = Instagram-privéberichten
text-snapchat-220c8f33 = Snapchat
text-telegram-888a3b76 = Telegram
text-webmail-0047ceba = Webmail
text-what-does-one-wrong-entry-on-31f6a7de = Wat doet één foute vermelding op een hashlijst op de dag dat zij met een populair beeld begint overeen te komen?
text-whatsapp-b1332787 = WhatsApp
text-grooming-of-children-4340a233 = grooming van kinderen
text-hash-as-claimed-7d4445a0 = hash, zoals opgegeven
text-hash-as-reported-in-the-field-e7872290 = hash, zoals uit de praktijk gemeld
text-innocent-accounts-flagged-per-year-beside-ec1b4768 = innocent-accounts-flagged-per-year naast known-only, en de bovenste band van de treffers per dag
text-moderators-of-the-providers-504aaabf = moderatoren van de aanbieders
text-national-police-41b6bceb = nationale politie
text-new-pictures-03b12cd8 = nieuwe beelden
text-perceptual-hash-photodna-like-5a7f9ab0 = perceptuele hash (zoals PhotoDNA)
text-picture-classifier-thorn-s-claim-c43c8740 = beeldclassificator (opgave van Thorn)
text-picture-classifier-academic-8b9fab50 = beeldclassificator (wetenschappelijk)
text-reports-of-users-375e1b81 = meldingen van gebruikers
text-text-classifier-claim-of-90-precision-41e6fd2f = tekstclassificator (opgegeven precisie 90 %)

# biased-detector.toml
text-groups-underrepresented-shift-groups-underrepresented-share-12b6bf04 = groups.underrepresented.shift, groups.underrepresented.share en policy.orders.new.rule
text-the-data-protection-authority-ap-quoted-91456eaf = De Autoriteit Persoonsgegevens, daar aangehaald: de software maakt fouten en kan vooroordelen bevatten, waardoor burgers ten onrechte als mogelijk verdacht worden aangemerkt.
text-the-minister-january-2023-the-software-13f353e4 = De minister (januari 2023): te denken valt aan strenge voorwaarden voor de software, ook over marges van vals-positieven, en aan waarborgen tegen materiaal dat ten onrechte als misbruik wordt aangemerkt.
text-a-biased-detector-a-group-that-553f31ec = Een vertekende detector: een groep die de classificator minder goed kent
text-answers-of-the-minister-january-2023-7b94608a = Antwoorden van de minister, januari 2023
text-whose-messages-are-flagged-by-mistake-5e243a5f = Wiens berichten worden ten onrechte gemarkeerd als een classificator zulke berichten nauwelijks heeft gezien?
text-grooming-350b85b3 = grooming
text-group-flag-ratio-then-innocent-accounts-4c407fc6 = group-flag-ratio, dan innocent-accounts-flagged-per-year

# clearing-house.toml
text-a-clearing-house-60-passed-on-c8491f81 = Een doorgeefinstantie: 60 % doorgestuurd in 2020 (`onschuldig`: door de politie niet relevant bevonden)
text-the-minister-january-2023-after-ncmec-ae685eff = De minister (januari 2023), op gezag van NCMEC: meldingen worden beoordeeld voordat ze worden doorgegeven, zodat vals-positieven en dubbelen de cijfers niet vertekenen.
text-counts-of-the-police-of-what-56cbed54 = Tellingen van de politie: van wat in 2020 werd doorgestuurd was in Duitsland de helft relevant en werd in Ierland een vijfde bevestigd.
text-published-counts-of-reports-0954f567 = Gepubliceerde aantallen meldingen
text-what-does-a-clearing-house-abroad-1084304c = Wat stuurt een doorgeefinstantie in het buitenland door, en wat houdt zij tegen?
text-arrivals-per-year-at-police-de-f3de8ba7 = arrivals-per-year bij police/DE en police/IE, en precision van de politie
text-clearing-house-6903d13a = doorgeefinstantie
text-criminally-relevant-reports-19918eab = strafrechtelijk relevante meldingen
text-mechanisms-clearing-house-ncmec-pass-through-34d3d05f = mechanisms.clearing-house.ncmec.pass-through en mechanisms.clearing-house.ncmec.mix
text-not-in-use-173a37a2 = niet in gebruik
text-nothing-is-scanned-here-307071f4 = hier wordt niets gescand

# commission-2022.toml
text-commission-proposal-com-2022-209-7506b933 = Commissievoorstel COM(2022) 209
text-services-whatsapp-significant-risk-and-that-7c41cfd0 = services.whatsapp.significant-risk (en die van elke andere dienst), policy.orders.new.rule, detectors.thorn, material.new.prevalence en desks.provider.staff.people
text-the-data-protection-authorities-edpb-edps-8df013c5 = De gegevensbeschermingsautoriteiten (EDPB-EDPS 4/2022), zoals de minister ze aanhaalt: ernstige problemen voor gegevensbescherming en privacy, en detectie die nog noodzakelijk en evenredig moet worden gemaakt. De aanvullende studie voor het Parlement (2023): meer meldingen, minder nauwkeurigheid, meer politiewerk.
text-the-proposal-as-the-letter-of-c3c03a01 = Het voorstel, zoals de brief van de 12 (2022) en de minister (2023) het beschrijven: alleen een bevel waar een aanzienlijk risico blijft bestaan, voor 12 of 24 maanden, en een EU-centrum dat moet voorkomen dat vals-positieven de opsporing bereiken.
text-commission-proposal-2022-known-new-and-8d31055e = Commissievoorstel 2022: bekend, nieuw en grooming
text-what-do-the-three-detection-orders-334af26b = Wat vinden de drie detectiebevelen, en wat bereikt elk loket, bij een vooraf gestelde marge van 0,01 %?
text-detected-share-by-class-then-backlog-9662dac0 = detected-share per soort, dan werkvoorraad en read-share van elk loket, dan innocent-items-seen-per-year

# conditional-clause.toml
text-an-argument-for-such-a-clause-f9e5943f = Een argument voor: zo'n clausule ontziet versleutelde diensten voorlopig en laat de stap voor later. Wie ervoor heeft gepleit, staat niet in de gelezen stukken.
text-motion-856-2023-asks-not-to-7e7ddcbd = Motie 856 (2023) vraagt niet akkoord te gaan met voorwaardelijke clausules die later scannen op het toestel activeren dat versleuteling bedreigt. Een argument daarvoor: waar men nu mee instemt, wordt later ingeschakeld.
text-policy-orders-known-later-duration-services-79a5b823 = policy.orders.known-later.duration, services.whatsapp.encrypted en desks.provider.staff.people
text-a-conditional-clause-client-side-scanning-d2d22097 = Een voorwaardelijke clausule: scannen op het toestel, ingeschakeld na twee jaar
text-three-motions-of-18-october-2023-50ffce1b = Drie moties van 18 oktober 2023
text-what-changes-on-the-day-on-e842fd04 = Wat verandert er op de dag waarop een eerder afgesproken clausule scannen op het toestel inschakelt?
text-daily-flags-and-backlog-around-day-2afa0491 = treffers per dag en werkvoorraad rond dag 730, dan client-side-accounts
text-known-pictures-encrypted-services-later-a397e93f = bekende beelden, versleutelde diensten, later
text-new-pictures-encrypted-services-later-32407872 = nieuwe beelden, versleutelde diensten, later

# encryption-2023.toml
text-nca-2023-encryption-of-messenger-is-09a38626 = NCA (2023): naar verwachting neemt versleuteling van Messenger 92 % van de tips van Facebook weg; de Britse politie verricht 800 aanhoudingen en brengt 1.200 kinderen in veiligheid per maand.
text-the-joint-letter-of-september-2024-dad7d7fa = De gezamenlijke brief van september 2024: op versleuteling rust de vertrouwelijkheid van burgers, bedrijven en overheid. Een argument daarnaast: niet elke verloren tip is een verloren kind; de helft van de Duitse tips van 2023 was strafrechtelijk niet relevant.
text-december-2023-messenger-turns-end-to-b6ed53f1 = December 2023: Messenger wordt end-to-end-versleuteld
text-how-far-do-reports-fall-when-e8eaaf93 = Hoe ver dalen de meldingen als één grote dienst end-to-end-versleuteld wordt?
text-ncmec-0bc2295d = NCMEC
text-daily-arrivals-at-ncmec-before-and-fc179bfe = instroom per dag bij NCMEC voor en na dag 340
text-other-messengers-and-e-mail-8025c57f = andere berichtendiensten en e-mail
text-reports-19b3cb48 = meldingen
text-scanning-of-messages-7ed25cf1 = scannen van berichten
text-scanning-on-servers-445c18f7 = scannen op servers
text-services-messenger-volume-report-share-of-b685f708 = services.messenger.volume.report (het deel van de meldingen dat daarvandaan kwam), policy.orders.users.coverage en mechanisms.encryption.messenger.ramp

# eu-centre-filter-without.toml
text-desks-provider-forward-benign-desks-provider-80dab125 = desks.provider.forward.benign, desks.provider.staff.people en policy.orders.new.rule; wat het centrum doet, beslist in eu-centre-filter
text-the-complementary-study-for-parliament-2023-78e09886 = De aanvullende studie voor het Parlement (2023): er komen meer meldingen en ze kloppen minder vaak. Een argument tegen: dat een tweede lezer de fouten van de eerste wegneemt, is nergens gepubliceerd.
text-the-minister-2023-the-centre-is-b995c44d = De minister (2023): het centrum moet voorkomen dat vals-positieven de opsporing bereiken, zodat die zich op de andere gevallen kan richten. De brief van de 12 (2022): doordat het filtert, krijgt zij meer relevante meldingen, met genoeg om op te sporen.
text-what-reaches-the-police-without-an-0fb1ee13 = Wat bereikt de politie zonder een EU-centrum ertussen?
text-without-an-eu-centre-in-between-7c6bec9a = Zonder een EU-centrum ertussen
text-desks-eu-centre-forward-benign-desks-133c2257 = desks.eu-centre.forward.benign, desks.eu-centre.staff, desks.eu-centre.deduplicate en desks.provider.forward.benign
text-precision-and-arrivals-per-year-at-0b3a37c9 = precision en arrivals-per-year bij de politie, met en zonder het centrum

# eu-centre-filter.toml
text-the-eu-centre-as-a-filter-0971937a = Het EU-centrum als filter
text-what-does-an-eu-centre-keep-c896aa95 = Wat houdt een EU-centrum bij de politie weg?

# everything.toml
text-bits-of-freedom-2022-the-police-f9e94805 = Bits of Freedom (2022): de politie is nu al overbelast. Argumenten tegen: verplaatsing, foute lijstvermeldingen en vermoeide beoordelaars maken de maatregel zwakker.
text-every-table-below-mechanisms-no-single-99f7e244 = elke tabel onder mechanisms; geen enkel getal alleen
text-the-letter-of-12-2022-prevention-eb33eeea = De brief van de 12 (2022): door preventie en verwijdering dalen de meldingen na een stijging. Argumenten voor: ook een lijst die leert en afschrikking maken het probleem kleiner.
text-what-does-the-chain-look-like-6c0fc56d = Hoe ziet de keten eruit als elke tabel onder mechanisms tegelijk aanstaat?
text-everything-commission-2022-with-all-mechanisms-95618598 = Alles: het Commissievoorstel van 2022 met alle mechanismen aan
text-tour-b7b03c83 = Rondleiding
text-every-metric-beside-commission-2022-3f6f01e0 = elk getal naast commission-2022

# france-2024.toml
text-france-2024-870-tips-a-day-d250d577 = Frankrijk 2024: 870 tips per dag en 32 rechercheurs (`onschuldig`: door de politie niet relevant bevonden)
text-how-many-tips-are-there-for-efe96594 = Hoeveel tips zijn er per rechercheur, en hoe groot is de werkvoorraad na een jaar?
text-ncmec-tips-e8c47df9 = NCMEC-tips
text-ofmin-71b09ae4 = OFMIN
text-published-calculations-7c21ebb9 = Gepubliceerde berekeningen
text-arrivals-per-year-read-share-backlog-25fe92ca = arrivals-per-year, read-share, backlog en people-needed bij het bureau
text-criminally-relevant-tips-dbd3711a = strafrechtelijk relevante tips
text-every-tip-ddc3bdf9 = elke tip
text-tips-6b3178fb = tips

# germany-2022.toml
text-germany-2022-tips-and-criminally-relevant-ca6d6521 = Duitsland 2022: tips en strafrechtelijk relevante tips (`onschuldig`: door de politie niet relevant bevonden)
text-bka-a6861051 = BKA
text-what-share-of-the-tips-of-eb1f7d98 = Welk deel van de tips van 2022 was strafrechtelijk relevant?
text-precision-and-actionable-per-year-compare-ecb26aa3 = precision en actionable-per-year; vergelijk met germany-2023

# germany-2023.toml
text-germany-2023-tips-and-criminally-relevant-e1fe3eae = Duitsland 2023: tips en strafrechtelijk relevante tips (`onschuldig`: door de politie niet relevant bevonden)
text-what-share-of-the-tips-of-611f71f1 = Welk deel van de tips van 2023 was strafrechtelijk relevant?
text-precision-and-actionable-per-year-compare-ebb26910 = precision en actionable-per-year; vergelijk met germany-2022

# grooming-police-only.toml
text-mechanisms-shared-staff-police-yield-material-07734778 = mechanisms.shared-staff.police.yield, material.grooming.prevalence, desks.eu-centre.forward.benign en desks.provider.priority
text-the-minister-january-2023-grooming-depends-c29f8e2a = De minister (januari 2023): grooming hangt van de context af, teksten erop scannen staat hoogstwaarschijnlijk niet in verhouding tot het doel, en het detecteren ervan blijft bij de opsporing.
text-grooming-stays-with-the-police-no-f8ac720b = Grooming blijft bij de politie: teksten worden niet gescand
text-the-letter-of-12-2022-the-c651ffb5 = De brief van de 12 (2022): de verordening moet ook grooming omvatten en openstaan voor toekomstige technieken.
text-what-is-left-of-grooming-if-74fd3b47 = Wat blijft er van grooming over als geen teksten worden gescand en de opsporing ervan bij de politie blijft?
text-hours-targeted-per-year-and-targeted-91e29325 = hours-targeted-per-year en targeted-cases-per-year met en zonder het bevel voor grooming

# homomorphic.toml
text-the-joint-letter-of-september-2024-af848824 = De gezamenlijke brief van september 2024 gaat alleen over scannen op het toestel. Een argument tegen: waar vertrouwelijkheid was beloofd, wordt toch inhoud gelezen, welke techniek dat ook doet.
text-homomorphic-encryption-known-pictures-on-encrypted-9d458fcc = Homomorfe encryptie: bekende beelden op versleutelde diensten
text-letter-of-12-child-rights-organisations-cd193c8f = Brief van 12 kinderrechtenorganisaties (2022)
text-the-letter-of-12-2022-detection-43713135 = De brief van de 12 (2022): detectie hoeft versleuteling niet te breken; technieken als homomorfe encryptie worden op versleutelde platforms al tegen schadelijke software gebruikt.
text-what-would-scanning-on-encrypted-data-ae1368de = Wat zou scannen op versleutelde gegevens vinden en kosten?
text-known-pictures-encrypted-services-82addd3f = bekende beelden, versleutelde diensten
text-known-pictures-open-services-89aabb65 = bekende beelden, open diensten
text-scanning-cost-per-year-and-detected-8ebeb54d = scanning-cost-per-year en detected-share, naast motion-858 met scannen op het toestel
text-techniques-homomorphic-devices-and-techniques-homomorphic-f2455a86 = techniques.homomorphic.devices en techniques.homomorphic.cost

# hungary-2024.toml
text-policy-orders-known-services-with-or-2e9c483d = policy.orders.known.services (met of zonder de versleutelde), policy.orders.known.coverage en policy.orders.known.detector (photodna of known-field)
text-the-dutch-minister-october-2023-hashing-1b036fe0 = De Nederlandse minister (oktober 2023): hashing van bekend materiaal is betrouwbaar, met weinig vals-positieven, en classificatoren hebben er naar verhouding veel. Een argument voor: een plicht voor alleen bekend materiaal beperkt zich tot wat betrouwbaar te detecteren is.
text-the-joint-letter-of-amnesty-bits-6247ea32 = De gezamenlijke brief van Amnesty, Bits of Freedom, Cyberveilig Nederland en NLdigital: instemmen met de tekst is instemmen met ongericht scannen op het toestel, voordat opsporing, grondrechten, economie en veiligheid online zorgvuldig zijn afgewogen.
text-hungarian-text-12406-24-known-material-fe80eafa = Hongaarse tekst 12406/24: bekend materiaal als plicht, versleutelde diensten inbegrepen
text-joint-letter-of-18-september-2024-22b179b4 = Gezamenlijke brief van 18 september 2024
text-what-is-found-if-looking-for-86d7a894 = Wat wordt gevonden als zoeken naar bekend materiaal een plicht is, ook op versleutelde diensten, en de rest vrijwillig blijft?
text-client-side-accounts-detected-share-by-21773967 = client-side-accounts, detected-share per soort en innocent-accounts-flagged-per-year
text-grooming-voluntary-bd226561 = grooming, vrijwillig
text-new-pictures-voluntary-d22c92e0 = nieuwe beelden, vrijwillig

# ireland-2020.toml
text-ireland-2020-referrals-innocent-not-confirmed-b32b62db = Ierland 2020: verwijzingen (`onschuldig`: door de politie niet bevestigd)
text-an-garda-s-och-na-7e7d944d = An Garda Síochána
text-ncmec-referrals-63f2ef3b = NCMEC-verwijzingen
text-what-share-of-the-referrals-was-a6474f62 = Welk deel van de verwijzingen was bevestigd, bruikbaar, of helemaal geen misbruikmateriaal?
text-confirmed-abuse-material-f6e908f9 = bevestigd misbruikmateriaal
text-every-referral-b6c4fd05 = elke verwijzing
text-precision-and-arrivals-per-year-by-c80db844 = precision en arrivals-per-year per soort bij de politie, en actionable-per-year
text-referrals-8101ad89 = verwijzingen

# known-only.toml
text-detected-share-over-all-classes-and-441ad5d1 = detected-share over alle soorten en per soort, dan read-share en precision van elk loket
text-material-new-prevalence-beside-material-known-f76a3b51 = material.new.prevalence naast material.known.prevalence, en policy.orders.known.detector (photodna of known-field) voor de fouten van een hash
text-the-dutch-cabinet-hash-databases-recognise-dc339844 = Het kabinet: hashdatabanken herkennen wat buiten twijfel misbruikmateriaal is, en een strenge marge levert daar geen problemen op; nieuw materiaal en grooming blijven buiten beschouwing.
text-known-pictures-only-d586c5df = Alleen bekende beelden
text-the-letter-of-12-organisations-2022-c3550ad5 = De brief van 12 organisaties (2022): een verordening moet bekend en nieuw materiaal en grooming omvatten, anders laat zij blinde vlekken.
text-what-is-found-and-what-reaches-4ed6ca22 = Wat wordt gevonden en wat bereikt elk loket als alleen naar bekende beelden wordt gezocht?

# learning-list.toml
text-jain-and-others-2022-thresholds-that-657807c5 = Jain en anderen (2022): drempels die tegen bewerking bestand zijn, zouden meer dan een miljard beelden per dag markeren. Een argument tegen: elke vermelding op een lijst voegt haar eigen kans op een valse treffer toe.
text-mechanisms-learning-enabled-material-new-pieces-ad84cf9f = mechanisms.learning.enabled, material.new.pieces en detectors.photodna.hash.radius
text-pieces-listed-per-year-and-detected-7f6feab7 = pieces-listed-per-year en detected-share over alle soorten, dan order-fpr van het bevel known
text-the-cabinet-2023-hash-databases-recognise-d5ea6f7b = Het kabinet (2023): hashdatabanken herkennen wat buiten twijfel misbruikmateriaal is. Een argument voor: wat bevestigd is wordt bekend, zodat volgende kopieën ervan worden gevonden.
text-a-list-that-learns-what-is-69a54e68 = Een lijst die leert: wat bevestigd is, wordt bekend
text-what-happens-if-the-list-of-f1e11d6d = Wat gebeurt er als de lijst van bekende beelden groeit met alles wat wordt bevestigd?

# motion-856.toml
text-motion-856-dekker-abdulaziz-and-ten-93a52afb = Motie 856 (Dekker-Abdulaziz en tien andere leden): de Kamer heeft zich in meerdere moties tegen het voorstel gekeerd, en de regering moet die uitvoeren en met geen tekst instemmen die versleuteling nog bedreigt.
text-motion-858-cda-asks-for-scanning-4c4cc52f = Motie 858 (CDA) vraagt ten minste op bekend materiaal te scannen, versleuteld of niet; het CDA (december 2022) noemt versleuteling een grote belemmering voor de opsporing. De brief van de 12 (2022): daders zullen blinde vlekken misbruiken.
text-services-whatsapp-encrypted-and-that-of-20f2e443 = services.whatsapp.encrypted (en die van elke andere dienst), material.known.prevalence-at.whatsapp, als misbruik daar vaker voorkomt, en detectors.user-reports.fixed.recall
text-motion-856-encrypted-services-are-left-e8a6fb37 = Motie 856: versleutelde diensten blijven ongemoeid, nu en later (aangenomen)
text-what-is-found-if-encrypted-services-1aaa8ddc = Wat wordt gevonden als versleutelde diensten ongemoeid blijven, nu en later?
text-detected-share-and-missed-share-by-441bd909 = detected-share en missed-share per soort, client-side-accounts (geen)

# motion-857.toml
text-motion-858-cda-known-material-must-e970e60d = Motie 858 (CDA): ook op versleutelde diensten moet naar bekend materiaal worden gezocht. Motie 856 vraagt meer: elke vorm die versleuteling bedreigt, valt af.
text-policy-orders-known-encrypted-technique-techniques-8428f2ff = policy.orders.known-encrypted.technique, techniques.enclave.devices en services.whatsapp.encrypted
text-motion-857-van-haga-the-government-585c65de = Motie 857 (Van Haga): de regering moet met geen voorstel instemmen dat een detectiebevel op basis van scannen op het toestel bevat.
text-motion-857-no-order-that-relies-5a25b131 = Motie 857: geen bevel dat op scannen op het toestel berust (verworpen)
text-what-is-found-if-no-order-fe67c57b = Wat wordt gevonden als geen bevel op scannen op het toestel mag berusten, terwijl andere technieken mogelijk blijven?
text-detected-share-by-class-client-side-190d92d6 = detected-share per soort, client-side-accounts en scanning-cost-per-year, naast motion-856

# motion-858.toml
text-detected-share-of-known-pictures-client-72b0a68f = detected-share van bekende beelden, client-side-accounts en innocent-accounts-flagged-per-year, naast motion-856 en motion-857
text-motion-856-client-side-scanning-threatens-5bdd5f3b = Motie 856: scannen op het toestel bedreigt versleuteling en moet uit het voorstel worden gehaald. De gezamenlijke brief van september 2024: berichten beoordelen voor de verzending kan worden gezien als het omzeilen van versleuteling.
text-services-whatsapp-encrypted-and-that-of-ef802bf7 = services.whatsapp.encrypted (en die van elke andere dienst), policy.orders.known-encrypted.coverage en policy.orders.known-encrypted.detector (photodna of known-field)
text-motion-858-cda-communication-services-should-aac6b1ec = Motie 858 (CDA): communicatiediensten moeten verplicht worden ten minste naar bekend illegaal materiaal te zoeken, end-to-end-versleuteld of niet.
text-motion-858-at-least-known-pictures-86a9bc3f = Motie 858: ten minste bekende beelden, versleuteld of niet (verworpen)
text-what-is-found-if-at-least-410dce9b = Wat wordt gevonden als ten minste naar bekende beelden moet worden gezocht, ook op versleutelde diensten?

# no-client-side.toml
text-motion-857-van-haga-rejected-no-615b1e51 = Motie 857 (Van Haga, verworpen): geen voorstel met detectiebevelen op basis van scannen op het toestel.
text-motion-858-slootweg-kuik-rejected-too-a2b1194e = Motie 858 (Slootweg, Kuik, ook verworpen): ten minste naar bekend materiaal moet worden gezocht, ook op versleutelde diensten.
text-services-whatsapp-encrypted-services-whatsapp-volume-55da5277 = services.whatsapp.encrypted, services.whatsapp.volume.image en material.known.prevalence-at.whatsapp, als misbruik daar vaker voorkomt
text-orders-without-client-side-scanning-b9178210 = Bevelen zonder scannen op het toestel
text-what-do-the-three-orders-find-c2b91516 = Wat vinden de drie bevelen als er niets op toestellen wordt gescand?
text-detected-share-by-class-beside-commission-82e22e7d = detected-share per soort naast commission-2022, accounts-scanned, werkvoorraad van elk loket

# overloaded-police.toml
text-desks-detectives-staff-services-extra-volume-5805fcb2 = desks.detectives.staff, services.extra.volume.report en mechanisms.hiring.detectives.enabled
text-overloaded-police-57-012-tips-and-d95c6eff = Overbelaste politie: 57.012 tips en 150 rechercheurs (`onschuldig`: door de politie niet relevant bevonden)
text-bits-of-freedom-2022-the-police-a70d2474 = Bits of Freedom (2022): de politie is overbelast, de maatregelen zullen nauwelijks werken en maken de werklast groter.
text-bits-of-freedom-2022-b53ef48a = Bits of Freedom 2022
text-the-letter-of-12-2022-limited-cd6c335f = De brief van de 12 (2022): beperkte capaciteit is geen reden om de rechten van kinderen los te laten; veel meldingen zijn een reden om te vernieuwen en meer middelen te geven.
text-what-do-57-012-tips-a-787763d1 = Wat betekenen 57.012 tips per jaar voor 150 Nederlandse rechercheurs, en wat als bevelen ze vermenigvuldigen?
text-backlog-and-delay-by-day-people-899dd4ca = werkvoorraad en wachttijd per dag, people-needed, hours-targeted-per-year
text-detectives-198209f9 = rechercheurs
text-tips-as-in-2022-22d2b91e = tips zoals in 2022
text-tips-that-detection-orders-would-add-8da883c6 = tips die detectiebevelen zouden toevoegen
text-what-orders-would-add-973d065a = wat bevelen zouden toevoegen

# parliament-2023.toml
text-parliament-detection-only-by-order-of-00da20cf = Het Parlement: detectie alleen op bevel van een rechter, bij een redelijk vermoeden tegen personen of groepen, en niet op versleutelde diensten. Een argument voor: niemand anders wordt gelezen.
text-services-suspects-accounts-material-known-prevalence-5d573001 = services.suspects.accounts, material.known.prevalence-at.suspects, material.new.prevalence-at.suspects en hoe verdachten worden gevonden, wat buiten het model ligt
text-the-letter-of-12-2022-a-10849931 = De brief van de 12 (2022): een breed toepassingsgebied laat geen blinde vlekken die daders kunnen misbruiken. Een argument tegen: zonder brede detectie wordt niemand ooit verdachte.
text-parliament-mandate-2023-e72b40cf = Mandaat van het Parlement 2023
text-parliament-mandate-2023-targeted-at-suspects-efc4ba11 = Mandaat van het Parlement 2023: gericht op verdachten, zonder versleutelde diensten
text-what-is-found-if-a-judge-1ac2b2ba = Wat wordt gevonden als een rechter alleen bij verdachten detectie beveelt en versleutelde diensten erbuiten blijven?
text-accounts-of-suspects-on-open-services-cb8995d1 = accounts van verdachten op open diensten
text-accounts-scanned-flag-precision-by-class-506ea30c = accounts-scanned, flag-precision per soort, detected-share
text-known-pictures-suspects-8e1b444d = bekende beelden, verdachten
text-new-pictures-suspects-4c68f1da = nieuwe beelden, verdachten

# reference.toml
text-does-the-simulator-give-the-known-1015d748 = Geeft de simulator de bekende gemiddelden van een model dat met de hand is uit te rekenen?
text-reference-model-af74471b = Referentiemodel
text-known-6d48538c = bekend
text-messages-c00385b5 = berichten
text-new-28999611 = nieuw
text-review-225772e1 = beoordeling
text-true-flags-per-year-false-flags-4b574ef8 = true-flags-per-year, false-flags-per-year en backlog-peak, tegen de banden van [expect]

# reviewer-welfare.toml
text-an-argument-against-limits-is-the-0b3ef60f = Een argument tegen grenzen is de werklast: met een grens worden op een dag minder meldingen gelezen en moeten er meer mensen kijken. Geen stuk uit het debat geeft voor het een of het ander een getal.
text-mechanisms-welfare-team-exposures-desks-provider-07c0d016 = mechanisms.welfare.team.exposures, desks.provider.staff.people en mechanisms.outsourcing.team
text-reviewers-limits-of-what-one-can-0d814c8d = Beoordelaars: grenzen aan wat iemand kan zien, vermoeidheid en uitbesteding
text-the-letter-of-12-2022-rules-7f829205 = De brief van de 12 (2022): er zijn regels nodig voor de gezondheid van beoordelaars en tegen uitbesteding met laag loon en zwakke bescherming.
text-what-does-it-take-to-spare-d8d3ee33 = Wat is er nodig om de mensen te ontzien die moeten kijken, en wat verandert uitbesteding?
text-exposures-per-reviewer-reviewers-leaving-per-89c03aef = exposures-per-reviewer, reviewers-leaving-per-year, werkvoorraad, read-share en desk-cost-per-year van de moderatoren

# rise-then-fall.toml
text-a-rise-then-a-fall-removal-90315b7e = Eerst stijgen, dan dalen: verwijdering, preventie en een lijst die leert
text-bits-of-freedom-2022-the-measures-e2b4286a = Bits of Freedom (2022): de maatregelen zullen nauwelijks effect hebben, terwijl de politie nu al overbelast is.
text-do-reports-fall-again-after-a-3338404d = Dalen de meldingen na een stijging weer, doordat materiaal wordt verwijderd en er minder wordt gemaakt?
text-the-letter-of-12-2022-providers-3af65231 = De brief van de 12 (2022): aanbieders voorkomen en verwijderen snel, zodat meldingen eerst stijgen en dan dalen, vooral van bekend materiaal, en de politie nieuwe slachtoffers en daders in beeld krijgt.
text-daily-arrivals-at-the-eu-centre-2640c4bc = instroom per dag bij het EU-centrum, pieces-ratio, pieces-removed-per-year
text-mechanisms-removal-share-mechanisms-prevention-reduction-07792b2e = mechanisms.removal.share, mechanisms.prevention.reduction, material.known.lifetime, material.known.pieces en desks.eu-centre.staff

# scientists-2024.toml
text-more-than-300-scientists-may-2024-7a256432 = Ruim 300 wetenschappers (mei 2024): wordt één op de honderd berichten getest, dan geeft een fout van 0,1 % op 140 miljard berichten per dag 1,4 miljoen valse meldingen per dag.
text-how-many-false-alarms-a-day-e8b16be7 = Hoeveel valse meldingen per dag geeft een detector met 0,1 % vals-positieven op één op de honderd WhatsApp-berichten?
text-scientists-open-letter-may-2024-33d4ba90 = Open brief van wetenschappers, mei 2024
text-the-minister-january-2023-where-needed-55f128d0 = De minister (januari 2023): waar nodig kan het aandeel vals-positieven tot een zeer lage marge worden teruggebracht, bijvoorbeeld 0,01 %.
text-whatsapp-worldwide-4cf20c96 = WhatsApp, wereldwijd
text-abuse-d3f01acd = misbruik
text-any-2c29f04d = elk
text-detectors-any-fixed-fpr-and-policy-fad0dc09 = detectors.any.fixed.fpr, en policy.orders.tested.coverage voor hoeveel berichten werkelijk worden getest
text-false-flags-1-4-million-a-c73b4124 = false-flags: 1,4 miljoen per dag
text-nobody-fb7f6c5e = niemand
text-one-message-in-a-hundred-9c502464 = één op de honderd berichten

# switch-off-2020.toml
text-an-argument-against-what-fell-is-f858f7fa = Een argument tegen: wat daalde is het aantal meldingen, waarvan één op de vier bruikbaar is (Breyer, 2023, naar een uitspraak van de Eurocommissaris). Wat dat met opsporingsonderzoeken deed, is niet gepubliceerd.
text-ncmec-reports-that-concern-the-eu-49f73c1b = NCMEC: in de 18 weken daarna waren er 58 % minder meldingen over de EU. Een argument voor: zonder wettelijke grondslag gaat het meeste van wat werd gevonden verloren.
text-december-2020-voluntary-scanning-switched-off-c16bd1ed = December 2020: vrijwillig scannen uitgeschakeld
text-how-far-do-reports-fall-when-77d5477d = Hoe ver dalen de meldingen als het scannen van berichten op één dag onrechtmatig wordt en andere kanalen doorgaan?
text-daily-arrivals-at-ncmec-before-and-7d1aa5a8 = instroom per dag bij NCMEC voor en na dag 355
text-messages-of-providers-that-stopped-cf828860 = berichten van aanbieders die stopten
text-messages-under-the-interim-regulation-45b7406e = berichten, onder de tijdelijke verordening
text-messages-until-the-lapse-02a4d245 = berichten, tot de grondslag verviel
text-other-channels-23ee0827 = andere kanalen
text-services-messages-volume-report-which-is-f826ce36 = services.messages.volume.report, het deel van de meldingen dat uit berichten kwam van wie stopten, en de dag van policy.orders.again.from
text-user-reports-public-content-other-providers-8db8af57 = meldingen van gebruikers, openbare inhoud, andere aanbieders

# tables of the program
text-eur-per-actionable-case-7c54bbba = euro per bruikbare zaak
text-eur-case-8dda4244 = euro/zaak
text-eur-year-672bbc11 = euro/jaar
text-fte-06b7f896 = fte
text-abuse-flagged-of-what-circulates-f19608c7 = misbruik gemarkeerd, van wat circuleert
text-abuse-found-actionable-of-what-circulates-cd21efb1 = misbruik bruikbaar gevonden, van wat circuleert
text-abuse-out-of-sight-of-what-912fa763 = misbruik buiten beeld, van wat circuleert
text-abuse-seen-per-reviewer-and-day-29ed8eee = misbruik gezien per beoordelaar en dag, eerste loket
text-image-b35135fa = beelden
text-message-24f208e4 = berichten
text-photo-812716e3 = foto's
text-referral-aa987580 = verwijzingen
text-report-19bb34eb = meldingen
text-text-bde64e3e = teksten
text-account-threshold-fa62f507 = accountdrempel
text-accounts-37968efd = accounts
text-accounts-whose-messages-are-scanned-a8b24151 = accounts waarvan berichten worden gescand
text-accounts-with-client-side-scanning-2a8cdb49 = accounts met scannen op het toestel
text-accounts-with-the-list-on-the-56b63b80 = accounts met de lijst op het toestel
text-accounts-year-86f0233b = accounts/jaar
text-actionable-cases-per-year-3588d72a = bruikbare zaken per jaar
text-bursts-6e034a96 = golven
text-cases-year-d32f5cbe = zaken/jaar
text-chain-60b4a3d6 = keten
text-days-f691d28a = dagen
text-deterrence-6267f70a = afschrikking
text-displacement-and-evasion-3f33a69c = verplaatsing en ontwijking
text-economy-b945e5f7 = economie
text-fatigue-82591a5e = vermoeidheid
text-flags-that-are-right-a7adb14d = treffers die kloppen
text-flags-day-ccea09d1 = treffers/dag
text-flags-year-f6cab518 = treffers/jaar
text-fundamental-rights-d7bb15c3 = grondrechten
text-hiring-991c3b50 = werving
text-hours-year-b7776270 = uren/jaar
text-innocent-accounts-flagged-per-year-488ff719 = onschuldige accounts gemarkeerd per jaar
text-innocent-units-at-the-last-desk-7d1f7b4a = onschuldige berichten of meldingen bij het laatste loket per dag
text-innocent-units-read-at-the-first-2227c587 = onschuldige berichten of meldingen bekeken bij het eerste loket per jaar
text-investigation-039c1ef9 = opsporing
text-items-flagged-per-day-125ecc3c = berichten gemarkeerd per dag
text-items-day-370b4b6a = berichten/dag
text-items-year-d18c9629 = berichten/jaar
text-limits-on-exposure-68a29f77 = grenzen aan blootstelling
text-list-learning-9cd01879 = lerende lijst
text-online-safety-2bb162dc = veiligheid online
text-outsourcing-e4a8e21d = uitbesteding
text-people-needed-at-the-first-desk-41d029f6 = mensen nodig bij het eerste loket
text-people-needed-at-the-last-desk-a832e7ae = mensen nodig bij het laatste loket
text-people-year-02d73e36 = mensen/jaar
text-pieces-499d7942 = stukken
text-pieces-year-c5ca9cf2 = stukken/jaar
text-prevention-8e9df34d = preventie
text-ratio-c1121e84 = verhouding
text-removal-37eef8e7 = verwijdering
text-reports-from-abroad-dd921f69 = meldingen uit het buitenland
text-scanning-eur-per-year-5df71e96 = scannen, euro per jaar
text-score-or-bits-b157eb7a = score of bits
text-services-d96a9e35 = diensten
text-services-turning-encrypted-0cca0db4 = diensten die versleuteld worden
text-share-of-accounts-26f0ffa7 = deel van de accounts
text-share-of-circulating-31eb9c34 = deel van wat circuleert
text-share-of-flags-9936b1f2 = deel van de treffers
text-share-of-innocent-items-5d0a7935 = deel van de onschuldige berichten
text-share-of-items-3ce697dd = deel van de berichten
text-share-of-readable-abuse-908d2f71 = deel van het leesbare misbruik
text-share-of-units-30829e46 = deel van wat binnenkomt
text-shared-staff-2c2cd62a = gedeeld personeel
text-targeted-cases-lost-per-year-7db3681a = gerichte zaken verloren per jaar
text-units-c918a49c = eenheden
text-units-at-the-last-desk-per-8cd9188a = eenheden bij het laatste loket per dag
text-units-waiting-at-the-last-desk-3a9e8fee = wachtend bij het laatste loket
text-units-day-5b6257a1 = eenheden/dag
text-units-year-eb3763a8 = eenheden/jaar

# teenagers.toml
text-benign-teens-share-and-benign-teens-56a0df2b = benign.teens.share en benign.teens.share-at.snapchat, benign.teens.shift, desks.provider.forward.teens, desks.eu-centre.forward.teens en policy.orders.new.rule
text-published-counts-in-german-cases-of-2e0187dc = Gepubliceerde aantallen: in Duitse zaken over jeugdpornografie is ongeveer de helft van de verdachten minderjarig (BKA). Een argument tegen: aan een beeld is leeftijd noch instemming te zien.
text-the-letter-of-12-2022-the-a2fac7d7 = De brief van de 12 (2022): het risico is reëel, en de herziening van Richtlijn 2011/93/EU biedt daarvoor mogelijkheden; preventie beperkt het delen van zulke beelden.
text-how-many-consensual-pictures-between-teenagers-efe4034a = Hoeveel vrijwillig gedeelde beelden tussen tieners worden voor misbruik aangezien, en bij welk loket houdt dat op?
text-pictures-between-teenagers-followed-to-the-e85bc75a = Beelden tussen tieners, gevolgd tot bij de politie
text-minors-reported-per-year-at-each-77ea9c25 = minors-reported-per-year bij elk loket, dan forwarded-per-year van de soort teens bij de politie

# thorn-whatsapp.toml
text-the-scientists-of-the-open-letter-77912b07 = De wetenschappers van de open brief (2024) vermenigvuldigen zo'n kans met wat er wordt verstuurd; bij dit aantal beelden zijn dat 6,9 miljoen valse treffers per dag.
text-thorn-2024-one-error-in-a-f4b42fb9 = Thorn (2024): één fout op duizend onschuldige beelden. Dat bij die fout vier van de vijf beelden van misbruik worden gevonden, is uit het hoofd opgeschreven en niet nagelezen.
text-how-many-flags-a-day-does-3e699a7e = Hoeveel treffers per dag geeft een fout van 1 op 1.000 op alle WhatsApp-beelden, en hoeveel daarvan kloppen?
text-thorn-s-1-in-1-000-6c15ab57 = De 1 op 1.000 van Thorn op WhatsApp-beelden
text-all-13254bc4 = alles
text-detectors-thorn-fixed-fpr-and-material-dc06b6ba = detectors.thorn.fixed.fpr en material.abuse.prevalence
text-false-flags-and-flag-precision-2eb9c17e = false-flags en flag-precision
text-thorn-0da6e3a2 = thorn

# unstatistik-2022.toml
text-rwi-unstatistik-june-2022-with-3-aa6a1a43 = RWI (Unstatistik, juni 2022): bij 3 miljard berichten per dag laat een specificiteit van 99,9 % er 3 miljoen per dag over om te bekijken. Een argument tegen: een aandeel juiste uitkomsten zegt niet hoeveel van de meldingen kloppen.
text-how-many-innocent-messages-a-day-593b455a = Hoeveel onschuldige berichten per dag zou een test met een specificiteit van 99,9 % in Duitsland markeren?
text-the-commission-2022-speaks-of-detectors-5db3fb19 = De Commissie (2022) spreekt van detectoren die in negen van de tien gevallen of vaker gelijk hebben.
text-unstatistik-june-2022-9be451e6 = Unstatistik, juni 2022
text-whatsapp-in-germany-dfc4fd73 = WhatsApp in Duitsland
text-detectors-test-fixed-fpr-and-services-7a6869a6 = detectors.test.fixed.fpr en services.whatsapp.volume.message
text-false-flags-3-million-a-day-c59fd844 = false-flags: 3 miljoen per dag
text-test-afd071e5 = test

# upload-moderation-2024.toml
text-accounts-scanned-detected-share-over-all-a8032feb = accounts-scanned, detected-share over alle soorten en per soort, missed-share van grooming
text-as-reported-the-text-leaves-written-f2c23d56 = Naar verluidt laat de tekst geschreven berichten erbuiten en vraagt hij om instemming. Een argument voor: niemand wordt gescand die daar niet mee heeft ingestemd.
text-belgian-council-text-2024-b74e9172 = Belgische Raadstekst (2024)
text-techniques-client-side-devices-who-consents-243c09ac = techniques.client-side.devices (wie instemt), policy.orders.new.rule en material.grooming.prevalence, die helemaal wordt gemist
text-the-joint-letter-of-september-2024-755f26cf = De gezamenlijke brief van september 2024, over de tekst die volgde: scannen op het toestel omzeilt versleuteling. Een argument tegen: wie weigert kan geen beelden versturen, zodat instemming de prijs daarvan is.
text-upload-moderation-2024-pictures-by-consent-153b92be = Uploadmoderatie 2024: beelden met instemming, geen tekst
text-what-is-found-if-pictures-are-5fe6cbf5 = Wat wordt gevonden als beelden bij het uploaden worden gelezen van iedereen die instemt, en tekst niet?

# voluntary.toml
text-breyer-2023-after-a-statement-of-7f1ee444 = Breyer (2023), naar een uitspraak van de Eurocommissaris: slechts één op de vier doorgiften is bruikbaar. Het CDA (december 2022) leidt uit 11 miljoen meldingen van Facebook en 400.000 van WhatsApp af dat versleuteling een grote belemmering is.
text-detectors-user-reports-fixed-recall-on-8a4e55f7 = detectors.user-reports.fixed.recall (op versleutelde diensten), policy.orders.new.rule en material.known.prevalence
text-google-meta-microsoft-and-snap-april-b985772b = Google, Meta, Microsoft en Snap (april 2026) kondigden aan dat zij vrijwillig doorgaan. Een argument voor: wat vrijwillig wordt gevonden, zou zonder wettelijke grondslag verloren gaan.
text-true-flags-by-service-open-against-e83dffdd = true-flags per dienst, open tegenover versleuteld, dan detected-share per soort, arrivals-per-year en read-share van de politie
text-what-does-voluntary-scanning-find-on-8d984da4 = Wat vindt vrijwillig scannen op open diensten, wat melden gebruikers op versleutelde, en wat bereikt de politie?
text-interim-regulation-eu-2021-1232-487dce08 = Tijdelijke verordening (EU) 2021/1232
text-interim-regulation-voluntary-scanning-7870bcb0 = Tijdelijke verordening: vrijwillig scannen
text-known-pictures-voluntary-3ac4cf4d = bekende beelden, vrijwillig
