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
