// What the release policy can name, and how people call it.
import { server } from './server.js';

/** The stage whose group has another name. */
const PRIVACY = ['privacy', 'compliance, as privacy review'];

const named = (all) => new Map(all.map(({ key, name }) => [key, name]));

/** By the subject of a column (see table.js): a map of each value that it can hold to the words for it, in the order of lists. */
export const policyNames = async () => {
  const [channels, flows, groups] = await Promise.all([server.channels(), server.flowsForPosts(), server.groups()]);
  return { channels: named(channels), processKey: named(flows), stage: new Map([PRIVACY, ...groups.map((group) => [group, group])]) };
};
