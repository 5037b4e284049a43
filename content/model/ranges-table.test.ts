import { expect, test } from 'vitest';
import { readPrinted } from '../testing/read-printed.ts';
import { typeset } from './typography.ts';

/** From this to that, what only looks like it, and what is below zero. */
const table = readPrinted(`
Åpent 08.00-16.00 | Åpent 08.00–16.00
kl. 8-16 | kl.~8–16
Kl. 8-16 | Kl.~8–16
klokka 8-16 | klokka 8–16
klokken 9-15.30 | klokken 9–15.30
fra 08:00-16:00 | fra 08:00–16:00
2017-2025 | 2017–2025
i årene 2017-2025 | i årene 2017–2025
sesongen 2024-25 | sesongen 2024–25
1999-2001 | 1999–2001
2025-2017 | 2025-2017
10-12 dager | 10–12~dager
10-12 prosent | 10–12~prosent
10-12 % | 10–12~%
1,5-2 timer | 1,5–2~timer
100-200 kroner | 100–200~kroner
kr 100-200 | kr~100–200
3-5 år | 3–5~år
20-30 minutter | 20–30~minutter
5-6 millioner | 5–6~millioner
2-3 mill. kroner | 2–3~mill.~kroner
10-15 personer | 10–15 personer
3-4 ganger | 3–4 ganger
side 4-5 | side 4–5
s. 4-5 | s.~4–5
uke 3-4 | uke 3–4
nr. 1-3 | nr.~1–3
punkt 2-4 | punkt 2–4
kapittel 1-3 | kapittel 1–3
1.-3. mars | 1.–3.~mars
den 4.-6. november | den 4.–6.~november
mars-april | mars–april
mandag-fredag | mandag–fredag
Mandag-fredag 10-16 | Mandag–fredag 10–16
januar-mars 2025 | januar–mars~2025
§ 14-9 | §~14-9
§§ 14-9 | §§~14-9
§ 14-9 år | §~14-9~år
arbeidsmiljøloven § 14-9 femte ledd | arbeidsmiljøloven §~14-9 femte ledd
ISO 18295-1 | ISO 18295-1
NS 11001-2 | NS 11001-2
EN 301-549 | EN 301-549
2025-03-04 | 2025-03-04
2025-03-04T10:00 | 2025-03-04T10:00
2010-12 | 2010-12
22 33-44 55 | 22 33-44 55
tlf. 815-00 | tlf.~815-00
800-48-000 | 800-48-000
+47 22-33-44-55 | +47 22-33-44-55
https://avis.no/saker/2017-2025/ | https://avis.no/saker/2017-2025/
a-10-12@avis.no | a-10-12@avis.no
3-2 til hjemmelaget | 3-2 til hjemmelaget
12-14 | 12-14
COVID-19 | COVID-19
covid-19 i 2020 | covid-19 i 2020
GPT-4 | GPT‑4
en 10-åring | en 10-åring
90-tallet | 90-tallet
'90-tallet | ’90-tallet
24-7 | 24-7
24/7 | 24/7
8–16 | 8–16
-5 grader | −5~grader
Det var -5 grader | Det var −5~grader
(-5) | (−5)
fra -5 til -10 grader | fra −5 til −10~grader
kl. 9.30-17 | kl.~9.30–17
8-15.30 | 8–15.30
15:30-16 | 15:30–16
kl. 22-02 | kl.~22–02
kl 8-9 og 10-11 | kl~8–9 og 10–11
kl. 8-9, 10-11 og 13-14 | kl.~8–9, 10–11 og 13–14
2-3 eller 4-5 dager | 2–3 eller 4–5~dager
åpent 8-16 | åpent 8–16
Åpningstider: 8-16 | Åpningstider: 8–16
åpent hver dag 8-16 | åpent hver dag 8–16
man.-fre. 8-16, lør. 10-14 | man.–fre. 8–16, lør. 10–14
hverdager 8-16 | hverdager 8–16
kl. 08.00 - 16.00 | kl.~08.00–16.00
vant åpen kamp 2-3 | vant åpen kamp 2-3
tapte lørdag 2-4 | tapte lørdag 2-4
5.11-24 | 5.11-24
versjon 1.30-2 | versjon 1.30-2
vant 3–2 og 4-3 | vant 3–2 og 4-3
5-10% | 5–10%
0.5-1 % | 0.5–1~%
100-200,- | 100–200,-
20-30 000 kroner | 20–30~000~kroner
10 000-20 000 | 10~000–20~000
50.000-60.000 kroner | 50.000–60.000~kroner
5-10 000 | 5–10~000
Boeing 737-800 200 seter | Boeing 737-800~200 seter
815-00 300 | 815-00~300
800-48 000 | 800-48~000
10-12 dagers | 10–12~dagers
5-6 av ti | 5–6 av ti
5-6 av 10 | 5–6 av 10
klasse 1-7 | klasse 1–7
punkt 3-1 | punkt 3-1
80-90-tallet | 80–90-tallet
1980-90-tallet | 1980–90-tallet
5-6-åringer | 5–6-åringer
16-17-åringer | 16–17-åringer
2-3-dagers | 2–3-dagers
3-2-seier | 3-2-seier
2-3-tap | 2-3-tap
4-4-2-formasjon | 4-4-2-formasjon
2009-10 | 2009–10
sesongen 1999-00 | sesongen 1999–00
i årene 2010-12 | i årene 2010–12
2009-10-30 | 2009-10-30
2026-11 | 2026-11
2026-11-30 | 2026-11-30
HR-2021-1453-A | HR-2021-1453-A
LB-2019-2025 | LB-2019-2025
1. mars-3. mars | 1.~mars–3.~mars
1. januar-31. desember | 1.~januar–31.~desember
1. januar 2024-31. mars 2025 | 1.~januar~2024–31.~mars~2025
desember 2024-mars 2025 | desember~2024–mars~2025
torsdag 4.-lørdag 6. juni | torsdag 4.–lørdag 6.~juni
fredag 4. juni-søndag 6. juni | fredag 4.~juni–søndag 6.~juni
jan.-mars | jan.–mars
jan-mars | jan–mars
man.-fre. | man.–fre.
man-fre | man–fre
Jan-Erik | Jan-Erik
Mai-Britt | Mai-Britt
5.-7. trinn | 5.–7. trinn
5-7. trinn | 5–7. trinn
1.-2. juledag | 1.–2. juledag
1. - 3. mars | 1.–3.~mars
1.3.-3.3. | 1.3.–3.3.
01.03.2025-03.04.2025 | 01.03.2025–03.04.2025
10 - 12 dager | 10–12~dager
10 – 12 dager | 10–12~dager
(1950 - 2020) | (1950–2020)
mandag - fredag 8 - 16 | mandag–fredag 8–16
ses mandag - fredag er jeg borte | ses mandag~– fredag er jeg borte
3 - 2 til hjemmelaget | 3~– 2 til hjemmelaget
I 2017 - 10 år senere | I 2017~– 10~år senere
§ 2 - 3 | §~2–3
§§ 2 – 5 | §§~2–5
§§ 2-3 og 2-4 år | §§~2-3 og 2-4~år
§§ 14-9 - 14-12 | §§~14-9~– 14-12
Storgata 8-10 personer | Storgata 8-10 personer
Karl Johans gate 8-10 personer | Karl Johans gate 8-10 personer
på gata 8-10 personer | på gata 8–10 personer
–5 grader | −5~grader
ned til –40 °C | ned til −40~°C
fra –5 til –10 grader | fra −5 til −10~grader
–5 personer | –5 personer
kl. 0800-1600 | kl.~0800–1600
uke 3-2025 | uke 3-2025
nr. 4-2025 | nr.~4-2025
Postboks 8-10 personer | Postboks 8-10 personer
Sars’ gate 8-10 personer | Sars’ gate 8-10 personer
Brann vant 3-1 og 2-4 | Brann vant 3-1 og 2-4
åpent 24 - 00x24 | åpent 24~– 00×24
`);

test('there are at least 150 of them', () => {
  expect(table.length).toBeGreaterThanOrEqual(150);
});

test.each(table)('%j is printed %j, and stays so', (typed, printed) => {
  expect(typeset(typed)).toBe(printed);
  expect(typeset(printed)).toBe(printed);
});
