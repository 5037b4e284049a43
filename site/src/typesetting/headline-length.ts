/** How much room a headline needs: sizes step down so that 140 characters still look like one. */
export function headlineLength(title: string): 'short' | 'medium' | 'long' {
  if (title.length <= 45) return 'short';
  return title.length <= 85 ? 'medium' : 'long';
}
