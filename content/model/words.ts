/** Words of Norwegian that stand behind numbers, as parts of regular expressions. */
export const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember';
export const units =
  'kr|kroner|øre|prosent|prosentpoeng|%|‰|km|mil|meter|m|cm|mm|kg|g|gram|tonn|liter|l|dl|MB|GB|kB|W|kW|kWh|MW|GWh|°C|grader|' +
  'sekunder|sekund|minutter|minutt|min|timer|time|dager|dag|uker|uke|måneder|måned|år|' +
  'tusen|millioner|million|mill\\.|milliarder|milliard|mrd\\.';
