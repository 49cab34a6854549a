// Which model answers, and which agent.
import * as api from './api.js';
import { byId, element } from './dom.js';
import { text } from './texts.js';

const KEPT = 'colloquy.model';

export function choices(conversation) {
  const model = byId('model');
  const agent = byId('agent');
  model.addEventListener('change', () => sessionStorage.setItem(KEPT, model.value));
  agent.addEventListener('change', () => {
    if (conversation()) api.change(conversation(), { agent: agent.value || null }).catch(() => {});
  });

  async function load() {
    const [{ providers, usual }, agents] = await Promise.all([api.providers(), api.agents()]);
    const models = providers.flatMap((provider) => provider.models);
    const usually = models.find((each) => each.id === usual);
    model.replaceChildren(
      option('', usually ? text('choice.usual', name(usually)) : text('choice.model')),
      ...providers.filter((provider) => provider.models.length).map(group),
    );
    model.value = sessionStorage.getItem(KEPT) ?? '';
    if (model.selectedIndex < 0) model.value = '';
    agent.replaceChildren(
      option('', text('choice.no-agent')), ...agents.map((each) => option(each.id, each.name)));
  }

  return {
    load,
    chosen: () => (model.value ? { model: model.value } : {}),
    /** A conversation says itself which agent it has. */
    show: (entry) => { if (entry) agent.value = entry.agent ?? ''; },
    keepFor: async (id) => { if (agent.value) await api.change(id, { agent: agent.value }); },
  };
}

const name = (model) => model.title || model.name;

const option = (value, words) => {
  const made = element('option', '', words);
  made.value = value;
  return made;
};

function group(provider) {
  const made = element('optgroup');
  made.label = provider.name;
  made.append(...provider.models.map((each) => option(each.id, name(each))));
  return made;
}
