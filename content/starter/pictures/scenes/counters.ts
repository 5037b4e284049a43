import { frontBust } from '../front-bust.ts';
import { standing } from '../figures.ts';
import { hair, paper, skin } from '../palette.ts';
import { disc, faded, lift, oval, piece, place, seeded, sheet, slab, strip } from '../paper.ts';

const plant = (leaf: string) =>
  strip(
    'M0 -150 C-20 -300 -90 -360 -130 -400 M0 -150 C0 -330 10 -420 0 -500 M0 -150 C30 -280 90 -330 140 -360',
    leaf,
    11,
  ) +
  lift(
    ['-150 -410 -28', '0 -520 4', '154 -372 36', '-84 -300 -52', '92 -250 58']
      .map((leafAt) => {
        const [x = 0, y = 0, turn = 0] = leafAt.split(' ').map(Number);
        return place(
          { x, y, turn },
          piece('M0 96 C-70 40 -66 -60 0 -116 C66 -60 70 40 0 96 Z', leaf),
        );
      })
      .join(''),
    2,
  ) +
  lift(piece('M-90 -160 L90 -160 L66 0 L-66 0 Z', paper.rust), 2);

/** A hospital's front desk: the first face. */
export const hospitalDesk = () =>
  sheet({
    background: paper.mist,
    content: [
      lift(slab(150, 130, 420, 900, paper.white), 1) +
        slab(186, 166, 168, 870, paper.sea) +
        slab(366, 166, 168, 870, paper.sea) +
        disc(334, 620, 14, paper.ink) +
        disc(386, 620, 14, paper.ink),
      lift(slab(640, 150, 760, 640, paper.sand), 1),
      lift(disc(1560, 250, 104, paper.white), 2) +
        strip('M1560 250 L1560 180 M1560 250 L1606 276', paper.ink, 11) +
        disc(1560, 250, 11, paper.rust),
      place(
        { x: 1020, y: 640, scale: 1.12 },
        frontBust({
          skin: skin.honey,
          hair: paper.cobalt,
          cut: 'hijab',
          top: paper.white,
          eyes: 'smiling',
        }),
      ),
      lift(slab(560, 790, 920, 480, paper.spruce), 3) +
        lift(slab(530, 756, 980, 60, paper.wood, 8), 2),
      lift(slab(1220, 640, 150, 120, paper.ink, 10)) +
        slab(1284, 740, 22, 24, paper.ink) +
        lift(slab(700, 726, 150, 16, paper.white) + slab(712, 712, 150, 16, paper.sand)),
      standing({
        x: 420,
        y: 1130,
        scale: 1.24,
        skin: skin.birch,
        hair: hair.silver,
        coat: paper.rust,
        head: 'short',
        carries: 'stick',
        legs: paper.night,
      }),
      place({ x: 1650, y: 1150, scale: 1.1 }, plant(paper.moss)),
    ].join(''),
  });

/** The municipal desk has moved in among the books. */
export const libraryDesk = () => {
  const random = seeded(31);
  const colours = [
    paper.rust,
    paper.spruce,
    paper.cobalt,
    paper.butter,
    paper.white,
    paper.moss,
    paper.brick,
    paper.dusk,
    paper.oat,
  ];
  const shelf = (y: number) => {
    const books: string[] = [];
    for (let x = 60; x < 1750;) {
      const width = 24 + Math.round(random() * 34);
      const height = 120 + Math.round(random() * 74);
      const colour = colours[Math.floor(random() * colours.length)] ?? paper.rust;
      if (random() > 0.09)
        books.push(
          slab(x, y - height, width, height, colour, 3) +
            slab(x, y - height + 22, width, 8, paper.ink).replace('/>', ' opacity="0.25"/>'),
        );
      x += width + 4;
    }
    return lift(books.join('')) + lift(slab(-40, y, 1880, 30, paper.wood), 2);
  };
  return sheet({
    background: paper.walnut,
    content: [
      [250, 510, 770, 1030].map(shelf).join(''),
      lift(slab(-40, 1090, 1880, 160, paper.sand), 1),
      place(
        { x: 1130, y: 690, scale: 0.94 },
        frontBust({
          skin: skin.chestnut,
          hair: hair.coal,
          cut: 'curls',
          top: paper.butter,
          glasses: true,
          eyes: 'open',
        }),
      ),
      lift(slab(730, 826, 820, 400, paper.white), 3) +
        lift(slab(700, 796, 880, 52, paper.spruce, 8), 2),
      lift(slab(820, 720, 130, 80, paper.ink, 8)) +
        lift(slab(1330, 776, 140, 22, paper.rust) + slab(1344, 754, 120, 22, paper.cobalt)),
      standing({
        x: 560,
        y: 1150,
        scale: 1.22,
        skin: skin.honey,
        hair: hair.bark,
        coat: paper.cobalt,
        head: 'long',
        carries: 'paper',
        long: true,
      }),
      standing({
        x: 330,
        y: 1150,
        scale: 0.74,
        skin: skin.honey,
        hair: paper.rust,
        coat: paper.rust,
        head: 'cap',
      }),
      standing({
        x: 90,
        y: 1160,
        scale: 1.2,
        skin: skin.birch,
        hair: hair.ash,
        coat: paper.pine,
        head: 'short',
        carries: 'bag',
      }),
    ].join(''),
  });
};

/** A counsellor and a carrier bag of unopened letters. */
export const bagOfLetters = () =>
  sheet({
    background: paper.blush,
    content: [
      lift(piece('M980 -40 L1840 -40 L1840 860 L980 860 Z', paper.white), 1) +
        slab(1016, -4, 388, 826, paper.sea) +
        slab(1424, -4, 388, 826, paper.sea),
      piece(
        'M1016 640 L1180 500 L1290 600 L1404 520 L1404 822 L1016 822 Z M1424 540 L1560 440 L1812 640 L1812 822 L1424 822 Z',
        paper.moss,
      ) + disc(1660, 190, 66, paper.butter),
      place(
        { x: 600, y: 700, scale: 1.45 },
        frontBust({
          skin: skin.birch,
          hair: hair.bark,
          cut: 'long',
          top: paper.spruce,
          collar: paper.rust,
          eyes: 'open',
          earring: paper.butter,
        }),
      ),
      lift(slab(-40, 960, 1880, 290, paper.wood), 3),
      place({ x: 1330, y: 1040, turn: 0 }, carrier()),
      place({ x: 760, y: 1070, turn: -8 }, envelope(paper.white)) +
        place({ x: 960, y: 1100, turn: 11 }, envelope(paper.sand)) +
        place({ x: 470, y: 1090, turn: 4 }, envelope(paper.mist)),
    ].join(''),
  });

const envelope = (colour: string) =>
  lift(slab(-120, -78, 240, 156, colour), 2) + strip('M-116 -74 L0 18 L116 -74', paper.oat, 7);

const carrier = () =>
  place({ x: -50, y: -430, turn: -14 }, envelope(paper.white)) +
  place({ x: 80, y: -440, turn: 18 }, envelope(paper.snow)) +
  place({ x: 10, y: -400, turn: 2 }, envelope(paper.butter)) +
  lift(
    strip(
      'M-150 -380 C-150 -560 -40 -560 -40 -380 M40 -380 C40 -560 150 -560 150 -380',
      paper.cobalt,
      30,
    ),
  ) +
  lift(piece('M-210 -400 L210 -400 L236 60 L-236 60 Z', paper.cobalt), 3) +
  faded(0.5, piece('M-210 -400 L-120 -400 L-160 60 L-236 60 Z', paper.dusk)) +
  strip('M-60 -200 L60 -200 M-60 -150 L30 -150', paper.white, 14);

/** A checkout without a cashier, and the one who comes when it beeps. */
export const selfCheckout = () =>
  sheet({
    background: paper.snow,
    content: [
      lift(slab(-40, 1010, 1880, 240, paper.oat), 1),
      [260, 960].map((x) => place({ x, y: 1040 }, terminal())).join(''),
      standing({
        x: 660,
        y: 1130,
        scale: 1.5,
        skin: skin.birch,
        hair: hair.copper,
        coat: paper.butter,
        head: 'bun',
        carries: 'bag',
        mirror: true,
      }),
      standing({
        x: 1470,
        y: 1130,
        scale: 1.5,
        skin: skin.chestnut,
        hair: hair.coal,
        coat: paper.spruce,
        head: 'short',
        carries: 'paper',
        mirror: true,
      }),
      lift(slab(1610, 250, 24, 790, paper.ink)) +
        lift(disc(1622, 200, 66, paper.rust), 2) +
        faded(0.25, disc(1622, 200, 130, paper.rust)),
    ].join(''),
  });

const terminal = () =>
  lift(slab(-150, -380, 320, 384, paper.spruce, 8), 3) +
  lift(slab(-180, -410, 380, 44, paper.ink, 10), 2) +
  lift(slab(-30, -560, 34, 160, paper.ink)) +
  lift(slab(-150, -840, 270, 320, paper.ink, 18), 3) +
  slab(-126, -816, 222, 272, paper.mist, 6) +
  [-96, -70, -58, -30, -8, 6, 34, 46]
    .map((x, index) => slab(x, -720, index % 3 === 0 ? 14 : 7, 110, paper.ink))
    .join('') +
  strip('M-96 -770 L40 -770', paper.rust, 14) +
  lift(oval(-40, -428, 82, 30, paper.wood), 1) +
  strip('M-80 -436 L-62 -418 M-44 -440 L-28 -420 M-8 -438 L6 -420', paper.walnut, 6) +
  lift(strip('M70 -434 C120 -420 150 -450 156 -480', paper.butter, 24));
