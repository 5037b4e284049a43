import { findHits } from './search-index.ts';
import type { Hit, Hits } from './search-index.ts';
import { resultRow } from './search-result.ts';

const pageLength = 10;
const pause = 120;

/** Search as you type. The address carries the words, so that a search can be sent to someone. */
class SearchBox extends HTMLElement {
  #latest = 0;
  #timer = 0;
  #hits: Hits = [];
  #shown = 0;

  connectedCallback() {
    const { form, input, more } = this.#parts();
    form.hidden = false;
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#search(), pause);
    });
    more.addEventListener('click', () => void this.#showMore(true));
    this.addEventListener('keydown', (event) => this.#move(event));
    if (input.value) void this.#search();
    else input.focus();
  }

  async #search() {
    const turn = ++this.#latest;
    const { input } = this.#parts();
    const query = input.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    this.#clear();
    if (query === '') return;
    this.#say(this.dataset['loading']);
    try {
      const hits = await findHits(query);
      if (turn !== this.#latest) return;
      this.#hits = hits;
      await this.#showMore(false);
      if (turn === this.#latest) this.#sayCount(query);
    } catch (error) {
      if (turn !== this.#latest) return;
      console.error(error);
      this.#say(this.dataset['failed']);
    }
  }

  async #showMore(isAsked: boolean) {
    const turn = this.#latest;
    const { list, more } = this.#parts();
    const next = this.#hits.slice(this.#shown, this.#shown + pageLength);
    const found: Hit[] = await Promise.all(next.map((load) => load()));
    if (turn !== this.#latest) return;
    this.#shown += next.length;
    const rows = found.map(resultRow);
    if (!isAsked) list.replaceChildren();
    list.append(...rows);
    more.hidden = this.#shown >= this.#hits.length;
    if (isAsked) rows[0]?.querySelector('a')?.focus();
  }

  #sayCount(query: string) {
    const count = this.#hits.length;
    const { one, many, none } = this.dataset;
    const words = count === 0 ? none : count === 1 ? one : many;
    this.#say(words?.replace('{n}', String(count)).replace('{q}', () => query));
    this.#parts().help.hidden = count > 0;
  }

  #clear() {
    const { list, more, help } = this.#parts();
    this.#hits = [];
    this.#shown = 0;
    more.hidden = true;
    help.hidden = true;
    this.#say('');
    if (this.#parts().input.value.trim() === '') list.replaceChildren();
  }

  /** Arrows walk through the field and the results; Escape starts over. */
  #move(event: KeyboardEvent) {
    const { input, list } = this.#parts();
    if (event.key === 'Escape') {
      input.value = '';
      input.focus();
      event.preventDefault();
      void this.#search();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    const stop = stops[here + step];
    if (here < 0 || !stop) return;
    event.preventDefault();
    stop.focus();
  }

  #say(words = '') {
    this.#parts().count.textContent = words;
  }

  #parts() {
    return {
      form: find(this, 'form', HTMLFormElement),
      input: find(this, 'input', HTMLInputElement),
      count: find(this, '[role=status]', HTMLElement),
      help: find(this, '.help', HTMLElement),
      list: find(this, 'ol', HTMLOListElement),
      more: find(this, '.more', HTMLButtonElement),
    };
  }
}

function find<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`search-box has no ${selector}`);
}

customElements.define('search-box', SearchBox);
