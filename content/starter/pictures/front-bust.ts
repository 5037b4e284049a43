import { hair, paper, type Skin } from './palette.ts';
import { disc, lift, oval, piece, place, strip } from './paper.ts';

type HairCut = 'bob' | 'bun' | 'crop' | 'curls' | 'long' | 'bald' | 'hijab' | 'cap' | 'swept';

export interface Face {
  skin: Skin;
  hair: string;
  cut: HairCut;
  top: string;
  collar?: string;
  glasses?: boolean;
  beard?: boolean;
  headset?: boolean;
  eyes?: 'open' | 'down' | 'smiling';
  earring?: string;
}

/** A bust seen from the front: crown at y = -250, chin at 0, shoulders end at y = 330. */
export function frontBust(face: Face): string {
  const { skin, top } = face;
  return [
    hairBehind(face),
    lift(piece('M-270 340 C-262 180 -190 128 -84 96 L84 96 C190 128 262 180 270 340 Z', top), 2),
    collar(face),
    lift(
      piece('M-52 -50 L52 -50 L54 104 C30 142 -30 142 -54 104 Z', skin.shade) +
        piece('M-52 -50 L0 -50 L0 132 C-26 132 -42 122 -54 104 Z', skin.light),
    ),
    face.cut === 'hijab'
      ? lift(
          piece(
            'M-92 -60 C-104 60 -140 130 -176 196 C-60 250 60 250 176 196 C140 130 104 60 92 -60 Z',
            face.hair,
          ),
        )
      : oval(-118, -112, 15, 26, skin.light) + oval(118, -112, 15, 26, skin.shade),
    lift(
      piece('M0 -250 C98 -250 122 -172 116 -96 C112 -38 70 6 0 8 Z', skin.shade) +
        piece('M2 -250 C-98 -250 -122 -172 -116 -96 C-112 -38 -70 6 2 8 Z', skin.light),
      2,
    ),
    features(face),
    face.beard === true ? beard(face) : '',
    hairInFront(face),
    face.glasses === true ? glasses() : '',
    face.headset === true ? headset() : '',
    face.earring === undefined
      ? ''
      : lift(disc(-121, -74, 10, face.earring) + disc(121, -74, 10, face.earring)),
  ].join('');
}

function collar({ collar: colour }: Face): string {
  if (colour === undefined) return '';
  return lift(
    piece('M-84 94 C-60 150 -30 172 0 190 L-34 236 L-110 120 Z', colour) +
      piece('M84 94 C60 150 30 172 0 190 L34 236 L110 120 Z', colour),
  );
}

function features({ skin, hair: hairColour, eyes = 'open', cut }: Face): string {
  const brow = cut === 'bald' || cut === 'hijab' || cut === 'cap' ? hair.bark : hairColour;
  const eye = {
    open: disc(-46, -112, 8.5, paper.ink) + disc(46, -112, 8.5, paper.ink),
    down: strip('M-62 -108 Q-46 -98 -30 -108 M30 -108 Q46 -98 62 -108', paper.ink, 6),
    smiling: strip('M-62 -104 Q-46 -120 -30 -104 M30 -104 Q46 -120 62 -104', paper.ink, 6),
  }[eyes];
  return [
    strip('M-68 -146 Q-46 -160 -26 -148 M26 -148 Q46 -160 68 -146', brow, 9),
    eye,
    piece('M0 -128 L24 -64 Q12 -54 0 -56 Z', skin.light),
    strip('M-14 -62 Q0 -52 16 -62', skin.shade, 6),
    disc(-64, -66, 21, paper.rust).replace('/>', ' opacity="0.16"/>'),
    disc(64, -66, 21, paper.rust).replace('/>', ' opacity="0.16"/>'),
    piece('M-30 -34 Q0 -40 30 -34 Q0 -6 -30 -34 Z', paper.brick),
  ].join('');
}

function beard({ hair: colour }: Face): string {
  return lift(
    piece(
      'M-116 -96 C-112 -30 -84 34 0 38 C84 34 112 -30 116 -96 C96 -66 70 -52 38 -54 Q0 -44 -38 -54 C-70 -52 -96 -66 -116 -96 Z',
      colour,
    ) + piece('M-26 -32 Q0 -36 26 -32 Q0 -14 -26 -32 Z', paper.brick),
  );
}

function hairBehind({ cut, hair: colour, top }: Face): string {
  const shapes: Partial<Record<HairCut, string>> = {
    bob: piece(
      'M-138 10 C-176 -150 -140 -292 0 -292 C140 -292 176 -150 138 10 C100 30 -100 30 -138 10 Z',
      colour,
    ),
    long: piece(
      'M-150 210 C-190 -60 -170 -296 0 -296 C170 -296 190 -60 150 210 C90 250 -90 250 -150 210 Z',
      colour,
    ),
    bun:
      disc(0, -296, 66, colour) +
      piece('M-126 -60 C-150 -200 -110 -284 0 -284 C110 -284 150 -200 126 -60 Z', colour),
    curls: curls(colour, 150),
    hijab: piece(
      'M-170 230 C-190 -60 -190 -310 0 -310 C190 -310 190 -60 170 230 C90 270 -90 270 -170 230 Z',
      colour,
    ),
  };
  const shape = shapes[cut];
  return shape === undefined || top === '' ? '' : lift(shape);
}

function hairInFront({ cut, hair: colour }: Face): string {
  const shapes: Partial<Record<HairCut, string>> = {
    bob: piece(
      'M-132 -60 C-150 -230 -80 -288 6 -284 C110 -282 146 -210 132 -60 C120 -130 100 -190 40 -214 C-20 -196 -110 -190 -132 -60 Z',
      colour,
    ),
    long: piece(
      'M-136 -30 C-156 -240 -70 -290 0 -288 C80 -290 156 -240 136 -30 C128 -120 100 -206 0 -226 C-100 -206 -128 -120 -136 -30 Z',
      colour,
    ),
    bun: piece(
      'M-122 -120 C-130 -240 -70 -276 0 -276 C70 -276 130 -240 122 -120 C96 -196 60 -218 0 -220 C-60 -218 -96 -196 -122 -120 Z',
      colour,
    ),
    crop: piece(
      'M-124 -104 C-148 -230 -84 -288 8 -284 C108 -284 144 -220 124 -104 C112 -152 104 -180 84 -206 C24 -192 -50 -196 -92 -216 C-110 -180 -116 -150 -124 -104 Z',
      colour,
    ),
    swept: piece(
      'M-124 -104 C-136 -190 -120 -250 -60 -276 C20 -310 150 -290 126 -104 C116 -150 108 -176 90 -196 C30 -190 -30 -204 -58 -222 C-84 -196 -102 -150 -124 -104 Z',
      colour,
    ),
    curls: place(
      { x: 0, y: -236 },
      disc(-88, 22, 46, colour) +
        disc(-46, -8, 52, colour) +
        disc(14, -14, 54, colour) +
        disc(72, 8, 48, colour) +
        disc(106, 48, 34, colour) +
        disc(-116, 66, 32, colour),
    ),
    hijab: piece(
      'M-128 -96 C-132 -220 -80 -262 0 -262 C80 -262 132 -220 128 -96 C120 -30 84 28 0 34 C-84 28 -120 -30 -128 -96 Z M-104 -100 C-100 -40 -64 6 0 8 C64 6 100 -40 104 -100 C104 -180 70 -226 0 -226 C-70 -226 -104 -180 -104 -100 Z',
      colour,
    ).replace('fill=', 'fill-rule="evenodd" fill='),
    cap:
      piece(
        'M-128 -160 C-140 -270 -70 -312 0 -312 C70 -312 140 -270 128 -160 C80 -184 -80 -184 -128 -160 Z',
        colour,
      ) +
      piece(
        'M-132 -156 C-70 -204 70 -204 132 -156 L128 -134 C70 -172 -70 -172 -128 -134 Z',
        paper.ink,
      ),
  };
  const shape = shapes[cut];
  return shape === undefined ? '' : lift(shape);
}

function curls(colour: string, radius: number): string {
  const turns = [150, 178, 206, 234, 262, 290, 318, 346, 374, 390];
  return turns
    .map((turn) => {
      const angle = (turn * Math.PI) / 180;
      return disc(
        Math.round(Math.cos(angle) * (radius - 14)),
        Math.round(-140 + Math.sin(angle) * radius),
        50,
        colour,
      );
    })
    .join('');
}

const glasses = () =>
  lift(
    `<g fill="none" stroke="${paper.ink}" stroke-width="8"><circle cx="-48" cy="-110" r="36"/><circle cx="48" cy="-110" r="36"/></g>` +
      strip('M-13 -114 Q0 -122 13 -114 M-84 -116 L-112 -122 M84 -116 L112 -122', paper.ink, 8),
  );

const headset = () =>
  lift(
    strip('M-128 -128 C-140 -330 140 -330 128 -128', paper.ink, 15) +
      oval(-128, -110, 25, 40, paper.ink) +
      oval(128, -110, 25, 40, paper.ink) +
      strip('M-128 -82 C-124 -22 -92 4 -50 2', paper.ink, 8) +
      oval(-44, 0, 17, 11, paper.ink),
    2,
  );
