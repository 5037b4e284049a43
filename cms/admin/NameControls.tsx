'use client';
import { useEffect, type ReactNode } from 'react';
import { enterNewRows } from './enter-new-rows.ts';
import { enterRefusedField } from './enter-refused-field.ts';
import { sayNoConnection } from './say-no-connection.ts';
import { text } from './text.ts';

const words = text.controls;

/** Buttons of Payload's that show a sign only, and what they do. */
const buttons: [selector: string, name: string][] = [
  ['.doc-controls__popup .popup-button', words.more],
  ['.restore-version__popup .popup-button, .restore-version .popup-button', words.more],
  ['.toolbar-popup__button-indentDecrease', words.indentDecrease],
  ['.toolbar-popup__button-indentIncrease', words.indentIncrease],
  ['.toolbar-popup__button-bold', words.bold],
  ['.toolbar-popup__button-italic', words.italic],
  ['.toolbar-popup__button-link', words.link],
  ['.toolbar-popup__dropdown-add', words.add],
  ['.toolbar-popup__dropdown-text', words.textStyle],
  ['.toolbar-popup__dropdown-align', words.align],
  ['.add-block-menu', words.add],
  ['.draggable-block-menu', words.drag],
  ['.clickable-arrow--left', words.previousPage],
  ['.clickable-arrow--right', words.nextPage],
  ['.copy-to-clipboard', words.copy],
  ['.file-details__remove, .file-field__remove', words.removeFile],
  ['.file-field__filename', words.fileName],
  ['.upload-relationship-details__edit', words.edit],
  ['.upload-relationship-details__remove', words.remove],
  ['.LexicalEditorTheme__block__removeButton', words.removeBox],
  ['.array-actions__button, .array-actions .popup-button', words.rowActions],
  ['.collapsible__toggle', words.toggle],
  ['.collapsible__drag', words.drag],
  ['.clipboard-action__popup .popup-button', words.rowActions],
  ['.app-header__account', words.account],
  ['#live-preview-toggler', words.preview],
  ['.date-time-picker__clear-button', words.clear],
];

/** Screens of Payload's that have no `main`. */
const screens = '.dashboard, .collection-list, .template-default__wrap > :not(.app-header)';

/**
 * Gives names to what Payload leaves without: whoever listens hears what a button does and what a field asks for. They come
 * and go with the screen, so the screen is watched. What has a name keeps it.
 */
export function NameControls({ children }: { children: ReactNode }) {
  useEffect(sayNoConnection, []);
  useEffect(enterRefusedField, []);
  useEffect(enterNewRows, []);
  useEffect(() => {
    let isDue = false;
    const later = () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        nameAll();
      });
    };
    const observer = new MutationObserver(later);
    observer.observe(document.body, { childList: true, subtree: true });
    later();
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <nav aria-label={words.shortcuts}>
        <a
          className="skip-to-content"
          href={`#${contentId}`}
          onClick={(event) => {
            event.preventDefault();
            skip();
          }}
        >
          {words.skip}
        </a>
      </nav>
      {children}
    </>
  );
}

const contentId = 'content';

/** Past menu and header: to the title of an article, else to where the page itself begins. */
function skip(): void {
  const content = document.querySelector<HTMLElement>(
    '.document-fields__main #field-title, .document-fields__main, .dashboard, .collection-list, .template-default__wrap',
  );
  if (content === null) return;
  if (!content.matches('input, textarea')) content.setAttribute('tabindex', '-1');
  content.focus();
}

function nameAll(): void {
  for (const [selector, name] of buttons)
    for (const button of document.querySelectorAll(selector)) setName(button, name);
  for (const input of document.querySelectorAll('.react-select input, .rs__input'))
    setName(input, labelAround(input) ?? words.choose);
  for (const input of document.querySelectorAll('.date-time-picker input'))
    setName(input, labelAround(input) ?? words.choose);
  // In boxes that look like the page labels are not shown.
  for (const field of document.querySelectorAll(
    '.LexicalEditorTheme__block :is(input[type="text"], textarea)',
  ))
    setName(field, labelAround(field) ?? words.writing);
  for (const editor of document.querySelectorAll('[data-lexical-editor]'))
    setName(editor, labelAround(editor) ?? words.writing);
  const sizes = document.querySelectorAll('.toolbar-input');
  for (const [n, size] of sizes.entries()) setName(size, n === 0 ? words.width : words.height);
  for (const frame of document.querySelectorAll('iframe:not([title])'))
    frame.setAttribute('title', words.shown);
  for (const box of document.querySelectorAll(
    'td input[type="checkbox"], th input[type="checkbox"]',
  ))
    setName(box, box.closest('th') === null ? words.selectRow : words.selectAll);
  setLandmarks();
  // What stands beside it says the same.
  for (const image of document.querySelectorAll('.file__thumbnail img, .file-field .thumbnail img'))
    setOnce(image, 'alt', '');
  // Hidden from who listens, and still in the way of who goes by keys.
  for (const hidden of document.querySelectorAll('[aria-hidden="true"]:is(button, [tabindex="0"])'))
    hidden.setAttribute('tabindex', '-1');
  // Their own words say more: voice control goes by what is seen.
  for (const named of document.querySelectorAll(
    '.doc-tab, .list-create-new-doc__create-new-button',
  ))
    named.removeAttribute('aria-label');
  // They are lifted and moved as a whole, and hold buttons of their own.
  for (const value of document.querySelectorAll('.rs__multi-value[role="button"]'))
    value.setAttribute('role', 'group');
  for (const list of document.querySelectorAll('ul.doc-tabs__tabs'))
    list.setAttribute('role', 'group');
}

/** Where a screen begins: Payload marks it on some. */
function setLandmarks(): void {
  const main = document.querySelector('main') ?? document.querySelector(screens);
  if (main !== null && main.tagName !== 'MAIN') setOnce(main, 'role', 'main');
  if (main !== null && main.id === '') main.id = contentId;
  for (const title of document.querySelectorAll('.array-field__title, .no-results h3'))
    setOnce(title, 'aria-level', '2');
  for (const head of document.querySelectorAll('.list-header')) setOnce(head, 'role', 'group');
  const header = document.querySelector('.doc-header');
  if (header === null || header.closest('main, [role="main"]') !== null) return;
  setOnce(header, 'role', 'region');
  setName(header, words.heading);
}

/** The screen is watched: what is set again is a change. */
function setOnce(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setName(element: Element, name: string): void {
  const has =
    element.hasAttribute('aria-label') ||
    element.hasAttribute('aria-labelledby') ||
    // As shown: a hint that comes with the mouse is in the text, and says nothing till then.
    (element instanceof HTMLButtonElement && element.innerText.trim() !== '');
  if (!has) element.setAttribute('aria-label', name);
}

/** What the field around it is called. */
function labelAround(element: Element): string | undefined {
  const field = element.closest('.field-type, .rich-text-lexical, .per-page, .where-builder');
  const label = field?.querySelector('.field-label, label')?.textContent.replace('*', '').trim();
  return label === '' ? undefined : label;
}
