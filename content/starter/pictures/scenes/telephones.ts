import { frontBust } from '../front-bust.ts';
import { standing, type Figure } from '../figures.ts';
import { hair, paper, skin } from '../palette.ts';
import { disc, faded, lift, oval, piece, place, seeded, sheet, slab, strip } from '../paper.ts';

const callers: readonly Omit<Figure, 'y'>[] = [
  { x: 90, skin: skin.birch, hair: hair.silver, coat: paper.cobalt, head: 'bun', carries: 'bag' },
  { x: 282, skin: skin.umber, hair: hair.coal, coat: paper.butter, long: true },
  { x: 470, skin: skin.birch, hair: paper.rust, coat: paper.spruce, head: 'cap', carries: 'paper' },
  { x: 690, skin: skin.honey, hair: hair.coal, coat: paper.moss, head: 'long', carries: 'phone' },
  {
    x: 870,
    skin: skin.birch,
    hair: hair.straw,
    coat: paper.ink,
    legs: paper.dusk,
    long: true,
    carries: 'stick',
  },
];

/** The queue stands on the telephone's own cord. */
export const phoneQueue = () =>
  sheet({
    background: paper.mist,
    content: [
      lift(piece('M-40 960 C400 930 1200 950 1840 930 L1840 1240 L-40 1240 Z', paper.sand), 1),
      lift(cord(), 1),
      callers.map((caller) => standing({ ...caller, y: 962, scale: 1.06 })).join(''),
      place({ x: 1392, y: 980, scale: 1.16 }, telephone()),
    ].join(''),
  });

function cord(): string {
  let d = 'M-30 992';
  for (let x = -30; x < 1050; x += 54) d += ` c34 34 70 30 62 0 c-6 -26 -44 -22 -8 0`;
  return strip(`${d} C1110 1010 1120 1000 1180 960`, paper.ink, 9);
}

/** A desk telephone on (0, 0), about 600 wide. */
const telephone = () =>
  lift(
    piece(
      'M-280 0 C-276 -150 -190 -300 -120 -330 L120 -330 C190 -300 276 -150 280 0 Z',
      paper.rust,
    ),
    3,
  ) +
  lift(
    piece(
      'M-160 -330 L-130 -400 L-70 -400 L-60 -350 L60 -350 L70 -400 L130 -400 L160 -330 Z',
      paper.brick,
    ),
  ) +
  lift(
    piece(
      'M-330 -396 C-330 -520 -180 -560 0 -560 C180 -560 330 -520 330 -396 C330 -372 200 -372 196 -400 C192 -450 100 -462 0 -462 C-100 -462 -192 -450 -196 -400 C-200 -372 -330 -372 -330 -396 Z',
      paper.ink,
    ),
    3,
  ) +
  lift(disc(0, -160, 132, paper.white), 2) +
  Array.from({ length: 10 }, (_, index) => {
    const angle = ((index * 30 + 60) * Math.PI) / 180;
    return disc(
      Math.round(Math.cos(angle) * 92),
      Math.round(-160 - Math.sin(angle) * 92),
      19,
      paper.ink,
    );
  }).join('') +
  lift(disc(0, -160, 48, paper.butter));

/** A lamp, a window and someone who is awake. */
export const nightDesk = () => {
  const random = seeded(14);
  const stars = Array.from({ length: 34 }, () =>
    disc(
      Math.round(130 + random() * 620),
      Math.round(110 + random() * 330),
      2 + random() * 3,
      paper.butter,
    ),
  );
  return sheet({
    background: paper.night,
    content: [
      lift(slab(90, 70, 700, 720, paper.ink), 1),
      slab(120, 100, 640, 660, '#24405E') + stars.join(''),
      lift(disc(610, 230, 66, paper.white)) + disc(638, 214, 58, '#24405E'),
      lift(
        piece(
          'M120 600 L270 470 L380 560 L520 400 L680 580 L760 530 L760 760 L120 760 Z',
          '#1B3148',
        ),
      ),
      piece('M120 680 C300 640 500 700 760 650 L760 760 L120 760 Z', paper.ink),
      disc(300, 700, 6, paper.butter) +
        disc(322, 706, 6, paper.butter) +
        disc(560, 690, 6, paper.butter),
      lift(slab(428, 90, 22, 680, paper.ink) + slab(110, 420, 660, 20, paper.ink)),
      faded(0.16, piece('M1290 520 L1392 604 L1560 1030 L820 1030 Z', paper.butter) + ''),
      place(
        { x: 1010, y: 800, scale: 1.2 },
        frontBust({
          skin: skin.birch,
          hair: hair.ash,
          cut: 'bun',
          top: paper.spruce,
          collar: paper.moss,
          headset: true,
          eyes: 'down',
        }),
      ),
      lift(slab(-40, 1010, 1880, 240, paper.walnut), 3),
      place({ x: 1530, y: 1012 }, lamp()),
      place({ x: 520, y: 1010 }, thermos()) + place({ x: 700, y: 1010 }, clock()),
      lift(disc(1300, 1060, 64, paper.rust), 2) +
        strip(
          'M1250 1040 Q1300 1010 1350 1050 M1244 1066 Q1300 1040 1358 1078 M1262 1096 Q1300 1060 1344 1106',
          paper.brick,
          5,
        ),
      strip('M1240 1084 C1160 1120 1100 1090 1000 1120', paper.rust, 6) +
        lift(strip('M1330 1010 L1440 1120 M1390 1000 L1310 1130', paper.oat, 9)),
    ].join(''),
  });
};

const lamp = () =>
  lift(oval(0, 0, 110, 24, paper.ink), 2) +
  strip('M0 -10 L90 -300 L-90 -520', paper.ink, 18) +
  disc(90, -300, 18, paper.rust) +
  lift(piece('M-60 -590 L-250 -500 L-120 -400 Q-40 -440 -60 -590 Z', paper.rust), 2) +
  oval(-186, -450, 62, 22, paper.butter).replace('/>', ' transform="rotate(37 -186 -450)"/>');

const thermos = () =>
  lift(slab(-52, -270, 104, 276, paper.cobalt, 14), 2) +
  slab(-52, -214, 104, 16, paper.mist) +
  lift(slab(-40, -330, 80, 64, paper.mist, 10));

const clock = () =>
  lift(disc(0, -76, 78, paper.butter), 2) +
  disc(0, -76, 60, paper.white) +
  strip('M0 -76 L36 -66 M0 -76 L8 -34', paper.ink, 8) +
  slab(-60, -6, 26, 14, paper.butter) +
  slab(34, -6, 26, 14, paper.butter);

/** Music on hold: rings of paper out of a headset on its hook. */
export const holdMusic = () =>
  sheet({
    background: paper.butter,
    content: [
      [560, 470, 380, 290, 200]
        .map((radius, index) =>
          lift(
            disc(
              1180,
              720,
              radius,
              [paper.blush, paper.rust, paper.white, paper.spruce, paper.butter][index] ??
                paper.white,
            ),
          ),
        )
        .join(''),
      lift(slab(520, -40, 40, 190, paper.walnut), 1) +
        lift(strip('M540 140 C540 230 640 230 640 160', paper.ink, 26), 2),
      place({ x: 592, y: 196 }, headset()),
      lift(note(1160, 760, paper.ink), 2) +
        lift(place({ x: 1500, y: 420, scale: 0.7, turn: 10 }, note(0, 0, paper.cobalt)), 2) +
        lift(place({ x: 1440, y: 1010, scale: 0.6, turn: -12 }, note(0, 0, paper.ink)), 2),
    ].join(''),
  });

const note = (x: number, y: number, colour: string) =>
  oval(x - 60, y + 60, 52, 38, colour) +
  oval(x + 120, y + 30, 52, 38, colour) +
  strip(
    `M${x - 18} ${y + 56} L${x - 18} ${y - 150} L${x + 162} ${y - 184} L${x + 162} ${y + 26}`,
    colour,
    20,
  ) +
  strip(`M${x - 18} ${y - 130} L${x + 162} ${y - 164}`, colour, 52);

const headset = () =>
  lift(strip('M-290 430 C-330 -110 330 -110 290 430', paper.ink, 56), 3) +
  lift(slab(-360, 360, 120, 280, paper.ink, 56) + slab(240, 360, 120, 280, paper.ink, 56), 3) +
  lift(slab(-282, 386, 84, 228, paper.spruce, 40) + slab(198, 386, 84, 228, paper.spruce, 40), 2) +
  strip('M-300 630 C-280 760 -160 800 -30 780', paper.ink, 20) +
  lift(oval(-10, 778, 54, 32, paper.ink), 2);
