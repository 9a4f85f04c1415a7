import { type Briefing, script, type Tongue, turnsIn } from './briefing.ts';

/** Briefings on one list page. */
const perList = 4;

/** Every page of the press office in a round of the rehearsal, HTML by path. */
export function pagesIn(round: number): Map<string, string> {
  const pages = new Map<string, string>();
  const up = script.briefings.filter(({ since, until }) => since <= round && round <= until);
  for (const tongue of ['zh', 'en'] as const) {
    for (const briefing of up) pages.set(pathOf(tongue, briefing), page(round, tongue, briefing));
    const newest = [...up].reverse();
    const lists = Math.ceil(newest.length / perList);
    for (let n = 0; n < lists; n += 1) {
      const name = n === 0 ? 'index.html' : `index_${n}.html`;
      const shown = newest.slice(n * perList, (n + 1) * perList);
      pages.set(`/${tongue}/briefings/${name}`, list(tongue, shown, lists));
    }
  }
  return pages;
}

const pathOf = (tongue: Tongue, { date }: Briefing): string =>
  `/${tongue}/briefings/${date.replace('-', '').slice(0, 6)}/t${date.replaceAll('-', '')}.html`;

function page(round: number, tongue: Tongue, briefing: Briefing): string {
  const title = titleOf(tongue, briefing);
  const paragraphs = turnsIn(round, briefing).map(([who, zh, en]) => {
    const label = labelOf(tongue, who);
    const text = tongue === 'zh' ? `${label}：${zh}` : `${label}: ${en}`;
    return who in script.outlets ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`;
  });
  return briefing.template === 'old'
    ? frame(
        tongue,
        title,
        `<h2 class="headline">${title}</h2>\n<p class="when">${briefing.date}</p>\n` +
          `<div id="content">\n${paragraphs.join('\n')}\n</div>`,
      )
    : frame(
        tongue,
        title,
        `<h1>${title}</h1>\n<time datetime="${briefing.date}">${briefing.date}</time>\n` +
          `<article class="text">\n${paragraphs.join('\n')}\n</article>`,
      );
}

function titleOf(tongue: Tongue, { date, by }: Briefing): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = script.spokespersons[by]?.[tongue];
  if (tongue === 'zh')
    return `${year}年${month}月${day}日${script.office.zh}发言人${name}主持例行记者会`;
  const when = new Date(date).toLocaleDateString('en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return `Spokesperson ${name}'s Regular Press Conference on ${when}`;
}

function labelOf(tongue: Tongue, who: string): string {
  const spokesperson = script.spokespersons[who]?.[tongue];
  if (spokesperson) return spokesperson;
  const outlet = script.outlets[who]?.[tongue] ?? who;
  return tongue === 'zh' ? `${outlet}记者` : outlet;
}

function list(tongue: Tongue, briefings: Briefing[], lists: number): string {
  const links = briefings.map(
    (one) => `<li><a href="${pathOf(tongue, one)}">${titleOf(tongue, one)}</a> ${one.date}</li>`,
  );
  return frame(
    tongue,
    script.office[tongue],
    `<ul class="list">\n${links.join('\n')}\n</ul>\n<script>var countPage = ${lists};</script>`,
  );
}

const frame = (tongue: Tongue, title: string, main: string): string => `<!doctype html>
<html lang="${tongue}">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<div class="top"><a href="/${tongue}/">${script.office[tongue]}</a> <a href="/${tongue}/briefings/">${tongue === 'zh' ? '例行记者会' : 'Press conferences'}</a></div>
${main}
<div class="foot">${tongue === 'zh' ? '卡尔德米尔是虚构的国家，本页内容纯属虚构' : 'Caldmere is no state and nothing on this page was ever said'}</div>
</body>
</html>
`;
