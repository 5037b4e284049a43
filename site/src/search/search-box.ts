import type { Choices } from './choices.ts';
import { fetchWords, find, findChoices, type Found } from './search-client.ts';
import type { Hit } from './to-hit.ts';
import { pageLinks, resultRow } from './result-row.ts';
import { suggest } from './suggest.ts';

const pageLength = 10;
const pause = 120;

const nothing: Found = { hits: [], near: [], unknown: [], since: undefined };

/** Names of the choices in the address, and in the index. */
const choiceNames = { slag: 'kind', tema: 'category', aar: 'year', skribent: 'author' } as const;

/** Search as you type. The address carries the words, so that a search can be sent to someone. */
class SearchBox extends HTMLElement {
  #latest = 0;
  #timer = 0;
  #found: Found = nothing;
  #shown = 0;

  connectedCallback() {
    const { form, input, more, older, narrow } = this.#parts();
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
    this.#tellChosen();
    this.#clear(query);
    if (query === '' && Object.keys(this.#choices()).length === 0) return;
    this.#show(this.dataset['loading']);
    try {
      const found = await find(query, { choices: this.#choices(), isDeep });
      if (turn !== this.#latest) return;
      // Known before anything is shown, so that nothing has to make room for it.
      const meant = found.unknown.length > 0 ? await this.#findMeant(query, found) : undefined;
      if (turn !== this.#latest) return;
      this.#found = found;
      await this.#showMore(false);
      if (turn !== this.#latest) return;
      this.#showCount(query);
      this.#showMeant(meant);
      this.removeAttribute('data-waiting');
      await this.#offerChoices();
    } catch (error) {
      if (turn !== this.#latest) return;
      if (!isLast) return this.#search(isDeep, true);
      console.error(error);
      this.removeAttribute('data-waiting');
      this.#show(this.dataset['failed']);
    }
  }

  async #showMore(isAsked: boolean) {
    const turn = this.#latest;
    const { list, more, older, pages } = this.#parts();
    const results = this.#found.hits.length > 0 ? this.#found.hits : this.#found.near;
    const next = results.slice(this.#shown, this.#shown + pageLength);
    this.#shown += next.length;
    const loaded = await Promise.all(next.map((load) => load()));
    // What is paid for stands below the paper's own.
    const hits = [
      ...loaded.filter(({ isPaid }) => !isPaid),
      ...loaded.filter(({ isPaid }) => isPaid),
    ];
    const rows = hits.map((hit: Hit) => resultRow(hit));
    if (turn !== this.#latest) return;
    if (!isAsked) {
      list.replaceChildren();
      pages.replaceChildren(...pageLinks(hits.flatMap((hit) => hit.pages)));
    }
    list.append(...rows);
    more.hidden = this.#shown >= results.length;
    older.hidden = !more.hidden || this.#found.since === undefined;
    if (isAsked) rows[0]?.querySelector('a')?.focus();
  }

  #showCount(query: string) {
    const { hits, near, since } = this.#found;
    const { one, many, near: nearly, since: sinceYear } = this.dataset;
    const chosen = Object.values(this.#choices()).join(', ');
    const none = chosen === '' ? this.dataset['none'] : this.dataset['noneChosen'];
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
        .replace('{chosen}', () => chosen)
        .replace('{q}', () => query.replace(/^["«“„]+|["»”“]+$/g, '')),
    );
    const isFound = hits.length + near.length > 0;
    this.#parts().help.hidden = isFound;
    this.toggleAttribute('data-empty', !isFound);
  }

  /** What was meant where no article has a word. Without an answer nothing is said: the results stand. */
  async #findMeant(query: string, { unknown }: Found) {
    return suggest(query, unknown, await fetchWords().catch(() => []));
  }

  #showMeant(meant: string | undefined) {
    if (meant === undefined) return this.#parts().meant.replaceChildren();
    const address = new URLSearchParams(location.search);
    address.set('q', meant);
    const link = document.createElement('a');
    link.href = `?${address.toString()}`;
    link.textContent = meant;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#parts().input.value = meant;
      void this.#search();
    });
    const [before, after] = (this.dataset['meant'] ?? '').split('{q}');
    this.#parts().meant.replaceChildren(before ?? '', link, after ?? '');
  }

  /** Fills the lists of choices with what there is, and keeps what is chosen. They are fetched once they are seen. */
  async #offerChoices() {
    if (!this.#parts().narrow.open) return;
    const turn = this.#latest;
    const there = await findChoices(this.#parts().input.value.trim(), this.#choices());
    if (turn !== this.#latest) return;
    for (const select of this.#selects()) {
      const chosen = select.value;
      const counts = there[choiceNames[select.name as keyof typeof choiceNames]] ?? {}; // named in the markup
      const values = Object.keys(counts);
      values.sort((a, b) => a.localeCompare(b, 'nb'));
      if (select.name === 'aar') values.reverse();
      const [all] = select.options;
      select.replaceChildren(
        ...(all ? [all] : []),
        ...values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value)),
      );
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

  /** Beside the heading of the choices, which may be closed. */
  #tellChosen() {
    const chosen = Object.values(this.#choices()).join(', ');
    part(this, '.chosen', HTMLElement).textContent = chosen === '' ? '' : `: ${chosen}`;
  }

  #writeAddress(query: string) {
    const address = new URLSearchParams(query === '' ? {} : { q: query });
    for (const { name, value } of this.#selects()) if (value !== '') address.set(name, value);
    const search = address.toString();
    history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
  }

  #clear(query: string) {
    const { list, more, older, help, meant, pages } = this.#parts();
    this.#found = nothing;
    this.#shown = 0;
    for (const each of [more, older]) each.hidden = true;
    this.#show('');
    this.toggleAttribute('data-waiting', query !== '');
    if (query !== '') return;
    help.hidden = true;
    for (const each of [meant, list, pages]) each.replaceChildren();
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
      meant: part(this, '.meant', HTMLElement),
      pages: part(this, '.pages', HTMLElement),
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
