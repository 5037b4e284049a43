import { guillemet, standing } from '../figures.ts';
import { hair, paper, skin } from '../palette.ts';
import { disc, faded, lift, oval, piece, place, seeded, sheet, slab, strip } from '../paper.ts';

const workers = [hair.coal, hair.straw, hair.bark, hair.silver, hair.copper] as const;

/** A customer centre at dusk: who is in, and one chair that is empty. */
export const litWindows = () => {
  const windows: string[] = [];
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const index = row * 5 + column;
      windows.push(place({ x: 150 + column * 310, y: 110 + row * 350 }, windowPane(index)));
    }
  }
  return sheet({ background: paper.night, content: windows.join('') });
};

function windowPane(index: number): string {
  const isDark = index === 3 || index === 10;
  const wall = [paper.butter, paper.sand, paper.blush][index % 3] ?? paper.butter;
  const top = [paper.spruce, paper.rust, paper.cobalt, paper.ink][index % 4] ?? paper.spruce;
  const tone =
    [skin.birch, skin.honey, skin.umber, skin.chestnut, skin.birch][index % 5] ?? skin.birch;
  const person =
    lift(piece('M24 270 C30 200 76 180 130 178 C184 180 230 200 236 270 Z', top)) +
    slab(110, 140, 40, 50, tone.shade, 10) +
    lift(oval(130, 108, 48, 58, tone.light)) +
    lift(
      piece(
        'M78 110 C66 30 110 28 132 30 C160 28 196 34 182 110 C174 70 150 72 130 72 C108 72 86 76 78 110 Z',
        workers[(index * 3) % 5] ?? hair.bark,
      ),
    ) +
    strip('M80 104 C70 10 190 10 180 104', paper.ink, 8) +
    oval(80, 112, 11, 20, paper.ink) +
    oval(180, 112, 11, 20, paper.ink) +
    strip('M80 130 Q86 160 112 158', paper.ink, 5);
  const emptyChair =
    lift(slab(80, 110, 100, 120, paper.walnut, 24)) + slab(122, 226, 16, 60, paper.ink);
  const inside = isDark ? '' : index === 7 ? emptyChair : person;
  const clip = `<clipPath id="pane${index}"><rect width="260" height="270"/></clipPath>`;
  return `${lift(slab(-18, -18, 296, 306, paper.ink), 1)}${clip}${slab(0, 0, 260, 270, isDark ? '#24364A' : wall)}<g clip-path="url(#pane${index})">${inside}</g>${slab(0, 236, 260, 34, isDark ? paper.ink : paper.wood)}`;
}

/** Three minutes to five in the north. */
export const closingTime = () => {
  const random = seeded(21);
  const snow = Array.from({ length: 80 }, () =>
    disc(Math.round(random() * 1800), Math.round(random() * 1050), 3 + random() * 6, paper.white),
  );
  return sheet({
    background: paper.night,
    content: [
      lift(
        piece('M-40 300 L400 120 L760 260 L1240 60 L1840 320 L1840 800 L-40 800 Z', '#24364A'),
        1,
      ),
      lift(slab(250, 210, 1240, 860, paper.brick), 2) +
        lift(piece('M190 220 L1550 220 L1480 120 L260 120 Z', paper.ink), 2),
      lift(slab(330, 270, 640, 90, paper.white), 1) +
        guillemet({ x: 410, y: 315, size: 52, colour: paper.spruce }) +
        strip('M480 315 L840 315', paper.ink, 18) +
        guillemet({ x: 906, y: 315, size: 52, colour: paper.spruce, mirror: true }),
      lift(slab(330, 420, 640, 470, paper.butter), 1) + tools(),
      lift(slab(1060, 330, 340, 740, paper.white), 1) +
        slab(1090, 360, 280, 710, paper.butter) +
        slab(1224, 360, 10, 710, paper.white),
      standing({
        x: 1250,
        y: 1070,
        scale: 1.12,
        skin: skin.birch,
        hair: hair.straw,
        coat: paper.cobalt,
        head: 'short',
        mirror: true,
      }),
      lift(
        piece(
          'M-40 1060 C300 1020 600 1080 1000 1050 C1300 1030 1500 1080 1840 1040 L1840 1240 L-40 1240 Z',
          paper.mist,
        ),
        2,
      ),
      faded(0.5, piece('M1090 1066 L1370 1060 L1560 1240 L980 1240 Z', paper.butter)),
      place({ x: 760, y: 1150 }, suitcase()),
      snow.join(''),
    ].join(''),
  });
};

const tools = () =>
  strip('M330 560 L970 560 M330 740 L970 740', paper.walnut, 14) +
  lift(piece('M380 470 L470 470 L458 552 L392 552 Z', paper.cobalt)) +
  lift(piece('M510 470 L600 470 L588 552 L522 552 Z', paper.spruce)) +
  lift(slab(650, 500, 150, 52, paper.rust, 6) + slab(690, 474, 70, 30, paper.ink, 6)) +
  lift(disc(880, 506, 44, paper.oat)) +
  disc(880, 506, 16, paper.butter) +
  lift(strip('M400 730 L400 620', paper.walnut, 16) + slab(366, 600, 76, 36, paper.ink, 6)) +
  lift(strip('M520 730 L500 610 M560 730 L570 600', paper.walnut, 14)) +
  lift(piece('M640 650 L840 690 L840 730 L640 730 Z', paper.mist)) +
  lift(slab(870, 640, 60, 94, paper.rust, 6)) +
  lift(slab(330, 860, 640, 40, paper.walnut));

const suitcase = () =>
  strip('M-60 -300 L-60 -410 L70 -410 L70 -300', paper.ink, 14) +
  lift(slab(-140, -310, 290, 290, paper.rust, 26), 3) +
  strip('M-80 -290 L-80 -40 M0 -290 L0 -40 M84 -290 L84 -40', paper.brick, 10) +
  lift(disc(-96, -6, 28, paper.ink)) +
  faded(0.8, strip('M96 -20 L112 10', paper.ink, 10));
