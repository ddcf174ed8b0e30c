"""The alphabets in their order, foreign letters in place; a letter may be written with two signs.

Each is what the Unicode collation of the language (CLDR 48) makes of it, except Montenegrin, whose ś and ź CLDR does
not know: they stand here as in its orthography of 2010.
"""

LATIN = "a b c d e f g h i ı j k l m n o p q r s t u v w x y z"
TURKISH = "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z"
ALBANIAN = "a b c ç d dh e ë f g gj h i ı j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh"
ROMANIAN = "a ă â b c d e f g h i î ı j k l m n o p q r s ș t ț u v w x y z"
CROATIAN = "a b c č ć d dž đ e f g h i ı j k l lj m n nj o p q r s š t u v w x y z ž"
MONTENEGRIN = "a b c č ć d dž đ e f g h i ı j k l lj m n nj o p q r s š ś t u v w x y z ž ź"
SLOVENE = "a b c č ć d đ e f g h i ı j k l m n o p q r s š t u v w x y z ž"

GREEK = "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω"

CYRILLIC = "а б в г д ђ е є ж з ѕ и і й ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш щ ъ ы ь э ю я"
SERBIAN = "а б в г д ђ е є ж з ѕ и і ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш щ ъ ы ь э ю я"
MACEDONIAN = "а б в г д ђ ѓ е є ж з ѕ и і ј к л љ м н њ о п р с т ћ ќ у ф х ц ч џ ш щ ъ ы ь э ю я"
