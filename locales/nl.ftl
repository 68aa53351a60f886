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
