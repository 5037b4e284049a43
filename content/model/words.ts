/** Words of Norwegian that stand beside numbers, as parts of regular expressions. */
export const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember';
export const shortMonths = '(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des)\\.?';
export const days = 'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag';
export const shortDays = '(?:man|tirs?|ons|tors?|fre|lør|søn)\\.?';
export const units =
  'kr|kroner|øre|prosent|prosentpoeng|%|‰|km|mil|meter|m|cm|mm|kg|g|gram|tonn|liter|l|dl|MB|GB|TB|kbit|Mbit|Gbit|' +
  'W|kW|kWh|MW|GWh|TWh|Hz|kHz|MHz|GHz|°C|grader|stk|kvm|kvadratmeter|' +
  'sekunder|sekund|minutter|minutt|min|timer|time|dager|dag|uker|uke|måneder|måned|år|' +
  'tusen|millioner|million|mill\\.|milliarder|milliard|mrd\\.';
/** What is counted without belonging to its number as a unit does: a line may end between them. */
export const counted =
  'ganger|personer|ansatte|kunder|sider|stykker|steder|saker|spørsmål|barn|åringer|elever|deltakere|plasser|rom';
/** What is counted by first, second, third. */
export const ordered =
  'trinn|klasse|klassetrinn|juledag|påskedag|pinsedag|plass|etasje|runde|omgang|divisjon|kvartal|semester|ledd|time|århundre';
/** Behind these a number names one of a row. Dots stand for themselves. */
export const numbered =
  'side|sidene|s\\.|uke|ukene|kapittel|kapitlene|kap\\.|artikkel|artiklene|art\\.|linje|linjene|punkt|pkt\\.|nr\\.|kr\\.?|' +
  'alderen|årene|klasse|klassene|trinn|trinnene|tabell|figur|del|bind|nivå|etasje|episode|fase|steg';
/** How compounds go on behind a hyphen when a range is their first part: «80–90-tallet», «5–6-åringer». */
export const compounded =
  'tall|år|dag|time|minutt|uke|måned|kron|prosent|meter|kilo|liter|sekund|grad|person|manns|trinn|klassing';
/** What streets end with in their names. */
export const streets =
  'gata|gate|gaten|vei|veien|veg|vegen|plass|plassen|torg|torget|allé|alléen|bakken|brygge|brygga|kroken|stien|svingen|' +
  'tunet|terrasse|stredet|smauet';
