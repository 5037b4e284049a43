// The player above goes to the chapter; without this the file opens there (https://www.w3.org/TR/media-frags/).
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLElement>('a[data-at]');
  const player = link && link.closest('figure')?.querySelector('audio');
  if (!player) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset['at']);
  void player.play().catch(() => undefined); // a file that is not there is said by the player
});
