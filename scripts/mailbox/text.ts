/** What the mailbox says in the terminal; its pages have their words beside them. */
export const text = {
  wrongSettings: 'Postkassen starter ikke: noen innstillinger er feil.',
  taken: (port: number) =>
    `Postkassen kom ikke opp: port ${port} er opptatt av et annet program. Stopp det, eller sett MAILBOX_PORT til en annen.`,
  refused: (port: number, folder: string) =>
    `Postkassen kom ikke opp: port ${port} kan ikke brukes. Sjekk MAILBOX_PORT og rettighetene til ${folder}.`,
  failed: (why: string) => `Postkassen kom ikke opp: ${why}`,
  damaged: (file: string, line: number) => `${file} er skadet på linje ${line}.`,
  elsewhere: 'Postkassen åpnes bare på denne maskinen, på http://localhost.',
};
