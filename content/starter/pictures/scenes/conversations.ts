import { guillemet, profile } from '../figures.ts';
import { hair, paper, skin } from '../palette.ts';
import { disc, lift, oval, piece, place, sheet, slab, strip } from '../paper.ts';

/** Two people across a table, what they say between them. */
export const talking = () =>
  sheet({
    background: paper.sand,
    content: [
      lift(disc(900, 470, 400, paper.white), 1),
      guillemet({ x: 716, y: 470, size: 240, colour: paper.rust }),
      guillemet({ x: 1084, y: 470, size: 240, colour: paper.spruce, mirror: true }),
      place(
        { x: 380, y: 800, scale: 1.34 },
        profile({ skin: skin.birch, hair: hair.bark, top: paper.spruce, cut: 'knot' }),
      ),
      place(
        { x: 1420, y: 800, scale: 1.34, mirror: true },
        profile({ skin: skin.chestnut, hair: hair.coal, top: paper.rust, cut: 'short' }),
      ),
      lift(slab(-40, 1070, 1880, 200, paper.wood), 3),
      cup(800, 1068, paper.white) + cup(1010, 1072, paper.cobalt),
    ].join(''),
  });

const cup = (x: number, y: number, colour: string) =>
  lift(
    strip(`M${x + 54} ${y - 62} q46 6 0 44`, colour, 15) +
      piece(
        `M${x - 60} ${y - 90} L${x + 60} ${y - 90} L${x + 46} ${y + 4} L${x - 46} ${y + 4} Z`,
        colour,
      ) +
      oval(x, y - 90, 60, 11, paper.walnut),
    2,
  );

/** The same mark twice: cut by hand, and set in dots by a machine. */
export const handAndMachine = () =>
  sheet({
    background: paper.mist,
    content: [
      lift(slab(900, -40, 940, 1280, paper.night), 2),
      guillemet({ x: 470, y: 600, size: 680, colour: paper.rust, turn: -3 }),
      place({ x: 1340, y: 600 }, dots()),
    ].join(''),
  });

/** » in a grid: a dot wherever one of the two chevrons covers the grid point. */
function dots(): string {
  const step = 46;
  const marks: string[] = [];
  for (let row = -7; row <= 7; row += 1) {
    for (let column = -7; column <= 7; column += 1) {
      const edge = (7 - Math.abs(row)) * 0.56;
      const isCovered = [-5.4, 0.6].some(
        (start) => column >= start + edge && column < start + edge + 3,
      );
      marks.push(
        disc(column * step, row * step, isCovered ? 18 : 4, isCovered ? paper.sea : paper.dusk),
      );
    }
  }
  return lift(marks.join(''));
}

interface Seat {
  turn: number;
  hair: string;
  top: string;
  hands: string;
}

const seats: readonly Seat[] = [
  { turn: 8, hair: hair.straw, top: paper.cobalt, hands: skin.birch.light },
  { turn: 66, hair: hair.coal, top: paper.rust, hands: skin.umber.light },
  { turn: 128, hair: hair.silver, top: paper.ink, hands: skin.birch.light },
  { turn: 186, hair: hair.copper, top: paper.moss, hands: skin.birch.shade },
  { turn: 246, hair: hair.bark, top: paper.butter, hands: skin.honey.light },
];

/** A team around a table, from above; the sixth chair is empty. */
export const roundTable = () =>
  sheet({
    background: paper.spruce,
    content: [
      lift(disc(900, 600, 820, paper.pine), 1),
      place({ x: 900, y: 600, turn: 306 }, chair()),
      seats
        .map((seat) => place({ x: 900, y: 600, turn: seat.turn }, chair() + sitter(seat)))
        .join(''),
      lift(disc(900, 600, 330, paper.sand), 3) + disc(900, 600, 306, paper.snow),
      seats.map((seat) => place({ x: 900, y: 600, turn: seat.turn }, tableSide(seat))).join(''),
      place({ x: 900, y: 600, turn: 16 }, lift(slab(-88, -60, 124, 164, paper.white)) + note()),
      lift(disc(986, 520, 44, paper.rust)) + disc(986, 520, 30, paper.brick),
    ].join(''),
  });

const chair = () => lift(slab(-92, -540, 184, 110, paper.wood, 46), 2);

const sitter = ({ hair: colour, top }: Seat) =>
  lift(oval(0, -424, 148, 82, top), 2) +
  lift(disc(0, -436, 72, colour), 2) +
  oval(16, -452, 26, 14, paper.white).replace('/>', ' opacity="0.14"/>');

const tableSide = ({ top, hands }: Seat) =>
  lift(strip('M-118 -396 L-66 -290', top, 46) + strip('M118 -396 L66 -290', top, 46)) +
  disc(-60, -278, 25, hands) +
  disc(60, -278, 25, hands) +
  lift(disc(4, -226, 34, paper.white)) +
  disc(4, -226, 24, paper.walnut);

const note = () =>
  [-26, 2, 30, 58]
    .map((y, index) => strip(`M-66 ${y} L${index === 3 ? -20 : 14} ${y}`, paper.ink, 5))
    .join('');
