import '@meshes-embed/element';
import type { LaunchPage } from '@meshes-embed/element';

const embed = document.querySelector('meshes-embed')!;
const buttons = document.querySelectorAll<HTMLButtonElement>('nav button');

function mark(): void {
  for (const button of buttons) button.ariaCurrent = button.value === embed.page ? 'page' : null;
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    embed.page = button.value as LaunchPage;
    mark();
  });
}
embed.addEventListener('pagechange', mark);
mark();
