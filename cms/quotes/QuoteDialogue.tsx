'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { Dialogue } from '../shared/Dialogue.tsx';
import { postJson } from '../shared/post-json.ts';
import panel from '../shared/Panel.module.css';
import styles from './QuotePanel.module.css';
import { quotesView, type QuotesView } from './quote-view.ts';
import { text } from './text.ts';

const words = text.dialogue;
type Quote = QuotesView['people'][number]['quotes'][number];

interface Props {
  url: string;
  people: QuotesView['people'];
  onDone: (view: QuotesView) => void;
  onClose: () => void;
}

/** Asks whom the check is for, and shows what was found for her, to be corrected by hand. */
export function QuoteDialogue({ url, people, onDone, onClose }: Props) {
  const [first] = people;
  const [name, setName] = useState(first?.name ?? '');
  const [email, setEmail] = useState('');
  const [quotes, setQuotes] = useState<Quote[]>(first?.quotes ?? []);

  const choose = (chosen: string) => {
    setName(chosen);
    const found = people.find((each) => each.name === chosen);
    if (found !== undefined) setQuotes(found.quotes);
  };
  const change = (n: number, quote: string) =>
    setQuotes(quotes.map((each, at) => (at === n ? { ...each, quote } : each)));
  const ask = async (): Promise<string | undefined> => {
    const answer = await postJson(url, { name, email: email.trim(), quotes });
    if (!answer.ok) return answer.message || text.panel.failed;
    const view = quotesView.safeParse(answer.data).data;
    if (view === undefined) return text.panel.failed;
    onDone(view);
    return undefined;
  };
  return (
    <Dialogue
      {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
      {...{ onClose, onConfirm: ask }}
    >
      <div>
        <label htmlFor="quotes-name">{words.who}</label>
        <input
          id="quotes-name"
          type="text"
          list="quotes-people"
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => choose(event.target.value)}
        />
        <datalist id="quotes-people">
          {people.map((each) => (
            <option key={each.name} value={each.name} />
          ))}
        </datalist>
      </div>
      <div>
        <label htmlFor="quotes-email">{words.email}</label>
        <input
          id="quotes-email"
          type="text"
          inputMode="email"
          value={email}
          maxLength={254}
          autoComplete="off"
          aria-describedby="quotes-email-help"
          onChange={(event) => setEmail(event.target.value)}
        />
        <p id="quotes-email-help" className={panel['quiet']}>
          {words.emailHelp}
        </p>
      </div>
      <section className={panel['panel']} aria-label={words.quotes(name)}>
        <h3 className={panel['title']}>{words.quotes(name)}</h3>
        <p className={panel['quiet']}>{quotes.length === 0 ? words.none : words.quotesHelp}</p>
        {quotes.map(({ quote }, n) => (
          <div key={n} className={styles['row']}>
            <label>
              {words.quote(n + 1)}
              <textarea
                rows={3}
                value={quote}
                onChange={(event) => change(n, event.target.value)}
              />
            </label>
            <Button
              buttonStyle="secondary"
              size="xsmall"
              margin={false}
              aria-label={words.remove(n + 1)}
              onClick={() => setQuotes(quotes.filter((_, at) => at !== n))}
            >
              ×
            </Button>
          </div>
        ))}
        <div>
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => setQuotes([...quotes, { quote: '', before: '', after: '' }])}
          >
            {words.add}
          </Button>
        </div>
      </section>
    </Dialogue>
  );
}
