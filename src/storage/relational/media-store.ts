import type { MediaStore } from '../../domain/media.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

export function mediaStore(database: RelationalDatabase): MediaStore {
  return {
    async storeMedia({ path, contentType, bytes }) {
      const content = { content_type: contentType, bytes };
      await change(database, async (transaction) => {
        await transaction
          .insertInto('media')
          .values({ path, ...content })
          .onConflict((conflict) => conflict.column('path').doUpdateSet(content))
          .execute();
      });
    },

    async findMedia(path) {
      const row = await database.reading
        .selectFrom('media')
        .where('path', '=', path)
        .select(['content_type', 'bytes'])
        .executeTakeFirst();
      return row && { path, contentType: row.content_type, bytes: row.bytes };
    },

    async removeMedia(path) {
      await change(database, async (transaction) => {
        await transaction.deleteFrom('media').where('path', '=', path).execute();
      });
    },
  };
}
