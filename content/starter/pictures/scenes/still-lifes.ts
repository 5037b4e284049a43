import { guillemet } from '../figures.ts';
import { paper, skin } from '../palette.ts';
import { disc, lift, piece, place, sheet, slab, strip } from '../paper.ts';

/** Lines of writing as strips; `ends` are their lengths from top to bottom. */
const writing = (
  x: number,
  y: number,
  ends: readonly number[],
  colour: string = paper.oat,
  gap = 44,
) =>
  ends
    .map((end, row) => strip(`M${x} ${y + row * gap} L${x + end} ${y + row * gap}`, colour, 12))
    .join('');

/** A bill in front of the mast that made it. */
export const powerBill = () =>
  sheet({
    background: paper.dusk,
    content: [
      lift(disc(420, 330, 150, paper.butter), 1),
      lift(
        piece(
          'M-40 760 L260 470 L470 680 L760 380 L1060 720 L1320 540 L1840 800 L1840 1240 L-40 1240 Z',
          paper.cobalt,
        ),
        2,
      ),
      lift(
        piece(
          'M-40 960 C300 860 700 980 1100 900 C1400 850 1600 920 1840 880 L1840 1240 L-40 1240 Z',
          paper.night,
        ),
        2,
      ),
      place({ x: 560, y: 1010 }, mast()),
      strip(
        'M318 470 Q120 560 -40 520 M802 470 Q1300 640 1840 420 M346 340 Q140 420 -40 370 M774 340 Q1300 500 1840 270',
        paper.ink,
        6,
      ),
      place({ x: 1290, y: 640, turn: 5 }, bill()),
    ].join(''),
  });

const mast = () =>
  lift(
    strip(
      'M-120 0 L-30 -560 L0 -800 L30 -560 L120 0 M-104 -100 L86 -220 M104 -100 L-86 -220 M-84 -230 L66 -350 M84 -230 L-66 -350 M-64 -360 L46 -480 M64 -360 L-46 -480 M-30 -560 L30 -560 M-242 -540 L-30 -590 L30 -590 L242 -540 M-214 -670 L-14 -710 L14 -710 L214 -670',
      paper.ink,
      13,
    ),
    2,
  );

const bill = () =>
  lift(slab(-330, -440, 660, 880, paper.white), 3) +
  guillemet({ x: -240, y: -358, size: 70, colour: paper.spruce }) +
  writing(-266, -250, [340, 410, 290]) +
  writing(-266, -70, [200, 160, 230]) +
  writing(150, -70, [110, 110, 110], paper.ink) +
  lift(slab(-300, 62, 600, 92, paper.butter), 1) +
  writing(-266, 108, [360], paper.ink) +
  writing(170, 108, [90], paper.ink) +
  writing(-266, 220, [230, 180]) +
  writing(150, 220, [110, 110], paper.ink) +
  slab(-266, 312, 526, 8, paper.rust) +
  writing(96, 366, [164], paper.ink);

/** Long letters, and a pencil that makes them short. */
export const strickenLetters = () =>
  sheet({
    background: paper.rust,
    content: [
      place({ x: 470, y: 690, turn: -16 }, letter(paper.oat)),
      place({ x: 760, y: 640, turn: -5 }, letter(paper.sand)),
      place({ x: 1080, y: 620, turn: 6 }, letter(paper.white) + strokes()),
      place({ x: 1440, y: 420, turn: 38 }, pencil()),
    ].join(''),
  });

const letter = (colour: string) =>
  lift(slab(-350, -470, 700, 960, colour), 3) +
  writing(-280, -380, [190], paper.ink) +
  writing(-280, -270, [540, 560, 520, 550, 300, 0, 560, 530, 550, 540, 420], paper.oat, 54);

const strokes = () =>
  strip(
    'M-292 -262 L250 -276 M-292 -220 L290 -208 M-288 -156 L258 -170 M-290 -108 L288 -112 M-290 -60 L40 -52',
    paper.brick,
    10,
  ) +
  strip('M-292 56 L292 46 M-290 112 L262 106 M-292 160 L286 166', paper.brick, 10) +
  strip('M-280 368 C-210 330 -190 400 -140 362 S-60 336 -20 372', paper.spruce, 11);

const pencil = () =>
  lift(
    slab(-34, -560, 68, 640, paper.cobalt, 8) +
      piece('M-34 78 L34 78 L6 176 L-6 176 Z', paper.sand) +
      piece('M-12 148 L12 148 L0 190 Z', paper.ink) +
      slab(-34, -590, 68, 60, paper.blush, 14) +
      slab(-34, -546, 68, 26, paper.oat),
    3,
  );

/** Queue number 47, and its turn has not come. */
export const queueTicket = () =>
  sheet({
    background: paper.spruce,
    content: [
      lift(disc(560, 640, 460, paper.moss), 1),
      place({ x: 1360, y: 0 }, dispenser()),
      place({ x: 640, y: 560, turn: -9 }, ticket()),
      lift(
        piece(
          'M-40 1060 C160 960 330 900 480 880 C560 872 610 900 600 950 C590 990 520 1000 470 1010 C560 1020 620 1050 600 1110 C570 1180 380 1240 200 1260 L-40 1260 Z',
          skin.honey.light,
        ),
        3,
      ),
      lift(
        piece(
          'M-40 960 C120 880 300 800 420 800 C500 800 540 850 500 890 C440 930 300 960 220 1020 Z',
          skin.honey.shade,
        ),
        2,
      ),
      lift(piece('M-60 900 L150 1010 L60 1260 L-60 1260 Z', paper.cobalt), 2),
    ].join(''),
  });

const ticket = () =>
  lift(
    piece(
      'M-270 -380 L-216 -352 L-162 -380 L-108 -352 L-54 -380 L0 -352 L54 -380 L108 -352 L162 -380 L216 -352 L270 -380 L270 340 L-270 340 Z',
      paper.white,
    ),
    3,
  ) +
  writing(-120, -260, [240], paper.oat) +
  strip('M-50 -160 L-180 60 L-10 60 M-70 -30 L-70 150', paper.ink, 44) +
  strip('M50 -150 L190 -150 L100 150', paper.ink, 44) +
  writing(-160, 240, [320], paper.oat);

const dispenser = () =>
  lift(slab(-20, -40, 40, 480, paper.ink), 1) +
  lift(
    piece('M-190 400 C-190 250 190 250 190 400 L190 640 C190 760 -190 760 -190 640 Z', paper.rust),
    3,
  ) +
  lift(disc(0, 470, 104, paper.white), 1) +
  guillemet({ x: -6, y: 470, size: 90, colour: paper.rust }) +
  slab(-90, 668, 180, 22, paper.brick, 10) +
  lift(piece('M-60 680 L60 680 L60 812 L30 828 L0 812 L-30 828 L-60 812 Z', paper.white));

/** A badge with room for a name. */
export const nameBadge = () =>
  sheet({
    background: paper.sand,
    content: [
      lift(
        piece(
          'M120 1240 C140 640 300 300 560 180 L900 330 L1240 180 C1500 300 1660 640 1680 1240 Z',
          paper.cobalt,
        ),
        3,
      ),
      lift(piece('M660 -40 L1140 -40 L1120 190 L900 470 L680 190 Z', skin.chestnut.light), 1) +
        piece('M900 -40 L1140 -40 L1120 190 L900 470 Z', skin.chestnut.shade),
      lift(
        piece('M560 180 L680 60 L900 480 L730 690 Z', paper.dusk) +
          piece('M1240 180 L1120 60 L900 480 L1070 690 Z', paper.dusk),
        2,
      ),
      strip('M900 500 L900 1240', '#24407F', 9) +
        disc(900, 700, 18, paper.white) +
        disc(900, 960, 18, paper.white),
      place({ x: 1236, y: 800, turn: -4 }, badge()),
      strip('M420 700 L440 1240 M1400 1020 L1392 1240', '#24407F', 9),
    ].join(''),
  });

const badge = () =>
  lift(slab(-220, -130, 440, 270, paper.white, 20), 3) +
  slab(-220, -130, 440, 76, paper.rust, 20) +
  slab(-220, -84, 440, 32, paper.rust) +
  lift(slab(-34, -160, 68, 46, paper.oat, 8)) +
  strip(
    'M-160 66 C-140 -30 -110 -30 -112 40 C-112 80 -60 60 -50 10 C-40 60 -20 70 10 30 C30 0 40 70 70 50 C110 24 120 30 160 44',
    paper.ink,
    13,
  );
