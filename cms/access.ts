import type { Access, FieldAccess, PayloadRequest, Where } from 'payload';
import { isPublisher } from './shared/is-publisher.ts';

export type Role = 'admin' | 'editor' | 'writer';

/** Role of who asks; undefined for anonymous readers. */
export function roleOf({ user }: Pick<PayloadRequest, 'user'>): Role | undefined {
  return user?.role;
}

export const isLoggedIn: Access = ({ req }) => Boolean(req.user);
export const isLoggedInField: FieldAccess = ({ req }) => Boolean(req.user);
export const isAdmin: Access = ({ req }) => roleOf(req) === 'admin';
export const isAdminField: FieldAccess = ({ req }) => roleOf(req) === 'admin';
export const isEditor: Access = ({ req }) => ['admin', 'editor'].includes(roleOf(req) ?? '');
export const anyone: Access = () => true;
/** For what only the system writes: it goes past access rules. */
export const nobodyField: FieldAccess = () => false;

/** Readers see what is published; the newsroom sees everything. */
export const readPublished: Access = ({ req }) => (req.user ? true : isPublished(new Date()));

const isPublished = (now: Date): Where => {
  const hasStatus: Where = { _status: { equals: 'published' } };
  return { and: [hasStatus, { publishedAt: { less_than_equal: now.toISOString() } }] };
};

/** A writer writes drafts; publishing is an editor's act. Asked with `_status` for the publish button too. */
export const createArticle: Access = ({ req, data }) =>
  roleOf(req) === 'writer' ? !wantsPublishing(data) : Boolean(req.user);

/** A writer may change what was never published or is off the site, and only as a draft. */
export const updateArticle: Access = ({ req, data }) => {
  if (roleOf(req) !== 'writer') return Boolean(req.user);
  return wantsPublishing(data) ? false : { _status: { not_equals: 'published' } };
};

const wantsPublishing = (data: { _status?: string | null } | undefined) =>
  data?._status === 'published';

/** Pictures become public with the first article that shows them; the publisher may fetch every file. */
export const readMedia: Access = ({ req, isReadingStaticFile }) =>
  req.user || (isReadingStaticFile === true && isPublisher(req.headers))
    ? true
    : { isPublic: { equals: true } };

/** A writer may mend a picture until readers see it. */
export const updateMedia: Access = ({ req }) =>
  roleOf(req) === 'writer' ? { isPublic: { not_equals: true } } : Boolean(req.user);

export const readUsers: Access = ({ req }) =>
  roleOf(req) === 'admin' ? true : req.user ? { id: { equals: req.user.id } } : false;
