// The words that people read for what models write.

export const OUTCOMES = [
  ['APPROVED', 'approved'],
  ['MORE_NEEDED', 'more approvals are needed'],
  ['CHANGES_REQUESTED', 'changes are asked for'],
  ['REJECTED', 'rejected'],
];

export const ERRORS = [
  ['changesRequested', 'Changes asked'],
  ['rejected', 'Rejected'],
  ['screeningBlocked', 'Patient data found'],
  ['releaseRefused', 'Release refused'],
  ['approvalExpired', 'Approval expired'],
];

/** What only a person can say about a post that went out. */
export const QUESTIONS = [
  ['UNKNOWN', 'whether it is live'],
  ['DRIFTED', 'what becomes of a changed post'],
  ['REMOVED', 'what becomes of a post that is gone'],
  ['BY_HAND', 'to take it down by hand'],
  ['INCIDENT', 'whether people must be told of a privacy incident'],
];

const ENDINGS = [
  ['PUBLISHED', 'Published'],
  ['REJECTED', 'Rejected'],
  ['AT_DRAFT', 'With its author'],
  ['WAITING', 'Waiting for somebody'],
  ['STUCK', 'Stuck'],
];

/** What a building block does, by its name in models. */
export const BLOCK_WORDS = new Map([
  ['screenRevision', 'Screening'],
  ['publish', 'Publish'],
  ['verifyLive', 'Verify live'],
  ['takeDown', 'Withdraw'],
  ['notify', 'Notify a group'],
  ['waitUntil', 'Wait until'],
  ['remind', 'A reminder is sent'],
  ['escalate', 'The managers are told'],
]);

const STAGES = new Map([
  ['legal', 'Legal review'],
  ['clinical', 'Clinical review'],
  ['privacy', 'Privacy review'],
  ['further', 'Reviews that the policy adds'],
]);

export const stageInWords = (stage) => STAGES.get(stage) ?? `Review by ${stage}`;

const wordFor = (pairs, value) => pairs.find(([name]) => name === value)?.[1] ?? value;

export const outcomeInWords = (outcome) => wordFor(OUTCOMES, outcome);
export const endingInWords = (ending) => wordFor(ENDINGS, ending);
export const errorInWords = (error) => wordFor(ERRORS, error);

const UNITS = [['D', 'day', /(\d+)D/], ['H', 'hour', /(\d+)H/], ['M', 'minute', /T(?:\d+H)?(\d+)M/], ['S', 'second', /(\d+)S/]];

/** An ISO 8601 duration in words; the text itself if it is none. */
export const durationInWords = (text) => {
  if (!/^P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(text)) {
    return text;
  }
  const parts = UNITS.map(([, unit, pattern]) => [text.match(pattern)?.[1], unit]).filter(([count]) => count);
  return parts.map(([count, unit]) => `${count} ${unit}${count === '1' ? '' : 's'}`).join(' and ') || text;
};

/** When a timer goes off, in words. */
export const timeInWords = (text) => ({
  '${deadlines.reminder()}': 'the time after which people are reminded',
  '${deadlines.escalation()}': 'the time after which managers are told',
  '${publishAt}': 'the publication time that the author asked for',
  publishAt: 'the publication time that the author asked for',
})[text] ?? durationInWords(text);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
