import { invisibleSigns, joiningSigns } from '../../../../content/model/invisible-signs.ts';

/** A person takes longer; what comes faster is taken for a robot. The same number stands in the newsletter. */
const shortestFill = 1_500;
/** Whoever has not answered by then does not; in ms. */
const patience = 10_000;

const isAddress = (address: string) => /^[^@]+@[^@]+\.[^@.]+$/.test(address);

/**
 * Answers a sign-up on the page itself, whatever becomes of it: the address stays in its field until the newsletter has
 * it. Without this script the form is sent the ordinary way and the newsletter's own page answers.
 */
class NewsletterForm extends HTMLElement {
  #isSending = false;

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    // The browser would say what is wrong in its own language.
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#answer(form);
    });
  }

  async #answer(form: HTMLFormElement) {
    const field = this.querySelector<HTMLInputElement>('[name=email]');
    if (this.#isSending || !field) return;
    // Signs that nobody sees, and blanks around it, come along when an address is copied. One inside it is a slip: whose
    // address it would be without, nobody knows.
    for (const unseen of [invisibleSigns, joiningSigns])
      field.value = field.value.replace(unseen, '');
    field.value = field.value.trim();
    if (field.value === '') return this.#blame(field, this.dataset['missing']);
    if (!isAddress(field.value)) return this.#blame(field, this.dataset['wrong']);
    this.#isSending = true;
    this.#blame(field, '');
    this.#press(this.dataset['sending'], true);
    const { isTaken, message } = await send(form).catch(() => ({ ...failed }));
    this.#isSending = false;
    if (isTaken) {
      form.hidden = true;
      this.#thank(message ?? this.dataset['sent']);
      return;
    }
    this.#press(this.dataset['retry'], false);
    this.#blame(field, message ?? this.dataset['failed']);
  }

  /** What the button says, and whether pressing it does nothing. It keeps the focus. */
  #press(words = '', isBusy: boolean) {
    const button = this.querySelector('button');
    if (!button) return;
    button.textContent = words;
    button.setAttribute('aria-disabled', String(isBusy));
  }

  /** The field and what is wrong with it are told together, and stay so until something is typed. */
  #blame(field: HTMLInputElement, words = '') {
    const problem = this.querySelector('.problem');
    if (!problem) return;
    problem.textContent = words;
    if (words === '') return field.removeAttribute('aria-invalid');
    field.setAttribute('aria-invalid', 'true');
    field.addEventListener('input', () => this.#blame(field), { once: true });
    field.focus();
  }

  #thank(words = '') {
    const answer = this.querySelector<HTMLElement>('[role=status]');
    if (!answer) return;
    answer.textContent = words;
    answer.focus();
  }
}

interface Answer {
  isTaken: boolean;
  /** What the newsletter says to the reader, if it said anything. */
  message: string | undefined;
}

const failed: Answer = { isTaken: false, message: undefined };

/** Rejects when nobody answers in time. */
async function send(form: HTMLFormElement): Promise<Answer> {
  // Whoever is that quick (a browser that fills in the address by itself) waits for a moment, and is no robot.
  await new Promise((resolve) => setTimeout(resolve, shortestFill - performance.now()));
  const data = new FormData(form);
  const fields = {
    ...Object.fromEntries(data),
    series: data.getAll('series'),
    elapsed: String(Math.round(performance.now())),
  };
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(fields),
    signal: AbortSignal.timeout(patience),
  });
  const body: unknown = await response.json();
  const isMessage = typeof body === 'object' && body !== null && 'message' in body;
  const message = isMessage && typeof body.message === 'string' ? body.message : undefined;
  // What is wrong on the newsletter's side is not told in its words.
  return { isTaken: response.ok, message: response.status < 500 ? message : undefined };
}

customElements.define('newsletter-form', NewsletterForm);
