import { standing, type Figure } from '../figures.ts';
import { hair, paper, skin } from '../palette.ts';
import { disc, faded, lift, piece, place, seeded, sheet, slab, strip } from '../paper.ts';

/** The ferry comes in when the weather lets it. */
export const ferryQuay = () =>
  sheet({
    background: paper.sand,
    content: [
      lift(disc(1330, 330, 120, paper.rust), 1),
      lift(
        piece(
          'M-40 560 L180 330 L330 470 L560 190 L760 450 L900 360 L1180 600 L1480 380 L1840 590 L1840 760 L-40 760 Z',
          paper.sea,
        ),
        2,
      ),
      lift(
        piece(
          'M-40 640 C200 540 420 640 640 600 C900 560 1200 680 1840 610 L1840 780 L-40 780 Z',
          paper.moss,
        ),
        2,
      ),
      slab(-40, 700, 1880, 540, paper.dusk),
      lift(
        piece(
          'M-40 800 C300 770 600 820 900 790 C1300 760 1500 820 1840 790 L1840 1240 L-40 1240 Z',
          paper.cobalt,
        ),
        1,
      ),
      place({ x: 640, y: 850 }, ferry()),
      lift(
        piece(
          'M-40 900 C300 870 500 920 900 890 C1300 860 1500 920 1840 880 L1840 1240 L-40 1240 Z',
          '#22407F',
        ),
        1,
      ),
      strip('M180 960 q40 -20 80 0 M480 1000 q40 -20 80 0 M840 950 q40 -20 80 0', paper.sea, 7),
      lift(piece('M960 1020 L1840 960 L1840 1240 L960 1240 Z', paper.walnut), 3) +
        strip('M960 1090 L1840 1050 M960 1160 L1840 1140', '#5F422A', 8),
      lift(slab(1030, 930, 70, 110, paper.ink, 16) + slab(1014, 920, 102, 30, paper.ink, 14), 2),
      standing({
        x: 1520,
        y: 1130,
        scale: 1.3,
        skin: skin.birch,
        hair: paper.ink,
        coat: paper.butter,
        head: 'cap',
        carries: 'bag',
        mirror: true,
      }),
      standing({
        x: 1310,
        y: 1100,
        scale: 1.02,
        skin: skin.honey,
        hair: hair.coal,
        coat: paper.rust,
        head: 'long',
        mirror: true,
      }),
      strip(
        'M220 250 q30 -30 56 0 q30 -30 56 0 M420 150 q24 -24 46 0 q24 -24 46 0 M1010 170 q24 -24 46 0 q24 -24 46 0',
        paper.ink,
        8,
      ),
    ].join(''),
  });

const ferry = () =>
  lift(
    slab(-330, -240, 560, 120, paper.white, 12) +
      slab(-230, -330, 320, 100, paper.white, 12) +
      slab(-70, -420, 90, 100, paper.rust),
    2,
  ) +
  slab(-70, -400, 90, 24, paper.ink) +
  [-280, -200, -120, -40, 40, 120].map((x) => slab(x, -206, 46, 40, paper.night, 8)).join('') +
  [-196, -126, -56, 14].map((x) => slab(x, -300, 44, 34, paper.night, 6)).join('') +
  lift(piece('M-470 -130 L420 -130 L350 30 L-390 30 Z', paper.ink), 2) +
  piece('M-462 -110 L412 -110 L404 -84 L-450 -84 Z', paper.butter);

/** The parcel arrived; the message did not. */
export const parcelOnSteps = () =>
  sheet({
    background: paper.spruce,
    content: [
      Array.from({ length: 9 }, (_, row) =>
        strip(`M-40 ${90 + row * 112} L1840 ${90 + row * 112}`, paper.pine, 8),
      ).join(''),
      lift(slab(590, 90, 560, 900, paper.white), 1) + lift(slab(640, 140, 460, 850, paper.rust), 2),
      lift(slab(700, 200, 340, 250, paper.butter), 1) +
        strip('M870 200 L870 450 M700 325 L1040 325', paper.rust, 16) +
        disc(1046, 620, 20, paper.butter),
      slab(690, 520, 150, 380, paper.brick) + slab(900, 680, 140, 220, paper.brick),
      lift(
        slab(1290, 260, 26, 110, paper.ink) +
          piece('M1240 350 L1366 350 L1340 500 L1266 500 Z', paper.ink),
        2,
      ) + piece('M1262 372 L1344 372 L1326 480 L1280 480 Z', paper.butter),
      lift(slab(440, 970, 860, 100, paper.mist), 2) +
        lift(slab(330, 1060, 1080, 190, paper.sea), 2),
      lift(
        piece(
          'M-40 1100 C120 1030 300 1060 420 1130 C520 1160 760 1180 900 1150 C1100 1110 1380 1150 1460 1100 C1600 1040 1740 1070 1840 1040 L1840 1240 L-40 1240 Z',
          paper.white,
        ),
        2,
      ),
      piece(
        'M440 970 C600 940 760 980 900 966 C1060 950 1200 972 1300 966 L1300 996 C1100 1006 700 1000 440 996 Z',
        paper.white,
      ),
      place({ x: 1010, y: 972 }, parcel()),
      [
        [210, 300],
        [330, 640],
        [120, 840],
        [470, 130],
        [1500, 180],
        [1640, 420],
        [1480, 700],
        [1720, 760],
        [1600, 940],
        [1420, 60],
        [60, 500],
        [420, 450],
      ]
        .map(([x = 0, y = 0]) => disc(x, y, 15, paper.white))
        .join(''),
    ].join(''),
  });

const parcel = () =>
  lift(slab(-210, -270, 430, 280, paper.wood), 3) +
  piece('M-210 -270 L220 -270 L220 -200 L-210 -200 Z', '#A87A4E') +
  slab(-20, -270, 46, 280, paper.oat) +
  slab(-210, -130, 430, 22, paper.oat) +
  lift(
    place(
      { x: -116, y: -56, turn: -4 },
      slab(-70, -48, 140, 96, paper.white) + strip('M-48 -16 L40 -16 M-48 12 L10 12', paper.ink, 8),
    ),
  );

/** Borrowed umbrellas under a Bergen sky. */
export const umbrellas = () => {
  const random = seeded(8);
  const rain = Array.from({ length: 70 }, () => {
    const x = Math.round(random() * 1900);
    const y = Math.round(random() * 1100) - 40;
    return `M${x} ${y} l-16 62`;
  });
  const houses = [paper.rust, paper.white, paper.butter, paper.brick, paper.oat, paper.rust];
  return sheet({
    background: paper.sea,
    content: [
      lift(
        piece(
          'M-40 430 C300 160 700 260 960 120 C1200 20 1500 240 1840 160 L1840 700 L-40 700 Z',
          paper.moss,
        ),
        1,
      ),
      houses
        .map((colour, index) =>
          lift(
            place(
              { x: index * 320 - 40, y: 0 },
              piece('M0 860 L0 420 L156 250 L312 420 L312 860 Z', colour) +
                [0, 1]
                  .map((row) =>
                    [46, 186]
                      .map(
                        (x) =>
                          slab(x, 470 + row * 180, 78, 100, paper.night) +
                          slab(x + 36, 470 + row * 180, 7, 100, colour),
                      )
                      .join(''),
                  )
                  .join(''),
            ),
            1,
          ),
        )
        .join(''),
      lift(slab(-40, 860, 1880, 390, paper.dusk), 1),
      faded(0.55, strip(rain.join(' '), paper.white, 5)),
      place(
        { x: 330, y: 1190, scale: 1.2 },
        underUmbrella(paper.cobalt, {
          skin: skin.umber,
          hair: hair.coal,
          coat: paper.butter,
          head: 'short',
          long: true,
        }),
      ) +
        place(
          { x: 1490, y: 1200, scale: 1.14 },
          underUmbrella(paper.spruce, {
            skin: skin.birch,
            hair: hair.silver,
            coat: paper.brick,
            head: 'bun',
            long: true,
          }),
        ) +
        place(
          { x: 900, y: 1230, scale: 1.5 },
          underUmbrella(paper.butter, {
            skin: skin.birch,
            hair: hair.bark,
            coat: paper.ink,
            head: 'long',
            long: true,
          }),
        ),
    ].join(''),
  });
};

const underUmbrella = (colour: string, person: Omit<Figure, 'x' | 'y'>) =>
  standing({ ...person, x: -30, y: 0, scale: 0.9 }) +
  strip('M40 -210 L40 -600', paper.walnut, 10) +
  lift(strip('M-38 -326 L-20 -262 L34 -290', person.coat, 36)) +
  disc(40, -290, 17, person.skin.light) +
  lift(
    piece(
      'M-250 -470 C-240 -640 -110 -700 40 -700 C190 -700 320 -640 330 -470 Q282 -506 234 -470 Q186 -506 138 -470 Q90 -506 40 -470 Q-8 -506 -56 -470 Q-106 -506 -154 -470 Q-202 -506 -250 -470 Z',
      colour,
    ),
    3,
  ) +
  strip('M40 -700 L40 -730', paper.walnut, 12) +
  faded(
    0.2,
    piece(
      'M40 -700 C190 -700 320 -640 330 -470 Q282 -506 234 -470 C224 -580 150 -670 40 -700 Z',
      paper.ink,
    ),
  );
