import { paper, type Skin } from './palette.ts';
import { disc, lift, oval, piece, place, slab, strip } from './paper.ts';

export interface Figure {
  x: number;
  y: number;
  scale?: number;
  mirror?: boolean;
  skin: Skin;
  hair: string;
  head?: 'short' | 'long' | 'bun' | 'cap' | 'scarf';
  coat: string;
  legs?: string;
  long?: boolean;
  carries?: 'bag' | 'paper' | 'phone' | 'stick';
}

/** A whole person, 520 high, feet at the given point, looking to the right unless mirrored. */
export function standing(figure: Figure): string {
  const { coat, legs = paper.ink, long = false } = figure;
  const hem = long ? -96 : -170;
  const body = [
    slab(-38, -210, 32, 204, legs, 8) + slab(8, -210, 32, 204, legs, 8),
    piece('M-44 0 L-44 -16 Q-20 -26 4 -4 L4 0 Z M2 0 L2 -16 Q26 -26 52 -4 L52 0 Z', paper.ink),
    lift(
      piece(
        `M-30 -404 C-66 -398 -74 -360 -78 -300 L-86 ${hem} Q0 ${hem + 18} 84 ${hem} L76 -300 C72 -360 62 -398 30 -404 Z`,
        coat,
      ),
    ),
    slab(-17, -430, 34, 40, figure.skin.shade, 10),
    head(figure),
    arm(figure),
  ].join('');
  const { x, y, scale = 1, mirror = false } = figure;
  return place({ x, y, scale, mirror }, lift(body, 2));
}

function head({ skin, hair, head: cut = 'short' }: Figure): string {
  const face =
    oval(2, -462, 43, 52, skin.shade) +
    piece(
      'M2 -514 C40 -512 46 -480 45 -460 L56 -444 L44 -438 C42 -420 24 -410 2 -410 C-4 -440 -4 -490 2 -514 Z',
      skin.light,
    );
  const cuts = {
    short: piece(
      'M-44 -446 C-54 -500 -30 -532 6 -530 C36 -530 52 -510 46 -488 C28 -500 8 -500 -8 -494 C-12 -474 -22 -462 -28 -442 Z',
      hair,
    ),
    long: piece(
      'M-44 -384 C-62 -470 -46 -532 4 -532 C36 -532 54 -510 46 -486 C26 -500 6 -500 -8 -492 C-14 -450 0 -420 -6 -384 Z',
      hair,
    ),
    bun:
      disc(-48, -508, 25, hair) +
      piece(
        'M-42 -446 C-56 -500 -32 -532 6 -530 C36 -530 52 -510 46 -488 C28 -500 8 -500 -8 -494 C-12 -474 -22 -462 -28 -446 Z',
        hair,
      ),
    cap:
      piece('M-46 -482 C-50 -536 44 -544 48 -486 Z', hair) +
      disc(2, -532, 15, hair) +
      slab(-50, -494, 102, 24, hair, 10),
    scarf: piece(
      'M-54 -392 C-70 -480 -44 -536 6 -534 C44 -532 54 -500 46 -480 C22 -500 4 -492 0 -462 C0 -430 20 -414 30 -404 L24 -388 Z',
      hair,
    ),
  };
  return face + lift(cuts[cut]);
}

function arm({ coat, skin, carries }: Figure): string {
  if (carries === 'paper') {
    return (
      lift(strip('M-8 -362 L14 -280 L84 -296', coat, 42)) +
      lift(piece('M76 -350 L142 -338 L128 -254 L64 -268 Z', paper.white)) +
      disc(88, -292, 17, skin.light)
    );
  }
  if (carries === 'phone') {
    return (
      slab(30, -486, 20, 56, paper.ink, 6) +
      lift(strip('M-8 -362 L44 -312 L42 -420', coat, 38)) +
      disc(42, -438, 18, skin.light)
    );
  }
  const hand = disc(2, -206, 18, skin.light);
  const extra = {
    bag:
      lift(piece('M-46 -190 L56 -190 L64 -84 L-54 -84 Z', paper.oat)) +
      strip('M-22 -190 Q4 -226 32 -190', paper.walnut, 7),
    stick: strip('M10 -214 L58 0', paper.walnut, 11),
    none: '',
  }[carries ?? 'none'];
  return lift(strip('M-8 -362 L-10 -300 L2 -232', coat, 40)) + extra + hand;
}

/** One half of « » as a pair of chevrons, `size` high, pointing left unless mirrored; its middle at the point. */
export function guillemet({
  x,
  y,
  size,
  colour,
  mirror = false,
  turn = 0,
}: {
  x: number;
  y: number;
  size: number;
  colour: string;
  mirror?: boolean;
  turn?: number;
}): string {
  const chevron = 'M40 -100 L92 -100 L36 0 L92 100 L40 100 L-18 0 Z';
  const pair =
    lift(place({ x: -52, y: 0 }, piece(chevron, colour)), 2) +
    lift(place({ x: 46, y: 0 }, piece(chevron, colour)), 2);
  return place({ x, y, scale: size / 200, mirror, turn }, pair);
}

/** A head and shoulders in profile, looking right: crown at y = -320, chest ends at y = 330. */
export function profile({
  skin,
  hair,
  top,
  cut,
}: {
  skin: Skin;
  hair: string;
  top: string;
  cut: 'short' | 'knot';
}): string {
  const face =
    'M-96 -180 C-110 -300 60 -330 96 -208 C100 -190 98 -176 102 -164 L140 -102 C142 -94 132 -90 118 -88 L124 -64 L112 -56 L120 -40 C116 -32 108 -28 106 -20 C110 6 96 26 66 26 L30 18 C24 50 30 80 40 120 L-96 120 C-84 40 -92 -40 -96 -180 Z';
  const cuts = {
    short: piece(
      'M-112 -60 C-170 -220 -100 -336 10 -336 C90 -336 122 -270 104 -216 C70 -246 20 -232 -6 -224 C-2 -180 -20 -150 -44 -130 C-60 -104 -66 -80 -70 -50 Z',
      hair,
    ),
    knot:
      lift(disc(-128, -246, 62, hair)) +
      piece(
        'M-96 -40 C-170 -200 -110 -340 14 -338 C92 -336 120 -272 102 -214 C76 -244 40 -220 10 -196 C-20 -150 -50 -100 -96 -40 Z',
        hair,
      ),
  };
  return [
    lift(piece('M-270 340 C-262 190 -200 130 -100 92 L44 96 C130 130 190 190 214 340 Z', top), 2),
    lift(
      piece(face, skin.light) +
        piece(
          'M-96 -180 C-92 -40 -84 40 -96 120 L-30 120 C-40 40 0 20 -20 -60 C-30 -110 -40 -150 -96 -180 Z',
          skin.shade,
        ),
      2,
    ),
    lift(cuts[cut]),
    oval(-34, -118, 20, 30, skin.shade),
    strip('M56 -138 Q74 -148 88 -138', paper.ink, 8) + strip('M46 -170 Q70 -186 92 -176', hair, 10),
    strip('M78 -44 Q94 -36 110 -46', paper.brick, 9),
    disc(58, -66, 24, paper.rust).replace('/>', ' opacity="0.16"/>'),
  ].join('');
}
