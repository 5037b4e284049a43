import { readFileSync } from 'node:fs';
import { text } from '../../cms/moving/text.ts';

const words = text.check;
/** So many places of a kind are named. */
const named = 50;

/**
 * Asks the site for each address of a list (a line each; whole addresses of the old site, or paths) as a reader's
 * browser would, and says what it answers. What leads nowhere is named.
 */
export async function checkAddresses(file: string, siteUrl: string): Promise<string[]> {
  const addresses = [
    ...new Set(
      readFileSync(file, 'utf8')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ];
  const answers = new Map<string, string[]>();
  for (const address of addresses.filter(Boolean)) {
    const path = URL.canParse(address, siteUrl) ? pathOf(new URL(address, siteUrl)) : undefined;
    const answer = path === undefined ? words.unreadable : await ask(new URL(path, siteUrl));
    answers.set(answer, [...(answers.get(answer) ?? []), address]);
  }
  return [...answers]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([answer, places]) => [
      `${String(places.length).padStart(7)}  ${answer}`,
      ...(answer.startsWith('2') || answer.startsWith('3')
        ? []
        : places.slice(0, named).map((place) => `         · ${place}`)),
    ]);
}

const pathOf = ({ pathname, search }: URL) => pathname + search;

/** What the address answers, and what is at the end where it leads on. */
async function ask(address: URL): Promise<string> {
  const first = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
  if (first === undefined) return words.silent;
  await first.body?.cancel();
  const to = first.headers.get('location');
  if (to === null)
    return words.answers[first.status as keyof typeof words.answers] ?? String(first.status); // why: others have no words
  const end = await fetch(new URL(to, address)).catch(() => undefined);
  await end?.body?.cancel();
  return end?.ok === true
    ? words.moved(first.status)
    : words.movedNowhere(first.status, end?.status ?? 0);
}
