/** What stands for what was taken out. */
const gone = '…';

/** The end of a message: its stack, as it is or in JSON, or the cause of another error. */
const end = String.raw`(?=(?:\n|\\+n)\s*(?:at |Caused by:|caused by:|\[cause\])|$)`;
const rest = String.raw`[\s\S]*?${end}`;

/** A quoted value, also within JSON and within JSON in JSON. */
const name = String.raw`["'\`\[\\]`;

/** Statements, however they are written: what a failed one was given stands in it, or behind it. */
const statements = [
  String.raw`(?<=Failed query):${rest}`,
  String.raw`\b(?:insert(?:\s+or\s+\w+)?|replace)\s+into\s${rest}`,
  String.raw`\bdelete\s+from\s+(?:${name}|\w+\s+where\b)${rest}`,
  String.raw`\bupdate\s+(?:or\s+\w+\s+)?\S+\s+set\s${rest}`,
  String.raw`\b(?:create|alter|drop)\s+(?:unique\s+|temp\s+|virtual\s+)*(?:table|index|trigger|view)\s${rest}`,
  String.raw`\bselect\s+(?:${name}|\*|\w+[.(,]|distinct\b|\w+\s+from\s+${name})${rest}`,
  // Names of columns with what is to be in them: the part of a statement that an error is told with.
  String.raw`(?<=\bparams: )${rest}`,
];

/** What databases quote of what they were given; the name of the index, the table, the path stays. */
const quotations = [
  String.raw`(?<=dup key: )\{${rest}`,
  String.raw`(?<=for value )["'\`{\[][\s\S]*?(?= \(type )`,
  String.raw`(?<=near )"[\s\S]*?"(?=: syntax error)`,
  String.raw`(?<=unrecognized token: )"${rest}`,
  String.raw`\`[^\`]*\`(?= is not a valid enum value)`,
];

/** `@` as it is, in an address of the web, in JSON, in HTML. */
const at = String.raw`(?:@|%(?:25)*40|\\+u0040|&#(?:64|x40);)`;
const sign = String.raw`[^\s"'\`<>()\\,;]`;
/** A slash before the sign is a path such as `node_modules/@x`. */
const addresses = [
  String.raw`\\*"[^"\n]{0,64}"${at}${sign}+`,
  String.raw`${sign}{0,128}[^\s"'\`<>()\\,;/]${at}${sign}+`,
];

/** A value behind its name: in JSON, in a header, in an address, in what Node prints of an object. */
const named = [
  String.raw`(?:token|password|passord|secret|passphrase|api[_-]?key|salt|hash|cookie|kode|signature)(?:hash)?(?:\\*["'])?(?::\s*|=|%3D)(?:\\*["'])?(?=[^\s"'\\,;&{[\]()<>]{5})`,
  String.raw`[?&](?:email|epost|code|key|sig)=`,
  String.raw`\/(?:confirm|unsubscribe|preferences|reset|verify)\/`,
  String.raw`\bBearer\s+`,
  String.raw`\bBasic\s+(?=[A-Za-z0-9+/]{8,}={0,2})`,
];

/** Keys that tell by their beginning what they are, whole tokens that are JSON in base64, and random bits. */
const keys = [
  String.raw`\b(?:re_\w{4,}|whsec_[\w+/=-]+|AGE-SECRET-KEY-\w+|A[KS]IA[A-Z0-9]{12,})`,
  String.raw`\beyJ[\w-]{8,}(?:\.[\w-]+)*`,
  String.raw`\b[0-9a-fA-F]{32,}\b`,
  String.raw`(?<![\w+/-])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])(?=[\w+/-]*\d)[A-Za-z0-9+/]{20,}={1,2}`,
  // Base64 without its padding: a slash in it begins no path.
  String.raw`(?<![\w+/.-])(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])(?=[\w+/]*\d)[A-Za-z0-9+/]{40,}(?![\w.-])`,
  // 256 bits are 43 signs. Names of functions and of files have no such mixture.
  String.raw`(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40,}(?![\w-])`,
];

const insensitive = new RegExp([...statements, ...quotations, ...addresses].join('|'), 'gi');
const exact = new RegExp(keys.join('|'), 'g');
const behindNames = new RegExp(String.raw`(${named.join('|')})[^\s"'\\,;&<>#}]+`, 'gi');

/** Base64 of random bits may have slashes, as paths do, but words change their kind of sign seldom. */
const base64 = /(?<![\w+/-])[A-Za-z0-9+/]{40,}/g;
const change = /[a-z](?=[A-Z\d+/])|[A-Z](?=[a-z\d+/])|\d(?=[a-zA-Z+/])/g;
/** The same without slashes; chance leaves out the digits of some. */
const base64url = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}(?![\w-])/g;
/** Words beside each other begin with one capital letter; chance puts several together. */
const hasRuns = (text: string) => (text.match(/[A-Z](?=[A-Z])/g)?.length ?? 0) >= 3;
const isRandom = (text: string) => (text.match(change)?.length ?? 0) > 0.35 * text.length;

/** What is longer is cut, at the end of a word, before anybody looks for secrets in it. */
const longest = 8_000;
const beginningOf = (text: string): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/\S*$/, gone);

/**
 * The text without what could name a person or open a door: e-mail addresses, tokens, keys, hashes, and statements with
 * what they were given, become `…`. Ids, slugs and stacks stay. Every line of a log goes through it, and so does each
 * sentence that is kept of somebody else's answer.
 */
export const withoutSecrets = (text: string): string =>
  beginningOf(text)
    .replace(insensitive, gone)
    .replace(behindNames, `$1${gone}`)
    .replace(exact, gone)
    .replace(base64url, (found) => (isRandom(found) || hasRuns(found) ? gone : found))
    .replace(base64, (found) => (isRandom(found) ? gone : found));
