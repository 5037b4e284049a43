/** A place or a length to a hundredth: finer than any screen. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
