import { readConfig } from './machine.ts';
import {
  configuredEnd,
  copyBetween,
  parseTransferEnd,
  refusingToTransfer,
} from './transfer-end.ts';

/** `omniport copy --from DATABASE [--to DATABASE]`: moves an installation to another database, also of the other engine. */
export async function copyCommand(options: {
  readonly from: string;
  readonly to?: string;
  readonly startOver?: true;
}): Promise<void> {
  const from = parseTransferEnd(options.from);
  const to = options.to === undefined ? configuredEnd(readConfig()) : parseTransferEnd(options.to);
  const rows = await refusingToTransfer(async () =>
    copyBetween(from, to, { startOver: options.startOver === true }),
  );
  console.log(`Copied and verified ${new Intl.NumberFormat('en').format(rows)} rows.`);
}
