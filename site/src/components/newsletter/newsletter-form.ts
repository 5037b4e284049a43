/** A person takes longer; what comes faster is taken for a robot. The same number stands in the newsletter. */
const shortestFill = 1_500;

/**
 * Answers a sign-up on the page itself. Without this script, or when the answer cannot be read, the form
 * is sent the ordinary way and the newsletter's own page answers.
 */
class NewsletterForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(form);
    });
  }

  async #send(form: HTMLFormElement) {
    this.#show(this.dataset['sending']);
    // Whoever is that quick (a browser that fills in the address by itself) waits for a moment, and is no robot.
    await new Promise((resolve) => setTimeout(resolve, shortestFill - performance.now()));
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(fieldsOf(form)),
      });
      const message = await messageOf(response);
      if (response.ok) {
        form.hidden = true;
        this.#show(message ?? this.dataset['sent']);
        this.querySelector<HTMLElement>('[role=status]')?.focus();
      } else if (message !== undefined) {
        this.#show(message);
        this.#blame(this.querySelector<HTMLInputElement>('[name=email]'));
      } else {
        form.submit();
      }
    } catch {
      // No answer that may be read from here: let the browser carry the form there itself.
      form.submit();
    }
  }

  #show(words = '') {
    const answer = this.querySelector('[role=status]');
    if (answer) answer.textContent = words;
  }

  /** The field and what is wrong with it are told together, and stay so until something is typed. */
  #blame(field: HTMLInputElement | null) {
    const answer = this.querySelector('[role=status]');
    if (!field || !answer) return;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', answer.id);
    field.addEventListener('input', () => field.removeAttribute('aria-invalid'), { once: true });
    field.focus();
  }
}

function fieldsOf(form: HTMLFormElement) {
  const data = new FormData(form);
  return {
    ...Object.fromEntries(data),
    series: data.getAll('series'),
    elapsed: String(Math.round(performance.now())),
  };
}

async function messageOf(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
  return typeof body.message === 'string' ? body.message : undefined;
}

customElements.define('newsletter-form', NewsletterForm);
