interface Payload {
  readonly grantId?: string;
  readonly uid?: string;
  consumed?: number;
}

/**
 * Keeps everything in maps, like the package's own adapter for development, which forgets all but the newest
 * 1 000 entries. Nothing is as fast, and nothing survives a restart.
 */
export class MemoryAdapter {
  readonly #entries = new Map<string, Payload>();
  readonly #byUid = new Map<string, string>();
  readonly #idsOfGrant = new Map<string, string[]>();

  async upsert(id: string, payload: Payload): Promise<void> {
    this.#entries.set(id, payload);
    if (payload.uid !== undefined) this.#byUid.set(payload.uid, id);
    if (payload.grantId === undefined) return;
    const ids = this.#idsOfGrant.get(payload.grantId);
    if (ids === undefined) this.#idsOfGrant.set(payload.grantId, [id]);
    else ids.push(id);
  }

  async find(id: string): Promise<Payload | undefined> {
    return this.#entries.get(id);
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    return this.#entries.get(this.#byUid.get(uid) ?? '');
  }

  async consume(id: string): Promise<void> {
    const payload = this.#entries.get(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    const uid = this.#entries.get(id)?.uid;
    if (uid !== undefined) this.#byUid.delete(uid);
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const id of this.#idsOfGrant.get(grantId) ?? []) this.#entries.delete(id);
    this.#idsOfGrant.delete(grantId);
  }
}
