import got from 'got';

/**
 * Tell a webhook of the operator's own choosing: a JSON body by POST. No filter of addresses: it may well
 * be inside. Throws where it does not answer 2xx within ten seconds, after two more tries.
 */
export async function notify(url: string, body: unknown): Promise<void> {
  await got.post(url, {
    json: body,
    timeout: { request: 10_000 },
    retry: { limit: 2, methods: ['POST'] },
  });
}
