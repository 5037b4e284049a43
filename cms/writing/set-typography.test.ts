import { describe, expect, test } from 'vitest';
import { setTypography } from './set-typography.ts';

/** What stands there when somebody types it, sign by sign. */
function type(keys: string): string {
  let text = '';
  for (const key of keys) {
    const setting = setTypography(text, key);
    text =
      setting === null ? text + key : text.slice(0, text.length - setting.remove) + setting.insert;
  }
  return text.replaceAll('\u00a0', '~');
}

describe('what is typed', () => {
  test.each([
    ['Hun sa "hei" til ham.', 'Hun sa «hei» til ham.'],
    ['"Jeg leste "Vildanden" i går", sa hun.', '«Jeg leste ‘Vildanden’ i går», sa hun.'],
    ['"Han sa \'nei\' da"', '«Han sa ‘nei’ da»'],
    ['("i parentes")', '(«i parentes»)'],
    ["Lars' bil, ta'kke, '60-tallet", 'Lars’ bil, ta’kke, ’60-tallet'],
    ['Oslo -- Bergen', 'Oslo – Bergen'],
    ['ja - nei', 'ja – nei'],
    ['e-post og 8-16', 'e-post og 8-16'],
    ['Vent...', 'Vent…'],
    ['Vent....', 'Vent….'],
    ['Se § 14 og kl. 12 i nr. 5', 'Se §~14 og kl.~12 i nr.~5'],
    ['10 000 fikk 100 kr.', '10~000 fikk 100~kr.'],
    ['50 % av 5 km ', '50~% av 5~km '],
    ['I 2024 500 personer', 'I 2024 500 personer'],
    ['1 000 000', '1~000~000'],
    ['kr 100 og kl 12 og 10 prosent av', 'kr~100 og kl~12 og 10~prosent av'],
    ['5 °C ute', '5~°C ute'],
    ['kapittel 3 100 sider', 'kapittel 3 100 sider'],
    ['Se http://a.no/--x og a--b', 'Se http://a.no/--x og a–b'],
    ['---', '---'],
    ['-- Hei, sa hun.', '– Hei, sa hun.'],
    ['Skriv til a--b@c.no, takk', 'Skriv til a--b@c.no, takk'],
    ['Pil --> hit', 'Pil --> hit'],
    ['6\' og 5"', '6\' og 5"'],
    ['10 mill. kr og 3 mrd. kroner.', '10~mill.~kr og 3~mrd.~kroner.'],
    ['Den 1. mai og 17. desember, s. 12', 'Den 1.~mai og 17.~desember, s.~12'],
    ['Øs. 1 og 5 mennesker', 'Øs. 1 og 5 mennesker'],
    ['En 5" skjerm', 'En 5" skjerm'],
    ['""', '«»'],
    ['Anti-"woke" og ikke-"voldelig"', 'Anti-«woke» og ikke-«voldelig»'],
    ['1990-"tallet" og x="y"', '1990-«tallet» og x=«y»'],
    ['"Han er anti-"woke" nå"', '«Han er anti-‘woke’ nå»'],
    ['"For-" og "etter-"', '«For-» og «etter-»'],
    ['Se "https://nav.no/a--b" her', 'Se «https://nav.no/a--b» her'],
    ['Skriv «til "redaksjon@kundefront.no"»', 'Skriv «til ‘redaksjon@kundefront.no’»'],
    ['Ja --- nei', 'Ja – nei'],
    ['et ord---et annet', 'et ord–et annet'],
    ['"År 2024"', '«År 2024»'],
  ])('%s', (keys, text) => expect(type(keys)).toBe(text));
});
