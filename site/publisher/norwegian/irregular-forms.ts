/**
 * Words whose forms no rule of endings brings together: a line per word. Nouns that change their vowel, verbs
 * of the closed strong class, adjectives with another stem. Endings that the search engine's stemmer takes off
 * by itself are left out, and so are words that stand in every text and are
 * another's form, too (er, har, så, la …): they would be found everywhere.
 */
const nouns = `
bok bøker
rot røtter
bot bøter
fot føtter
hånd hender
tann tenner
natt netter
strand strender
rand render
tang tenger
stang stenger
kraft krefter
and ender
gås gjess
mann menn
far fedre
mor mødre
bror brødre
søster søstre
datter døtre
forelder foreldre
øye øyne
tre trær
kne knær
tå tær
klo klør
ku kyr
ski skiene
sko skoene
nummer numre
finger fingre
sommer somre
vinter vintre
teater teatre
register registre
filter filtre
mønster mønstre
kloster klostre
chat chatten chatter
app appen apper
orkester orkestre
`;

const others = `
ny nytt
fri fritt
blå blått
grå grått
god godt gode bedre best
nær nærmere nærmest
åpen åpne åpent
voksen voksne voksent
moden modne
sulten sultne
kristen kristne
ille verre verst
dårlig verre verst
gammel gamle eldre eldst
ung yngre yngst
stor større størst
liten lita lite lille små mindre minst
lang lengre lengst
tung tyngre tyngst
dra drar dro dratt
gå går gikk gått
stå står sto stod stått
ta tar tok tatt
gi gir ga gav gitt
vite vet visste visst
komme kommer kom kommet
gjøre gjør gjorde gjort
si sier sa sagt
få får fikk fått
be ber ba bedt
le ler lo
ligge ligger lå ligget
legge legger lagt
sette setter satte
bære bærer bar båret
slå slår slo slått
dø dør døde
bo bor bodde bodd
snu snur snudde snudd
kle kler kledde kledd
skje skjer skjedde skjedd
bety betyr betydde betydd
tilby tilbyr tilbød tilbudt
spørre spør spurte spurt
velge velger valgte valgt
selge selger solgte solgt
telle teller talte talt
fortelle forteller fortalte fortalt
bringe bringer brakte brakt
følge følger fulgte fulgt
kvele kvalte kvalt
rekke rekker rakte rakk rukket
strekke strakte strakk strukket
tore tør turte turt
smøre smurte smurt
sove sover sov sovet
holde holder holdt
falle faller falt
gråte gråter gråt grått
løpe løper løp
drikke drikker drakk drukket
finne finner fant funnet
binde binder bandt bundet
forsvinne forsvinner forsvant forsvunnet
vinne vinner vant vunnet
springe sprang sprunget
stikke stikker stakk stukket
sitte sitter satt sittet
synge synger sang sunget
synke synker sank sunket
tvinge tvinger tvang tvunget
slippe slipper slapp sluppet
hjelpe hjelper hjalp hjulpet
treffe treffer traff truffet
brenne brenner brant brent
knekke knakk knekt
skvette skvatt
stjele stjeler stjal stjålet
skjære skar skåret
lese leser leste lest
lære lærte lært
høre hørte hørt
vise viste vist
føle følte følt
dele delte delt
mene mente ment
låne lånte lånt
rope ropte ropt
tape tapte tapt
tro tror trodde trodd
drive driver drev drevet
bite beit bet bitt
gli glir gled glidd
gripe griper grep grepet
skrive skriver skrev skrevet
skrike skrek skreket
stige stiger steg steget
stryke stryker strøk strøket
bryte bryter brøt brutt
fly flyr fløy fløyet
flyte flyter fløt
forby forbød forbudt
fryse frøs frosset
lyve løy løyet
skyte skyter skjøt skutt
skyve skyver skjøv skjøvet
krype krøp krøpet
bedra bedrar bedro
grave gravde gravd
vokse vokser vokste vokst
henge henger hang hengt
trekke trekker trakk trukket
veie veide veid
bøye bøyde
prøve prøvde prøvd
leve levde levd
behøve behøvde
kreve krevde krevd
eie eide eid
pleie pleide pleid
`;

const none: ReadonlySet<string> = new Set();
const nounForms = read(nouns);
const allForms = read(`${nouns}${others}`);

/** The other forms of an irregular word; of one whose form belongs to two words, the forms of both. */
export const irregularForms = (word: string): ReadonlySet<string> => allForms.get(word) ?? none;

/** The same for nouns alone: what a compound may end with. */
export const irregularNouns = (word: string): ReadonlySet<string> => nounForms.get(word) ?? none;

function read(lines: string): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const line of lines.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) {
      const known = forms.get(word) ?? new Set();
      for (const other of words) if (other !== word) known.add(other);
      forms.set(word, known);
    }
  }
  return forms;
}
