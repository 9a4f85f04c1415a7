import test from 'node:test';
import { edits, growsAsBuilt } from '../site/edits.ts';

test('after any edit a build that renders only what changed gives the bytes of a full one', async () => {
  await growsAsBuilt(Object.keys(edits));
});
