// What the editor asks of the server. Every failure becomes a ServerError whose message says what to do.

export class ServerError extends Error {
  /** @param {number} status HTTP status; 0 if the server could not be reached
   *  @param {object} problem the RFC 9457 problem, if there was one */
  constructor(message, status, problem = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

const token = () => {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('IMPRIMATUR-CSRF='));
  return cookie ? decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)) : '';
};

const sentenceFor = (status, problem) => {
  if (status === 401) {
    return 'You are no longer logged in. Log in in another tab, then do it again here. What you changed is still here.';
  }
  if (status === 403) {
    return problem.detail || 'You may not do this. What you changed is still here.';
  }
  if (status === 409) {
    return problem.detail || 'Somebody else saved this draft meanwhile. Download yours, then open the draft again.';
  }
  return problem.detail || problem.title || 'The server could not do this. Please try again; what you changed is still here.';
};

const ask = async (method, path, body, accept, contentType = 'application/json') => {
  const headers = { Accept: accept };
  if (method !== 'GET') {
    headers['X-Imprimatur-CSRF'] = token();
    headers['Content-Type'] = contentType;
  }
  const answer = await fetch(path, {
    method,
    headers,
    redirect: 'manual',
    body: body === undefined || contentType !== 'application/json' ? body : JSON.stringify(body),
  }).catch(() => {
    throw new ServerError('The server could not be reached. Please try again; what you changed is still here.', 0);
  });
  if (answer.type === 'opaqueredirect') {
    throw new ServerError(sentenceFor(401, {}), 401);
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new ServerError(sentenceFor(answer.status, problem), answer.status, problem);
  }
  return answer;
};

const json = async (method, path, body) => {
  const answer = await ask(method, path, body, 'application/json, application/problem+json');
  return answer.status === 204 ? undefined : answer.json();
};

const text = async (path) => (await ask('GET', path, undefined, 'application/xml, application/problem+json')).text();
const id = encodeURIComponent;

export const server = {
  templates: () => json('GET', '/api/flows/templates'),
  groups: () => json('GET', '/api/flows/groups'),
  channels: () => json('GET', '/api/flows/channels'),
  flowsForPosts: () => json('GET', '/api/flows/for-posts'),
  draft: (draft) => json('GET', `/api/flows/drafts/${id(draft)}`),
  versionXml: (version) => text(`/api/flows/versions/${id(version)}/xml`),
  proposalXml: (proposal) => text(`/api/flows/proposals/${id(proposal)}/xml`),
  check: async (xml, name) =>
    (await ask('POST', `/api/flows/check?name=${id(name)}`, xml, 'application/json, application/problem+json', 'application/xml')).json(),
  walk: (xml, choices) => json('POST', '/api/flows/walk', { xml, choices }),
  replay: (xml, posts) => json('POST', '/api/flows/replay', { xml, posts }),
  createDraft: (draft) => json('POST', '/api/flows/drafts', draft),
  saveDraft: (draft, changes) => json('PUT', `/api/flows/drafts/${id(draft)}`, changes),
  deploy: (draft, reason) => json('POST', `/api/flows/drafts/${id(draft)}/deployment`, { reason }),

  /** The model of a version, of a draft ("draft:ID") or of a proposal ("proposal:ID"). */
  model: async (reference) => {
    const [kind, which] = reference.split(':');
    if (kind === 'draft') {
      return (await server.draft(which)).xml;
    }
    return kind === 'proposal' ? server.proposalXml(which) : server.versionXml(reference);
  },
};
