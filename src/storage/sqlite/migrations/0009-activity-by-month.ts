/** Nothing here: SQLite has no partitions. The step keeps the numbers of both engines equal. */
export const activityByMonth = `SELECT 1;`;
