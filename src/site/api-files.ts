import type { apiSchemas } from '../model/api.ts';
import type { Names } from '../model/names.ts';

/** One kind of file of the API. */
export interface ApiFile {
  /** Site path; what is in braces stands for an id. */
  path: string;
  schema: keyof typeof apiSchemas;
  says: Names;
}

const file = (path: string, schema: ApiFile['schema'], zh: string, en: string): ApiFile => ({
  path: `/api/v1/${path}.json`,
  schema,
  says: { 'zh-Hans': zh, en },
});

/** Every kind of file below `/api/v1`, for people to read; `{source}/{date}` is a transcript's id. */
export const apiFiles: ApiFile[] = [
  file('index', 'api-index', '由此可到达每一份清单', 'where every list is found'),
  file('institutions', 'api-institutions', '机构', 'who speaks'),
  file('sources', 'api-sources', '来源及其权利声明', 'what is published where, with its rights'),
  file(
    'people',
    'api-people',
    '发言人及其姓名的写法',
    'those who answer, with the forms of their names',
  ),
  file('calendar', 'api-calendar', '每一天及当天的全文编号', 'each day with its transcripts'),
  file('topics', 'api-list', '全部议题及则数', 'every topic, and how many exchanges it lists'),
  file('topics/{id}', 'api-listing', '列在一个议题下的问答', 'the exchanges of one topic'),
  file('outlets', 'api-list', '全部媒体及则数', 'every outlet, and how many exchanges it asked in'),
  file(
    'outlets/{id}',
    'api-listing',
    '一家媒体提问的问答',
    'the exchanges that one outlet asked in',
  ),
  file(
    'transcripts/{source}/{year}',
    'api-year',
    '一个来源一年的全文清单',
    'the transcripts of a source and year',
  ),
  file(
    'transcripts/{source}/{date}',
    'api-transcript',
    '一份全文及每则问答的议题',
    'one transcript whole, with the topics of its exchanges',
  ),
  file(
    'wordings/{source}/{date}',
    'api-wordings',
    '有过变动的全文，每个版本的文字',
    'of a transcript with more than one version, the words of each',
  ),
];
