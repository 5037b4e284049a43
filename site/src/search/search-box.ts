import { find, findChoices, type Choices, type Found, type Hit } from './search-client.ts';
import { resultRow } from './result-row.ts';

const pageLength = 10;
const pause = 120;

/** Names of the choices in the address, and in the index. */
const choiceNames = { slag: 'kind', tema: 'category', aar: 'year', skribent: 'author' } as const;

/** Search as you type. The address carries the words, so that a search can be sent to someone. */
class SearchBox extends HTMLElement {
  #latest = 0;
  #timer = 0;
  #found: Found = { hits: [], near: [], since: undefined };
  #shown = 0;

  connectedCallback() {
    const { form, input, more, older, narrow } = this.#parts();
    form.hidden = false;
    const address = new URLSearchParams(location.search);
    input.value = address.get('q') ?? '';
    for (const select of this.#selects()) {
      const value = address.get(select.name);
      if (value === null) continue;
      select.add(new Option(value, value, true, true));
      narrow.open = true;
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#search(), pause);
    });
    narrow.addEventListener('toggle', () => {
      this.#offerChoices()
        .catch(() => this.#offerChoices())
        .catch(() => this.#show(this.dataset['failed']));
    });
    narrow.addEventListener('change', () => void this.#search());
    more.addEventListener('click', () => {
      // What cannot be fetched may have been replaced meanwhile: asked anew, it is there.
      this.#showMore(true).catch(() => this.#search());
    });
    older.addEventListener('click', () => void this.#search(true));
    this.addEventListener('keydown', (event) => this.#move(event));
    if (input.value || Object.keys(this.#choices()).length > 0) void this.#search();
    else input.focus();
  }

  /** What fails once is tried once more: what could not be fetched may have been replaced meanwhile. */
  async #search(isDeep = false, isLast = false): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#latest;
    const query = this.#parts().input.value.trim();
    this.#writeAddress(query);
    this.#clear(query);
    if (query === '' && Object.keys(this.#choices()).length === 0) return;
    this.#show(this.dataset['loading']);
    try {
      const found = await find(query, { choices: this.#choices(), isDeep });
      if (turn !== this.#latest) return;
      this.#found = found;
      await this.#showMore(false);
      if (turn !== this.#latest) return;
      this.#showCount(query);
      await this.#offerChoices();
    } catch (error) {
      if (turn !== this.#latest) return;
      if (!isLast) return this.#search(isDeep, true);
      console.error(error);
      this.#show(this.dataset['failed']);
    }
  }

  async #showMore(isAsked: boolean) {
    const turn = this.#latest;
    const { list, more, older } = this.#parts();
    const results = this.#found.hits.length > 0 ? this.#found.hits : this.#found.near;
    const next = results.slice(this.#shown, this.#shown + pageLength);
    this.#shown += next.length;
    const rows = (await Promise.all(next.map((load) => load()))).map((hit: Hit) => resultRow(hit));
    if (turn !== this.#latest) return;
    if (!isAsked) list.replaceChildren();
    list.append(...rows);
    more.hidden = this.#shown >= results.length;
    older.hidden = !more.hidden || this.#found.since === undefined;
    if (isAsked) rows[0]?.querySelector('a')?.focus();
  }

  #showCount(query: string) {
    const { hits, near, since } = this.#found;
    const { one, many, none, near: nearly, since: sinceYear } = this.dataset;
    const words =
      query === ''
        ? this.dataset['chosen']
        : near.length > 0
          ? nearly
          : since !== undefined
            ? sinceYear
            : ([none, one][hits.length] ?? many);
    this.#show(
      words
        ?.replace('{n}', String(hits.length))
        .replace('{year}', String(since))
        .replace('{q}', () => query),
    );
    const isFound = hits.length + near.length > 0;
    this.#parts().help.hidden = isFound;
    this.toggleAttribute('data-empty', !isFound);
  }

  /** Fills the lists of choices with what there is, and keeps what is chosen. They are fetched once they are seen. */
  async #offerChoices() {
    if (!this.#parts().narrow.open) return;
    const there = await findChoices();
    for (const select of this.#selects()) {
      const chosen = select.value;
      const values = Object.keys(there[choiceNames[select.name as keyof typeof choiceNames]] ?? {}); // named in the markup
      values.sort((a, b) => a.localeCompare(b, 'nb'));
      if (select.name === 'aar') values.reverse();
      const [all] = select.options;
      select.replaceChildren(...(all ? [all] : []), ...values.map((value) => new Option(value)));
      select.value = chosen;
    }
  }

  #choices(): Choices {
    return Object.fromEntries(
      this.#selects().flatMap(
        ({ name, value }) =>
          value === '' ? [] : [[choiceNames[name as keyof typeof choiceNames], value]], // named in the markup
      ),
    );
  }

  #writeAddress(query: string) {
    const address = new URLSearchParams(query === '' ? {} : { q: query });
    for (const { name, value } of this.#selects()) if (value !== '') address.set(name, value);
    const search = address.toString();
    history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
  }

  #clear(query: string) {
    const { list, more, older, help } = this.#parts();
    this.#found = { hits: [], near: [], since: undefined };
    this.#shown = 0;
    for (const each of [more, older, help]) each.hidden = true;
    this.#show('');
    if (query === '') list.replaceChildren();
  }

  /** Arrows walk through the field and the results; Escape starts over. */
  #move(event: KeyboardEvent) {
    const { input, list } = this.#parts();
    if (event.target instanceof HTMLSelectElement) return;
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

  #show(words = '') {
    this.#parts().count.textContent = words;
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #parts() {
    return {
      form: part(this, 'form', HTMLFormElement),
      input: part(this, 'input', HTMLInputElement),
      narrow: part(this, '.narrow', HTMLDetailsElement),
      count: part(this, '[role=status]', HTMLElement),
      help: part(this, '.help', HTMLElement),
      list: part(this, 'ol', HTMLOListElement),
      more: part(this, '.more', HTMLButtonElement),
      older: part(this, '.older', HTMLButtonElement),
    };
  }
}

function part<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`search-box has no ${selector}`);
}

customElements.define('search-box', SearchBox);
