/** Leads to this machine, as localhost does, and by plain http is no secure context. On Windows it leads nowhere. */
export const insecureHost = '0.0.0.0';
