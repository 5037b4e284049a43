/** What the commands say in the terminal, apart from the parts that have words of their own. */
export const text = {
  start: {
    noMailLeaves: (port: number) =>
      'Ingen e-post forlater maskinen: RESEND_API_KEY er ikke satt. ' +
      `Alle brev blir liggende i den lokale postkassen, http://localhost:${port}/.`,
    silent: (service: string) =>
      `${service} svarte ikke på ett minutt. Meldingene over sier hvorfor.`,
    noAdmin: (address: string) => `Ingen administrator ennå. Lag den første her: ${address}`,
    up: (seconds: string) => `Oppe etter ${seconds} s. Stopp med Ctrl+C.`,
    firstPages: 'Lager sidene for første gang …',
    pagesLater: 'Sidene lages fortsatt; de kommer etter hvert.',
    stopping: 'Stopper …',
  },
  migrate: {
    nothing: 'Databasen passer til denne versjonen. Ingenting å gjøre.',
    begins: (count: number) =>
      count === 1 ? 'Gjør 1 endring i databasen …' : `Gjør ${count} endringer i databasen …`,
    done: 'Databasen passer til denne versjonen.',
    failed:
      'Endringen gikk ikke, og er rullet tilbake: databasen er som før den. Hvorfor står over. Veien tilbake til den forrige versjonen er kopien som ble tatt først.',
  },
  admin: {
    refused: (problem: string) => `${problem} Kjør kommandoen på nytt.`,
    made: (email: string) => `${email} er administrator.`,
    newPassword: (email: string) => `${email} har nytt passord.`,
  },
  publishAll: {
    siteIsOff: 'Nettstedet kjører ikke: lager sidene her, av det som alt er hentet.',
    refused: (status: number) => `Publisisten svarte ${status}. Er PUBLISH_TOKEN den samme?`,
    failed: (error: string) => `Gikk ikke: ${error}`,
    pulled: (seconds: string) => `Hentet alt fra redaksjonen på ${seconds} s.`,
    progress: (done: number, total: number) => `  ${done} av ${total} sider`,
    finished: (pages: number, seconds: number) =>
      `Ferdig: ${pages} sider på ${seconds.toFixed(1)} s (${Math.round(pages / seconds)} sider i sekundet).`,
  },
  seed: {
    preparing: 'Gjør klar databasen og eksempelutgaven …',
    failed: 'Eksempelutgaven kunne ikke lastes inn. Meldingene over sier hvorfor.',
  },
};
