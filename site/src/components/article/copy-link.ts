/** Puts the article's address on the clipboard. Without this script its place in the list is hidden. */
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy());
    this.closest('li')?.removeAttribute('hidden');
  }

  async #copy() {
    const { url = location.href, done = '', failed = '' } = this.dataset;
    const status = this.querySelector('[role=status]');
    if (!status) return;
    try {
      await navigator.clipboard.writeText(url);
      status.textContent = done;
    } catch {
      // The clipboard may be closed to pages: the address is shown, to be copied by hand.
      status.textContent = `${failed} ${url}`;
    }
  }
}

customElements.define('copy-link', CopyLink);
