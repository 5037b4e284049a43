'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { LabelledInput } from '../admin/LabelledInput.tsx';
import { Dialogue } from '../shared/Dialogue.tsx';
import { sendJson } from '../shared/send-json.ts';
import panel from '../shared/Panel.module.css';
import styles from './QuotePanel.module.css';
import { quotesView, type Quote, type QuotesView } from './quote-view.ts';
import { text } from './text.ts';

const words = text.dialogue;

interface Props {
  url: string;
  people: QuotesView['people'];
  onDone: (view: QuotesView) => void;
  onClose: () => void;
}

/** Asks whom the check is for, and shows what was found for her, to be corrected by hand. */
export function QuoteDialogue({ url, people, onDone, onClose }: Props) {
  const [chosen, setChosen] = useState(people[0]?.name ?? '');
  const [other, setOther] = useState('');
  const [email, setEmail] = useState('');
  // What was corrected for one stays hers while another is looked at; nobody is shown what another said.
  const [corrected, setCorrected] = useState<Partial<Record<string, Quote[]>>>({});
  const found = people.find(({ name }) => name === chosen)?.quotes ?? [];
  const quotes = corrected[chosen] ?? found;
  const name = chosen || other;
  const setQuotes = (next: Quote[]) => setCorrected({ ...corrected, [chosen]: next });

  const change = (n: number, quote: string) =>
    setQuotes(quotes.map((each, at) => (at === n ? { ...each, quote } : each)));
  const ask = async (): Promise<string | undefined> => {
    const answer = await sendJson(url, { name, email: email.trim(), quotes });
    if (!answer.ok) return answer.message || text.panel.failed;
    const view = quotesView.safeParse(answer.data).data;
    if (view === undefined) return text.panel.failed;
    onDone(view);
    return undefined;
  };
  return (
    <Dialogue
      {...{ heading: words.heading, underway: words.underway, onClose, onConfirm: ask }}
      confirm={email.trim() === '' ? words.confirm : words.confirmAndMail}
    >
      <div>
        <label htmlFor="quotes-name">{words.who}</label>
        <select id="quotes-name" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {people.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name}
            </option>
          ))}
          <option value="">{words.other}</option>
        </select>
      </div>
      {chosen === '' && (
        <LabelledInput
          id="quotes-other"
          label={words.otherName}
          value={other}
          maxLength={200}
          onChange={setOther}
        />
      )}
      <LabelledInput
        id="quotes-email"
        label={words.email}
        inputMode="email"
        value={email}
        maxLength={254}
        help={words.emailHelp}
        onChange={setEmail}
      />
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
