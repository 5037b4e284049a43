import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** In characters. NIST SP 800-63B § 5.1.1 asks for 8, and for room for long sentences. */
const shortest = 12;
const longest = 1000;

/** Words that come first to people who work with this, besides the world's commonest passwords. */
const ours = [
  ...['passord', 'hemmelig', 'velkommen', 'administrator', 'redaktør', 'redaktor', 'redaksjon'],
  ...['journalist', 'kundefront', 'kundeservice', 'kundesenter', 'nyhetsbrev', 'artikkel'],
  ...['sommer', 'vinter', 'norge', 'endremeg', 'byttmeg', 'loggmeginn', 'slippmeginn'],
];

/** Made at the first question: half a hundred thousand words. */
let guesser: ZxcvbnFactory | undefined;

export type Assessment = 'good' | 'short' | 'long' | 'common';

/**
 * What a password is worth. `common`: one of the commonest, or made of one in a way that every guesser knows (written
 * twice, with a year or `123` behind it, along the keyboard); found within a million tries by zxcvbn's measure.
 * `known` are words about its owner, such as the parts of an address.
 */
export function assessPassword(password: string, known: readonly string[] = []): Assessment {
  if ([...password].length < shortest) return 'short';
  if (password.length > longest) return 'long';
  guesser ??= new ZxcvbnFactory({ dictionary: { ...dictionary, ours }, graphs: adjacencyGraphs });
  return guesser.check(password, [...known]).score <= 1 ? 'common' : 'good';
}
