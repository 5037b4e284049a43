/**
 * What Payload's packages have written into their code, where no setting reaches: English that `translations.ts` cannot
 * change (names for screen readers, the words of the calendar and of the drop-down lists), American dates, the zone of
 * whatever machine shows them. Next's bundler calls this loader for the files named in `packages` (`next.config.mjs`);
 * `translate-packages.test.ts` finds every phrase in them, so that an update of Payload cannot bring any of it back
 * unseen.
 */

/** Where the phrases are. */
export const packages = [
  '@payloadcms/ui/dist/exports/client',
  '@payloadcms/ui/dist/exports/shared',
  '@payloadcms/ui/dist/utilities/formatDocTitle',
  '@payloadcms/richtext-lexical/dist/exports/client',
  '@dnd-kit/core/dist',
];

/** Code as the packages have it → code as we want it. Short words stand with what is beside them. */
export const phrases = [
  // Dates and the calendar
  ['"MMM d, yyy h:mm a"', '"d. MMM yyyy HH:mm"'],
  ['"h:mm aa"', '"HH:mm"'],
  // The newsroom's time, wherever the browser and the server are; as the browser has it, and as the server has it
  [
    /let (\w+)=new (\w+)\(new Date\((\w+)\)\);if\(/gu,
    'let $1=new $2(new Date($3),"Europe/Oslo");if(',
  ],
  ['new TZDate(new Date(date))', 'new TZDate(new Date(date), "Europe/Oslo")'],
  ['"MM/dd/yyyy"', '"dd.MM.yyyy"'],
  ['"Choose Time":"Choose Date".concat(', '"Velg klokkeslett":"Velg dato".concat('],
  ['" and Time"', '" og klokkeslett"'],
  [/void 0\?"Choose":/gu, 'void 0?"Velg":'],
  ['"Not available"', '"Kan ikke velges:"'],
  ['timeCaption:"Time"', 'timeCaption:"Klokken"'],
  [/void 0\?"Month ":/gu, 'void 0?"":'],
  ['"Previous Month"', '"Forrige måned"'],
  ['"Next Month"', '"Neste måned"'],
  ['"Previous Year"', '"Forrige år"'],
  ['"Next Year"', '"Neste år"'],
  ['"Selected date: "', '"Valgt dato: "'],
  ['"Selected time: "', '"Valgt tid: "'],

  // What has no title yet is called so, and not by its id
  [
    /typeof (\w+)=="string"\?\1:`\[\$\{(\w+)\.t\("general:untitled"\)\}\]`/gu,
    'typeof $1=="string"&&!/^[\\da-f-]{24,36}$/.test($1)?$1:$2.t("general:untitled")',
  ],
  [
    "typeof fallback === 'string' ? fallback : `[${i18n.t('general:untitled')}]`",
    "typeof fallback === 'string' && !/^[\\da-f-]{24,36}$/.test(fallback) ? fallback : i18n.t('general:untitled')",
  ],

  // Drop-down lists
  ['"Select..."', '"Velg …"'],
  ['"Loading..."', '"Laster …"'],
  ['"No options"', '"Ingen valg"'],
  ['" result").concat(', '" treff").concat('],
  [/!==1\?"s":""," available"/gu, '!==1?"":"",""'],
  ['"Select"," is focused "', '"Liste"," er valgt "'],
  [',type to refine list"', ', skriv for å søke"'],
  [', press Down to open the menu, "', ', pil ned åpner listen, "'],
  ['" press left to focus selected values"', '" pil venstre går til det som er valgt"'],
  [
    '"Use Up and Down to choose options, press Enter to select the currently focused option, press Escape to exit the menu"',
    '"Pil opp og ned for å lete, Enter for å velge, Escape for å lukke listen"',
  ],
  ['", press Tab to select the option and exit the menu"', '", Tab for å velge og lukke"'],
  [
    '"Use left and right to toggle between focused values, press Backspace to remove the currently focused value"',
    '"Pil venstre og høyre for å gå mellom verdiene, slettetasten for å fjerne en"',
  ],
  ['"All selected options have been cleared."', '"Alle valg er fjernet."'],
  [/"option "\.concat\((\w+),", deselected\."\)/gu, '"".concat($1," er ikke lenger valgt.")'],
  [/"option "\.concat\((\w+),", selected\."\)/gu, '"".concat($1," er valgt.")'],
  [
    /"option "\.concat\((\w+)," is disabled\. Select another option\."\)/gu,
    '"".concat($1," kan ikke velges. Velg noe annet.")',
  ],
  [
    /"option"\.concat\(\w+\.length>1\?"s":""," "\)\.concat\((\w+)\.join\(","\),", selected\."\)/gu,
    '"".concat($1.join(", ")," er valgt.")',
  ],
  [/"value "\.concat\((\w+)," focused, "\)/gu, '"".concat($1,", ")'],
  ['" disabled":""', '" kan ikke velges":""'],
  ['" selected":"").concat(', '" valgt":"").concat('],
  ['," of ").concat(', '," av ").concat('],
  ['" for search term "', '" for søket "'],
  ['"aria-label":"Remove "', '"aria-label":"Fjern "'],
  ['"aria-label":`Edit ${', '"aria-label":`Rediger ${'],

  // Tick boxes: named by their label or by the name they were given, not by the field's technical name
  [/"aria-label":"","aria-labelledby":\w+,(checked:\w+,)/gu, '"aria-label":t["aria-label"],$1'],
  [/title:\w+,type:"checkbox"/gu, 'type:"checkbox"'],

  // Messages, preview, pictures
  ['"Close toast"', '"Lukk meldingen"'],
  ['="Notifications"', '="Meldinger"'],
  ['label:"Responsive"', 'label:"Hele bredden"'],
  ['defaultMessage:"Copy URL"', 'defaultMessage:"Kopier adressen"'],
  ['"A file is required."', '"Velg en fil først."'],
  ['"A file name is required."', '"Filen må ha et navn."'],
  ['"Failed to fetch the file."', '"Filen kunne ikke hentes. Prøv igjen."'],
  [
    '"Your request was too large to submit successfully."',
    '"Dette var for stort til å sendes. Prøv med en mindre fil."',
  ],
  ['"No columns selected"', '"Ingen kolonner er valgt."'],
  ['"Use the arrow keys to move the crop selection area"', '"Piltastene flytter utsnittet"'],
  [
    /"Use the (?:up and down )?arrow keys to move the (?:north|south|east|west)[a-z ]* drag handle to change the crop selection area"/gu,
    '"Piltastene endrer størrelsen på utsnittet"',
  ],

  // The text editor. Only «1. » begins a numbered list: «17. mai» and «2024. Det året» begin a sentence
  ['regExp:/^(\\s*)(\\d+)\\.\\s/', 'regExp:/^(\\s*)(1)\\.\\s/'],
  ['"aria-label":"Edit link"', '"aria-label":"Rediger lenken"'],
  ['"aria-label":"Remove link"', '"aria-label":"Fjern lenken"'],
  ['"aria-label":"Add block"', '"aria-label":"Sett inn her"'],
  ['"aria-label":"Drag to move"', '"aria-label":"Dra for å flytte"'],
  ['"aria-label":"Insert Paragraph"', '"aria-label":"Nytt avsnitt til slutt"'],
  ['"aria-label","Slash menu"', '"aria-label","Sett inn"'],
  ['tooltip:"Remove Block"', 'tooltip:"Fjern boksen"'],
  ['"Something went wrong:"', '"Noe gikk galt i teksten. Last siden på nytt."'],
  [`["Error: Block '",`, `["Boksen finnes ikke lenger: '",`],
  [
    /buttonAriaLabel:`\$\{(\w+)\} dropdown`/gu,
    'buttonAriaLabel:({text:"Tekststil",textState:"Språk",align:"Justering",add:"Sett inn",blocks:"Bokser"})[$1]??$1',
  ],
  ['["quote","blockquote"]', '["sitat","quote"]'],
  ['["hr","horizontal rule","line","separator"]', '["strek","linje","skille","hr"]'],
  ['["ordered list","ol"]', '["nummerert liste","tall","ol"]'],
  ['["unordered list","ul"]', '["punktliste","kulepunkt","ul"]'],
  ['["normal","paragraph","p","text"]', '["avsnitt","vanlig tekst","p"]'],
  ['["upload","image","file","img","picture","photo","media"]', '["bilde","foto","upload"]'],

  // Moving rows with the keyboard
  [
    /"\\n {4}To pick up a draggable item[^"]*"/gu,
    '"Mellomrom løfter raden, piltastene flytter den, mellomrom slipper den, Escape angrer."',
  ],
  ['"Picked up draggable item " + active.id + "."', '"Raden er løftet."'],
  [
    /"Draggable item " \+ active\.id \+ " was moved over[^;]*;/gu,
    '"Raden er flyttet over en annen.";',
  ],
  [/"Draggable item " \+ active\.id \+ " is no longer[^;]*;/gu, '"Raden er utenfor listen.";'],
  [/"Draggable item " \+ active\.id \+ " was dropped over[^;]*;/gu, '"Raden er sluppet.";'],
  ['"Draggable item " + active.id + " was dropped."', '"Raden er sluppet."'],
  [/"Dragging was cancelled[^;]*;/gu, '"Flyttingen er avbrutt.";'],
];

/** @param {string} source The code of one file. @returns {string} The same with Norwegian words. */
export default function translate(source) {
  return phrases.reduce((code, [from, to]) => code.replaceAll(from, to), source);
}
