import { admitInspector, type InspectorAddress } from './admitInspector.ts';
import { tellInspector, type InspectorSource } from './tellInspector.ts';

/**
 * Lets an inspector see what the embed does: the trace so far, then each step, each with the view of that moment. Given
 * a port, it is told over that. Given an exact origin, each window of that origin that asks for it is handed a port of
 * its own, also after a reload of either side; a page of any other origin gets nothing, and learns nothing.
 *
 * @returns ends the connection.
 */
export function connectInspector(embed: InspectorSource, to: MessagePort | InspectorAddress): () => void {
  return 'origin' in to ? admitInspector(embed, to) : tellInspector(embed, to);
}
