import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { outlet } from '../../src/model/outlet.ts';
import { outletIndex, resolveOutlet } from '../../src/parse/outlet.ts';

const made = (id: string, zh: string, en: string, aliases: string[] = []) =>
  outlet.parse({
    id,
    names: { 'zh-Hans': zh, en },
    aliases,
    place: 'XC',
    kind: 'newspaper',
  });
const index = outletIndex([
  made('tidewire', '潮讯社', 'Tidewire', ['卡尔德米尔潮讯社', '潮讯']),
  made('gazette', '《港湾时报》', "Harbour People's Gazette"),
  made('north', '北码头广播', 'North Quay', ['广播一台']),
  made('south', '南码头广播', 'South Quay', ['广播一台']),
]);

test('A label names its outlet with and without the words for a reporter', () => {
  for (const label of [
    '潮讯社',
    '潮讯社记者',
    '潮讯社记者追问',
    '会后，潮讯社记者问及',
    ' 潮訊社記者 ',
    'Tidewire',
    'TIDEWIRE Journalist',
    'Tidewire reporter',
  ])
    assert.equal(resolveOutlet(label, index), 'tidewire', label);
});

test('Book-title brackets, apostrophes, width and case make no difference', () => {
  for (const label of [
    '《港湾时报》记者',
    '港湾时报记者',
    '《港灣時報》記者',
    'Harbour People’s Gazette',
    'ＨＡＲＢＯＵＲ ＰＥＯＰＬＥ＇Ｓ ＧＡＺＥＴＴＥ',
  ])
    assert.equal(resolveOutlet(label, index), 'gazette', label);
});

test('What is anonymous, joint, unknown or claimed twice stays unresolved', () => {
  for (const label of [
    '记者',
    '問',
    '会后有记者问及',
    '外国记者',
    'Q',
    '',
    '潮讯社和《港湾时报》记者',
    '潮讯社记者、港湾时报记者',
    '潮讯社晚报记者',
    '东码头广播记者',
    '广播一台记者',
  ])
    assert.equal(resolveOutlet(label, index), null, label);
});

test("Words that are no outlet's name never resolve", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (noise) => {
      fc.pre(/[\p{L}\p{N}]/u.test(noise));
      assert.equal(resolveOutlet(`${noise}潮讯社${noise}`, index), null);
    }),
  );
});
