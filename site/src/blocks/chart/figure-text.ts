const figures = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2 });

/** A figure as it is written in Norwegian, with its unit where that is short: «12,5 %», «1 200 kr», «14». */
export function figureText(value: number, unit: string): string {
  const written = figures.format(value);
  return unit !== '' && unit.length <= 3 ? `${written}\u00a0${unit}` : written;
}
