/** An end that is past by every clock: the server takes it for now, whatever the time in the browser. */
export const LONG_AGO = new Date(0).toISOString();
