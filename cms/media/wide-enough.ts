/** A picture narrower than this, in pixels, is enlarged where it is shown large. */
export const wideEnough = 1200;
