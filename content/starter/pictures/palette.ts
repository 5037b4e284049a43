/** The publication's colours as paper sheets: the site's own tones plus the few a picture needs. */
export const paper = {
  white: '#FBF8F3',
  snow: '#F1ECE2',
  sand: '#E6D9C3',
  oat: '#D3C1A2',
  mist: '#CBD8D5',
  sea: '#8FB0AC',
  moss: '#6F9180',
  spruce: '#1F5A4C',
  pine: '#153F37',
  cobalt: '#2B4C9B',
  dusk: '#5B77B5',
  night: '#1A2A3B',
  ink: '#14202B',
  rust: '#C8553D',
  brick: '#9C3F2D',
  blush: '#E3A98F',
  butter: '#F0CB74',
  wood: '#B98B5E',
  walnut: '#7A5638',
} as const;

export interface Skin {
  light: string;
  shade: string;
}

/** Each face is cut from two sheets: the lit side and the side turned away. */
export const skin = {
  birch: { light: '#F2D3BA', shade: '#E2B596' },
  honey: { light: '#DDA981', shade: '#C58B62' },
  chestnut: { light: '#A9714E', shade: '#8B583A' },
  umber: { light: '#74492F', shade: '#5A3622' },
} as const satisfies Record<string, Skin>;

export const hair = {
  coal: '#1D1B20',
  bark: '#4A3225',
  copper: '#A2532F',
  straw: '#D9B36C',
  ash: '#8E8A86',
  silver: '#D8D5CF',
} as const;
