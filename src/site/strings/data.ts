import { both } from './both.ts';

/** Words of the page that offers the data. */
export const dataStrings = {
  dataTitle: both('数据', 'Data'),
  dataLead: both(
    '全部记录可以整套取走，编号与各页地址相同。事实部分以 CC0 提供；文字的权利属于发布者，条件见各来源。',
    'The whole record can be taken away, with the ids of the pages. The facts are given under CC0; the texts belong to their publishers, whose terms each source states.',
  ),
  packTitle: both('数据包', 'The pack'),
  packUntil: (day: string, count: string) =>
    both(`截至 ${day}，共 ${count} 则问答。`, `Up to ${day}, ${count} exchanges.`),
  packNone: both(
    '此处没有数据包。以 lectern export --format pack --to 站点文件夹/data 生成，再构建一次站点。',
    'No pack is offered here. lectern export --format pack --to SITE/data writes one; the next build shows it.',
  ),
  packCheck: both(
    '用 sha256sum -c SHA256SUMS 核对；各字段的含义见 codebook.md。',
    'sha256sum -c SHA256SUMS checks a copy; codebook.md says what each field means.',
  ),
  packParquet: (count: number) =>
    both(
      `Parquet（source=…/year=…）共 ${count} 个文件，逐一列在 datapackage.json 中`,
      `Parquet (source=…/year=…) in ${count} files, each named in datapackage.json`,
    ),
  file: both('文件', 'File'),
  size: both('大小', 'Size'),
  apiTitle: both('文件形式的接口', 'The API as files'),
  apiLead: both(
    '下列 JSON 文件随站点一同更新，不需要密钥。每则问答在其全文文件之中。',
    'These JSON files are made with the site and need no key. An exchange is in the file of its transcript.',
  ),
  holds: both('内容', 'What it holds'),
  schema: both('格式', 'Schema'),
};
