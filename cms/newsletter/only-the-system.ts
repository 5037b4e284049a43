import type { Access } from 'payload';

/** No person, whatever her role: these rows are written by the machinery, which asks for no access. */
export const onlyTheSystem: Access = () => false;
