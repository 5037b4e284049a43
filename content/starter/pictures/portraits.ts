import { frontBust, type Face } from './front-bust.ts';
import { hair, paper, skin } from './palette.ts';
import { disc, lift, piece, place, sheet, slab } from './paper.ts';

interface Portrait {
  face: Face;
  wall: string;
  backdrop: string;
}

/** Upright, 1200 × 1500: one face in front of one shape, so that a small round crop still reads. */
const portrait = ({ face, wall, backdrop }: Portrait) =>
  sheet({
    width: 1200,
    height: 1500,
    background: wall,
    content: backdrop + place({ x: 600, y: 880, scale: 1.85 }, frontBust(face)),
  });

export const ingridSolvang = () =>
  portrait({
    wall: paper.mist,
    backdrop: lift(
      piece(
        'M150 1560 L150 640 C150 380 350 200 600 200 C850 200 1050 380 1050 640 L1050 1560 Z',
        paper.spruce,
      ),
      2,
    ),
    face: {
      skin: skin.birch,
      hair: hair.silver,
      cut: 'bob',
      top: paper.ink,
      collar: paper.white,
      glasses: true,
      eyes: 'open',
    },
  });

export const amirRostad = () =>
  portrait({
    wall: paper.sand,
    backdrop: lift(disc(600, 700, 520, paper.rust), 2),
    face: {
      skin: skin.honey,
      hair: hair.coal,
      cut: 'swept',
      top: paper.cobalt,
      collar: paper.mist,
      beard: true,
      eyes: 'open',
    },
  });

export const torunnKleppe = () =>
  portrait({
    wall: paper.snow,
    backdrop:
      lift(slab(120, 150, 960, 1500, paper.dusk), 2) +
      lift(slab(210, 240, 780, 1400, paper.butter), 1),
    face: {
      skin: skin.birch,
      hair: hair.copper,
      cut: 'curls',
      top: paper.spruce,
      eyes: 'smiling',
      earring: paper.rust,
    },
  });

export const samiraYildizHagen = () =>
  portrait({
    wall: paper.snow,
    backdrop: lift(disc(600, 690, 540, paper.sea), 2),
    face: {
      skin: skin.honey,
      hair: hair.bark,
      cut: 'bob',
      top: paper.white,
      collar: paper.cobalt,
      eyes: 'smiling',
    },
  });

export const oddnyNordli = () =>
  portrait({
    wall: paper.night,
    backdrop: lift(slab(170, 190, 860, 1400, paper.dusk), 2),
    face: {
      skin: skin.birch,
      hair: hair.ash,
      cut: 'bob',
      top: paper.rust,
      headset: true,
      eyes: 'open',
    },
  });
