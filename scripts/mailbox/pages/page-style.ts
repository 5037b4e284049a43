export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #faf6ef;
  --raised: #fdfbf7;
  --ink: #14191f;
  --quiet: #565c64;
  --line: #ded5c5;
  --signal: #0c5a49;
  --on-signal: #fdfbf7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191714;
    --raised: #22201c;
    --ink: #ece7dd;
    --quiet: #aba598;
    --line: #474239;
    --signal: #7fcdb6;
    --on-signal: #191714;
  }
}
* { box-sizing: border-box }
body {
  margin: 0 auto;
  max-width: 60rem;
  padding: 0 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif;
  overflow-wrap: anywhere;
}
header { margin-bottom: 2rem; padding: 1.25rem 0 1rem; border-bottom: 1px solid var(--line) }
.name { margin: 0; font-weight: 650; letter-spacing: -0.01em }
.name a { color: inherit; text-decoration: none }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.125rem }
a { color: var(--signal); text-underline-offset: 0.18em }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--signal); outline-offset: 2px }
.quiet { color: var(--quiet) }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin: 1.5rem 0 }
input, button { min-height: 2.75rem; padding: 0 0.9rem; border-radius: 0.35rem; font: inherit }
input { flex: 1 1 14rem; min-width: 0; max-width: 22rem; border: 1px solid var(--quiet); background: var(--raised); color: inherit }
button { border: 0; background: var(--signal); color: var(--on-signal); font-weight: 600; cursor: pointer }
table { width: 100%; border-collapse: collapse }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td { padding: 0.7rem 1rem 0.7rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th, .facts th { color: var(--quiet); font-size: 0.875rem; font-weight: 500 }
.facts th { width: 12rem; padding-top: 0.8rem }
time { font-variant-numeric: tabular-nums; white-space: nowrap }
.list td:first-child { width: 45% }
.list td:not(:first-child) { font-size: 0.9375rem }
.list td:first-child a { font-weight: 600; text-decoration: none }
.list td:first-child a:hover { text-decoration: underline }
iframe { display: block; width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: 0.35rem; background: #fff }
pre { margin: 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.35rem; background: var(--raised); font: 0.9375rem/1.55 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; white-space: pre-wrap }
@media (max-width: 40rem) {
  .list thead { display: none }
  .list td:first-child { width: auto }
  .list td, .facts th, .facts td { display: block; padding: 0.15rem 0; border: 0 }
  .list tr, .facts tr { display: block; padding: 0.7rem 0; border-bottom: 1px solid var(--line) }
}
`;
