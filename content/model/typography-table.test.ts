import { expect, test } from 'vitest';
import { readPrinted } from '../testing/read-printed.ts';
import { typeset } from './typography.ts';

/** What an editor types, and what is printed; ranges have a table of their own. */
const table = readPrinted(`
2 x 3 | 2~×~3
2x3 | 2×3
2 X 3 meter | 2~×~3~meter
1920x1080 | 1920×1080
0x1F | 0x1F
x2 | x2
maks 3x | maks 3x
Hun sa "nei" | Hun sa «nei»
"Nei" | «Nei»
"Nei", sa hun | «Nei», sa hun
("Nei") | («Nei»)
Hun sa "han sa "nei" til meg" | Hun sa «han sa ‘nei’ til meg»
«Hun sa "nei"» | «Hun sa ‘nei’»
«Hun sa 'nei'» | «Hun sa ‘nei’»
Hun sa "han sa 'nei'" | Hun sa «han sa ‘nei’»
et 'enkelt' ord | et ‘enkelt’ ord
'Enkelt' | ‘Enkelt’
'Et helt utsagn', sa hun | ‘Et helt utsagn’, sa hun
('nei') | (‘nei’)
det er l'amour | det er l’amour
Jeanne d'Arc | Jeanne d’Arc
O'Hara | O’Hara
Jonas' bok | Jonas’ bok
Hans' hatt og Max' bil | Hans’ hatt og Max’ bil
rock 'n' roll | rock ‘n’ roll
6'2" | 6'2"
en skjerm på 15" til | en skjerm på 15" til
15", 17" og 24" | 15", 17" og 24"
svarte "ja, 15" og gikk | svarte «ja, 15» og gikk
"Rom 101" | «Rom 101»
alt - og mer | alt~– og mer
alt -- og mer | alt~– og mer
alt --- og mer | alt~– og mer
alt – og mer | alt~– og mer
Køen i snøstorm - sak 123 | Køen i snøstorm~– sak 123
- Hei, sa han | –~Hei, sa han
– Hei, sa han | –~Hei, sa han
–Hei | –Hei
Kundeservice-sjef | Kundeservice-sjef
IT-avdelingen | IT‑avdelingen
NAV-kontoret | NAV‑kontoret
KI-svar og IT-folk | KI‑svar og IT‑folk
e-post | e-post
E-post | E‑post
Oslo-Bergen | Oslo-Bergen
vent... | vent…
og så...videre | og så…videre
62 000 husstander | 62~000 husstander
1 250 000 kroner | 1~250~000~kroner
tok 12 minutter | tok 12~minutter
tok 12 minuttene | tok 12 minuttene
kl. 05.45 | kl.~05.45
den 4. mars | den 4.~mars
4. mars 2025 | 4.~mars~2025
mars 2025 | mars~2025
i mai 2024 og juni 2025 | i mai~2024 og juni~2025
mars. 2025 ble | mars. 2025 ble
nr. 3 av 9 | nr.~3 av 9
40 prosent | 40~prosent
40 % | 40~%
40% | 40%
5 kg | 5~kg
5 kgm | 5 kgm
100 kr | 100~kr
3 mill. kr | 3~mill.~kr
20 °C | 20~°C
ca. 30 | ca.~30
s. 14 | s.~14
dr. Hansen | dr.~Hansen
prof. Lie og dr. Moe | prof.~Lie og dr.~Moe
J. K. Rowling | J.~K.~Rowling
H. Ibsen | H.~Ibsen
St. Olavs | St. Olavs
dr. med. | dr.~med.
12 malere | 12 malere
12 mars-sjokolader | 12~mars-sjokolader
x="y" | x=«y»
Vare 12-34-56 | Vare 12-34-56
Storgata 12 | Storgata 12
Storgata 12-14 | Storgata 12-14
123 45 678 | 123~45~678
A/S | A/S
H&M | H&M
2,5 prosent | 2,5~prosent
10:30 | 10:30
10.30 | 10.30
12.-årsdagen | 12.-årsdagen
5-10-20-regelen | 5-10-20-regelen
10-12-åringer | 10–12-åringer
fem-seks dager | fem-seks dager
1/2 liter | 1/2~liter
Norge-Sverige 3-1 | Norge-Sverige 3-1
https://avis.no/?aar=2017-2025&s=8.00-9.00 | https://avis.no/?aar=2017-2025&s=8.00-9.00
"https://avis.no/AB-12", sa hun | «https://avis.no/AB-12», sa hun
www.avis.no/IT-12... | www.avis.no/IT-12…
IT-10@avis.no og IT-folk | IT-10@avis.no og IT‑folk
815 49 300 | 815~49~300
900 12 345 | 900~12~345
22 00 11 22 | 22~00~11~22
tlf. 22 00 11 22. Ring | tlf.~22~00~11~22. Ring
+47 22 00 11 22 | +47~22~00~11~22
+46 8 123 456 78 | +46~8~123~456~78
12 14 22 30 31 33 34 | 12 14 22 30 31 33 34
prof. dr. med. Olsen | prof.~dr.~med.~Olsen
cand. mag. Olsen | cand.~mag.~Olsen
Jeg ble med. Olsen kom | Jeg ble med. Olsen kom
kr 500 | kr~500
kr. 100 | kr.~100
NOK 100 | NOK~100
kap. 4 | kap.~4
art. 6 | art.~6
en art 6 steder | en art 6 steder
5 stk | 5~stk
5 stk. | 5~stk.
10 Mbit/s | 10~Mbit/s
Chr. Krohg | Chr.~Krohg
f. eks. | f.~eks.
bl. a. og t. o. m. | bl.~a. og t.~o.~m.
20 mill. kroner | 20~mill.~kroner
2 m x 3 m | 2~m~×~3~m
2,5 m x 3 m x 4 m | 2,5~m~×~3~m~×~4~m
2m x 3m | 2m~×~3m
"Sitat i «sitat»" | «Sitat i ‘sitat’»
«Sitat i «sitat» her» | «Sitat i ‘sitat’ her»
«Ja. «Nei». | «Ja. «Nei».
«Ja» og «nei» | «Ja» og «nei»
“Ja”, sa hun | «Ja», sa hun
„Ja“, sa hun | «Ja», sa hun
”Ja”, sa hun | «Ja», sa hun
''Ja'', sa hun | «Ja», sa hun
Hun sa “han sa “nei” til meg” | Hun sa «han sa ‘nei’ til meg»
6' 2'' | 6' 2"
''Rom 16'' og ''nei'' | «Rom 16» og «nei»
`);

test('there are at least 130 of them', () => {
  expect(table.length).toBeGreaterThanOrEqual(130);
});

test.each(table)('%j is printed %j, and stays so', (typed, printed) => {
  expect(typeset(typed)).toBe(printed);
  expect(typeset(printed)).toBe(printed);
});
