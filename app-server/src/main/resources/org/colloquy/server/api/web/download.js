// Files of the server, put where the browser puts what somebody downloads.
import * as api from './api.js';
import { byId, element, show } from './dom.js';
import { text } from './texts.js';

const TOLD_FOR = 8000;
const KEPT_FOR = 60000;

let until = 0;

/** Fetches a file and saves it under the name that the server gives it. */
export async function save(path) {
  tell(text('download.coming'));
  try {
    const answer = await api.open('GET', path);
    const content = await answer.blob().catch(() => { throw new api.Unreachable(); });
    hand(content, nameIn(answer.headers.get('Content-Disposition') ?? ''));
    tell('');
  } catch (e) {
    tell(e.message);
    until = setTimeout(() => tell(''), TOLD_FOR);
  }
}

/** Whatever it is, nothing of it is shown or run here. */
function hand(content, name) {
  const link = element('a');
  const address = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}

function nameIn(disposition) {
  const written = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return written ? decodeURIComponent(written) : 'colloquy';
}

function tell(words) {
  clearTimeout(until);
  show(byId('notice'), words);
}

/** @param conversation the one that is open, or null */
export function exports(conversation) {
  const menu = byId('export');
  menu.addEventListener('click', (event) => {
    const { format } = event.target.dataset;
    if (!format) return;
    menu.hidePopover();
    save(api.exportPath(conversation(), format));
  });
}
