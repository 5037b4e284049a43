import { placeMessages, type Place } from '../../../../content/wire/preview-place.ts';
import { placeOf, withText } from './preview-place.ts';

/**
 * Inside the admin's preview frame: shows what is typed before it is saved, without moving the page under the reader's
 * eyes; a click puts the cursor at that place in the form, and where the cursor is there is shown here.
 */
class PreviewBar extends HTMLElement {
  #origin = '';
  /** The newest form. Something may have changed again while the page was on its way: `#isDue`. */
  #form: unknown;
  #isAsking = false;
  #isDue = false;
  #cursor: unknown;

  connectedCallback() {
    const origin = this.dataset['cmsOrigin'];
    if (origin === undefined || window.parent === window) return;
    this.#origin = origin;
    window.scrollTo(0, Number(sessionStorage.getItem(window.location.pathname)));
    window.addEventListener('pagehide', () => {
      sessionStorage.setItem(window.location.pathname, String(window.scrollY));
    });
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.origin === origin) this.#hear(event.data);
    });
    document.addEventListener('click', (event) => this.#tellPlace(event), true);
    this.#tell({ type: 'payload-live-preview', ready: true });
  }

  #tell(message: object): void {
    window.parent.postMessage(message, this.#origin);
  }

  #hear(message: unknown): void {
    if (!isMessage(message)) return;
    switch (message.type) {
      case 'payload-live-preview':
        this.#form = message.data;
        void this.#follow();
        return;
      case 'payload-document-event': // saved: what others changed is in it, too
        void this.#follow();
        return;
      case placeMessages.cursor:
        this.#cursor = message;
        this.#showCursor();
    }
  }

  /** Shows the newest form; one question at a time, and the last one always. */
  async #follow(): Promise<void> {
    this.#isDue = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#isDue) {
      await new Promise((resolve) => setTimeout(resolve, 120)); // a word, not each of its letters
      this.#isDue = false;
      const page = await ask(this.#form);
      if (page !== undefined) this.#show(page);
    }
    this.#isAsking = false;
  }

  #show(html: string): void {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const next = page.querySelector('main');
    const now = document.querySelector('main');
    if (next === null || now === null) return;
    // A box of a new kind brings its style along, which this page's policy does not know. Loading anew shows what is
    // saved: once, for the same styles.
    const missing = missingStyles(page);
    if (missing !== '' && sessionStorage.getItem(missingKey) !== missing) {
      sessionStorage.setItem(missingKey, missing);
      window.location.reload();
      return;
    }
    document.title = page.title;
    if (now.innerHTML === next.innerHTML) return;
    now.replaceChildren(...document.importNode(next, true).childNodes);
    this.#showCursor();
  }

  #showCursor(): void {
    if (!isPlace(this.#cursor)) return;
    const { text, nth } = this.#cursor;
    const main = document.querySelector('main');
    const there = main === null ? undefined : withText(main, text)[nth];
    if (there === undefined) return;
    const { top, bottom } = there.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    there.scrollIntoView({ block: 'center' });
  }

  #tellPlace(event: MouseEvent): void {
    const main = document.querySelector('main');
    const place = main === null ? undefined : placeOf(main, event);
    if (place === undefined) return;
    event.preventDefault(); // links lead nowhere from here
    this.#tell({ type: placeMessages.clicked, ...place });
  }
}

/** The page with what the form holds; undefined while it cannot be had. */
async function ask(form: unknown): Promise<string | undefined> {
  try {
    const options = { method: 'POST', body: JSON.stringify(form ?? {}) };
    const answer = await fetch(window.location.href, options);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined; // no connection: the next key asks again
  }
}

const missingKey = 'preview-styles';

/** Styles of a page that this one does not have; others may have put theirs here. */
function missingStyles(page: Document): string {
  const here = new Set(stylesOf(document));
  return stylesOf(page)
    .filter((style) => !here.has(style))
    .join('\n');
}

const stylesOf = (page: Document): string[] =>
  [...page.querySelectorAll('style, link[rel="stylesheet"]')].map(
    (each) => each.getAttribute('href') ?? each.textContent ?? '',
  );

interface Message {
  type: unknown;
  data?: unknown;
}
const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'type' in value;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'text' in value && 'nth' in value;

customElements.define('preview-bar', PreviewBar);
